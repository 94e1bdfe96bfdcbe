"""Cells out of plain text: as spreadsheets lay them on the clipboard, or as a reader would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportdesk.formats.readers.text import pieces_of
from reportdesk.formats.readers.text_columns import from_tabs
from reportdesk.formats.recognise.figures import is_figure
from reportdesk.formats.recognise.tokens import Token, tokens_of_paragraph
from reportdesk.formats.story import Grid, Paragraph, grid_of

if TYPE_CHECKING:
    from reportdesk.form.edition import Table
    from reportdesk.formats.recognise.vocabulary import Vocabulary

_CELL = re.compile(r'(?:"((?:[^"]|"")*)"(?=[\t\n]|\Z)|([^\t\n]*))(\t|\n|\Z)')
_MOST_PIECES = 6
"""A label may have been broken into this many lines."""


def text_grid(text: str, table: Table, words: Vocabulary) -> Grid | None:
    """The cells in a text; None if there is nothing in it. Labels are those of ``table``."""
    text = re.sub(r"\r\n?|[\v\u2028\u2029]", "\n", text.replace("\x00", "").removeprefix("\ufeff"))
    if not text.strip():
        return None
    if _has_tabs(text):
        return _from_tabs(_kept(cells_of(text)))
    lines = text.removesuffix("\n").split("\n")
    if (labelled := _labelled(lines, table, words)) is not None:
        return labelled
    if (spaced := _spaced(lines)) is not None:
        return spaced
    found = [piece for piece in pieces_of(text, []) if isinstance(piece, Grid)]
    if found and not _one_each(lines):
        return max(found, key=lambda grid: len(grid.cells))
    return grid_of([[line.strip()] for line in lines], "")


def cells_of(text: str) -> list[list[str]]:
    """Lines of cells parted by tabs. A cell in quotes may hold tabs and line feeds; a quote that
    is not closed is one as any other. The line feed at the end ends the last line."""
    text = text.removesuffix("\n")
    if '"' not in text:
        return [line.split("\t") for line in text.split("\n")]
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        match = _CELL.match(text, at)
        assert match is not None  # An empty cell at the end of the text is one too.
        quoted, bare, end = match.groups()
        rows[-1].append(quoted.replace('""', '"') if quoted is not None else bare)
        at = match.end()
        if end == "":
            return rows
        if end == "\n":
            rows.append([])


def _has_tabs(text: str) -> bool:
    """Whether tabs part cells. A word processor may lead every cell, one a line, by a tab."""
    if "\t" not in text:
        return False
    lines = [line for line in text.split("\n") if line.strip()]
    return any("\t" in line.lstrip("\t") for line in lines) or all(map(is_figure, lines))


def _kept(rows: list[list[str]]) -> list[list[str]]:
    """The rows without the lines of prose over and under the table."""

    def prose(row: list[str]) -> bool:
        return len(row) == 1 and not is_figure(row[0])

    while len(rows) > 1 and prose(rows[0]):
        rows = rows[1:]
    while len(rows) > 1 and prose(rows[-1]):
        rows = rows[:-1]
    return rows


def _from_tabs(rows: list[list[str]]) -> Grid:
    if len({len(row) for row in rows}) == 1:
        return grid_of(rows, "")
    return from_tabs(rows, "")


def _one_each(lines: list[str]) -> bool:
    """Whether every line is one value."""
    return all(not line.strip() or is_figure(line) for line in lines)


def _spaced(lines: list[str]) -> Grid | None:
    """Lines of figures with spaces between them. Two in a single line may as well be one number
    with a space for its thousands, and are left as they are."""
    rows = [line.split() for line in lines if line.strip()]
    width = len(rows[0])
    if any(len(row) != width for row in rows) or width * len(rows) < 3 or width < 2:
        return None
    return grid_of(rows, "") if all(is_figure(cell) for row in rows for cell in row) else None


def _labelled(lines: list[str], table: Table, words: Vocabulary) -> Grid | None:
    """Lines in which a label is followed by its row's figures, on its own line or on the next
    ones, as text copied from a page without cell borders is."""
    rows: list[list[str]] = []
    known: list[int] = []
    pieces: list[Token] = []
    values: list[Token] = []

    def end() -> None:
        count = _label_length(pieces, values, table, words) if values else 0
        split = len(pieces) - max(count, 1 if values else 0)
        rows.extend([piece.text] for piece in pieces[:split])
        if values:
            label = "".join(piece.text for piece in pieces[split:])
            rows.append([label, *(value.text for value in values)])
        if count or len(values) == whole:
            known.append(len(rows))

    # A table printed side by side has one line of figures, and no label before it.
    whole = sum(1 for _ in table.cells()) if table.layout == "across" else -1
    for token in _tokens(lines):
        if is_figure(token.text):
            values.append(token)
            continue
        if values:
            end()
            pieces, values = [], []
        pieces.append(token)
    end()
    if not known:
        return None
    first = next((i for i, row in enumerate(rows) if words.find(row[0], table)), 0)
    return grid_of(rows[first : known[-1]], "", aligned=False)


def _tokens(lines: list[str]) -> list[Token]:
    """The words and figures in order, each with the number of its line as its place."""
    return [
        token
        for number, line in enumerate(lines)
        for token in tokens_of_paragraph(Paragraph(line, str(number)))
    ]


def _label_length(pieces: list[Token], values: list[Token], table: Table, words: Vocabulary) -> int:
    """How many of the last pieces make the label of a row, 0 if none do. A word that is a head
    too, over a column of figures, is no label but where it has all of its row or stands beside."""
    for count in range(1, min(_MOST_PIECES, len(pieces)) + 1):
        label = "".join(piece.text for piece in pieces[-count:])
        for term in words.find(label, table, ("row",)):
            beside = pieces[-1].place == values[0].place
            whole = len(values) == len(term.part.columns)
            if beside or whole or not words.find(label, table, ("column",)):
                return count
    return 0
