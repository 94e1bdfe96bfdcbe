"""Enter presses the button that has the focus, in the main window and in every dialog.

Qt does that in dialogs only, and there only for buttons that may become the default; 取消 with the
focus on it must never be passed over for a default button.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton

from reportdesk.gui.fitting import fit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QMainWindow):
    """A window that takes the key when nothing in it has used it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press the button."""
        if not _pressed(self.focusWidget(), event):
            super().keyPressEvent(event)


class AnsweringDialog(QDialog):
    """A dialog whose focused button answers to the key before its default button does. It comes up
    within the screen."""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Take no more room than there is, before Qt places it."""
        if not event.spontaneous():
            fit(self)
        super().showEvent(event)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """No: on Windows Qt would make it as high as its parts would like to be, however low the
        screen is."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press the button."""
        if not _pressed(self.focusWidget(), event):
            super().keyPressEvent(event)


def _pressed(button: QWidget | None, event: QKeyEvent) -> bool:
    """Whether the key is Enter and a button has the focus; it is pressed then, once a stroke."""
    if event.key() not in _ENTER or not isinstance(button, QPushButton):
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
