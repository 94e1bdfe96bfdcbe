"""What the editing menus do: each goes to the field or the block that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.desk import Desk
    from reportdesk.gui.grid.table_widget import TableGrid
    from reportdesk.gui.text.text_widget import TextBlock

Field = QLineEdit | QPlainTextEdit | QTextEdit


class Edits:
    """The commands by their ids. ``desk`` tells the open report's desk, None on the start page;
    ``search`` puts the focus into the start page's search field."""

    def __init__(self, desk: Callable[[], Desk | None], search: Callable[[], None]) -> None:
        self._desk, self._search = desk, search

    def undo(self) -> None:
        """Take back the last step of the report. What is being typed is a step of its own."""
        if (desk := self._desk()) is not None:
            desk.commit()
            desk.session.step_back()

    def redo(self) -> None:
        """Do the step taken back again."""
        if (desk := self._desk()) is not None:
            desk.commit()
            desk.session.step_forward()

    def cut(self) -> None:
        """Cut what is selected."""
        self._of_focus("cut")

    def copy(self) -> None:
        """Copy what is selected."""
        self._of_focus("copy")

    def copy_with_labels(self) -> None:
        """Copy the selected figures with the labels of their rows and columns."""
        if (table := self._table()) is not None:
            table.commands.copy_with_labels()

    def paste(self) -> None:
        """Paste the clipboard."""
        self._of_focus("paste")

    def delete(self) -> None:
        """Blank what is selected."""
        field, block = _field(), self._block()
        if isinstance(field, QLineEdit):
            field.del_()
        elif block is not None:
            block.delete()
        elif field is not None:
            field.textCursor().removeSelectedText()

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

    def hold(self) -> None:
        """Say of the paragraph at the caret, which stands as last year, that it holds."""
        if (text := self._text()) is not None:
            text.holding.hold_here()

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
        its block, which knows about live numbers; any other field looks after itself."""
        field, block = _field(), self._block()
        own = isinstance(field, QPlainTextEdit | QTextEdit) and block is not None
        target = block if own or field is None else field
        if target is not None:
            getattr(target, command)()

    def _block(self) -> TableGrid | TextBlock | None:
        return self._table_in_focus() or self._text_in_focus()

    def _table_in_focus(self) -> TableGrid | None:
        desk = self._desk()
        page = desk.page if desk is not None else None
        block = page.block_at(QApplication.focusWidget()) if page is not None else None
        return next((t for t in page.tables if t is block), None) if page is not None else None

    def _text_in_focus(self) -> TextBlock | None:
        desk = self._desk()
        page = desk.page if desk is not None else None
        block = page.block_at(QApplication.focusWidget()) if page is not None else None
        return next((t for t in page.texts if t is block), None) if page is not None else None

    def _table(self) -> TableGrid | None:
        desk = self._desk()
        if desk is None or desk.page is None:
            return None
        only = desk.page.tables[0] if len(desk.page.tables) == 1 else None
        return self._table_in_focus() or only

    def _text(self) -> TextBlock | None:
        desk = self._desk()
        if desk is None or desk.page is None:
            return None
        only = desk.page.texts[0] if len(desk.page.texts) == 1 else None
        return self._text_in_focus() or only


def _field() -> Field | None:
    focus = QApplication.focusWidget()
    return focus if isinstance(focus, QLineEdit | QPlainTextEdit | QTextEdit) else None
