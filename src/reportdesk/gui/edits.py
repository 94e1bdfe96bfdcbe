"""What the editing menus do: each goes to the field or the block that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.gui.text.text_widget import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.desk import Desk

Field = QLineEdit | QPlainTextEdit | QTextEdit
Block = TableGrid | TextBlock


class Edits:
    """The commands by their ids. ``desk`` tells the open report's desk, None on the start page;
    ``search`` puts the focus into the start page's search field."""

    def __init__(self, desk: Callable[[], Desk | None], search: Callable[[], None]) -> None:
        self._desk, self._search = desk, search

    def undo(self) -> None:
        """Take back the last step of the report. What is being typed is a step of its own."""
        if (desk := self._desk()) is not None:
            desk.commit()
            desk.session.undo.undo()

    def redo(self) -> None:
        """Do the step taken back again."""
        if (desk := self._desk()) is not None:
            desk.commit()
            desk.session.undo.redo()

    def cut(self) -> None:
        """Cut what is selected."""
        self._of_focus("cut")

    def copy(self) -> None:
        """Copy what is selected."""
        self._of_focus("copy")

    def paste(self) -> None:
        """Paste the clipboard."""
        self._of_focus("paste")

    def delete(self) -> None:
        """Blank what is selected."""
        field = _field()
        if isinstance(field, QLineEdit):
            field.del_()
        elif field is not None and (block := self._block()) is None:
            field.textCursor().removeSelectedText()
        elif (block := self._block()) is not None:
            block.delete()

    def select_all(self) -> None:
        """Select everything in the field, the table or the narrative."""
        if (field := _field()) is not None:
            field.selectAll()
        elif (block := self._block()) is not None:
            block.select_all()

    def find(self) -> None:
        """Find in the narrative, or among the reports."""
        if (text := self._text()) is not None:
            text.find()
        elif self._desk() is None:
            self._search()

    def replace(self) -> None:
        """Find and replace in the narrative."""
        if (text := self._text()) is not None:
            text.replace()

    def find_next(self) -> None:
        """Go to the next hit."""
        if (text := self._text()) is not None:
            text.find_next()

    def insert_live(self) -> None:
        """Put a number that follows its cell into the narrative."""
        if (text := self._text()) is not None:
            text.insert_live()

    def fill_zero(self) -> None:
        """Write 0 into the blanks of the selection, or of the whole table."""
        if (table := self._table()) is not None:
            table.fill_zero()

    def give_back(self) -> None:
        """Let the program reckon the selected totals again."""
        if (table := self._table()) is not None:
            table.give_back()

    def confirm(self) -> None:
        """Say of the selected imported figures that they are right."""
        if (table := self._table()) is not None:
            table.confirm()

    def _of_focus(self, command: str) -> None:
        """``cut``, ``copy`` or ``paste`` where the focus is. A narrative's own editor belongs to
        its block, which knows about live numbers."""
        block = self._block()
        field = _field()
        if isinstance(block, TextBlock) and field is not None and not isinstance(field, QLineEdit):
            getattr(block, command)()
        elif field is not None:
            getattr(field, command)()
        elif block is not None:
            getattr(block, command)()

    def _block(self) -> Block | None:
        desk = self._desk()
        if desk is None or desk.page is None:
            return None
        block = desk.page.block_at(QApplication.focusWidget())
        return block if isinstance(block, TableGrid | TextBlock) else None

    def _table(self) -> TableGrid | None:
        desk = self._desk()
        if desk is None or desk.page is None:
            return None
        block = self._block()
        if isinstance(block, TableGrid):
            return block
        return desk.page.tables[0] if len(desk.page.tables) == 1 else None

    def _text(self) -> TextBlock | None:
        desk = self._desk()
        if desk is None or desk.page is None:
            return None
        block = self._block()
        if isinstance(block, TextBlock):
            return block
        return desk.page.texts[0] if len(desk.page.texts) == 1 else None


def _field() -> Field | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) else None
