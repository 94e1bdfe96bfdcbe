"""Painting the boxes of a sheet: grounds, words, and the marks of what is to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from reportdesk.gui.grid.ink import Ink
from reportdesk.gui.importing.sheet_layout import WRAP

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from reportdesk.gui.importing.sheet_layout import Placed, SheetLayout
    from reportdesk.gui.style import Theme

_GROUNDS = {
    "near": "import_soft",
    "doubt": "review_soft",
    "broken": "error_soft",
    "waiting": "computed",
    "computed": "computed",
}
_INKS = {"near": "import", "broken": "error", "waiting": "text_2", "aside": "text_3"}
_ALIGN = {
    "head": Qt.AlignmentFlag.AlignCenter,
    "value": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class SheetPainter:
    """Paints with one theme; made anew when the theme changes."""

    def __init__(self, look: Theme) -> None:
        self.look, self.ink = look, Ink(look, simple=False)

    def box(
        self,
        painter: QPainter,
        layout: SheetLayout,
        one: Placed,
        rect: QRect,
        seen: QRect,
        *,
        beside: bool,
    ) -> None:
        """Paint a box into ``rect``, of which ``seen`` is in view; ``beside`` tells that it is in
        the row of the chosen one."""
        box = one.box
        lined = layout.sheet.bands[one.band].lined
        if lined:
            painter.fillRect(rect, self._ground(one, beside=beside))
        elif box.look in _GROUNDS:
            painter.fillRect(rect, self.ink.colour(_GROUNDS[box.look]))
        if box.look == "waiting":
            self._hatch(painter, rect)
        if lined:
            painter.setPen(self.ink.colour("line"))
            painter.drawRect(rect.adjusted(-1, -1, -1, -1))
        bold = box.kind in ("label", "head") and beside
        inside = (seen if box.rows > 1 else rect).adjusted(layout.pad(box), 0, -layout.pad(box), 0)
        text = layout.words(box, rect.width())
        self._words(
            painter, layout.font(box), one._replace(box=box._replace(text=text)), inside, bold=bold
        )
        if box.kind != "value" and box.look == "near":
            self._dots(painter, rect, "import")
        if box.sign:
            painter.setFont(layout.sign_font(box))
            self._sign(painter, one, rect)
        if box.kind == "value":
            self._marks(painter, one, rect)

    def _ground(self, one: Placed, *, beside: bool) -> QColor:
        box = one.box
        if box.look in _GROUNDS:
            return self.ink.colour(_GROUNDS[box.look])
        if box.kind in ("head", "label", "caption"):
            return self.ink.colour("accent_soft" if beside else "head")
        return self.ink.colour("cross" if beside else "surface")

    def _words(
        self, painter: QPainter, font: QFont, one: Placed, inside: QRect, *, bold: bool
    ) -> None:
        box = one.box
        if bold:
            font = self.look.font("body", bold=True, zoomed=True)
        if box.look == "waiting":
            font = self.look.font("body", zoomed=True)
        painter.setFont(font)
        painter.setPen(self.ink.colour(_INKS.get(box.look, "text")))
        if box.kind == "value":
            text = box.text
            if painter.fontMetrics().horizontalAdvance(text) > inside.width():
                cut = Qt.TextElideMode.ElideRight
                text = painter.fontMetrics().elidedText(text, cut, inside.width() + 4)
            painter.drawText(inside, _ALIGN["value"], text)
            return
        align = _ALIGN.get(box.kind, _LEFT)
        if box.kind == "label" and one.rect.width() < self.look.px(34):
            align = Qt.AlignmentFlag.AlignCenter
        painter.drawText(inside, align.value | WRAP, box.text)

    def _sign(self, painter: QPainter, one: Placed, rect: QRect) -> None:
        broken = one.box.look == "broken"
        tone = {"＝": "ok", "→": "accent"}.get(one.box.sign, "error" if broken else "text_3")
        painter.setPen(self.ink.colour(tone))
        painter.drawText(rect.adjusted(self.look.px(4), 0, 0, 0), _LEFT, one.box.sign)

    def _marks(self, painter: QPainter, one: Placed, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, side = one.box.look, self.look.px(7)
        if look == "near":
            if not one.box.sign:
                self._arrow(painter, rect)
            self._dots(painter, rect, "import")
        elif look in ("doubt", "broken"):
            tone = self.ink.colour("review" if look == "doubt" else "error")
            corner = QPolygonF(
                [
                    QPointF(rect.right() - side, rect.top() + 1),
                    QPointF(rect.right(), rect.top() + 1),
                    QPointF(rect.right(), rect.top() + 1 + side),
                ]
            )
            painter.setPen(QPen(tone, 1))
            painter.setBrush(tone if look == "broken" else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(corner)
        if (look in ("blank", "doubt") and not one.box.text) or look == "doubt":
            self._rule(painter, one, rect)
        painter.restore()

    def _rule(self, painter: QPainter, one: Placed, rect: QRect) -> None:
        """The short line where the last digit would stand; dashed where a look is wanted."""
        doubt = one.box.look == "doubt"
        pen = QPen(self.ink.colour("review" if doubt else "line_strong"), 1)
        if doubt:
            pen.setDashPattern([2, 2])
        painter.setPen(pen)
        right, y = rect.right() - self.look.px(6), rect.bottom() - self.look.px(4)
        painter.drawLine(right - self.look.px(9), y, right, y)

    def _dots(self, painter: QPainter, rect: QRect, tone: str) -> None:
        pen = QPen(self.ink.colour(tone), 1)
        pen.setDashPattern([1, 2])
        painter.setPen(pen)
        right, y = rect.right() - self.look.px(6), rect.bottom() - self.look.px(3)
        painter.drawLine(right - self.look.px(12), y, right, y)

    def _arrow(self, painter: QPainter, rect: QRect) -> None:
        x, y, size = rect.left() + self.look.px(4), rect.top() + self.look.px(3), self.look.px(6)
        painter.setPen(QPen(self.ink.colour("import"), 1.4))
        middle = x + size / 2
        painter.drawLine(QPointF(middle, y), QPointF(middle, y + size))
        painter.drawLine(QPointF(middle, y + size), QPointF(x, y + size / 2))
        painter.drawLine(QPointF(middle, y + size), QPointF(x + size, y + size / 2))

    def _hatch(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(QPen(self.ink.colour("hatch"), 1))
        step = self.look.px(7)
        for x in range(rect.left() - rect.height(), rect.right(), step):
            painter.drawLine(x, rect.bottom(), x + rect.height(), rect.top())
        painter.restore()

    def frame(self, painter: QPainter, rect: QRect) -> None:
        """The frame of the chosen box."""
        painter.setPen(QPen(self.ink.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))
