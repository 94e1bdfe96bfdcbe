"""Before a paste that needs a look, the clerk sees what will become of every cell."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reportdesk.form.edition import Edition
from reportdesk.formats.recognise.vocabulary import vocabulary_of
from reportdesk.gui import style
from reportdesk.gui.grid.clipboard import block_of
from reportdesk.gui.grid.clipboard_judge import plan
from reportdesk.gui.grid.cursor import Block
from reportdesk.gui.grid.layout import GridLayout
from reportdesk.gui.grid.paste_dialog import PasteDialog
from reportdesk.gui.grid.paste_look import look_of
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import NEW, edition, report, table
from tests.gui.grid import payloads
from tests.gui.grid.payloads import mime

DOCUMENT = report(NEW, figures={"requests.left.legal": 4, "requests.left.other": 12})


def dialog(
    qtbot: QtBot,
    held: str | payloads.Rows,
    at: Block,
    *,
    form: Edition = NEW,
    block: str = "requests",
    document: Document = DOCUMENT,
) -> PasteDialog:
    layout = GridLayout(form.table(block))
    words = vocabulary_of(form)
    given = mime(text=held) if isinstance(held, str) else payloads.excel(held)
    found = plan(block_of(given, layout.table, words), layout, words, document, at)
    shown = PasteDialog(found, layout)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def last_row(qtbot: QtBot) -> PasteDialog:
    """Four figures over the last three cells of the last row."""
    return dialog(qtbot, [["5", "abc", "16", "9"]], Block(24, 4, 24, 4))


def labelled(qtbot: QtBot) -> PasteDialog:
    rows = [
        ["", "自然人"],
        ["（一）予以公开", "24"],
        ["（九）另行答复", "5"],
        ["（二）部分公开", "-"],
    ]
    return dialog(qtbot, rows, Block(0, 0, 0, 0))


def remarks(shown: PasteDialog) -> list[str]:
    items = [shown.form.remarks.item(row) for row in range(shown.form.remarks.count())]
    return [item.text() for item in items]


def test_the_button_says_how_many_go_in_and_how_many_do_not(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    assert shown.form.paste.text() == "粘贴 2 格，跳过 2 格"
    assert shown.form.size.text() == "剪贴板里有 1 行 4 列"
    assert "四、结转下年度继续办理 × 法律服务机构" in shown.form.how.text()


def test_every_cell_that_needs_a_look_is_named_with_its_reason(qtbot: QtBot) -> None:
    assert remarks(last_row(qtbot)) == [
        "“9”没有粘贴：超出了表格。",
        "四、结转下年度继续办理 × 其他　“abc”不是数字，原来的 12 没有改动。",
        "四、结转下年度继续办理 × 总计　总计填的是 16，各项相加是 17，按填写的总计保留。",
    ]
    assert remarks(labelled(qtbot)) == [
        "“5”没有粘贴：本表没有“（九）另行答复”这一行。",
        "1 格是空白，原来的数没有改动。",
        "1 格是“-”，没有当作 0。",
    ]


def test_cells_show_what_the_blank_will_hold_and_what_is_given_up(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    looks = [look_of(entry) for entry in shown.plan.entries]
    assert [(look.text, look.small, look.struck) for look in looks] == [
        ("5", "4 →", False),
        ("12", "abc", True),
        ("16", "≠17", False),
        ("", "9", True),
    ]


def test_labels_that_came_along_are_faint_and_stand_for_the_heads(qtbot: QtBot) -> None:
    shown = labelled(qtbot)
    label = next(e for e in shown.plan.entries if e.verdict == "label")
    assert look_of(label).small_tone == "text_3"
    assert look_of(label).text == ""
    assert not shown.form.grid.verticalHeader().isVisible()
    assert shown.form.how.text().startswith("按行名和列名对应。")


def test_without_labels_the_target_s_own_heads_stand_around(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    grid = shown.form.grid
    assert grid.verticalHeader().isVisible()
    model = grid.model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["法律服务机构", "其他", "总计", ""]
    assert model.headerData(0, Qt.Orientation.Vertical) == "四、结转下年度继续办理"


def test_it_stands_on_the_first_cell_to_look_at_and_tells_its_story(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    assert shown.form.grid.currentIndex().column() == 3
    assert shown.form.where.text() == "“9”没有粘贴：超出了表格。"
    shown.form.grid.setFocus()
    QTest.keyClick(shown.form.grid, Qt.Key.Key_Home)
    assert shown.form.where.text() == ("四、结转下年度继续办理 × 法律服务机构　原来是 4，改为 5。")


def test_a_remark_leads_to_its_cell(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    shown.form.remarks.setFocus()
    shown.form.remarks.setCurrentRow(0)
    QTest.keyClick(shown.form.remarks, Qt.Key.Key_Down)
    assert shown.form.grid.currentIndex().column() == 1
    assert "“abc”不是数字" in shown.form.where.text()


@pytest.mark.parametrize("part", ["paste", "grid", "remarks"])
def test_enter_pastes_wherever_the_focus_is(qtbot: QtBot, part: str) -> None:
    shown = last_row(qtbot)
    field = getattr(shown.form, part)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert shown.result() == QDialog.DialogCode.Accepted


def test_esc_and_the_button_leave_everything_as_it_is(qtbot: QtBot) -> None:
    for leave in ("key", "button"):
        shown = last_row(qtbot)
        if leave == "key":
            QTest.keyClick(shown, Qt.Key.Key_Escape)
        else:
            QTest.mouseClick(shown.form.cancel, Qt.MouseButton.LeftButton)
        assert not shown.isVisible()
        assert shown.result() == QDialog.DialogCode.Rejected


def test_the_focus_is_on_the_button_that_pastes(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    assert shown.focusWidget() is shown.form.paste


def test_where_nothing_can_be_pasted_there_is_only_a_way_out(qtbot: QtBot) -> None:
    other = NEW.table("disputes")
    values = dict.fromkeys((table_key for table_key in GridLayout(other)), "3")
    shown = dialog(qtbot, payloads.form(other, values), Block(0, 0, 0, 0))
    assert shown.form.paste.isHidden()
    assert shown.form.title.text() == "没有可以粘贴的数字"
    assert shown.form.safe.text() == "报告没有改动。"
    assert remarks(shown) == [
        "这是《政府信息公开行政复议、行政诉讼情况》的内容，请到那一节再粘贴。"
    ]
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert shown.result() == QDialog.DialogCode.Rejected


def test_a_cell_is_told_in_words_to_screen_readers(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    model = shown.form.grid.model()
    spoken = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "四、结转下年度继续办理 × 其他，“abc”不是数字，原来的 12 没有改动。"
    assert shown.form.grid.accessibleName()
    assert shown.form.remarks.accessibleName()


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_all_columns_of_the_largest_table_are_in_view(qtbot: QtBot, zoom: float) -> None:
    style.set_theme(zoom=zoom)
    rows = payloads.form(NEW.table("requests"), effective(DOCUMENT))
    shown = dialog(qtbot, rows, Block(0, 0, 0, 0))
    screen = shown.screen().availableSize()
    assert shown.width() <= screen.width()
    assert shown.height() <= screen.height()
    if zoom <= 1:
        assert shown.form.grid.horizontalScrollBar().maximum() == 0


def test_it_follows_the_theme(qtbot: QtBot) -> None:
    shown = last_row(qtbot)
    before = shown.form.grid.rowHeight(0)
    style.set_theme(zoom=2.0)
    assert shown.form.grid.rowHeight(0) == 2 * before
    light = shown.grab().toImage()
    style.set_theme(dark=True)
    QApplication.processEvents()
    assert shown.grab().toImage() != light


def test_a_table_side_by_side_names_both_its_heads(qtbot: QtBot) -> None:
    shown = dialog(qtbot, "5\tx", Block(0, 5, 0, 5), block="disputes")
    model = shown.form.grid.model()
    assert model.headerData(0, Qt.Orientation.Horizontal) == "未经复议直接起诉\n结果维持"
    assert not shown.form.grid.verticalHeader().isVisible()


def test_a_huge_block_is_shown_too(qtbot: QtBot) -> None:
    form = edition(table("a b c", "x y"))
    shown = dialog(
        qtbot, "1\t2\n" * 2000, Block(0, 0, 0, 0), form=form, block="t", document=report(form)
    )
    assert shown.form.paste.text() == "粘贴 6 格，跳过 3994 格"
    assert remarks(shown) == ["“1”、“2”、“1”等 3994 格没有粘贴：超出了表格。"]


def test_no_markup_in_the_clipboard_is_taken_for_ours(qtbot: QtBot) -> None:
    shown = dialog(qtbot, [["6", "<b>5</b><img src=x>"]], Block(0, 0, 0, 0))
    assert "<b>5</b>" in remarks(shown)[0]
    assert shown.form.where.textFormat() == Qt.TextFormat.PlainText
