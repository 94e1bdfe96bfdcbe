"""Merged cells that a converter said again in each of their places, made one again.

Markdown, spreadsheets and pages made by programs often have no merged cells: what stood in one is
repeated. No form prints the same words three times side by side, so a table that does is such.
"""

import re
from collections.abc import Sequence

from reportdesk.formats.story import Cell, Grid

FIGURE = re.compile(r"[+\-－＋]?[\d０-９][\d０-９,，.．]*\s*\D{0,3}|[-—－/／无零]")

_MOST_PLACES = 20_000
"""A table of the form has some three hundred."""


def without_repeats(grid: Grid) -> Grid:
    """The grid with its repeated cells merged; the grid itself where nothing is repeated, or where
    it has merged cells of its own."""
    if any(cell.rows > 1 or cell.columns > 1 for cell in grid.cells):
        return grid
    height, width = grid.height, grid.width
    if height * width > _MOST_PLACES:
        return grid
    rows: list[list[str | None]] = [[None] * width for _ in range(height)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text.strip()
    if not _says_again(rows):
        return grid
    return Grid(tuple(_merged(rows)), grid.place, grid.aligned)


_Row = Sequence[str | None]
"""The texts of a line by their columns; None where it has no cell."""


def _is_words(text: str | None) -> bool:
    return text is not None and len(text) > 1 and not FIGURE.fullmatch(text)


def _says_again(rows: Sequence[_Row]) -> bool:
    """Whether some label stands three times side by side."""
    return any(
        row[c] == row[c + 1] == row[c + 2] and _is_words(row[c])
        for row in rows
        for c in range(len(row) - 2)
    )


def _merged(rows: Sequence[_Row]) -> list[Cell]:
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    heads: dict[int, tuple[int, int]] = {}
    """For each column the first column and the width of the words that stand last above it."""
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None or (r, c) in taken:
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


def _width(row: _Row, column: int) -> int:
    width = 1
    while column + width < len(row) and row[column + width] == row[column]:
        width += 1
    return width
