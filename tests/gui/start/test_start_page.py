from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.errors import StoreError
from reportdesk.gui import style
from reportdesk.gui.context import Context
from reportdesk.gui.start.drafts_delegate import DraftsDelegate
from reportdesk.gui.start.drafts_model import Column
from reportdesk.gui.start.labelling import LabelDialog
from reportdesk.gui.start.page import StartPage
from reportdesk.settings import SettingsFile
from tests.builders import NEW, OLD, cells
from tests.gui.start.listed import BUREAU, STATION, TOWN, heard, listed

Shown = Callable[[], StartPage]


@pytest.fixture
def shown(qtbot: QtBot, context: Context) -> Shown:
    def show() -> StartPage:
        page = StartPage(context)
        qtbot.addWidget(page)
        page.resize(1366, 648)
        with qtbot.waitExposed(page):
            page.show()
        return page

    return show


def organs(page: StartPage) -> list[str]:
    return [draft.organ for draft in page.model.shown]


def cell(page: StartPage, row: int, column: int) -> str:
    return str(page.model.index(row, column).data())


# The list


def test_every_report_is_told_in_six_columns(context: Context, shown: Shown) -> None:
    listed(context.store, figures={"requests.new.person": 5})
    page = shown()
    row = [cell(page, 0, column) for column in Column]
    assert row == [BUREAU, "2025", "2021版", "已填完", "错误 1", "今天 " + row[5][3:]]
    sentence = page.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sentence.startswith(
        f"{BUREAU}，2025，格式 2021版，完成 已填完，问题 错误 1，上次修改 今天"
    )


def test_a_report_begun_says_how_many_blanks_are_filled(context: Context, shown: Shown) -> None:
    listed(context.store, figures=dict.fromkeys(cells(NEW)))
    page = shown()
    draft = page.model.shown[0]
    assert cell(page, 0, Column.COMPLETE) == f"{draft.filled} / {draft.of} 格"
    assert draft.filled < draft.of
    assert cell(page, 0, Column.FINDINGS) == "暂无"


def test_the_report_changed_last_is_first_and_chosen(context: Context, shown: Shown) -> None:
    listed(context.store, STATION, changed="2026-01-18T09:00")
    listed(context.store, BUREAU, changed="2026-01-20T09:00")
    listed(context.store, TOWN, changed="2026-01-19T09:00")
    page = shown()
    assert organs(page) == [BUREAU, TOWN, STATION]
    assert [draft.organ for draft in page.table.chosen] == [BUREAU]


def test_a_click_on_a_head_sorts_and_another_turns_it_round(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    for year in (2023, 2025, 2024):
        listed(context.store, year=year)
    page = shown()
    head = page.table.horizontalHeader()
    at = head.sectionViewportPosition(Column.YEAR) + 5

    def click() -> None:
        point = head.viewport().rect().center()
        point.setX(at)
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=point)

    click()
    assert [draft.year for draft in page.model.shown] == [2025, 2024, 2023]
    assert page.model.headerData(Column.YEAR, Qt.Orientation.Horizontal) == "年度 ▼"
    click()
    assert [draft.year for draft in page.model.shown] == [2023, 2024, 2025]
    assert page.model.headerData(Column.YEAR, Qt.Orientation.Horizontal) == "年度 ▲"


def test_organs_are_sorted_as_a_dictionary_has_them(context: Context, shown: Shown) -> None:
    for organ in ("张家镇", "李家镇", "第10中心", "第9中心"):
        listed(context.store, organ)
    page = shown()
    page.table.toggle_sort(Column.ORGAN)
    assert organs(page) == ["第9中心", "第10中心", "李家镇", "张家镇"]


@pytest.mark.parametrize(
    ("column", "first", "turned"),
    [
        (Column.ORGAN, STATION, BUREAU),
        (Column.YEAR, BUREAU, STATION),
        (Column.EDITION, BUREAU, STATION),
        (Column.COMPLETE, STATION, BUREAU),
        (Column.FINDINGS, BUREAU, TOWN),
        (Column.CHANGED, STATION, BUREAU),
    ],
)
def test_every_column_sorts_both_ways(
    context: Context, shown: Shown, column: Column, first: str, turned: str
) -> None:
    listed(context.store, TOWN, 2024, changed="2025-01-20T09:00")
    listed(context.store, BUREAU, 2025, figures={"requests.new.person": 5})
    blank = {"requests.new.person": None}
    listed(context.store, STATION, 2020, changed="2021-01-20T09:00", edition=OLD, figures=blank)
    page = shown()
    page.table.toggle_sort(column)
    assert organs(page)[0] == first
    page.table.toggle_sort(column)
    assert organs(page)[0] == turned


def test_the_order_is_remembered(context: Context, shown: Shown) -> None:
    listed(context.store)
    page = shown()
    page.table.toggle_sort(Column.ORGAN)
    context.settings = SettingsFile(context.settings_file.path).load()
    assert shown().model.order.column == Column.ORGAN


def test_widths_that_were_drawn_are_remembered_until_they_are_given_back(
    context: Context, shown: Shown
) -> None:
    listed(context.store)
    page = shown()
    usual = page.table.columnWidth(Column.ORGAN)
    page.table.horizontalHeader().resizeSection(Column.ORGAN, usual - 60)
    again = shown()
    assert again.table.columnWidth(Column.ORGAN) == usual - 60
    again.table.fit_columns()
    assert again.table.columnWidth(Column.ORGAN) == usual


@pytest.mark.parametrize(("width", "zoom"), [(1366, 1.0), (1093, 1.0), (1093, 2.0), (1366, 2.0)])
def test_the_columns_never_need_sideways_scrolling(
    context: Context, shown: Shown, qtbot: QtBot, width: int, zoom: float
) -> None:
    listed(context.store)
    page = shown()
    page.resize(width, 494)
    style.set_theme(zoom=zoom)
    qtbot.wait(1)
    widths = [page.table.columnWidth(column) for column in Column]
    assert sum(widths[:-1]) < page.table.viewport().width()
    assert page.table.horizontalScrollBar().maximum() == 0


# Search


def test_the_search_finds_by_organ_and_year_in_any_width(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    listed(context.store, BUREAU, 2024)
    listed(context.store, BUREAU, 2025)
    listed(context.store, STATION, 2025)
    page = shown()
    page.focus_search()
    page.ui.search.insert("农业 ２０２４")
    assert [(draft.organ, draft.year) for draft in page.model.shown] == [(BUREAU, 2024)]
    assert page.ui.count.text() == "1 / 3 份"


def test_what_is_still_being_composed_is_not_searched_for(context: Context, shown: Shown) -> None:
    listed(context.store, BUREAU, 2025)
    listed(context.store, STATION, 2025)
    page = shown()
    page.focus_search()
    QApplication.sendEvent(page.ui.search, QInputMethodEvent("nongye", []))
    assert len(page.model.shown) == 2
    done = QInputMethodEvent()
    done.setCommitString("农业")
    QApplication.sendEvent(page.ui.search, done)
    assert organs(page) == [BUREAU]


def test_nothing_found_says_what_was_sought_and_one_button_shows_all_again(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    listed(context.store)
    page = shown()
    page.ui.search.setText("教育局")
    assert page.ui.nothing_words.text() == "没有找到“教育局”。"
    assert page.ui.clear.isVisible()
    assert not page.ui.go_on.isEnabled()
    QTest.mouseClick(page.ui.clear, Qt.MouseButton.LeftButton)
    assert organs(page) == [BUREAU]
    assert page.table.isVisible()
    assert page.ui.search.text() == ""


def test_the_years_of_the_reports_can_be_chosen_from(context: Context, shown: Shown) -> None:
    for year in (2023, 2025):
        listed(context.store, year=year)
    page = shown()
    offered = [page.ui.year.itemText(n) for n in range(page.ui.year.count())]
    assert offered == ["全部年度", "2025年度", "2023年度"]
    page.ui.year.setCurrentIndex(2)
    assert [draft.year for draft in page.model.shown] == [2023]
    page.ui.search.setText("没有")
    assert page.ui.nothing_words.text() == "没有找到“没有”（2023年度）。"


def test_keys_lead_from_the_search_to_the_list_and_back(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    listed(context.store, BUREAU)
    listed(context.store, STATION)
    page = shown()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.focus_search()
    page.ui.search.insert("畜牧")
    QTest.keyClick(page.ui.search, Qt.Key.Key_Down)
    assert page.table.hasFocus()
    page.focus_search()
    QTest.keyClick(page.ui.search, Qt.Key.Key_Escape)
    assert len(organs(page)) == 2


# The chosen one


def test_the_sections_of_the_chosen_report_and_where_it_stopped_are_told(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    listed(context.store, figures={"requests.new.person": 5}, place="requests.new.person\n0 3")
    page = shown()
    assert page.ui.details_name.text() == f"{BUREAU}，2025年度"
    qtbot.waitUntil(lambda: page.ui.details_place.text() != "")
    assert page.ui.details_place.text() == "上次停在：三、依申请公开 › 本年新收 × 自然人"
    assert [step.title for step in page.details.strip.steps][:2] == ["封面信息", "一、总体情况"]
    assert "三、依申请公开：错误 1 处" in page.details.strip.accessibleName()


def test_a_report_on_a_form_that_is_not_here_is_listed_and_says_so(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    id = listed(context.store)
    with context.store.database.writing() as connection:
        connection.execute("UPDATE draft SET edition = 'lost-2025' WHERE id = ?", (id,))
    page = shown()
    assert cell(page, 0, Column.EDITION) == "lost-2025"
    qtbot.waitUntil(lambda: "lost-2025" in page.ui.details_place.text())
    assert "内容没有改动" in page.ui.details_place.text()


def test_the_next_deadline_is_told(context: Context, shown: Shown, qtbot: QtBot) -> None:
    listed(context.store)
    page = shown()
    qtbot.waitUntil(page.ui.deadline_days.isVisible)
    assert page.ui.deadline_days.text() == "距1月31日还有 11 天"
    assert page.ui.deadline_source.text() != ""


def test_enter_and_a_double_click_open_a_report(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    id = listed(context.store)
    page = shown()
    opened = heard(page.opened)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [(id,)]
    where = page.table.visualRect(page.model.index(0, 0)).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [(id,)]
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert opened == [(id,), (id,)]


def test_enter_that_opened_a_report_presses_nothing_in_it(context: Context, shown: Shown) -> None:
    listed(context.store)
    page = shown()
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none)
    QApplication.sendEvent(page.table, event)
    assert event.isAccepted()


def test_the_buttons_ask_for_what_the_window_does(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    id = listed(context.store)
    page = shown()
    for button, signal, arguments in (
        (page.ui.from_file, page.from_file_asked, ()),
        (page.ui.blank, page.blank_asked, ()),
        (page.ui.open, page.open_asked, ()),
        (page.ui.restore, page.restore_asked, ()),
        (page.ui.sample, page.sample_asked, ()),
        (page.ui.go_on, page.opened, (id,)),
        (page.ui.next_year, page.next_year_asked, (id,)),
        (page.ui.save_copy, page.copy_asked, (id,)),
    ):
        asked = heard(signal)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked == [arguments]


def test_the_arrows_move_and_home_and_end_go_to_the_ends(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    for day in range(11, 19):
        listed(context.store, f"第{day}局", changed=f"2026-01-{day}T09:00")
    page = shown()
    for key, organ in (
        (Qt.Key.Key_Down, "第17局"),
        (Qt.Key.Key_End, "第11局"),
        (Qt.Key.Key_Up, "第12局"),
        (Qt.Key.Key_Home, "第18局"),
    ):
        QTest.keyClick(page.table, key)
        assert [draft.organ for draft in page.table.chosen] == [organ]


def test_a_refresh_keeps_what_is_chosen(context: Context, shown: Shown) -> None:
    first = listed(context.store, BUREAU, changed="2026-01-18T09:00")
    listed(context.store, STATION, changed="2026-01-19T09:00")
    page = shown()
    page.table.choose([first])
    listed(context.store, TOWN, changed="2026-01-20T09:00")
    page.refresh()
    assert organs(page) == [TOWN, STATION, BUREAU]
    assert [draft.id for draft in page.table.chosen] == [first]


# Copies and the bin


def test_a_copy_is_chosen_at_once(context: Context, shown: Shown, qtbot: QtBot) -> None:
    id = listed(context.store)
    page = shown()
    QTest.mouseClick(page.ui.duplicate, Qt.MouseButton.LeftButton)
    assert page.model.total == 2
    assert [draft.id for draft in page.table.chosen] == [context.store.drafts()[0].id]
    assert page.table.chosen[0].id != id


def test_del_puts_away_without_a_question_and_ctrl_z_takes_back(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    kept = listed(context.store, STATION, changed="2026-01-19T09:00")
    gone = listed(context.store, BUREAU, changed="2026-01-20T09:00")
    page = shown()
    binned = heard(page.binned)
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert binned == [(f"已移到回收站：{BUREAU}，2025年度。", (gone,))]
    assert [draft.id for draft in page.table.chosen] == [kept]
    assert page.bin_count.text() == "1 份"
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [draft.id for draft in page.table.chosen] == [gone]
    assert page.bin_count.text() == "空"


def test_several_are_put_away_and_taken_back_together(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    for organ in (BUREAU, STATION, TOWN):
        listed(context.store, organ)
    page = shown()
    page.table.selectAll()
    assert page.ui.details_name.text() == "选中 3 份"
    assert not page.ui.go_on.isEnabled()
    QTest.mouseClick(page.ui.to_bin, Qt.MouseButton.LeftButton)
    assert page.model.total == 0
    assert page.ui.empty.isVisible()
    page.take_back()
    assert len(page.table.chosen) == 3
    page.take_back()
    assert page.model.total == 3


def test_the_row_after_the_one_put_away_is_chosen(context: Context, shown: Shown) -> None:
    for day in (18, 19, 20):
        listed(context.store, f"第{day}局", changed=f"2026-01-{day}T09:00")
    page = shown()
    page.table.choose((), 1)
    page.to_bin()
    assert [draft.organ for draft in page.table.chosen] == ["第18局"]


# Menu, focus, emptiness, trouble


def test_the_menu_has_what_the_buttons_do_and_the_orders(context: Context, shown: Shown) -> None:
    id = listed(context.store)
    page = shown()
    menu = page.menu()
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == [
        "继续填写(&O)",
        "以此新建下一年(&N)…",
        "创建副本(&C)",
        "改备注(&R)…",
        "另存 .rdesk(&S)…",
        "排序(&R)",
        "移到回收站(&D)",
    ]
    asked: list[int] = []
    page.opened.connect(asked.append)
    menu.actions()[0].trigger()
    assert asked == [id]
    order = next(m for m in page.table.findChildren(QMenu) if m.title() == "排序(&R)")
    next(a for a in order.actions() if a.text() == "年度").trigger()
    assert page.model.order.column == Column.YEAR


def test_tab_goes_through_the_page_in_reading_order(
    context: Context, shown: Shown, qtbot: QtBot
) -> None:
    listed(context.store)
    page = shown()
    with qtbot.waitActive(page):
        page.activateWindow()
    ui = page.ui
    expected: list[QWidget] = [
        *(ui.from_file, ui.blank, ui.open, ui.sample, ui.restore, ui.bin),
        *(ui.year, ui.search, page.table),
        *(ui.go_on, ui.next_year, ui.duplicate, ui.save_copy, ui.to_bin),
    ]
    expected[0].setFocus()
    for widget in expected:
        focus = page.focusWidget()
        assert focus is widget, (focus, widget)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert page.focusWidget() is expected[0]


def test_the_focus_begins_in_the_list(context: Context, shown: Shown) -> None:
    listed(context.store)
    page = shown()
    assert page.window().focusWidget() is page.table


def test_every_field_has_a_name_to_be_read_out(context: Context, shown: Shown) -> None:
    listed(context.store)
    page = shown()
    for widget in (page.table, page.ui.search, page.ui.year, page.ui.bin, page.details.strip):
        assert widget.accessibleName()
    for button in page.findChildren(QPushButton):
        assert button.text()


def test_without_reports_the_three_ways_in_are_large_and_the_sample_is_offered(
    shown: Shown, qtbot: QtBot
) -> None:
    page = shown()
    assert page.ui.empty.isVisible()
    assert not page.ui.ways.isVisible()
    assert page.ui.empty_words.text() == "还没有报告。可以从上年的文件开始，也可以新建一份。"
    for button, signal in (
        (page.ui.empty_from_file, page.from_file_asked),
        (page.ui.empty_blank, page.blank_asked),
        (page.ui.empty_open, page.open_asked),
        (page.ui.empty_sample, page.sample_asked),
    ):
        asked = heard(signal)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked == [()]
    with qtbot.waitActive(page):
        page.activateWindow()
    page.setFocus()
    assert page.ui.empty_from_file.hasFocus()


def test_the_first_report_brings_the_list(context: Context, shown: Shown) -> None:
    page = shown()
    listed(context.store)
    page.refresh()
    assert page.table.isVisible()
    assert page.ui.ways.isVisible()
    assert not page.ui.empty.isVisible()


def test_a_store_that_does_not_answer_is_told_and_the_list_stays(
    context: Context, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(context.store)
    page = shown()

    def refuse(*_: object) -> None:
        raise StoreError("磁盘读写不正常。")

    monkeypatch.setattr(context.store, "drafts", refuse)
    told = heard(page.told)
    page.refresh()
    assert told == [("磁盘读写不正常。",)]
    assert organs(page) == [BUREAU]
    monkeypatch.setattr(context.store, "duplicate", refuse)
    page.duplicate()
    assert told == [("磁盘读写不正常。",)] * 2


def test_a_copy_says_so_in_the_list_and_can_be_renamed(
    context: Context, shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(context.store)
    page = shown()
    told = heard(page.told)
    page.duplicate()
    assert {cell(page, row, Column.ORGAN) for row in (0, 1)} == {BUREAU, f"{BUREAU}（副本）"}
    assert "（副本）" in str(told[0][0])
    (copy,) = page.table.chosen
    assert copy.label == "副本"
    assert page.ui.details_name.text().startswith(f"{BUREAU}（副本）")
    asked: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LabelDialog)
        asked.append(dialog.ui.name.text())
        dialog.ui.name.setText("  给科长看的 ")
        QTest.keyClick(dialog.ui.name, Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    assert asked == ["副本"]
    assert page.table.chosen[0].label == "给科长看的"
    page.ui.search.setText("科长")
    assert [draft.label for draft in page.model.shown] == ["给科长看的"]


def test_the_label_is_seen_whole_however_narrow_the_column(
    context: Context, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.store.set_label(listed(context.store, organ=BUREAU * 3), "副本")
    page = shown()
    page.resize(616, 300)
    written: dict[str, float] = {}
    write = DraftsDelegate._text  # pyright: ignore[reportPrivateUsage]

    def watch(delegate: DraftsDelegate, painter: QPainter, box: QRectF, *rest: Any) -> None:
        written[rest[0]] = box.width()
        write(delegate, painter, box, *rest)

    monkeypatch.setattr(DraftsDelegate, "_text", watch)
    page.table.viewport().grab()
    label = QFontMetrics(style.theme().font("body", zoomed=True)).horizontalAdvance("副本")
    assert written["副本"] >= label
    assert 0 < written[BUREAU * 3] < page.table.columnWidth(Column.ORGAN) - label


def test_the_model_makes_nothing_for_a_parent(context: Context, shown: Shown) -> None:
    listed(context.store)
    page = shown()
    inside = page.model.index(0, 0)
    assert page.model.rowCount(inside) == page.model.columnCount(inside) == 0
    assert page.model.rowCount(QModelIndex()) == 1
