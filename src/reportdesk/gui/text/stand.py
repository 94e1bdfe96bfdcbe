"""Where the clerk stands in a narrative: the caret and the first line seen, as text and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QTextEdit


class Stand(QObject):
    """The stand in ``editor``. Places are those on screen: of the size of the window and of the
    letters they know nothing."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._wanted = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._scroll)

    def state(self) -> str:
        """The stand as text. It is asked at every key, so it reads no words."""
        caret = self._editor.textCursor().position()
        if self._wanted:
            return f"{caret} {self._wanted}"
        return f"{caret} {self._editor.cursorForPosition(QPoint(0, 0)).position()}"

    def restore(self, text: str) -> None:
        """Put the caret where ``state`` told, and scroll there as soon as the size is known."""
        words = [word for word in text.split() if word.isascii() and word.isdigit()]
        if len(words) != 2:
            return
        self._wanted = words[1]
        self._editor.setTextCursor(self._cursor(words[0]))
        if self._editor.isVisible():
            self._soon.start()
        else:
            self._editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Scroll once the editor is seen: it is only then that its lines are laid out."""
        if event.type() == QEvent.Type.Show:
            self._editor.removeEventFilter(self)
            self._soon.start()
        return super().eventFilter(watched, event)

    def _scroll(self) -> None:
        if not self._wanted:
            return
        top, self._wanted = self._cursor(self._wanted), ""
        if top.position() > 0:
            bar = self._editor.verticalScrollBar()
            bar.setValue(bar.value() + self._editor.cursorRect(top).top())
        self._editor.ensureCursorVisible()

    def _cursor(self, place: str) -> QTextCursor:
        """A cursor at ``place``, or at the end of a text that is shorter by now."""
        cursor = self._editor.textCursor()
        cursor.setPosition(min(int(place[:9]), self._editor.document().characterCount() - 1))
        return cursor
