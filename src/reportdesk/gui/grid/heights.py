"""How high heads and rows are in the room there is, and whether the table has to scroll.

A table that fits is shown whole. One that does not is laid out in units of one row's height, in
which everything is measured, so that no row is ever seen in half; the rows of an identity stay at
its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.gui.grid.widths import HEAD_LINES, LEAST_SLACK, label_pad, leaf_room
from reportdesk.gui.grid.wrap import balanced, wrapped

if TYPE_CHECKING:
    from reportdesk.gui.grid.ink import Ink
    from reportdesk.gui.grid.layout import GridLayout, Head, Heads
    from reportdesk.gui.grid.widths import Widths

_MIDDLE_ROWS = 3
"""Fewer rows than this between frozen ones are no view of a table: nothing is frozen then."""
_FEW_UNITS = 10
_CAPTION = 28
_SIMPLE_HEAD = 26


class Line(NamedTuple):
    """A strip of the body over its whole width: a row of figures, or what stands above one."""

    kind: Literal["caption", "heads", "row"]
    row: int
    """The row of figures, or the first one below."""
    height: int
    levels: tuple[int, ...] = ()
    """The heights of a head's levels."""


class Heights(NamedTuple):
    """The heights of a table."""

    caption: int
    """Of the caption that stays above; 0 if there is none."""
    levels: tuple[int, ...]
    """Of the heads that stay above."""
    lines: tuple[Line, ...]
    """The body, from top to bottom."""
    unit: int
    """What the body scrolls by; 0 if it is shown whole."""
    units: int
    """How many units of the body are seen, frozen ones among them."""
    frozen: tuple[int, int]
    """So many lines at the top and at the bottom stay."""
    balance: int
    """Of each row of 勾稽 below; 0 where there is no room for one."""

    @property
    def head(self) -> int:
        """The height of all that stays above."""
        return self.caption + sum(self.levels)

    @property
    def body(self) -> int:
        """The height of the part of the body that is seen."""
        return self.unit * self.units if self.unit else sum(line.height for line in self.lines)


class Wanted(NamedTuple):
    """What is asked of the heights: the room for all, rows that stay where the table scrolls (from
    the top, from the bottom), and how many rows of 勾稽 there are."""

    room: int
    frozen: tuple[int, int]
    balances: int


def heights(ink: Ink, layout: GridLayout, width: Widths, wanted: Wanted) -> Heights:
    """The heights in the room there is."""
    balance = ink.grid("balance")
    stays = layout.stays
    caption = ink.px(_CAPTION) if stays is not None and stays.caption else 0
    levels = head_levels(ink, layout, width, stays) if stays is not None else ()
    room = wanted.room - caption - sum(levels) - balance * wanted.balances
    if room < ink.grid("row_scrolled"):
        # The where line tells what holds, too; a table without a row to type in is none.
        room, balance = room + balance * wanted.balances, 0
    fit = _simple if ink.simple else _whole
    found = fit(ink, layout, width, room)
    if found is not None:
        spare = room - sum(line.height for line in found)
        if 0 < spare < len(found) and levels and not ink.simple:
            levels = (*levels[:-1], levels[-1] + spare)
        return Heights(caption, levels, found, 0, 0, (0, 0), balance)
    unit, units = _unit(ink, room)
    top, bottom = wanted.frozen
    if units < top + bottom + _MIDDLE_ROWS or len(layout.blocks) > 1:
        top = bottom = 0
    lines = _units(ink, layout, width, unit)
    # Rows that stay take no more than a unit: they are known, and the others need the room. In
    # a small view no row takes more.
    end = len(lines) - bottom
    if not ink.simple:
        lines = tuple(
            line if top <= at < end and units >= _FEW_UNITS else line._replace(height=unit)
            for at, line in enumerate(lines)
        )
    if levels:
        levels = (*levels[:-1], levels[-1] + max(room - unit * units, 0))
    return Heights(caption, levels, lines, unit, units, (top, bottom), balance)


def head_levels(ink: Ink, layout: GridLayout, width: Widths, heads: Heads) -> tuple[int, ...]:
    """The heights of a head's levels, so that the words of all its cells find room."""
    if ink.simple:
        found = [ink.px(_SIMPLE_HEAD)] * heads.depth
    else:
        found = [ink.grid("head_row")] * (heads.depth - 1) + [ink.grid("head_row_last")]
    for head in sorted(heads.heads, key=lambda h: h.levels):
        need = len(head_lines(ink, width, head)) * ink.pitch + ink.px(3)
        have = sum(found[head.level : head.level + head.levels])
        if need > have:
            found[head.level + head.levels - 1] += need - have
    if heads.stub:
        room = width.label - 2 * label_pad(ink)
        need = len(wrapped(ink, "label", heads.stub, room, HEAD_LINES + 1).lines) * ink.pitch
        found[-1] += max(need + ink.px(4) - sum(found), 0)
    return tuple(found)


def head_lines(ink: Ink, width: Widths, head: Head) -> tuple[str, ...]:
    """The words of a column's head as they stand in it."""
    room = width.columns[head.column + head.columns] - width.columns[head.column]
    found = balanced(ink, "strong", head.text, room - ink.px(6 if ink.simple else 3), HEAD_LINES)
    if not found.whole:
        found = balanced(ink, "strong", head.text, room - LEAST_SLACK, HEAD_LINES)
    return found.lines


def _long(ink: Ink, layout: GridLayout, width: Widths) -> set[int]:
    """The rows whose label takes two lines."""
    return {
        label.row
        for label in layout.labels
        if label.rows == 1
        and len(wrapped(ink, "label", label.text, leaf_room(ink, width.labels, label), 2).lines) > 1
    }


def _whole(ink: Ink, layout: GridLayout, width: Widths, room: int) -> tuple[Line, ...] | None:
    long = _long(ink, layout, width)
    double = ink.grid("row_two_lines")
    short = layout.height - len(long)
    single = (room - len(long) * double) // max(short, 1)
    # A pixel below the usual least is still read well, and a table seen whole is worth it.
    if single < ink.grid("row_min") - ink.px(1):
        return None
    single = min(single, ink.grid("row_max"))
    return tuple(
        Line("row", row, max(double, single) if row in long else single)
        for row in range(layout.height)
    )


def _simple(ink: Ink, layout: GridLayout, width: Widths, room: int) -> tuple[Line, ...] | None:
    """Few rows: as high as is comfortable, and lower where that shows all."""
    for row in range(ink.grid("row_simple"), ink.grid("row_scrolled") - 1, -1):
        lines = _lines(ink, layout, width, row)
        if sum(line.height for line in lines) <= room:
            return lines
    return None


def _lines(ink: Ink, layout: GridLayout, width: Widths, height: int) -> tuple[Line, ...]:
    found: list[Line] = []
    long = _long(ink, layout, width)
    inner = {} if layout.stays is not None else {block.row: block for block in layout.blocks}
    for row in range(layout.height):
        block = inner.get(row)
        if block is not None:
            if block.caption:
                found.append(Line("caption", row, min(ink.px(_CAPTION), height)))
            levels = head_levels(ink, layout, width, block)
            if sum(levels) > height and block.depth == 1:
                levels = (max(height, levels[0] - ink.px(_SIMPLE_HEAD) + height),)
            found.append(Line("heads", row, sum(levels), levels))
        tall = 2 * ink.pitch + ink.px(4) if row in long else 0
        found.append(Line("row", row, max(height, tall)))
    return tuple(found)


def _unit(ink: Ink, room: int) -> tuple[int, int]:
    """The height of a unit and how many of them fill the room."""
    least = ink.grid("row_scrolled")
    units = max(room // least, 1)
    return min(max(room // units, least), least + ink.px(4)), units


def _units(ink: Ink, layout: GridLayout, width: Widths, unit: int) -> tuple[Line, ...]:
    """The body in units: what does not find room in one takes as many as it needs."""
    found: list[Line] = []
    for line in _lines(ink, layout, width, unit):
        count = -(-line.height // unit) if line.kind != "row" or line.height > unit else 1
        height = count * unit
        levels = line.levels
        if levels:
            levels = (*levels[:-1], levels[-1] + height - sum(levels))
        found.append(line._replace(height=height, levels=levels))
    return tuple(found)
