"""A Word table from its rows: cells merged downwards become one, and what Word hides is told.

Used for .docx and .doc alike, whose rows say of each cell only whether it begins or goes on with
a merged one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportdesk.errors import ReadError
from reportdesk.formats.story import Cell, Story

ALONE, BEGINS, GOES_ON = 0, 1, 2

MOST_COLUMNS = 63
"""Word's own limit; a span beyond it is damage."""

_MOST_PIECES = 50_000
_MOST_CELLS = 100_000
_MOST_WIDTH = 500
TOO_LARGE = "文件太大，为了安全没有打开。请确认它是不是年度报告。"


class RowCell(NamedTuple):
    """A cell as its row tells it; ``merge`` is ALONE, BEGINS or GOES_ON."""

    column: int
    columns: int
    merge: int
    text: str


def merged(rows: Sequence[Sequence[RowCell]]) -> tuple[tuple[Cell, ...], bool]:
    """The cells of the grid, and whether there is text that a merged cell covers.

    A cell that goes on with nothing of its own width above it stands for itself. Raises ReadError
    where a table is larger than any in a report.
    """
    height: dict[tuple[int, int], int] = {}
    order: list[tuple[int, RowCell]] = []
    above: dict[int, tuple[int, int]] = {}
    covered = False
    for index, row in enumerate(rows):
        below: dict[int, tuple[int, int]] = {}
        if row and row[-1].column + row[-1].columns > _MOST_WIDTH:
            raise ReadError(TOO_LARGE)
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
        if len(order) > _MOST_CELLS:
            raise ReadError(TOO_LARGE)
    cells = tuple(
        Cell(text, row, column, height.get((row, column), 1) if merge else 1, columns)
        for row, (column, columns, merge, text) in order
    )
    return cells, covered


def require_moderate(story: Story) -> None:
    """Raise ReadError where a story has grown beyond any report."""
    if len(story.pieces) > _MOST_PIECES:
        raise ReadError(TOO_LARGE)
