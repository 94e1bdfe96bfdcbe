"""A Word table from its rows: cells merged downwards become one, and what Word hides is told.

Used for .docx and .doc alike, whose rows say of each cell only whether it begins or goes on with
a merged one.
"""

from collections.abc import Sequence

from reportdesk.errors import ReadError
from reportdesk.formats.story import Cell, Story

ALONE, BEGINS, GOES_ON = 0, 1, 2

MOST_COLUMNS = 63
"""Word's own limit; a span beyond it is damage."""

_MOST_PIECES = 50_000
_MOST_CELLS = 100_000
_MOST_WIDTH = 500
TOO_LARGE = "文件太大，为了安全没有打开。请确认它是不是年度报告。"


RowCell = tuple[int, int, int, str]
"""A cell as its row tells it: its first column, how many it takes, how it merges (ALONE, BEGINS or
GOES_ON), its text. A plain tuple, for there are hundreds in a report."""


def merged(rows: Sequence[Sequence[RowCell]]) -> tuple[tuple[Cell, ...], bool]:
    """The cells of the grid, and whether there is text that a merged cell covers.

    A cell that goes on with nothing of its own width above it stands for itself. Raises ReadError
    where a table is larger than any in a report.
    """
    cells: list[Cell] = []
    heights: dict[int, int] = {}
    above: dict[tuple[int, int], int] = {}
    covered = False
    for index, row in enumerate(rows):
        below: dict[tuple[int, int], int] = {}
        for column, columns, merge, text in row:
            if merge:
                top = above.get((column, columns)) if merge == GOES_ON else None
                if top is not None:
                    heights[top] = index - cells[top].row + 1
                    below[column, columns] = top
                    covered = covered or bool(text.strip())
                    continue
                below[column, columns] = len(cells)
            cells.append(Cell(text, index, column, 1, columns))
        above = below
        if (row and row[-1][0] + row[-1][1] > _MOST_WIDTH) or len(cells) > _MOST_CELLS:
            raise ReadError(TOO_LARGE)
    for top, height in heights.items():
        cell = cells[top]
        cells[top] = Cell(cell.text, cell.row, cell.column, height, cell.columns)
    return tuple(cells), covered


def widened(cell: RowCell, columns: int) -> RowCell:
    """The cell with the columns of one that goes on with it sideways."""
    return (cell[0], cell[1] + columns, cell[2], cell[3])


def require_moderate(story: Story) -> None:
    """Raise ReadError where a story has grown beyond any report."""
    if len(story.pieces) > _MOST_PIECES:
        raise ReadError(TOO_LARGE)
