"""A table that goes on over the end of a page made one again.

Two parts belong together where nothing stands between them and their lines are in the same
places; the end of a page may cut a row, and a label over several rows, in two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.formats.story import Cell

_NEAR = 4.0
_BEGINS_LABEL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|第")
_FIGURE = re.compile(r"[-+\d０-９]")


@dataclass(slots=True)
class PdfTable:
    """A table with its top on the page, the places of its upright lines, and its cells."""

    top: float
    xs: tuple[float, ...]
    cells: list[Cell]

    @property
    def height(self) -> int:
        """Number of rows."""
        return max((cell.row + cell.rows for cell in self.cells), default=0)


def continued(table: PdfTable, after: PdfTable) -> PdfTable | None:
    """``table`` with ``after``, the first thing of the next page, as its end; None if ``after``
    is another table."""
    wide, narrow = sorted((table.xs, after.xs), key=len, reverse=True)
    if abs(wide[0] - narrow[0]) > _NEAR or abs(wide[-1] - narrow[-1]) > _NEAR:
        return None
    if not all(any(abs(x - y) <= _NEAR for y in wide) for x in narrow):
        return None
    upper = _on(table, wide)
    lower = _on(after, wide)
    height = table.height
    foot = {c.column: c for c in upper if c.row + c.rows == height}
    if _is_rest_of_row(lower, foot):
        upper, lower = _with_rest(upper, lower, foot)
        foot = {c.column: c for c in upper if c.row + c.rows == height}
    cells: list[Cell] = []
    for cell in lower:
        above = foot.get(cell.column)
        blank = cell.row == 0 and cell.rows > 1 and not cell.text.strip()
        if blank and above is not None and above.columns == cell.columns and above.text.strip():
            # A label over several rows that began on the page before.
            upper[upper.index(above)] = _taller(above, cell.rows)
        else:
            cells.append(_lower(cell, height))
    return PdfTable(table.top, wide, [*upper, *cells])


def _on(table: PdfTable, wide: Sequence[float]) -> list[Cell]:
    """The cells in the columns of ``wide``, which has all lines of the table and maybe more."""
    place = [min(range(len(wide)), key=lambda i, x=x: abs(wide[i] - x)) for x in table.xs]
    cells: list[Cell] = []
    for cell in table.cells:
        first, end = place[cell.column], place[cell.column + cell.columns]
        cells.append(Cell(cell.text, cell.row, first, cell.rows, end - first))
    return cells


def _lower(cell: Cell, rows: int) -> Cell:
    return Cell(cell.text, cell.row + rows, cell.column, cell.rows, cell.columns)


def _taller(cell: Cell, rows: int, more: str = "") -> Cell:
    return Cell(cell.text + more, cell.row, cell.column, cell.rows + rows, cell.columns)


def _is_rest_of_row(lower: list[Cell], foot: dict[int, Cell]) -> bool:
    """Whether the first row is the rest of the row before: words that begin no label, under
    words, and no figures, while the row before has its figures."""
    first = [cell for cell in lower if cell.row == 0]
    words = [cell for cell in first if cell.text.strip()]
    if not words or not any(_FIGURE.match(cell.text.strip()) for cell in foot.values()):
        return False
    return all(
        not _BEGINS_LABEL.match(cell.text.strip())
        and not _FIGURE.match(cell.text.strip())
        and cell.column in foot
        and foot[cell.column].columns == cell.columns
        and foot[cell.column].text.strip()
        for cell in words
    )


def _with_rest(
    upper: list[Cell], lower: list[Cell], foot: dict[int, Cell]
) -> tuple[list[Cell], list[Cell]]:
    for cell in lower:
        if cell.row == 0 and cell.text.strip():
            above = foot[cell.column]
            upper[upper.index(above)] = _taller(above, 0, cell.text)
    rest: list[Cell] = []
    for cell in lower:
        if cell.row:
            rest.append(_lower(cell, -1))
        elif cell.rows > 1:
            # What is left of a label over several rows, said already above.
            rest.append(Cell("", 0, cell.column, cell.rows - 1, cell.columns))
    return upper, rest
