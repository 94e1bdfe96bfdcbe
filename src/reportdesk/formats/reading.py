"""The result of reading a file: what was recognised, what was not, and what to tell the clerk."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from reportdesk.form.edition import Edition
from reportdesk.form.record import State, fresh
from reportdesk.formats.story import Cell, Paragraph, Piece
from reportdesk.report.document import Document, Origin, Unplaced

Level = Literal["info", "warning", "question"]
Sure = Literal["exact", "near", "order", "text"]
"""How sure a value's blank is: row and column are named in a wording that the edition knows; the
row's wording is only like a known one; the columns are told by their order alone; a row of text
without cell borders, its figures taken in their order."""


class Note(NamedTuple):
    """Something the clerk should know about what was read, with its place."""

    level: Level
    place: str
    message: str


class Passage(NamedTuple):
    """A narrative as found: the key of its blank, the heading as printed, the paragraphs."""

    key: str
    title: str
    text: str


class Trace(NamedTuple):
    """Where a value stood: the story's own pieces, the cell, and the label of its row as found.
    A figure in a line of text has its number among the line's words as the cell's column."""

    pieces: tuple[Piece, ...]
    cell: Cell | None = None
    sure: Sure = "exact"
    label: str = ""


class Mark(NamedTuple):
    """What is printed in a figure's cell besides a plain figure: a sign that is no figure
    (``blank``), a figure with more words (``note``), something that cannot be understood
    (``refused``), another figure than elsewhere in the file (``twice``)."""

    kind: Literal["blank", "note", "refused", "twice"]
    text: str
    trace: Trace


class Stray(NamedTuple):
    """Where a figure without a blank stood, why it has none, and the blank that it was nearly
    put into ("" if none)."""

    trace: Trace | None
    why: str
    key: str = ""


class Reading(State):
    """A file as a report. ``values`` holds only what stands in the file."""

    file: str
    format: str
    edition: Edition
    year: int | None = None
    title: str = ""
    organ: str = ""
    values: dict[str, str] = fresh(factory=dict[str, str])
    origins: dict[str, Origin] = fresh(factory=dict[str, Origin])
    group_values: dict[str, str] = fresh(factory=dict[str, str])
    passages: list[Passage] = fresh(factory=list[Passage])
    unplaced: list[Unplaced] = fresh(factory=list[Unplaced])
    notes: list[Note] = fresh(factory=list[Note])
    refused: dict[str, str] = fresh(factory=dict[str, str])
    traces: dict[str, Trace] = fresh(factory=dict[str, Trace])
    """Where the figures and narratives stood, by key; empty for our own files."""
    seats: dict[str, Trace] = fresh(factory=dict[str, Trace])
    """Where each blank that was recognised stands, filled or not; words of the cover too."""
    headings: dict[str, Paragraph] = fresh(factory=dict[str, Paragraph])
    """The heading of each section that was found, by the section's id."""
    marks: dict[str, Mark] = fresh(factory=dict[str, Mark])
    strays: list[Stray] = fresh(factory=list[Stray])
    """One for each of ``unplaced``, in its order; empty for our own files."""
    details: set[Note] = fresh(factory=set[Note])
    """Those of ``notes`` that only say in words what the rest of the reading holds: traces, marks,
    strays, tables refused, a year not known."""
    document: Document | None = None
    """The whole document where the file is one of our own (.rdesk)."""

    def to_document(self) -> Document:
        """The report as the file prints it."""
        if self.document is not None:
            return self.document
        return Document(
            edition=self.edition,
            year=self.year,
            values=dict(self.values),
            origins=dict(self.origins),
            group_values=dict(self.group_values),
            unplaced=list(self.unplaced),
            refused=dict(self.refused),
            as_printed=True,
        )


Editions = Mapping[str, Edition]
