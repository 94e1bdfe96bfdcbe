"""Whether the report at hand for comparison is the one that the rules across years need."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection

    from reportdesk.report.document import Document

_UNCHECKED = "跨年的勾稽没有核对"


class Doubt(NamedTuple):
    """Something about the report compared with that keeps rules from being judged; where it does
    not (``surely`` is False), it may make them wrong."""

    words: str
    surely: bool = True


def year_before(document: Document) -> Document | None:
    """The report of the year before, as far as its year and form tell; None if it is not at
    hand. Where one of the two has no year, it is taken for the year before."""
    previous = document.previous
    return previous if previous is not None and not _stranger(document, previous) else None


def doubts(document: Document, asked: Collection[str]) -> list[Doubt]:
    """What is to be told of the report compared with; ``asked`` are the keys of last year that
    rules ask for."""
    previous = document.previous
    if previous is None or not asked:
        return []
    if words := _stranger(document, previous):
        return [Doubt(words)]
    found: list[Doubt] = []
    if previous.year is None:
        found.append(Doubt("对照的报告没有认出年份，按上一年的核对，请看看是不是上一年的。", False))
    elif document.year is None:
        year = previous.year
        found.append(Doubt(f"本报告没有认出年份，对照的{year}年报告按上一年的核对。", False))
    tables = {key.partition(".")[0] for key in asked} & previous.refused.keys()
    found += [
        Doubt(f"对照的报告里《{table.title}》没有读入，有关它的{_UNCHECKED}。")
        for table in previous.edition.tables
        if table.id in tables
    ]
    return found


def _stranger(document: Document, previous: Document) -> str:
    """Why ``previous`` is no report of the year before; "" if it may be."""
    if previous.edition.family != document.edition.family:
        return f"对照的是另一种报告（{previous.edition.title}），{_UNCHECKED}。"
    years = previous.year, document.year
    if None not in years and previous.year != (document.year or 0) - 1:
        return f"对照的是{previous.year}年的报告，不是上一年的，{_UNCHECKED}。"
    return ""
