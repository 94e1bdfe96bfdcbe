"""What the command line prints: a reading, findings and editions, as JSON shapes and as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reportdesk.form.edition import Field, Table, path_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportdesk.checks.findings import Finding
    from reportdesk.form.catalog import Catalog
    from reportdesk.formats.reading import Note, Reading
    from reportdesk.report.document import Document

_LEVELS = {"info": "说明", "warning": "注意", "question": "待核"}
_SEVERITIES = {"error": "错误", "review": "核实", "hint": "提示"}


def reading_outline(reading: Reading) -> dict[str, Any]:
    """``read --json``."""
    fields = reading.edition.fields
    return {
        "file": reading.file,
        "format": reading.format,
        "edition": reading.edition.id,
        "year": reading.year,
        "title": reading.title,
        "organ": reading.organ,
        "values": dict(reading.values),
        "cells": [
            _cell(fields[key], value)
            for key, value in reading.values.items()
            if key in fields and fields[key].row is not None
        ],
        "sections": [{"key": p.key, "title": p.title, "text": p.text} for p in reading.passages],
        "unplaced": [
            {
                "place": one.place,
                "table": one.table,
                "row": one.row,
                "column": one.column,
                "text": one.text,
            }
            for one in reading.unplaced
        ],
        "notes": _notes(reading.notes),
    }


def _notes(notes: Sequence[Note]) -> list[dict[str, str]]:
    return [{"level": n.level, "place": n.place, "message": n.message} for n in notes]


def _cell(field: Field, value: str) -> dict[str, Any]:
    part, row, column = field.part, field.row, field.column
    assert part is not None
    assert row is not None
    assert column is not None
    rows = [part.caption] if part.caption else []
    rows += [group.label for group in path_of(part.groups, row.under)]
    columns = [group.label for group in path_of(part.column_groups, column.under)]
    return {
        "key": field.key,
        "table": field.block.id,
        "row": [*rows, row.label + row.note],
        "column": [*columns, column.label],
        "value": value,
    }


def check_outline(
    reading: Reading, findings: Sequence[Finding], counts: Mapping[str, int]
) -> dict[str, Any]:
    """``check --json``."""
    return {
        "findings": [
            {
                "rule": f.rule,
                "severity": f.severity,
                "keys": list(f.keys),
                "message": f.message,
                "found": f.found,
                "expected": f.expected,
            }
            for f in findings
        ],
        "counts": dict(counts),
        "notes": _notes(reading.notes),
    }


def editions_outline(catalog: Catalog) -> list[dict[str, Any]]:
    """``editions --json``."""
    return [
        {
            "id": edition.id,
            "family": edition.family,
            "title": edition.title,
            "basis": edition.basis,
            "from": edition.first_year,
            "to": edition.last_year,
            "revision": edition.revision,
            "extends": edition.extends or None,
            "template": catalog.template(edition.id) is not None,
        }
        for edition in catalog.values()
    ]


def editions_text(catalog: Catalog) -> str:
    """``editions`` for a person."""
    lines: list[str] = []
    for edition in catalog.values():
        until = f"至{edition.last_year}年" if edition.last_year else "起"
        lines.append(
            f"{edition.id}  {edition.title}  {edition.first_year}年{until}  {edition.basis}"
        )
    return "\n".join(lines)


def reading_text(reading: Reading) -> str:
    """``read`` for a person: what was recognised, then what was not."""
    year = f"{reading.year}年" if reading.year is not None else "年份不明"
    lines = [
        reading.title or "（没有标题）",
        f"{reading.organ or '机关不明'}，{year}，{reading.edition.basis or reading.edition.title}",
        "",
    ]
    lines += [f"《{t.title}》 {_table_state(reading, t)}" for t in reading.edition.tables]
    for passage in reading.passages:
        start = passage.text.replace("\n", " ")
        more = "…" if len(start) > 40 else ""
        words = len(passage.text.replace("\n", ""))
        lines.append(f"{passage.title or '前言'}（{words} 字）：{start[:40]}{more}")
    if reading.unplaced:
        lines += ["", f"有 {len(reading.unplaced)} 个数字没有找到位置："]
        lines += [
            "  " + "，".join(part for part in (one.place, one.row, one.column, one.text) if part)
            for one in reading.unplaced[:40]
        ]
    lines += _notes_text(reading.notes)
    return "\n".join(lines)


def _table_state(reading: Reading, table: Table) -> str:
    if table.id in reading.refused:
        return f"没有读入：{reading.refused[table.id]}"
    keys = [f.key for f in reading.edition.fields.values() if f.block is table]
    filled = sum(key in reading.values for key in keys)
    return f"{len(keys)} 格，读入 {filled} 格，空白 {len(keys) - filled} 格"


def _notes_text(notes: Sequence[Note]) -> list[str]:
    if not notes:
        return []
    return ["", "读入时的说明："] + [
        f"  【{_LEVELS[n.level]}】{n.place + '：' if n.place else ''}{n.message}" for n in notes
    ]


def check_text(
    reading: Reading,
    document: Document,
    findings: Sequence[Finding],
    counts: Mapping[str, int],
) -> str:
    """``check`` for a person: the findings by severity, each with its formula."""
    year = f"{document.year}年" if document.year is not None else "年份不明"
    lines = [f"{document.organ or '机关不明'} {year}报告的核对结果"]
    if not findings:
        lines.append("没有发现问题。")
    for severity in ("error", "review", "hint"):
        of_kind = [f for f in findings if f.severity == severity]
        if of_kind:
            lines += ["", f"{_SEVERITIES[severity]} {len(of_kind)} 项"]
            for finding in of_kind:
                lines.append(f"  [{finding.rule}] {finding.message}")
                if finding.formula:
                    lines.append(f"      {finding.formula}")
    lines += _notes_text(reading.notes)
    total = "，".join(f"{_SEVERITIES[s]} {counts[s]} 项" for s in ("error", "review", "hint"))
    lines += ["", f"共：{total}"]
    return "\n".join(lines)
