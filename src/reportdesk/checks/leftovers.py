"""What last year left in a text: its year in a title or a period, or the text as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.report.renewing import year_in, year_like

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.checks.phrases import Scan
    from reportdesk.form.edition import TextRule
    from reportdesk.form.phrases import Phrase

MOST = 20
"""Findings of one rule in one text; what has more is last year's text and told as such."""
OLDEST = 3
"""A text may open with a year as old as this."""
_SENTENCE = r"[。！？；;!?\n]+"
_UNTOLD = r"(?:(?:19|20)\d\d\s*年度?)|[\s，,、：:（）()“”\"]+"
_SHORTEST = 20
"""A text of fewer characters is no copy: what it lacks is told by other rules."""


class Stale(NamedTuple):
    """Words with a year that is not the one expected: where they stand, and how they would read
    with the expected one."""

    words: str
    start: int
    end: int
    found: str
    expected: str
    instead: str


def stale_years(
    rule: TextRule, phrases: tuple[Phrase, ...], scan: Scan, words: str, year: int
) -> Iterator[Stale]:
    """The years in ``words`` that are not what the rule expects in the report of ``year``. What
    is told is the year with what touches it behind (「2024年12月31日」)."""
    expected = year + rule.offset
    told: set[int] = set()
    for phrase in phrases:
        for place in scan.years(phrase):
            start, end = scan.original(place.first, place.close)
            _, last = scan.original(place.first, place.last)
            written = words[start:last]
            found = year_in(written)
            if found is None or found == expected or start in told or len(told) == MOST:
                continue
            told.add(start)
            instead = year_like(written, expected) + words[last:end]
            yield Stale(words[start:end], start, end, str(found), str(expected), instead)


def has_older(scan: Scan, phrases: tuple[Phrase, ...], year: int) -> bool:
    """Whether a year before ``year``, but not long before, stands in a text at all."""
    return any(
        year - OLDEST <= (year_in(scan.words[place.first : place.last]) or 0) < year
        for phrase in phrases
        for place in scan.years(phrase)
    )


def likeness(words: str, last: str) -> int:
    """How many hundredths of ``words`` are sentences of ``last``, years and marks disregarded."""
    known = set(_sentences(last))
    own = _sentences(words)
    whole = sum(map(len, own))
    if whole < _SHORTEST:
        return 0
    return 100 * sum(len(sentence) for sentence in own if sentence in known) // whole


def _sentences(words: str) -> list[str]:
    bare = (re.sub(_UNTOLD, "", sentence) for sentence in re.split(_SENTENCE, words))
    return [sentence for sentence in bare if sentence]
