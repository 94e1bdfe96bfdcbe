"""The days left to the deadline, in words, for the kind of organ of the newest report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.report.deadline import Due, due, kind_line, possible, year_due

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reportdesk.form.catalog import Catalog
    from reportdesk.form.edition import Edition
    from reportdesk.store.drafts import Draft

_SOON = 7


class Told(NamedTuple):
    """What to show: how long, for whom, by which rule; and whether it presses."""

    days: str
    words: str
    source: str
    presses: bool


def told(drafts: Sequence[Draft], catalog: Catalog, today: date) -> Told | None:
    """The deadline that the newest report's organ has next; those of every kind where its kind
    is not known; None where its form has none."""
    newest = max(
        (draft for draft in drafts if draft.edition in catalog),
        key=lambda draft: (draft.year or 0, draft.updated_at),
        default=None,
    )
    family = catalog.family(newest.edition) if newest is not None else catalog.families[0]
    kind = newest.kind if newest is not None else ""
    unfinished = {draft.year for draft in drafts if draft.filled < draft.of or draft.errors > 0}

    def form(year: int) -> Edition | None:
        return catalog.for_year(year, family)

    def dues(year: int) -> list[Due]:
        edition = form(year)
        if edition is None:
            return []
        own = due(edition, year, {kind_line(edition): kind})
        return [own] if own is not None else possible(edition, year)

    year = year_due(dues, today, unfinished)
    found = dues(year)
    if year not in unfinished:
        found = [each for each in found if each.days_left(today) >= 0]
    if not found:
        return None
    if len(found) == 1:
        return _one(found[0], today)
    lines = [f"{each.deadline.words}\n{_left(each, today)}" for each in found]
    sources = dict.fromkeys(each.deadline.source for each in found if each.deadline.source)
    return Told(f"{year}年度报告的期限", "\n".join(lines), "、".join(sources), presses=False)


def days_words(each: Due, today: date) -> str:
    """How long it is to a deadline, with its date."""
    left = each.days_left(today)
    day = f"{each.on.month}月{each.on.day}日"
    if left < 0:
        return f"已过期限 {-left} 天"
    if left == 0:
        return f"今天（{day}）是最后一天"
    return f"距{day if each.on.year == today.year else f'{each.on.year}年{day}'}还有 {left} 天"


def _one(each: Due, today: date) -> Told:
    presses = each.days_left(today) <= _SOON
    return Told(days_words(each, today), each.deadline.words, each.deadline.source, presses)


def _left(each: Due, today: date) -> str:
    left = each.days_left(today)
    if left < 0:
        return f"已过 {-left} 天"
    return f"还有 {left} 天" if left else "今天是最后一天"
