"""Checks of the texts, in printed order: each is judged as it is read, with its live numbers.

What was found against a text is kept until its words, or a figure that its rules look at, change.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.findings import Finding
from reportdesk.checks.leftovers import has_older, likeness, stale_years
from reportdesk.checks.phrases import Scan
from reportdesk.checks.previous import year_before
from reportdesk.checks.quoted import sums_in, wrong_figure, wrong_list, wrong_share
from reportdesk.checks.spoken import Spoken
from reportdesk.checks.wording import filled
from reportdesk.form.edition import Table, Text
from reportdesk.form.names import name_of
from reportdesk.form.phrases import OR, phrase_of
from reportdesk.form.values import plain
from reportdesk.report.figures import written
from reportdesk.report.live import live_keys, number_of, resolved
from reportdesk.report.totals import Amounts, kept

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.checks.old_years import LastYears
    from reportdesk.form.edition import Edition, Severity, TextRule
    from reportdesk.form.phrases import Phrase
    from reportdesk.report.document import Document

LIVE = "live"
"""The rule that a live number without a value breaks. It is of no edition and has no other level:
what it tells of would be printed as a line to fill."""
# A run of Latin letters, digits and their marks; or any other character, as wide ones are.
_WORD = r"[!-~\u00c0-\u024f]+|\S"
_INVISIBLE = "[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
_MARKS = r"[\s。.，,；;！!、:：]+"
_EACH = ("stale_year", "old_year", "same_as_last", "figure", "share")
"""Kinds of the edition's own rules that are asked of each narrative by itself."""
_LITTLE = 60
"""A text of more characters says something, whatever it is."""
_NAMED = 4
"""So many live numbers without a value are named; of more it is said how many they are."""


def length(text: str) -> int:
    """The 字 of a text as Word counts them: a Chinese character or mark is one, and so is a run
    of Latin letters, digits and their marks."""
    return sum(1 for _ in re.finditer(_WORD, re.sub(_INVISIBLE, "", text)))


class _Rule(NamedTuple):
    """A rule that is not switched off, with its severity and its words as phrases."""

    rule: TextRule
    severity: Severity
    phrases: tuple[Phrase, ...]


class _Asked(NamedTuple):
    """A text with what is asked of it, and the figures that its rules look at."""

    id: str
    rules: tuple[_Rule, ...]
    keys: tuple[str, ...]
    narrative: bool


class Narratives:
    """The findings on the texts of one document. Make a new one when ``previous`` or the year
    of the document change."""

    def __init__(self, document: Document, amounts: Amounts) -> None:
        self._document, self._amounts = document, amounts
        self._known: dict[str, tuple[object, list[Finding]]] = {}
        self._last: Amounts | None = None
        self._last_years: dict[str, LastYears | None] = {}

    def findings(self) -> Iterator[Finding]:
        """Those on each text, in printed order; then those on all narratives together."""
        values, numbers = self._document.values, self._amounts
        edition = self._document.edition
        for asked in kept(edition, _asked_of):
            stored = values.get(asked.id, "")
            if not asked.rules and "{{" not in stored:
                continue
            spoken = Spoken(stored, numbers) if asked.narrative else Spoken.plain(stored)
            figures = tuple(number_of(key, numbers) for key in asked.keys)
            mark = (stored, spoken.words, figures)
            known = self._known.get(asked.id)
            if known is None or known[0] != mark:
                found = sorted(self._judge(asked, spoken), key=lambda finding: finding.at[0])
                known = self._known[asked.id] = (mark, found)
            yield from known[1]
        if rules := kept(edition, _asked_of_all):
            ids = tuple(text.id for text in edition.texts if text.id in values)
            words = "\n".join(resolved(values[id], numbers) for id in ids)
            for rule, severity, _ in rules:
                yield from _judge(rule, severity, Spoken.plain(words), ids, numbers)

    def _judge(self, asked: _Asked, spoken: Spoken) -> Iterator[Finding]:
        if spoken.missing:
            yield self._missing(asked, spoken)
        told: set[int] = set()
        for known in asked.rules:
            if known.rule.kind in ("stale_year", "old_year"):
                yield from self._stale(known, asked.id, spoken, told)
            elif known.rule.kind == "same_as_last":
                yield from self._same(known, asked.id, spoken.words)
            elif known.rule.kind in ("figure", "share", "adds_up"):
                yield from self._quoted(known, asked.id, spoken)
            else:
                rule, severity, _ = known
                yield from _judge(rule, severity, spoken, (asked.id,), self._amounts)

    def _missing(self, asked: _Asked, spoken: Spoken) -> Finding:
        edition = self._document.edition
        keys = list(dict.fromkeys(one.key for one in spoken.missing))
        names = live_keys(edition)
        listed = "、".join(f"“{names[key].figure}”" for key in keys[:_NAMED])
        listed += f"等 {len(keys)} 个数" if len(keys) > _NAMED else ""
        place = name_of(edition, asked.id)
        _, start, size = spoken.missing[0]
        message = f"{place}：文中的实时数字{listed}还没有填，导出时印成“＿＿”。"
        return Finding(LIVE, "error", (asked.id, *keys), message, at=(start, size))

    def _stale(self, known: _Rule, id: str, spoken: Spoken, told: set[int]) -> Iterator[Finding]:
        """Years that last year left; ``told`` is where some were found already."""
        rule, severity, phrases = known
        scan, year = spoken.scan, self._document.year
        if year is None:
            return
        if rule.kind == "stale_year":
            found = stale_years(rule, phrases, scan, spoken.words, year)
        elif (last := self._years_of_last(known, id)) or has_older(scan, phrases, year):
            from reportdesk.checks.old_years import old_years

            found = old_years(rule, phrases, scan, spoken.words, year, last, frozenset(told))
        else:
            return
        for stale in found:
            told.add(stale.start)
            message = filled(
                rule.message if stale.instead else rule.ask or rule.message,
                words=stale.words,
                found=stale.found,
                expected=stale.expected,
            )
            yield Finding(
                rule.id,
                severity,
                (id,),
                message,
                found=stale.found,
                expected=stale.expected,
                at=spoken.place(stale.start, stale.end),
                instead=stale.instead,
            )

    def _years_of_last(self, known: _Rule, id: str) -> LastYears | None:
        """The years in last year's text, kept: that text does not change."""
        if id not in self._last_years:
            last, self._last_years[id] = self._document.previous, None
            edition = self._document.edition
            if last is not None and last.year and last.edition.family == edition.family:
                from reportdesk.checks.old_years import LastYears

                words = self._last_words(last, id)
                self._last_years[id] = LastYears(Scan(words), known.phrases, last.year)
        return self._last_years[id]

    def _last_words(self, last: Document, id: str) -> str:
        if self._last is None:
            self._last = Amounts(last)
        return resolved(last.values.get(id, ""), self._last)

    def _same(self, known: _Rule, id: str, words: str) -> Iterator[Finding]:
        rule, severity, _ = known
        last = year_before(self._document)
        if last is None or not last.values.get(id, "") or not words.strip():
            return
        same = likeness(words, self._last_words(last, id))
        if same >= rule.limit:
            formula = f"有 {same}% 的文字与上年相同"
            yield Finding(rule.id, severity, (id,), rule.message, formula, f"{same}%")

    def _quoted(self, known: _Rule, id: str, spoken: Spoken) -> Iterator[Finding]:
        rule, severity, phrases = known
        scan, numbers = spoken.scan, self._amounts
        if rule.kind == "figure":
            quote = wrong_figure(rule, phrases, scan, spoken.words, numbers)
        elif rule.kind == "share":
            quote = wrong_share(rule, scan, spoken.words, numbers)
        else:
            quote = wrong_list(rule, scan, spoken.words)
        if quote is None:
            return
        words, start, end, found, expected = quote
        sums = sums_in(self._document.edition)
        keys = dict.fromkeys(term.name for sum in rule.equals for term in sums[sum])
        yield Finding(
            rule.id,
            severity,
            (id, *keys),
            filled(rule.message, words=words, found=found, expected=expected),
            found=found,
            expected=expected,
            at=spoken.place(start, end),
        )


def _asked_of(edition: Edition) -> tuple[_Asked, ...]:
    each = tuple(rule for rule in edition.text_rules if rule.kind in _EACH)
    sums, found = sums_in(edition), list[_Asked]()
    for block in (block for section in edition.sections for block in section.blocks):
        if isinstance(block, Table):
            continue
        narrative = isinstance(block, Text)
        rules = _levelled(edition, (*block.rules, *(each if narrative else ())))
        names = [term.name for each in rules for sum in each.rule.equals for term in sums[sum]]
        keys = dict.fromkeys([*names, *(key for each in rules for key in each.rule.keys)])
        if rules or narrative:
            found.append(_Asked(block.id, rules, tuple(keys), narrative))
    return tuple(found)


def _asked_of_all(edition: Edition) -> tuple[_Rule, ...]:
    return _levelled(edition, tuple(r for r in edition.text_rules if r.kind not in _EACH))


def _levelled(edition: Edition, rules: tuple[TextRule, ...]) -> tuple[_Rule, ...]:
    found: list[_Rule] = []
    for rule in rules:
        severity = edition.level(rule.id, rule.severity)
        if severity != "off":
            phrased = rule.words if rule.kind in ("stale_year", "old_year", "figure") else ()
            phrases = tuple(phrase for words in phrased if (phrase := phrase_of(words)))
            found.append(_Rule(rule, severity, phrases))
    return tuple(found)


def _judge(
    rule: TextRule, severity: Severity, spoken: Spoken, keys: tuple[str, ...], amounts: Amounts
) -> Iterator[Finding]:
    words = spoken.words.strip()
    if not words and rule.kind != "filled":
        return  # an empty narrative is told once, by the rule that wants it filled
    found = expected = formula = ""
    at = (-1, 0)
    if rule.kind == "filled":
        broken = not words
    elif rule.kind == "length":
        # There are never more 字 than characters: a short text need not be counted.
        count = length(words) if len(words) > rule.limit else 0
        broken = count > rule.limit
        found, expected, formula = str(count), str(rule.limit), f"{count} 字＞{rule.limit} 字"
    elif rule.kind == "not_just":
        broken = len(words) <= _LITTLE and _says_nothing(words, rule.words)
    elif rule.kind == "mentions":
        broken = not any(word in words for word in rule.words)
    else:
        # Only what is said and not so is told. That all is 0 and the text does not say so is no
        # fault: nothing obliges an office to say it.
        belied = [key for key in rule.keys if amounts[key]]
        if rule.unless and any(word in words for word in rule.unless.split(OR)):
            belied = []
        phrase, place = _phrase(rule, spoken.words) if belied else ("", 0)
        broken = bool(phrase)
        if broken:
            keys = (*keys, *belied)
            numbers = [written(number) for key in belied if (number := amounts[key]) is not None]
            found, expected = phrase, "、".join(numbers)
            formula = f"文中写“{found}”，表中是{expected}"
            at = spoken.place(place, place + len(phrase))
    if broken:
        yield Finding(rule.id, severity, keys, rule.message, formula, found, expected, at=at)


def _says_nothing(words: str, known: tuple[str, ...]) -> bool:
    """Whether a text is one of the known words, or a sign: a dash or a stroke, as in a cell."""
    return not re.search(r"\w", words) or _bare(words) in {_bare(word) for word in known}


def _bare(words: str) -> str:
    return re.sub(_MARKS, "", plain(words))


def _phrase(rule: TextRule, words: str) -> tuple[str, int]:
    """The first words of the text that the rule's expressions find, and where they stand; ""
    if none do."""
    for expression in rule.words:
        match = re.search(expression, words)
        if match is not None:
            bare = match.group().lstrip("。；;\n ")
            return bare.rstrip("。；;\n "), match.end() - len(bare)
    return "", 0
