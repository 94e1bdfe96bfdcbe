"""What the shape of an edition cannot say: names that meet, sums without circles, sane rules.

Each function looks at one filled edition and yields complaints in Chinese, with their place. An
id that is empty was complained of before and is passed over.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportdesk.form.arithmetic import edition_check_faults, group_path, places_faults, table_faults
from reportdesk.form.edition import (
    Carry,
    Column,
    Deadline,
    Edition,
    Group,
    Line,
    Row,
    Table,
)
from reportdesk.form.expression import RESERVED
from reportdesk.form.text_rules import text_rule_faults

BUILT_IN = frozenset({"V-1", "V-2", "hybrid", "printed"})
"""The rules that every edition has without saying so."""

_ID = re.compile(r"[a-z][a-z0-9_]*")
_EDITION_ID = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
_DAY = re.compile(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_DEFAULT = frozenset({"organ", "year", "next", "title", "headline"})


def faults(edition: Edition) -> Iterator[str]:
    """Everything that is wrong with an edition whose shape is right."""
    yield from _head(edition)
    yield from _ids([s.id for s in edition.sections], "section")
    yield from _ids([b.id for s in edition.sections for b in s.blocks], "block")
    for section in edition.sections:
        for block in section.blocks:
            place = f"section {section.id} › block {block.id}"
            if isinstance(block, Table):
                yield from _table(block, place)
            else:
                yield from places_faults(block.default, _DEFAULT, f"{place} › default")
            if isinstance(block, Line) and block.holds not in ("text", "year", "date"):
                yield f"{place}：单行只能填 text、year 或 date"
            if not isinstance(block, Table):
                yield from text_rule_faults(block.rules, edition, place)
    yield from text_rule_faults(edition.text_rules, edition, "")
    yield from edition_check_faults(edition)
    yield from _levels(edition)
    for carry in edition.carries:
        yield from _carry(carry, edition)
    for deadline in edition.deadlines:
        yield from _deadline(deadline, edition)


def carry_faults(edition: Edition, editions: Mapping[str, Edition]) -> Iterator[str]:
    """What the edition's carries name that the editions they start from do not have."""
    for carry in edition.carries:
        source = editions.get(carry.source)
        place = f"carry {carry.source}"
        if source is None:
            yield f"{place}：没有「{carry.source}」这个版式"
            continue
        for key in (*carry.move, *(r.source for r in (*carry.references, *carry.dropped))):
            if not _has(source, key):
                yield f"{place}：「{carry.source}」里没有「{key}」"


def _head(edition: Edition) -> Iterator[str]:
    if edition.id and not _EDITION_ID.fullmatch(edition.id):
        yield f"id：「{edition.id}」只能用小写英文字母、数字和短横，以字母开头"
    if edition.last_year is not None and edition.last_year < edition.first_year:
        yield f"to：{edition.last_year}早于 from 的{edition.first_year}"
    if not edition.sections:
        yield "至少要有一个 [[section]]"
    yield from places_faults(edition.headline, {"organ", "year", "next", "title"}, "headline")


def _ids(ids: Sequence[str], place: str) -> Iterator[str]:
    seen: set[str] = set()
    for id in ids:
        if not id:
            continue
        if id in seen:
            yield f"{place} {id}：这个 id 用了不止一次"
        elif not _ID.fullmatch(id):
            yield f"{place} {id}：id 只能用小写英文字母、数字和下划线，以字母开头"
        elif id in RESERVED:
            yield f"{place} {id}：「{id}」是保留的名称"
        seen.add(id)


def _table(table: Table, place: str) -> Iterator[str]:
    if not table.parts:
        yield f"{place}：至少要有一个 part"
    rows = [r.id for p in table.parts for r in p.rows]
    yield from _ids(rows + [g.id for p in table.parts for g in p.groups], f"{place} › row")
    for part in table.parts:
        where = f"{place} › {part.caption}" if part.caption else place
        columns = [c.id for c in part.columns] + [g.id for g in part.column_groups]
        yield from _ids(columns, f"{where} › column")
        if not part.rows or not part.columns:
            yield f"{where}：rows 和 columns 都不能空"
        yield from _groups(part.rows, part.groups, f"{where} › rows")
        yield from _groups(part.columns, part.column_groups, f"{where} › columns")
    yield from table_faults(table, place)


def _groups(
    items: Sequence[Row] | Sequence[Column], groups: tuple[Group, ...], place: str
) -> Iterator[str]:
    """Every group is known, stands under no circle, and has its members side by side."""
    known = {g.id: g for g in groups}
    for item in (*items, *groups):
        if item.under and item.under not in known:
            yield f"{place} {item.id} › under：没有「{item.under}」这个分组"
    open_: list[str] = []
    closed: set[str] = set()
    for item in items:
        path = group_path(item.under, known)
        if path is None:
            yield f"{place} {item.id}：分组互相套成了圈"
            continue
        for id in [id for id in open_ if id not in path]:
            open_.remove(id)
            closed.add(id)
        for id in path:
            if id in closed:
                yield f"{place} {item.id}：「{id}」的各项没有连在一起"
            elif id not in open_:
                open_.append(id)
    for id in known:
        if id and id not in closed and id not in open_:
            yield f"{place} › 分组 {id}：里面没有一项"


def rule_ids(edition: Edition) -> frozenset[str]:
    """The ids of all rules of an edition, the built-in ones too."""
    found = {*BUILT_IN, *(r.id for r in edition.text_rules), *(c.id for c in edition.checks)}
    for block in (block for section in edition.sections for block in section.blocks):
        if isinstance(block, Table):
            found.update(sum.id for sum in block.sums)
            found.update(check.id for check in block.checks)
        else:
            found.update(rule.id for rule in block.rules)
    return frozenset(found)


def _levels(edition: Edition) -> Iterator[str]:
    known = rule_ids(edition)
    for id in edition.levels:
        if id not in known:
            yield f"levels：没有「{id}」这条规则"


def _carry(carry: Carry, edition: Edition) -> Iterator[str]:
    place = f"carry {carry.source}"
    targets = [*carry.move.values(), *(r.to for r in carry.references)]
    yield from (f"{place}：版式里没有「{key}」" for key in targets if not _has(edition, key))
    for key in carry.move.values():
        if key.count(".") != 1 or key.endswith("*"):
            yield f"{place} › move：「{key}」应写成“表.行”"
    for reference in carry.dropped:
        if reference.to:
            yield f"{place} › dropped {reference.source}：不再填报的没有 to"
        if not reference.note:
            yield f"{place} › dropped {reference.source}：缺少「note」"
    if carry.source == edition.id:
        yield from carry_faults_within(carry, edition)


def carry_faults_within(carry: Carry, edition: Edition) -> Iterator[str]:
    """What a carry from the edition to itself starts from and the edition does not have."""
    for key in (*carry.move, *(r.source for r in (*carry.references, *carry.dropped))):
        if not _has(edition, key):
            yield f"carry {carry.source}：版式里没有「{key}」"


def _has(edition: Edition, key: str) -> bool:
    """Whether a key names a blank, or (``block.row``, ``block.row.*``) a row or group."""
    if key in edition.fields:
        return True
    block, _, row = key.removesuffix(".*").partition(".")
    tables = [t for t in edition.tables if t.id == block]
    return any(
        row in {r.id for r in p.rows} | {g.id for g in p.groups} for t in tables for p in t.parts
    )


def _deadline(deadline: Deadline, edition: Edition) -> Iterator[str]:
    place = f"deadline {deadline.by}"
    try:
        # A year without 29 February: the day has to be there in every year.
        date.fromisoformat(f"2001-{deadline.by}" if _DAY.fullmatch(deadline.by) else "")
    except ValueError:
        yield f"{place} › by：应为月和日，例如 01-31"
    if bool(deadline.line) != bool(deadline.values):
        yield f"{place}：line 和 values 要么都写，要么都不写"
    lines = {b.id: b for s in edition.sections for b in s.blocks if isinstance(b, Line)}
    if not deadline.line:
        return
    if (line := lines.get(deadline.line)) is None:
        yield f"{place} › line：没有「{deadline.line}」这一行"
        return
    for value in deadline.values:
        if line.choices and value not in line.choices:
            yield f"{place} › values：「{line.label}」里没有「{value}」可选"
