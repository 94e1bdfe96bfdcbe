"""Whether heads that were read one after the other stand in the form's order.

Only then may figures of text without cell borders be taken in that order. Where lines are those of
a page, heads that are more lines high begin before their neighbours: there only the order inside
each line says something.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportdesk.form.edition import Part, Table, path_of
from reportdesk.formats.recognise.vocabulary import Term


class Seen(NamedTuple):
    """A head as it was met: what it is, the line that it stands in, and whether that is a line of
    a page."""

    term: Term
    line: str
    page: bool


def columns_in_order(part: Part, heads: Sequence[Seen]) -> bool:
    """Whether the ``heads`` of ``part`` came in the order of its columns; those over merged heads
    may come before all others."""
    plain = [column.id for column in part.columns]
    lines = sorted(part.columns, key=lambda column: len(path_of(part.column_groups, column.under)))
    printed = [column.id for column in lines]
    return all(_within(ids, plain) or _within(ids, printed) for ids in _runs(heads))


def across_in_order(table: Table, heads: Sequence[Seen], labels: Sequence[Seen]) -> bool:
    """Whether the heads of a table printed across came in the order of its blocks, and so the
    blocks' own ``labels`` and those over them."""
    cells = [column.id for _, _, column in table.cells()]
    places = {row.id: n for n, (_, row) in enumerate((p, r) for p in table.parts for r in p.rows)}
    for part in table.parts:
        for group in part.groups:
            places[group.id] = min(places[row] for row in table.members(part, group.id))
    found = [[places[id] for id in ids] for ids in _runs(labels)]
    return all(
        _goes_round(ids, cells, len(table.parts[0].columns)) for ids in _runs(heads)
    ) and all(numbers == sorted(numbers) for numbers in found)


def _goes_round(ids: Sequence[str], cells: Sequence[str], count: int) -> bool:
    """Whether heads are those of ``cells``, of which ``count`` come again and again: whole rounds,
    or with some left out."""
    whole = len(ids) % count == 0
    return list(ids) == list(cells[: len(ids)]) if whole else _within(ids, cells)


def _runs(seen: Sequence[Seen]) -> list[list[str]]:
    """The heads that have to stand in order: all together, or line by line."""
    if not any(each.page for each in seen):
        return [[each.term.id for each in seen]]
    lines: dict[str, list[str]] = {}
    for each in seen:
        lines.setdefault(each.line, []).append(each.term.id)
    return list(lines.values())


def _within(seen: Iterable[str], order: Sequence[str]) -> bool:
    """Whether ``seen`` is ``order``, some of it perhaps left out. A head in pieces may have been
    known from the first, and known again when it was whole."""
    rest = iter(order)
    return all(id in rest for id, _ in itertools.groupby(seen))
