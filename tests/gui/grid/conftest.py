"""A table on the screen, as a clerk has it before her."""

from collections.abc import Callable, Iterator
from typing import Protocol

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.gui.session import Session
from reportdesk.report.document import Document

PAGE = (940, 615)
"""What is left for a table on a screen of 1366 × 768."""
NARROW_PAGE = (797, 461)
"""The same at 125 %: 1093 × 614."""


class ShowGrid(Protocol):
    def __call__(
        self,
        document: Document,
        table: str = "",
        *,
        size: tuple[int, int] = PAGE,
        at: str = "",
    ) -> TableGrid: ...


@pytest.fixture
def show_grid(
    open_session: Callable[[Document], Session], qtbot: QtBot, qapp: QApplication
) -> Iterator[ShowGrid]:
    """Shows a table of a document, with the focus in its current cell."""
    shown: list[TableGrid] = []

    def show(
        document: Document,
        table: str = "",
        *,
        size: tuple[int, int] = PAGE,
        at: str = "",
    ) -> TableGrid:
        session = open_session(document)
        edition = document.edition
        grid = TableGrid(session, edition.table(table) if table else edition.tables[0])
        qtbot.addWidget(grid)
        grid.resize(*size)
        with qtbot.waitActive(grid):
            grid.show()
            grid.activateWindow()
        if at:
            grid.select_key(at)
        else:
            grid.focus_first()
        qapp.processEvents()
        shown.append(grid)
        return grid

    yield show
    for grid in shown:
        grid.editing.cancel()


def focus() -> QWidget:
    """Where keys go now."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(*keys: Qt.Key | str, shift: bool = False, ctrl: bool = False, alt: bool = False) -> None:
    """Press keys where the focus is: single keys, or characters as they are typed."""
    modifiers = Qt.KeyboardModifier.NoModifier
    for held, modifier in (
        (shift, Qt.KeyboardModifier.ShiftModifier),
        (ctrl, Qt.KeyboardModifier.ControlModifier),
        (alt, Qt.KeyboardModifier.AltModifier),
    ):
        if held:
            modifiers |= modifier
    for key in keys:
        if isinstance(key, str):
            for character in key:
                QTest.keyClicks(focus(), character, modifiers)
        else:
            QTest.keyClick(focus(), key, modifiers)
    QApplication.processEvents()
