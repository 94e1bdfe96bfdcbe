"""Where a key leads from a cell, as spreadsheets have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.grid.layout import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.grid.layout import GridLayout


class Moves:
    """Moves over one table. ``entry`` tells the keys that are typed by hand, ``filled`` those
    that show something now."""

    def __init__(
        self, layout: GridLayout, entry: Callable[[str], bool], filled: Callable[[str], bool]
    ) -> None:
        self._layout = layout
        self._filled = filled
        places = [layout.place_of(key) for key in layout]
        self._entries = sorted(p for p in places if entry(layout.key_at(*p)))
        self._down = sorted(self._entries, key=lambda p: (p.column, p.row))

    @property
    def first(self) -> Place:
        """The cell where one begins."""
        return self._entries[0] if self._entries else self.home(Place(0, 0))

    def step(self, at: Place, down: int, right: int, column: int) -> Place:
        """The neighbour of ``at``; the cell itself at the edge. Up and down keep to ``column``
        where cells go over several columns."""
        found: Place | None = None
        if right > 0:
            found = self._layout.anchor(at.row, at.column + self._span(at))
        elif right < 0:
            found = self._layout.anchor(at.row, at.column - 1)
        row = at.row + down
        while down and found is None and 0 <= row < self._layout.height:
            found = self._layout.anchor(row, column)
            row += down
        return at if found is None else found

    def edge(self, at: Place, down: int, right: int, column: int) -> Place:
        """Where Ctrl and an arrow lead: to the last filled cell of a run, or over blanks to the
        next filled one, or to the edge."""
        following = self.step(at, down, right, column)
        run = self._full(at) and self._full(following)
        while (ahead := self.step(at, down, right, column)) != at:
            if run and not self._full(ahead):
                break
            at = ahead
            if not run and self._full(at):
                break
        return at

    def home(self, at: Place) -> Place:
        """The first cell of the row."""
        return self._layout.anchor(at.row, 0) or at

    def end(self, at: Place) -> Place:
        """The last cell of the row."""
        return self._layout.anchor(at.row, self._layout.width - 1) or at

    def top(self) -> Place:
        """The first cell of the table."""
        return self.home(Place(0, 0))

    def bottom(self) -> Place:
        """The last cell of the table."""
        return self.end(Place(self._layout.height - 1, 0))

    def by_rows(self, at: Place, rows: int, column: int) -> Place:
        """The cell so many rows away, no further than the edge."""
        row = min(max(at.row + rows, 0), self._layout.height - 1)
        return self._layout.anchor(row, column) or at

    def tab(self, at: Place, by: int) -> Place | None:
        """The next cell typed by hand, row by row, or with -1 the one before; None past the end."""
        if by > 0:
            return next((p for p in self._entries if p > at), None)
        return next((p for p in reversed(self._entries) if p < at), None)

    def enter(self, at: Place, by: int, column: int) -> Place | None:
        """The next cell typed by hand below in ``column`` (with -1 above), then the first of the
        next column; None past the end."""
        rows = range(at.row + by, self._layout.height if by > 0 else -1, by)
        for row in rows:
            place = self._layout.anchor(row, column)
            if place is not None and place in self._entries:
                return place
        start = (self._layout.anchor(at.row, column) or at).column
        if by > 0:
            return next((p for p in self._down if p.column > start), None)
        return next((p for p in reversed(self._down) if p.column < start), None)

    def within(self, at: Place, places: list[Place], by: int, *, by_column: bool) -> Place:
        """The next of the selected ``places``, round and round."""
        if by_column:
            places = sorted(places, key=lambda p: (p.column, p.row))
        index = places.index(at) if at in places else -1
        return places[(index + by) % len(places)]

    def _span(self, at: Place) -> int:
        key = self._layout.key_at(*at)
        return self._layout.span_of(key) if key else 1

    def _full(self, at: Place) -> bool:
        return self._filled(self._layout.key_at(*at))
