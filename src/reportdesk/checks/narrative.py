"""Checks of the narratives: length, empty parts, phrases that the tables belie."""

import re
from collections.abc import Iterator

from reportdesk.checks.findings import Finding
from reportdesk.form.edition import Text, TextRule
from reportdesk.report.document import Document
from reportdesk.report.totals import Amounts

_WORD = re.compile(r"[\x21-\x7e\u00c0-\u024f]+|[^\s\x00-\x7f]")
_END = re.compile(r"[\s。．.，,；;！!]+")


def length(text: str) -> int:
    """The 字 of a text as Word counts them: a Chinese character or mark, or a run of Latin
    letters and digits, is one."""
    return sum(1 for _ in _WORD.finditer(text))


def judge_texts(document: Document, amounts: Amounts) -> Iterator[Finding]:
    """The findings on all narratives, in printed order."""
    for text in document.edition.texts:
        for rule in text.rules:
            found = _judge(rule, text, document, amounts)
            if found is not None:
                yield found


def _judge(rule: TextRule, text: Text, document: Document, amounts: Amounts) -> Finding | None:
    severity = document.edition.level(rule.id, rule.severity)
    words = document.values.get(text.id, "").strip()
    if severity == "off" or (not words and rule.kind != "filled"):
        return None
    keys: tuple[str, ...] = (text.id,)
    found = expected = formula = ""
    if rule.kind == "filled":
        broken = not words
    elif rule.kind == "length":
        count = length(words)
        broken = count > rule.limit
        found, expected, formula = str(count), str(rule.limit), f"{count}字＞{rule.limit}字"
    elif rule.kind == "not_just":
        broken = _END.sub("", words) in {_END.sub("", word) for word in rule.words}
    elif rule.kind == "mentions":
        broken = not any(word in words for word in rule.words)
    else:
        match = next((m for p in rule.words if (m := re.search(p, words)) is not None), None)
        told = [key for key in rule.keys if amounts[key]]
        broken = match is not None and bool(told)
        if match is not None and told:
            keys = (text.id, *told)
            found, expected = match.group(), str(amounts[told[0]])
            formula = f"文中写“{found}”，表中是{expected}"
    if not broken:
        return None
    return Finding(rule.id, severity, keys, rule.message, formula, found, expected)
