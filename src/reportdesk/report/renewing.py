"""Renewing the words that a new year surely changes: the year in a title, a period, a basis."""

import re
from collections.abc import Mapping

_CHINESE = "〇一二三四五六七八九"
_PLAIN = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_KEEP = r"(?!\s*(?:修订|修正|公布|施行|颁布|发布|印发|以来))"

_NAMED = r"(?![^《》\n]*(?<!年度报告)(?<!年报)》)"
"""Not in the name of another document. Its end may be the first of two, as of 《…〈…〉的通知》."""


def year_pattern(year: int) -> str:
    """A regular expression for ``year`` in plain, full-width and Chinese digits."""
    forms: list[str] = []
    for digit in str(year):
        wide = chr(ord(digit) + 0xFEE0)
        chinese = _CHINESE[int(digit)] + ("○零" if digit == "0" else "")
        forms.append(f"[{digit}{wide}{chinese}]")
    return r"(?<![\d〔\[（(])" + r"\s*".join(forms)


def renew_year(text: str, old: int, new: int) -> str:
    """``text`` with the report year ``old`` made ``new`` wherever 「年」 follows and no law is
    dated by it (「2019年修订」 stays); the digits keep their script. What 《》 names is another
    document, and keeps its year, unless it is such a report itself."""

    day = (
        r"(?=\s*年(?:度)?"
        + _KEEP
        + r"(?!\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:起)?(?:修订|施行|公布)))"
    )
    return re.sub(
        year_pattern(old) + day + _NAMED,
        lambda match: year_like(match.group(), new),
        text,
    )


def year_like(found: str, year: int) -> str:
    """``year`` in the script in which ``found`` writes one."""
    if any(c in found for c in "一二三四五六七八九"):
        return "".join(_CHINESE[int(d)] for d in str(year))
    if any(c in found for c in "０１２３４５６７８９"):
        return "".join(chr(ord(d) + 0xFEE0) for d in str(year))
    return str(year)


def year_in(text: str) -> int | None:
    """The year that ``text`` is, in plain, full-width or Chinese digits; None if it is none."""
    digits = "".join(text.split()).translate(_PLAIN)
    return int(digits) if len(digits) == 4 and digits.isdecimal() else None


def renew_words(text: str, words: Mapping[str, str]) -> str:
    """``text`` with the names that changed (a notice's number) replaced, spaces disregarded."""
    for old, new in words.items():
        if old and new and old != new:
            pattern = r"\s*".join(_bracketed(c) for c in old)
            text = re.sub(pattern, lambda _, new=new: new, text)
    return text


def _bracketed(character: str) -> str:
    if character in "〔[［（(":
        return "[〔\\[［（(]"
    if character in "〕]］）)":
        return "[〕\\]］）)]"
    return re.escape(character)
