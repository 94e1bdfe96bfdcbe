"""What the edition explains about a blank: the help of its row, its column and their groups."""

from __future__ import annotations

from typing import NamedTuple

from reportdesk.form.edition import Edition, Section, Table
from reportdesk.form.names import brief_row
from reportdesk.form.table import path_of


class Help(NamedTuple):
    """A passage of explanation, and where it comes from."""

    title: str
    text: str
    source: str = ""


def helps_of(edition: Edition, key: str) -> tuple[Help, ...]:
    """What is explained about the blank ``key``: its row first, then its column, then the group
    that the row stands in. A blank that has no explanation has its name alone."""
    field = edition.fields[key]
    block = field.block
    if not isinstance(block, Table):
        label = block.label or field.section.title
        return (Help(label, block.help, "" if block.help else field.section.source),)
    if field.row is None or field.column is None or field.part is None:
        return ()
    row, column = field.row, field.column
    found = [Help(titled(block, row.id, row.label), row.help, row.source)]
    if column.help and len(field.part.columns) > 1:
        found.append(Help(column.label, column.help, column.source))
    groups = [g for g in path_of(field.part.groups, row.under) if g.help]
    found += [Help(group.label, group.help, group.source) for group in groups[-1:]]
    return tuple(found)


def section_helps(section: Section) -> tuple[Help, ...]:
    """What is explained about a section as a whole."""
    title = section.heading or section.title
    return (Help(title, section.help, section.source),)


def all_helps(section: Section) -> tuple[Help, ...]:
    """Everything that is explained about a section and what stands in it, in printed order."""
    found = [*section_helps(section)]
    for block in section.blocks:
        if isinstance(block, Table):
            found += _table_helps(block)
        elif block.help:
            found.append(Help(block.label or section.title, block.help))
    return tuple(found)


def titled(table: Table, row: str, label: str) -> str:
    """The short name of a row with the numeral that it has on the form."""
    short = brief_row(table, row)
    return label[: label.index(short)] + short if short in label else label


def _table_helps(table: Table) -> list[Help]:
    found = [Help(table.title, table.help, table.source)] if table.help else []
    told: set[str] = set()
    for part in table.parts:
        groups = {group.id: group for group in part.groups}
        for row in part.rows:
            for group in path_of(part.groups, row.under):
                if group.help and group.id in groups:
                    del groups[group.id]
                    found.append(Help(group.label, group.help, group.source))
            if row.help:
                found.append(Help(row.label, row.help, row.source))
        for column in part.columns:
            if column.help and column.id not in told:
                told.add(column.id)
                found.append(Help(column.label, column.help, column.source))
    return found
