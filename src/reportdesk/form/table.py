"""A statistical table of a form: labelled rows and columns, merged headings, sums and checks.

A group of rows or columns is a merged heading; it has an id, so that a sum can name it, and a
group of rows may have a subtotal that the form does not print (``block.group.column``).
"""

from collections.abc import Iterator
from typing import Literal

from reportdesk.form.record import Record

Holds = Literal["count", "signed", "money", "amount", "text", "year", "date"]
"""What a blank takes. ``count``: whole number >= 0. ``signed``: whole number. ``money``: decimal
>= 0 in the form's unit. ``amount``: a decimal with its unit as printed (「678.15万元」)."""

Severity = Literal["error", "review", "hint", "off"]


class Group(Record):
    """A merged heading over rows or columns; ``under`` is the id of the group around it."""

    id: str
    label: str
    under: str = ""
    also: tuple[str, ...] = ()
    subtotal: bool = False
    """Whether the sum of the members is worth showing (rows only)."""
    help: str = ""
    source: str = ""


class Row(Record):
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


class Column(Record):
    """One labelled column; ``holds`` overrides the table's."""

    id: str
    label: str
    under: str = ""
    also: tuple[str, ...] = ()
    holds: Holds | None = None
    unit: str = ""
    help: str = ""
    source: str = ""


class Part(Record):
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


class Sum(Record):
    """A total and its parts: ``column`` is the sum of columns ``of`` in every row, or ``row`` is
    the sum of rows ``of`` in every column. ``of`` may name a group: it stands for its members."""

    id: str
    of: tuple[str, ...]
    column: str = ""
    row: str = ""
    words: str = ""
    """The formula in words, for findings; "" has it made from the labels."""
    severity: Severity = "error"
    message: str = ""
    """A sentence for the clerk, with places as in Check; "" has the program's own."""
    short: str = ""
    """The same in a few words, for a list; "" has the program's own."""


class Check(Record):
    """A relation ``expr`` between cells, for each column (names are row ids) or each row (names
    are column ids). ``over`` limits it to some columns or rows; ``last_year.x`` is the cell of
    the report of the year before. Without ``each`` (edition level) names are full keys.

    In ``message`` the places {where}, {left}, {right} and {difference} are filled in: the column
    or row it is about, both sides as numbers, and how far they are apart (never negative)."""

    id: str
    expr: str
    message: str
    each: Literal["column", "row", ""] = ""
    over: tuple[str, ...] = ()
    severity: Severity = "error"
    source: str = ""
    words: str = ""
    """The formula in words; "" has it made from the labels."""
    short: str = ""
    """The message in a few words, for a list, without the place; "" has it cut from it."""


class Table(Record):
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


def path_of(groups: tuple[Group, ...], under: str) -> tuple[Group, ...]:
    """The groups around something that stands under ``under``, outermost first."""
    known = {g.id: g for g in groups}
    path: list[Group] = []
    while under:
        group = known[under]
        path.append(group)
        under = group.under
    return tuple(reversed(path))
