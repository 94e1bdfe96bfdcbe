"""An edition: what one official version of the form is, frozen, as read from its TOML file.

Every blank has one key: ``block`` for a line or a text, ``block.row.column`` for a table cell.

What an edition is made of are records: each equals only itself.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Literal

from reportdesk.form.record import EMPTY, Record
from reportdesk.form.table import (
    Check,
    Column,
    Group,
    Holds,
    Part,
    Row,
    Severity,
    Sum,
    Table,
    path_of,
)

__all__ = [
    "Block",
    "Carry",
    "Check",
    "Column",
    "Deadline",
    "Edition",
    "Field",
    "Group",
    "Holds",
    "Line",
    "Part",
    "Reference",
    "Row",
    "Section",
    "Severity",
    "Sum",
    "Table",
    "Text",
    "TextRule",
    "path_of",
]


class TextRule(Record):
    """A check of a text. ``kind`` says how the other fields are read:

    ``length``: at most ``limit`` 字. ``filled``: not empty. ``not_just``: not merely one of
    ``words``. ``mentions``: holds at least one of ``words``.

    ``words`` of these are phrases with a number (see ``form.phrases``). ``stale_year``: it is
    the report's year, or ``offset`` years after it. ``figure``: it is one of the sums ``equals``.
    ``old_year``: it is none that last year's text left here; which these are, ``own``, ``before``,
    ``honest`` and ``unsure`` say, regular expressions in which the year in question is a ``#``.

    ``words`` of these are regular expressions. ``denial``: a phrase that one matches stands in
    the text exactly when all of ``keys`` are 0. ``share``: a percentage (second group) is that of
    a number (first group) in one of the sums ``equals``. ``adds_up``: the numbers with the same
    unit (second group) in a list (third group) add up to a stated one (first group).

    ``same_as_last`` takes no words: less than ``limit`` percent of the text is last year's.
    """

    id: str
    kind: Literal[
        "length",
        "filled",
        "not_just",
        "mentions",
        "denial",
        "stale_year",
        "same_as_last",
        "figure",
        "share",
        "old_year",
        "adds_up",
    ]
    message: str
    """A sentence for the clerk. In those of ``stale_year``, ``old_year``, ``figure``, ``share`` and
    ``adds_up`` the places {words}, {found} and {expected} are filled in."""
    severity: Severity = "hint"
    limit: int = 0
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    offset: int = 0
    equals: tuple[str, ...] = ()
    """Sums and differences of keys (``a.b.c + a.d.c``); any of them will do."""
    near: str = ""
    """Words parted by |: a number is looked at only in a sentence that holds one of them."""
    unless: str = ""
    """Words parted by |: a number is passed over where one stands before it in its sentence."""
    own: tuple[str, ...] = ()
    """Where a year of ``old_year`` is surely meant as the report's own."""
    before: tuple[str, ...] = ()
    """Where, in words of last year, it is the year before that report's."""
    honest: tuple[str, ...] = ()
    """Where it is right whatever the report's year is."""
    unsure: tuple[str, ...] = ()
    """Where it is asked about, and no other year is offered."""
    ask: str = ""
    """The sentence in place of ``message`` where none is offered."""
    source: str = ""


class Line(Record):
    """One blank outside the tables that takes a single line (organ, document number, date)."""

    id: str
    label: str
    holds: Holds = "text"
    required: bool = False
    carry: bool = False
    """Whether it is kept when a new year starts."""
    also: tuple[str, ...] = ()
    help: str = ""
    default: str = ""
    """What a new year's value is made from: {organ}, {year}, {next} are replaced."""
    choices: tuple[str, ...] = ()
    rules: tuple[TextRule, ...] = ()


class Text(Record):
    """A narrative: plain text, one paragraph a line."""

    id: str
    label: str = ""
    required: bool = False
    carry: bool = True
    help: str = ""
    aspects: tuple[str, ...] = ()
    """What the text has to speak of; other words for one stand after it, parted by |."""
    rules: tuple[TextRule, ...] = ()
    default: str = ""


Block = Line | Text | Table


class Section(Record):
    """A step of the report; ``heading`` is printed above it ("" for the cover)."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    heading: str = ""
    also: tuple[str, ...] = ()
    """Other wordings of the heading, for recognising."""
    help: str = ""
    source: str = ""
    short: str = ""
    """A name of a few characters for the list of sections; "" takes the title."""


class Reference(Record):
    """A cell (or row, ``block.row.*``) of another edition that may be shown, never taken."""

    source: str
    to: str = ""
    note: str = ""


class Carry(Record):
    """How a report of edition ``source`` becomes the start of one of this edition."""

    source: str
    move: Mapping[str, str]
    """``block.row`` of last year to ``block.row`` of this year; entry columns only."""
    references: tuple[Reference, ...] = ()
    dropped: tuple[Reference, ...] = ()
    """What cannot be mapped, with words for the clerk; ``to`` is ""."""
    notes: tuple[str, ...] = ()
    words: Mapping[str, str] = EMPTY
    """Words of the cover that the edition's change makes others (the name of the notice)."""


class Deadline(Record):
    """The day by which a report has to be out; for all, or for those whose ``line`` holds one of
    ``values``. The first that fits holds."""

    by: str
    """Month and day, ``01-31``, in the year after the report's."""
    words: str
    """What is due for whom, as the clerk reads it."""
    line: str = ""
    values: tuple[str, ...] = ()
    source: str = ""


class Field(Record):
    """One blank: its key, what it takes, and where it stands."""

    key: str
    holds: Holds
    unit: str
    block: Block
    section: Section
    part: Part | None = None
    row: Row | None = None
    column: Column | None = None
    total: bool = False
    """Whether some sum of the edition makes it."""


class Edition(Record):
    """One version of the form. Build it with ``load``."""

    id: str
    family: str
    title: str
    basis: str
    first_year: int
    """First report year it is for."""
    sections: tuple[Section, ...]
    last_year: int | None = None
    """Last report year it is for; None while in force."""
    revision: int = 1
    headline: str = "{organ}{year}年{title}"
    """How the report's title is made."""
    checks: tuple[Check, ...] = ()
    text_rules: tuple[TextRule, ...] = ()
    carries: tuple[Carry, ...] = ()
    levels: Mapping[str, Severity] = EMPTY
    """Severities of the built-in rules (V-1, V-2, hybrid) and re-levelled ones."""
    signs: tuple[str, ...] = ()
    """Words that tell the family's reports from other papers."""
    extends: str = ""
    deadlines: tuple[Deadline, ...] = ()

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every blank by its key, in printed order."""
        found: dict[str, Field] = {}
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    found.update(_table_fields(block, section))
                else:
                    holds = block.holds if isinstance(block, Line) else "text"
                    found[block.id] = Field(block.id, holds, "", block, section)
        return found

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The statistical tables in printed order."""
        return tuple(b for s in self.sections for b in s.blocks if isinstance(b, Table))

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """The narratives in printed order."""
        return tuple(b for s in self.sections for b in s.blocks if isinstance(b, Text))

    def block(self, id: str) -> Block:
        """The block with this id; KeyError if there is none."""
        for section in self.sections:
            for block in section.blocks:
                if block.id == id:
                    return block
        raise KeyError(id)

    def table(self, id: str) -> Table:
        """The table with this id; KeyError if there is none."""
        block = self.block(id)
        if not isinstance(block, Table):
            raise KeyError(id)
        return block

    def level(self, rule: str, given: Severity = "error") -> Severity:
        """The severity of a rule: re-levelled by ``levels``, or else as ``given`` with it."""
        return self.levels.get(rule, given)

    def covers(self, year: int) -> bool:
        """Whether reports of ``year`` are written on this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


def _table_fields(table: Table, section: Section) -> Iterator[tuple[str, Field]]:
    totals = {s.column for s in table.sums if s.column}
    total_rows = {s.row for s in table.sums if s.row}
    for part, row, column in table.cells():
        key = table.key(row.id, column.id)
        yield (
            key,
            Field(
                key,
                column.holds or table.holds,
                # A table's unit is that of its own kind of figure, not of a column of another kind.
                column.unit or (table.unit if column.holds in (None, table.holds) else ""),
                table,
                section,
                part,
                row,
                column,
                total=column.id in totals or row.id in total_rows,
            ),
        )
