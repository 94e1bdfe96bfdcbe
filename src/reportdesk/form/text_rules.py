"""What the rules of an edition about its texts say, taken apart, and what is wrong with them."""

import re
from collections.abc import Iterator

from reportdesk.form.arithmetic import places_faults
from reportdesk.form.edition import Edition, TextRule
from reportdesk.form.expression import ExpressionError, Term, parse
from reportdesk.form.phrases import phrase_of
from reportdesk.form.table import Table

_NEED_WORDS = (
    *("not_just", "mentions", "denial", "stale_year", "figure", "share", "old_year", "adds_up"),
)
_PHRASES = ("stale_year", "figure", "old_year")
_GROUPS = {"denial": 0, "share": 2, "adds_up": 3}
"""The kinds whose words are regular expressions, and the groups that these have."""
_PLACES = {"words", "found", "expected"}


def terms_of(sum: str) -> tuple[Term, ...]:
    """The summands of one of ``TextRule.equals``. Raises ExpressionError if it is no sum."""
    return parse(f"{sum} == {sum}").left


def text_rule_faults(rules: tuple[TextRule, ...], edition: Edition, place: str) -> Iterator[str]:
    """What is wrong with the rules of one text, or of the edition."""
    for rule in rules:
        where = f"{place} › rule {rule.id}" if place else f"rule {rule.id}"
        if rule.kind == "length" and rule.limit <= 0:
            yield f"{where}：limit 要大于 0"
        if rule.kind == "same_as_last" and not 0 < rule.limit <= 100:
            yield f"{where}：limit 是百分数，要大于 0，不大于 100"
        if rule.kind in _NEED_WORDS and not rule.words:
            yield f"{where}：缺少「words」"
        if rule.kind in _GROUPS:
            yield from _expressions(rule.words, _GROUPS[rule.kind], f"{where} › words")
        for name in ("own", "before", "honest", "unsure"):
            yield from _expressions(getattr(rule, name), 0, f"{where} › {name}")
        if rule.kind in _PHRASES:
            yield from (
                f"{where} › words：「{words}」里要有一个“#”，表示数的位置"
                for words in rule.words
                if phrase_of(words) is None
            )
        if rule.kind in (*_PHRASES, "share", "adds_up"):
            yield from places_faults(rule.message, _PLACES, f"{where} › message")
            yield from places_faults(rule.ask, _PLACES, f"{where} › ask")
        if rule.kind == "denial" and not rule.keys:
            yield f"{where}：缺少「keys」"
        yield from (
            f"{where} › keys：版式里没有「{key}」" for key in rule.keys if key not in edition.fields
        )
        if rule.kind in ("figure", "share"):
            yield from _sums(rule, edition, where)


def _expressions(expressions: tuple[str, ...], groups: int, where: str) -> Iterator[str]:
    for words in expressions:
        try:
            found = re.compile(words).groups
        except re.error as error:
            yield f"{where}：「{words}」不合正则表达式的写法（{error}）"
            continue
        if groups and found != groups:
            yield f"{where}：「{words}」里要有 {groups} 个取数的括号，现在有 {found} 个"


def _sums(rule: TextRule, edition: Edition, where: str) -> Iterator[str]:
    if not rule.equals:
        yield f"{where}：缺少「equals」"
    for sum in rule.equals:
        try:
            terms = terms_of(sum)
        except ExpressionError as error:
            yield f"{where} › equals：{error}"
            continue
        for term in terms:
            if term.last_year:
                yield f"{where} › equals：不能用上年的数"
            elif not _is_figure(edition, term.name):
                yield f"{where} › equals：版式里没有「{term.name}」这个数"


def _is_figure(edition: Edition, key: str) -> bool:
    """Whether ``key`` is a cell, or a group's subtotal."""
    field = edition.fields.get(key)
    if field is not None:
        return field.row is not None
    block, _, rest = key.partition(".")
    return any(
        rest == f"{group.id}.{column.id}"
        for section in edition.sections
        for table in section.blocks
        if isinstance(table, Table) and table.id == block
        for part in table.parts
        for group in part.groups
        if group.subtotal
        for column in part.columns
    )
