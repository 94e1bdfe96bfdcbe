"""Enter presses the button that has the focus, in the main window as in a dialog.

Qt does that in dialogs only; everywhere else a button answers to the space bar alone.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterPresses(QObject):
    """Watches what reaches the window: a key that nothing in it has used."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Press the button."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            button = QApplication.focusWidget()
            if event.key() in _ENTER and isinstance(button, QPushButton):
                if not event.isAutoRepeat():
                    button.click()
                return True
        return super().eventFilter(watched, event)
