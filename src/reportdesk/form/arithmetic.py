"""Whether an edition's sums and checks can be reckoned: names that meet, and no circles.

Each function yields complaints in Chinese, with their place.
"""

from collections.abc import Iterator, Mapping
from string import Formatter

from reportdesk.form.edition import Check, Edition, Group, Part, Sum, Table
from reportdesk.form.expression import ExpressionError, parse

_MESSAGE = frozenset({"where", "left", "right", "difference"})


def table_faults(table: Table, place: str) -> Iterator[str]:
    """What is wrong with the sums and checks of a table."""
    for sum in table.sums:
        yield from _sum(sum, table, f"{place} › sum {sum.id}")
    yield from _circles(table, place)
    for check in table.checks:
        yield from _check(check, table, f"{place} › check {check.id}")


def edition_check_faults(edition: Edition) -> Iterator[str]:
    """What is wrong with the checks that name full keys."""
    for check in edition.checks:
        place = f"check {check.id}"
        yield from places_faults(check.message, _MESSAGE, f"{place} › message")
        yield from places_faults(check.short, _MESSAGE, f"{place} › short")
        if check.each or check.over:
            yield f"{place}：全表的算式写完整的键，不写 each 和 over"
        try:
            terms = parse(check.expr).terms
        except ExpressionError as error:
            yield f"{place} › expr：{error}"
            continue
        for term in terms:
            if term.name not in edition.fields:
                yield f"{place} › expr：版式里没有「{term.name}」"


def places_faults(text: str, known: frozenset[str] | set[str], place: str) -> Iterator[str]:
    """Complain of {places} that nobody fills in."""
    if "{" not in text and "}" not in text:
        return
    try:
        found = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        yield f"{place}：花括号没有配对"
        return
    for name in found:
        if name not in known:
            listed = "、".join(f"{{{n}}}" for n in sorted(known))
            yield f"{place}：不认识{{{name}}}，可以用 {listed}"


def _sum(sum: Sum, table: Table, place: str) -> Iterator[str]:
    if bool(sum.row) == bool(sum.column):
        yield f"{place}：row 和 column 要写其中一个"
        return
    if not sum.of:
        yield f"{place}：of 里没有一项"
    yield from places_faults(sum.message, _MESSAGE, f"{place} › message")
    yield from places_faults(sum.short, _MESSAGE, f"{place} › short")
    parts = [p for p in table.parts if (sum.row or sum.column) in _names(p, sum, groups=False)]
    if not parts:
        yield f"{place}：表里没有「{sum.row or sum.column}」"
    for part in parts:
        names = _names(part, sum, groups=True)
        for name in sum.of:
            if name not in names:
                yield f"{place} › of：表里没有「{name}」"
        summed = [id for name in sum.of for id in _members(part, sum, name)]
        for id in dict.fromkeys(id for id in summed if summed.count(id) > 1):
            yield f"{place} › of：「{id}」加了不止一次"


def _names(part: Part, sum: Sum, *, groups: bool) -> set[str]:
    items = part.rows if sum.row else part.columns
    around = part.groups if sum.row else part.column_groups
    return {i.id for i in items} | ({g.id for g in around} if groups else set())


def _members(part: Part, sum: Sum, name: str) -> tuple[str, ...]:
    items = part.rows if sum.row else part.columns
    known = {g.id: g for g in (part.groups if sum.row else part.column_groups)}
    if name not in known:
        return (name,)
    return tuple(i.id for i in items if name in (group_path(i.under, known) or ()))


def _circles(table: Table, place: str) -> Iterator[str]:
    """No total is made twice, nor of itself, be it by way of others."""
    for axis in ("row", "column"):
        made: dict[str, set[str]] = {}
        for sum in table.sums:
            total = sum.row if axis == "row" else sum.column
            if not total:
                continue
            if total in made:
                yield f"{place} › sum {sum.id}：「{total}」已经是别的合计"
            parts = [p for p in table.parts if total in _names(p, sum, groups=False)]
            made[total] = {m for p in parts for n in sum.of for m in _members(p, sum, n)}
        for total in made:
            reached, ahead = set[str](), [total]
            while ahead:
                for id in made.get(ahead.pop(), ()):
                    if id not in reached:
                        reached.add(id)
                        ahead.append(id)
            if total in reached:
                yield f"{place}：合计「{total}」绕回来加了自己"


def _check(check: Check, table: Table, place: str) -> Iterator[str]:
    yield from places_faults(check.message, _MESSAGE, f"{place} › message")
    yield from places_faults(check.short, _MESSAGE, f"{place} › short")
    if not check.each:
        yield f'{place}：表里的算式要写 each（"row" 或 "column"）'
    try:
        names = {term.name for term in parse(check.expr).terms}
    except ExpressionError as error:
        yield f"{place} › expr：{error}"
        return
    rows = {r.id for p in table.parts for r in p.rows}
    columns = {c.id for p in table.parts for c in p.columns}
    if check.each == "column":
        yield from (f"{place} › expr：表里没有「{n}」这一行" for n in sorted(names - rows))
        yield from (f"{place} › over：没有「{n}」这一列" for n in check.over if n not in columns)
    elif check.each == "row":
        yield from (f"{place} › expr：表里没有「{n}」这一列" for n in sorted(names - columns))
        yield from (f"{place} › over：没有「{n}」这一行" for n in check.over if n not in rows)
        for part in table.parts:
            lacking = names - {c.id for c in part.columns}
            for row in part.rows:
                if lacking & columns and (row.id in check.over or not check.over):
                    yield f"{place}：「{row.id}」没有「{min(lacking & columns)}」列，请写明 over"


def group_path(under: str, known: Mapping[str, Group]) -> list[str] | None:
    """The ids of the groups around something, innermost first; None if they go in a circle."""
    path: list[str] = []
    while under in known:
        if under in path:
            return None
        path.append(under)
        under = known[under].under
    return path
