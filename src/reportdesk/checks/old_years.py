"""Old years anywhere in a text: those that last year's words left behind.

Years stand in a text honestly in many ways. What is told is a year in words that are still last
year's, and the year before the report's where only the report's own can be meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.leftovers import MOST, OLDEST, Stale
from reportdesk.report.renewing import year_in, year_like

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reportdesk.checks.phrases import Place, Scan
    from reportdesk.form.edition import TextRule
    from reportdesk.form.phrases import Phrase

YEAR = "#"
"""The year in question, in the rule's expressions."""
_OWN, _OTHER, _SHORT, _AHEAD = 8, 14, 6, 8
"""Characters behind a year that have to be last year's: behind that report's own year, and behind
another; where there are fewer than ``_SHORT`` those before it count as well. For its own year
``_AHEAD`` characters before it will do, too."""
_NUMBER = r"\d+(?:[.,．，]\d+)*"


class LastYears:
    """The years in last year's text, by the words that stand around them, figures disregarded."""

    def __init__(self, scan: Scan, phrases: tuple[Phrase, ...], year: int) -> None:
        self.year = year
        self._known: set[tuple[int, str]] = set()
        for place in _places(scan, phrases):
            if (found := year_in(scan.words[place.first : place.last])) is not None:
                self._known |= {(found, words) for words in self._around(scan, place, found)}

    def has(self, year: int, scan: Scan, place: Place) -> bool:
        """Whether last year's text had the same year in the same words."""
        return any((year, words) in self._known for words in self._around(scan, place, year))

    def _around(self, scan: Scan, place: Place, year: int) -> Iterator[str]:
        """What tells a year from others: the words behind it, or before it."""
        yield _behind(scan, place, _OWN if year == self.year else _OTHER)
        before = _before(scan, place)
        if year == self.year and len(before) >= _SHORT:
            yield before + YEAR


class _Sight(NamedTuple):
    """A year in its sentence; ``around`` is the sentence with the year as a sign."""

    place: Place
    found: int
    written: str
    around: str
    before: str
    opening: bool


def old_years(
    rule: TextRule,
    phrases: tuple[Phrase, ...],
    scan: Scan,
    words: str,
    year: int,
    last: LastYears | None,
    told: Collection[int] = (),
) -> Iterator[Stale]:
    """The years in ``words`` that last year left in the report of ``year``, but for those that
    begin at ``told`` places. ``instead`` is "" where it is not sure what should stand there."""
    count = 0
    known = {last.year + n for n in (-1, 0, 1)} if last is not None else set[int]()
    for place in _places(scan, phrases):
        found = year_in(scan.words[place.first : place.last])
        if found is None or (not year - OLDEST <= found < year and found not in known):
            continue
        start, end = scan.original(place.first, place.close)
        if start in told or count == MOST:
            continue
        sight = _sight(scan, place, found)
        expected = _expected(rule, sight, scan, year, last)
        if expected in (0, found):
            continue
        count += 1
        _, stop = scan.original(place.first, place.last)
        instead = year_like(words[start:stop], expected) + words[stop:end]
        if _meets(rule.unsure, sight.around):
            instead = ""
        yield Stale(words[start:end], start, end, str(found), str(expected), instead)


def _expected(rule: TextRule, sight: _Sight, scan: Scan, year: int, last: LastYears | None) -> int:
    """The year that should stand there; 0 where nothing is wrong with the one that does."""
    found, around = sight.found, sight.around
    if last is not None and last.has(found, scan, sight.place):
        # Words of last year: its own year became this one, and so did those around it.
        if (found >= last.year or _meets(rule.before, around)) and not _meets(rule.honest, around):
            return found + year - last.year
        return 0
    if found != year - 1 and not (sight.opening and found < year):
        return 0
    if str(year) in around or any(w in sight.before for w in rule.unless.split("|") if w):
        return 0
    return year if _meets(rule.own, around) and not _meets(rule.honest, around) else 0


def _meets(expressions: tuple[str, ...], around: str) -> bool:
    return any(re.search(expression, around) for expression in expressions)


def _places(scan: Scan, phrases: tuple[Phrase, ...]) -> Iterator[Place]:
    for phrase in phrases:
        yield from scan.years(phrase)


def _sight(scan: Scan, place: Place, found: int) -> _Sight:
    begun, stop = scan.sentence(place.first)
    before = scan.words[begun : place.first].replace(YEAR, " ")
    after = scan.words[place.last : stop].replace(YEAR, " ")
    around = f"{before}{YEAR}{after}"
    written = scan.words[place.first : place.last]
    return _Sight(place, found, written, around, before, not scan.words[:begun].strip())


def _behind(scan: Scan, place: Place, size: int) -> str:
    """The words behind a year, with every number as one sign."""
    words = scan.words
    line = words.find("\n", place.last)
    after = words[place.last : line if line >= 0 else len(words)][: size * 4]
    after = re.sub(_NUMBER, "0", after)[:size]
    return after if len(after) >= _SHORT else _before(scan, place) + YEAR + after


def _before(scan: Scan, place: Place) -> str:
    begun = scan.words.rfind("\n", 0, place.first) + 1
    before = scan.words[max(begun, place.first - _AHEAD * 4) : place.first]
    return re.sub(_NUMBER, "0", before)[-_AHEAD:]
