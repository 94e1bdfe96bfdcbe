"""How a row of the list of reports is painted: bar, marks and words, from the tokens alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPen
from PySide6.QtWidgets import QStyledItemDelegate

from reportdesk.gui import marks
from reportdesk.gui.draft_words import NO_ORGAN, complete_words
from reportdesk.gui.start.drafts_model import DRAFT, Column
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionModel
    from PySide6.QtGui import QColor, QFont, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from reportdesk.gui.start.drafts_model import DraftsModel, Index
    from reportdesk.gui.style import Theme
    from reportdesk.store.drafts import Draft

_BAR = (70, 8)
"""The bar's length and height at 100 %."""


class Shape(NamedTuple):
    """How much of a row there is room for: the last things to go are the first a clerk looks
    for."""

    bar: bool = True
    edition: bool = True
    words: bool = True
    """The words beside the marks of findings; the counts always stand there."""


ROOMY = Shape()
SHAPES = (ROOMY, Shape(edition=False), Shape(bar=False, edition=False), Shape(False, False, False))


class DraftsDelegate(QStyledItemDelegate):
    """Paints the cells of a DraftsModel."""

    def __init__(self, model: DraftsModel, selection: QItemSelectionModel) -> None:
        super().__init__()
        self._model, self._selection = model, selection
        self.shape_ = ROOMY

    # Measures

    def row_height(self) -> int:
        """The height of every row."""
        text = QFontMetrics(theme().font("figure", zoomed=True)).height()
        return max(theme().size("list_row"), text + theme().space("l"))

    def widths(self, shape: Shape) -> list[int]:
        """What each column but the first needs; 0 for one that is left out."""
        look = theme()
        text = QFontMetrics(look.font("body", zoomed=True)).horizontalAdvance
        name = QFontMetrics(look.font("figure", zoomed=True)).horizontalAdvance
        pad = 2 * look.space("m")
        bar = look.px(_BAR[0]) + look.space("m") if shape.bar else 0
        mark = look.px(14) + look.space("s")
        words = text("错误 ") + text("核实 ") if shape.words else 0
        return [
            name("机关名称机关名称机关名称") + pad,
            max(text("2025"), text("年度 ▾")) + pad,
            text("2021版·") + pad if shape.edition else 0,
            bar + text("166 / 166 格") + pad,
            2 * mark + words + text("0000") + look.space("l") + pad,
            text("2025-01-17 ") + pad,
        ]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the words."""
        text = QFontMetrics(theme().font("figure", zoomed=True)).horizontalAdvance
        extra = theme().px(_BAR[0] + 30) if index.column() in (3, 4) else 0
        width = text(str(index.data())) + extra + 3 * theme().space("m")
        return QSize(width, self.row_height())

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        look = theme()
        draft: Draft = index.data(DRAFT)
        column = index.column()
        chosen = self._selection.isSelected(index)
        box = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if chosen:
            _ground(painter, box, look.colour("accent_soft"))
            if column == 0:
                edge = QRectF(box.left(), box.top(), 3, box.height())
                _ground(painter, edge, look.colour("accent"))
        painter.setPen(QPen(look.colour("head"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(look.space("s") + look.space("xs"), 0, -look.space("s"), 0)
        if column == Column.COMPLETE:
            self._complete(painter, inside, draft, look)
        elif column == Column.FINDINGS:
            self._findings(painter, inside, draft, look)
        elif column == Column.ORGAN:
            self._organ(painter, inside, draft, look, bold=chosen)
        else:
            font = look.font("body", zoomed=True)
            tone = "text_2" if column in (Column.EDITION, Column.CHANGED) else "text"
            self._text(painter, inside, self._model.words(draft, column), font, tone, look)
        painter.restore()

    def _organ(
        self, painter: QPainter, box: QRectF, draft: Draft, look: Theme, *, bold: bool
    ) -> None:
        """The name, and behind it whole what tells the report from others of that name."""
        font, label = look.font("figure", bold=bold, zoomed=True), draft.label
        small, gap = look.font("body", zoomed=True), look.space("s") + look.space("xs")
        wide = min(QFontMetrics(small).horizontalAdvance(label) + 1 + gap, box.width() * 0.6)
        wide = wide if label else 0
        name = draft.organ or NO_ORGAN
        room = min(max(box.width() - wide, 0), QFontMetrics(font).horizontalAdvance(name) + 1)
        place = QRectF(box.left(), box.top(), room, box.height())
        self._text(painter, place, name, font, "text" if draft.organ else "text_2", look)
        if label:
            self._text(painter, box.adjusted(room + gap, 0, 0, 0), label, small, "text_2", look)

    def _text(
        self, painter: QPainter, box: QRectF, words: str, font: QFont, tone: str, look: Theme
    ) -> None:
        painter.setFont(font)
        painter.setPen(look.colour(tone))
        # In the middle: names of organs begin alike, by the place, and differ at the end.
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _complete(self, painter: QPainter, box: QRectF, draft: Draft, look: Theme) -> None:
        if self.shape_.bar:
            bar = QRectF(box.left(), 0, look.px(_BAR[0]), look.px(_BAR[1]))
            bar.moveCenter(box.center())
            bar.moveLeft(box.left())
            share = draft.filled / draft.of if draft.of else 1.0
            full = share >= 1 and not draft.errors
            _ground(painter, bar, look.colour("surface"))
            filled = QRectF(bar)
            filled.setWidth(round(bar.width() * min(share, 1.0)))
            _ground(painter, filled, look.colour("ok" if full else "accent"))
            painter.setPen(QPen(look.colour("line_strong"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5))
            box = box.adjusted(bar.width() + look.space("m"), 0, 0, 0)
        font = look.font("body", zoomed=True)
        self._text(painter, box, complete_words(draft), font, "text", look)

    def _findings(self, painter: QPainter, box: QRectF, draft: Draft, look: Theme) -> None:
        done = draft.filled >= draft.of
        font = look.font("body", zoomed=True)
        if draft.errors or draft.reviews:
            for kind, word, count in (
                ("error", "错误", draft.errors),
                ("review", "核实", draft.reviews),
            ):
                if count:
                    words = f"{word} {count}" if self.shape_.words else str(count)
                    box = self._marked(painter, box, kind, words, kind, look)
        elif done:
            self._marked(painter, box, "ok", "没有", "text_2", look)
        else:
            self._text(painter, box, "暂无", font, "text_2", look)

    def _marked(
        self, painter: QPainter, box: QRectF, kind: str, words: str, tone: str, look: Theme
    ) -> QRectF:
        """A mark with its words; what is left of ``box`` to the right of them."""
        side = look.px(14)
        mark = QRectF(0, 0, side, side)
        mark.moveCenter(box.center())
        mark.moveLeft(box.left())
        marks.paint(painter, mark, kind, look)
        font = look.font("body", zoomed=True)
        rest = box.adjusted(side + look.space("s"), 0, 0, 0)
        self._text(painter, rest, words, font, tone, look)
        return rest.adjusted(QFontMetrics(font).horizontalAdvance(words) + look.space("l"), 0, 0, 0)


def _ground(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Fill ``box``. Not by ``fillRect``: to choose among its forms PySide builds the gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)
