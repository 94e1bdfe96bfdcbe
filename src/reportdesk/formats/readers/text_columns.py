"""Whether the columns of lines of cells can be trusted, and merged cells put together again.

What was copied from a spreadsheet or written as Markdown has a place for each column, the merged
ones blank or said again in each. What was copied from a word processor has only the cells.
"""

import re
from collections.abc import Sequence

from reportdesk.formats.story import Cell, Grid, grid_of

FIGURE = re.compile(r"[+\-－＋]?[\d０-９][\d０-９,，.．]*\s*\D{0,3}|[-—－/／无零]")


def from_tabs(rows: list[list[str]], place: str) -> Grid:
    """A grid from lines parted by tabs. It is aligned if all lines have the same number of
    cells, or would have but for blanks at their ends that an editor has cut off."""
    widths = {len(row) for row in rows}
    if len(rows) > 1 and len(widths) == 1:
        return grid_of(rows, place)
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
    if not _says_again(rows):
        return grid_of(rows, place)
    return Grid(tuple(_merged(rows)), place)


def _is_words(text: str) -> bool:
    return len(text.strip()) > 1 and not FIGURE.fullmatch(text.strip())


def _says_again(rows: Sequence[Sequence[str]]) -> bool:
    """Whether some label stands three times side by side: no form has that."""
    return any(
        row[c] == row[c + 1] == row[c + 2] and _is_words(row[c])
        for row in rows
        for c in range(len(row) - 2)
    )


def _merged(rows: list[list[str]]) -> list[Cell]:
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    heads: dict[int, tuple[int, int]] = {}
    """For each column the first column and the width of the words that stand last above it."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if (r, c) in taken:
                continue
            first, under = heads.get(c, (c, 1))
            width = height = 1
            if _is_words(text):
                width = _width(row, c)
                while r + height < len(rows) and rows[r + height][c : c + width] == [text] * width:
                    height += 1
            elif first == c and row[c : c + under] == [text] * under:
                width = under  # A figure under a head that is said again, said again with it.
            taken.update((y, x) for y in range(r, r + height) for x in range(c, c + width))
            cells.append(Cell(text, r, c, height, width))
        for c, text in enumerate(row):
            if _is_words(text) and (c == 0 or row[c - 1] != text):
                width = _width(row, c)
                heads.update(dict.fromkeys(range(c, c + width), (c, width)))
    return cells


def _width(row: Sequence[str], column: int) -> int:
    width = 1
    while column + width < len(row) and row[column + width] == row[column]:
        width += 1
    return width
