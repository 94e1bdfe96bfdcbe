"""Typing into a table is as in a spreadsheet, every edit one named step, nothing lost."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reportdesk.gui.grid.layout import Place
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.report.document import Origin
from tests.builders import NEW, OLD, report, requests
from tests.gui.grid.conftest import ShowGrid, focus, press

K = Qt.Key
FIRST = "requests.new.person"
SECOND = "requests.new.company"
BELOW = "requests.carried.person"
TOTAL = "requests.new.total"


def value(grid: TableGrid, key: str) -> str | None:
    return grid.session.document.values.get(key)


def steps(grid: TableGrid) -> list[str]:
    stack = grid.session.undo
    return [stack.text(number) for number in range(stack.count())]


def click(grid: TableGrid, key: str, *, double: bool = False, shift: bool = False) -> None:
    box = grid.view.visualRect(grid.model.index_of(key))
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    do = QTest.mouseDClick if double else QTest.mouseClick
    do(grid.view.viewport(), Qt.MouseButton.LeftButton, modifier, box.center())


# Taking a value


def test_typing_replaces_the_value_and_tab_goes_on(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=FIRST)
    press("12", K.Key_Tab)
    assert value(grid, FIRST) == "12"
    assert grid.spot.key == SECOND
    assert steps(grid) == ["填写 一 × 自然人"]
    assert focus() is grid.view


def test_the_value_is_on_disk_at_once(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("12", K.Key_Return)
    session = grid.session
    stored = session.store.open(session.id, {NEW.id: NEW})
    assert stored.values[FIRST] == "12"


def test_f2_edits_in_place_and_arrows_then_move_the_caret(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=15)), "requests", at=FIRST)
    press(K.Key_F2, K.Key_Left, "2", K.Key_Return)
    assert value(grid, FIRST) == "125"
    assert grid.spot.key == BELOW


def test_without_f2_an_arrow_takes_the_value_and_moves(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("3", K.Key_Right)
    assert value(grid, FIRST) == "3"
    assert grid.spot.key == SECOND
    press("4", K.Key_Down)
    assert value(grid, SECOND) == "4"
    assert grid.spot.at == Place(1, 1)


def test_a_double_click_edits_in_place(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__company=9)), "requests", at=FIRST)
    click(grid, SECOND, double=True)
    press(K.Key_Home, "1", K.Key_Return)
    assert value(grid, SECOND) == "19"


def test_escape_gives_the_edit_up(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=FIRST)
    press("77", K.Key_Escape)
    assert value(grid, FIRST) == "5"
    assert steps(grid) == []
    assert focus() is grid.view
    assert not grid.editing.is_open


def test_typing_what_is_there_already_is_no_step(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=FIRST)
    press("5", K.Key_Return, K.Key_Up, K.Key_F2, K.Key_Return)
    assert steps(grid) == []


def test_full_width_digits_thousands_and_a_unit_are_understood(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press(K.Key_F2)
    grid.editing.editor.setText("１，２３４件")
    press(K.Key_Return)
    assert value(grid, FIRST) == "1234"


def test_backspace_begins_with_nothing_and_enter_then_blanks(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=FIRST)
    press(K.Key_Backspace, K.Key_Return)
    assert value(grid, FIRST) is None
    assert steps(grid) == ["清除 一 × 自然人"]


def test_a_space_alone_blanks_nothing(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=FIRST)
    press(" ", K.Key_Return)
    assert value(grid, FIRST) == "5"


def test_clicking_another_cell_takes_the_value(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("8")
    click(grid, SECOND)
    assert value(grid, FIRST) == "8"
    assert grid.spot.key == SECOND


def test_keys_that_still_reach_the_table_go_to_the_field(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    QTest.keyClicks(grid.view, "123")
    press(K.Key_Return)
    assert value(grid, FIRST) == "123"


# Refusing


def test_a_refused_text_stays_with_the_reason_until_escape(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)
    press("abc", K.Key_Return)
    assert grid.editing.editor.text() == "abc"
    assert grid.spot.key == FIRST
    assert "“abc”不是数字，原来的 60 没有改动。" in grid.where.words()
    assert value(grid, FIRST) == "60"
    press(K.Key_Escape)
    assert "不是数字" not in grid.where.words()
    assert not grid.editing.is_open


def test_a_refused_text_can_be_made_good(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)
    press("3.5", K.Key_Tab)
    assert "带小数" in grid.where.words()
    press(K.Key_Backspace, K.Key_Backspace, K.Key_Tab)
    assert value(grid, FIRST) == "3"
    assert "带小数" not in grid.where.words()
    assert grid.spot.key == SECOND


def test_a_refused_text_keeps_the_mouse_and_the_search_for_errors_away(
    show_grid: ShowGrid,
) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("x", K.Key_Return)
    click(grid, SECOND)
    assert grid.spot.key == FIRST
    assert focus() is grid.editing.editor
    grid.select_key(SECOND)
    assert grid.spot.key == FIRST
    assert not grid.flush()
    assert grid.editing.editor.text() == "x"


def test_a_negative_figure_is_taken_only_where_the_form_has_a_sign(show_grid: ShowGrid) -> None:
    document = report(OLD)
    signed = next(k for k, f in OLD.fields.items() if f.holds == "signed")
    count = next(k for k, f in OLD.fields.items() if f.holds == "count")
    grid = show_grid(document, signed.partition(".")[0], at=signed)
    press("-18", K.Key_Return)
    assert value(grid, signed) == "-18"
    grid.select_key(count)
    press("-18", K.Key_Return)
    assert value(grid, count) == "0"
    assert "这里不填负数" in grid.where.words()


def test_money_takes_decimals_and_an_amount_its_unit(show_grid: ShowGrid) -> None:
    money = next(k for k, f in NEW.fields.items() if f.holds == "money")
    grid = show_grid(report(NEW), money.partition(".")[0], at=money)
    press("7,730.28", K.Key_Return)
    assert value(grid, money) == "7730.28"
    amount = next(k for k, f in OLD.fields.items() if f.holds == "amount")
    old = show_grid(report(OLD), amount.partition(".")[0], at=amount)
    press(K.Key_F2)
    old.editing.editor.setText("678.15万元")
    press(K.Key_Return)
    assert value(old, amount) == "678.15万元"


def test_leaving_the_table_takes_a_good_text_and_keeps_a_refused_one(
    show_grid: ShowGrid, qtbot: QtBot
) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("4")
    grid.where.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    grid.where.setFocus()
    assert value(grid, FIRST) == "4"
    assert not grid.editing.is_open
    grid.select_key(FIRST)
    press("q")
    grid.where.setFocus()
    assert grid.editing.is_open
    assert grid.editing.editor.text() == "q"


# Totals


def test_a_typed_total_stays_and_del_gives_it_back(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=TOTAL)
    press("6", K.Key_Left)
    assert value(grid, TOTAL) == "6"
    assert grid.model.face(TOTAL).sign == "≠5"
    grid.select_key(TOTAL)
    press(K.Key_Delete)
    assert value(grid, TOTAL) is None
    assert steps(grid)[-1] == "交回自动合计"


def test_a_total_typed_as_reckoned_is_kept_as_typed(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=TOTAL)
    press("5", K.Key_Left)
    assert value(grid, TOTAL) == "5"
    assert grid.model.face(TOTAL).sign == "＝"
    grid.select_key(TOTAL)
    press("=", alt=True)
    assert value(grid, TOTAL) is None


def test_looking_into_a_total_with_f2_types_nothing(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=TOTAL)
    press(K.Key_F2)
    assert grid.editing.editor.text() == "5"
    press(K.Key_Return)
    assert value(grid, TOTAL) is None


def test_alt_equals_throws_an_open_edit_of_a_total_away(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=5)), "requests", at=TOTAL)
    press("6", K.Key_Left)
    grid.select_key(TOTAL)
    press("7")
    press("=", alt=True)
    assert value(grid, TOTAL) is None
    assert not grid.editing.is_open


# Imported figures


def test_an_imported_figure_is_confirmed_by_typing_it_again_or_by_the_command(
    show_grid: ShowGrid,
) -> None:
    document = report(NEW, figures=requests(new__person=5, new__company=6, new__legal=7))
    for key in (FIRST, SECOND, "requests.new.legal"):
        document.origins[key] = Origin("file", "last.docx")
    grid = show_grid(document, "requests", at=FIRST)
    press(K.Key_Tab)
    assert FIRST in grid.session.document.origins  # passing by vouches for nothing
    press(K.Key_Left, "5", K.Key_Tab)
    assert FIRST not in grid.session.document.origins
    assert value(grid, FIRST) == "5"
    press(K.Key_Return, shift=True, ctrl=True)
    assert SECOND not in grid.session.document.origins
    assert grid.spot.key == SECOND
    assert steps(grid) == ["确认 1 格", "确认 1 格"]
    grid.session.undo.undo()
    assert SECOND in grid.session.document.origins


def test_an_imported_figure_is_confirmed_by_looking_into_it_and_enter_not_by_leaving(
    show_grid: ShowGrid,
) -> None:
    document = report(NEW, figures=requests(new__person=5))
    document.origins[FIRST] = Origin("file", "last.docx")
    grid = show_grid(document, "requests", at=FIRST)
    press(K.Key_F2)
    assert grid.flush()
    assert FIRST in grid.session.document.origins
    press(K.Key_F2, K.Key_Return)
    assert FIRST not in grid.session.document.origins


# Undo


def test_every_edit_can_be_undone_to_the_beginning_and_done_again(show_grid: ShowGrid) -> None:
    document = report(NEW, figures=requests(new__person=None, new__company=None))
    before = dict(document.values)
    grid = show_grid(document, "requests", at=FIRST)
    press("1", K.Key_Tab, "2", K.Key_Tab, K.Key_Delete, "3", K.Key_Tab)
    press("0", alt=True)
    after = dict(grid.session.document.values)
    assert after != before
    while grid.session.undo.canUndo():
        grid.session.undo.undo()
    assert grid.session.document.values == before
    while grid.session.undo.canRedo():
        grid.session.undo.redo()
    assert grid.session.document.values == after


def test_what_another_part_changes_is_seen_at_once(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    grid.session.edit({SECOND: "8"}, "改")
    assert grid.model.face(SECOND).text == "8"
    assert grid.model.face(TOTAL).text == "8"
    grid.session.undo.undo()
    assert grid.model.face(TOTAL).text == "0"


def test_the_mouse_drags_a_selection_and_shift_extends_it(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    view = grid.view
    start = view.visualRect(grid.model.index_of(FIRST)).center()
    end = view.visualRect(grid.model.index_of("requests.granted.research")).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), QPoint(start.x() + 20, start.y() + 10))
    QTest.mouseMove(view.viewport(), end)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    click(grid, "requests.carried.company", shift=True)
    assert list(grid.spot.selected_keys()) == [FIRST, SECOND, BELOW, "requests.carried.company"]
