"""Readable names of blanks: what a key is called on the printed form."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reportdesk.form.edition import Edition
from reportdesk.form.table import Column, Part, Table, path_of

_NUMERAL = r"[（(]?[一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．]\s*"
_REMARK = r"[（(][^（()）]*[）)]"
_LATIN = r"[A-Za-z0-9]{2}"
"""Two of these belong together: a word or a number is not torn."""
_SHARED_BY_ALL, _SHARED_BY_TWO, _LEAST = 2, 5, 2
"""Characters in which labels must end alike to lose them, and those that must be left."""


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


def brief(label: str, beside: Iterable[str] = ()) -> str:
    """A label without its numeral and its remarks in brackets, and without the words in which it
    ends like others ``beside`` it (「本年新收」 and 「上年结转」, both 「…申请数量」)."""
    return _brief(label, tuple(beside))


def brief_row(table: Table, row: str) -> str:
    """The label of a row or a group of ``table``, short enough for a list."""
    part = table.part_of(row)
    labels = (*(each.label for each in part.rows), *(group.label for group in part.groups))
    named = (*part.rows, *part.groups)
    return brief(next(each.label for each in named if each.id == row), labels)


def brief_column(part: Part, column: Column) -> str:
    """The label of a column of ``part``, short enough for a list."""
    return brief(column.label, (each.label for each in part.columns))


@lru_cache(maxsize=1024)
def _brief(label: str, beside: tuple[str, ...]) -> str:
    words = _bare(label)
    others = [other for each in beside if each != label and (other := _bare(each)) != words]
    endings = [_ending(words, other) for other in others]
    shared = min(endings, key=len, default="")
    if len(shared) < _SHARED_BY_ALL:
        # Two labels may end alike by chance; in so many characters it is no chance.
        shared = max((e for e in endings if len(e) >= _SHARED_BY_TWO), key=len, default="")
    cut = words.removesuffix(shared).rstrip("、，的 ")
    torn = re.fullmatch(_LATIN, cut[-1:] + shared[:1]) is not None
    return words if torn or len(cut) < _LEAST else cut


def _bare(label: str) -> str:
    words = label[match.end() :] if (match := re.match(_NUMERAL, label)) else label
    return re.sub(_REMARK, "", words).strip() or label


def _ending(one: str, other: str) -> str:
    length = 0
    for a, b in zip(reversed(one), reversed(other), strict=False):
        if a != b:
            break
        length += 1
    return one[len(one) - length :]
