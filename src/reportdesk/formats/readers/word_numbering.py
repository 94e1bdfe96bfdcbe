"""The labels that Word prints by itself before numbered paragraphs: 一、（一）1. and their kind.

A heading 「一、总体情况」 often has only 「总体情况」 as its text, and without its label it would
not be known for what it is. Used for .docx and .doc alike.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportdesk.form.values import spell

_MOST = 32_767
_LONGEST = 60
_SLOT = re.compile(r"%([1-9])")
_CJK = re.compile(r"[一-鿿（）、]")


class Level(NamedTuple):
    """One level of a list; ``text`` has %1 to %9 where the numbers of the levels stand."""

    kind: str = "decimal"
    """The form of the number, by its name in Office Open XML."""
    text: str = ""
    start: int = 1
    legal: bool = False
    """Whether all numbers in the label are written in decimal."""
    restarts: bool = True
    """Whether the count begins again after a paragraph of a level above."""


class Counters:
    """Counts the numbered paragraphs of a document as they pass by, from its beginning."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def restart(self, instance: str, name: str, level: int, start: int, own: int) -> None:
        """Let ``level`` of the list ``name`` begin at ``start`` at the first paragraph of
        ``instance`` (a use of the list that has a start of its own) on it or below it; ``own``
        is the level of the paragraph at hand."""
        if level <= own and (instance, level) not in self._begun:
            self._begun.add((instance, level))
            self._of(name)[level] = start if level < own else start - 1

    def label(self, name: str, levels: Sequence[Level], level: int) -> str:
        """The label of the next paragraph in the list ``name`` at ``level``."""
        if not 0 <= level < min(len(levels), 9):
            return ""
        counts = self._of(name)
        own, before = levels[level], counts[level]
        counts[level] = own.start if before is None else before + 1
        for deeper in range(level + 1, 9):
            if deeper >= len(levels) or levels[deeper].restarts:
                counts[deeper] = None
        if own.kind == "bullet":
            return own.text if _CJK.search(own.text) and len(own.text) < _LONGEST else ""

        def number(slot: re.Match[str]) -> str:
            at = int(slot[1]) - 1
            if at >= len(levels):
                return ""
            count = counts[at]
            kind = "decimal" if own.legal else levels[at].kind
            return numeral(levels[at].start if count is None else count, kind)

        return _SLOT.sub(number, own.text[:_LONGEST])

    def _of(self, name: str) -> list[int | None]:
        return self._counts.setdefault(name, [None] * 9)


def labelled(label: str, text: str, *, in_cell: bool) -> str | None:
    """``text`` with its printed label; None where the two might be taken for one figure.

    In a table cell 「1.」 before 「5」 would read 1.5, and a cell with nothing but a label would
    seem to hold a figure.
    """
    if not label:
        return text
    if in_cell and not re.match(r"\s*[^\W\d_]", text):
        return None
    close = not label[-1].isalnum() and not text[:1].isdigit()
    return label + text if close else f"{label} {text}"


def numeral(number: int, kind: str) -> str:
    """``number`` written as ``kind`` says; in decimal where it cannot be, or is not known."""
    plain = str(number)
    if kind == "none":
        return ""
    if not 0 < number <= _MOST:
        return plain
    if kind in _CHINESE:
        return spell(number)
    if kind in ("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"):
        return "".join("〇一二三四五六七八九"[int(d)] for d in plain)
    if kind in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return spell(number, formal=True)
    if kind in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord(d) - 0x30 + 0xFF10) for d in plain)
    if kind == "decimalZero":
        return plain.zfill(2)
    if kind in ("upperLetter", "lowerLetter"):
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 % 20 + 1)
        return letter if kind == "upperLetter" else letter.lower()
    if kind in ("upperRoman", "lowerRoman"):
        return _roman(number) if kind == "upperRoman" else _roman(number).lower()
    row = _ROWS.get(kind, "")
    return row[number - 1] if number <= len(row) else plain


_CHINESE = frozenset(
    (
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
    )
)
_CIRCLED = "".join(
    map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)))
)
_ROWS = {
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": "".join(map(chr, range(0x2474, 0x2488))),
    "decimalEnclosedFullstop": "".join(map(chr, range(0x2488, 0x249C))),
    "ideographEnclosedCircle": "".join(map(chr, range(0x3280, 0x328A))),
    "ideographParenthesis": "".join(map(chr, range(0x3220, 0x322A))),
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}


def _roman(number: int) -> str:
    if number > 3999:
        return str(number)
    written = ""
    for worth, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        count, number = divmod(number, worth)
        written += letters * count
    return written
