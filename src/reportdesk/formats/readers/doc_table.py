"""A table of a Word 97 file, gathered row by row and laid out by the edges of its cells."""

from dataclasses import dataclass, field
from itertools import pairwise

from reportdesk.formats.readers.doc_sprms import RowShape
from reportdesk.formats.readers.word_table import ALONE, BEGINS, GOES_ON, RowCell, widened
from reportdesk.formats.story import Cell

_NEAR = 12
"""Edges this many twips (0.2 mm) apart are one: tables drawn by hand are never exact."""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of a cell."""

    text: str
    heading: bool


@dataclass(slots=True)
class RawCell:
    """What a cell holds, in order."""

    content: list["Words | RawTable"] = field(default_factory=list["Words | RawTable"])

    @property
    def text(self) -> str:
        """Its words, paragraphs parted by line feeds, without the tables in it."""
        return "\n".join(x.text for x in self.content if isinstance(x, Words)).strip("\n")


@dataclass(slots=True)
class RawTable:
    """The rows of a table so far, and the row that is being read."""

    rows: list[tuple[list[RawCell], RowShape]] = field(
        default_factory=list[tuple[list[RawCell], RowShape]]
    )
    row: list[RawCell] = field(default_factory=list[RawCell])
    cell: RawCell = field(default_factory=RawCell)
    closed: bool = False
    """Whether the end of any row was found."""

    def end_cell(self) -> None:
        """The cell is whole."""
        self.row.append(self.cell)
        self.cell = RawCell()

    def end_row(self, shape: RowShape | None, *, deleted: bool) -> None:
        """The row is whole; ``deleted`` rows are left out."""
        self.closed = True
        if self.row and not deleted:
            self.rows.append((self.row, shape or RowShape()))
        self.row, self.cell = [], RawCell()

    def end(self) -> None:
        """The table is whole, also where its last row was never closed."""
        if self.cell.content:
            self.end_cell()
        closed = self.closed
        self.end_row(None, deleted=False)
        self.closed = closed

    @property
    def nested(self) -> list["RawTable"]:
        """The tables in its cells."""
        return [
            item
            for row, _ in self.rows
            for cell in row
            for item in cell.content
            if isinstance(item, RawTable)
        ]

    def lone_cells(self) -> list[RawCell]:
        """The cells of a table that only lays out what it holds; else nothing."""
        if any(len(row) > 1 for row, _ in self.rows):
            return []
        lone = [cell for row, _ in self.rows for cell in row]
        return lone if len(lone) == 1 or self.nested else []

    def laid_out(self) -> list[list[RowCell]] | None:
        """The rows with their columns; None where the edges make no sense."""
        edges = [_edges(shape, len(row)) for row, shape in self.rows]
        if any(a >= b for line in edges for a, b in pairwise(line)):
            return None
        columns = _columns(edges, _NEAR)
        if any(len({columns[x] for x in line}) < len(line) for line in edges):
            columns = _columns(edges, 0)
        return [
            _row([cell.text for cell in row], [columns[x] for x in line], shape)
            for (row, shape), line in zip(self.rows, edges, strict=True)
        ]

    def loose_texts(self) -> list[str]:
        """The words of the cells one after the other."""
        return [cell.text for row, _ in self.rows for cell in row]

    def in_order(self) -> tuple[Cell, ...]:
        """The cells by nothing but their order in the rows."""
        return tuple(
            Cell(cell.text, at, column)
            for at, (row, _) in enumerate(self.rows)
            for column, cell in enumerate(row)
        )


def _edges(shape: RowShape, cells: int) -> list[int]:
    edges = shape.edges[: cells + 1] or [0]
    while len(edges) < cells + 1:
        edges.append(edges[-1] + 1440)
    return edges


def _columns(lines: list[list[int]], near: int) -> dict[int, int]:
    """For each edge the number of its column; edges near each other share one."""
    columns: dict[int, int] = {}
    first, number = 0, -1
    for edge in sorted({edge for line in lines for edge in line}):
        if number < 0 or edge - first > near:
            number, first = number + 1, edge
        columns[edge] = number
    return columns


def _row(texts: list[str], edges: list[int], shape: RowShape) -> list[RowCell]:
    cells: list[RowCell] = []
    begun = 0
    for at, text in enumerate(texts):
        width = edges[at + 1] - edges[at]
        across = shape.across[at] if at < len(shape.across) else 0
        # Of a group merged sideways the first has one mark and all others the other one.
        begun = across if across and begun in (0, across) else begun if across else 0
        if across and across != begun and cells:
            cells[-1] = widened(cells[-1], width)
            continue
        down = shape.down[at] if at < len(shape.down) else 0
        merge = ALONE if not down else GOES_ON if down == 1 else BEGINS
        cells.append((edges[at], width, merge, text))
    return cells
