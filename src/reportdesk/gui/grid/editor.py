"""The field that lies over a cell while it is edited, also while an input method composes.

It is one line edit that is moved from cell to cell: opening and closing it draws one cell again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from reportdesk.gui.grid.listener import from_number_pad
from reportdesk.gui.grid.paint import FIGURE_PAD
from reportdesk.gui.style import restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from reportdesk.gui.grid.ink import Ink

_FRAME = 2
"""The frame of the current cell stays around the field."""
_OWN = 2
"""What a line edit adds to its margins by itself."""


_STAYS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Where the focus goes for a while and comes back, the edit stays open."""


class CellEditor(QLineEdit):
    """The field. ``in_place`` is set while the arrows move its caret (F2); without it they end
    the edit. It does not decide anything: keys go to ``takes`` first."""

    focus_left = Signal()
    """The focus went to another widget of the window."""

    def __init__(self, parent: QWidget, takes: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(parent)
        self._takes = takes
        self._composing = self._replaces = False
        self.in_place = False
        self.first = ""
        """The text with which the edit began."""
        self.setProperty("cell", "true")
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    @property
    def opened(self) -> bool:
        """Whether a cell is being edited."""
        return not self.isHidden()

    @property
    def composing(self) -> bool:
        """Whether an input method has a text that is not committed yet."""
        return self._composing

    @property
    def untouched(self) -> bool:
        """Whether the text is the one that the cell had, and was not typed anew."""
        return not self._replaces and self.text() == self.first

    def begin(self, text: str, *, typed: str | None, in_place: bool, name: str) -> None:
        """Begin an edit of a cell that shows ``text``; ``typed`` replaces it."""
        self.in_place = in_place
        self.first = text
        self._replaces = typed is not None
        self.setAccessibleName(name)
        self.setText(text if typed is None else typed)
        self.deselect()
        self.end(False)
        self.show()
        self.raise_()

    def lay(self, ink: Ink, box: tuple[int, int, int, int], *, bold: bool) -> None:
        """Lie over a cell."""
        left, top, width, height = box
        self.setFont(ink.fonts["bold" if bold else "figure"])
        self.setGeometry(
            QRect(left + _FRAME, top + _FRAME, width - 2 * _FRAME - 1, height - 2 * _FRAME - 1)
        )
        right = ink.px(FIGURE_PAD) - _FRAME - _OWN
        self.setTextMargins(0, 0, max(right, 0), 0)

    def compose(self, event: QInputMethodEvent) -> None:
        """Take what an input method has while the focus is still the cell's: moving the focus
        would break the composition off."""
        copy = QInputMethodEvent(event.preeditString(), event.attributes())
        copy.setCommitString(
            event.commitString(), event.replacementStart(), event.replacementLength()
        )
        QApplication.sendEvent(self, copy)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Know whether a composition is open."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def answer(self, query: Qt.InputMethodQuery, view: QWidget) -> object:
        """What the field answers to an input method, in the coordinates of ``view``."""
        answer = self.inputMethodQuery(query)
        if isinstance(answer, QRect):
            return answer.translated(self.mapTo(view, QPoint(0, 0)))
        return answer

    def set_refused(self, *, refused: bool) -> None:
        """Show that the text is no value."""
        restyle(self, "refused", "true" if refused else "")

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus with it, and keep menus from Alt with the number
        pad: Windows enters characters by it."""
        if event.type() == QEvent.Type.ShortcutOverride and from_number_pad(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            press: QKeyEvent = event  # type: ignore[assignment]
            if press.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return self._composing or self._takes(press)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that end the edit are the grid's; while a composition is open none is. What
        neither has a use for ends here: the grid would give it back."""
        if self._composing or not self._takes(event):
            super().keyPressEvent(event)
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the focus goes to another part of the window."""
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.focus_left.emit()
