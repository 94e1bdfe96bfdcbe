"""Text to value and back: the only reader of numbers in the program.

A value is canonical text: a count ``"0"``, a signed count ``"-18"``, money ``"7730.28"`` (no
thousands separators, no trailing zeros, no plus), an amount with its unit ``"678.15万元"``.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reportdesk.form.edition import Holds

_DASHES = dict.fromkeys(map(ord, "−–—﹣－‐‑‒―"), "-")
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_BLANK = {"", "-", "--", "---", "/", "\\", "无", "空", "*", "//"}
_COUNT_UNITS = ("件", "项", "宗", "起", "个", "条", "份", "次", "例", "人次", "家")
_MONEY_UNITS = ("万元", "亿元", "元", "万", "万元人民币", "元人民币")

_DIGITS = "零一二三四五六七八九"
_NUMERALS = {sign: value for value, sign in enumerate(_DIGITS)} | {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10000,
}
_SPELLINGS = str.maketrans("〇○两", "零零二")

_BREAK = r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_UNWRITABLE = r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"


class Found(NamedTuple):
    """What a text was understood as: ``value`` canonical or None; ``problem`` where there is a
    text that is no value of this kind; ``note`` where the value is sure but more was said."""

    value: str | None
    note: str = ""
    problem: str = ""


def plain(text: str) -> str:
    """The text with full-width characters, exotic dashes and invisible characters made plain."""
    text = unicodedata.normalize("NFKC", text).translate(_DASHES)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c in "\n\t")
    return text.replace(",", ",").strip()


def writable(text: str) -> str:
    """The text as every file can hold it: one sort of line break, and none of the characters that
    neither XML nor a database takes (a clipboard may bring them)."""
    return re.sub(_UNWRITABLE, "", re.sub(_BREAK, "\n", text))


@lru_cache(maxsize=8192)
def find(text: str, holds: Holds, unit: str = "") -> Found:
    """Understand a text found in a figure cell. A number is never guessed: what is not surely one
    value is a problem. Numbers outside the kind's range (-5 for a count) are kept as they are,
    for rule V-1 to tell."""
    raw = plain(text)
    squeezed = re.sub(r"\s+", " ", raw)
    if squeezed in _BLANK:
        return Found(None, f"印的是「{squeezed}」，按空白读入" if squeezed else "")
    if squeezed == "零":
        return Found("0", "印的是「零」")
    match = _NUMBER.match(squeezed)
    if match is None:
        return Found(None, problem=f"「{squeezed}」不是数字")
    number = match.group().replace(",", "")
    rest = squeezed[match.end() :].strip()
    if rest and (rest[0].isdigit() or rest[0] in ",."):
        return Found(None, problem=f"「{squeezed}」不是一个完整的数字")
    if holds == "amount":
        return _amount(number, rest, squeezed)
    value = canonical(number)
    units = _COUNT_UNITS if holds in ("count", "signed") else (unit or "元",)
    for word in sorted((*units, unit), key=len, reverse=True):
        if word and rest.startswith(word):
            rest = rest[len(word) :].strip()
            break
    if not rest:
        return Found(value)
    if re.fullmatch(r"[(\[【].*[)\]】]", rest, re.DOTALL) or re.fullmatch(r"[(].*", rest):
        if re.fullmatch(r"[(\[【]?\s*[\d.,%]+\s*[)\]】]?", rest):
            return Found(None, problem=f"「{squeezed}」里有两个数字")
        return Found(value, f"数字后面还有说明「{rest}」")
    return Found(None, problem=f"「{squeezed}」不能确定是多少")


def spelt(text: str) -> int | None:
    """The whole number that ``text`` spells in Chinese numerals (「三百零五」); None where it is
    none, or not surely one number (「三百五」 and 「二三十」 are read in two ways)."""
    plain = text.translate(_SPELLINGS).replace("百十", "百一十")
    if not plain or not set(plain) <= _NUMERALS.keys():
        return None
    sum, section, digit = 0, 0, 0
    for sign in plain:
        value = _NUMERALS[sign]
        if value < 10:
            digit = value
        elif value < 10000:
            section, digit = section + (digit or 1) * value, 0
        else:
            sum, section, digit = (sum + section + digit) * value, 0, 0
    number = sum + section + digit
    return (
        number if plain.removeprefix("一" if number // 10 == 1 else "") == spell(number) else None
    )


def spell(number: int, *, formal: bool = False) -> str:
    """``number`` in Chinese numerals (三百零五), ``formal`` as on cheques (叁佰零伍)."""
    digits, units = ("零壹贰叁肆伍陆柒捌玖", "拾佰仟") if formal else (_DIGITS, "十百千")
    if number >= 10000:
        high, low = divmod(number, 10000)
        rest = "零" * (0 < low < 1000) + _places(low, digits, units) if low else ""
        return f"{spell(high, formal=formal)}万{rest}"
    words = _places(number, digits, units)
    return words.removeprefix("" if formal or number // 10 != 1 else "一") or "零"


def _places(number: int, digits: str, units: str) -> str:
    """A number below ten thousand, with a zero for places that are skipped."""
    words = ""
    for value, name in ((1000, units[2]), (100, units[1]), (10, units[0]), (1, "")):
        digit = number // value % 10
        if digit:
            words += digits[digit] + name
        elif words and number % value and not words.endswith("零"):
            words += "零"
    return words


def _amount(number: str, rest: str, whole: str) -> Found:
    unit = re.sub(r"\s", "", rest)
    if unit in _MONEY_UNITS or not unit:
        return Found(canonical(number) + unit)
    if (match := re.match(rf"({'|'.join(_MONEY_UNITS)})[(].*[)]$", unit)) is not None:
        return Found(canonical(number) + match[1], f"数字后面还有说明「{unit[match.end(1) :]}」")
    return Found(None, problem=f"「{whole}」的单位看不懂")


def canonical(number: str) -> str:
    """A plain decimal text in its one canonical form: "+05.50" is "5.5", "-0" is "0"."""
    sign = "-" if number.startswith("-") else ""
    whole, _, fraction = number.lstrip("+-").partition(".")
    whole = whole.lstrip("0") or "0"
    fraction = fraction.rstrip("0")
    text = f"{whole}.{fraction}" if fraction else whole
    return text if text == "0" else sign + text


def number(value: str | None) -> Decimal | None:
    """The number in a canonical value (the figure of an amount, its unit left off), or None."""
    if not value:
        return None
    match = _NUMBER.match(value)
    return Decimal(match.group()) if match is not None else None


def fault(value: str, holds: Holds) -> str:
    """Why a canonical value does not fit its kind (rule V-1), in words; "" if it does."""
    amount = number(value)
    if holds in ("text", "year", "date"):
        return ""
    if amount is None:
        return "不是数字"
    if holds in ("count", "signed") and "." in value:
        return "应为整数"
    if holds in ("count", "money", "amount") and amount < 0:
        return "不能为负数"
    return ""


def show(value: Decimal) -> str:
    """A number as canonical text."""
    return canonical(format(value, "f"))
