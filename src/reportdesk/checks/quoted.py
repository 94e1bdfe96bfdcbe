"""Figures that a text quotes from the tables: whether they are what the tables say.

An office says the same thing in many ways, and other numbers stand beside it. So a number is told
only where no place in the text says what the table says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.phrases import OR
from reportdesk.form.text_rules import terms_of
from reportdesk.form.values import find, spelt
from reportdesk.report.figures import figure, written
from reportdesk.report.live import number_of
from reportdesk.report.totals import kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.checks.phrases import Place, Scan
    from reportdesk.form.edition import Edition, TextRule
    from reportdesk.form.expression import Term
    from reportdesk.form.phrases import Phrase
    from reportdesk.report.figures import Number
    from reportdesk.report.totals import Amounts

_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")
_NUMBER = r"[\d,，.．]+|[零〇一二三四五六七八九十百千万两]+"
_SIGNS = frozenset("0123456789０１２３４５６７８９零〇一二三四五六七八九十百千万两")
_ASIDE = r"[（(][^（）()]*[）)]"
_PAIR = 2
_CLAUSE, _CLAUSE_LENGTH = r"[，。；：:,;\n]", 40
_DENIAL = r"未(?!经)|没有|从无|无一"
_YEAR = r"(?<!\d)((?:19|20)\d\d)年"


class Quote(NamedTuple):
    """Words that quote a figure which the tables do not have."""

    words: str
    start: int
    end: int
    found: str
    expected: str


def sums_in(edition: Edition) -> Mapping[str, tuple[Term, ...]]:
    """The sums that rules compare with, by their text; made once."""
    return kept(edition, _sums)


def _sums(edition: Edition) -> dict[str, tuple[Term, ...]]:
    blocks = [block for section in edition.sections for block in section.blocks]
    rules = [rule for block in blocks for rule in getattr(block, "rules", ())]
    return {sum: terms_of(sum) for rule in (*rules, *edition.text_rules) for sum in rule.equals}


def wrong_figure(
    rule: TextRule,
    phrases: tuple[Phrase, ...],
    scan: Scan,
    words: str,
    amounts: Amounts,
) -> Quote | None:
    """The first number that the rule's phrases find in ``words``, if the tables have none of
    those that they find. None while a figure that it would be compared with is blank."""
    if not _has(rule.near, scan.words, empty=True):
        return None
    expected: list[Number] | None = None
    wrong: Quote | None = None
    for phrase in phrases:
        for place in scan.counts(phrase):
            if not _speaks(rule, scan, place.start, place.end, amounts.document.year):
                continue
            number = _number(scan.words[place.first : place.last])
            if number is None or (number == 1 and _denied(scan, place)):
                continue
            if expected is None and (expected := _expected(rule, amounts)) is None:
                return None
            if number in expected:
                return None
            if wrong is None:
                start, end = scan.original(place.start, place.end)
                shown = "或".join(dict.fromkeys(written(one) for one in expected))
                wrong = Quote(words[start:end], start, end, written(number), shown)
    return wrong


def wrong_share(rule: TextRule, scan: Scan, words: str, amounts: Amounts) -> Quote | None:
    """The first percentage that is not that of its number in any of the sums, be it rounded up
    or down."""
    if "%" not in scan.words and "％" not in scan.words:
        return None
    for expression in rule.words:
        for match in re.finditer(expression, scan.words):
            if not _speaks(rule, scan, *match.span(), amounts.document.year):
                continue
            part, percent = _number(match[1]), figure(match[2].translate(_WIDE))
            if part is None or percent is None:
                continue
            wholes = _expected(rule, amounts)
            if wholes is None:
                return None
            places = len(match[2].partition(".")[2] or match[2].partition("．")[2])
            known = [whole for whole in wholes if whole]
            if known and not any(_is_share(part, whole, percent, 10**places) for whole in known):
                start, end = scan.original(*match.span())
                shown = f"{_share(part, known[0], places)}%"
                return Quote(words[start:end], start, end, f"{match[2]}%", shown)
    return None


def wrong_list(rule: TextRule, scan: Scan, words: str) -> Quote | None:
    """The first stated whole that the numbers listed behind it do not add up to. Part of a whole
    may be listed alone: a list that comes to less is told only if it is long enough."""
    if not _has(rule.near, scan.words, empty=True) or _numbers_in(scan.words) <= _PAIR:
        return None
    for expression in rule.words:
        for match in re.finditer(expression, scan.words):
            unit, listed = match[2], re.sub(_ASIDE, "", match[3])
            begun, stop = scan.sentence(match.start())
            if not _has(rule.near, scan.words[begun:stop], empty=True) or _has(rule.unless, listed):
                continue
            whole, parts = _amount(match[1]), _amounts(listed, unit)
            if whole is None or len(parts) < _PAIR or None in parts:
                continue
            sum: Number = 0
            for part in parts:
                sum += part or 0
            if sum > whole or (sum < whole and len(parts) > _PAIR):
                start, end = scan.original(match.start(1), match.end(2))
                found, expected = f"{written(whole)} {unit}", f"{written(sum)} {unit}"
                return Quote(words[start:end], start, end, found, expected)
    return None


def _numbers_in(words: str) -> int:
    """How many numbers there are at most; without an expression, which most texts need none for."""
    return len("".join(c if c in _SIGNS else " " for c in words).split())


def _amounts(listed: str, unit: str) -> list[Number | None]:
    """The numbers with a unit in a list. A price (「100元/件」) or a limit is none of them."""
    found = re.finditer(rf"({_NUMBER}){re.escape(unit)}(?![/／每以])", listed)
    return [_amount(match[1]) for match in found]


def _amount(text: str) -> Number | None:
    number = spelt(text)
    return figure(find(text, "money").value) if number is None else number


def _speaks(rule: TextRule, scan: Scan, start: int, end: int, year: int | None) -> bool:
    """Whether what stands from ``start`` to ``end`` speaks of what the rule is about: its
    sentence names it, and names nothing else, and no other year, before it."""
    begun, stop = scan.sentence(start)
    before = scan.words[begun:end]
    if _has(rule.unless, before):
        return False
    years = re.findall(_YEAR, before)
    if year is not None and years and int(years[-1]) != year:
        return False
    return _has(rule.near, scan.words[begun:stop], empty=True)


def _has(wanted: str, words: str, *, empty: bool = False) -> bool:
    """Whether one of the ``wanted`` words, parted by |, is among ``words``; ``empty`` where none
    is wanted."""
    return any(word in words for word in wanted.split(OR)) if wanted else empty


def _number(text: str) -> Number | None:
    number = spelt(text)
    return figure(find(text, "count").value) if number is None else number


def _denied(scan: Scan, place: Place) -> bool:
    """Whether one is none: 「未发生一起」."""
    clause = re.split(_CLAUSE, scan.words[max(0, place.first - _CLAUSE_LENGTH) : place.first])[-1]
    return re.search(_DENIAL, clause) is not None


def _expected(rule: TextRule, amounts: Amounts) -> list[Number] | None:
    found: list[Number] = []
    sums = sums_in(amounts.document.edition)
    for sum in rule.equals:
        whole: Number = 0
        for term in sums[sum]:
            number = number_of(term.name, amounts)
            if number is None:
                return None
            whole += term.sign * number
        found.append(whole)
    return found


def _is_share(part: Number, whole: Number, percent: Number, last: int) -> bool:
    return abs(100 * part - percent * whole) * last < abs(whole)


def _share(part: Number, whole: Number, places: int) -> str:
    """The percentage with so many places, rounded as at school."""
    scaled = str((200 * part * 10**places + whole) // (2 * whole)).rjust(places + 1, "0")
    return f"{scaled[:-places]}.{scaled[-places:]}" if places else scaled
