"""Exact numbers: whole ones as int, all others as fractions, so that no sum is ever rounded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction

    Number = int | Fraction
    """What a figure counts as."""

_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_LONGEST = 4000
"""More digits than this are no figure: beyond them Python does not turn text into numbers."""

_SMALL = {str(n): n for n in range(2000)}


def figure(value: str | None) -> Number | None:
    """The number in a canonical value; None where there is none, and for an amount that says its
    unit: a sum across units would be wrong."""
    if value is None:
        return None
    small = _SMALL.get(value)
    if small is not None:
        return small
    if len(value) > _LONGEST or _PLAIN.fullmatch(value) is None:
        return None
    if "." not in value:
        return int(value)
    from fractions import Fraction  # only where a figure is no whole number

    return Fraction(value)


def written(number: Number) -> str:
    """A number as canonical text."""
    if number.denominator == 1:
        return str(number.numerator)
    places, scaled = 0, number
    while scaled.denominator != 1:
        places += 1
        scaled *= 10
    sign = "-" if scaled < 0 else ""
    digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
