"""Where everything of a table stands at its present size and scroll position."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.gui.grid.body import Body
from reportdesk.gui.grid.heights import Wanted, heights
from reportdesk.gui.grid.widths import widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.gui.grid.body import Shown
    from reportdesk.gui.grid.heights import Heights
    from reportdesk.gui.grid.ink import Ink
    from reportdesk.gui.grid.layout import GridLayout, Place
    from reportdesk.gui.grid.widths import Widths

Box = tuple[int, int, int, int]
"""Left, top, width, height."""

SIMPLE_BELOW = 15
"""Tables of fewer rows have high rows and large figures."""


def is_simple(layout: GridLayout) -> bool:
    """Whether a table has few rows."""
    return layout.height < SIMPLE_BELOW


class Room(NamedTuple):
    """The room for a table, and the width that a scroll bar would take of it."""

    width: int
    height: int
    bar: int


class Scene:
    """The geometry of one table. Boxes are in the coordinates of the figures' viewport."""

    def __init__(
        self,
        layout: GridLayout,
        ink: Ink,
        room: Room,
        longest: Sequence[str],
        frozen: tuple[int, int],
        balances: int,
    ) -> None:
        self.layout, self.ink = layout, ink
        self.widths: Widths = widths(ink, layout, room.width, longest)
        wanted = Wanted(room.height, frozen, balances)
        self.heights: Heights = heights(ink, layout, self.widths, wanted)
        if self.heights.unit:
            self.widths = widths(ink, layout, room.width - room.bar, longest)
            self.heights = heights(ink, layout, self.widths, wanted)
        self.body = Body(self.heights)
        width = min(self.widths.total, room.width - (room.bar if self.heights.unit else 0))
        self.across_most = self.widths.total - width
        """The last horizontal scroll position; 0 as long as all columns are seen."""
        if self.across_most:
            lower = wanted._replace(room=wanted.room - room.bar)
            self.heights = heights(ink, layout, self.widths, lower)
            self.body = Body(self.heights)
        self.first = self.across = 0
        self._shown: tuple[Shown, ...] = ()
        self.rows: dict[int, Shown] = {}
        """The rows of figures that are seen."""
        self.scroll(0, 0)
        bar_below = room.bar if self.across_most else 0
        self.size = (
            width + (room.bar if self.heights.unit else 0),
            self.heights.head + self.heights.body + balances * self.heights.balance + bar_below,
        )
        """How much of the room the table takes."""

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The lines that are seen, from top to bottom."""
        return self._shown

    def scroll(self, first: int, across: int) -> None:
        """Scroll to a unit and to a column's edge."""
        self.first = min(max(first, 0), self.body.most)
        self.across = min(max(across, 0), self.across_most)
        self._shown = self.body.shown(self.first)
        self.rows = {part.line.row: part for part in self._shown if part.line.kind == "row"}

    def box_of(self, place: Place) -> Box | None:
        """Where the cell that begins at ``place`` is seen; None where its row is not."""
        part = self.rows.get(place.row)
        key = self.layout.key_at(*place)
        if part is None or not key:
            return None
        columns = self.widths.columns
        left = columns[place.column]
        right = columns[place.column + self.layout.span_of(key)]
        return left - self.across, part.top, right - left, part.height

    def inner(self, place: Place) -> int:
        """The left edge of the last column that the cell goes over."""
        span = self.layout.span_of(self.layout.key_at(*place))
        return self.widths.columns[place.column + span - 1] - self.across

    def place_at(self, x: int, y: int) -> Place | None:
        """The cell at a point; None between cells."""
        row, column = self.row_at(y), self.column_at(x)
        return None if row is None or column is None else self.layout.anchor(row, column)

    def nearest(self, x: int, y: int) -> Place | None:
        """The cell nearest to a point."""
        if not self.rows:
            return None
        row = min(
            self.rows.values(), key=lambda p: max(p.top - y, y - p.top - p.height + 1, 0)
        ).line.row
        column = self.column_at(min(max(x, -self.across), self.widths.columns[-1] - 1))
        return self.layout.anchor(row, 0 if column is None else column)

    def row_at(self, y: int) -> int | None:
        """The row of figures at a height."""
        for row, part in self.rows.items():
            if part.top <= y < part.top + part.height:
                return row
        return None

    def column_at(self, x: int) -> int | None:
        """The column at a point of the width."""
        at = bisect_right(self.widths.columns, x + self.across) - 1
        return at if 0 <= at < self.layout.width else None

    def edges(self) -> list[int]:
        """The heights at which frozen rows end and begin."""
        zones = [(part.zone, part.top) for part in self._shown]
        found: list[int] = []
        for (one, _), (other, top) in pairwise(zones):
            if one != other:
                found.append(top)
        return found
