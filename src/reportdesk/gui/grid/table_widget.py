"""A statistical table on the screen: built from the edition, edited as in a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from reportdesk.gui.grid.balance import BalanceRow
from reportdesk.gui.grid.commands import GridCommands
from reportdesk.gui.grid.cursor import Cursor
from reportdesk.gui.grid.editing import Editing
from reportdesk.gui.grid.head_paint import Marked
from reportdesk.gui.grid.identity import frozen_rows, identities
from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.keys import Keys
from reportdesk.gui.grid.layout import GridLayout
from reportdesk.gui.grid.model import GridModel
from reportdesk.gui.grid.mouse import Mouse
from reportdesk.gui.grid.moves import Moves
from reportdesk.gui.grid.scene import Room, Scene, is_simple
from reportdesk.gui.grid.steps import Steps
from reportdesk.gui.grid.view import GridView
from reportdesk.gui.grid.where import WhereLine
from reportdesk.gui.grid.widths import digits_need
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

    from reportdesk.form.table import Table
    from reportdesk.gui.session import Session

_MARGIN = 12
"""Around a small table."""


class TableGrid(QWidget):
    """One table with its row of 勾稽 and the where line. All edits are steps of the session."""

    current = Signal(str)
    """The key of the current cell."""
    left = Signal(int)
    """The clerk went past the last cell (1) or the first (-1)."""

    def __init__(self, session: Session, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.table = session, table
        self.layout_ = GridLayout(table)
        self.model = GridModel(session, self.layout_, self)
        self.steps = Steps(session, self.layout_)
        self.moves = Moves(
            self.layout_, self.steps.is_entry, lambda key: bool(session.effective(key))
        )
        self.spot = Cursor(self.layout_, self.moves.first, self)
        self._edition = session.edition
        self._simple = is_simple(self.layout_)
        self._frozen = frozen_rows(session.edition, self.layout_)
        self._was = self.spot.at
        self._was_single = True
        self._visited = False
        self._wanted_scroll = ""
        self._build()
        self._connect()

    def _build(self) -> None:
        totals = [key for key in self.layout_ if not self.steps.is_entry(key)]
        entries = {self.layout_.place_of(k).row for k in self.layout_ if self.steps.is_entry(k)}
        strong = frozenset({self.layout_.place_of(k).row for k in totals} - entries)
        self.view = GridView(self.model, self.spot, strong, self)
        self.view.setAccessibleName(self.table.title)
        self.where = WhereLine(self)
        self.editing = Editing(
            self.model, self.spot, self.steps, self.view, lambda e: self.keys.press_editing(e)
        )
        self.commands = GridCommands(
            self.session,
            self.layout_,
            self.spot,
            self.steps,
            self.editing,
            self.view,
            self.where.tell,
            self.left.emit,
        )
        self.keys = Keys(self.commands, self.spot, self.moves, self.editing)
        self.view.listener = self.keys
        self.mouse = Mouse(self.view, self.spot, self.moves, self.editing, self.commands)
        found = identities(self._edition, self.layout_)
        self.balance = BalanceRow(self.session, found, self.view)
        self.balance.setVisible(bool(found))
        self.view.balance = self.balance
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.session.changed.connect(self._changed)
        self.session.reset.connect(self._reset)
        themes.changed.connect(self._dressed)
        self.spot.moved.connect(self._moved)
        self.spot.selected.connect(self._selected)
        self.editing.refused.connect(self.where.refuse)
        self.balance.asked.connect(self.select_key)
        self.view.scrolled.connect(self.editing.place)

    # What the page asks

    def focus_first(self) -> None:
        """Put the focus into the cell that was current; the first time into the first blank."""
        if not self._visited:
            blank = next(iter(self.steps.blanks(self.layout_)), "")
            if blank and self.editing.commit():
                self.spot.go(self.layout_.place_of(blank))
        self._arrive()

    def select_key(self, key: str) -> None:
        """Put the focus into this cell. A text that was refused keeps it."""
        if key in self.layout_ and self.editing.commit():
            self.spot.go(self.layout_.place_of(key))
        self._arrive()

    def _arrive(self) -> None:
        self._visited = True
        self.view.show_place(self.spot.at)
        (self.editing.editor if self.editing.is_open else self.view).setFocus()
        self.where.show_cell(self.model, self.spot.key)
        self.current.emit(self.spot.key)

    def set_show_last(self, shown: bool) -> None:
        """Show last year's figures small in the cells."""
        if shown != self.model.show_last:
            self.model.show_last = shown
            self.model.renew_all()
            self.view.viewport().update()

    def flush(self) -> bool:
        """Take what is being typed if it is a value; whether nothing is open any more."""
        return self.editing.commit()

    def place_words(self) -> str:
        """Where the clerk is, for the status bar."""
        return f"第 {self.spot.at.row + 1} 行第 {self.spot.at.column + 1} 列"

    def scroll_state(self) -> str:
        """The scroll position as text."""
        scene = self.view.scene
        return f"{scene.first} {scene.across}" if scene is not None else self._wanted_scroll

    def restore_scroll(self, text: str) -> None:
        """Scroll to where ``scroll_state`` was told, as soon as the size is known."""
        self._wanted_scroll = text
        numbers = [int(word) for word in text.split() if word.isdigit()]
        if self.view.scene is not None and len(numbers) == 2 and self.isVisible():
            self.view.verticalScrollBar().setValue(numbers[0])
            self.view.horizontalScrollBar().setValue(numbers[1])
            self._wanted_scroll = ""

    def fill_zero(self) -> None:
        """Write 0 into the blanks of the selection, or of the whole table."""
        self.commands.fill_zero()

    def give_back(self) -> None:
        """Let the program reckon the selected totals again."""
        self.commands.give_back()

    def confirm(self) -> None:
        """Say of the selected imported figures that they are right."""
        self.commands.confirm()

    def copy(self) -> None:
        """Copy the selection."""
        self.commands.copy()

    def cut(self) -> None:
        """Cut the selection."""
        self.commands.cut()

    def paste(self) -> None:
        """Paste the clipboard."""
        self.commands.paste()

    def delete(self) -> None:
        """Blank the selection."""
        self.commands.delete()

    def select_all(self) -> None:
        """Select the whole table."""
        self.commands.select_all()

    # Keeping up

    def _changed(self, keys: frozenset[str]) -> None:
        if self.session.edition is not self._edition:
            return
        own = [key for key in keys if key in self.layout_]
        self.model.renew(own)
        self.balance.renew()
        self._mark()
        if self._outgrown(own):
            self._fit()
        self.where.show_cell(self.model, self.spot.key)

    def _reset(self) -> None:
        if self.session.edition is self._edition:
            self.model.renew_all()
            self.balance.renew()
            self._fit()
            self._mark()
            self.where.show_cell(self.model, self.spot.key)

    def _moved(self) -> None:
        self.view.show_place(self.spot.at)
        self.view.update_cross(self._was)
        self._was = self.spot.at
        self.view.update_cross(self._was)
        self._visited = True
        self._mark()
        self.where.show_cell(self.model, self.spot.key)
        self.current.emit(self.spot.key)

    def _selected(self) -> None:
        block, single = self.spot.block, self.spot.single
        flags = QItemSelectionModel.SelectionFlag
        index = self.model.index(*self.spot.at)
        selection = self.view.selectionModel()
        if single:
            selection.setCurrentIndex(index, flags.ClearAndSelect)
        else:
            selection.setCurrentIndex(index, flags.NoUpdate)
            one = self.model.index(block.top, block.left)
            other = self.model.index(block.bottom, block.right)
            selection.select(QItemSelection(one, other), flags.ClearAndSelect)
            self.view.show_place(self.spot.reach)
        if not (single and self._was_single):
            self.view.viewport().update()
        self._was_single = single

    def _mark(self) -> None:
        marked = Marked(self.spot.at.row, self.spot.at.column, self.balance.broken)
        self.view.row_heads.mark(marked)
        self.view.column_heads.mark(marked._replace(row=-1))

    # The room

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the table out in the room there is."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll to where it was."""
        super().showEvent(event)
        if self._wanted_scroll:
            self.restore_scroll(self._wanted_scroll)

    def _dressed(self) -> None:
        self.where.setFixedHeight(theme().size("where_line"))
        self.where.update()
        self._fit()

    def _fit(self) -> None:
        low = self.height() - self.where.height()
        self.where.setGeometry(0, low, self.width(), self.where.height())
        margin = _MARGIN if self._simple else 0
        bar = self.view.verticalScrollBar().sizeHint().width()
        room = Room(max(self.width() - 2 * margin, 50), max(low - 2 * margin, 50), bar)
        scene = Scene(
            self.layout_,
            ink(simple=self._simple),
            room,
            self._longest(),
            self._frozen,
            len(self.balance.identities),
        )
        width, height = scene.size
        self.view.setGeometry(margin, margin, width, min(height, room.height))
        self.view.set_scene(scene)
        if self._visited:
            self.view.show_place(self.spot.at)
        self._mark()
        self.editing.place()
        self.update()

    def _longest(self) -> list[str]:
        found = [""] * self.layout_.width
        for key in self.layout_:
            place = self.layout_.place_of(key)
            column = place.column + self.layout_.span_of(key) - 1
            text = self.model.standing(key).text
            if len(text) > len(found[column]):
                found[column] = text
        return found

    def _outgrown(self, keys: list[str]) -> bool:
        """Whether a figure became wider than its column."""
        scene = self.view.scene
        if scene is None:
            return False
        for key in keys:
            place = self.layout_.place_of(key)
            right = place.column + self.layout_.span_of(key)
            width = scene.widths.columns[right] - scene.widths.columns[place.column]
            text = self.model.standing(key).text
            if len(text) > 3 and digits_need(scene.ink, text) > width:
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the ground, and the edge of a small table."""
        painter = QPainter(self)
        look = ink(simple=self._simple)
        painter.fillRect(event.rect(), look.colour("window"))
        if self._simple:
            # Filled behind the table: at 125 % a line would lie half under it.
            edge = self.view.geometry().adjusted(-1, -1, 1, 1)
            painter.fillRect(edge, look.colour("line_strong"))
        painter.end()
