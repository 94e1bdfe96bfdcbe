"""Two lines of words at the foot of a page: where the clerk is, and what holds there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from reportdesk.gui import marks
from reportdesk.gui.drawing import colour
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_MARK = 14
_MIDDLES = (0.31, 0.72)
"""Where the lines stand in the height."""


class Piece(NamedTuple):
    """Words in one colour and weight, after a mark or none."""

    words: str
    tone: str = "text"
    bold: bool = False
    mark: str = ""


class TwoLines(QWidget):
    """Two lines of pieces; what does not fit ends in an ellipsis and is in the tool tip. A right
    margin of the contents is kept clear."""

    gap = 16
    """Between two pieces."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(theme().size("where_line"))
        self._lines: tuple[Sequence[Piece], Sequence[Piece]] = ((), ())

    def show_lines(self, first: Sequence[Piece], second: Sequence[Piece]) -> None:
        """Show these from now on."""
        if (first, second) != self._lines:
            self._lines = (first, second)
            self.setToolTip(self.words())
            self.setAccessibleName(self.words())
            self.update()

    def announce(self, words: str) -> None:
        """Have a screen reader say something."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words(self) -> str:
        """Everything that is told, as text."""
        return "\n".join("　".join(piece.words for piece in line) for line in self._lines)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both lines."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self, "window"))
        painter.setPen(colour(self, "line"))
        painter.drawLine(0, 0, self.width(), 0)
        for line, middle in zip(self._lines, _MIDDLES, strict=True):
            self._draw(painter, line, self.height() * middle)
        painter.end()

    def _draw(self, painter: QPainter, line: Sequence[Piece], middle: float) -> None:
        look = theme()
        left, right = 10.0, self.contentsRect().right() - 9
        for piece in line:
            if piece.mark:
                box = QRectF(left, middle - _MARK / 2, _MARK, _MARK)
                marks.paint(painter, box, piece.mark, look)
                left += _MARK + 5
            font = look.font("body", bold=piece.bold)
            metrics = QFontMetricsF(font)
            words = metrics.elidedText(piece.words, Qt.TextElideMode.ElideRight, right - left)
            painter.setFont(font)
            painter.setPen(colour(self, piece.tone))
            base = middle + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(round(left), round(base), words)
            left += metrics.horizontalAdvance(words) + self.gap
            if words != piece.words or left > right - 24:
                return
