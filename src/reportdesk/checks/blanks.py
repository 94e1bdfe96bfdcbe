"""Checks of single blanks: figures of the wrong kind, blanks, refused tables, flat figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.findings import Finding
from reportdesk.form.names import column_name, name_of, row_name
from reportdesk.form.values import fault
from reportdesk.report.figures import figure
from reportdesk.report.totals import Amounts, kept, parts_of, places

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reportdesk.form.edition import Edition
    from reportdesk.form.table import Holds, Sum, Table
    from reportdesk.report.document import Document

BLANK = "V-2"
"""The rule that blanks break."""
_FAULT, _HYBRID, _PRINTED = "V-1", "hybrid", "printed"
_UNIT = re.compile(r"-?[0-9.]+\D*")
_LINES = 6


class _Cells(NamedTuple):
    """The cells of a table: what is typed, what is reckoned, and what each holds."""

    table: Table
    holds: tuple[tuple[str, Holds], ...]
    entries: tuple[str, ...]
    totals: tuple[tuple[Sum, tuple[str, ...]], ...]
    """Each sum with the totals it makes; a total that two sums make stands with the first."""


def judge_blanks(document: Document, amounts: Amounts) -> Iterator[Finding]:
    """V-1 for each value, V-2 once a table, a refused table once, flat figures once a group,
    and totals that a file does not print once for each kind of total."""
    for cells in kept(document.edition, _cells_of):
        if cells.table.id in document.refused:
            yield from _refused(document, cells.table)
            continue
        yield from _faults(document, cells)
        yield from _blanks(document, cells, amounts)
        if document.as_printed:
            yield from _not_printed(document, cells, amounts)
    if document.group_values:
        yield from _flat(document)


def _cells_of(edition: Edition) -> tuple[_Cells, ...]:
    found: list[_Cells] = []
    for table in edition.tables:
        fields = [field for field in edition.fields.values() if field.block is table]
        seen: set[str] = set()
        totals: list[tuple[Sum, tuple[str, ...]]] = []
        for sum in table.sums:
            made = [
                table.key(at, sum.column) if sum.column else table.key(sum.row, at)
                for part in table.parts
                for at in places(part, sum)
                if parts_of(table, part, sum, at)
            ]
            totals.append((sum, tuple(key for key in made if key not in seen)))
            seen.update(made)
        found.append(
            _Cells(
                table,
                tuple((f.key, f.holds) for f in fields),
                tuple(f.key for f in fields if not f.total),
                tuple(totals),
            )
        )
    return tuple(found)


def _refused(document: Document, table: Table) -> Iterator[Finding]:
    severity = document.edition.level(BLANK)
    if severity != "off" and table.required:
        reason = document.refused[table.id]
        message = f"《{table.title}》整张没有读入：{reason}"
        yield Finding(BLANK, severity, (table.id,), message)


def _faults(document: Document, cells: _Cells) -> Iterator[Finding]:
    severity = document.edition.level(_FAULT)
    if severity == "off":
        return
    values = document.values
    for key, holds in cells.holds:
        value = values.get(key)
        if value is None or (value.isdigit() and value.isascii() and len(value) < 1000):
            continue
        if why := _fault(value, holds):
            shown = value if len(value) <= 40 else f"{value[:40]}…"
            message = f"{name_of(document.edition, key)}：填的是“{shown}”，{why}。"
            yield Finding(_FAULT, severity, (key,), message, found=value)


def _fault(value: str, holds: Holds) -> str:
    if holds == "amount":
        return fault(value, holds) if _UNIT.fullmatch(value) else "不是金额"
    if holds not in ("count", "signed", "money"):
        return ""
    if figure(value) is None:
        return "数字太长" if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value) else "不是数字"
    return fault(value, holds)


def _blanks(document: Document, cells: _Cells, amounts: Amounts) -> Iterator[Finding]:
    severity = document.edition.level(BLANK)
    if severity == "off" or not cells.table.required:
        return
    values = document.values
    blank = [key for key in cells.entries if key not in values]
    if amounts.flat:  # they have no cell of their own in the file: the flat figure's finding
        index = amounts.ledger.slots
        blank = [key for key in blank if index[key] not in amounts.flat]
    if blank:
        message = f"《{cells.table.title}》还是空的，一格也没有填。没有的填 0。"
        if any(key in values for key, _ in cells.holds):
            listed = _gathered(document, cells, blank, frozenset(cells.entries))
            message = f"《{cells.table.title}》有 {len(blank)} 格空白：{listed}。没有的填 0。"
        yield Finding(BLANK, severity, tuple(blank), message)


def _not_printed(document: Document, cells: _Cells, amounts: Amounts) -> Iterator[Finding]:
    severity = document.edition.level(_PRINTED, "hint")
    if severity == "off":
        return
    for sum, totals in cells.totals:
        lacking = [k for k in totals if k not in document.values and amounts[k] is not None]
        if lacking and document.edition.level(sum.id, sum.severity) != "off":
            listed = _gathered(document, cells, lacking, frozenset(totals))
            message = (
                f"《{cells.table.title}》有 {len(lacking)} 格合计没有印出：{listed}。"
                "已按各项相加计算。"
            )
            yield Finding(sum.id, severity, tuple(lacking), message)


def _gathered(
    document: Document, cells: _Cells, blank: Sequence[str], among: Collection[str]
) -> str:
    """Blanks by name: whole columns ``among`` those asked for first, then whole rows, then single
    cells."""
    left = dict.fromkeys(blank)
    names: list[str] = []
    for part in cells.table.parts:
        rows = [tuple(cells.table.key(r.id, c.id) for c in part.columns) for r in part.rows]
        lines = [
            (f"“{column_name(part, column)}”整列", [row[n] for row in rows])
            for n, column in enumerate(part.columns)
        ]
        lines += [
            (f"“{row_name(cells.table, row.id)}”整行", list(rows[n]))
            for n, row in enumerate(part.rows)
        ]
        for name, keys in lines:
            typed = [key for key in keys if key in among]
            if len(typed) > 1 and all(key in left for key in typed):
                names.append(name)
                for key in typed:
                    del left[key]
    names += [name_of(document.edition, key).partition(" › ")[2] for key in left]
    return "；".join(names[:_LINES]) + ("……" if len(names) > _LINES else "")


def _flat(document: Document) -> Iterator[Finding]:
    severity = document.edition.level(_HYBRID, "review")
    if severity == "off":
        return
    groups: dict[tuple[str, str], list[str]] = {}
    for key in document.group_values:
        table_id, group, column = key.split(".")
        groups.setdefault((table_id, group), []).append(column)
    for (table_id, group), columns in groups.items():
        table = document.edition.table(table_id)
        members = table.members(table.part_of(group), group)
        yield Finding(
            _HYBRID,
            severity,
            tuple(table.key(row, column) for row in members for column in columns),
            f"《{table.title}》的“{row_name(table, group)}”只印了一行，没有按现行格式分成"
            f"{len(members)} 项。各分项留空，核对时用这一行的数；请按现行格式补填各分项。",
        )
