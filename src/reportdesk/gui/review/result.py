"""What came of an export, with the ways on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.flat import FlatButton
from reportdesk.gui.rule import Rule
from reportdesk.gui.scrolling import WholeArea
from reportdesk.gui.style import restyle, theme

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.gui.review.exports import Outcome

_SIDE = 16
_SHARE = 0.3
"""So much of the page's height the words take at most."""
_LEAST = 160
_NO_PROGRAM = "没有打开：本机没有能打开它的程序，或者文件已被移走。可以“打开所在文件夹”看看。"


class Result(QFrame):
    """A strip below the page: it takes nothing's place when it comes, and is there until it is
    closed or there is another. The words scroll where there are many."""

    changed = Signal()
    """It says something else, and its height is to be found anew."""

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
        self.close_ = FlatButton("×")
        self.close_.setAccessibleName("收起导出结果")
        self.close_.clicked.connect(self.hide)
        self.buttons = (self.open, self.show_folder, self.source, self.again, self.elsewhere)
        self.open.clicked.connect(self._open)
        self.show_folder.clicked.connect(self._open_folder)
        self.setProperty("ground", "surface")
        told = QWidget()
        told.setProperty("ground", "surface")
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space("xs"))
        column.addWidget(self.words)
        column.addWidget(self.notes)
        self._told = WholeArea(told)
        self._told.setProperty("ring", "true")
        self._told.setAccessibleName("导出结果")
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(theme().space("s"))
        for button in self.buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        # Words and buttons side by side, or below one another in a narrow page.
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(theme().space("m"))
        self._parts.addWidget(self._told, 1)
        self._parts.addLayout(self._buttons)
        row = QHBoxLayout()
        row.setContentsMargins(_SIDE, theme().space("s"), theme().space("m"), theme().space("s"))
        row.setSpacing(theme().space("m"))
        row.addLayout(self._parts, 1)
        row.addWidget(self.close_, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Rule())
        whole.addLayout(row)
        self.hide()

    def fit(self, width: int, height: int) -> None:
        """Take the form for a page of this size."""
        narrow = width < theme().size("single_below")
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(way)
        room = width - 2 * _SIDE - self.close_.sizeHint().width()
        if not narrow:
            room -= self._buttons.sizeHint().width()
        self._told.fit_height(max(room, _LEAST), round(height * _SHARE))

    def tell(self, outcome: Outcome) -> None:
        """Say what came of an export."""
        self._path = outcome.path if outcome.written else None
        self.words.setText(outcome.words)
        restyle(self.words, "tone", "ok" if outcome.written else "error")
        self.notes.setText("\n".join(outcome.notes))
        self.notes.setVisible(bool(outcome.notes))
        self._offer(*(self.buttons[:2] if outcome.written else self.buttons[3:]))

    def _offer(self, *buttons: QPushButton) -> None:
        for button in self.buttons:
            button.setVisible(button in buttons)
        self.show()
        self.changed.emit()

    def say_copied(self, words: str, *, source: bool = False) -> None:
        """Say what is on the clipboard now; ``source`` offers the HTML itself as the next step."""
        self._path = None
        self.words.setText(words)
        restyle(self.words, "tone", "ok")
        self.notes.hide()
        self._offer(*([self.source] if source else []))

    def _open(self) -> None:
        if self._path is None or QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            return
        self.notes.setText(_NO_PROGRAM)
        self.notes.show()
        self.changed.emit()

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
