"""How the paragraphs of a narrative look: line height, indent, and what headings have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from reportdesk.gui.style import theme
from reportdesk.gui.text.places import qt_place
from reportdesk.report.paragraphs import heading_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

_LINE = 27
_ABOVE_HEADING = 6
_BOLD_LEVEL = 2


class ParagraphLook(QSyntaxHighlighter):
    """Gives each paragraph its look, whenever it changes. The words are not touched."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._bold = QTextCharFormat()
        self.shaping = False
        """Whether what changes now is the look alone."""
        self.setDocument(editor.document())
        self.renew()

    def renew(self) -> None:
        """Take the theme's fonts and measures."""
        look = theme()
        document = self._editor.document()
        font = look.font("reading", zoomed=True)
        self._bold.setFont(look.font("reading", bold=True, zoomed=True))
        document.setDefaultFont(font)
        document.setDocumentMargin(0)
        self._shape_blocks(again=True)
        self.rehighlight()

    def shape_all(self) -> None:
        """Give paragraphs that became headings, or are none any more, their space."""
        self._shape_blocks()

    def _shape_blocks(self, *, again: bool = False) -> None:
        document = self._editor.document()
        cursor = QTextCursor(document)
        self.shaping = True
        cursor.beginEditBlock()  # else every paragraph is laid out, and told of, by itself
        block = document.begin()
        while block.isValid():
            self._shape(block, cursor, again=again)
            block = block.next()
        cursor.endEditBlock()
        self.shaping = False

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Set the heading of a paragraph in bold."""
        heading = heading_of(text)
        if heading.level == _BOLD_LEVEL:
            self.setFormat(0, qt_place(text, heading.end), self._bold)

    def _shape(self, block: QTextBlock, cursor: QTextCursor, *, again: bool) -> None:
        look = theme()
        heading = heading_of(block.text())
        above = look.px(_ABOVE_HEADING) if heading.whole and block.blockNumber() else 0
        now = block.blockFormat()
        height = float(look.px(_LINE))
        if not again and now.topMargin() == above and now.lineHeight() == height:
            return
        made = QTextBlockFormat()
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        made.setTextIndent(
            QFontMetricsF(look.font("reading", zoomed=True)).horizontalAdvance("中中")
        )
        made.setTopMargin(above)
        cursor.setPosition(block.position())
        cursor.setBlockFormat(made)
