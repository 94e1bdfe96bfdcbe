"""An edition: what one official version of the form is, frozen, as read from its TOML file.

Every blank has one key: ``block`` for a line or a text, ``block.row.column`` for a table cell.
A group of rows or columns is a merged heading; it has an id, so that a sum can name it, and a
group of rows may have a subtotal that the form does not print (``block.group.column``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

Holds = Literal["count", "signed", "money", "amount", "text", "year", "date"]
"""What a blank takes. ``count``: whole number >= 0. ``signed``: whole number. ``money``: decimal
>= 0 in the form's unit. ``amount``: a decimal with its unit as printed (「678.15万元」)."""

Severity = Literal["error", "review", "hint", "off"]


@dataclass(frozen=True, slots=True)
class Group:
    """A merged heading over rows or columns; ``under`` is the id of the group around it."""

    id: str
    label: str
    under: str = ""
    also: tuple[str, ...] = ()
    subtotal: bool = False
    """Whether the sum of the members is worth showing (rows only)."""
    help: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled row; ``under`` is the id of its group, "" at the top."""

    id: str
    label: str
    under: str = ""
    also: tuple[str, ...] = ()
    """Other wordings seen in real files; for recognising only."""
    note: str = ""
    """Words that the form prints after the label, in the same cell (an official note)."""
    help: str = ""
    """填报说明: what the row counts."""
    source: str = ""
    """Where the 填报说明 comes from (article, notice)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One labelled column; ``holds`` overrides the table's."""

    id: str
    label: str
    under: str = ""
    also: tuple[str, ...] = ()
    holds: Holds | None = None
    unit: str = ""
    help: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of rows that share their columns; a table whose heads change half-way has several."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    caption: str = ""
    """A line printed over the whole width above the part (「第二十条第（一）项」)."""
    stub: str = ""
    """The head over the row labels (「信息内容」, or the note in the corner of table 3)."""
    groups: tuple[Group, ...] = ()
    """Groups of rows."""
    column_groups: tuple[Group, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts: ``column`` is the sum of columns ``of`` in every row, or ``row`` is
    the sum of rows ``of`` in every column. ``of`` may name a group: it stands for its members."""

    id: str
    of: tuple[str, ...]
    column: str = ""
    row: str = ""
    words: str = ""
    """The formula in words, for findings; {places} as in Check."""
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Check:
    """A relation ``expr`` between cells, for each column (names are row ids) or each row (names
    are column ids). ``over`` limits it to some columns or rows; ``last_year.x`` is the cell of
    the report of the year before. Without ``each`` (edition level) names are full keys."""

    id: str
    expr: str
    message: str
    each: Literal["column", "row", ""] = ""
    over: tuple[str, ...] = ()
    severity: Severity = "error"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Line:
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


@dataclass(frozen=True, slots=True)
class TextRule:
    """A check of a narrative. ``kind`` says how the other fields are read:

    ``length``: at most ``limit`` 字. ``filled``: not empty. ``not_just``: not merely one of
    ``words``. ``mentions``: holds at least one of ``words``. ``denial``: a phrase matching one
    of the regular expressions ``words`` stands in the text exactly when all of ``keys`` are 0.
    """

    id: str
    kind: Literal["length", "filled", "not_just", "mentions", "denial"]
    message: str
    severity: Severity = "hint"
    limit: int = 0
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A narrative: plain text, one paragraph a line."""

    id: str
    label: str = ""
    required: bool = False
    carry: bool = True
    help: str = ""
    aspects: tuple[str, ...] = ()
    """What the text has to speak of."""
    rules: tuple[TextRule, ...] = ()
    default: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A statistical table. ``layout`` "across" prints its rows side by side, each with all its
    columns, as the heads of one line of figures (table 4); "grid" one under the other."""

    id: str
    title: str
    parts: tuple[Part, ...]
    holds: Holds = "count"
    unit: str = "件"
    layout: Literal["grid", "across"] = "grid"
    required: bool = True
    sums: tuple[Sum, ...] = ()
    checks: tuple[Check, ...] = ()
    help: str = ""
    source: str = ""

    def key(self, row: str, column: str) -> str:
        """The key of a cell."""
        return f"{self.id}.{row}.{column}"

    def part_of(self, row: str) -> Part:
        """The part that holds ``row`` (a row's or a group's id)."""
        for part in self.parts:
            if any(r.id == row for r in part.rows) or any(g.id == row for g in part.groups):
                return part
        raise KeyError(row)

    def members(self, part: Part, name: str) -> tuple[str, ...]:
        """The row ids that ``name`` stands for: itself, or the members of the group."""
        if any(row.id == name for row in part.rows):
            return (name,)
        inside = {name}
        for _ in part.groups:
            inside |= {g.id for g in part.groups if g.under in inside}
        return tuple(row.id for row in part.rows if row.under in inside)

    def cells(self) -> Iterator[tuple[Part, Row, Column]]:
        """Every cell of the table in printed order."""
        for part in self.parts:
            for row in part.rows:
                for column in part.columns:
                    yield part, row, column


Block = Line | Text | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A step of the report; ``heading`` is printed above it ("" for the cover)."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    heading: str = ""
    also: tuple[str, ...] = ()
    """Other wordings of the heading, for recognising."""
    help: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A cell (or row, ``block.row.*``) of another edition that may be shown, never taken."""

    source: str
    to: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Carry:
    """How a report of edition ``source`` becomes the start of one of this edition."""

    source: str
    move: Mapping[str, str]
    """``block.row`` of last year to ``block.row`` of this year; entry columns only."""
    references: tuple[Reference, ...] = ()
    dropped: tuple[Reference, ...] = ()
    """What cannot be mapped, with words for the clerk; ``to`` is ""."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
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


@dataclass(frozen=True)
class Edition:
    """One version of the form. Build it with ``load``; equality is by identity of the data."""

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
    levels: Mapping[str, Severity] = field(default_factory=dict[str, Severity])
    """Severities of the built-in rules (V-1, V-2, hybrid) and re-levelled ones."""
    signs: tuple[str, ...] = ()
    """Words that tell the family's reports from other papers."""
    extends: str = ""

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

    def covers(self, year: int) -> bool:
        """Whether reports of ``year`` are written on this edition."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)


def _table_fields(table: Table, section: Section) -> Iterator[tuple[str, Field]]:
    totals = {s.column for s in table.sums if s.column}
    total_rows = {s.row for s in table.sums if s.row}
    for part, row, column in table.cells():
        key = table.key(row.id, column.id)
        yield key, Field(
            key,
            column.holds or table.holds,
            column.unit or table.unit,
            table,
            section,
            part,
            row,
            column,
            total=column.id in totals or row.id in total_rows,
        )


def path_of(groups: tuple[Group, ...], under: str) -> tuple[Group, ...]:
    """The groups around something that stands under ``under``, outermost first."""
    known = {g.id: g for g in groups}
    path: list[Group] = []
    while under:
        group = known[under]
        path.append(group)
        under = group.under
    return tuple(reversed(path))
