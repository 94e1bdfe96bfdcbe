"""What an input method was composing stays when the focus leaves its field.

Windows commits an open composition then. ibus takes it back: it clears the field, and the focus
goes. But the clerk has seen her words stand there, so they are committed for her.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


class Composition(QObject):
    """Watches what is composed in ``field``."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._shown = ""
        self._taken_back = ""
        # Whoever gives a composition up by a key is still there at the next event.
        self._stays = QTimer(self, singleShot=True, interval=0)
        self._stays.timeout.connect(self._forget)
        field.installEventFilter(self)

    def finish(self) -> None:
        """Commit what is being composed, if anything is."""
        if self._shown:
            QGuiApplication.inputMethod().commit()
            self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """See a composition go, and the focus after it."""
        if event.type() == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            before, self._shown = self._shown, event.preeditString()
            given_up = before and not self._shown and not event.commitString()
            self._taken_back = before if given_up else ""
            if given_up:
                self._stays.start()
        elif event.type() == QEvent.Type.FocusOut:
            self._keep()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        words, self._taken_back = self._taken_back, ""
        if words:
            event = QInputMethodEvent()
            event.setCommitString(words)
            QApplication.sendEvent(self._field, event)

    def _forget(self) -> None:
        self._taken_back = ""
