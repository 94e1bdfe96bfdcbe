"""The margin beside a narrative: levels of headings, what is as last year, marks of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QWidget

from reportdesk.gui import marks
from reportdesk.gui.drawing import colour
from reportdesk.gui.style import theme
from reportdesk.report.kept_words import NONE_KEPT
from reportdesk.report.paragraphs import LEVEL_WORDS, heading_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QTextBlock

    from reportdesk.gui.text.editor import Editor
    from reportdesk.report.kept_words import Kept

_WIDTH, _MARK, _PAD = 62, 14, 9
_MOST_ZOOM = 1.4
"""The margin grows with the text only so far: the text needs the room."""
_SAME, _HELD = "同上年", "仍适用"


class Spot(NamedTuple):
    """A finding in the text: its words selected, its severity, and what it says."""

    cursor: QTextCursor
    severity: str
    message: str


class Gutter(QWidget):
    """Follows the editor beside it. A click on a mark selects the words in question."""

    chosen = Signal(int, int)
    """From and to."""
    held = Signal(int)
    """A click on what is said of a paragraph that stands as last year."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._spots: Sequence[Spot] = ()
        self._kept = NONE_KEPT
        self.setMouseTracking(True)
        self.renew()
        editor.verticalScrollBar().valueChanged.connect(self.update)
        editor.document().documentLayout().update.connect(self.update)
        editor.document().documentLayout().documentSizeChanged.connect(self.update)

    def renew(self) -> None:
        """Take the theme's measures."""
        self._font = QFont(theme().font("body"))
        self._font.setPointSizeF(self._font.pointSizeF() * _zoom())
        self.setFixedWidth(_px(_WIDTH))
        self.update()

    def show_spots(self, spots: Sequence[Spot]) -> None:
        """Mark these findings on their lines."""
        self._spots = spots
        self.update()

    def show_kept(self, kept: Kept) -> None:
        """Tell of these paragraphs that they are as last year, or that they hold."""
        if kept != self._kept:
            self._kept = kept
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is beside the paragraphs in view."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(self, "surface"))
        for block, box in self._blocks():
            self._beside(painter, block, box)
        for spot, box in self._marks():
            marks.paint(painter, box, spot.severity, theme())
        painter.end()

    def _beside(self, painter: QPainter, block: QTextBlock, box: QRectF) -> None:
        right = self.width() - _px(_PAD)
        first = self._line_box(block, 0, box)
        words, tone = self._words(block)
        if words == _SAME:
            pen = QPen(colour(self, "review"), _px(2), Qt.PenStyle.DotLine)
            painter.setPen(pen)
            edge = self.width() - _px(5)
            painter.drawLine(edge, round(first.top() + 3), edge, round(box.bottom() - 2))
        if not words:
            return
        metrics = QFontMetricsF(self._font)
        painter.setFont(self._font)
        painter.setPen(colour(self, tone))
        layout = block.layout()
        base = first.top() + (layout.lineAt(0).ascent() if layout.lineCount() else first.height())
        painter.drawText(round(right - metrics.horizontalAdvance(words)), round(base), words)

    def _words(self, block: QTextBlock) -> tuple[str, str]:
        """What is said beside a paragraph, and in which colour. That it is as last year is more
        than that it begins with a heading, which the text shows by itself."""
        number = block.blockNumber()
        if number in self._kept.same:
            return _SAME, "review"
        level = heading_of(block.text()).level
        if number in self._kept.held:
            return _HELD, "text_3"
        return (LEVEL_WORDS[level], "text_2") if level else ("", "")

    def _marks(self) -> Iterator[tuple[Spot, QRectF]]:
        """The findings in view with the boxes of their marks, the gravest of a line only."""
        side = _px(_MARK)
        taken: set[int] = set()
        for spot in sorted(
            self._spots, key=lambda s: ("error", "review", "hint").index(s.severity)
        ):
            box = self._spot_box(spot)
            if box is None or round(box.top()) in taken:
                continue
            taken.add(round(box.top()))
            block = spot.cursor.document().findBlock(spot.cursor.selectionStart())
            first = self._line_box(block, 0, self._block_box(block)).top() == box.top()
            left = _px(2) if first and self._words(block)[0] else self.width() - _px(_PAD) - side
            yield spot, QRectF(left, box.center().y() - side / 2, side, side)

    def _spot_box(self, spot: Spot) -> QRectF | None:
        block = spot.cursor.document().findBlock(spot.cursor.selectionStart())
        if not block.isValid():
            return None
        line = block.layout().lineForTextPosition(spot.cursor.selectionStart() - block.position())
        number = line.lineNumber() if line.isValid() else 0
        return self._line_box(block, number, self._block_box(block))

    def _blocks(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        block = self._editor.document().begin()
        while block.isValid():
            box = self._block_box(block)
            if box.top() > self.height():
                return
            if box.bottom() >= 0:
                yield block, box
            block = block.next()

    def _block_box(self, block: QTextBlock) -> QRectF:
        layout = self._editor.document().documentLayout()
        scrolled = self._editor.verticalScrollBar().value() - self._editor.top
        return layout.blockBoundingRect(block).translated(0, -scrolled)

    @staticmethod
    def _line_box(block: QTextBlock, number: int, box: QRectF) -> QRectF:
        layout = block.layout()
        if number >= layout.lineCount():
            return box
        line = layout.lineAt(number)
        height = QFontMetricsF(layout.font()).height() if not line.height() else line.height()
        above = (
            layout.position().y() - block.document().documentLayout().blockBoundingRect(block).y()
        )
        return QRectF(0, box.top() + above + line.y(), box.width(), height)

    def _spot_at(self, point: QPoint) -> Spot | None:
        for spot, box in self._marks():
            if box.adjusted(-4, -4, 4, 4).contains(point.toPointF()):
                return spot
        return None

    def _kept_at(self, point: QPoint) -> int:
        """The paragraph as last year whose words stand at ``point``, -1 if there is none."""
        for block, box in self._blocks():
            number = block.blockNumber()
            if number in self._kept.same or number in self._kept.held:
                line = self._line_box(block, 0, box)
                if line.top() <= point.y() <= line.bottom():
                    return number
        return -1

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a mark selects its words; one on what is said of a paragraph as last year
        says that it holds, or takes that back."""
        spot = self._spot_at(event.position().toPoint())
        if spot is None and (number := self._kept_at(event.position().toPoint())) >= 0:
            self.held.emit(number)
        if spot is not None:
            self.chosen.emit(spot.cursor.selectionStart(), spot.cursor.selectionEnd())
            self._editor.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A mark tells that it can be clicked."""
        spot = self._spot_at(event.position().toPoint())
        number = self._kept_at(event.position().toPoint()) if spot is None else -1
        tips = ("与上年一字不差。今年没有变化的，点一下确认。", "已确认今年没有变化，点一下收回。")
        tip = tips[number in self._kept.held] if number >= 0 else ""
        hand = spot is not None or bool(tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self.setToolTip(spot.message if spot else tip)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is, as high as the editor."""
        return QSize(self.width(), self._editor.sizeHint().height())


def _zoom() -> float:
    return min(theme().zoom, _MOST_ZOOM)


def _px(length: float) -> int:
    return max(1, round(length * _zoom()))
