"""Two reports side by side: this year's main figures against last year's, and what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.names import brief_row
from reportdesk.report.figures import written
from reportdesk.report.totals import Amounts, kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Edition
    from reportdesk.form.table import Part, Table
    from reportdesk.report.document import Document
    from reportdesk.report.figures import Number


class Compared(NamedTuple):
    """One main figure of two years; "" where a year's is blank, waiting or not on its form."""

    name: str
    last: str
    this: str
    change: str
    """This year's less last year's, with "-" where it is fewer."""
    unit: str
    key: str
    """A cell of this year's form that the figure is, or is made of."""


class Difference(NamedTuple):
    """A blank that two documents fill differently; None where it is blank."""

    key: str
    before: str | None
    after: str | None


class _Item(NamedTuple):
    """A row of a table, or a group that stands for its rows, in the total column."""

    table: str
    name: str
    unit: str
    row: str
    column: str
    cells: tuple[str, ...]


def year_on_year(document: Document) -> list[Compared]:
    """The main figures of a report beside those of the year before: the rows of the largest table
    of counts and of the tables of one line, groups of rows as one figure, totals over all
    columns."""
    last = document.previous
    this, before = Amounts(document), Amounts(last) if last is not None else None
    found: list[Compared] = []
    for item in kept(document.edition, _items):
        now = _sum(this, item.cells)
        then = _sum(before, _counterpart(before.document.edition, item)) if before else None
        change = written(now - then) if now is not None and then is not None else ""
        found.append(
            Compared(item.name, _shown(then), _shown(now), change, item.unit, item.cells[0])
        )
    return found


def differences(before: Document, after: Document) -> list[Difference]:
    """The blanks that the two fill differently, in the order of the form, then what the form has
    not."""
    keys = dict.fromkeys([*after.edition.fields, *before.values, *after.values])
    return [
        Difference(key, before.values.get(key), after.values.get(key))
        for key in keys
        if before.values.get(key) != after.values.get(key)
    ]


def _items(edition: Edition) -> tuple[_Item, ...]:
    counts = [table for table in edition.tables if table.holds == "count"]
    grids = [t for t in counts if t.layout == "grid" and any(_total(t, p) for p in t.parts)]
    largest = max(grids, key=lambda table: len(list(table.cells())), default=None)
    chosen = [table for table in counts if table is largest or table.layout == "across"]
    return tuple(item for table in chosen for part in table.parts for item in _rows(table, part))


def _rows(table: Table, part: Part) -> list[_Item]:
    """The part's rows in printed order; those of one group that is worth its sum, or that an
    across table prints together, as one; a total of rows is none."""
    column = _total(table, part)
    if not column:
        return []
    made = {sum.row for sum in table.sums if sum.row}
    groups = {group.id: group for group in part.groups}
    found: dict[str, _Item] = {}
    for row in part.rows:
        if row.id in made:
            continue
        name, under = row.id, row.under
        while under:
            if groups[under].subtotal or table.layout == "across":
                name = under
            under = groups[under].under
        if name not in found:
            cells = tuple(table.key(each, column) for each in table.members(part, name))
            shown = brief_row(table, name)
            found[name] = _Item(table.id, shown, table.unit, name, column, cells)
    return list(found.values())


def _total(table: Table, part: Part) -> str:
    """The column that adds up the others, or the only one; "" where there is neither."""
    totals = {sum.column for sum in table.sums if sum.column}
    for column in part.columns:
        if column.id in totals or len(part.columns) == 1:
            return column.id
    return ""


def _counterpart(edition: Edition, item: _Item) -> tuple[str, ...]:
    """The cells of another year's form that make the same figure; () where it has none."""
    for table in edition.tables:
        if table.id != item.table:
            continue
        for part in table.parts:
            if any(column.id == item.column for column in part.columns):
                members = table.members(part, item.row)
                if members:
                    return tuple(table.key(row, item.column) for row in members)
    return ()


def _shown(number: Number | None) -> str:
    return "" if number is None else written(number)


def _sum(amounts: Amounts, cells: tuple[str, ...]) -> Number | None:
    slots: Mapping[str, int] = amounts.ledger.slots
    return amounts.add([slots[cell] for cell in cells]) if cells else None
