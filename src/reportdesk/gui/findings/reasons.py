"""The written reason for a finding that asks for one: three lines, and a word if too short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reportdesk.checks.reasons import refusal
from reportdesk.gui.composing import Composition
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ASKED = "数没有错的，写明原因："
ASKED_OF_TEXT = "没有问题的，写明原因："
_LINES = 3


class ReasonField(QWidget):
    """Where a reason is written. It knows nothing of findings: it is given a text and tells
    when there is another that will do."""

    saved = Signal(str)
    """A reason that will do; "" takes it away."""
    grown = Signal()
    """It needs more room than before, or less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = ""
        self._asked = QLabel()
        self._asked.setProperty("tone", "soft")
        self._asked.setWordWrap(True)
        self.edit = _Edit()
        self.edit.done.connect(self.save)
        self.refused = QLabel()
        self.refused.setProperty("tone", "review")
        self.refused.setWordWrap(True)
        self.refused.hide()
        self._asked.setBuddy(self.edit)
        self.edit.textChanged.connect(lambda: self._refuse(""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._asked)
        column.addWidget(self.edit)
        column.addWidget(self.refused)

    def show_reason(self, kept: str, draft: str, asked: str) -> None:
        """Show the reason that is kept, or what was being written in its place."""
        self._kept = kept
        self._asked.setText(asked)
        self.edit.setAccessibleName(asked.rstrip("："))
        if self.edit.toPlainText() != draft:
            self.edit.setPlainText(draft)
        self._refuse("")

    @property
    def kept(self) -> str:
        """The reason as it is kept."""
        return self._kept

    @property
    def text(self) -> str:
        """What is written now."""
        return self.edit.toPlainText()

    @property
    def changed(self) -> bool:
        """Whether it is another than the reason that is kept."""
        return self.text.strip() != self._kept

    def save(self) -> bool:
        """Hand the reason on, if it will do; whether it did. Else say what is missing."""
        if not self.changed:
            return True
        words = "" if not self.text.strip() and self._kept else refusal(self.text)
        if words:
            self._refuse(words)
            # What is missing is written here: keys must not go on to the button or the page.
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self._kept = self.text.strip()
        self.saved.emit(self._kept)
        return True

    def _refuse(self, words: str) -> None:
        """Say why the reason will not do, or with "" nothing any more."""
        if words == self.edit.accessibleDescription():
            return
        self.refused.setText(words)
        self.refused.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)
        self.grown.emit()

    def save_quietly(self) -> None:
        """Hand the reason on if it will do, and say nothing if it will not."""
        if self.changed and (not self.text.strip() or not refusal(self.text)):
            self.save()


class _Edit(QPlainTextEdit):
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        Composition(self)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        line = QFontMetrics(theme().font("body")).lineSpacing()
        self.setFixedHeight(line * _LINES + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter saves, as in a form of one field."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.done.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
