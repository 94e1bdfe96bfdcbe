"""The table as the page has it: it keeps up with the report, the theme, and where the clerk was."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPixmap, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk.gui import style
from reportdesk.gui.grid.heights import head_lines
from reportdesk.gui.grid.ink import Ink
from reportdesk.gui.grid.layout import Place
from reportdesk.gui.grid.paint import LEAST_PAD, LEFT_PAD
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.gui.session import Session
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, edition, report, requests, table
from tests.gui.grid.conftest import NARROW_PAGE, ShowGrid, focus, press

K = Qt.Key
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "editions.md"
FIRST = "requests.new.person"


def broken(**more: int | None) -> Document:
    return report(
        NEW, 2025, requests(new__person=60, granted__person=61, **more), previous=report(NEW, 2024)
    )


# Where the clerk is


def test_the_focus_goes_to_the_first_blank_and_later_to_where_it_was(show_grid: ShowGrid) -> None:
    document = report(NEW, figures=requests(granted__legal=None))
    grid = show_grid(document, "requests")
    assert grid.spot.key == "requests.granted.legal"
    press(K.Key_Up)
    grid.where.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    grid.where.setFocus()
    grid.focus_first()
    assert grid.spot.key == "requests.carried.legal"
    assert focus() is grid.view


def test_the_current_cell_is_told(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    told: list[str] = []
    grid.current.connect(told.append)
    press(K.Key_Right)
    grid.select_key("requests.left.total")
    assert told[0] == "requests.new.company"
    assert told[-1] == "requests.left.total"
    assert grid.place_words() == "第 25 行第 7 列"


def test_a_cell_is_scrolled_clear_of_the_rows_that_stay(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", size=NARROW_PAGE, at=FIRST)
    view = grid.view
    for row in (12, 22, 2, 21, 3):
        grid.spot.go(Place(row, 3))
        box = view.visualRect(grid.model.index(row, 3))
        assert view.viewport().rect().contains(box)
        assert view.indexAt(box.center()) == grid.model.index(row, 3)


def test_the_scroll_position_is_kept_as_text(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", size=NARROW_PAGE, at="requests.other_rest.person")
    state = grid.scroll_state()
    grid.select_key(FIRST)
    grid.view.verticalScrollBar().setValue(0)
    assert grid.scroll_state() != state
    grid.restore_scroll(state)
    assert grid.scroll_state() == state
    grid.restore_scroll("nonsense")
    assert grid.scroll_state() == state


def test_a_scroll_position_asked_for_early_is_taken_when_the_table_is_shown(
    open_session: Callable[[Document], Session], qtbot: QtBot
) -> None:
    grid = TableGrid(open_session(report(NEW)), NEW.table("requests"))
    qtbot.addWidget(grid)
    grid.restore_scroll("5 0")
    assert grid.scroll_state() == "5 0"
    grid.resize(*NARROW_PAGE)
    grid.show()
    assert grid.view.verticalScrollBar().value() == 5


def test_the_frame_tells_whether_the_keys_go_here(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)

    def frame() -> int:
        picture = grid.view.viewport().grab().toImage()
        return picture.pixel(20, 0)

    accent = style.theme().colour("accent").rgb()
    assert frame() == accent
    press("1")
    assert frame() == accent
    press(K.Key_Escape)
    grid.where.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    grid.where.setFocus()
    assert frame() != accent


# The where line


def test_the_where_line_tells_place_last_year_and_what_holds(show_grid: ShowGrid) -> None:
    last = report(NEW, 2024, requests(new__person=58))
    grid = show_grid(
        report(NEW, 2025, requests(new__person=60, granted__person=61), previous=last),
        "requests",
        at=FIRST,
    )
    where, holds = grid.where.words().split("\n")
    assert where.startswith("一、本年新收政府信息公开申请数量 × 自然人")
    assert "上年 58，增加 2" in where
    assert holds.startswith("本列勾稽")
    assert "相差 1" in holds
    assert holds.index("本列勾稽") < holds.index("本行")


def test_it_tells_no_distance_from_what_would_be_less_than_nothing(show_grid: ShowGrid) -> None:
    last = report(NEW, 2024, {"disclosure.documents.in_force": 5})
    grid = show_grid(
        report(NEW, 2025, {"disclosure.documents.abolished": 6}, previous=last),
        "disclosure",
        at="disclosure.documents.in_force",
    )
    assert "本年废止件数 6 不足 0" in grid.where.words()
    assert "相差" not in grid.where.words()
    assert "-1" not in grid.where.words()


def test_it_follows_every_edit(show_grid: ShowGrid) -> None:
    grid = show_grid(broken(), "requests", at=FIRST)
    assert "相差 1" in grid.where.words()
    grid.session.edit({FIRST: "61"}, "改为 61")
    assert "相差" not in grid.where.words()
    assert "增加 61" in grid.where.words()


def test_a_group_that_has_no_cell_of_its_own_is_added_up(show_grid: ShowGrid) -> None:
    figures = requests(denied_law__person=2, denied_third__person=3)
    grid = show_grid(report(NEW, figures=figures), "requests", at="requests.denied_law.person")
    assert "（三）不予公开小计 5" in grid.where.words()
    grid.session.edit({"requests.denied_case.person": "1"}, "x")
    assert "（三）不予公开小计 6" in grid.where.words()
    grid.session.edit({"requests.denied_case.person": None}, "x")
    assert "（三）不予公开小计 待填" in grid.where.words()


def test_where_a_file_had_only_the_figure_of_the_group_that_is_its_sum(
    show_grid: ShowGrid,
) -> None:
    rows = ("other_late", "other_unpaid", "other_rest")
    figures = requests(**{f"{row}__person": None for row in rows})
    document = report(NEW, figures=figures, group_values={"requests.other.person": 4})
    grid = show_grid(document, "requests", at=f"requests.{rows[0]}.person")
    assert "（六）其他处理小计 4" in grid.where.words()
    grid.session.edit({f"requests.{rows[0]}.person": "1"}, "x")
    assert "（六）其他处理小计 待填" in grid.where.words()


def test_no_more_than_three_relations_are_told(show_grid: ShowGrid) -> None:
    grid = show_grid(broken(), "requests", at="requests.results.total")
    relations = grid.session.relations("requests.results.total")
    words = grid.where.words()
    if len(relations) > 3:
        assert f"还有 {len(relations) - 3} 条" in words
    assert grid.where.toolTip() == words
    assert grid.where.accessibleName() == words


def test_a_where_line_too_long_ends_in_an_ellipsis_and_not_beyond_the_edge(
    show_grid: ShowGrid,
) -> None:
    grid = show_grid(broken(), "requests", size=(420, 500), at=FIRST)
    picture = grid.where.grab().toImage()
    ground = style.theme().colour("window").rgb()
    edge = [picture.pixel(picture.width() - 2, y) for y in range(3, picture.height())]
    assert set(edge) == {ground}


# 勾稽


def test_the_row_of_balances_tells_each_column(show_grid: ShowGrid) -> None:
    grid = show_grid(broken(granted__legal=None), "requests", at=FIRST)
    told = [grid.balance.told(column) for column in range(7)]
    states = [each.state if each is not None else "" for each in told]
    assert states == ["broken", "ok", "ok", "ok", "waiting", "ok", "waiting"]
    assert told[0] is not None
    assert told[0].difference == "1"
    assert grid.balance.identities[0].words == "一＋二 ＝ 三（七）＋四"
    assert grid.balance.broken == {0}
    grid.session.edit({"requests.granted.legal": "0"}, "x")
    total = grid.balance.told(6)
    assert total is not None
    assert total.state == "echo"


def test_a_narrow_balance_still_tells_the_difference(
    show_grid: ShowGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    write = Ink.write

    def watch(ink: Ink, painter: QPainter, *rest: Any) -> None:
        written.append(rest[-1])
        write(ink, painter, *rest)

    grid = show_grid(broken(), "requests", at=FIRST, size=(387, 257))
    monkeypatch.setattr(Ink, "write", watch)
    grid.balance.grab()
    assert "1" in written
    assert not any(words.startswith("差") for words in written)
    grid.resize(940, 615)
    written.clear()
    grid.balance.grab()
    assert "差 1" in written


def test_a_click_on_a_balance_goes_to_the_first_cell_of_the_column(show_grid: ShowGrid) -> None:
    grid = show_grid(broken(), "requests", at="requests.left.legal")
    scene = grid.view.scene
    assert scene is not None
    at = QPoint(scene.widths.label + scene.widths.columns[1] // 2, 10)
    QTest.mouseClick(grid.balance, Qt.MouseButton.LeftButton, pos=at)
    assert grid.spot.key == FIRST


def test_the_columns_at_fault_are_marked_in_their_heads(show_grid: ShowGrid) -> None:
    grid = show_grid(broken(), "requests", at="requests.left.legal")
    head = grid.view.column_heads
    soft = style.theme().colour("error_soft").rgb()
    picture = head.grab().toImage()
    assert picture.pixel(10, 25) == soft
    grid.session.edit({FIRST: "61"}, "x")
    assert head.grab().toImage().pixel(10, 25) != soft


def test_tables_without_an_identity_have_no_such_row(show_grid: ShowGrid) -> None:
    assert not show_grid(report(NEW), "disclosure").balance.identities
    assert not show_grid(report(NEW), "disputes").balance.identities


# Heads


def test_the_heads_of_the_current_cell_are_marked(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.granted.legal")
    soft = style.theme().colour("accent_soft").rgb()
    scene = grid.view.scene
    assert scene is not None
    row, column = scene.rows[2], scene.widths.columns[4]
    assert grid.view.row_heads.grab().toImage().pixel(30, row.top + 2) == soft
    heads = grid.view.column_heads
    assert heads.grab().toImage().pixel(column + 4, heads.height() - 6) == soft
    press(K.Key_Down)
    assert grid.view.row_heads.grab().toImage().pixel(30, row.top + 2) != soft


def hover(widget: QWidget, at: QPoint) -> str:
    event = QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at))
    QApplication.sendEvent(widget, event)
    return QToolTip.text()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_label_that_had_to_be_cut_is_told_in_full(show_grid: ShowGrid) -> None:
    style.set_theme(zoom=2.0)
    grid = show_grid(report(NEW), "requests", at=FIRST)
    scene = grid.view.scene
    assert scene is not None
    row = scene.rows[1]
    at = QPoint(60, row.top + row.height // 2)
    assert hover(grid.view.row_heads, at) == "二、上年结转政府信息公开申请数量"
    QToolTip.hideText()


# Theme, zoom, room


def test_another_zoom_lays_the_table_out_again(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.left.person")
    before = grid.view.visualRect(grid.model.index_of(FIRST)).height()
    style.set_theme(zoom=2.0)
    QApplication.processEvents()
    after = grid.view.visualRect(grid.model.index_of(FIRST))
    assert after.height() >= 2 * before
    assert (
        grid.view.viewport()
        .rect()
        .contains(grid.view.visualRect(grid.model.index_of("requests.left.person")))
    )
    assert not grid.view.horizontalScrollBar().isVisible()


def test_a_table_printed_across_is_seen_whole_at_200_percent_beside_the_findings(
    show_grid: ShowGrid,
) -> None:
    style.set_theme(zoom=2.0)
    figures = {"disputes.review.upheld": 4, "disputes.direct.upheld": 12}
    grid = show_grid(report(NEW, 2025, figures), "disputes", size=NARROW_PAGE)
    scene = grid.view.scene
    assert scene is not None
    assert scene.across_most == 0
    heads = grid.layout_.stays
    assert heads is not None
    for head in heads.heads:
        assert "".join(head_lines(scene.ink, scene.widths, head)) == head.text


def test_the_narrowest_column_shows_its_figure_whole(show_grid: ShowGrid) -> None:
    figures = requests(new__person=14, granted__person=14)
    grid = show_grid(report(NEW, 2025, figures), "requests", size=(387, 257))
    scene = grid.view.scene
    assert scene is not None
    for column, text in enumerate(grid._longest()):  # pyright: ignore[reportPrivateUsage]
        wide = scene.widths.columns[column + 1] - scene.widths.columns[column]
        room = wide - 1 - scene.ink.px(LEFT_PAD) - scene.ink.px(LEAST_PAD)
        assert scene.ink.wide("bold", text) <= room


def test_there_is_always_a_row_to_type_in(show_grid: ShowGrid) -> None:
    style.set_theme(zoom=2.0)
    grid = show_grid(broken(), "requests", size=(622, 257), at=FIRST)
    scene, seen = grid.view.scene, grid.where.y()
    assert scene is not None
    box = scene.box_of(grid.spot.at)
    assert box is not None
    assert scene.heights.head + box[1] + box[3] <= seen
    grid.resize(940, 615)
    assert grid.view.scene is not None
    assert grid.view.scene.heights.balance > 0


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5])
def test_the_edge_of_a_small_table_is_whole_at_every_scale(
    show_grid: ShowGrid, ratio: float
) -> None:
    grid = show_grid(report(NEW, 2025), "disputes")
    picture = QPixmap(round(grid.width() * ratio), round(grid.height() * ratio))
    picture.setDevicePixelRatio(ratio)
    grid.render(picture)
    image, edge = picture.toImage(), style.theme().colour("line_strong").rgb()
    box = grid.view.geometry()
    x = round((box.left() + 30) * ratio)
    low = round((box.bottom() + 1) * ratio)
    assert edge in {image.pixel(x, y) for y in range(low - 1, low + 3)}
    across = round((box.right() + 1) * ratio)
    y = round(box.center().y() * ratio)
    assert edge in {image.pixel(at, y) for at in range(across - 1, across + 3)}


def test_dark_colours_are_taken_at_once(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    style.set_theme(dark=True)
    QApplication.processEvents()
    picture = grid.view.viewport().grab().toImage()
    box = grid.view.visualRect(grid.model.index_of("requests.left.legal"))
    assert picture.pixel(box.left() + 20, box.top() + 4) == style.theme().colour("surface").rgb()


def test_an_open_edit_moves_with_its_cell(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", size=NARROW_PAGE, at="requests.partial.person")
    press("7")
    editor = grid.editing.editor
    before = editor.geometry()
    grid.view.verticalScrollBar().setValue(1)
    assert editor.geometry() != before
    cell = grid.view.visualRect(grid.model.index_of("requests.partial.person"))
    assert cell.contains(editor.geometry())
    style.set_theme(zoom=1.5)
    cell = grid.view.visualRect(grid.model.index_of("requests.partial.person"))
    assert cell.contains(editor.geometry())
    assert editor.text() == "7"


def test_a_figure_that_outgrows_its_column_widens_it(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    index = grid.model.index_of(FIRST)
    before = grid.view.visualRect(index).width()
    press("123456789", K.Key_Return)
    assert grid.view.visualRect(index).width() > before


def test_the_wheel_scrolls_and_with_ctrl_is_the_windows(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", size=NARROW_PAGE, at=FIRST)

    def turn(modifier: Qt.KeyboardModifier) -> bool:
        at = QPoint(100, 100).toPointF()
        event = QWheelEvent(
            at,
            grid.view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        grid.view.wheelEvent(event)
        return event.isAccepted()

    assert not turn(Qt.KeyboardModifier.ControlModifier)
    assert grid.view.verticalScrollBar().value() == 0
    turn(Qt.KeyboardModifier.NoModifier)
    assert grid.view.verticalScrollBar().value() > 0


# What is drawn


def test_a_committed_figure_is_not_the_drawing_of_the_whole_table(
    show_grid: ShowGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    drawn: list[int] = []
    paint = grid.view.paintEvent

    def counted(event: object) -> None:
        region = cast("list[QRect]", list(event.region()))  # type: ignore[attr-defined]
        drawn.append(sum(box.width() * box.height() for box in region))
        paint(event)  # type: ignore[arg-type]

    monkeypatch.setattr(grid.view, "paintEvent", counted)
    whole = grid.view.viewport().width() * grid.view.viewport().height()
    press("5")
    assert sum(drawn) < whole / 20
    drawn.clear()
    press(K.Key_Return)
    assert 0 < sum(drawn) < whole / 3


@pytest.mark.parametrize("each", [t.id for t in NEW.tables])
def test_what_is_drawn_bit_by_bit_is_what_would_be_drawn_anew(
    show_grid: ShowGrid, each: str
) -> None:
    last = report(NEW, 2024, {"disclosure.documents.in_force": 5, **requests(new__person=58)})
    figures = {"disclosure.documents.in_force": 7, **requests(new__person=60)}
    grid = show_grid(report(NEW, 2025, figures, previous=last), each, size=NARROW_PAGE)
    grid.set_show_last(True)
    chance = random.Random(each)
    arrows = [K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right, K.Key_Tab, K.Key_Return]
    others = [K.Key_Home, K.Key_End, K.Key_PageDown, K.Key_PageUp, K.Key_Delete, K.Key_Escape]
    for _ in range(60):
        key = chance.choice([*arrows, *arrows, *others, "7", "12", "x"])
        press(key, shift=key in arrows[:4] and chance.random() < 0.3)
        if not grid.editing.is_open:  # a caret blinks
            assert on_screen(grid) == anew(grid), key


def on_screen(grid: TableGrid) -> QImage:
    shot = grid.screen().grabWindow(grid.winId())
    return shot.toImage().convertToFormat(QImage.Format.Format_RGB32)


def anew(grid: TableGrid) -> QImage:
    return grid.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


# Other forms


@pytest.mark.parametrize("form", [NEW, OLD], ids=lambda e: e.id)
def test_every_table_of_the_shipped_forms_is_shown(show_grid: ShowGrid, form: object) -> None:
    for each in (NEW if form is NEW else OLD).tables:
        grid = show_grid(report(NEW if form is NEW else OLD), each.id)
        for key in grid.layout_:
            grid.spot.go(grid.layout_.place_of(key))
            box = grid.view.visualRect(grid.model.index_of(key))
            assert grid.view.viewport().rect().contains(box)
            assert grid.where.words()


def test_a_form_of_another_country_is_shown(show_grid: ShowGrid) -> None:
    form = edition(table("a g/b g/c d", "x y", groups="g"))
    grid = show_grid(report(form))
    assert grid.model.spoken("t.b.x") == "G › B，X，0"
    assert grid.view.row_heads.grab().toImage().width() > 100


def test_the_guides_example_of_an_own_form_is_typed_and_balanced(
    show_grid: ShowGrid, tmp_path: Path
) -> None:
    examples = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    text = next(example for example in examples if "family" in example)
    (tmp_path / "form.toml").write_text(text, encoding="utf-8")
    form = next(e for e in reportdesk.editions(tmp_path).values() if e.family != "cn-annual")
    grid = show_grid(Document(form, form.first_year))
    for figure in ("1", "2", "3", "4", "5", "6", "7", "8"):
        press(figure, K.Key_Tab)
    assert grid.model.standing("cases.answered.citizens").text == "12"
    press("9", K.Key_Tab)
    told = grid.balance.told(0)
    assert told is not None
    assert (told.state, told.difference) == ("broken", "17")


def test_another_report_in_its_place_is_shown_at_once(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    grid.session.replace(report(NEW, figures=requests(new__person=9)), "恢复版本")
    assert grid.model.face(FIRST).text == "9"
    grid.session.undo.undo()
    assert grid.model.face(FIRST).text == "0"
