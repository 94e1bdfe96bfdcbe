"""A report as a workbook: a sheet of its words, and a sheet for each table."""

import math
import re

from reportdesk.formats.writers.excel_book import Cell, Look, Page, package
from reportdesk.formats.writers.excel_table import page
from reportdesk.formats.writers.sequence import DRAFT, Piece, clean, pieces
from reportdesk.report.document import Document
from reportdesk.report.live import printed_values

_WORDS = "正文"
_WIDTH = 76
"""Characters of half width in a line of the sheet of words."""
_MOST = 32_000
"""A cell holds 32 767 characters; what is longer goes on in the next row."""
_TALLEST = 409.0
_SIGNS = ("=", "+", "-", "@")
_LOOKS = {
    "title": Look("title", "center"),
    "number": Look("body", "center"),
    "heading": Look("heading"),
    "subheading": Look("strong"),
    "body": Look("body"),
    "signature": Look("body", "right", indent=2),
    "date": Look("body", "right", indent=2),
}
_REFUSED = re.compile(r"[\\/?*\[\]:：\"\n\t]")
_LONGEST = 31
_POINTS = {"title": 18, "heading": 14}


def render(document: Document, *, draft: bool) -> bytes:
    """``document`` as the bytes of an .xlsx."""
    values = printed_values(document)
    mark = DRAFT if draft else ""
    flow = list(pieces(document, values))
    names: dict[str, str] = {}
    tables: list[Page] = []
    for piece in flow:
        if piece.table is not None:
            name = _name(piece.text, {_WORDS, *names.values()})
            names[piece.table.id] = name
            tables.append(page(name, piece.table, document, values, mark=mark, back=_WORDS))
    title = next((p.text for p in flow if p.kind == "title"), "")
    return package([_words(flow, names, mark), *tables], title)


def _name(title: str, taken: set[str]) -> str:
    """A name that a sheet may have: no mark that programs refuse, 31 characters, none twice."""
    name = _REFUSED.sub("", clean(title)).strip(" '")[:_LONGEST].strip(" '") or "表"
    made, number = name, 1
    while made.casefold() in {other.casefold() for other in taken}:
        number += 1
        made = f"{name[: _LONGEST - 4]}（{number}）"
    return made


def _words(flow: list[Piece], names: dict[str, str], mark: str) -> Page:
    made = Page(_WORDS, [_WIDTH], mark=mark)
    heights: dict[int, float] = {}
    made.heights = heights
    if mark:
        made.cells[0, 0] = Cell(Look("draft", "right"), mark)
    for index, piece in enumerate(flow):
        if piece.table is not None:
            continue
        look = _LOOKS[piece.kind]
        shown = piece.text
        if piece.kind == "heading" and (seen := _tables_under(flow, index, names)):
            # Shown by the cell's format: it is no part of the heading.
            words = f"（见工作表{''.join(f'「{name}」' for name in seen)}）"
            look = look._replace(format=f'@"{words}"')
            shown += words
            made.links[len(made.cells), 0] = seen[0]
        for start in range(0, len(piece.text), _MOST):
            text = piece.text[start : start + _MOST]
            row = len(made.cells)
            made.cells[row, 0] = Cell(look._replace(literal=text.startswith(_SIGNS)), text)
            heights[row] = _height(shown, _POINTS.get(piece.kind, 12))
    if not made.cells:
        made.cells[0, 0] = Cell(Look())
    return made


def _tables_under(flow: list[Piece], heading: int, names: dict[str, str]) -> list[str]:
    """The sheets of the tables of a section."""
    found: list[str] = []
    for piece in flow[heading + 1 :]:
        if piece.kind == "heading":
            break
        if piece.table is not None:
            found.append(names[piece.table.id])
    return found


def _height(text: str, points: int) -> float:
    room = _WIDTH * 5.25 / points - 1
    width = sum(0.55 if character.isascii() else 1 for character in text)
    return min(_TALLEST, max(1, math.ceil(width / room)) * points * 1.4 + 6)
