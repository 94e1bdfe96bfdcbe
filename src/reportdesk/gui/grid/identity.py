"""The identities that hold in every column of a table, and the rows that they speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.checks.relations import short_name
from reportdesk.checks.rules import rules_of

if TYPE_CHECKING:
    from reportdesk.checks.checker import Checker
    from reportdesk.checks.rules import Rule, Side
    from reportdesk.form.edition import Edition
    from reportdesk.gui.grid.layout import GridLayout

State = Literal["ok", "broken", "echo", "waiting"]
_SIGNS = {"==": "＝", "<=": "≤", ">=": "≥"}


class Identity(NamedTuple):
    """One identity: its formula in short names, and for each column the rule's number and the
    cell to go to."""

    words: str
    full: str
    columns: dict[int, tuple[int, str]]


class Balanced(NamedTuple):
    """What an identity says of a column now."""

    state: State
    difference: str = ""


def identities(edition: Edition, layout: GridLayout) -> tuple[Identity, ...]:
    """The identities of severity error that hold column by column. In a table printed across a
    column of the form is no column of the screen, and there is none."""
    found: list[Identity] = []
    if layout.table.layout == "across":
        return ()
    for check in layout.table.checks:
        if check.each != "column" or edition.level(check.id, check.severity) != "error":
            continue
        rules = [
            rule
            for rule in rules_of(edition).rules
            if rule.id == check.id and rule.total < 0 and rule.keys and rule.keys[0] in layout
        ]
        if rules:
            columns = {
                layout.place_of(rule.keys[0]).column: (rule.number, rule.keys[0]) for rule in rules
            }
            found.append(Identity(_words(edition, rules[0]), rules[0].words, columns))
    return tuple(found)


def frozen_rows(edition: Edition, layout: GridLayout) -> tuple[int, int]:
    """How many rows from the top and from the bottom take part in such an identity."""
    rows: set[int] = set()
    numbers = [n for each in identities(edition, layout) for n, _ in each.columns.values()]
    for number in numbers:
        rows |= {
            layout.place_of(key).row
            for key in rules_of(edition).rules[number].keys
            if key in layout
        }
    top = next((n for n in range(layout.height) if n not in rows), layout.height)
    bottom = next((n for n in range(layout.height) if layout.height - 1 - n not in rows), 0)
    return (top, bottom) if top < layout.height else (0, 0)


def balanced(checker: Checker, number: int) -> Balanced:
    """What the rule with this number says now."""
    from reportdesk.report.figures import written

    verdict = checker.verdicts[number]
    if verdict.state != "broken":
        return Balanced(verdict.state)
    difference = written(abs(verdict.left - verdict.right))
    return Balanced("echo" if verdict.repeats else "broken", difference)


def _words(edition: Edition, rule: Rule) -> str:
    return f"{_side(edition, rule.left)} {_SIGNS[rule.op]} {_side(edition, rule.right)}"


def _side(edition: Edition, side: Side) -> str:
    words = ""
    for term in side.terms:
        sign = "－" if term.sign < 0 else "＋" if words else ""
        words += sign + ("上年" if term.last_year else "") + short_name(edition, term.name)
    return words
