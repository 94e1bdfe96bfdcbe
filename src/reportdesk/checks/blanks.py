"""Checks of single blanks: figures of the wrong kind, blanks, refused tables, flat figures."""

from collections.abc import Iterator

from reportdesk.checks.findings import Finding
from reportdesk.form.names import name_of, row_name
from reportdesk.form.table import Table
from reportdesk.form.values import fault
from reportdesk.report.document import Document
from reportdesk.report.totals import Amounts, flat_groups

_FAULT, _BLANK, _HYBRID, _PRINTED = "V-1", "V-2", "hybrid", "printed"


def judge_blanks(document: Document, amounts: Amounts) -> Iterator[Finding]:
    """V-1 for each value, V-2 once a table, a refused table once, flat figures once a group,
    and totals that a file does not print once for each kind of total."""
    flat = flat_groups(document)
    for table in document.edition.tables:
        if table.id in document.refused:
            yield from _refused(document, table)
            continue
        yield from _faults(document, table)
        yield from _blanks(document, table, flat)
        if document.as_printed:
            yield from _not_printed(document, table, amounts)
    yield from _flat(document)


def _refused(document: Document, table: Table) -> Iterator[Finding]:
    severity = document.edition.level(_BLANK)
    if severity != "off" and table.required:
        reason = document.refused[table.id]
        yield Finding(_BLANK, severity, (table.id,), f"《{table.title}》整张没有读入：{reason}")


def _faults(document: Document, table: Table) -> Iterator[Finding]:
    severity = document.edition.level(_FAULT)
    if severity == "off":
        return
    for part, row, column in table.cells():
        key = table.key(row.id, column.id)
        value = document.values.get(key)
        if value is None or value.isdigit():
            continue
        why = fault(value, column.holds or table.holds)
        if why:
            name = name_of(document.edition, key)
            yield Finding(_FAULT, severity, (key,), f"{name}：{value}{why}。", "", value)
        _ = part


def _blanks(document: Document, table: Table, flat: dict[str, str]) -> Iterator[Finding]:
    severity = document.edition.level(_BLANK)
    if severity == "off" or not table.required:
        return
    fields = document.edition.fields
    blank = [
        key
        for _, row, column in table.cells()
        if (key := table.key(row.id, column.id)) not in document.values
        and not fields[key].total
        and key not in flat
    ]
    if blank:
        every = sum(1 for f in fields.values() if f.block is table and not f.total)
        shown = "、".join(name_of(document.edition, k).partition(" › ")[2] for k in blank[:3])
        more = f"等{len(blank)}格" if len(blank) > 3 else ""
        message = (
            f"《{table.title}》还是空的，一格也没有填。"
            if len(blank) == every
            else f"《{table.title}》有{len(blank)}格空白：{shown}{more}。没有的填0。"
        )
        yield Finding(_BLANK, severity, tuple(blank), message)


def _not_printed(document: Document, table: Table, amounts: Amounts) -> Iterator[Finding]:
    severity = document.edition.level(_PRINTED, "hint")
    if severity == "off":
        return
    by_rule: dict[str, list[str]] = {}
    for sum in table.sums:
        for _, row, column in table.cells():
            key = table.key(row.id, column.id)
            made = (sum.column or sum.row) == (column.id if sum.column else row.id)
            counted = any(key in keys for keys in by_rule.values())
            if made and not counted and key not in document.values and amounts[key] is not None:
                by_rule.setdefault(sum.id, []).append(key)
    for rule, keys in by_rule.items():
        shown = "、".join(name_of(document.edition, k).partition(" › ")[2] for k in keys[:3])
        more = f"等{len(keys)}格" if len(keys) > 3 else ""
        message = f"《{table.title}》的合计没有印出：{shown}{more}。程序按各项相加得出。"
        yield Finding(rule, severity, tuple(keys), message)


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
        part = table.part_of(group)
        keys = [table.key(r, c) for r in table.members(part, group) for c in columns]
        label = row_name(table, group)
        yield Finding(
            _HYBRID,
            severity,
            tuple(keys),
            f"《{table.title}》的「{label}」只有一行总数，没有按现行格式分项。"
            "分项留空，核对时用这一行的总数；请按现行格式补填各分项。",
        )
