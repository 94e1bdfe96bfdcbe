"""A finding as it is told to the clerk: its place, one sentence, both sides, what more to say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.below_zero import SHORT, below_zero, is_below_zero
from reportdesk.checks.blanks import BLANK
from reportdesk.checks.cell_names import name_in
from reportdesk.checks.relations import short_name
from reportdesk.checks.wording import filled
from reportdesk.form.edition import Line, Table, Text
from reportdesk.form.names import brief_row, column_name
from reportdesk.report.figures import written
from reportdesk.report.totals import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.checks.checker import Checker
    from reportdesk.checks.findings import Finding
    from reportdesk.checks.rules import Rule, Side
    from reportdesk.form.edition import Edition, Field, Section
    from reportdesk.form.expression import Term
    from reportdesk.report.figures import Number

_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{1,3}(?=[、.．])")
_SUMMANDS = 4
"""Of more summands than these only those that are not 0 are shown."""
_LINE = "\n"
_IN_A_BOX = 12
"""Words longer than this are told in a sentence and not beside a figure."""


class Entry(NamedTuple):
    """A line of the box with both sides: words, and what they come to."""

    words: str
    amount: str


class Told(NamedTuple):
    """A finding unfolded."""

    sides: tuple[Entry, ...] = ()
    gap: Entry | None = None
    """How far the sides are apart."""
    formula: str = ""
    """The relation in words, where the sides do not show it by themselves."""
    more: str = ""
    """What the rule says besides."""
    echo: str = ""
    """That a total repeats it and needs no mending of its own."""


def rule_of(checker: Checker, finding: Finding) -> int:
    """The number of the rule that a finding is about, -1 if it is about no relation."""
    return kept(checker.document.edition, _by_name).get((finding.rule, finding.keys), -1)


def place_of(checker: Checker, finding: Finding) -> str:
    """Where a finding is, in few words: 「三、自然人」, 「一、第 4 段」."""
    edition = checker.document.edition
    key = finding.keys[0] if finding.keys else ""
    section = section_at(edition, key)
    if section is None:
        return edition.title
    short = section.short or section.title
    numeral = _NUMERAL.match(section.heading) or _NUMERAL.match(short)
    bare = short.removeprefix(numeral.group()).lstrip("、.． ") if numeral is not None else short
    item = _item(checker, finding, key) or bare
    if numeral is None:
        return item if item == bare else f"{bare} {item}"
    return f"{numeral.group()}、{item}"


def sentence_of(checker: Checker, finding: Finding) -> str:
    """What is the matter, in one short sentence."""
    at = rule_of(checker, finding)
    if at >= 0:
        return _relation_sentence(checker, checker.rules[at], finding)
    message = _bare_message(checker, finding)
    if finding.rule == BLANK and _is_figure(checker, finding):
        return f"还有 {len(finding.keys)} 格没有填。没有发生的填 0。"
    first, stop, _ = message.partition("。")
    return first if stop else message


def told(checker: Checker, finding: Finding) -> Told:
    """A finding with both sides and what more there is to say."""
    at = rule_of(checker, finding)
    if at < 0:
        return _told_plainly(checker, finding)
    edition, rule, verdict = checker.document.edition, checker.rules[at], checker.verdicts[at]
    unit = edition.fields[rule.keys[0]].unit
    numerals = _has_numerals(edition, rule)
    if rule.total >= 0:
        words = name_in(edition, rule, rule.keys[0])
        sides = (
            Entry(f"{words}填的是", written(verdict.left)),
            Entry(f"{len(rule.right.plus)} 项相加", f"＝ {written(verdict.right)}"),
        )
    else:
        sides = (
            _side(checker, rule, rule.left, verdict.left, numerals=numerals),
            _side(checker, rule, rule.right, verdict.right, numerals=numerals),
        )
    gap: Entry | None = _gap(rule, verdict.left, verdict.right, unit)
    if is_below_zero(edition, rule, verdict.left, verdict.right):
        gap = None  # from what cannot be nothing is so far away
        sums = (verdict.left, verdict.right)
        sides = tuple(
            side._replace(amount=SHORT) if sum < 0 else side
            for side, sum in zip(sides, sums, strict=True)
        )
    return Told(
        sides,
        gap,
        rule.words if rule.total >= 0 or len(rule.keys) > _SUMMANDS else "",
        _bare_message(checker, finding).partition("。")[2].strip(),
        _echo(checker, at),
    )


def section_at(edition: Edition, key: str) -> Section | None:
    """The section in which a blank, or a block, stands."""
    if (field := edition.fields.get(key)) is not None:
        return field.section
    block = key.partition(".")[0]
    found = (s for s in edition.sections if any(b.id == block for b in s.blocks))
    return next(found, None)


def item_of(edition: Edition, keys: tuple[str, ...]) -> str:
    """The one column, or row, in which all of ``keys`` stand, by its label; of keys that have
    nothing in common the row of the first."""
    fields = [edition.fields[key] for key in keys]
    first = fields[0]
    if first.part is None or first.row is None or first.column is None:
        return ""
    together = all(f.block is first.block for f in fields)
    if len(fields) > 1 and together and all(f.column is first.column for f in fields):
        if len(first.part.columns) > 1:
            return column_name(first.part, first.column)
        return brief_row(edition.table(first.block.id), first.row.id)
    return brief_row(edition.table(first.block.id), first.row.id)


def amount_words(number: Number, unit: str) -> str:
    """A figure with its unit."""
    return f"{written(number)} {unit}".rstrip()


def _by_name(edition: Edition) -> dict[tuple[str, tuple[str, ...]], int]:
    from reportdesk.checks.rules import rules_of

    return {(rule.id, rule.keys): rule.number for rule in rules_of(edition).rules}


def _is_figure(checker: Checker, finding: Finding) -> bool:
    field = checker.document.edition.fields.get(finding.keys[0])
    return field is not None and field.row is not None


def _item(checker: Checker, finding: Finding, key: str) -> str:
    edition = checker.document.edition
    field = edition.fields.get(key)
    if field is None:
        return ""
    if isinstance(field.block, Line):
        return field.block.label
    if isinstance(field.block, Text):
        start = finding.at[0]
        before = checker.document.values.get(key, "")[: max(start, 0)]
        return f"第 {len(before.split(_LINE))} 段" if start >= 0 else field.block.label
    if finding.rule == BLANK:
        tables = [b for b in field.section.blocks if isinstance(b, Table)]
        return field.block.title if len(tables) > 1 else ""
    if len(finding.keys) > 1:
        return item_of(edition, finding.keys)
    return _cell(field, edition)


def _cell(field: Field, edition: Edition) -> str:
    if field.part is None or field.row is None or field.column is None:
        return ""
    row = brief_row(edition.table(field.block.id), field.row.id)
    alone = len(field.part.columns) == 1
    return row if alone else f"{row} × {column_name(field.part, field.column)}"


def _relation_sentence(checker: Checker, rule: Rule, finding: Finding) -> str:
    verdict = checker.verdicts[rule.number]
    if below := below_zero(checker.document.edition, rule, verdict.left, verdict.right):
        return below
    if rule.short:
        return filled(
            rule.short,
            where=rule.where,
            left=finding.found,
            right=finding.expected,
            difference=finding.difference,
        )
    if rule.total >= 0:
        name = name_in(checker.document.edition, rule, rule.keys[0])
        return f"{name}填的是 {finding.found}，各项相加是 {finding.expected}"
    first, stop, _ = _bare_message(checker, finding).partition("。")
    return first if stop else _bare_message(checker, finding)


def _bare_message(checker: Checker, finding: Finding) -> str:
    """The message without the place that it begins with, which is told beside it."""
    at = rule_of(checker, finding)
    if at >= 0:
        rest = finding.message.removeprefix(checker.rules[at].where)
    else:
        head, colon, rest = finding.message.partition("：")
        if not colon or (" › " not in head and "《" not in head):
            return finding.message
    return rest.lstrip("：: ") or finding.message


def _has_numerals(edition: Edition, rule: Rule) -> bool:
    """Whether the form numbers what a rule is about, so that a numeral tells the row."""
    if rule.total >= 0 or rule.left.last_plus or rule.right.last_plus:
        return False
    names = [short_name(edition, key) for key in rule.keys]
    return len(set(names)) == len(names) and all(_is_numeral(name) for name in names)


def _is_numeral(name: str) -> bool:
    return re.fullmatch(r"[一二三四五六七八九十\d（）()、.．]+", name) is not None


def _side(checker: Checker, rule: Rule, side: Side, sum: Number, *, numerals: bool) -> Entry:
    edition = checker.document.edition
    if len(side.terms) == 1:
        alone = side.terms[0]
        of = "上年报告的" if alone.last_year else ""
        return Entry(of + name_in(edition, rule, alone.name), written(sum))
    terms = [(term, _number(checker, term)) for term in side.terms]
    if len(terms) > _SUMMANDS:
        terms = [each for each in terms if each[1]] or terms[:1]
    words = ""
    for term, number in terms:
        sign = " － " if term.sign < 0 else " ＋ " if words else ""
        name = short_name(edition, term.name) if numerals else _name(edition, rule, term)
        space = "" if name.endswith("）") else " "
        words += f"{sign}{name}{space}{written(number)}"
    return Entry(words.strip(), f"＝ {written(sum)}")


def _name(edition: Edition, rule: Rule, term: Term) -> str:
    name = name_in(edition, rule, term.name)
    return f"上年{name}" if term.last_year else name


def _number(checker: Checker, term: Term) -> Number:
    slot = checker.amounts.ledger.slots[term.name]
    number = checker.last[slot] if term.last_year else checker.amounts.numbers[slot]
    return number if number is not None else 0


def _gap(rule: Rule, left: Number, right: Number, unit: str) -> Entry:
    apart = amount_words(abs(left - right), unit)
    if rule.op == "<=":
        return Entry("多出", apart)
    if rule.op == ">=":
        return Entry("少了", apart)
    if rule.total < 0 and len(rule.left.terms) > 1 and len(rule.right.terms) > 1:
        return Entry("右边多" if right > left else "左边多", apart)
    return Entry("相差", apart)


def _echo(checker: Checker, at: int) -> str:
    """What of the totals only repeats this break."""
    edition = checker.document.edition
    for rule, verdict in zip(checker.rules, checker.verdicts, strict=True):
        if verdict.repeats and at in rule.columns:
            field = edition.fields[rule.keys[0]]
            if field.part is None or field.column is None or field.row is None:
                continue
            down = all(edition.fields[key].column is field.column for key in rule.keys)
            table = edition.table(field.block.id)
            name = column_name(field.part, field.column) if down else brief_row(table, field.row.id)
            line = "列" if down else "行"
            apart = written(abs(verdict.left - verdict.right))
            return f"{name}{line}随之相差 {apart}，改好后自动消失。"
    return ""


def _told_plainly(checker: Checker, finding: Finding) -> Told:
    if finding.rule == BLANK:
        return Told(more=_bare_message(checker, finding).partition("。")[0])
    rest = _bare_message(checker, finding).partition("。")[2].strip()
    texts = checker.document.edition.fields
    quoted = len(finding.keys) > 1 and isinstance(_block(texts, finding.keys[0]), Text)
    if quoted and finding.found and finding.expected and len(finding.found) <= _IN_A_BOX:
        sides = (Entry("文中写", finding.found), Entry("表中是", finding.expected))
        return Told(sides, more=rest)
    return Told(formula=finding.formula, more=rest)


def _block(fields: Mapping[str, Field], key: str) -> object:
    field = fields.get(key)
    return field.block if field is not None else None
