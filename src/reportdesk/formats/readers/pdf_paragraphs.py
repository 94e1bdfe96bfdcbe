"""Lines of text outside tables made into paragraphs again, over the ends of pages too.

Page numbers and lines that stand at the edge of every page belong to the pages, not to the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportdesk.formats.readers.pdf_words import TextLine
from reportdesk.formats.story import Cell, Grid, Paragraph, Piece

_PAGE_NUMBER = re.compile(
    r"[-—–－―·~\s]*\d{1,3}[-—–－―·~\s]*|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}"
)
_EDGE = 0.12
_BEGINS = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、")


@dataclass(slots=True)
class PdfTable:
    """A table with its top on the page."""

    top: float
    cells: list[Cell]


@dataclass(slots=True)
class PdfPage:
    """A page taken apart: its size, the lines outside tables, the tables."""

    height: float
    lines: list[TextLine] = field(default_factory=list[TextLine])
    tables: list[PdfTable] = field(default_factory=list[PdfTable])


def pieces_of(pages: Sequence[PdfPage]) -> list[Piece]:
    """The paragraphs and grids of all pages in order."""
    repeated = _repeated(pages)
    all_lines = [line for page in pages for line in page.lines if len(line.chars) > 12]
    left, right = _margins(all_lines)
    pieces: list[Piece] = []
    open_text, place = "", ""
    last: TextLine | None = None
    grids = 0
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.lines if not _of_page(line, page, repeated)]
        things = sorted([*lines, *page.tables], key=_top)
        fresh_page = True
        for thing in things:
            if isinstance(thing, TextLine):
                words = thing.text
                if last is not None and _goes_on(last, thing, left, right, fresh_page=fresh_page):
                    open_text = _joined(open_text, words)
                else:
                    if open_text:
                        pieces.append(Paragraph(open_text, place))
                    open_text, place = words, f"第{number}页"
                last = thing
            else:
                if open_text:
                    pieces.append(Paragraph(open_text, place))
                open_text, last = "", None
                grids += 1
                pieces.append(Grid(tuple(thing.cells), f"第{number}页的表格"))
            fresh_page = False
    if open_text:
        pieces.append(Paragraph(open_text, place))
    return pieces


def _top(thing: TextLine | PdfTable) -> float:
    return thing.base - 0.5 * thing.size if isinstance(thing, TextLine) else thing.top


def _margins(lines: Sequence[TextLine]) -> tuple[float, float]:
    """Where the lines of the text begin and end."""
    if not lines:
        return 0.0, 0.0
    lefts = Counter(round(line.left / 4) for line in lines)
    usual = [place for place, count in lefts.items() if count * 6 >= max(lefts.values())]
    rights = sorted(line.right for line in lines)
    return min(usual) * 4.0, rights[len(rights) * 3 // 4]


def _goes_on(
    last: TextLine, line: TextLine, left: float, right: float, *, fresh_page: bool
) -> bool:
    """Whether ``line`` is the same paragraph as ``last``."""
    size = last.size
    if abs(line.size - size) > 0.25 * size:
        return False
    if last.right < right - 1.8 * size or line.left - left > 1.2 * size:
        return False
    if last.left - left > 4 * size or "  " in line.text or "  " in last.text:
        return False  # Set in the middle, or in columns.
    if not fresh_page and line.base - last.base > 2.6 * size:
        return False
    return not (_BEGINS.match(line.text) and last.text[-1] in "。；！")


def _joined(text: str, words: str) -> str:
    latin = text[-1:].isascii() and text[-1:].isalpha() and words[:1].isascii()
    return text + (" " if latin and words[:1].isalpha() else "") + words


def _repeated(pages: Sequence[PdfPage]) -> set[str]:
    """The texts that stand at the edge of most pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_form(line) for line in page.lines if _at_edge(line, page)})
    return {text for text, count in seen.items() if count >= 3 and count * 3 >= len(pages) * 2}


def _form(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text.replace(" ", ""))


def _at_edge(line: TextLine, page: PdfPage) -> bool:
    return not _EDGE * page.height < line.base < (1 - _EDGE) * page.height


def _of_page(line: TextLine, page: PdfPage, repeated: set[str]) -> bool:
    if not _at_edge(line, page):
        return False
    text = line.text.strip()
    dashed = re.fullmatch(r"[-—–－―·~]+\s*\d{1,3}\s*[-—–－―·~]+", text.replace(" ", ""))
    if dashed or (_PAGE_NUMBER.fullmatch(text) and line.base > (1 - _EDGE) * page.height):
        return True
    return _form(line) in repeated
