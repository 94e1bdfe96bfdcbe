"""Selections and what can be done with them, each command one step."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from reportdesk.gui.grid.cursor import Block
from reportdesk.gui.grid.paste_dialog import PasteDialog
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.report.document import Origin
from tests.builders import NEW, cells, edition, report, requests, table
from tests.gui.grid.conftest import ShowGrid, focus, press

K = Qt.Key
FIRST = "requests.new.person"
TOTAL = "requests.new.total"


def steps(grid: TableGrid) -> list[str]:
    stack = grid.session.undo
    return [stack.text(number) for number in range(stack.count())]


def values(grid: TableGrid, *keys: str) -> list[str]:
    return [grid.session.value(key) for key in keys]


# Moving and selecting


def test_enter_goes_down_and_after_tabs_back_to_where_the_run_began(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.new.company")
    press("1", K.Key_Tab, "2", K.Key_Tab, "3", K.Key_Return)
    assert grid.spot.key == "requests.carried.company"
    press(K.Key_Return)
    assert grid.spot.key == "requests.granted.company"
    press(K.Key_Return, shift=True)
    assert grid.spot.key == "requests.carried.company"


def test_tab_skips_totals_and_leaves_the_table_at_its_end(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.left.other")
    left: list[int] = []
    grid.left.connect(left.append)
    press(K.Key_Tab)
    assert left == [1]
    grid.select_key("requests.new.other")
    press(K.Key_Tab)
    assert grid.spot.key == "requests.carried.person"
    grid.select_key(FIRST)
    press(K.Key_Tab, shift=True)
    assert left == [1, -1]


def test_ctrl_tab_leaves_the_table_from_anywhere(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.granted.legal")
    press("7")
    left: list[int] = []
    grid.left.connect(left.append)
    press(K.Key_Tab, ctrl=True)
    assert left == [1]
    assert grid.session.value("requests.granted.legal") == "7"


def test_arrows_enter_totals(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.new.other")
    press(K.Key_Right)
    assert grid.spot.key == TOTAL
    press(K.Key_Right)
    assert grid.spot.key == TOTAL


def test_home_end_and_pages(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.granted.legal")
    press(K.Key_Home)
    assert grid.spot.key == "requests.granted.person"
    press(K.Key_End)
    assert grid.spot.key == "requests.granted.total"
    press(K.Key_End, ctrl=True)
    assert grid.spot.key == "requests.left.total"
    press(K.Key_Home, ctrl=True)
    assert grid.spot.key == FIRST
    press(K.Key_PageDown)
    assert grid.spot.at.row > 5
    press(K.Key_PageUp)
    assert grid.spot.at.row == 0


def test_shift_extends_and_escape_ends_the_selection(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press(K.Key_Down, K.Key_Right, K.Key_Right, shift=True)
    assert grid.spot.block == Block(0, 0, 1, 2)
    assert grid.spot.key == FIRST
    assert len(grid.view.selectionModel().selectedIndexes()) == 6
    press(K.Key_Escape)
    assert grid.spot.single
    press(K.Key_Down, shift=True, ctrl=True)
    assert grid.spot.block == Block(0, 0, 24, 0)


def test_tab_and_enter_go_round_inside_a_selection(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press(K.Key_Down, K.Key_Right, shift=True)
    press("1", K.Key_Tab, "2", K.Key_Tab, "3", K.Key_Tab, "4", K.Key_Tab)
    assert grid.spot.key == FIRST
    rows = ("requests.new", "requests.carried")
    assert values(grid, *(f"{r}.{c}" for r in rows for c in ("person", "company"))) == [*"1234"]
    press(K.Key_Return)
    assert grid.spot.key == "requests.carried.person"
    assert grid.spot.block == Block(0, 0, 1, 1)


def test_everything_is_selected_and_labels_select_their_row_and_column(
    show_grid: ShowGrid,
) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.granted.legal")
    press("a", ctrl=True)
    assert grid.spot.block == Block(0, 0, 24, 6)
    assert grid.spot.key == "requests.granted.legal"
    left = Qt.MouseButton.LeftButton
    cell = grid.view.visualRect(grid.model.index_of("requests.partial.charity")).center()
    QTest.mouseClick(grid.view.row_heads, left, pos=cell)
    assert grid.spot.block == Block(3, 0, 3, 6)
    head = grid.view.column_heads
    QTest.mouseClick(head, left, pos=head.rect().bottomLeft() + cell - cell.__class__(0, cell.y()))
    assert grid.spot.block == Block(0, 3, 24, 3)
    assert focus() is grid.view


# Commands


def test_del_blanks_the_selection_as_one_step(show_grid: ShowGrid) -> None:
    figures = requests(new__person=1, new__company=2, carried__person=3, carried__company=4)
    grid = show_grid(report(NEW, figures=figures), "requests", at=FIRST)
    press(K.Key_Down, K.Key_Right, shift=True)
    press(K.Key_Delete)
    assert values(grid, *figures) == [""] * 4
    assert steps(grid) == ["清除 4 格"]
    grid.session.undo.undo()
    assert values(grid, *figures) == [*"1234"]


def test_del_over_blanks_and_reckoned_totals_is_no_step(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.results.person")
    press(K.Key_Right, shift=True)
    press(K.Key_Delete)
    assert steps(grid) == []


def test_blanks_are_filled_with_0_in_the_table_or_in_the_selection(show_grid: ShowGrid) -> None:
    blank = report(NEW, figures=dict.fromkeys(cells(NEW)))
    grid = show_grid(blank, "requests", at=FIRST)
    press("5", K.Key_Tab)
    press(K.Key_Right, shift=True)
    press("0", alt=True)
    assert values(grid, FIRST, "requests.new.company", "requests.new.legal") == ["5", "0", ""]
    press(K.Key_Escape)
    press("0", alt=True)
    assert grid.session.value(FIRST) == "5"
    assert all(grid.session.value(key) for key in grid.layout_ if grid.steps.is_entry(key))
    assert not any(grid.session.value(key) for key in grid.layout_ if not grid.steps.is_entry(key))
    assert steps(grid)[1:] == ["空白处填 0（2 格）", "空白处填 0（141 格）"]
    assert "已在 141 格空白处填 0。" in grid.where.words()
    press("0", alt=True)
    assert "没有空白格。" in grid.where.words()


def test_alt_and_the_number_pad_are_the_systems(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=dict.fromkeys(cells(NEW))), "requests", at=FIRST)
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    QTest.keyClick(focus(), K.Key_0, both)
    assert steps(grid) == []
    for widget in (grid.view, grid.editing.editor):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, K.Key_0, both)
        override.ignore()
        QApplication.sendEvent(widget, override)
        assert override.isAccepted()  # no menu takes it either


def test_ctrl_enter_fills_the_selection_but_no_total(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.new.legal")
    press(K.Key_Right, K.Key_Right, shift=True)
    press("7")
    press(K.Key_Return, ctrl=True)
    assert values(grid, "requests.new.legal", "requests.new.other", TOTAL) == ["7", "7", ""]
    assert grid.spot.key == "requests.new.legal"
    assert steps(grid) == ["填写 2 格"]


def test_ctrl_d_copies_down_in_a_selection_and_from_above_without(show_grid: ShowGrid) -> None:
    grid = show_grid(
        report(NEW, figures=requests(new__person=3, new__company=4)), "requests", at=FIRST
    )
    press(K.Key_Down, K.Key_Down, K.Key_Right, shift=True)
    press("d", ctrl=True)
    assert values(grid, "requests.granted.person", "requests.carried.company") == ["3", "4"]
    assert steps(grid) == ["向下填充（4 格）"]
    grid.select_key("requests.partial.person")
    press("d", ctrl=True)
    assert grid.session.value("requests.partial.person") == "3"


def test_filling_down_leaves_out_what_the_cell_cannot_take(show_grid: ShowGrid) -> None:
    grid = show_grid(
        report(NEW, figures={"disclosure.enforcement.decisions": 3}),
        "disclosure",
        at="disclosure.fees.amount",
    )
    press("2.5", K.Key_Up, K.Key_Up)
    grid.session.edit({"disclosure.penalties.decisions": None}, "x")
    grid.spot.go(grid.layout_.place_of("disclosure.fees.amount"))
    press("d", ctrl=True)
    assert grid.session.value("disclosure.fees.amount") == "3"


def test_totals_of_a_selection_are_given_back_together(show_grid: ShowGrid) -> None:
    document = report(NEW)
    for key in (TOTAL, "requests.carried.total"):
        document.values[key] = "9"
    grid = show_grid(document, "requests", at=TOTAL)
    press(K.Key_Down, shift=True)
    grid.give_back()
    assert steps(grid) == ["交回自动合计"]
    assert grid.model.standing("requests.carried.total").kind == "computed"
    grid.give_back()
    assert "没有手填的总计" in grid.where.words()


def test_imported_figures_of_a_selection_are_confirmed_together(show_grid: ShowGrid) -> None:
    document = report(NEW)
    for key in cells(NEW, block="requests"):
        document.origins[key] = Origin("file", "x.docx")
    grid = show_grid(document, "requests", at=FIRST)
    grid.select_all()
    grid.confirm()
    assert not grid.session.document.origins
    assert steps(grid) == ["确认 144 格"]
    grid.confirm()
    assert "没有导入未确认的数" in grid.where.words()


def test_figures_are_copied_cut_and_pasted(show_grid: ShowGrid) -> None:
    figures = requests(new__person=1, new__company=2, carried__person=3, carried__company=4)
    grid = show_grid(report(NEW, figures=figures), "requests", at=FIRST)
    press(K.Key_Down, K.Key_Right, shift=True)
    press("c", ctrl=True)
    assert QGuiApplication.clipboard().text() == "1\t2\n3\t4"
    grid.select_key("requests.granted.person")
    press("v", ctrl=True)
    assert values(grid, "requests.granted.person", "requests.partial.company") == ["1", "4"]
    assert steps(grid) == ["粘贴 4 格"]
    assert grid.spot.block == Block(2, 0, 3, 1)
    press("x", ctrl=True)
    assert values(grid, "requests.granted.person", "requests.partial.company") == ["", ""]
    assert steps(grid)[-1] == "清除 4 格"


def test_what_does_not_fit_is_shown_before_anything_changes(
    show_grid: ShowGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.new.other")
    mime = QMimeData()
    mime.setText("1\tx\n2\t3")
    shown: list[PasteDialog] = []
    answer = [QDialog.DialogCode.Rejected]

    def run(dialog: PasteDialog) -> int:
        shown.append(dialog)
        return answer[0].value

    monkeypatch.setattr(PasteDialog, "exec", run)
    QGuiApplication.clipboard().setMimeData(mime)
    press("v", ctrl=True)
    assert len(shown) == 1
    assert steps(grid) == []
    answer[0] = QDialog.DialogCode.Accepted
    press("v", ctrl=True)
    assert grid.session.value("requests.new.other") == "1"
    assert len(steps(grid)) == 1
    grid.session.undo.undo()
    assert grid.session.value("requests.new.other") == "0"


def test_a_clipboard_without_figures_is_told_and_changes_nothing(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    QGuiApplication.clipboard().setMimeData(QMimeData())
    press("v", ctrl=True)
    assert steps(grid) == []
    assert "没有" in grid.where.words()


def test_while_a_cell_is_edited_the_clipboard_is_its_fields(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=125)), "requests", at=FIRST)
    press(K.Key_F2)
    grid.editing.editor.selectAll()
    grid.copy()
    assert QGuiApplication.clipboard().text() == "125"
    grid.cut()
    assert grid.editing.editor.text() == ""
    grid.paste()
    grid.paste()
    assert grid.editing.editor.text() == "125125"
    grid.editing.editor.setCursorPosition(0)
    grid.delete()
    assert grid.editing.editor.text() == "25125"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_cell_offers_what_can_be_done(show_grid: ShowGrid) -> None:
    document = report(NEW, figures=requests(new__person=None))
    document.values[TOTAL] = "9"
    grid = show_grid(document, "requests", at=TOTAL)
    grid.view.menu_asked.emit(grid.spot.at, grid.mapToGlobal(grid.rect().center()))
    menu = next(each for each in grid.findChildren(QMenu) if each.isVisible())
    can = {a.text().partition("\t")[0]: a.isEnabled() for a in menu.actions() if a.text()}
    assert can["交回自动合计"]
    assert can["空白处填 0"]
    assert not can["确认导入的数"]
    next(a for a in menu.actions() if a.text().startswith("交回")).trigger()
    assert grid.session.value(TOTAL) == ""
    menu.close()


def test_a_form_of_ones_own_is_typed_alike(show_grid: ShowGrid) -> None:
    form = edition(table("a b", "x y"))
    document = report(form, figures=dict.fromkeys(cells(form)))
    grid = show_grid(document)
    press("1", K.Key_Tab, "2", K.Key_Tab, "3", K.Key_Tab, "4", K.Key_Tab)
    assert values(grid, "t.a.x", "t.a.y", "t.b.x", "t.b.y") == [*"1234"]
