"""A text file as lines: paragraphs as they stand, tables where the lines show their cells.

Markdown is read as text with its marks taken off. Lines that a PDF viewer or an e-mail program
broke at the margin are put together again.
"""

import re

from reportdesk.errors import ReadError
from reportdesk.formats.readers.decoding import decode
from reportdesk.formats.readers.text_tables import PAGE_NUMBER, Line, display_width, tables
from reportdesk.formats.story import Grid, Paragraph, Piece, Story

_MOST_BYTES = 3_000_000
_MOST_LINES = 30_000
_BREAKS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*")
_PICTURE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*")
_UNSHOWN = re.compile(r"\s*(?:<!--.*?-->|\{\d+\}[-–—]{8,})\s*")
_RULE = re.compile(r"\s*(?:[-*_] *){3,}")
_ESCAPED = re.compile(r"\\([\\*_#\[\](){}.!+|>~（）-])")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_BEGINS = re.compile(
    r"\s{2,}|　|[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]\d{1,2}[）)]"
    r"|\d{1,2}[、.．](?!\d)|[-*•·#>|]"
)
_ENDS = "。！？；：!?;:"
_JUNK = re.compile("[\x00-\x08\x0e-\x1b\ufeff\u200b\u2060]")


def read(data: bytes) -> Story:
    """The lines of a text or Markdown file. Raises ReadError where it is no readable text."""
    notes: list[str] = []
    if len(data) > _MOST_BYTES:
        data = data[:_MOST_BYTES]
        data = data[: len(data) - len(data) % 4]
        notes.append("文件太长，只读了前面的部分。")
    text, more = decode(data)
    notes += more
    story = Story("txt", pieces_of(text, notes), notes=notes)
    if not any(isinstance(p, Grid) or p.text.strip() for p in story.pieces):
        raise ReadError("文件里没有文字。请确认选的是报告本身；文件没有被改动。")
    return story


def pieces_of(text: str, notes: list[str]) -> list[Piece]:
    """The paragraphs and tables of a text, in order; what was left out is added to ``notes``."""
    lines = _printed(_lines(text, notes), notes)
    pieces: list[Piece] = []
    found = tables(lines)
    parts: list[list[Line] | Grid] = [[]]
    index = 0
    while index < len(lines):
        table = found.get(index)
        if table is not None:
            parts += (table.grid, [])
            index = table.end
        elif isinstance(last := parts[-1], list):
            last.append(lines[index])
            index += 1
    margin = _margin([line for part in parts if isinstance(part, list) for line in part])
    for part in parts:
        pieces += [part] if isinstance(part, Grid) else _paragraphs(part, margin)
    return pieces


def _lines(text: str, notes: list[str]) -> list[Line]:
    lines: list[Line] = []
    start = number = filled = 0
    for found in _BREAKS.finditer(text):
        number += 1
        line = text[start : found.start()]
        start = found.end()
        filled += bool(line.strip())
        lines.append(Line(number, _JUNK.sub("", line)))
        if filled > _MOST_LINES or len(lines) > 4 * _MOST_LINES:
            notes.append(f"文件有很多行，只读了前 {number} 行。")
            return lines
    lines.append(Line(number + 1, _JUNK.sub("", text[start:])))
    return lines


def _printed(lines: list[Line], notes: list[str]) -> list[Line]:
    """Without the lines of Markdown that print no words: pictures, comments, marks of pages, and
    rules that stand alone."""
    kept: list[Line] = []
    pictures = 0
    for index, line in enumerate(lines):
        text = line.text
        if text[:1] in "!<{-*_ " and text.strip():
            if _PICTURE.fullmatch(text):
                pictures += 1
                continue
            around = (lines[n].text for n in (index - 1, index + 1) if 0 <= n < len(lines))
            alone = not any(each.strip() for each in around)
            if _UNSHOWN.fullmatch(text) or (alone and _RULE.fullmatch(text)):
                continue
        kept.append(line)
    if pictures:
        notes.append(f"文件里有 {pictures} 张图片，图片里的文字没有读入。")
    return kept


def _paragraphs(lines: list[Line], margin: int) -> list[Piece]:
    pieces: list[Piece] = []
    whole, first, last = "", 0, 0
    for index, line in enumerate(lines):
        text = line.text
        if not text.strip() or (margin and PAGE_NUMBER.fullmatch(text)):
            # A page's end inside a paragraph does not end the paragraph.
            continue
        if whole and margin and _goes_on(lines, last, index, margin):
            whole = _joined(whole, text)
        else:
            if whole:
                pieces.append(_paragraph(whole, first))
            whole, first = text.strip("\t \r\n"), line.number
        last = index
    if whole:
        pieces.append(_paragraph(whole, first))
    return pieces


def _paragraph(text: str, number: int) -> Paragraph:
    heading = _HEADING.fullmatch(text)
    if heading is not None:
        text = heading[1]
    text = _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", text))
    return Paragraph(text, f"第 {number} 行", heading is not None)


def _margin(lines: list[Line]) -> int:
    """The width at which lines were broken, 0 if each paragraph is one line."""
    widths = [display_width(line.text.rstrip()) for line in lines[:2000]]
    long = sorted(width for width in widths if width >= 40)
    if len(long) < 5:
        return 0
    margin = long[len(long) * 17 // 20]
    wider = sum(width > margin + 12 for width in long)
    full = sum(margin - 8 <= width <= margin + 12 for width in long)
    if margin > 140 or wider * 20 > len(long) or full * 2 < len(long):
        return 0
    return margin


def _goes_on(lines: list[Line], before: int, index: int, margin: int) -> bool:
    """Whether line ``index`` is the same paragraph as line ``before``."""
    last, this = lines[before].text.rstrip(), lines[index].text
    between = [line.text for line in lines[before + 1 : index]]
    if between and not any(PAGE_NUMBER.fullmatch(text) for text in between):
        return False
    if _BEGINS.match(this.strip()):
        return False
    if not between and _indent(this) - _indent(last) > 1:
        return False
    if _indent(last) * 3 > margin:
        return False  # Set in the middle, or in a column: its end is no margin.
    if _opened(last) > 0 > _opened(this):
        return True
    # What could not be broken (an address) was moved to the next line whole.
    unbroken = len(re.split(r"[^!-~]", this.strip(), maxsplit=1)[0])
    slack = 2 if last[-1] in _ENDS else 8
    return display_width(last) + min(unbroken, margin // 2) >= margin - slack


def _opened(text: str) -> int:
    """Brackets opened and not closed, or below zero, closed and not opened."""
    depth = lowest = 0
    for c in text:
        depth += (c in "（(") - (c in "）)")
        lowest = min(lowest, depth)
    return lowest if lowest < 0 else depth


def _indent(text: str) -> int:
    return display_width(text) - display_width(text.lstrip())


def _joined(whole: str, text: str) -> str:
    text = text.strip("\t \r\n")
    latin = whole[-1:].isascii() and text[:1].isascii() and whole[-1:].isalpha()
    return whole + (" " if latin and text[:1].isalpha() else "") + text
