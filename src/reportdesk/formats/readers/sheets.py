"""A worksheet's cells as paragraphs and grids, the same for old and new workbooks.

An empty row parts two blocks. Lines of a single cell over and under a block's table are words:
titles, headings, remarks.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportdesk.formats.readers.repeats import without_repeats
from reportdesk.formats.story import Cell, Grid, Paragraph, Piece

MOST_CELLS = 60_000
"""Cells of one workbook that are kept; the form has some three hundred."""
_TALLEST, _WIDEST = 400, 200
"""How far a merged range is followed."""
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,3}、.{2,}")
_NAMELESS = re.compile(r"(?:sheet|工作表|表|正文)?\s*\d*", re.IGNORECASE)
"""Names that say nothing of what is on the sheet; our own sheet of words is called 正文."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: its upper left place, counted from 0, and its size."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(slots=True)
class Sheet:
    """A sheet: the text of each filled cell by (row, column) from 0, and the merged ranges."""

    name: str
    texts: dict[tuple[int, int], str]
    merges: Sequence[Merge]

    @property
    def place(self) -> str:
        """The sheet in words."""
        return f"工作表「{self.name}」"


def pieces_of(sheet: Sheet) -> list[Piece]:
    """The pieces of a sheet, its name first if somebody gave it one."""
    spans = {
        (m.row, m.column): Merge(m.row, m.column, min(m.rows, _TALLEST), min(m.columns, _WIDEST))
        for m in sheet.merges
        if sheet.texts.get((m.row, m.column), "").strip()
    }
    filled = sorted(at for at, text in sheet.texts.items() if text.strip())
    if not filled:
        return []
    pieces: list[Piece] = []
    first = sheet.texts[filled[0]].strip()
    if not _NAMELESS.fullmatch(sheet.name.strip()) and first != sheet.name.strip():
        pieces.append(Paragraph(sheet.name.strip(), sheet.place, heading=True))
    for block in _blocks(filled, spans):
        pieces += _pieces(sheet, block, spans)
    return pieces


def _blocks(
    filled: list[tuple[int, int]], spans: Mapping[tuple[int, int], Merge]
) -> list[list[tuple[int, int]]]:
    """The filled cells, parted at empty rows; a row under a tall merged cell is not empty."""
    blocks: list[list[tuple[int, int]]] = []
    reach = -2
    for at in filled:
        if at[0] > reach + 1:
            blocks.append([])
        blocks[-1].append(at)
        reach = max(reach, at[0] + (spans[at].rows if at in spans else 1) - 1)
    return blocks


def _pieces(
    sheet: Sheet, block: list[tuple[int, int]], spans: Mapping[tuple[int, int], Merge]
) -> list[Piece]:
    """Part a block further: lines of prose and headings over its whole width are words."""
    rows: dict[int, list[tuple[int, int]]] = {}
    for at in block:
        rows.setdefault(at[0], []).append(at)
    right = max(at[1] + (spans[at].columns if at in spans else 1) for at in block)
    pieces: list[Piece] = []
    table: list[tuple[int, int]] = []
    for line in rows.values():
        if _is_words(sheet, line, spans, right):
            pieces += _grid(sheet, table, spans)
            pieces += [_words(sheet, at) for at in line]
            table = []
        else:
            table += line
    return pieces + _grid(sheet, table, spans)


def _is_words(
    sheet: Sheet,
    line: list[tuple[int, int]],
    spans: Mapping[tuple[int, int], Merge],
    right: int,
) -> bool:
    texts = [sheet.texts[at].strip() for at in line]
    if any(len(text) > 80 and "。" in text for text in texts):
        return True
    if len(line) > 1 or not _CHAPTER.fullmatch(texts[0]):
        return False
    merge = spans.get(line[0])
    return merge is not None and merge.columns > 1 and merge.column + merge.columns >= right


def _grid(
    sheet: Sheet, cells: list[tuple[int, int]], spans: Mapping[tuple[int, int], Merge]
) -> list[Piece]:
    counts: dict[int, int] = {}
    for row, _ in cells:
        counts[row] = counts.get(row, 0) + 1
    wide = [row for row, count in counts.items() if count > 1]
    if not wide:
        return [_words(sheet, at) for at in cells]
    top = min(wide)
    bottom = max(at[0] + (spans[at].rows if at in spans else 1) for at in cells if at[0] in wide)
    inside = [at for at in cells if top <= at[0] < bottom]
    left = min(column for _, column in inside)
    right = max(at[1] + (spans[at].columns if at in spans else 1) for at in inside)
    taken: set[tuple[int, int]] = set()
    grid: list[Cell] = []
    for at in inside:
        if at in taken:
            continue
        merge = spans.get(at)
        height = min(merge.rows, bottom - at[0]) if merge else 1
        width = merge.columns if merge else 1
        taken.update(
            (row, column)
            for row in range(at[0], at[0] + height)
            for column in range(at[1], at[1] + width)
        )
        grid.append(Cell(sheet.texts[at], at[0] - top, at[1] - left, height, width))
    if (bottom - top) * (right - left) <= MOST_CELLS:
        grid += [
            Cell("", row - top, column - left)
            for row in range(top, bottom)
            for column in range(left, right)
            if (row, column) not in taken
        ]
    grid.sort(key=lambda cell: (cell.row, cell.column))
    return [
        *(_words(sheet, at) for at in cells if at[0] < top),
        without_repeats(Grid(tuple(grid), f"{sheet.place}第 {top + 1} 行起的表格")),
        *(_words(sheet, at) for at in cells if at[0] >= bottom),
    ]


def _words(sheet: Sheet, at: tuple[int, int]) -> Paragraph:
    return Paragraph(sheet.texts[at].strip(), f"{sheet.place}第 {at[0] + 1} 行")
