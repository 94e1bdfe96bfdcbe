"""Words to be read that scroll in as little height as a dialog can spare."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit


class Passage(QPlainTextEdit):
    """Wants no more than its least height: Qt's own wants 192 pixels, and a dialog that has room
    enough would scroll for it."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The least."""
        return QSize(super().sizeHint().width(), self.minimumHeight())
