"""Readable names of blanks: what a key is called on the printed form."""

from reportdesk.form.edition import Edition
from reportdesk.form.table import Column, Part, Table, path_of


def row_name(table: Table, row: str) -> str:
    """The label of a row or a group of rows of ``table``, with the groups around it that tell
    it from others (「（三）不予公开 › 1.属于国家秘密」)."""
    part = table.part_of(row)
    for each in part.rows:
        if each.id == row:
            inner = [group.label for group in path_of(part.groups, each.under)][-1:]
            return " › ".join((*inner, each.label))
    return next(group.label for group in part.groups if group.id == row)


def column_name(part: Part, column: Column) -> str:
    """The label of a column of ``part``."""
    return column.label


def name_of(edition: Edition, key: str) -> str:
    """The whole name of the blank ``key``: section, row and column, or section and label. A block
    and a group's subtotal have names too; what the edition does not have is named by its key."""
    field = edition.fields.get(key)
    if field is None:
        return _other_name(edition, key)
    section = field.section.heading or field.section.title
    if field.part is not None and field.row is not None and field.column is not None:
        table = edition.table(field.block.id)
        return " › ".join(
            (section, row_name(table, field.row.id), column_name(field.part, field.column))
        )
    label = getattr(field.block, "label", "")
    return f"{section} › {label}" if label and label != field.section.title else section


def _other_name(edition: Edition, key: str) -> str:
    """The name of a table, or of the subtotal of a group of rows."""
    block, _, rest = key.partition(".")
    for section in edition.sections:
        for table in section.blocks:
            if table.id != block or not isinstance(table, Table):
                continue
            heading = section.heading or section.title
            if not rest:
                return heading if table.title in heading else f"{heading} › {table.title}"
            for part in table.parts:
                for group in part.groups:
                    for column in part.columns:
                        if rest == f"{group.id}.{column.id}":
                            return f"{heading} › {group.label} › {column_name(part, column)}"
    return key
