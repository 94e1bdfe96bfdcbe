"""The result of reading a file: what was recognised, what was not, and what to tell the clerk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from reportdesk.form.edition import Edition
from reportdesk.report.document import Document, Origin, Unplaced

Level = Literal["info", "warning", "question"]


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


@dataclass(slots=True)
class Reading:
    """A file as a report. ``values`` holds only what stands in the file."""

    file: str
    format: str
    edition: Edition
    year: int | None = None
    title: str = ""
    organ: str = ""
    values: dict[str, str] = field(default_factory=dict[str, str])
    origins: dict[str, Origin] = field(default_factory=dict[str, Origin])
    group_values: dict[str, str] = field(default_factory=dict[str, str])
    passages: list[Passage] = field(default_factory=list[Passage])
    unplaced: list[Unplaced] = field(default_factory=list[Unplaced])
    notes: list[Note] = field(default_factory=list[Note])
    refused: dict[str, str] = field(default_factory=dict[str, str])
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
