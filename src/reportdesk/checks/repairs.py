"""What may be behind a finding, and what would mend it, as data.

A repair is offered only where it makes the finding go away and breaks nothing that holds now, and
where no other single change would do as much. It is never made without the clerk's word: a
number that fits is not yet the number that is right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.below_zero import is_below_zero
from reportdesk.checks.blanks import BLANK
from reportdesk.checks.cell_names import name_in
from reportdesk.checks.checker import Checker
from reportdesk.checks.telling import amount_words, rule_of
from reportdesk.form.names import brief
from reportdesk.form.table import path_of
from reportdesk.form.values import fault, find
from reportdesk.report.document import Document
from reportdesk.report.figures import written

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportdesk.checks.findings import Finding
    from reportdesk.checks.rules import Rule
    from reportdesk.form.edition import Edition
    from reportdesk.form.expression import Term
    from reportdesk.report.figures import Number

_FIGURES = ("count", "signed", "money", "amount")
_SLIP = 9
"""A gap wider than this is no slip of the pen: rather something is not filled in yet."""
_SEVERAL = 2
_LONGEST = 12
"""Characters of a text that stand on a button."""


class Repair(NamedTuple):
    """One step that would mend a finding: the words of its button, the name of the step, and
    the values after it (None: blank)."""

    words: str
    step: str
    after: Mapping[str, str | None]


class Cause(NamedTuple):
    """Something that may have happened, for the clerk to look up, and what would mend it."""

    words: str
    repair: Repair | None = None


class Remedy(NamedTuple):
    """What to do about a finding."""

    causes: tuple[Cause, ...] = ()
    repair: Repair | None = None
    """The one safe repair where there is no question of causes."""
    every: Repair | None = None
    """The same for all of its kind in one text, where there are more of them."""


def remedy(checker: Checker, finding: Finding) -> Remedy:
    """What may be behind ``finding``, and what would mend it."""
    at = rule_of(checker, finding)
    if at >= 0:
        if checker.verdicts[at].state != "broken":
            return Remedy()
        if checker.rules[at].total >= 0:
            return _total(checker, at)
        return _relation(checker, at)
    if finding.rule == BLANK:
        return Remedy(repair=_zeros(checker, finding))
    if finding.instead:
        return Remedy(repair=_words(checker, finding), every=_every(checker, finding))
    return Remedy(repair=_figure(checker, finding))


def _total(checker: Checker, at: int) -> Remedy:
    """A typed total that is not the sum of its parts: wrongly added up, or a part is wrong."""
    edition, rule, verdict = checker.document.edition, checker.rules[at], checker.verdicts[at]
    key, unit = rule.keys[0], edition.fields[rule.keys[0]].unit
    apart = amount_words(abs(verdict.left - verdict.right), unit)
    part = f"有一项{'少' if verdict.left > verdict.right else '多'}填 {apart}"
    sums = {checker.amounts.add(way) for way in checker.amounts.ledger.ways[rule.total]} - {None}
    repair = None
    if sums == {verdict.right}:  # else row and column say different things, and one of them is off
        repair = Repair(f"改为 {written(verdict.right)}", "交回自动合计", {key: None})
    if repair is None or not _mends(checker, at, repair):
        return Remedy((Cause(part),))
    return Remedy((Cause("合计加错", repair), Cause(part)))


def _relation(checker: Checker, at: int) -> Remedy:
    rule, verdict = checker.rules[at], checker.verdicts[at]
    if rule.op != "==":
        return Remedy()
    if (defined := _defined(checker, at)) is not None:
        return Remedy(repair=defined)
    if (first := _first(checker, rule)) is not None:
        return Remedy((first,))
    typed: list[Cause] = []
    reckoned: list[Cause] = []
    gap = verdict.right - verdict.left
    for term, change in _changes(rule, gap):
        key = term.name
        if checker.document.edition.fields[key].total:
            reckoned.append(Cause(_part_words(checker.document.edition, rule, key, change)))
        elif (repair := _set(checker, at, key, change)) is not None:
            typed.append(Cause(_cell_words(checker, rule, key, change), repair))
    below = is_below_zero(checker.document.edition, rule, verdict.left, verdict.right)
    if below or len(typed) != 1 or abs(gap) > _SLIP or "0" in _values(typed[0]):
        typed = [Cause(cause.words) for cause in typed]
    return Remedy((*typed, *reckoned))


def _defined(checker: Checker, at: int) -> Repair | None:
    """The repair where one side is a single typed cell and so follows from the other, which
    has last year's figures in it."""
    rule, verdict = checker.rules[at], checker.verdicts[at]
    for side, other, sum in (
        (rule.left, rule.right, verdict.right),
        (rule.right, rule.left, verdict.left),
    ):
        if len(side.plus) == len(side.terms) == 1 and (other.last_plus or other.last_minus):
            key = side.terms[0].name
            now = checker.amounts[key]
            if now is not None and not checker.document.edition.fields[key].total:
                return _set(checker, at, key, sum - now)
    return None


def _values(cause: Cause) -> tuple[str | None, ...]:
    return tuple(cause.repair.after.values()) if cause.repair is not None else ()


def _first(checker: Checker, rule: Rule) -> Cause | None:
    """What has to be looked at before this rule: a typed total that is not the sum of its parts
    says nothing about the others yet."""
    for other, verdict in zip(checker.rules, checker.verdicts, strict=True):
        if other.total >= 0 and verdict.state == "broken" and other.keys[0] in rule.keys:
            name = name_in(checker.document.edition, rule, other.keys[0])
            return Cause(f"“{name}”与它的各项相加不一致，先核对它")
    return None


def _changes(rule: Rule, gap: Number) -> Iterator[tuple[Term, Number]]:
    """By how much each of this year's figures would have to change for the sides to meet."""
    for sign, side in ((1, rule.left), (-1, rule.right)):
        for term in side.terms:
            if not term.last_year:
                yield term, sign * term.sign * gap


def _set(checker: Checker, at: int, key: str, change: Number) -> Repair | None:
    """Another value for a cell, if that is a value and the rules agree."""
    number = checker.amounts[key]
    if number is None:
        return None
    value = written(number + change)
    if fault(value, checker.document.edition.fields[key].holds):
        return None
    repair = Repair(f"改为 {value}", f"改为 {value}", {key: value})
    return repair if _mends(checker, at, repair) else None


def _mends(checker: Checker, at: int, repair: Repair) -> bool:
    """Whether a repair mends rule ``at`` and breaks none that holds now: it is tried on a copy."""
    document = checker.document
    values = {**document.values, **{k: v for k, v in repair.after.items() if v is not None}}
    for key, value in repair.after.items():
        if value is None:
            values.pop(key, None)
    copy = Document(
        document.edition,
        document.year,
        values,
        previous=document.previous,
        group_values=document.group_values,
        refused=document.refused,
    )
    after = Checker(copy).verdicts
    return after[at].state == "ok" and not any(
        now.state == "broken" and was.state == "ok"
        for was, now in zip(checker.verdicts, after, strict=True)
    )


def _cell_words(checker: Checker, rule: Rule, key: str, change: Number) -> str:
    edition = checker.document.edition
    apart = amount_words(abs(change), edition.fields[key].unit)
    return f"{name_in(edition, rule, key)}{'少' if change > 0 else '多'}登 {apart}"


def _part_words(edition: Edition, rule: Rule, key: str, change: Number) -> str:
    """That a part of a total is wrong, told by the group of rows that the total closes."""
    field = edition.fields[key]
    apart = amount_words(abs(change), field.unit)
    groups = path_of(field.part.groups, field.row.under) if field.part and field.row else ()
    name = brief(groups[0].label) if groups else name_in(edition, rule, key)
    return f"“{name}”有一项{'少' if change > 0 else '多'}计 {apart}"


def _zeros(checker: Checker, finding: Finding) -> Repair | None:
    fields, values = checker.document.edition.fields, checker.document.values
    blank = [
        key
        for key in finding.keys
        if key in fields and fields[key].holds in _FIGURES and key not in values
    ]
    words = f"空白处填 0（{len(blank)} 格）"
    return Repair(words, words, dict.fromkeys(blank, "0")) if blank else None


def _words(checker: Checker, finding: Finding) -> Repair | None:
    """Other words for those in question. A live number among them is nothing to write over."""
    key = finding.keys[0]
    after = _rewritten(checker.document.values.get(key, ""), finding)
    if after is None:
        return None
    shown = finding.instead
    shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return Repair(f"改为 {shown}", f"改为“{shown}”", {key: after})


def _every(checker: Checker, finding: Finding) -> Repair | None:
    """All that the rule of ``finding`` would have otherwise in the same text, as one step."""
    key, count = finding.keys[0], 0
    text = checker.document.values.get(key, "")
    alike = [f for f in checker.findings() if f.rule == finding.rule and f.keys == finding.keys]
    for other in sorted(alike, key=lambda f: f.at, reverse=True):  # what is before stays in place
        if (after := _rewritten(text, other)) is not None:
            text, count = after, count + 1
    if count < _SEVERAL:
        return None
    return Repair(f"{count} 处一起改", f"改正 {count} 处", {key: text})


def _rewritten(text: str, finding: Finding) -> str | None:
    start, length = finding.at
    now = text[start : start + length]
    if not finding.instead or start < 0 or len(now) != length or not now:
        return None
    if "{{" in now or now == finding.instead:
        return None
    return text[:start] + finding.instead + text[start + length :]


def _figure(checker: Checker, finding: Finding) -> Repair | None:
    """A value that is none of its kind, but surely is meant as one (「12件」); or the program's
    own reckoning for a total."""
    if len(finding.keys) != 1:
        return None
    key = finding.keys[0]
    field, value = checker.document.edition.fields.get(key), checker.document.values.get(key)
    if field is None or value is None or field.row is None:
        return None
    if field.total:
        return Repair("交回自动合计", "交回自动合计", {key: None})
    found = find(value, field.holds, field.unit)
    if found.value in (None, value) or found.problem or fault(found.value, field.holds):
        return None
    return Repair(f"改为 {found.value}", f"改为 {found.value}", {key: found.value})
