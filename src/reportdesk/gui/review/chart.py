"""This year beside last, painted: figures, their difference, and two bars a row on one scale."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from reportdesk.form.values import number
from reportdesk.gui.drawing import colour, folded
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QPaintEvent

    from reportdesk.report.compare import Compared

_HEAD, _ROW = 27, 25
_BAR, _BETWEEN = 8, 2
_PAD, _FIGURE = 12, 52
_NAME, _NAME_LEAST = 132, 84
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_UNKNOWN = "—"


class _Columns(NamedTuple):
    """The left edges of what stands in a row, and where the bars end."""

    name: int
    last: int
    this: int
    change: int
    bars: int
    end: int


class Chart(QWidget):
    """Paints the rows. The outline is last year, the solid bar this year; no axis: the numbers
    stand beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Compared] = ()
        self.years = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_rows(self, rows: Sequence[Compared], last: str, this: str) -> None:
        """Show these rows under these years."""
        if (list(rows), (last, this)) == (list(self.rows), self.years):
            return
        self.rows, self.years = rows, (last, this)
        self.setAccessibleName("与上年比较")
        self.setAccessibleDescription("；".join(row_words(row) for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its rows."""
        return QSize(480, _HEAD + _ROW * len(self.rows) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Figures always fit; the bars take what is left."""
        return QSize(_PAD + _NAME_LEAST + 3 * _FIGURE + 90, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell a name that had to be cut."""
        if isinstance(event, QHelpEvent):
            self._tip(event)
            return True
        return super().event(event)

    def _tip(self, event: QHelpEvent) -> None:
        at = (event.pos().y() - _HEAD) // _ROW
        if 0 <= at < len(self.rows):
            QToolTip.showText(event.globalPos(), row_words(self.rows[at]), self)

    def _columns(self) -> _Columns:
        metrics = QFontMetrics(theme().font("body"))
        wide = max((metrics.horizontalAdvance(row.name) for row in self.rows), default=0)
        name = max(_NAME_LEAST, min(_NAME if self.width() < 620 else 190, wide + 8))
        figure = _FIGURE
        longest = max((len(text) for r in self.rows for text in (r.last, r.this)), default=0)
        if longest > 6:
            figure += 8 * (longest - 6)
        last = _PAD + name
        this, change = last + figure, last + 2 * figure
        return _Columns(_PAD, last, this, change, change + figure + 40, self.width() - 24)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the heads and every row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        columns = self._columns()
        self._paint_heads(painter, columns)
        most = max((v for r in self.rows for v in (_size(r.last), _size(r.this))), default=0.0)
        for number_, row in enumerate(self.rows):
            self._paint_row(painter, row, _HEAD + number_ * _ROW, columns, most)
        painter.end()

    def _paint_heads(self, painter: QPainter, at: _Columns) -> None:
        last, this = self.years
        figure = at.this - at.last
        painter.setFont(theme().font("body", bold=True))
        painter.setPen(colour(self, "text_2"))
        for left, words in ((at.last, last), (at.this, this), (at.change, "增减")):
            painter.drawText(QRect(left, 0, figure, _HEAD), _RIGHT, words)
        painter.setFont(theme().font("body"))
        left = at.bars
        for words, solid in ((last, False), (this, True)):
            if words:
                self._bar(painter, QRectF(left, _HEAD / 2 - 4, 16, 7), solid=solid)
                painter.setPen(colour(self, "text_2"))
                wide = painter.fontMetrics().horizontalAdvance(words)
                painter.drawText(QRect(left + 22, 0, wide + 4, _HEAD), _LEFT, words)
                left += 22 + wide + 24

    def _paint_row(
        self, painter: QPainter, row: Compared, top: int, at: _Columns, most: float
    ) -> None:
        look, figure = theme(), at.this - at.last
        painter.setPen(colour(self, "line"))
        painter.drawLine(1, top, self.width() - 2, top)
        font = look.font("body")
        painter.setFont(font)
        painter.setPen(colour(self, "text"))
        name = "".join(folded(row.name, font, at.last - at.name - 8, 1))
        painter.drawText(QRect(at.name, top, at.last - at.name, _ROW), _LEFT, name)
        painter.setFont(look.font("figure"))
        painter.setPen(colour(self, "text_2"))
        painter.drawText(QRect(at.last, top, figure, _ROW), _RIGHT, row.last or _UNKNOWN)
        unchanged = row.change in ("", "0")
        painter.setPen(colour(self, "text_2" if unchanged else "text"))
        painter.drawText(QRect(at.change, top, figure, _ROW), _RIGHT, change_words(row.change))
        painter.setFont(look.font("figure", bold=True))
        painter.setPen(colour(self, "text"))
        painter.drawText(QRect(at.this, top, figure, _ROW), _RIGHT, row.this or _UNKNOWN)
        room = max(at.end - at.bars, 0)
        bars = [(row.last, False), (row.this, True)][0 if self.years[0] else 1 :]
        high = len(bars) * (_BAR + _BETWEEN) - _BETWEEN
        for number_, (text, solid) in enumerate(bars):
            size, offset = _size(text), (_ROW - high) // 2 + 1 + number_ * (_BAR + _BETWEEN)
            if size > 0 and most > 0:
                wide = max(round(room * size / most), 3)
                self._bar(painter, QRectF(at.bars, top + offset, wide, _BAR), solid=solid)

    def _bar(self, painter: QPainter, box: QRectF, *, solid: bool) -> None:
        if solid:
            painter.fillRect(box, colour(self, "accent"))
            return
        painter.setPen(QPen(colour(self, "line_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0, 0, -1, -1))


def change_words(change: str) -> str:
    """A difference with its sign, in the width of the digits beside it."""
    if change in ("", "0"):
        return change
    return f"－{change[1:]}" if change.startswith("-") else f"＋{change}"


def row_words(row: Compared) -> str:
    """A row as a sentence."""
    words = f"{row.name}：上年 {row.last or '没有'}，本年 {row.this or '未填'}"
    return f"{words}，增减 {change_words(row.change)}" if row.change else words


def _size(text: str) -> float:
    value = number(text) if text else None
    return float(value) if value is not None and value > Decimal(0) else 0.0
