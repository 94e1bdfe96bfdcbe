"""Totals that compute themselves: what each blank counts as, typed or reckoned.

A total that nobody wrote is the sum of its parts; while a part is blank it is waiting, and is
never reckoned with 0. A total that was written is taken as written.
"""

from collections.abc import Mapping
from decimal import Decimal

from reportdesk.form.edition import Edition
from reportdesk.form.table import Part, Sum, Table
from reportdesk.form.values import number, show
from reportdesk.report.document import Document

Number = int | Decimal


def figure(value: str | None) -> Number | None:
    """The exact number in a canonical value, or None."""
    if not value:
        return None
    if value.isdigit():
        return int(value)
    return number(value)


def parts_of(table: Table, part: Part, sum: Sum, at: str) -> tuple[str, ...]:
    """The keys that ``sum`` adds up in row ``at`` (or column ``at``) of ``part``; a group of
    rows stays a group (its key may hold a flat figure)."""
    if sum.column:
        return tuple(table.key(at, column) for column in columns_of(part, sum.of))
    return tuple(table.key(row, at) for name in sum.of for row in table.members(part, name))


def columns_of(part: Part, names: tuple[str, ...]) -> tuple[str, ...]:
    """The column ids that ``names`` (columns or groups of columns) stand for."""
    found: list[str] = []
    for name in names:
        inside = {name}
        for _ in part.column_groups:
            inside |= {g.id for g in part.column_groups if g.under in inside}
        found += [c.id for c in part.columns if c.id == name or c.under in inside]
    return tuple(found)


def sums_of(edition: Edition) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """For each total's key the ways to reckon it, the sum of its row first."""
    known = edition.__dict__.get("_sums")
    if known is None:
        known = edition.__dict__["_sums"] = _find_sums(edition)
    return known


def _find_sums(edition: Edition) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for table in edition.tables:
        for sum in sorted(table.sums, key=lambda s: not s.column):
            for part in table.parts:
                if sum.column and any(c.id == sum.column for c in part.columns):
                    for row in part.rows:
                        keys = parts_of(table, part, sum, row.id)
                        found.setdefault(table.key(row.id, sum.column), []).append(keys)
                if sum.row and any(r.id == sum.row for r in part.rows):
                    for column in part.columns:
                        keys = parts_of(table, part, sum, column.id)
                        found.setdefault(table.key(sum.row, column.id), []).append(keys)
    return {key: tuple(ways) for key, ways in found.items()}


class Amounts:
    """The numbers of a document, reckoned when asked for and kept until ``forget``."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sums = sums_of(document.edition)
        self._known: dict[str, Number | None] = {}
        self._flat = flat_groups(document)

    def forget(self) -> None:
        """Reckon anew; call it after any value changed."""
        self._known.clear()
        self._flat = flat_groups(self.document)

    def __getitem__(self, key: str) -> Number | None:
        """What ``key`` counts as; None where it is blank or waiting."""
        if key in self._known:
            return self._known[key]
        value = self.document.values.get(key)
        found = figure(value) if value is not None else None
        if value is None:
            for parts in self.sums.get(key, ()):
                found = self.add(parts)
                if found is not None:
                    break
        self._known[key] = found
        return found

    def add(self, keys: tuple[str, ...]) -> Number | None:
        """The sum of ``keys``, a flat figure of a group in place of its blank members; None
        while one is blank."""
        total: Number = 0
        flat: set[str] = set()
        for key in keys:
            amount = self[key]
            if amount is None:
                group = self._flat.get(key)
                if group is None:
                    return None
                if group in flat:
                    continue
                flat.add(group)
                amount = figure(self.document.group_values.get(group))
                if amount is None:
                    amount = self._flat_total(group)
                if amount is None:
                    return None
            total += amount
        return total

    def _flat_total(self, group: str) -> Number | None:
        table, row, column = group.split(".")
        block = self.document.edition.table(table)
        part = block.part_of(row)
        for sum in block.sums:
            if sum.column == column:
                columns = columns_of(part, sum.of)
                amounts = [
                    figure(self.document.group_values.get(block.key(row, c))) for c in columns
                ]
                if None not in amounts:
                    total: Number = 0
                    for amount in amounts:
                        total += amount or 0
                    return total
        return None


def flat_groups(document: Document) -> dict[str, str]:
    """For each blank member of a group that has a flat figure, the flat figure's key."""
    found: dict[str, str] = {}
    for key in document.group_values:
        table_id, group, _ = key.split(".")
        table = document.edition.table(table_id)
        part = table.part_of(group)
        members = table.members(part, group)
        for column in part.columns:
            cells = [table.key(row, column.id) for row in members]
            if not any(cell in document.values for cell in cells):
                found.update(dict.fromkeys(cells, table.key(group, column.id)))
    return found


def effective(document: Document) -> dict[str, str]:
    """The values with every total that can be reckoned."""
    amounts = Amounts(document)
    found = dict(document.values)
    for key in amounts.sums:
        if key not in found and (amount := amounts[key]) is not None:
            found[key] = show(Decimal(amount))
    return found


def subtotals(document: Document) -> dict[str, str]:
    """The sums of the groups that are worth showing, by ``block.group.column``."""
    amounts = Amounts(document)
    found: dict[str, str] = {}
    for table in document.edition.tables:
        for part in table.parts:
            for group in part.groups:
                if not group.subtotal:
                    continue
                for column in part.columns:
                    rows = table.members(part, group.id)
                    amount = amounts.add(tuple(table.key(row, column.id) for row in rows))
                    if amount is not None:
                        found[table.key(group.id, column.id)] = show(Decimal(amount))
    return found
