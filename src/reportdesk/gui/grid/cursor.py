"""The current cell and the block selected around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from reportdesk.gui.grid.layout import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.gui.grid.layout import GridLayout


class Block(NamedTuple):
    """Rows and columns from one corner to the other, both of them in it."""

    top: int
    left: int
    bottom: int
    right: int

    def __contains__(self, place: object) -> bool:
        return (
            isinstance(place, Place)
            and self.top <= place.row <= self.bottom
            and self.left <= place.column <= self.right
        )


class Cursor(QObject):
    """``at`` is the current cell; ``reach`` the other corner of the selection, ``at`` if there is
    none. ``column`` is kept when moving up and down over cells that go over several columns, and
    ``run`` is the column where a run of Tabs began."""

    moved = Signal()
    """The current cell is another."""
    selected = Signal()
    """The selection is another."""

    def __init__(self, layout: GridLayout, at: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout = layout
        self.at, self.reach = at, at
        self.column = at.column
        self.run: int | None = None
        self._block = self._over(at, at)
        self.single = True

    @property
    def key(self) -> str:
        """The key of the current cell."""
        return self._layout.key_at(*self.at)

    def go(self, place: Place, *, column: int | None = None, run: int | None = None) -> None:
        """Make ``place`` current and select nothing else."""
        over = column is not None and self._layout.anchor(place.row, column) == place
        self.column = column if column is not None and over else place.column
        self.run = run
        self._set(place, place)

    def within(self, place: Place) -> None:
        """Make ``place``, a selected cell, current and keep the selection."""
        block = self.block
        self.column, self.run = place.column, None
        self._set(place, self.reach, block)

    def extend(self, place: Place, *, column: int | None = None) -> None:
        """Select from the current cell to ``place``."""
        if column is not None:
            self.column = column
        self._set(self.at, place)

    def select(self, at: Place, reach: Place) -> None:
        """Make ``at`` current and select to ``reach``."""
        self.column, self.run = at.column, None
        self._set(at, reach)

    def select_block(self, block: Block) -> None:
        """Select a block; the current cell moves only if it is outside."""
        at = self.at if self.at in block else Place(block.top, block.left)
        self.run = None
        self._set(at, Place(block.bottom, block.right), block)

    def collapse(self) -> None:
        """Select nothing but the current cell."""
        self.column = self.at.column
        self._set(self.at, self.at)

    def _set(self, at: Place, reach: Place, block: Block | None = None) -> None:
        was = (self.at, self.block)
        self.at, self.reach = at, reach
        own = self._over(at, at)
        self._block = block if block is not None else own if at == reach else self._over(at, reach)
        self.single = self._block == own
        """Whether nothing but the current cell is selected."""
        if self.at != was[0]:
            self.moved.emit()
        if self._block != was[1]:
            self.selected.emit()

    @property
    def block(self) -> Block:
        """The selected block."""
        return self._block

    def _over(self, one: Place, other: Place) -> Block:
        """The block between two cells, as wide as all cells that it meets."""
        top, bottom = sorted((one.row, other.row))
        left = min(one.column, other.column)
        right = max(self._right(one), self._right(other))
        while True:
            meets = [
                self._layout.anchor(r, c) for r in range(top, bottom + 1) for c in (left, right)
            ]
            wider = max((self._right(p) for p in meets if p is not None), default=right)
            further = min((p.column for p in meets if p is not None), default=left)
            if (further, wider) == (left, right):
                return Block(top, left, bottom, right)
            left, right = min(left, further), max(right, wider)

    def _right(self, place: Place) -> int:
        key = self._layout.key_at(*place)
        return place.column + (self._layout.span_of(key) if key else 1) - 1

    def places(self) -> list[Place]:
        """The selected cells, row by row."""
        return [self._layout.place_of(key) for key in self.selected_keys()]

    def selected_keys(self) -> Iterator[str]:
        """The keys of the selected cells, row by row."""
        block = self.block
        return (key for key in self._layout if self._layout.place_of(key) in block)
