"""What came of an export, with the ways on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from reportdesk.gui.style import restyle

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.gui.review.exports import Outcome


class Result(QFrame):
    """What came of an export, with the ways on from there."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self.words = _wrapping()
        self.notes = _wrapping("soft")
        self.open = _small("打开")
        self.show_folder = _small("打开所在文件夹")
        self.source = _small("复制源代码")
        self.again = _small("重试")
        self.elsewhere = _small("换个名字…")
        self.buttons = (self.open, self.show_folder, self.source, self.again, self.elsewhere)
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(self._open_folder)
        self.setProperty("box", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(5)
        column.addWidget(self.words)
        column.addWidget(self.notes)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def tell(self, outcome: Outcome) -> None:
        """Say what came of an export."""
        self._path = outcome.path if outcome.written else None
        self.words.setText(outcome.words)
        restyle(self.words, "tone", "ok" if outcome.written else "error")
        self.notes.setText("\n".join(outcome.notes))
        self.notes.setVisible(bool(outcome.notes))
        self._offer(*(self.buttons[:2] if outcome.written else self.buttons[3:]))
        self.show()

    def _offer(self, *buttons: QPushButton) -> None:
        for button in self.buttons:
            button.setVisible(button in buttons)

    def say_copied(self, words: str, *, source: bool = False) -> None:
        """Say what is on the clipboard now; ``source`` offers the HTML itself as the next step."""
        self._path = None
        self.words.setText(words)
        restyle(self.words, "tone", "ok")
        self.notes.hide()
        self._offer(*([self.source] if source else []))
        self.show()

    def _open(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))


def _wrapping(tone: str = "") -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    if tone:
        label.setProperty("tone", tone)
    return label


def _small(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", "true")
    return button
