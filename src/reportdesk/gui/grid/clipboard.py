"""What the clipboard holds, as one block of cells, whichever program laid it there.

A table in HTML says most and is taken first: spreadsheets, word processors and browsers all give
one. Without it the text is read. Nothing here knows where the block will go, but the labels of
the table it is meant for tell which of several tables was meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportdesk.errors import ReadError, RequestError
from reportdesk.formats.readers.html import grids
from reportdesk.formats.recognise.figures import is_figure
from reportdesk.gui.grid.clipboard_text import text_grid

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from reportdesk.form.edition import Table
    from reportdesk.formats.recognise.vocabulary import Vocabulary
    from reportdesk.formats.story import Grid

MOST_CELLS = 5_000
"""More cells than this are another sheet, not a part of a form."""
_MOST_BYTES = 12_000_000
_MOST_TEXT = 300_000
_CELL_TAG = re.compile(r"<t[dh]\b", re.IGNORECASE)
_NOTHING = "剪贴板里没有可以粘贴的数字。报告没有改动；请先在表格里复制要填的部分。"


def block_of(mime: QMimeData | None, table: Table, words: Vocabulary) -> Grid:
    """The cells that ``mime`` holds. Raises RequestError where there are none, or too many."""
    if mime is None:
        raise RequestError(_NOTHING)  # a clipboard that was cleared has not even formats
    if mime.hasFormat("text/html"):
        _refuse(mime.data("text/html").size() > _MOST_BYTES)
        found = html_grid(mime.html(), table, words)
        if found is not None:
            return found
    if not mime.hasFormat("text/plain"):
        raise RequestError(_NOTHING)
    text = mime.text()
    _refuse(len(text) > _MOST_TEXT or text.count("\t") + text.count("\n") > MOST_CELLS)
    found = text_grid(text, table, words)
    if found is None:
        raise RequestError(_NOTHING)
    return _bounded(found)


def html_grid(html: str, table: Table, words: Vocabulary) -> Grid | None:
    """The table in a piece of a page; of several the one with most labels of ``table``, then
    most figures. None if there is none with anything in it."""
    count = sum(1 for _ in _CELL_TAG.finditer(html))
    if not count:
        return None
    _refuse(count > MOST_CELLS, count)
    try:
        found = [grid for grid in grids(html) if _filled(grid)]
    except ReadError as error:
        raise RequestError(_too_large()) from error
    return _bounded(max(found, key=lambda grid: _fit(grid, table, words))) if found else None


def _filled(grid: Grid) -> bool:
    return any(cell.text.strip() for cell in grid.cells)


def _fit(grid: Grid, table: Table, words: Vocabulary) -> tuple[int, int]:
    labels = {(term.kind, term.id) for cell in grid.cells for term in words.find(cell.text, table)}
    return len(labels), sum(is_figure(cell.text) for cell in grid.cells)


def _bounded(grid: Grid) -> Grid:
    """The grid without blank rows at its end, if it is no larger than any form."""
    last = max((c.row for c in grid.cells if c.text.strip()), default=0)
    cells = tuple(cell for cell in grid.cells if cell.row <= last)
    _refuse(len(cells) > MOST_CELLS, len(cells))
    return grid._replace(cells=cells)


def _refuse(too_large: bool, count: int = 0) -> None:
    if too_large:
        raise RequestError(_too_large(count))


def _too_large(count: int = 0) -> str:
    much = f"剪贴板里有 {count} 格" if count else "剪贴板里的内容太多"
    return f"{much}，比这张表大得多。报告没有改动；请只复制要填的部分。"
