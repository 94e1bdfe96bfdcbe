"""Tables in text: which lines are cells, and whether their columns can be trusted.

Four ways to write a table in lines are known: a cell on each line led by a tab (what a word
processor gives), tabs between cells, pipes between cells (Markdown), and columns set with
spaces. Only where each line shows all its cells is the grid called aligned.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportdesk.formats.readers.repeats import FIGURE
from reportdesk.formats.readers.text_columns import from_pipes, from_tabs
from reportdesk.formats.story import Grid, grid_of

PAGE_NUMBER = re.compile(
    r"\s*(?:[-—–－―]{1,2}\s*\d{1,3}\s*[-—–－―]{1,2}|第\s*\d{1,3}\s*页(?:[，,/\s]*共\s*\d{1,3}\s*页)?)\s*"
)
_PIPE_LINE = re.compile(r"\s*[|│┃║｜].*")
_RULE_LINE = re.compile(r"[\s|│┃║｜+:=\-—─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛╪╫╞╡╟╢]+")
_PIPE = re.compile(r"(?<!\\)[|│┃║｜]")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_EMPHASIS = re.compile(r"(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1")
_GAP = re.compile(r"(?:[ \u3000\xa0]{2,}|\t)[\s\xa0]*")
_CHAPTER = re.compile(r"[一二三四五六七八九十]{1,2}、.{2,}")
_NUMBER_APART = (
    r"(?<!\S)((?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,2}[）)]))\s+(?=[^\W\d_])"
)
_PROSE = re.compile(r"[。；：:，]")
_BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
_LONGEST_CELL = 60
_LONGEST_ROW = 2_000
_MOST_CELLS_A_ROW = 16


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file with its number."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A table found in lines: the grid, and the index of the first line after it."""

    grid: Grid
    end: int


def display_width(text: str) -> int:
    """The width of a text in columns, a Chinese character taking two."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in text)


def tables(lines: Sequence[Line]) -> dict[int, Found]:
    """The tables in ``lines`` by the index of their first line."""
    found: dict[int, Found] = {}
    ways: tuple[Callable[[Sequence[Line], int], Found | None], ...] = (
        _pipes,
        _led_by_tabs,
        _between_tabs,
        _by_spaces,
        _by_single_spaces,
    )
    # What is so long is no row of cells; a full stop in its place is none either.
    lines = [x if len(x.text) <= _LONGEST_ROW else Line(x.number, "。") for x in lines]
    index = 0
    while index < len(lines):
        if not lines[index].text.strip():
            index += 1
            continue
        table = next((t for way in ways if (t := way(lines, index)) is not None), None)
        if table is None:
            index += 1
        else:
            found[index] = table
            index = max(table.end, index + 1)
    return found


def _place(lines: Sequence[Line], start: int) -> str:
    return f"第 {lines[start].number} 行起的表格"


# --- pipes ------------------------------------------------------------------------------


def _pipes(lines: Sequence[Line], start: int) -> Found | None:
    rows: list[list[str]] = []
    end, ruled = start, False
    while end < len(lines):
        text = lines[end].text.strip()
        if not text:
            if end + 1 < len(lines) and rows and _PIPE_LINE.fullmatch(lines[end + 1].text):
                # A blank line may stand between rows, but not between two whole tables.
                following = lines[end + 2].text if end + 2 < len(lines) else ""
                if not _RULE_LINE.fullmatch(following or "x"):
                    end += 1
                    continue
            break
        rule = _RULE_LINE.fullmatch(text) and len(text) > 2
        if rule and (not _empty_row(text) or ("-" in text and len(rows) == 1 and not ruled)):
            ruled = True
        elif _PIPE_LINE.fullmatch(text) or _loose_row(lines, end, ruled=ruled):
            rows.append(_pipe_cells(text))
        else:
            break
        end += 1
    if not rows or (len(rows) == 1 and not ruled and len(rows[0]) < 3):
        return None
    return Found(from_pipes(rows, _place(lines, start)), end)


def _loose_row(lines: Sequence[Line], index: int, *, ruled: bool) -> bool:
    """Whether a line without a pipe at its beginning is a row: after or just over a rule."""
    if not _PIPE.search(lines[index].text):
        return False
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    return ruled or ("-" in following and _RULE_LINE.fullmatch(following) is not None)


def _empty_row(text: str) -> bool:
    """A row of blank cells, or of cells that say 「-」, is no rule."""
    cells = [cell.strip() for cell in _PIPE.split(text)[1:-1]]
    return bool(cells) and all(cell in {"", "-", "—"} for cell in cells)


def _pipe_cells(text: str) -> list[str]:
    text = text.strip()
    pieces = _PIPE.split(text)
    if not pieces[0].strip():
        pieces = pieces[1:]
    if len(pieces) > 1 and not pieces[-1].strip() and text[-1] in "|│┃║｜":
        pieces = pieces[:-1]
    return [_plain(piece) for piece in pieces]


def _plain(cell: str) -> str:
    cell = _BREAK_TAG.sub("\n", cell.strip()).replace("\\|", "|").replace("&nbsp;", " ")
    return _EMPHASIS.sub(r"\2", cell)


# --- a cell on each line, led by a tab --------------------------------------------------


def _led(text: str) -> bool:
    return text.startswith("\t") and "\t" not in text[1:].strip()


def _cell_line(text: str) -> bool:
    return _led(text) and len(text) <= _LONGEST_CELL and "。" not in text


def _led_by_tabs(lines: Sequence[Line], start: int) -> Found | None:
    blocks: list[list[str]] = []
    block: list[str] = []
    end = index = start
    while index < len(lines):
        text = lines[index].text
        if _cell_line(text):
            block.append(text[1:])
        elif not text.strip():
            if _chapter_alone(block):
                break
            if block:
                blocks.append(block)
                block, end = [], index
        elif block and _continues(lines, index, block[-1]):
            block[-1] += "\n" + text.strip()
        else:
            break
        index += 1
    if block and not _chapter_alone(block):
        blocks.append(block)
        end = index
    cells = [cell.strip() for block in blocks for cell in block]
    figures = sum(FIGURE.fullmatch(cell) is not None for cell in cells if cell)
    if len(cells) < 4 or (figures < 2 and cells.count("") < 2):
        return None
    rows = [row for block in blocks for row in _rows_of(block)]
    return Found(grid_of(rows, _place(lines, start), aligned=False), end)


def _chapter_alone(block: list[str]) -> bool:
    """Whether a block is a heading that is merely indented with a tab."""
    return len(block) == 1 and _CHAPTER.fullmatch(block[0].strip()) is not None


def _continues(lines: Sequence[Line], index: int, before: str) -> bool:
    """Whether a line without a tab is the rest of the cell before it (a hard break)."""
    text = lines[index].text.strip()
    if len(text) > 40 or not before.strip() or FIGURE.fullmatch(before.strip()):
        return False
    if _CHAPTER.fullmatch(text) or FIGURE.fullmatch(text) or "。" in text:
        return False
    following = next((line.text for line in lines[index + 1 : index + 4] if line.text), "")
    # A label may be long where its figures follow.
    return _cell_line(following) and (len(text) <= 12 or bool(FIGURE.fullmatch(following.strip())))


def _rows_of(block: list[str]) -> list[list[str]]:
    # Where rows are not parted by empty lines, each cell is a row of its own.
    return [block] if len(block) <= _MOST_CELLS_A_ROW else [[cell] for cell in block]


# --- tabs between cells -----------------------------------------------------------------


def _between_tabs(lines: Sequence[Line], start: int) -> Found | None:
    # A tab at the end is a blank cell, one at the beginning may be an indent.
    if "\t" not in lines[start].text.strip(" ").lstrip("\t"):
        return None
    rows: list[list[str]] = []
    end = index = start
    while index < len(lines):
        text = lines[index].text
        if "\t" in text.strip(" "):
            rows.append([cell.strip(" ") for cell in text.split("\t")])
            end = index + 1
        elif text.strip() or index - end > 1:
            break
        index += 1
    if len(rows) == 1 and (len(rows[0]) < 3 or "。" in lines[start].text):
        return None
    return Found(from_tabs(rows, _place(lines, start)), end)


# --- columns set with spaces ------------------------------------------------------------


def _by_spaces(lines: Sequence[Line], start: int) -> Found | None:
    rows: list[list[str]] = []
    end = start
    while end < len(lines):
        cells = _GAP.split(_numbered(lines[end].text.strip()))
        if len(cells) < 2 or PAGE_NUMBER.fullmatch(lines[end].text):
            break
        if any("。" in cell or len(cell) > _LONGEST_CELL for cell in cells):
            break
        rows.append(cells)
        end += 1
    grid = grid_of(rows, _place(lines, start), aligned=False, spaced=True)
    return Found(grid, end) if rows else None


def _by_single_spaces(lines: Sequence[Line], start: int) -> Found | None:
    """Cells with one space between them, as many viewers copy tables; told by lines of a label
    and figures among them."""
    rows: list[list[str]] = []
    end = start
    while end < len(lines) and _short_words(lines[end].text):
        rows.append(_numbered(lines[end].text).split())
        end += 1
    if not rows or not _among_figures(lines, start, end):
        return None
    return Found(grid_of(rows, _place(lines, start), aligned=False, spaced=True), end)


def _numbered(text: str) -> str:
    """The line with the numbers of its labels put to their words: 「1. 属于国家秘密」."""
    return re.sub(_NUMBER_APART, r"\1", text)


def _among_figures(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether a line of figures is near, with no sentence between."""
    for near in (range(start, min(end + 4, len(lines))), range(start - 1, max(start - 4, -1), -1)):
        for index in near:
            text = lines[index].text.strip()
            if PAGE_NUMBER.fullmatch(text):
                continue
            if _ends_in_figures(text):
                return True
            if "。" in text:
                break
    return False


def _ends_in_figures(text: str) -> bool:
    """Whether a line is a label and figures, or more than two figures, with a space between."""
    words = text.split(" ")
    count = 0
    while count < len(words) and FIGURE.fullmatch(words[-1 - count]):
        count += 1
    if count == len(words):
        return count > 2
    return count > 0 and any(c.isalpha() for c in words[-1 - count])


def _short_words(text: str) -> bool:
    words = text.split()
    if (
        len(words) < 2
        or words[0].startswith("#")
        or PAGE_NUMBER.fullmatch(text)
        or _PROSE.search(_BRACKETED.sub("", text))
    ):
        return False
    heading = _CHAPTER.match(words[0]) and not FIGURE.fullmatch(words[-1])
    return not heading and all(len(word) <= _LONGEST_CELL for word in words)
