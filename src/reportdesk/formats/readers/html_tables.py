"""The tables of a page: cells in their places by HTML's rules, or mere layout taken apart."""

from dataclasses import dataclass, field

from reportdesk.formats.readers.repeats import without_repeats
from reportdesk.formats.story import Cell, Grid, Paragraph

_WIDEST_SPAN = 100
_MOST_ROWS = 5_000
_MOST_PLACES = 400_000
_PROSE = 200


@dataclass(slots=True)
class TableCell:
    """A cell as the page writes it; the spans are not to be trusted."""

    rowspan: str
    colspan: str
    pieces: "list[Paragraph | Table]" = field(default_factory=lambda: list[Paragraph | Table]())

    @property
    def text(self) -> str:
        """The cell's paragraphs, joined by line feeds."""
        return "\n".join(p.text for p in self.pieces if isinstance(p, Paragraph))

    def is_layout(self) -> bool:
        """Whether the cell holds what no cell of figures or labels does."""
        prose = [p for p in self.pieces if isinstance(p, Paragraph)]
        if len(prose) != len(self.pieces):
            return True
        length = sum(len(p.text) for p in prose)
        return length > _PROSE and (len(prose) > 1 or "。" in prose[0].text)


@dataclass(slots=True)
class Table:
    """A table of the page: rows of cells as written, or a grid that is ready."""

    rows: list[list[TableCell]] = field(default_factory=list[list[TableCell]])
    before: list[str] = field(default_factory=list[str])
    ready: Grid | None = None

    def grid(self, place: str) -> Grid:
        """The cells in their places."""
        if self.ready is not None:
            return self.ready._replace(place=place)
        return without_repeats(Grid(tuple(_placed(self.rows[:_MOST_ROWS])), place))


def lay_out(table: Table, *, columns: bool = False) -> list[Paragraph | Table]:
    """The table itself if it is one, else the pieces of its cells in order; with ``columns`` one
    of a single column may be one."""
    cells = [cell for row in table.rows for cell in row]
    if table.ready is not None:
        return [table]
    single = not columns and all(len(row) <= 1 for row in table.rows)
    if not single and not any(cell.is_layout() for cell in cells):
        return [table]
    return [piece for cell in cells for piece in cell.pieces]


def _placed(rows: list[list[TableCell]]) -> list[Cell]:
    """HTML's own rule: a cell takes the first free place of its row. Spans that run out of the
    table or into another cell are cut."""
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row, line in enumerate(rows):
        column = 0
        for cell in line:
            while (row, column) in taken:
                column += 1
            height = _span(cell.rowspan, len(rows) - row, whole="0")
            width = _span(cell.colspan, _WIDEST_SPAN)
            if len(taken) + height * width > _MOST_PLACES:
                height = width = 1
            for extra in range(1, width):
                if (row, column + extra) in taken:
                    width = extra
                    break
            taken.update(
                (r, c) for r in range(row, row + height) for c in range(column, column + width)
            )
            cells.append(Cell(cell.text, row, column, height, width))
            column += width
    return _tightened(cells)


def _span(text: str, most: int, *, whole: str = "") -> int:
    """A span as a browser takes it: what is no number is one."""
    text = text.strip()
    if text and text == whole:
        return max(most, 1)
    digits = text[: len(text) - len(text.lstrip("0123456789"))][:9]
    return max(1, min(int(digits) if digits.isascii() and digits else 1, most))


def _tightened(cells: list[Cell]) -> list[Cell]:
    """Columns in which no cell begins say nothing and are taken out."""
    starts = sorted({cell.column for cell in cells})
    index = {column: place for place, column in enumerate(starts)}
    tight: list[Cell] = []
    for cell in cells:
        first = index[cell.column]
        last = first + 1
        while last < len(starts) and starts[last] < cell.column + cell.columns:
            last += 1
        tight.append(Cell(cell.text, cell.row, first, cell.rows, last - first))
    return tight
