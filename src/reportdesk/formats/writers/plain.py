"""A report's body as plain text: a paragraph a line, tables as rows of cells between tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.printed import printed
from reportdesk.formats.writers.sequence import DRAFT, clean, pieces
from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportdesk.form.table import Table
    from reportdesk.report.document import Document


def render(document: Document, *, draft: bool) -> str:
    """``document`` without its title, which a website keeps elsewhere."""
    values = printed_values(document)
    lines = [DRAFT] if draft else []
    for piece in pieces(document, values):
        if piece.table is not None:
            lines += _rows(piece.table, values)
        elif piece.kind != "title":
            lines.append(piece.text)
    return "\n".join(lines) + "\n"


def _rows(table: Table, values: Mapping[str, str]) -> Iterator[str]:
    """The rows; a merged cell's words stand in its first, so that a spreadsheet keeps columns."""
    sheet = printed(table)
    for cells in sheet.rows():
        row = [""] * sheet.width
        for cell in cells:
            words = values.get(cell.key, "") if cell.key else cell.text
            row[cell.column] = clean(words).replace("\n", "")
        yield "\t".join(row)
