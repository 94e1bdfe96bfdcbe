"""The keyboard of a grid: what each key does, as in Excel and WPS."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

    from reportdesk.gui.grid.commands import GridCommands
    from reportdesk.gui.grid.cursor import Cursor
    from reportdesk.gui.grid.editing import Editing
    from reportdesk.gui.grid.moves import Moves

_K = Qt.Key
_M = Qt.KeyboardModifier

_ARROWS = {_K.Key_Up: (-1, 0), _K.Key_Down: (1, 0), _K.Key_Left: (0, -1), _K.Key_Right: (0, 1)}
_ENTER = (_K.Key_Return, _K.Key_Enter)
_TABS = (_K.Key_Tab, _K.Key_Backtab)
_JUMPS = (_K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown)


class Keys:
    """Turns key events into moves, edits and commands."""

    def __init__(
        self, commands: GridCommands, cursor: Cursor, moves: Moves, editing: Editing
    ) -> None:
        self._do, self._cursor, self._moves, self._editing = commands, cursor, moves, editing

    def key(self, event: QKeyEvent) -> bool:
        """A key that the view was given. While a cell is edited it is the field's."""
        editor = self._editing.editor
        if not editor.opened:
            return self.press(event)
        if editor.composing:
            return False
        if not self.press_editing(event):
            editor.keyPressEvent(event)
        return True

    def composed(self, event: QInputMethodEvent) -> bool:
        """What an input method has for the view."""
        return self._editing.composed(event)

    def asked(self, query: Qt.InputMethodQuery) -> object:
        """What an input method asks the view."""
        return self._editing.asked(query)

    def press(self, event: QKeyEvent) -> bool:
        """A key while no cell is edited; whether it was for the grid."""
        key, ctrl, shift, alt = _parts(event)
        if self._common(event, key, ctrl=ctrl, shift=shift, alt=alt):
            return True
        if alt:
            return False
        if key in _ARROWS or key in _JUMPS:
            self._move(key, ctrl=ctrl, shift=shift)
        elif key == _K.Key_F2 and not ctrl:
            self._editing.open(in_place=True)
        elif key == _K.Key_Delete and not ctrl:
            self._do.delete()
        elif key == _K.Key_Backspace and not ctrl:
            self._editing.open("")
        elif key == _K.Key_Escape:
            self._cursor.collapse()
        elif (command := self._standard(event)) is not None:
            command()
        else:
            return self._type(event, ctrl=ctrl)
        return True

    def press_editing(self, event: QKeyEvent) -> bool:
        """A key while a cell is edited; whether it ended the edit or tried to."""
        key, ctrl, shift, alt = _parts(event)
        if self._common(event, key, ctrl=ctrl, shift=shift, alt=alt):
            return True
        if key == _K.Key_Escape:
            self._editing.cancel()
        elif key == _K.Key_F2:
            self._editing.editor.in_place = not self._editing.in_place
        elif (key in _ARROWS or key in _JUMPS) and not alt:
            if self._editing.in_place and key not in (_K.Key_PageUp, _K.Key_PageDown):
                # Up and down have nowhere to go in one line.
                return key in (_K.Key_Up, _K.Key_Down)
            if self._editing.commit():
                self._move(key, ctrl=ctrl, shift=shift)
        else:
            return False
        return True

    def _common(self, event: QKeyEvent, key: int, *, ctrl: bool, shift: bool, alt: bool) -> bool:
        """Keys that do the same while a cell is edited, after its text was taken."""
        if key in _TABS:
            by = -1 if shift or key == _K.Key_Backtab else 1
            if self._editing.commit():
                if ctrl:
                    self._do.leave(by)
                else:
                    self._tab(by)
            return True
        if key in _ENTER and not alt:
            self._enter(ctrl=ctrl, shift=shift)
            return True
        if alt and not ctrl and key == _K.Key_Equal:
            self._editing.cancel()
            self._do.give_back()
            return True
        if alt and not ctrl and key == _K.Key_0 and not event.modifiers() & _M.KeypadModifier:
            if self._editing.commit():
                self._do.fill_zero()
            return True
        if ctrl and not alt and not shift and key == _K.Key_D:
            if self._editing.commit():
                self._do.fill_down()
            return True
        return False

    def _standard(self, event: QKeyEvent) -> Callable[[], None] | None:
        for sequence, command in (
            (QKeySequence.StandardKey.Copy, self._do.copy),
            (QKeySequence.StandardKey.Cut, self._do.cut),
            (QKeySequence.StandardKey.Paste, self._do.paste),
            (QKeySequence.StandardKey.SelectAll, self._do.select_all),
        ):
            if event.matches(sequence):
                return command
        return None

    def _type(self, event: QKeyEvent, *, ctrl: bool) -> bool:
        """Begin an edit with a typed character. A space alone would only blank the cell."""
        text = event.text()
        if ctrl or not text or not text.isprintable() or text.isspace():
            return False
        self._editing.open(text)
        return True

    def _move(self, key: int, *, ctrl: bool, shift: bool) -> None:
        cursor, moves = self._cursor, self._moves
        at = cursor.reach if shift else cursor.at
        # Out of a selection the way goes on from the current cell, wherever the other corner is.
        kept = cursor.column if shift or cursor.single else at.column
        column: int | None = None
        if key in _ARROWS:
            down, right = _ARROWS[Qt.Key(key)]
            go = moves.edge if ctrl else moves.step
            column = kept if down else None
            to = go(at, down, right, kept)
        elif key == _K.Key_Home:
            to = moves.top() if ctrl else moves.home(at)
        elif key == _K.Key_End:
            to = moves.bottom() if ctrl else moves.end(at)
        else:
            page = self._do.page() * (1 if key == _K.Key_PageDown else -1)
            to, column = moves.by_rows(at, page, kept), kept
        if shift:
            cursor.extend(to, column=to.column if column is None else column)
        else:
            cursor.go(to, column=column)

    def _tab(self, by: int) -> None:
        cursor = self._cursor
        if not cursor.single:
            cursor.within(self._moves.within(cursor.at, cursor.places(), by, by_column=False))
            return
        to = self._moves.tab(cursor.at, by)
        if to is None:
            self._do.leave(by)
            return
        run = cursor.at.column if cursor.run is None else cursor.run
        cursor.go(to, run=to.column if to.row != cursor.at.row else run)

    def _enter(self, *, ctrl: bool, shift: bool) -> None:
        if ctrl and shift:
            if self._editing.commit():
                self._do.confirm()
        elif ctrl:
            self._do.fill_selection()
        elif self._editing.commit(vouched=True):
            self._down(-1 if shift else 1)

    def _down(self, by: int) -> None:
        """Down, or up with -1: to the next cell typed by hand; after a run of Tabs to the column
        in which it began."""
        cursor = self._cursor
        if not cursor.single:
            cursor.within(self._moves.within(cursor.at, cursor.places(), by, by_column=True))
            return
        column = cursor.column if cursor.run is None else cursor.run
        to = self._moves.enter(cursor.at, by, column)
        if to is not None and (cursor.run is None or to.row > cursor.at.row):
            cursor.go(to, column=column)


def _parts(event: QKeyEvent) -> tuple[int, bool, bool, bool]:
    modifiers = event.modifiers()
    return (
        event.key(),
        bool(modifiers & _M.ControlModifier),
        bool(modifiers & _M.ShiftModifier),
        bool(modifiers & _M.AltModifier),
    )
