"""Which lines of a table's body are seen, and where: frozen rows at its edges, the rest scrolled
by whole units between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from reportdesk.gui.grid.heights import Heights, Line

Zone = Literal["top", "middle", "bottom"]


class Shown(NamedTuple):
    """The part of a line that is seen, from ``top`` down in the view."""

    line: Line
    top: int
    height: int
    zone: Zone


class Body:
    """The body of one table at one size. Positions of the scroll bar are units."""

    def __init__(self, heights: Heights) -> None:
        self._heights = heights
        lines, (top, bottom) = heights.lines, heights.frozen
        end = len(lines) - bottom
        self._top, self._middle, self._bottom = lines[:top], lines[top:end], lines[end:]
        self.unit = heights.unit
        self.seen = heights.units - self._count(self._top) - self._count(self._bottom)
        self.most = max(self._count(self._middle) - self.seen, 0) if self.unit else 0
        """The last position of the scroll bar."""

    @property
    def frozen_height(self) -> int:
        """The height of the rows that stay at the top."""
        return sum(line.height for line in self._top)

    def shown(self, first: int) -> tuple[Shown, ...]:
        """What is seen when the middle begins at unit ``first``."""
        found: list[Shown] = []
        at = 0
        for line in self._top:
            found.append(Shown(line, at, line.height, "top"))
            at += line.height
        start = at
        skipped = first * self.unit
        end = start + (self.seen * self.unit if self.unit else 1 << 20)
        at = start - skipped
        for line in self._middle:
            upper, lower = max(at, start), min(at + line.height, end)
            if lower > upper:
                found.append(Shown(line, upper, lower - upper, "middle"))
            at += line.height
        at = end if self.unit else at
        for line in self._bottom:
            found.append(Shown(line, at, line.height, "bottom"))
            at += line.height
        return tuple(found)

    def position_for(self, row: int, first: int) -> int:
        """The position nearest to ``first`` at which ``row`` is seen whole, with the heads above
        it where there is room."""
        if not self.unit:
            return 0
        at = 0
        lead: int | None = None
        for line in self._middle:
            count = line.height // self.unit
            if line.row == row:
                lead = at if lead is None else lead
                if line.kind == "row":
                    upper = lead if at + count - lead <= self.seen else at
                    if upper < first:
                        return upper
                    return min(max(first, at + count - self.seen), self.most)
            at += count
        return first

    def page(self) -> int:
        """How many rows a page is."""
        return max(self.seen - 1, 1) if self.unit else len(self._heights.lines)

    def _count(self, lines: tuple[Line, ...]) -> int:
        return sum(line.height for line in lines) // self.unit if self.unit else 0
