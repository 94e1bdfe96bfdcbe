"""What the relations that a cell takes part in say now, short enough for one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.checks.below_zero import SHORT, is_below_zero
from reportdesk.checks.standing import rules_about
from reportdesk.form.names import column_name
from reportdesk.form.table import path_of
from reportdesk.report.figures import written

if TYPE_CHECKING:
    from reportdesk.checks.checker import Checker, Verdict
    from reportdesk.checks.rules import Rule, Side
    from reportdesk.form.edition import Edition
    from reportdesk.form.expression import Term

_NUMERAL = re.compile(
    r"[（(]?[一二三四五六七八九十]+[）)]?(?=[、.．]|(?<=[）)]))|[（(]?\d+[）)]?(?=[.．、])"
)
_MOST = 8
"""A label without a numeral is cut after so many characters."""
_SUMMANDS = 4


class Relation(NamedTuple):
    """One relation: ``spelt`` has both sides in numbers with short names, ``about`` is what it
    speaks of (「本列」, 「本行」 …), ``keys`` the cells that take part."""

    rule: str
    about: str
    spelt: str
    state: Literal["ok", "broken", "waiting", "echo"]
    difference: str
    """How far a broken one is apart, "" where a side is less than nothing."""
    severity: str
    keys: tuple[str, ...]
    total: bool
    """Whether it is a total and its parts."""


def relations_at(checker: Checker, key: str) -> list[Relation]:
    """The relations that the cell ``key`` takes part in: broken ones first, then identities,
    then totals."""
    found = [
        _relation(checker, checker.rules[at], checker.verdicts[at], key)
        for at in rules_about(checker.document.edition, key)
    ]
    rank = {"broken": 0, "echo": 1, "ok": 2, "waiting": 3}
    return sorted(found, key=lambda r: (rank[r.state], r.total))


def short_name(edition: Edition, key: str) -> str:
    """The row of ``key`` as its numerals on the form (「三（七）」), or its label cut short."""
    field = edition.fields.get(key)
    if field is None or field.row is None or field.part is None:
        return key
    label = _numeral(field.row.label)
    if not label:
        words = re.split(r"[（(：:、，]", field.row.label)[0] or field.row.label
        return words if len(words) <= _MOST else f"{words[:_MOST]}…"
    groups = [_numeral(g.label) for g in path_of(field.part.groups, field.row.under)]
    return "".join((*groups, label))


def _numeral(label: str) -> str:
    match = _NUMERAL.match(label)
    return match.group() if match is not None else ""


def _relation(checker: Checker, rule: Rule, verdict: Verdict, key: str) -> Relation:
    edition = checker.document.edition
    state: Literal["ok", "broken", "waiting", "echo"] = verdict.state
    if state == "broken" and verdict.repeats:
        state = "echo"
    below = is_below_zero(edition, rule, verdict.left, verdict.right)
    apart = verdict.state == "broken" and not below
    difference = written(abs(verdict.left - verdict.right)) if apart else ""
    about = _about(edition, rule, key)
    if rule.total >= 0:
        spelt = _spelt_sum(checker, rule, about)
    else:
        sides = (rule.left, rule.right)
        spelt = "，".join(_side(checker, side, about, below=below) for side in sides)
    return Relation(
        rule.id, about, spelt, state, difference, rule.severity, rule.keys, rule.total >= 0
    )


def _about(edition: Edition, rule: Rule, key: str) -> str:
    """Whether the relation runs along the row of ``key``, down its column, or elsewhere."""
    here = edition.fields[key]
    terms = (*rule.left.terms, *rule.right.terms)
    fields = [edition.fields[term.name] for term in terms]
    if all(f.block is here.block and f.row is here.row for f in fields):
        return "本行"
    if all(f.block is here.block and f.column is here.column for f in fields):
        return "本列"
    return "跨表" if any(f.block is not here.block for f in fields) else "本表"


def _spelt_sum(checker: Checker, rule: Rule, about: str) -> str:
    keys = checker.amounts.ledger.keys
    total = checker.amounts.numbers[rule.total]
    parts = len(rule.right.plus)
    sum = checker.amounts.add(rule.right.plus)
    field = checker.document.edition.fields[keys[rule.total]]
    name = "总计"
    if about == "本行" and field.part is not None and field.column is not None:
        name = column_name(field.part, field.column)
    elif field.row is not None:
        name = short_name(checker.document.edition, keys[rule.total])
    if sum is None:
        blank = [keys[at] for at in rule.right.plus if checker.amounts.numbers[at] is None]
        stands = f"{name}待填" if total is None else f"{name} {written(total)}"
        return f"{stands}，{parts} 项里还有 {len(blank)} 项空着"
    if total is not None and total != sum:
        return f"{name} {written(total)}，{parts} 项相加是 {written(sum)}"
    return f"{name} {written(sum)}，与 {parts} 项之和一致"


def _side(checker: Checker, side: Side, about: str, *, below: bool) -> str:
    """「一 60 ＋ 二 0 ＝ 60」; a side of one term has no sum."""
    terms = [(term, _number(checker, term)) for term in side.terms]
    shown = terms if len(terms) <= _SUMMANDS else [t for t in terms if t[1] not in ("0", "待填")]
    words = ""
    for term, number in shown:
        sign = " － " if term.sign < 0 else " ＋ " if words else ""
        name = _name(checker.document.edition, term, about)
        words += f"{sign}{name}{'' if name.endswith('）') else ' '}{number}"
    if len(shown) <= 1 or any(number in ("待填", "无") for _, number in terms):
        return words.strip()
    total = _total(checker, side)
    return words.strip() + (f" {SHORT}" if below and total.startswith("-") else f" ＝ {total}")


def _name(edition: Edition, term: Term, about: str) -> str:
    """What tells a term from the others: its column along a row, its row down a column, or both."""
    field = edition.fields[term.name]
    row = short_name(edition, term.name)
    if field.part is None or field.column is None or about == "本列":
        name = row
    else:
        column = column_name(field.part, field.column)
        name = column if about == "本行" else f"{row} × {column}"
    return f"上年{name}" if term.last_year else name


def _number(checker: Checker, term: Term) -> str:
    slot = checker.amounts.ledger.slots[term.name]
    number = checker.last[slot] if term.last_year else checker.amounts.numbers[slot]
    if number is None:
        return "无" if term.last_year else "待填"
    return written(number)


def _total(checker: Checker, side: Side) -> str:
    numbers, last = checker.amounts.numbers, checker.last
    total = 0
    for slot in side.plus:
        total += numbers[slot] or 0
    for slot in side.minus:
        total -= numbers[slot] or 0
    for slot in side.last_plus:
        total += last[slot] or 0
    for slot in side.last_minus:
        total -= last[slot] or 0
    return written(total)
