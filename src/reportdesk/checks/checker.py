"""Keeping all verdicts on a document: after an edit only the rules touched are judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.checks.below_zero import below_zero
from reportdesk.checks.blanks import judge_blanks
from reportdesk.checks.findings import SEVERITIES, Finding
from reportdesk.checks.narrative import Narratives
from reportdesk.checks.previous import year_before
from reportdesk.checks.rules import Rule, Side, rules_of
from reportdesk.checks.wording import filled, spelt_out
from reportdesk.report.figures import written
from reportdesk.report.totals import Amounts, kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportdesk.form.edition import Edition
    from reportdesk.report.document import Document
    from reportdesk.report.figures import Number


class Verdict(NamedTuple):
    """What a rule says now. It is waiting while one of its blanks is; ``left`` and ``right`` are
    its sides where it is broken, and ``repeats`` is whether that only repeats in a total what
    the rules of the columns tell."""

    state: Literal["ok", "broken", "waiting"]
    left: Number = 0
    right: Number = 0
    repeats: bool = False

    @property
    def told(self) -> bool:
        """Whether it is a finding."""
        return self.state == "broken" and not self.repeats


_OK, _WAITING = Verdict("ok"), Verdict("waiting")


class Checker:
    """The verdicts on every relation of figures, kept up to date; blanks and narratives are
    judged when findings are asked for. Make a new one when ``previous``, ``group_values``,
    ``refused`` or the year of the document change."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.amounts = Amounts(document)
        self.narratives = Narratives(document, self.amounts)
        self.known = rules_of(document.edition)
        self.last: list[Number | None] = _last_year(document)
        self.verdicts = [self._judge(rule) for rule in self.known.rules]
        self._mark(range(len(self.verdicts)))
        self._told: dict[int, Finding] = {}
        """What was found by rule index; it holds until the rule is judged again."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in the order of ``verdicts``."""
        return self.known.rules

    def update(self, keys: Iterable[str]) -> dict[int, Verdict]:
        """Judge again what depends on ``keys``; the verdicts that changed, by rule index."""
        keys = tuple(keys)
        self.amounts.update(keys)
        touched = self.known.touched
        if len(keys) == 1:
            indexes: Sequence[int] = touched.get(keys[0], ())
        else:
            indexes = sorted({index for key in keys for index in touched.get(key, ())})
        rules, verdicts = self.known.rules, self.verdicts
        before = [verdicts[index] for index in indexes]
        for index in indexes:
            verdicts[index] = self._judge(rules[index])
            self._told.pop(index, None)
        self._mark(indexes)
        return {
            index: verdicts[index]
            for index, was in zip(indexes, before, strict=True)
            if verdicts[index] != was
        }

    def findings(self) -> list[Finding]:
        """Everything that stands against the report: section by section, worst first in each."""
        found = [self._finding(i) for i, verdict in enumerate(self.verdicts) if verdict.told]
        found += judge_blanks(self.document, self.amounts)
        found += self.narratives.findings()
        place = kept(self.document.edition, _sections)

        def order(finding: Finding) -> tuple[int, int]:
            section = min((place[key] for key in finding.keys if key in place), default=0)
            return section, SEVERITIES.index(finding.severity)

        return sorted(found, key=order)

    def _judge(self, rule: Rule) -> Verdict:
        numbers = self.amounts.numbers
        if rule.total >= 0:
            left = numbers[rule.total]
            if left is None:
                return _WAITING
            if rule.keys[0] not in self.document.values:
                return _OK  # it was reckoned: what may be wrong with it lies elsewhere
            right = self.amounts.add(rule.right.plus)
        else:
            left, right = self._reckon(rule.left), self._reckon(rule.right)
        if left is None or right is None:
            return _WAITING
        if left == right or (rule.op != "==" and (left < right) == (rule.op == "<=")):
            return _OK
        return Verdict("broken", left, right)

    def _reckon(self, side: Side) -> Number | None:
        numbers = self.amounts.numbers
        sum: Number = 0
        for slot in side.plus:
            number = numbers[slot]
            if number is None:
                return self._reckon_flat(side) if self.amounts.flat else None
            sum += number
        for slot in side.minus:
            number = numbers[slot]
            if number is None:
                return None
            sum -= number
        return self._reckon_last(side, sum) if side.last_plus or side.last_minus else sum

    def _reckon_flat(self, side: Side) -> Number | None:
        """A side with a flat figure in place of blank members, in what is added only."""
        sum = self.amounts.add(side.plus)
        taken = self.amounts.add(side.minus) if side.minus else 0
        if sum is None or taken is None:
            return None
        return self._reckon_last(side, sum - taken)

    def _reckon_last(self, side: Side, sum: Number) -> Number | None:
        for slot in side.last_plus:
            number = self.last[slot]
            if number is None:
                return None
            sum += number
        for slot in side.last_minus:
            number = self.last[slot]
            if number is None:
                return None
            sum -= number
        return sum

    def _mark(self, indexes: Iterable[int]) -> None:
        """Mark breaks in a total whose columns' own breaks add up to it. A column that is
        waiting adds nothing: what is known of it is no reason to tell the same break twice."""
        verdicts = self.verdicts
        for index in indexes:
            verdict = verdicts[index]
            if verdict.state != "broken" or not (columns := self.known.rules[index].columns):
                continue
            told: Number = 0
            for column in columns:
                told += verdicts[column].left - verdicts[column].right
            repeats = told == verdict.left - verdict.right
            verdicts[index] = Verdict("broken", verdict.left, verdict.right, repeats)

    def _finding(self, index: int) -> Finding:
        if index not in self._told:
            self._told[index] = self._tell(self.known.rules[index], self.verdicts[index])
        return self._told[index]

    def _tell(self, rule: Rule, verdict: Verdict) -> Finding:
        left, right = written(verdict.left), written(verdict.right)
        difference = written(abs(verdict.left - verdict.right))
        message = rule.message
        if below := below_zero(self.document.edition, rule, verdict.left, verdict.right):
            more = message.partition("。")[2]
            message = f"{'{where}：' if rule.where else ''}{below}。{more}"
        message = filled(message, where=rule.where, left=left, right=right, difference=difference)
        sides = f"{self._spelt(rule.left, left)}，{self._spelt(rule.right, right)}"
        formula = f"{rule.words}：{sides}"
        return Finding(rule.id, rule.severity, rule.keys, message, formula, left, right, difference)

    def _spelt(self, side: Side, total: str) -> str:
        index = self.amounts.ledger.slots
        summands: list[tuple[int, str]] = []
        for term in side.terms:
            slot = index[term.name]
            number = self.last[slot] if term.last_year else self.amounts.numbers[slot]
            flat = self.amounts.flat.get(slot)
            if number is None and flat is not None and slot == min(flat.members):
                number = flat.amount
            if number is not None:
                summands.append((term.sign, written(number)))
        return spelt_out(summands, total)


def check(document: Document) -> list[Finding]:
    """All findings on ``document``, in the order of the form."""
    return Checker(document).findings()


def _last_year(document: Document) -> list[Number | None]:
    """Last year's figures by their numbers in this year's ledger. They are known only from the
    report of the year before, on this form or another of its family with the same blank."""
    last, previous = rules_of(document.edition).last, year_before(document)
    numbers: list[Number | None] = [None] * (max(last, default=-1) + 1)
    if not last or previous is None:
        return numbers
    before = Amounts(previous)
    for slot, key in last.items():
        numbers[slot] = before[key]
    return numbers


def _sections(edition: Edition) -> dict[str, int]:
    """The number of the section in which each blank, and each table, stands."""
    numbers = {section.id: n for n, section in enumerate(edition.sections)}
    found = {field.block.id: numbers[field.section.id] for field in edition.fields.values()}
    return found | {key: numbers[f.section.id] for key, f in edition.fields.items()}
