"""Last year's text beside this year's: to read, to compare, and to take paragraphs from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from reportdesk.gui.style import theme
from reportdesk.gui.text.unzoomed import UnzoomedText
from reportdesk.report.live import carried, resolved
from reportdesk.report.paragraphs import heading_of, unchanged

if TYPE_CHECKING:
    from reportdesk.gui.session import Session

_HEAD, _LINE, _MARGIN = 32, 24, 10
_MOST_ZOOM = 1.4
"""It grows with the text only so far: the column stays as wide as it is."""
_BOLD_LEVEL = 2
_TAKES = "把光标所在的一段放到本年文字的光标处"
_STANDS = "光标所在的一段，本年文字里已经有了"


class LastView(QWidget):
    """Shows one narrative of last year's report. It is never changed."""

    taken = Signal(str)
    """Take this paragraph (a stored text)."""
    closed = Signal()

    def __init__(self, session: Session, key: str) -> None:
        super().__init__()
        self._session, self._key = session, key
        self._stored: list[str] = []
        self._lines: list[str] = []
        self._same: frozenset[int] = frozenset()
        self._touched = False
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel("上年文字")
        self._title.setProperty("use", "panel")
        self._year = QLabel()
        self._year.setProperty("tone", "soft")
        self.take = QPushButton("引入本段")
        self.take.setProperty("flat", "true")
        self.take.clicked.connect(self._take)
        self.shut = QPushButton("×")
        self.shut.setProperty("small", "true")
        self.shut.setProperty("flat", "true")
        self.shut.setAccessibleName("关闭上年文字")
        self.shut.setToolTip("不再对照上年（F9）")
        self.shut.setFixedWidth(theme().size("button"))
        self.shut.clicked.connect(self.closed)
        self.view = UnzoomedText()
        self.view.setReadOnly(True)
        self.view.setFrameShape(QTextEdit.Shape.NoFrame)
        self.view.setProperty("plain", "true")
        self.view.setStyleSheet("background: transparent;")
        self.view.setAccessibleName("上年文字")
        self.view.setTabChangesFocus(True)
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.view.cursorPositionChanged.connect(self._mark)
        self.view.installEventFilter(self)
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 0, 4, 0)
        head.setSpacing(6)
        for widget in (self._title, self._year):
            head.addWidget(widget)
        head.addStretch(1)
        for widget in (self.take, self.shut):
            head.addWidget(widget)
        bar = QWidget()
        bar.setLayout(head)
        bar.setFixedHeight(_HEAD)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        self.renew()

    @property
    def lines(self) -> list[str]:
        """Last year's paragraphs as they are read."""
        return self._lines

    def renew(self) -> None:
        """Show last year's text as the session has it now, in the theme's look."""
        last = self._session.document.previous
        text = last.values.get(self._key, "") if last is not None else ""
        words = ""
        self._stored = []
        if last is not None and text:
            self._stored = carried(text, last, self._session.edition).split("\n")
            words = resolved(text, last)
        self._lines = words.split("\n") if words else []
        year = last.year if last is not None else None
        self._year.setText(f"{year}年度" if year is not None else "")
        if last is not None and not words:
            self.view.setPlainText("上年报告的这一部分没有文字。")
        elif last is None:
            self.view.setPlainText("还没有上年报告，可从文件导入后比较。")
        else:
            self.view.setPlainText(words)
        self._dress()

    def compare(self, lines: list[str]) -> None:
        """Dot what stands word for word in this year's paragraphs too."""
        same = unchanged(self._lines, lines)
        if same != self._same:
            self._same = same
            self._dress()

    def _dress(self) -> None:
        look = theme()
        zoom = min(look.zoom, _MOST_ZOOM)
        font, bold = QFont(look.font("figure")), QFont(look.font("figure", bold=True))
        for each in (font, bold):
            each.setPointSizeF(each.pointSizeF() * zoom)
        document = self.view.document()
        document.setDefaultFont(font)
        document.setDocumentMargin(_MARGIN)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = document.begin()
        indent = QFontMetricsF(font).horizontalAdvance("中中")
        while block.isValid():
            heading = heading_of(block.text())
            shape = QTextBlockFormat()
            shape.setTextIndent(indent)
            kind = QTextBlockFormat.LineHeightTypes.FixedHeight
            shape.setLineHeight(_LINE * zoom, kind.value)
            words = QTextCharFormat()
            words.setForeground(look.colour("text_2"))
            if heading.whole and heading.level == _BOLD_LEVEL:
                words.setFont(bold)
            if block.blockNumber() in self._same:
                words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
                words.setUnderlineColor(look.colour("review"))
            cursor.setPosition(block.position())
            cursor.setBlockFormat(shape)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.setCharFormat(words)
            block = block.next()
        cursor.endEditBlock()
        self._mark()

    def _mark(self) -> None:
        """Show which paragraph 引入本段 would take, if any: one that stands there already is not
        put in again."""
        here = self.view.textCursor().blockNumber()
        self.take.setEnabled(bool(self._lines) and here not in self._same)
        self.take.setToolTip(_STANDS if here in self._same else _TAKES)
        if not self._lines:
            self.view.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.view.textCursor().block())
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # type: ignore[attr-defined]
        ground = QTextCharFormat()
        ground.setBackground(QColor(theme().colour("accent_soft")))
        selection.format = ground  # type: ignore[attr-defined]
        self._touched = self._touched or self.view.hasFocus()
        self.view.setExtraSelections([selection] if self._touched else [])

    def _take(self) -> None:
        number = self.view.textCursor().blockNumber()
        if number < len(self._stored) and number not in self._same:
            self.taken.emit(self._stored[number])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter takes the paragraph; which one it is is shown while the focus is here."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark()
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._take()
            return True
        return super().eventFilter(watched, event)
