"""A report as JSON for other programs, with labels and keys; its schema is resources/schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportdesk.form.edition import Line, Text
from reportdesk.form.table import Table, path_of
from reportdesk.formats.writers.sequence import clean
from reportdesk.report.live import printed_values
from reportdesk.report.rollover import fill_default

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Section
    from reportdesk.report.document import Document

FORMAT, VERSION = "reportdesk-report", 1


def render(document: Document, *, draft: bool) -> bytes:
    """``document`` as JSON in UTF-8. Figures are texts, exact and in the form's unit; a blank is
    null. What is the office's own and is not printed is in it too."""
    values = printed_values(document)
    edition = document.edition
    outline = {
        "format": FORMAT,
        "version": VERSION,
        "draft": draft,
        "edition": {"id": edition.id, "title": edition.title, "basis": edition.basis},
        "year": document.year,
        "organ": document.organ or None,
        "title": values.get("title") or fill_default("{headline}", document) or None,
        "sections": [_section(section, values) for section in edition.sections],
    }
    return (json.dumps(outline, ensure_ascii=False, indent=1) + "\n").encode()


def _section(section: Section, values: Mapping[str, str]) -> dict[str, Any]:
    lines = [b for b in section.blocks if isinstance(b, Line)]
    texts = [b for b in section.blocks if isinstance(b, Text)]
    tables = [b for b in section.blocks if isinstance(b, Table)]
    return {
        "id": section.id,
        "heading": section.heading or None,
        "lines": [{"key": b.id, "label": b.label, "value": _value(b.id, values)} for b in lines],
        "texts": [{"key": b.id, "label": b.label or None, "paragraphs": _paragraphs(b.id, values)}
                  for b in texts],
        "tables": [_table(b, values) for b in tables],
    }  # fmt: skip


def _table(table: Table, values: Mapping[str, str]) -> dict[str, Any]:
    cells: list[dict[str, Any]] = []
    for part, row, column in table.cells():
        key = table.key(row.id, column.id)
        caption = [part.caption] if part.caption else []
        groups = [group.label for group in path_of(part.groups, row.under)]
        heads = [group.label for group in path_of(part.column_groups, column.under)]
        unit = column.unit or (table.unit if column.holds in (None, table.holds) else "")
        cells.append(
            {
                "key": key,
                "row": [*caption, *groups, row.label + row.note],
                "column": [*heads, column.label],
                "unit": unit or None,
                "value": _value(key, values),
            }
        )
    return {"id": table.id, "title": table.title, "cells": cells}


def _value(key: str, values: Mapping[str, str]) -> str | None:
    return clean(values.get(key, "")).strip() or None


def _paragraphs(key: str, values: Mapping[str, str]) -> list[str]:
    lines = clean(values.get(key, "")).split("\n")
    return [line.strip() for line in lines if line.strip()]
