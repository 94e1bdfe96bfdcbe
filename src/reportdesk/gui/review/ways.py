"""The ways out as a box of rows: what each gives, its button, and below where it will go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, Qt, Signal, SignalInstance
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reportdesk.gui.review.result import Result
from reportdesk.gui.review.way import WAYS, Way
from reportdesk.gui.rule import Rule
from reportdesk.gui.style import restyle, theme

if TYPE_CHECKING:
    from pathlib import Path

_ROW = 46


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
    preview_asked = Signal()
    """The pages are to be seen."""
    templates_asked = Signal()
    """Another Word template is to be chosen."""
    changes_asked = Signal()
    """What changed since the report was sent is to be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QPushButton] = {}
        self.words: dict[str, QLabel] = {}
        self.links: dict[str, QPushButton] = {}
        self._other = ""
        box = QFrame()
        box.setProperty("box", "true")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        for number, way in enumerate(WAYS):
            if number:
                rows.addWidget(Rule())
            rows.addWidget(self._row(way))
        self.sent, self.sent_words = self._strip(self.changes_asked, "查看", "查看送审后的改动")
        self.template, self.template_words = self._strip(
            self.templates_asked, "更换…", "更换 Word 模板"
        )
        self.result = Result()
        self.result.again.clicked.connect(self.again_asked)
        self.result.elsewhere.clicked.connect(self.elsewhere_asked)
        self.folder = QLabel()
        self.folder.setProperty("tone", "soft")
        self.fonts = QLabel()
        self.fonts.setProperty("tone", "soft")
        self.fonts.setWordWrap(True)
        self.fonts.hide()
        self.marked = QLabel("没有处理完以前，除正式稿和送审稿外，导出的都标注“草稿”。")
        self.marked.setProperty("tone", "faint")
        self.marked.setWordWrap(True)
        self.last = QLabel()
        self.last.setProperty("tone", "soft")
        self.last.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().space("m"))
        # Below the buttons, and what comes and goes last: nothing that is pressed is pushed away.
        for part in (box, self.template, self.folder, self.sent, self.last, self.fonts):
            column.addWidget(part)
        column.addWidget(self.marked)
        column.addStretch(1)

    def _strip(self, asked: SignalInstance, verb: str, name: str) -> tuple[QWidget, QLabel]:
        """A line of words with a link behind them."""
        strip = QWidget()
        row = QHBoxLayout(strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = QLabel()
        words.setWordWrap(True)
        words.setProperty("tone", "soft")
        link = QPushButton(verb)
        link.setProperty("link", "true")
        link.setAccessibleName(name)
        link.clicked.connect(asked)
        row.addWidget(words, 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        strip.hide()
        self.links[name] = link
        return strip, words

    def _row(self, way: Way) -> QWidget:
        row = QWidget()
        row.setMinimumHeight(_ROW)
        line = QHBoxLayout(row)
        line.setContentsMargins(12, 4, 12, 4)
        line.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
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
        if way.id == "final":
            self.preview = QPushButton("预览")
            self.preview.setAccessibleName("预览全部页面")
            self.preview.setToolTip("看看打印出来的样子（Ctrl+P）")
            self.preview.clicked.connect(self.preview_asked)
            line.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignVCenter)
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
            restyle(button, "primary", str(primary).lower())
        for way in WAYS:
            told = way.words
            if way.id == "final":
                told = words or self._other or told
            self.words[way.id].setText(told)
            self.buttons[way.id].setAccessibleDescription(told)
        final.setToolTip(words)
        self.marked.setVisible(bool(words))

    def show_sent(self, words: str, *, changed: bool, signed: bool) -> None:
        """Say what was sent for signature and how the report is to it now; "" where nothing was.
        What differs from what was signed is said beside the final document, too."""
        self.sent_words.setText(words)
        restyle(self.sent_words, "tone", "review" if changed else "ok")
        self.sent.setVisible(bool(words))
        self.links["查看送审后的改动"].setVisible(changed)
        self._other = "内容和已签发的不同" if signed and changed else ""

    def show_template(self, name: str, fonts: str) -> None:
        """Say which Word template is used, and which of its fonts this computer lacks."""
        self.template_words.setText(f"Word 模板：{name}")
        self.template.show()
        self.fonts.setText(fonts)
        self.fonts.setVisible(bool(fonts))

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
