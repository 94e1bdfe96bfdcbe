"""The marks of states, drawn so that shape tells them apart without colour."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap, QPolygonF

from reportdesk.gui.style import Theme, theme

KINDS = ("none", "part", "done", "error", "review", "hint", "ok", "saved", "saving", "trouble")


def paint(painter: QPainter, rect: QRectF, kind: str, look: Theme) -> None:
    """Draw the mark ``kind`` into the square ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    inner = box.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06)
    if kind in ("done", "ok", "saved"):
        _disc(painter, inner, look.colour("ok"))
        _tick(painter, inner, look.colour("on_solid"))
    elif kind in ("error", "trouble"):
        _diamond(painter, inner, look.colour("error"))
        _sign(painter, inner, "!", look.colour("on_solid"))
    elif kind == "saving":
        _turning(painter, inner, look.colour("accent"))
    elif kind == "review":
        _triangle(painter, inner, look)
    elif kind == "hint":
        painter.setPen(QPen(look.colour("hint"), max(1.2, side * 0.09)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner.adjusted(1, 1, -1, -1), side * 0.15, side * 0.15)
        _sign(painter, inner, "i", look.colour("hint"))
    else:
        tone = look.colour("accent") if kind == "part" else look.colour("line_strong")
        painter.setPen(QPen(tone, max(1.2, side * 0.1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = inner.adjusted(side * 0.06, side * 0.06, -side * 0.06, -side * 0.06)
        painter.drawEllipse(ring)
        if kind == "part":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tone)
            painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()


def pixmap(kind: str, px: int = 16, ratio: float = 2.0) -> QPixmap:
    """The mark as a picture of ``px`` logical pixels."""
    picture = QPixmap(round(px * ratio), round(px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRectF(0, 0, px, px), kind, theme())
    painter.end()
    return picture


def icon(kind: str, px: int = 16) -> QIcon:
    """The mark as an icon, sharp at 100 % and at 200 %."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(pixmap(kind, px, ratio))
    return made


def _disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, max(1.4, box.width() * 0.13))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF([_at(box, 0.28, 0.52), _at(box, 0.44, 0.68), _at(box, 0.73, 0.35)])
    )


def _turning(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Three quarters of a ring with an arrow at its end."""
    width = max(1.2, box.width() * 0.12)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = box.width() * 0.14
    painter.drawArc(box.adjusted(inset, inset, -inset, -inset), 0, 270 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([_at(box, 0.62, 0.5), _at(box, 1.1, 0.5), _at(box, 0.86, 0.82)]))


def _diamond(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([_at(box, 0.5, 0), _at(box, 1, 0.5), _at(box, 0.5, 1), _at(box, 0, 0.5)])
    )


def _triangle(painter: QPainter, box: QRectF, look: Theme) -> None:
    tone = look.colour("review")
    width = max(1.2, box.width() * 0.1)
    pen = QPen(tone, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(look.colour("review_soft"))
    height = box.width() * math.sqrt(3) / 2
    top = box.top() + (box.height() - height) / 2
    half = width / 2
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(box.center().x(), top + half),
                QPointF(box.right() - half, top + height - half),
                QPointF(box.left() + half, top + height - half),
            ]
        )
    )
    _sign(painter, box.translated(0, box.height() * 0.09), "?", tone, 0.5)


def _sign(painter: QPainter, box: QRectF, text: str, colour: QColor, share: float = 0.62) -> None:
    font = QFont(theme().font("body", bold=True))
    font.setPixelSize(max(6, round(box.height() * share)))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + box.width() * x, box.top() + box.height() * y)
