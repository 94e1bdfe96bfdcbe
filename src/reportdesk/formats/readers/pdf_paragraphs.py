"""Lines of text outside tables made into paragraphs again, over the ends of pages too.

Page numbers and lines that stand at the edge of every page belong to the pages, not to the text.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportdesk.formats.readers.pdf_joins import PdfTable, continued
from reportdesk.formats.readers.pdf_words import TextLine
from reportdesk.formats.story import Grid, Paragraph, Piece

_PAGE_NUMBER = re.compile(
    r"[-—–－―·~\s]*\d{1,3}[-—–－―·~\s]*|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*/\s*\d{1,3}"
)
_EDGE = 0.12
_BEGINS = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、")


@dataclass(slots=True)
class PdfPage:
    """A page taken apart: its size, the lines outside tables, the tables."""

    height: float
    lines: list[TextLine] = field(default_factory=list[TextLine])
    tables: list[PdfTable] = field(default_factory=list[PdfTable])
    cut_off: bool = False
    """Whether a table goes on beyond the edge of the paper."""


class _Joining:
    """The pieces so far, with the paragraph and the table that may still go on."""

    def __init__(self, left: float, right: float) -> None:
        self.left, self.right = left, right
        self.pieces: list[Piece] = []
        self.last: TextLine | None = None
        self.text, self.page = "", 0
        self.table: PdfTable | None = None
        self.pages = (0, 0)

    def line(self, line: TextLine, page: int, *, first: bool) -> None:
        """A line of text on ``page``; ``first`` if it is the page's first thing."""
        self.end_table()
        last = self.last
        if last is not None and _goes_on(last, line, self.left, self.right, fresh_page=first):
            self.text = _joined(self.text, line.text)
        else:
            self.end_text()
            self.text, self.page = line.text, page
        self.last = line

    def add_table(self, table: PdfTable, page: int, *, first: bool) -> None:
        """A table on ``page``."""
        self.end_text()
        if self.table is not None and first and self.pages[1] == page - 1:
            joined = continued(self.table, table)
            if joined is not None:
                self.table, self.pages = joined, (self.pages[0], page)
                return
        self.end_table()
        self.table, self.pages = table, (page, page)

    def end_text(self) -> None:
        """Close the paragraph."""
        if self.text:
            self.pieces.append(Paragraph(self.text, f"第 {self.page} 页"))
        self.text, self.last = "", None

    def end_table(self) -> None:
        """Close the table."""
        if self.table is not None:
            first, last = self.pages
            place = f"第 {first} 页的表格" if first == last else f"第 {first} 至 {last} 页的表格"
            self.pieces.append(Grid(tuple(self.table.cells), place))
        self.table = None


def pieces_of(pages: Sequence[PdfPage]) -> list[Piece]:
    """The paragraphs and grids of all pages in order."""
    repeated = _repeated(pages)
    left, right = _margins([line for page in pages for line in page.lines if len(line.chars) > 12])
    joining = _Joining(left, right)
    for number, page in enumerate(pages, 1):
        lines = [line for line in page.lines if not _of_page(line, page, repeated)]
        for index, thing in enumerate(sorted([*lines, *page.tables], key=_top)):
            if isinstance(thing, TextLine):
                joining.line(thing, number, first=index == 0)
            else:
                joining.add_table(thing, number, first=index == 0)
    joining.end_text()
    joining.end_table()
    return joining.pieces


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
    if last.right < right - 1.8 * size:
        return False
    middle = (last.left + last.right - line.left - line.right) / 2
    if line.left - left > 3 * size and abs(middle) < size and not fresh_page:
        return True  # A title in the middle that took two lines.
    if line.left - left > 1.2 * size:
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
