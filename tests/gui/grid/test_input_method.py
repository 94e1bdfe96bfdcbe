"""Typing through a Chinese input method loses nothing, whether a cell is open or not."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from reportdesk.gui.grid.table_widget import TableGrid
from tests.builders import NEW, report, requests
from tests.gui.grid.conftest import ShowGrid, focus, press

K = Qt.Key
FIRST = "requests.new.person"


def compose(text: str, *, commit: str = "", to: QWidget | None = None) -> None:
    """What an input method sends: a text still being composed, or one committed."""
    event = QInputMethodEvent(text, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(to or focus(), event)
    QApplication.processEvents()


def shown(grid: TableGrid) -> str:
    return grid.editing.editor.text()


def test_a_composition_opens_the_cell_and_keeps_the_focus_until_it_ends(
    show_grid: ShowGrid,
) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)
    compose("j")
    assert grid.editing.is_open
    assert focus() is grid.view  # moving it would break the composition off
    assert grid.editing.editor.composing
    compose("jian")
    compose("", commit="件")
    assert shown(grid) == "件"
    assert focus() is grid.editing.editor


def test_a_committed_word_is_refused_at_enter_and_not_lost(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)
    compose("liushi")
    compose("", commit="六十")
    press(K.Key_Return)
    assert shown(grid) == "六十"
    assert "“六十”不是数字，原来的 60 没有改动。" in grid.where.words()
    assert grid.session.value(FIRST) == "60"


def test_full_width_digits_committed_at_once_are_a_number(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    compose("", commit="１")
    compose("", commit="２")
    press(K.Key_Return)
    assert grid.session.value(FIRST) == "12"


def test_a_composition_given_up_leaves_the_cell_as_it_was(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)
    compose("ni")
    compose("")
    assert not grid.editing.is_open
    assert focus() is grid.view
    assert grid.session.value(FIRST) == "60"
    press("7", K.Key_Return)
    assert grid.session.value(FIRST) == "7"


def test_no_key_is_the_grids_while_a_composition_is_open(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("1")
    compose("ni")
    press(K.Key_Return)
    press(K.Key_Tab)
    press(K.Key_Down)
    assert grid.editing.is_open
    assert grid.spot.key == FIRST
    compose("", commit="你")
    assert shown(grid) == "1你"


def test_a_composition_goes_on_inside_an_open_cell(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("1")
    compose("", commit="２")
    press("3", K.Key_Return)
    assert grid.session.value(FIRST) == "123"


def test_the_candidates_stand_at_the_cell(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at="requests.granted.legal")
    asked = grid.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    cell = grid.view.visualRect(grid.model.index_of("requests.granted.legal"))
    cell.translate(grid.view.viewport().pos())
    assert isinstance(asked, QRect)
    assert cell.intersects(asked)
    compose("ni")
    asked = grid.view.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert isinstance(asked, QRect)
    assert cell.intersects(asked)


def test_the_view_takes_input_methods(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    assert grid.view.inputMethodQuery(Qt.InputMethodQuery.ImEnabled)
    assert grid.view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_an_input_method_that_clears_the_view_it_leaves_is_no_trouble(
    show_grid: ShowGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)
    editor = grid.editing.editor
    move = editor.setFocus

    def clear_and_move() -> None:  # as that of ibus does
        compose("", to=grid.view)
        move()

    monkeypatch.setattr(editor, "setFocus", clear_and_move)
    compose("jian")
    compose("", commit="件")
    assert (shown(grid), focus()) == ("件", editor)


def test_another_cell_can_be_clicked_while_an_input_method_takes_its_words_back(
    show_grid: ShowGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    grid = show_grid(report(NEW, figures=requests(new__person=60)), "requests", at=FIRST)

    class Clearing:
        """What ibus does where it is told to commit."""

        def commit(self) -> None:
            compose("", to=grid.view)

    monkeypatch.setattr(
        "reportdesk.gui.grid.editing.QGuiApplication.inputMethod", lambda: Clearing()
    )
    compose("五")
    assert grid.editing.commit()
    assert not grid.editing.is_open
    assert grid.session.value(FIRST) == "60"
