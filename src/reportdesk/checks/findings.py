"""A finding: one broken rule in words that a clerk understands."""

from collections.abc import Iterable
from typing import NamedTuple

from reportdesk.form.table import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "review", "hint")


class Finding(NamedTuple):
    """What a rule has against the report. ``found`` is the printed total or the left side,
    ``expected`` the sum of its parts or the right side, "" where there are no sides."""

    rule: str
    severity: Severity
    keys: tuple[str, ...]
    """The blanks that take part, in order; for a table that was refused the table's id."""
    message: str
    formula: str = ""
    found: str = ""
    expected: str = ""
    difference: str = ""
    at: tuple[int, int] = (-1, 0)
    """In a narrative where the words in question begin, and how many characters they are."""
    instead: str = ""
    """What could stand there instead, where there is one safe answer; it is never put there
    without the clerk's word."""


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    found = dict.fromkeys(map(str, SEVERITIES), 0)
    for finding in findings:
        found[finding.severity] += 1
    return found
