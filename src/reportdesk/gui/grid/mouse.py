"""The mouse over a grid: cells, labels and heads pressed, and the menu of a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from reportdesk.gui.grid.layout import Place
from reportdesk.gui.grid.menu import cell_menu

if TYPE_CHECKING:
    from reportdesk.gui.grid.commands import GridCommands
    from reportdesk.gui.grid.cursor import Cursor
    from reportdesk.gui.grid.editing import Editing
    from reportdesk.gui.grid.moves import Moves
    from reportdesk.gui.grid.view import GridView


class Mouse(QObject):
    """Moves the cursor to where the mouse is pressed, unless a refused text keeps it."""

    def __init__(
        self,
        view: GridView,
        cursor: Cursor,
        moves: Moves,
        editing: Editing,
        commands: GridCommands,
    ) -> None:
        super().__init__(view)
        self._view, self._cursor, self._moves = view, cursor, moves
        self._editing, self._commands = editing, commands
        view.pressed.connect(self._pressed)
        view.dragged.connect(self._dragged)
        view.double_clicked.connect(self._double_clicked)
        view.menu_asked.connect(self._show_menu)
        view.row_heads.pressed.connect(self._row_pressed)
        view.column_heads.pressed.connect(self._column_pressed)
        view.corner.pressed.connect(self._corner_pressed)

    def _free(self) -> bool:
        """Whether no edit is open any more; the focus stays with a refused text."""
        if self._editing.commit():
            self._view.setFocus()
            return True
        self._editing.editor.setFocus()
        return False

    def _pressed(self, place: Place, shift: bool) -> None:
        if not self._free():
            return
        if shift:
            self._cursor.extend(place)
        else:
            self._cursor.go(place)

    def _dragged(self, place: Place) -> None:
        if not self._editing.is_open:
            self._cursor.extend(place)

    def _double_clicked(self, place: Place) -> None:
        if self._free():
            self._cursor.go(place)
            self._editing.open(in_place=True)

    def _row_pressed(self, row: int, shift: bool) -> None:
        if self._free():
            start = self._cursor.at.row if shift else row
            self._cursor.select(self._moves.home(Place(start, 0)), self._moves.end(Place(row, 0)))

    def _column_pressed(self, column: int, shift: bool) -> None:
        if self._free():
            start = self._cursor.at.column if shift else column
            last = self._moves.bottom().row
            self._cursor.select(Place(0, start), Place(last, column))

    def _corner_pressed(self) -> None:
        if self._free():
            self._commands.select_all()

    def _show_menu(self, place: Place, where: QPoint) -> None:
        if not self._free():
            return
        if place not in self._cursor.block:
            self._cursor.go(place)
        menu = cell_menu(self._view, self._commands)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)
