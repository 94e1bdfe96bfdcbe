"""Where each blank of a table stands: rows and columns of figures, the heads around them.

Only figures are counted as rows and columns; captions and heads lie between or beside them. How
a table is printed is the one source (``form.printed``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.printed import printed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.form.printed import PrintedCell, Sheet
    from reportdesk.form.table import Table


class Place(NamedTuple):
    """A row and a column of figures, from 0."""

    row: int
    column: int


class Label(NamedTuple):
    """A row's label or a merged heading over rows, at ``level`` from the left."""

    text: str
    row: int
    rows: int
    level: int
    levels: int
    leaf: bool
    """Whether it is a row's own label and no heading."""


class Head(NamedTuple):
    """A column's head or a merged heading over columns, at ``level`` from the top."""

    text: str
    column: int
    columns: int
    level: int
    levels: int

    def covers(self, column: int) -> bool:
        """Whether it stands over ``column``."""
        return self.column <= column < self.column + self.columns


class Heads(NamedTuple):
    """The heads over a run of rows: an optional caption, the stub over the labels, and a tree."""

    row: int
    """The first row of figures below."""
    caption: str
    stub: str
    heads: tuple[Head, ...]
    depth: int

    def leaf(self, column: int) -> Head | None:
        """The lowest head over ``column``."""
        over = [head for head in self.heads if head.covers(column)]
        return max(over, key=lambda head: head.level, default=None)


class GridLayout:
    """One table as rows × columns of figures. ``key_at`` and ``place_of`` map both ways."""

    def __init__(self, table: Table) -> None:
        self.table = table
        sheet = printed(table)
        self.width = sheet.width - sheet.labels
        self.levels = sheet.labels
        """How many columns of labels stand at the left; 0 in a table printed across."""
        self._rows: list[dict[int, PrintedCell]] = []
        self._places: dict[str, Place] = {}
        self._spans: dict[str, int] = {}
        labels: list[Label] = []
        blocks: list[Heads] = []
        self._read(sheet, labels, blocks)
        self.height = len(self._rows)
        self._cells = tuple(
            tuple((column, cell.key, cell.columns) for column, cell in sorted(row.items()))
            for row in self._rows
        )
        self.labels = tuple(labels)
        self.blocks = tuple(blocks)
        """The heads of each part, in order; a table of one part has one block, which stays."""
        self.fields = {table.key(r.id, c.id): (p, r, c) for p, r, c in table.cells()}

    def _read(self, sheet: Sheet, labels: list[Label], blocks: list[Heads]) -> None:
        caption, stub, heads, first = "", "", list[Head](), -1
        for number, line in enumerate(sheet.rows()):
            values = {c.column - sheet.labels: c for c in line if c.kind == "value"}
            row = len(self._rows)
            for cell in line:
                if cell.kind == "caption":
                    caption = cell.text
                elif cell.kind in ("stub", "head") and first < 0:
                    first = number
                if cell.kind == "stub":
                    stub = cell.text
                elif cell.kind == "head":
                    at, level = cell.column - sheet.labels, number - first
                    heads.append(Head(cell.text, at, cell.columns, level, cell.rows))
                elif cell.kind == "label":
                    leaf = cell.column + cell.columns == sheet.labels
                    labels.append(Label(cell.text, row, cell.rows, cell.column, cell.columns, leaf))
            if not values:
                continue
            if first >= 0:
                blocks.append(Heads(row, caption, stub, tuple(heads), number - first))
                caption, stub, heads, first = "", "", [], -1
            for column, cell in values.items():
                self._places[cell.key] = Place(row, column)
                self._spans[cell.key] = cell.columns
            self._rows.append(values)

    def cells(self, row: int) -> tuple[tuple[int, str, int], ...]:
        """The cells of a row: column, key and over how many columns each goes."""
        return self._cells[row]

    def key_at(self, row: int, column: int) -> str:
        """The key of the cell that begins at this place; "" where none does."""
        if not 0 <= row < self.height:
            return ""
        cell = self._rows[row].get(column)
        return cell.key if cell is not None else ""

    def place_of(self, key: str) -> Place:
        """Where the cell ``key`` begins; KeyError if the table has none."""
        return self._places[key]

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[str]:
        """The keys of all cells, row by row."""
        return iter(self._places)

    def span_of(self, key: str) -> int:
        """Over how many columns the cell goes."""
        return self._spans[key]

    def anchor(self, row: int, column: int) -> Place | None:
        """The place where the cell that covers this one begins; None where there is no cell."""
        if not 0 <= row < self.height:
            return None
        for at in range(column, -1, -1):
            cell = self._rows[row].get(at)
            if cell is not None:
                return Place(row, at) if at + cell.columns > column else None
        return None

    @property
    def stays(self) -> Heads | None:
        """The heads that stand above the whole table; None where each part has its own."""
        return self.blocks[0] if len(self.blocks) == 1 else None

    def block_of(self, row: int) -> Heads:
        """The heads that ``row`` stands under."""
        return next(b for b in reversed(self.blocks) if b.row <= row)

    def label_of(self, row: int) -> Label | None:
        """The row's own label; None in a table printed across."""
        return next((x for x in self.labels if x.leaf and x.row == row), None)
