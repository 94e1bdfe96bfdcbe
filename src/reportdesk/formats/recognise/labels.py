"""The normal form of labels: what two wordings of the same printed label have in common.

Real files change brackets, quotes, spaces, numbering marks, traditional characters and break
lines anywhere; none of that makes another label.
"""

import re
import unicodedata
from functools import lru_cache

_TRADITIONAL = str.maketrans(
    "總體情況動開機關請處數與辦結轉級據項規範證許執強製廢現費額單業營構會組織務團屬於國機密"
    "聯禁護權內過類詢無屆沒補訪舉報訴復複議當個獲確認經維糾審題進問應報訂際購採買賣計減專",
    "总体情况动开机关请处数与办结转级据项规范证许执强制废现费额单业营构会组织务团属于国机密"
    "联禁护权内过类询无届没补访举报诉复复议当个获确认经维纠审题进问应报订际购采买卖计减专",
)
_NOT_WORDS = re.compile(r"[\W_]+")
_ORDINAL = re.compile(
    r"\s*(?:第?[(\[【〔]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)\]】〕]\s*[、.,:]?"
    r"|([一二三四五六七八九十]{1,3})\s*[、.,:](?!\d)"
    r"|(\d{1,2})\s*(?:[、,)](?!\d)|\.(?!\d)|(?=[^\W\d_])))\s*"
)
_NOTE = re.compile(r"[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """The words of a label alone: no spaces, punctuation, quotes; one width, one script."""
    text = unicodedata.normalize("NFKC", text).translate(_TRADITIONAL)
    return _NOT_WORDS.sub("", text).casefold()


@lru_cache(maxsize=16384)
def split(text: str) -> tuple[str, str]:
    """A label's ordinal ("（三", "三", "3"; "" if none) and the normal form of the rest."""
    plain = unicodedata.normalize("NFKC", text)
    match = _ORDINAL.match(plain)
    if match is None or match.end() == len(plain.rstrip()):
        return "", normal(plain)
    around, chinese, digits = match.groups()
    ordinal = f"({around}" if around else chinese or digits
    return ordinal, normal(plain[match.end() :])


@lru_cache(maxsize=16384)
def without_notes(text: str) -> str:
    """The text without what stands in brackets after its first word (「数量（单位：件）」)."""
    plain = unicodedata.normalize("NFKC", text).strip()
    match = _ORDINAL.match(plain)
    start = match.end() if match is not None else 0
    return plain[:start] + _NOTE.sub("", plain[start:])


@lru_cache(maxsize=16384)
def likeness(one: str, other: str, least: float) -> float:
    """How alike two normal forms are, from 0 to 1; 0 where they are surely less than ``least``."""
    shared = sum(min(one.count(c), other.count(c)) for c in set(one))
    if 2 * shared < least * (len(one) + len(other)) or not shared:
        return 0.0
    from difflib import SequenceMatcher  # only where the characters are the same in the main

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
