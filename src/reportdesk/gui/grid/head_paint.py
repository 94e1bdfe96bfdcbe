"""Drawing heads: a tree of column heads, and the labels of the rows with their merged headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.gui.grid.heights import head_lines
from reportdesk.gui.grid.paint import paint_corner
from reportdesk.gui.grid.widths import LABEL_LINES, label_pad, leaf_room
from reportdesk.gui.grid.wrap import balanced, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from reportdesk.gui.grid.body import Shown
    from reportdesk.gui.grid.ink import Ink
    from reportdesk.gui.grid.layout import Heads, Label
    from reportdesk.gui.grid.widths import Widths

Box = tuple[int, int, int, int]
"""Left, top, width, height."""

EDGE = 3
"""The accent edge of the current row's and column's head."""


class Marked(NamedTuple):
    """What heads show besides their words: the current row and column, and columns at fault."""

    row: int = -1
    column: int = -1
    broken: frozenset[int] = frozenset()


def paint_heads(
    painter: QPainter,
    ink: Ink,
    heads: Heads,
    widths: Widths,
    levels: Sequence[int],
    at: tuple[int, int],
    marked: Marked,
    dirty: QRect | None = None,
) -> None:
    """Draw a tree of column heads with its corner at ``at``, as far as it meets ``dirty``."""
    left, top = at
    tops = [top + sum(levels[:level]) for level in range(len(levels) + 1)]
    leaf = heads.leaf(marked.column) if marked.column >= 0 else None
    for head in heads.heads:
        x, end = widths.columns[head.column], widths.columns[head.column + head.columns]
        if dirty is not None and (left + x > dirty.right() or left + end <= dirty.left()):
            continue
        upper, lower = tops[head.level], tops[head.level + head.levels]
        box = (left + x, upper, end - x, lower - upper)
        lowest = head.level + head.levels == len(levels)
        bad = lowest and head.column in marked.broken
        here = head is leaf
        ground = "error_soft" if bad else "accent_soft" if here else "head"
        _ground(painter, ink, box, ground)
        script = "strong" if here or bad else "label"
        lines = head_lines(ink, widths, head)
        _centred(painter, ink, script, "error" if bad else "text", lines, box)
        if here:
            edge = ink.px(EDGE)
            painter.fillRect(box[0], lower - edge, box[2] - 1, edge, ink.colour("accent"))
        if bad:
            paint_corner(painter, ink, "solid", box[0] + box[2] - 1, upper)


def paint_stub(painter: QPainter, ink: Ink, text: str, box: Box) -> None:
    """Draw the head over the labels."""
    _ground(painter, ink, box, "head")
    most = max((box[3] - 2) // ink.pitch, 1)
    lines = balanced(ink, "label", text, box[2] - 2 * label_pad(ink), most).lines if text else ()
    _centred(painter, ink, "label", "text_2", lines, box)


def paint_caption(painter: QPainter, ink: Ink, text: str, box: Box) -> None:
    """Draw a line over the whole width. A part of it that lies elsewhere is drawn there."""
    left, top, width, height = box
    painter.fillRect(left, top, width, height, ink.colour("accent_soft"))
    painter.setPen(ink.pen("line"))
    painter.drawLine(left, top + height - 1, left + width - 1, top + height - 1)
    ink.write(
        painter, "strong", "text", box[0] + label_pad(ink) + ink.px(1), box[1] + box[3] // 2, text
    )


def paint_leaf(
    painter: QPainter,
    ink: Ink,
    label: Label,
    widths: Widths,
    box: Box,
    *,
    here: bool,
    strong: bool,
) -> None:
    """Draw the label of a row into the part of it that is seen."""
    _ground(painter, ink, box, "accent_soft" if here else "head")
    script = "strong" if here or strong else "label"
    most = min(LABEL_LINES, max((box[3] - 1) // ink.pitch, 1))
    lines = wrapped(ink, script, label.text, leaf_room(ink, widths.labels, label), most).lines
    if script == "strong" and len(lines) == most:
        # Bold is wider: a label that would only lose its end by it stays as it was.
        plain = wrapped(ink, "label", label.text, leaf_room(ink, widths.labels, label), most)
        if plain.whole and lines[-1].endswith("…"):
            script, lines = "label", plain.lines
    middle = box[1] + (box[3] - 1) // 2 - (len(lines) - 1) * ink.pitch // 2
    for number, line in enumerate(lines):
        ink.write(
            painter, script, "text", box[0] + label_pad(ink), middle + number * ink.pitch, line
        )
    if here:
        edge = ink.px(EDGE)
        right = box[0] + box[2] - 1
        painter.fillRect(right - edge, box[1], edge, box[3] - 1, ink.colour("accent"))


def paint_group(
    painter: QPainter, ink: Ink, label: Label, box: Box, *, words: bool, ends: bool
) -> None:
    """Draw a merged heading into the part of it that is seen, its words in the middle."""
    painter.fillRect(*box, ink.colour("head"))
    painter.setPen(ink.pen("line"))
    right, bottom = box[0] + box[2] - 1, box[1] + box[3] - 1
    painter.drawLine(right, box[1], right, bottom)
    if ends:
        painter.drawLine(box[0], bottom, right, bottom)
    if not words:
        return
    if box[2] < 2.4 * ink.sizes["label"]:
        _upright(painter, ink, label.text, box)
        return
    most = max((box[3] - 2) // ink.pitch, 1)
    lines = balanced(ink, "label", label.text, box[2] - ink.px(4), most).lines
    _centred(painter, ink, "label", "text", lines, box)


def segments(label: Label, shown: Iterable[Shown]) -> list[tuple[Shown, ...]]:
    """The runs of lines in which a merged heading is seen: one for each zone of the view."""
    found: dict[str, list[Shown]] = {}
    for part in shown:
        if part.line.kind == "row" and label.row <= part.line.row < label.row + label.rows:
            found.setdefault(part.zone, []).append(part)
    return [tuple(run) for run in found.values()]


def _ground(painter: QPainter, ink: Ink, box: Box, ground: str) -> None:
    left, top, width, height = box
    painter.fillRect(left, top, width, height, ink.colour(ground))
    painter.setPen(ink.pen("line"))
    painter.drawLine(left + width - 1, top, left + width - 1, top + height - 1)
    painter.drawLine(left, top + height - 1, left + width - 1, top + height - 1)


def _centred(
    painter: QPainter, ink: Ink, script: str, tone: str, lines: Sequence[str], box: Box
) -> None:
    left, top, width, height = box
    middle = top + (height - 1) // 2 - (len(lines) - 1) * ink.pitch // 2
    for number, line in enumerate(lines):
        kind = "strong" if script == "strong" else "label"
        x = left + (width - ink.wide(kind, line)) // 2
        ink.write(painter, kind, tone, x, middle + number * ink.pitch, line)


def _upright(painter: QPainter, ink: Ink, text: str, box: Box) -> None:
    """Words from top to bottom: Chinese one character under the other, others turned."""
    left, top, width, height = box
    centre = left + (width - 1) // 2
    if not any(ord(c) > 0x2E80 for c in text):
        painter.save()
        painter.translate(centre, top + height // 2)
        painter.rotate(-90)
        shown = wrapped(ink, "label", text, height - 4, 1).lines[0]
        ink.write(painter, "label", "text", -ink.wide("label", shown) // 2, 0, shown)
        painter.restore()
        return
    most = max((height - 2) // ink.pitch, 1)
    shown = text if len(text) <= most else text[: most - 1] + "︙"
    middle = top + (height - 1) // 2 - (len(shown) - 1) * ink.pitch // 2
    for number, character in enumerate(shown):
        x = centre - ink.wide("label", character) // 2
        ink.write(painter, "label", "text", x, middle + number * ink.pitch, character)


def line_under(painter: QPainter, ink: Ink, left: int, right: int, y: int) -> None:
    """The rule at the edge of frozen rows and of heads that stay."""
    painter.setPen(ink.thick("line_strong"))
    painter.drawLine(left, y, right, y)
