"""Enter presses the button that has the focus, in the main window as in a dialog.

Qt does that in dialogs only; everywhere else a button answers to the space bar alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QMainWindow):
    """A window that takes the key when nothing in it has used it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Press the button."""
        button = self.focusWidget()
        if event.key() in _ENTER and isinstance(button, QPushButton):
            if not event.isAutoRepeat():
                button.click()
            return
        super().keyPressEvent(event)
