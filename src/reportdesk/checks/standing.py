"""How a cell stands on the form now: what it shows, who made the number, what is against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.report.figures import written
from reportdesk.report.totals import kept, sums_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reportdesk.checks.checker import Checker
    from reportdesk.checks.findings import Finding
    from reportdesk.checks.rules import Rule
    from reportdesk.form.edition import Edition

Kind = Literal["entry", "computed", "typed", "waiting"]
Gravity = Literal["", "error", "review", "hint"]

_ORDER: tuple[Gravity, ...] = ("error", "review", "hint", "")


class Standing(NamedTuple):
    """A cell as the screen shows it."""

    text: str
    """The stored value or the reckoned total; "" where blank or waiting."""
    kind: Kind = "entry"
    """``typed``: a total with a stored value; ``waiting``: one that cannot be reckoned yet."""
    expected: str = ""
    """For a typed total the sum of its parts, "" while that is unknown."""
    side: Literal["", "left", "right"] = ""
    """On which side of a broken identity it stands."""
    echo: bool = False
    """Whether a break here only repeats what the columns tell."""
    severity: Gravity = ""
    """The gravest finding about this very cell; that it is blank is no finding here."""
    reasoned: bool = False
    """Whether every review of it has its written reason."""
    origin: str = ""
    """Where the stored value came from while nobody confirmed it: file, rolled, last_year."""

    @property
    def disagrees(self) -> bool:
        """Whether it is a typed total that is not the sum of its parts."""
        return self.kind == "typed" and self.expected not in ("", self.text)


def reason_name(rule: str, keys: Iterable[str]) -> str:
    """The name under which ``Document.reasons`` keeps the reason for a finding."""
    return f"{rule} {' '.join(keys)}"


def marked(findings: Iterable[Finding], checker: Checker) -> dict[str, Gravity]:
    """The cells that findings other than those on relations are about, each with the gravest.
    Blanks are told by the empty cell itself, and a sentence is not the cell's fault."""
    relations = {(rule.id, rule.keys) for rule in checker.rules}
    fields = checker.document.edition.fields
    found: dict[str, Gravity] = {}
    for finding in findings:
        if (finding.rule, finding.keys) in relations or not finding.keys:
            continue
        first = fields.get(finding.keys[0])
        if first is None or first.row is None or finding.keys[0] not in checker.document.values:
            continue
        if reason_name(finding.rule, finding.keys) in checker.document.reasons:
            continue
        for key in finding.keys:
            if key in checker.document.values:
                found[key] = _gravest(found.get(key, ""), finding.severity)
    return found


def standing(checker: Checker, key: str, marks: Mapping[str, Gravity]) -> Standing:
    """How the cell ``key`` stands; ``marks`` as ``marked`` gives them."""
    document, amounts = checker.document, checker.amounts
    stored = document.values.get(key)
    sums = sums_of(document.edition).get(key)
    slot = amounts.ledger.slots.get(key, -1)
    text, kind, expected = stored or "", "entry", ""
    if sums is not None and stored is None:
        number = amounts.numbers[slot]
        text, kind = ("", "waiting") if number is None else (written(number), "computed")
    elif sums is not None:
        kind = "typed"
        expected = _expected(checker, slot, text)
    side: Literal["", "left", "right"] = ""
    echo, severity, reasoned = False, marks.get(key, ""), False
    for index in kept(document.edition, _direct).get(key, ()):
        rule, verdict = checker.rules[index], checker.verdicts[index]
        if verdict.state != "broken" or (rule.total >= 0 and rule.total != slot):
            continue
        if verdict.repeats:
            echo = True
        elif rule.total >= 0:
            severity = _gravest(severity, rule.severity)
        elif rule.severity == "error":
            severity = "error"
            side = "left" if slot in (*rule.left.plus, *rule.left.minus) else "right"
        elif slot in (*rule.left.plus, *rule.left.minus):
            if reason_name(rule.id, rule.keys) in document.reasons:
                reasoned = True
            else:
                severity = _gravest(severity, rule.severity)
    origin = document.origins.get(key)
    return Standing(
        text,
        kind,
        expected,
        side,
        echo,
        severity,
        reasoned and severity != "review",
        origin.kind if origin is not None and stored is not None else "",
    )


def rules_about(edition: Edition, key: str) -> tuple[int, ...]:
    """The rules in which ``key`` itself takes part, by number."""
    return kept(edition, _direct).get(key, ())


def _expected(checker: Checker, slot: int, text: str) -> str:
    """What the parts of a typed total add up to; where row and column say different things,
    the one that the typed number is not."""
    expected = ""
    for way in checker.amounts.ledger.ways[slot]:
        number = checker.amounts.add(way)
        if number is not None:
            expected = written(number)
            if expected != text:
                break
    return expected


def _direct(edition: Edition) -> dict[str, tuple[int, ...]]:
    from reportdesk.checks.rules import rules_of

    found: dict[str, list[int]] = {}
    for rule in rules_of(edition).rules:
        for key in _keys(rule):
            found.setdefault(key, []).append(rule.number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _keys(rule: Rule) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rule.keys))


def _gravest(one: Gravity, other: str) -> Gravity:
    return next(g for g in _ORDER if g in (one, other))
