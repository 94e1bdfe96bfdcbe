"""What any file becomes when it is opened: paragraphs and grids of text, in reading order.

Nothing here knows the form. A reader of a file type (``formats.readers``) makes a ``Story``;
``formats.recognise`` finds the report in it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from reportdesk.form.record import State, fresh


class Paragraph(NamedTuple):
    """A paragraph of text, without line breaks at its ends; a hard break inside is "\\n"."""

    text: str
    place: str
    """Where it stands, in words for the clerk (「第12段」, 「工作表「表三」第3行」)."""
    heading: bool = False
    """Whether the file marks it as a heading or title (a style, an h1…h6)."""


class Cell(NamedTuple):
    """A cell with its place in the grid; a merged cell appears once, at its upper left."""

    text: str
    """As found: inner paragraphs and breaks joined by "\\n", not stripped of spaces inside."""
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Grid(NamedTuple):
    """A table as a rectangle. ``aligned`` is False where only the order of cells in a line is
    known (one cell a line, tab-separated text without its merged cells): then ``column`` is the
    index of the cell in its line and says nothing about the columns above it."""

    cells: tuple[Cell, ...]
    place: str
    aligned: bool = True
    spaced: bool = False
    """Whether cells are told by spaces alone, as they stand on a page: a figure that sits higher
    or lower than the others of its row is then in another line."""

    @property
    def height(self) -> int:
        """Number of rows."""
        return max((c.row + c.rows for c in self.cells), default=0)

    @property
    def width(self) -> int:
        """Number of columns."""
        return max((c.column + c.columns for c in self.cells), default=0)

    def rows(self) -> Iterator[list[Cell]]:
        """For each row the cells that cover it, left to right (a merged cell in each of its
        rows, once a row)."""
        lines: list[list[Cell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rows):
                lines[row].append(cell)
        for line in lines:
            line.sort(key=lambda c: c.column)
            yield line


Piece = Paragraph | Grid


class Story(State):
    """The pieces of a file in order, with what the reader has to say about it."""

    format: str
    """The kind of file by its content: docx, doc, xlsx, xls, html, txt, pdf, rdesk."""
    pieces: list[Piece] = fresh(factory=list[Piece])
    title: str = ""
    """The file's own title (the <title> of a page), "" if none; never trusted alone."""
    notes: list[str] = fresh(factory=list[str])
    """What was skipped or mended on the way, in words for the clerk."""


def grid_of(
    lines: list[list[str]], place: str, *, aligned: bool = True, spaced: bool = False
) -> Grid:
    """A grid without merged cells from lines of texts."""
    return Grid(
        tuple(Cell(t, r, c) for r, line in enumerate(lines) for c, t in enumerate(line)),
        place,
        aligned,
        spaced,
    )
