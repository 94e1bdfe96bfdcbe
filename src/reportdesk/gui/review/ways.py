"""The ways out as a box of rows: what each gives, its button, and below what came of the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reportdesk.gui.review.exports import WAYS, Outcome, Way
from reportdesk.gui.rule import Rule
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from pathlib import Path

_ROW = 58


class WaysOut(QWidget):
    """Shows and asks; what is asked for is done by whoever listens."""

    asked = Signal(object)
    """A way out (Way)."""
    copy_asked = Signal()
    """The web page is to go to the clipboard."""
    again_asked = Signal()
    """The export that did not succeed is to be tried again."""
    elsewhere_asked = Signal()
    """It is to be tried under another name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.words: dict[str, QLabel] = {}
        box = QFrame()
        box.setProperty("box", "true")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        for number, way in enumerate(WAYS):
            if number:
                rows.addWidget(Rule())
            rows.addWidget(self._row(way))
        self.result = Result()
        self.result.again.clicked.connect(self.again_asked)
        self.result.elsewhere.clicked.connect(self.elsewhere_asked)
        self.folder = QLabel()
        self.folder.setProperty("tone", "soft")
        self.marked = QLabel("没有处理完以前，填好的空表、Excel 和网页都标注“草稿”。")
        self.marked.setProperty("tone", "faint")
        self.marked.setWordWrap(True)
        self.last = QLabel()
        self.last.setProperty("tone", "soft")
        self.last.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space("m"))
        column.addWidget(box)
        column.addWidget(self.marked)
        column.addWidget(self.result)
        column.addWidget(self.folder)
        column.addWidget(self.last)
        column.addStretch(1)

    def _row(self, way: Way) -> QWidget:
        row = QWidget()
        row.setMinimumHeight(_ROW)
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 7, 12, 7)
        line.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(1)
        title = QLabel(way.title)
        title.setProperty("use", "panel")
        told = self.words[way.id] = QLabel(way.words)
        told.setProperty("tone", "soft")
        told.setWordWrap(True)
        words.addStretch(1)
        words.addWidget(title)
        words.addWidget(told)
        words.addStretch(1)
        line.addLayout(words, 1)
        if way.id == "web":
            self.copy_button = QPushButton("复制")
            self.copy_button.setAccessibleName(f"复制{way.title}")
            self.copy_button.setAccessibleDescription(way.words)
            self.copy_button.clicked.connect(self.copy_asked)
            line.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignVCenter)
        button = self.buttons[way.id] = QPushButton(way.button)
        button.setObjectName(way.id)
        button.setAccessibleName(f"{way.title}，{way.button.rstrip('…')}")
        button.clicked.connect(self._ask)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.asked.emit(next(way for way in WAYS if way.id == button.objectName()))

    def show_obstacle(self, words: str) -> None:
        """Say what is in the way of the final document; "" lets it out. The one that can be had
        and is nearest to the end is the primary."""
        final, draft = self.buttons["final"], self.buttons["draft"]
        final.setEnabled(not words)
        for button, primary in ((final, not words), (draft, bool(words))):
            if button.property("primary") != str(primary).lower():
                button.setProperty("primary", str(primary).lower())
                button.style().unpolish(button)
                button.style().polish(button)
        for way in WAYS:
            told = words if way.id == "final" and words else way.words
            self.words[way.id].setText(told)
            self.buttons[way.id].setAccessibleDescription(told)
        final.setToolTip(words)
        self.marked.setVisible(bool(words))

    def show_folder(self, folder: Path) -> None:
        """Say where files go."""
        words = f"导出到：{QDir.toNativeSeparators(str(folder))}"
        room = max(self.width() - 4, 200)
        metrics = QFontMetrics(self.folder.font())
        self.folder.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, room))
        self.folder.setToolTip(words)

    def show_last(self, words: str) -> None:
        """Say which export was the last."""
        self.last.setText(f"上次导出：{words}")
        self.last.show()


class Result(QFrame):
    """What came of an export, with the ways on from there."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self.words = _wrapping()
        self.notes = _wrapping("soft")
        self.open = _small("打开")
        self.show_folder = _small("打开所在文件夹")
        self.again = _small("再试")
        self.elsewhere = _small("换个名字…")
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
        for button in (self.open, self.show_folder, self.again, self.elsewhere):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def tell(self, outcome: Outcome) -> None:
        """Say what came of an export."""
        self._path = outcome.path if outcome.written else None
        self.words.setText(outcome.words)
        self.words.setProperty("tone", "ok" if outcome.written else "error")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.notes.setText("\n".join(outcome.notes))
        self.notes.setVisible(bool(outcome.notes))
        for button in (self.open, self.show_folder):
            button.setVisible(outcome.written)
        for button in (self.again, self.elsewhere):
            button.setVisible(not outcome.written)
        self.show()

    def say(self, words: str) -> None:
        """Say something that left no file behind."""
        self._path = None
        self.words.setText(words)
        self.words.setProperty("tone", "ok")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.notes.hide()
        for button in (self.open, self.show_folder, self.again, self.elsewhere):
            button.hide()
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
