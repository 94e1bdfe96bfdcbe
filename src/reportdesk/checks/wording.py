"""How findings speak of figures: where a rule stands, and its formula in words and in numbers."""

from collections.abc import Mapping, Sequence

from reportdesk.form.edition import Edition
from reportdesk.form.expression import Operator, Relation, Term
from reportdesk.form.names import column_name, name_of, row_name
from reportdesk.form.table import Part, Sum, Table

DEFAULT_SUM = "{where}：合计填的是 {left}，各项相加是 {right}，相差 {difference}。"
_SIGNS: Mapping[Operator, str] = {"==": "＝", "<=": "≤", ">=": "≥"}
_ALL = 8
"""Of more summands than this only those that are not 0 are spelt out."""


def where_in(edition: Edition, table: Table, part: Part, at: str) -> str:
    """The row or column ``at`` with the section that its table stands in."""
    section = next(s for s in edition.sections if table in s.blocks)
    column = next((c for c in part.columns if c.id == at), None)
    is_row = any(row.id == at for row in part.rows)
    name = row_name(table, at) if is_row or column is None else f"“{column_name(part, column)}”一列"
    return f"{section.heading or section.title} › {name}"


def sum_words(table: Table, part: Part, sum: Sum) -> str:
    """A sum in the labels of the form."""
    if sum.column:
        labels = {c.id: column_name(part, c) for c in part.columns}
        labels |= {group.id: group.label for group in part.column_groups}
        total = labels[sum.column]
    else:
        labels = {name: row_name(table, name) for name in sum.of}
        total = row_name(table, sum.row)
    return f"{total}＝{'＋'.join(labels[name] for name in sum.of)}"


def relation_words(edition: Edition, relation: Relation, at: Mapping[str, str]) -> str:
    """A relation in the labels of the form; ``at`` has the key for each name."""

    def spelt(terms: Sequence[Term]) -> str:
        words = ""
        for term in terms:
            sign = "－" if term.sign < 0 else "＋" if words else ""
            name = _label(edition, at.get(term.name, ""), term.name)
            words += sign + (f"上年报告的{name}" if term.last_year else name)
        return words

    return f"{spelt(relation.left)}{_SIGNS[relation.op]}{spelt(relation.right)}"


def _label(edition: Edition, key: str, name: str) -> str:
    if not key:
        return name_of(edition, name)
    field = edition.fields.get(key)
    if field is None or field.row is None or field.column is None or field.part is None:
        return name
    if field.row.id == name:
        return row_name(edition.table(field.block.id), name)
    return column_name(field.part, field.column)


def spelt_out(summands: Sequence[tuple[int, str]], total: str) -> str:
    """「60＋0＝60」; of many summands the zeros are left out."""
    if len(summands) == 1 and summands[0][0] > 0:
        return total
    shown = [s for s in summands if len(summands) <= _ALL or s[1] != "0"]
    if not shown:
        return f"各项都是 0，合计 {total}"
    words = ""
    for sign, number in shown:
        words += "－" if sign < 0 else "＋" if words else ""
        words += f"（{number}）" if number.startswith("-") else number
    return words if len(shown) == 1 and words == total else f"{words}＝{total}"


def filled(message: str, **places: str) -> str:
    """A message with its {places} filled in; other braces stay as they are."""
    for name, words in places.items():
        message = message.replace(f"{{{name}}}", words)
    return message
