"""A moment in the words in which people tell it: 今天 09:41, 昨天 16:20, 1月16日, 2025-01-17."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


def when_words(moment: datetime, today: date, *, clock: bool = False) -> str:
    """How ``moment`` is told on the day ``today``; with the time of day even where it is long ago
    if ``clock`` is asked for."""
    time = f" {moment:%H:%M}" if clock else ""
    day = moment.date()
    if day == today:
        return f"今天 {moment:%H:%M}"
    if day == today - timedelta(days=1):
        return f"昨天 {moment:%H:%M}"
    if day.year == today.year:
        return f"{day.month}月{day.day}日{time}"
    return f"{day.isoformat()}{time}"


def exactly(moment: datetime) -> str:
    """The moment in full, to the minute."""
    return f"{moment.year}年{moment.month}月{moment.day}日 {moment:%H:%M}"
