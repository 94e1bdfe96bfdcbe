"""How a workbook shows a number: its value with the unit, percent sign, scale or date of the
cell's format.

The value is not rounded to the digits shown, since the sums of a report are reckoned from it;
but a format that shows thousands or 万 changes what the figure says, and is followed.
"""

import datetime
import re
from decimal import Decimal, InvalidOperation

_SKIPPED = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|[\\!](.)')
_SECTIONS = re.compile(r'((?:"[^"]*"|[\\!].|[^;"\\!])*)(?:;|$)')
_DIGITS = re.compile(r"[0#?](?:[0#?,.]|[\x01-\x08](?=[0#?]))*")
_DATE = re.compile(r"[ymdhs]", re.IGNORECASE)
_EPOCH = {False: datetime.datetime(1899, 12, 30), True: datetime.datetime(1904, 1, 1)}
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 32), *range(50, 59), 36), "yyyy-m-d"),
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), "h:mm"),
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    49: "@",
}
"""The formats that files name by number only."""


def shown(value: str | float, code: str, *, since_1904: bool = False) -> str:
    """The text of a number cell; a value that is no number is given back."""
    try:
        number = plain_number(value)
    except (InvalidOperation, ValueError, OverflowError):
        return str(value)
    sections = [found[1] for found in _SECTIONS.finditer(code)][:3]
    section = sections[0] if sections else ""
    if number < 0 and len(sections) > 1 and sections[1]:
        section = sections[1]
    literals: list[str] = []

    def keep(found: re.Match[str]) -> str:
        literals.append(found[1] if found[1] is not None else found[2])
        return chr(min(len(literals), 8))

    core = _LITERAL.sub(keep, _SKIPPED.sub("", section))
    bare = re.sub(r"[\x01-\x08]", "", core).strip()
    if not bare or bare == "@" or "general" in bare.lower():
        return _plain(number)
    if _DATE.search(bare) and not re.search(r"[0#?]", bare.replace(".0", "")):
        return _date(number, bare, since_1904=since_1904)
    digits = _DIGITS.search(core)
    if digits is None:
        return _plain(number)
    before, after = core[: digits.start()], core[digits.end() :]
    number /= _scale(digits.group(), literals)
    if "%" in after or "%" in before:
        return _plain(number * 100) + "%"
    return _words(before, literals, number) + _plain(number) + _words(after, literals, number)


def plain_number(value: str | float) -> Decimal:
    """The number with the fifteen digits that a workbook keeps: 7730.2799999999997 is 7730.28."""
    number = Decimal(value) if isinstance(value, str) else Decimal(repr(value))
    if not number.is_finite() or abs(number.adjusted()) > 30:
        raise ValueError
    if len(number.as_tuple().digits) > 15:
        number = Decimal(f"{number:.15g}")
    return number


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def _scale(digits: str, literals: list[str]) -> Decimal:
    """What the value is divided by: each comma at the end is a thousand, and a point that is
    only painted in (「0!.0,」 for 万) shifts the digits after it."""
    thousands = len(digits) - len(digits.rstrip(","))
    scale = Decimal(1000) ** thousands
    painted = re.search(r"([\x01-\x08])([0#?]+),*$", digits)
    if thousands and painted and literals[ord(painted[1]) - 1] == ".":
        scale *= Decimal(10) ** len(painted[2])
    return scale


def _words(marks: str, literals: list[str], number: Decimal) -> str:
    """The words of a format around the digits, without the signs that the number has itself."""
    text = "".join(literals[ord(c) - 1] if "\x01" <= c <= "\x08" else c for c in marks)
    text = re.sub(r"[-+()¥$￥\s]|E[+-]0*", "", text)
    return text if not re.fullmatch(r"[\d.,]*", text) else ""


def _date(number: Decimal, code: str, *, since_1904: bool) -> str:
    try:
        moment = _EPOCH[since_1904] + datetime.timedelta(days=float(number))
    except OverflowError:
        return _plain(number)
    if not re.search(r"[yd]", code, re.IGNORECASE):
        return moment.strftime("%H:%M")
    if "d" not in code.lower():
        return f"{moment.year}年{moment.month}月" if "m" in code.lower() else f"{moment.year}年"
    return f"{moment.year}年{moment.month}月{moment.day}日"
