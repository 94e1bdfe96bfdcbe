"""Figures of a table laid on the clipboard, so that other programs take them with their shape.

As HTML for spreadsheets, word processors and web editors, as lines with tabs for everything else.
What is copied is what is seen: stored figures and reckoned totals.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from reportdesk.form.printed import printed
from reportdesk.gui.grid.cursor import Block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.form.printed import Sheet
    from reportdesk.gui.grid.layout import GridLayout
    from reportdesk.gui.session import Session

_PAGE = (
    '<html><head><meta charset="utf-8"></head><body><!--StartFragment-->'
    '<table border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse">\n'
    "{rows}</table><!--EndFragment--></body></html>"
)


class _Cell(NamedTuple):
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    figure: bool = True


def copied(session: Session, layout: GridLayout, at: Block) -> QMimeData:
    """The figures of a selection."""
    cells: list[_Cell] = []
    right = at.right + 1
    for row in range(at.top, at.bottom + 1):
        column = at.left
        while column < right:
            place = layout.anchor(row, column)
            key = layout.key_at(*place) if place is not None else ""
            end = place.column + layout.span_of(key) if place is not None else column + 1
            width = min(end, right) - column
            text = session.effective(key) if key else ""
            cells.append(_Cell(text, row - at.top, column - at.left, 1, width))
            column += width
    return _mime(cells, at.bottom - at.top + 1, right - at.left)


def copied_with_labels(session: Session, layout: GridLayout, at: Block | None = None) -> QMimeData:
    """The figures of a selection, or of the whole table, with the labels and heads printed at
    them."""
    sheet = printed(layout.table)
    rows, columns = _kept(sheet, at or Block(0, 0, layout.height - 1, layout.width - 1))
    cells: list[_Cell] = []
    for cell in sheet.cells:
        down = [row for row in range(cell.row, cell.row + cell.rows) if row in rows]
        over = [c for c in range(cell.column, cell.column + cell.columns) if c in columns]
        if down and over:
            text = session.effective(cell.key) if cell.key else cell.text
            place = rows[down[0]], columns[over[0]]
            cells.append(_Cell(text, *place, len(down), len(over), figure=bool(cell.key)))
    return _mime(cells, len(rows), len(columns))


def _kept(sheet: Sheet, at: Block) -> tuple[dict[int, int], dict[int, int]]:
    """The printed rows and columns that stay, numbered anew: those of the selection, all labels,
    and the heads over what stays."""
    rows: list[int] = []
    heads: list[int] = []
    figure, over_rows = -1, False
    for number, line in enumerate(sheet.rows()):
        if not any(cell.kind == "value" for cell in line):
            heads = [number] if over_rows else [*heads, number]
            over_rows = False
            continue
        figure, over_rows = figure + 1, True
        if at.top <= figure <= at.bottom:
            rows += [*heads, number]
            heads = []
    figures = range(sheet.labels + at.left, sheet.labels + at.right + 1)
    columns = [*range(sheet.labels), *figures]
    return _numbered(rows), _numbered(columns)


def _numbered(kept: Iterable[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(kept)}


def _mime(cells: list[_Cell], height: int, width: int) -> QMimeData:
    lines = [[""] * width for _ in range(height)]
    rows: list[list[str]] = [[] for _ in range(height)]
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        lines[cell.row][cell.column] = _quoted(cell.text)
        rows[cell.row].append(_html(cell))
    mime = QMimeData()
    mime.setText("\n".join("\t".join(line) for line in lines))
    mime.setHtml(_PAGE.format(rows="".join(f"<tr>{''.join(row)}</tr>\n" for row in rows)))
    return mime


def _quoted(text: str) -> str:
    if any(mark in text for mark in '\t\n"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _html(cell: _Cell) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    side = ' align="right"' if cell.figure else ""
    text = escape(cell.text).replace("\n", "<br>")
    return f"<td{spans}{side}>{text}</td>"
