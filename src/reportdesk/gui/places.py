"""A place in a report in few words, for lists and lines that have little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.names import brief_column, brief_row
from reportdesk.form.table import Table

if TYPE_CHECKING:
    from reportdesk.form.edition import Edition, Section


def place_words(edition: Edition, place: str) -> str:
    """A blank as its section, row and column; a section or a block as its section; "" where the
    edition has no such place. What follows a line's end in ``place`` is no part of the key."""
    key = place.partition("\n")[0]
    field = edition.fields.get(key)
    if field is None:
        block = key.partition(".")[0]
        for section in edition.sections:
            if key == section.id or any(each.id == block for each in section.blocks):
                return _section(section)
        return ""
    words = [_section(field.section)]
    if isinstance(field.block, Table):
        if field.part is not None and field.row is not None and field.column is not None:
            row = brief_row(field.block, field.row.id)
            words.append(f"{row} × {brief_column(field.part, field.column)}")
    elif len(field.section.blocks) > 1 and field.block.label:
        words.append(field.block.label)
    return " › ".join(words)


def _section(section: Section) -> str:
    return section.short or section.heading or section.title
