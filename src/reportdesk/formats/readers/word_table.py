"""A Word table from its rows: cells merged downwards become one, and what Word hides is told.

Used for .docx and .doc alike, whose rows say of each cell only whether it begins or goes on with
a merged one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportdesk.formats.story import Cell

ALONE, BEGINS, GOES_ON = 0, 1, 2

MOST_COLUMNS = 63
"""Word's own limit; a span beyond it is damage."""


class RowCell(NamedTuple):
    """A cell as its row tells it; ``merge`` is ALONE, BEGINS or GOES_ON."""

    column: int
    columns: int
    merge: int
    text: str


def merged(rows: Sequence[Sequence[RowCell]]) -> tuple[tuple[Cell, ...], bool]:
    """The cells of the grid, and whether there is text that a merged cell covers.

    A cell that goes on with nothing of its own width above it stands for itself.
    """
    height: dict[tuple[int, int], int] = {}
    order: list[tuple[int, RowCell]] = []
    above: dict[int, tuple[int, int]] = {}
    covered = False
    for index, row in enumerate(rows):
        below: dict[int, tuple[int, int]] = {}
        for cell in row:
            column, columns, merge, text = cell
            if merge:
                if merge == GOES_ON and above.get(column, (0, 0))[1] == columns:
                    top = above[column]
                    height[top[0], column] += 1
                    below[column] = top
                    covered = covered or bool(text.strip())
                    continue
                height[index, column] = 1
                below[column] = (index, columns)
            order.append((index, cell))
        above = below
    cells = tuple(
        Cell(text, row, column, height.get((row, column), 1) if merge else 1, columns)
        for row, (column, columns, merge, text) in order
    )
    return cells, covered
