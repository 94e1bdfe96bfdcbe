"""Drawing one cell: ground, lines, figure, the small value at the left, frame, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPainter, QPolygon, QPolygonF

from reportdesk.gui.grid.wrap import wrapped

if TYPE_CHECKING:
    from reportdesk.gui.grid.face import Face
    from reportdesk.gui.grid.ink import Ink

FIGURE_PAD, LEAST_PAD = 9, 3
"""From the last digit to the edge of its cell, and where a figure would not fit otherwise."""
LEFT_PAD = 4
"""From the left edge to the longest figure."""


def paint_cell(
    painter: QPainter,
    ink: Ink,
    face: Face,
    box: tuple[int, int, int, int],
    *,
    inner: int,
    ground: str,
    frame: str = "",
) -> None:
    """Draw a cell into ``box`` (left, top, width, height), whose last pixels are lines. ``inner``
    is the left edge of the last column of a cell that goes over several; ``ground`` replaces the
    plain one, and ``frame`` is the colour of the frame of the current cell."""
    left, top, width, height = box
    right, bottom = left + width - 1, top + height - 1
    painter.fillRect(left, top, width, height, ink.colour(ground))
    if face.waiting:
        painter.fillRect(left, top, width, height, ink.hatch)
    painter.setPen(ink.pen("line"))
    painter.drawLine(right, top, right, bottom)
    painter.drawLine(left, bottom, right, bottom)
    middle = top + (height - 1) // 2
    start = _figure(painter, ink, face, left + ink.px(LEFT_PAD), right, middle)
    marks = inner + (0, ink.px(3) + 1, ink.px(6) + 2)[face.bars]
    _small(painter, ink, face, marks, start, middle)
    if frame:
        painter.setPen(ink.thick(frame))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(left + 1, top + 1, width - 3, height - 3)
    if face.bars or face.corner or face.echo or face.arrow or face.sigma:
        _marks(painter, ink, face, (left, top, right, bottom), marks, start, framed=bool(frame))


def _figure(painter: QPainter, ink: Ink, face: Face, left: int, right: int, middle: int) -> int:
    """Draw the figure, and tell where it begins. What is too long for its cell loses its end."""
    edge = right - ink.px(FIGURE_PAD)
    if face.waiting:
        start = edge - ink.wide("label", "待填")
        ink.write(painter, "label", "text_2", start, middle, "待填")
        return start
    if not face.text:
        start = edge - ink.px(9)
        painter.setPen(ink.pen("line_strong"))
        base = ink.base("figure", middle) + 1
        painter.drawLine(start, base, edge - 1, base)
        return start
    script = "bold" if face.bold else "figure"
    text = face.text
    start = edge - ink.wide(script, text)
    if start < left:
        edge = min(edge + left - start, right - ink.px(LEAST_PAD))
        start = edge - ink.wide(script, text)
    if start < left:
        text = wrapped(ink, script, text, edge - left, 1).lines[0]
        start = edge - ink.wide(script, text)
    ink.write(painter, script, face.tone, start, middle, text)
    if face.rule:
        name, style = {
            "dash": ("review", Qt.PenStyle.DashLine),
            "dot": ("import", Qt.PenStyle.DotLine),
        }[face.rule]
        below = ink.base(script, middle) + 2
        painter.setPen(ink.broken(name, style))
        painter.drawLine(min(start, edge - ink.px(12)), below, edge + 1, below)
    return start


def _small(painter: QPainter, ink: Ink, face: Face, left: int, end: int, middle: int) -> None:
    """What stands small at the left: the sign of a typed total, else last year's value."""
    if face.sign:
        sign = face.sign
        at = left + ink.px(11 if face.arrow else 3)
        if at + ink.wide("sign", sign) + ink.px(2) > end:
            sign = sign[0]
        tone = "ok" if sign == "＝" else "error"
        ink.write(painter, "sign", tone, at, middle, sign)
    elif face.last:
        at = left + ink.px(12 if face.arrow else 6)
        if at + ink.wide("ghost", face.last) + ink.px(4) <= end:
            ink.write(painter, "ghost", "text_3", at, middle, face.last)


def _marks(
    painter: QPainter,
    ink: Ink,
    face: Face,
    edges: tuple[int, int, int, int],
    marks: int,
    figure: int,
    *,
    framed: bool,
) -> None:
    left, top, right, bottom = edges
    bar = ink.grid("bar")
    if face.bars:
        height = bottom - top
        painter.fillRect(left, top, bar, height, ink.colour("error"))
        if face.bars == 2:
            second = left + bar + max(ink.px(1), 1)
            painter.fillRect(second, top, ink.px(2), height, ink.colour("error"))
    if face.echo:
        painter.setPen(ink.broken("error", Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = 3 if framed else 1
        painter.drawRect(
            left + inset, top + inset, right - left - 2 * inset, bottom - top - 2 * inset
        )
    at, down = marks + ink.px(4), top + ink.px(3)
    if face.sigma and not face.last and figure > at + ink.px(6):
        _sigma(painter, ink, at, down)
    if face.arrow:
        _arrow(painter, ink, at, down)
    if face.corner:
        paint_corner(painter, ink, face.corner, right, top)


def paint_corner(painter: QPainter, ink: Ink, kind: str, right: int, top: int) -> None:
    """The mark of a finding, at the top right of a cell."""
    side = ink.grid("corner")
    # The outline runs through the middle of its pixels, or it would stain the cell above.
    start, end, high, low = right - side, right + 1.0, float(top), top + side + 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if kind == "solid":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink.colour("error"))
    else:
        painter.setPen(ink.pen("review"))
        painter.setBrush(ink.colour("surface"))
        start, end, high, low = start + 0.5, end - 0.5, high + 0.5, low - 0.5
    painter.drawPolygon(QPolygonF([QPointF(start, high), QPointF(end, high), QPointF(end, low)]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _sigma(painter: QPainter, ink: Ink, left: int, top: int) -> None:
    wide, high = ink.px(4), ink.px(5)
    painter.setPen(ink.pen("line_strong"))
    points = ((wide, 0), (0, 0), (high // 2, high // 2), (0, high), (wide, high))
    painter.drawPolyline(QPolygon([QPoint(left + x, top + y) for x, y in points]))


def _arrow(painter: QPainter, ink: Ink, left: int, top: int) -> None:
    high, half = ink.px(6), ink.px(2)
    painter.setPen(ink.thick("import", max(1, ink.px(1))))
    middle = left + half
    painter.drawLine(middle, top, middle, top + high - 1)
    for side in (-1, 1):
        painter.drawLine(middle, top + high - 1, middle + side * half, top + high - 1 - half)
