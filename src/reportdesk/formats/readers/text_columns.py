"""Whether the columns of lines of cells can be trusted.

What was copied from a spreadsheet or written as Markdown has a place for each column, the merged
ones blank or said again in each. What was copied from a word processor has only the cells.
"""

from collections.abc import Sequence

from reportdesk.formats.readers.repeats import FIGURE, without_repeats
from reportdesk.formats.story import Grid, grid_of


def from_tabs(rows: list[list[str]], place: str) -> Grid:
    """A grid from lines parted by tabs. It is aligned if all lines have the same number of
    cells, or would have but for blanks at their ends that an editor has cut off."""
    widths = {len(row) for row in rows}
    if len(rows) > 1 and len(widths) == 1:
        return without_repeats(grid_of(rows, place))
    if _cut_off(rows, max(widths)):
        return grid_of([row + [""] * (max(widths) - len(row)) for row in rows], place)
    return grid_of(rows, place, aligned=False)


def _cut_off(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Whether all lines with figures reach the last column, and one of them has blank places
    between its label and its figures: only a spreadsheet leaves those of merged cells."""
    gaps = 0
    for row in rows:
        figures = [index for index, cell in enumerate(row) if FIGURE.fullmatch(cell.strip())]
        if not figures:
            continue
        if len(row) != width:
            return False
        gaps += figures[0] > 1 and bool(row[0].strip()) and not row[figures[0] - 1].strip()
    return gaps > 0


def from_pipes(rows: list[list[str]], place: str) -> Grid:
    """A grid from lines parted by pipes, in which a merged cell may be said again and again."""
    if len({len(row) for row in rows}) != 1:
        return grid_of(rows, place, aligned=False)
    return without_repeats(grid_of(rows, place))
