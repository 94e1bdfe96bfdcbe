"""By when a report has to be out, reckoned from the edition's deadlines and the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping

    from reportdesk.form.edition import Deadline, Edition


class Due(NamedTuple):
    """A deadline of one year's report."""

    deadline: Deadline
    year: int
    """The report's year; it is due in the year after."""
    on: date

    def days_left(self, today: date) -> int:
        """Days from ``today`` to the last day; 0 on that day, below 0 after it."""
        return (self.on - today).days


def due(edition: Edition, year: int, values: Mapping[str, str]) -> Due | None:
    """The deadline of a report of ``year`` that says ``values``; None if none is known for it."""
    for deadline in edition.deadlines:
        if not deadline.line or values.get(deadline.line, "") in deadline.values:
            return _due(deadline, year)
    return None


def possible(edition: Edition, year: int) -> list[Due]:
    """The deadlines that a report of ``year`` may have, one for each day, soonest first."""
    found: dict[date, Due] = {}
    settled: set[tuple[str, str]] = set()
    for deadline in edition.deadlines:
        holds_for = {(deadline.line, value) for value in deadline.values}
        if not deadline.line or holds_for - settled:
            each = _due(deadline, year)
            found.setdefault(each.on, each)
        settled |= holds_for
        if not deadline.line:  # those after it hold for nobody
            break
    return [found[on] for on in sorted(found)]


def year_due(dues: Callable[[int], list[Due]], today: date, unfinished: Container[int]) -> int:
    """The year whose report is due next: last year's until its last day has gone by, and for as
    long as it is among the ``unfinished``; then this year's."""
    last = today.year - 1
    if last in unfinished or any(each.days_left(today) >= 0 for each in dues(last)):
        return last
    return today.year


def kind_line(edition: Edition) -> str:
    """The key of the line by whose value the deadlines differ, "" if they do not."""
    return next((d.line for d in edition.deadlines if d.line), "")


def year_in_hand(today: date) -> int:
    """The year whose report is written now: last year's in the first half, when it is due; this
    year's in the second."""
    return today.year - 1 if today.month <= 6 else today.year


def _due(deadline: Deadline, year: int) -> Due:
    return Due(deadline, year, date.fromisoformat(f"{year + 1}-{deadline.by}"))
