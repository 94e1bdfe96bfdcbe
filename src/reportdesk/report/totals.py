"""Totals that compute themselves: what each blank counts as, typed or reckoned.

A total that nobody wrote is the sum of its parts; while a part is blank it is waiting, and is
never reckoned with 0. A total that was written counts as written. One that is both the sum of
its row and of its column is reckoned from its row, or from its column while that is waiting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar, cast

from reportdesk.report.figures import figure, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reportdesk.form.edition import Edition
    from reportdesk.form.table import Part, Sum, Table
    from reportdesk.report.document import Document
    from reportdesk.report.figures import Number

T = TypeVar("T")


def kept(edition: Edition, make: Callable[[Edition], T]) -> T:
    """What ``make`` says of an edition, reckoned once and kept with the edition."""
    known = cast("dict[object, object]", edition.__dict__.setdefault("_kept", {}))
    if make not in known:
        known[make] = make(edition)
    return cast("T", known[make])


def columns_of(part: Part, names: tuple[str, ...]) -> tuple[str, ...]:
    """The column ids that ``names`` (columns or groups of columns) stand for."""
    found: list[str] = []
    for name in names:
        inside = {name}
        for _ in part.column_groups:
            inside |= {g.id for g in part.column_groups if g.under in inside}
        own = [c.id for c in part.columns if c.id == name]
        found += own or [c.id for c in part.columns if c.under in inside]
    return tuple(found)


def parts_of(table: Table, part: Part, sum: Sum, at: str) -> tuple[str, ...]:
    """The keys that ``sum`` adds up in row ``at`` (a sum of columns) or column ``at``."""
    if sum.column:
        return tuple(table.key(at, column) for column in columns_of(part, sum.of))
    return tuple(table.key(row, at) for name in sum.of for row in table.members(part, name))


def sums_of(edition: Edition) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """For each total's key the ways to reckon it, the sum of its row first."""
    return kept(edition, _find_sums)


def _find_sums(edition: Edition) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for table in edition.tables:
        for sum in sorted(table.sums, key=lambda s: not s.column):
            for part in table.parts:
                for at in places(part, sum):
                    total = table.key(at, sum.column) if sum.column else table.key(sum.row, at)
                    found.setdefault(total, []).append(parts_of(table, part, sum, at))
    return {key: tuple(ways) for key, ways in found.items()}


def places(part: Part, sum: Sum) -> tuple[str, ...]:
    """The rows (or columns) of ``part`` in which ``sum`` makes a total."""
    if sum.column:
        made = any(column.id == sum.column for column in part.columns)
        return tuple(row.id for row in part.rows) if made else ()
    made = any(row.id == sum.row for row in part.rows)
    return tuple(column.id for column in part.columns) if made else ()


class Ledger(NamedTuple):
    """The figures of an edition by number, and how its totals follow from them."""

    keys: tuple[str, ...]
    slots: Mapping[str, int]
    """The number of each key."""
    ways: Mapping[int, tuple[tuple[int, ...], ...]]
    """For each total the ways to reckon it; parts come before their totals."""
    feeds: tuple[tuple[int, ...], ...]
    """For each figure the totals that may change with it, parts before their totals."""


def ledger_of(edition: Edition) -> Ledger:
    """The edition's ledger; made once."""
    return kept(edition, _make_ledger)


def _make_ledger(edition: Edition) -> Ledger:
    keys = tuple(key for key, field in edition.fields.items() if field.row is not None)
    index = {key: n for n, key in enumerate(keys)}
    sums = sums_of(edition)
    order: dict[str, None] = {}

    def place(key: str) -> None:
        if key in sums and key not in order:
            for way in sums[key]:
                for part in way:
                    place(part)
            order[key] = None

    for key in sums:
        place(key)
    ways = {index[key]: tuple(tuple(index[p] for p in way) for way in sums[key]) for key in order}
    fed: list[set[int]] = [set() for _ in keys]
    for total in reversed(ways):
        for way in ways[total]:
            for part in way:
                fed[part] |= {total} | fed[total]
    rank = {total: n for n, total in enumerate(ways)}
    feeds = tuple(tuple(sorted(totals, key=rank.__getitem__)) for totals in fed)
    return Ledger(keys, index, ways, feeds)


class Flat(NamedTuple):
    """A figure for a whole group of rows in one column, in place of its blank ``members``."""

    key: str
    amount: Number
    members: frozenset[int]


class Amounts:
    """What every figure of a document counts as, by its number in the ledger; None where it is
    blank or waiting."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.ledger = ledger_of(document.edition)
        self.numbers: list[Number | None] = []
        self.flat: dict[int, Flat] = {}
        """For each blank member of a group that has a flat figure: that figure."""
        self.renew()

    def __getitem__(self, key: str) -> Number | None:
        """What ``key`` counts as."""
        at = self.ledger.slots.get(key)
        return self.numbers[at] if at is not None else None

    def renew(self) -> None:
        """Reckon everything anew."""
        values = self.document.values
        self.numbers = [figure(values.get(key)) for key in self.ledger.keys]
        self.flat = _flat(self) if self.document.group_values else {}
        for total in self.ledger.ways:
            self._reckon(total)

    def update(self, keys: Iterable[str]) -> None:
        """Reckon anew what depends on ``keys``."""
        if self.document.group_values:
            self.renew()
            return
        slots, feeds, values = self.ledger.slots, self.ledger.feeds, self.document.values
        touched = [slots[key] for key in keys if key in slots]
        for at in touched:
            self.numbers[at] = figure(values.get(self.ledger.keys[at]))
        if len(touched) == 1:
            (at,) = touched
            totals: Iterable[int] = (at, *feeds[at]) if at in self.ledger.ways else feeds[at]
        else:
            fed = {total for at in touched for total in feeds[at]}.union(touched)
            totals = [total for total in self.ledger.ways if total in fed]
        for total in totals:
            self._reckon(total)

    def _reckon(self, total: int) -> None:
        if self.ledger.keys[total] in self.document.values:
            return
        found: Number | None = None
        for way in self.ledger.ways[total]:
            found = self.add(way)
            if found is not None:
                break
        self.numbers[total] = found

    def add(self, parts: Sequence[int]) -> Number | None:
        """The sum of figures; None while one of them is blank. A flat figure of a group takes
        the place of its blank members, once."""
        numbers = self.numbers
        sum: Number = 0
        for at in parts:
            amount = numbers[at]
            if amount is None:
                return self._add_flat(parts) if self.flat else None
            sum += amount
        return sum

    def _add_flat(self, parts: Sequence[int]) -> Number | None:
        sum: Number = 0
        summed = frozenset(parts)
        for at in parts:
            amount = self.numbers[at]
            if amount is None:
                flat = self.flat.get(at)
                if flat is None or not flat.members <= summed:
                    return None
                amount = flat.amount if at == min(flat.members) else 0
            sum += amount
        return sum


def _flat(amounts: Amounts) -> dict[int, Flat]:
    """The blank members of groups that have a flat figure in their column, be it reckoned from
    the flat figures of other columns."""
    found: dict[int, Flat] = {}
    given, document = amounts.document.group_values, amounts.document
    for table in document.edition.tables:
        for part in table.parts:
            for group in part.groups:
                if not any(table.key(group.id, c.id) in given for c in part.columns):
                    continue
                members = table.members(part, group.id)
                for column in part.columns:
                    key = table.key(group.id, column.id)
                    number = figure(given.get(key))
                    if number is None:
                        number = _flat_total(document, table, part, group.id, column.id)
                    cells = [table.key(row, column.id) for row in members]
                    if number is not None and not any(c in document.values for c in cells):
                        slots = frozenset(amounts.ledger.slots[c] for c in cells)
                        found.update(dict.fromkeys(slots, Flat(key, number, slots)))
    return found


def _flat_total(
    document: Document, table: Table, part: Part, group: str, column: str
) -> Number | None:
    given = document.group_values
    for sum in table.sums:
        if sum.column == column:
            flats = [figure(given.get(table.key(group, c))) for c in columns_of(part, sum.of)]
            known = [flat for flat in flats if flat is not None]
            if known and len(known) == len(flats):
                total: Number = 0
                for flat in known:
                    total += flat
                return total
    return None


def effective(document: Document) -> dict[str, str]:
    """The values with every total that can be reckoned."""
    amounts = Amounts(document)
    found = dict(document.values)
    for total in amounts.ledger.ways:
        key, amount = amounts.ledger.keys[total], amounts.numbers[total]
        if amount is not None and key not in found:
            found[key] = written(amount)
    return found


def subtotals(document: Document) -> dict[str, str]:
    """The sums of the groups that are worth showing, by ``block.group.column``; those that are
    waiting are absent."""
    amounts = Amounts(document)
    found: dict[str, str] = {}
    for key, members in group_members(document.edition).items():
        amount = amounts.add(members)
        if amount is not None:
            found[key] = written(amount)
    return found


def group_members(edition: Edition) -> Mapping[str, tuple[int, ...]]:
    """The figures that make each subtotal, by ``block.group.column``."""
    return kept(edition, _find_subtotals)


def _find_subtotals(edition: Edition) -> dict[str, tuple[int, ...]]:
    slots = ledger_of(edition).slots
    return {
        table.key(group.id, column.id): tuple(
            slots[table.key(row, column.id)] for row in table.members(part, group.id)
        )
        for table in edition.tables
        for part in table.parts
        for group in part.groups
        if group.subtotal
        for column in part.columns
    }
