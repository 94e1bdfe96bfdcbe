"""Checks of the narratives: length, empty parts, phrases that the tables belie."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportdesk.checks.findings import Finding
from reportdesk.form.values import plain
from reportdesk.report.figures import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.form.edition import TextRule
    from reportdesk.report.document import Document
    from reportdesk.report.totals import Amounts

# A run of Latin letters, digits and their marks; or any other character, as wide ones are.
_WORD = r"[!-~\u00c0-\u024f]+|\S"
_INVISIBLE = "[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
_MARKS = r"[\s。.，,；;！!、:：]+"


def length(text: str) -> int:
    """The 字 of a text as Word counts them: a Chinese character or mark is one, and so is a run
    of Latin letters, digits and their marks."""
    return sum(1 for _ in re.finditer(_WORD, re.sub(_INVISIBLE, "", text)))


def judge_texts(document: Document, amounts: Amounts) -> Iterator[Finding]:
    """The findings on all narratives, in printed order; then those on all of them together."""
    edition = document.edition
    for text in edition.texts:
        if text.rules:
            words = document.values.get(text.id, "")
            for rule in text.rules:
                yield from _judge(rule, words, (text.id,), document, amounts)
    if edition.text_rules:
        ids = tuple(text.id for text in edition.texts if text.id in document.values)
        words = "\n".join(document.values[id] for id in ids)
        for rule in edition.text_rules:
            yield from _judge(rule, words, ids, document, amounts)


def _judge(
    rule: TextRule, words: str, keys: tuple[str, ...], document: Document, amounts: Amounts
) -> Iterator[Finding]:
    severity = document.edition.level(rule.id, rule.severity)
    words = words.strip()
    if severity == "off" or (not words and rule.kind != "filled"):
        return  # an empty narrative is told once, by the rule that wants it filled
    found = expected = formula = ""
    if rule.kind == "filled":
        broken = not words
    elif rule.kind == "length":
        # There are never more 字 than characters: a short text need not be counted.
        count = length(words) if len(words) > rule.limit else 0
        broken = count > rule.limit
        found, expected, formula = str(count), str(rule.limit), f"{count}字＞{rule.limit}字"
    elif rule.kind == "not_just":
        broken = _bare(words) in {_bare(word) for word in rule.words}
    elif rule.kind == "mentions":
        broken = not any(word in words for word in rule.words)
    else:
        # Only what is said and not so is told. That all is 0 and the text does not say so is no
        # fault: nothing obliges an office to say it.
        phrase = _phrase(rule, words)
        belied = [key for key in rule.keys if amounts[key]] if phrase else []
        broken = bool(belied)
        if broken:
            keys = (*keys, *belied)
            numbers = [written(number) for key in belied if (number := amounts[key]) is not None]
            found, expected = phrase, "、".join(numbers)
            formula = f"文中写“{found}”，表中是{expected}"
    if broken:
        yield Finding(rule.id, severity, keys, rule.message, formula, found, expected)


def _bare(words: str) -> str:
    return re.sub(_MARKS, "", plain(words))


def _phrase(rule: TextRule, words: str) -> str:
    """The first words of the text that the rule's expressions find, "" if none do."""
    matches = (re.search(expression, words) for expression in rule.words)
    return next((match.group().strip("。；;\n ") for match in matches if match is not None), "")
