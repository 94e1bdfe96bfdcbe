"""What a cell is called among those that a rule compares: by what tells it from the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.names import brief_column, brief_row

if TYPE_CHECKING:
    from reportdesk.checks.rules import Rule
    from reportdesk.form.edition import Edition


def name_in(edition: Edition, rule: Rule, key: str) -> str:
    """What a cell is called among those of its rule: its column in a rule along one row, else
    its row."""
    field = edition.fields[key]
    if field.part is None or field.row is None or field.column is None:
        return key
    terms = (*rule.left.terms, *rule.right.terms)
    if len(terms) > 1 and all(edition.fields[term.name].row is field.row for term in terms):
        return brief_column(field.part, field.column)
    return brief_row(edition.table(field.block.id), field.row.id)
