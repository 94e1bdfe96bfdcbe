"""Keeping all verdicts on a document: after an edit only the rules touched are judged again."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from reportdesk.checks.blanks import judge_blanks
from reportdesk.checks.findings import SEVERITIES, Finding
from reportdesk.checks.narrative import judge_texts
from reportdesk.checks.rules import Rule, Side, rules_of
from reportdesk.form.edition import Edition
from reportdesk.form.values import show
from reportdesk.report.document import Document
from reportdesk.report.totals import Amounts, Number, sums_of


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says now: ``holds`` is None while it is waiting for a blank."""

    holds: bool | None
    left: Number = 0
    right: Number = 0


_WAITING = Verdict(None)


class Checker:
    """The verdicts of every figure rule; texts and blanks are judged when asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rules = rules_of(document.edition)
        self.touched = _touched(document.edition)
        self.amounts = Amounts(document)
        previous = document.previous
        follows = (
            previous is None
            or previous.year is None
            or document.year is None
            or previous.year == document.year - 1
        )
        # A year further back says nothing about this one: its rules wait.
        self.last = Amounts(previous) if previous is not None and follows else None
        self.verdicts = [self._judge(rule) for rule in self.rules]

    def update(self, keys: Iterable[str]) -> dict[int, Verdict]:
        """Judge again what depends on ``keys``; the verdicts that changed, by rule index."""
        self.amounts.forget()
        indexes: set[int] = set()
        for key in keys:
            indexes |= self.touched.get(key, frozenset())
        changed: dict[int, Verdict] = {}
        for index in indexes:
            verdict = self._judge(self.rules[index])
            if verdict != self.verdicts[index]:
                self.verdicts[index] = changed[index] = verdict
        return changed

    def findings(self) -> list[Finding]:
        """Everything that stands against the report: in printed order, by severity."""
        found = [
            self._finding(rule, verdict)
            for rule, verdict in zip(self.rules, self.verdicts, strict=True)
            if verdict.holds is False and not self._explained(rule, verdict)
        ]
        found += judge_blanks(self.document, self.amounts)
        found += judge_texts(self.document, self.amounts)
        order = {key: index for index, key in enumerate(self.document.edition.fields)}
        return sorted(
            found,
            key=lambda f: (
                SEVERITIES.index(f.severity),
                min((order.get(key, 0) for key in f.keys), default=0),
            ),
        )

    def _judge(self, rule: Rule) -> Verdict:
        left = self._add(rule.left)
        if left is None:
            return _WAITING
        right = self._add(rule.right)
        if right is None:
            return _WAITING
        if rule.op == "==":
            holds = left == right
        else:
            holds = left <= right if rule.op == "<=" else left >= right
        return Verdict(holds, left, right)

    def _add(self, sides: tuple[Side, ...]) -> Number | None:
        if len(sides) > 1 and all(s.sign == 1 and not s.last_year for s in sides):
            return self.amounts.add(tuple(s.key for s in sides))
        total: Number = 0
        for side in sides:
            source = self.last if side.last_year else self.amounts
            amount = source[side.key] if source is not None else None
            if amount is None:
                return None
            total = total + amount if side.sign > 0 else total - amount
        return total

    def _explained(self, rule: Rule, verdict: Verdict) -> bool:
        """Whether the columns' own differences add up to this total column's."""
        if not rule.whole:
            return False
        explained: Number = 0
        for index in rule.whole:
            part = self.verdicts[index]
            if part.holds is None:
                return False
            explained += part.left - part.right
        return explained == verdict.left - verdict.right

    def _finding(self, rule: Rule, verdict: Verdict) -> Finding:
        left, right = show(Decimal(verdict.left)), show(Decimal(verdict.right))
        difference = show(abs(Decimal(verdict.left) - Decimal(verdict.right)))
        message = (
            rule.message.replace("{where}", rule.where)
            .replace("{left}", left)
            .replace("{right}", right)
            .replace("{difference}", difference)
        )
        formula = f"{rule.words}：{self._spelt(rule.left, left)}，{self._spelt(rule.right, right)}"
        return Finding(rule.id, rule.severity, rule.keys, message, formula, left, right, difference)

    def _spelt(self, sides: tuple[Side, ...], total: str) -> str:
        if len(sides) == 1:
            return total
        spelt = ""
        for side in sides:
            source = self.last if side.last_year else self.amounts
            amount = source[side.key] if source is not None else None
            sign = ("＋" if spelt else "") if side.sign > 0 else "－"
            spelt += sign + ("…" if amount is None else show(Decimal(amount)))
        return f"{spelt}＝{total}"


def check(document: Document) -> list[Finding]:
    """All findings on ``document``, worst first."""
    return Checker(document).findings()


def _touched(edition: Edition) -> dict[str, frozenset[int]]:
    """For each key the rules whose verdict may change with it, through totals too."""
    known: dict[str, frozenset[int]] | None = edition.__dict__.get("_touched")
    if known is not None:
        return known
    feeds: dict[str, set[str]] = {key: {key} for key in edition.fields}
    sums = sums_of(edition)
    for _ in range(3):  # a total of totals of totals is as deep as forms go
        for total, ways in sums.items():
            for parts in ways:
                for part in parts:
                    feeds[part] |= feeds[total]
    by_key: dict[str, set[int]] = {}
    for rule in rules_of(edition):
        for key in rule.keys:
            by_key.setdefault(key, set()).add(rule.index)
    known = {
        key: frozenset(index for fed in feeding for index in by_key.get(fed, ()))
        for key, feeding in feeds.items()
    }
    edition.__dict__["_touched"] = known
    return known
