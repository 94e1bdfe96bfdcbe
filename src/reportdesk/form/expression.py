"""Expressions of editions: sums and differences of names, with one comparison, and nothing more.

``new + carried == results + left`` compares two sums; ``last_year.left`` is the same blank in the
report of the year before. In a check of a whole edition a name is a full key with dots.
"""

import re
from typing import Literal, NamedTuple, cast

Operator = Literal["==", "<=", ">="]

LAST_YEAR = "last_year"
RESERVED = frozenset({LAST_YEAR, "year"})
"""Names that no block, row, column or group may bear."""

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?P<sign>==|<=|>=|[+-])|(?P<bad>\S))"
)


class ExpressionError(ValueError):
    """The text is no such expression; the message says in Chinese what is wrong."""


class Term(NamedTuple):
    """One summand: ``sign`` is 1 or -1."""

    sign: int
    name: str
    last_year: bool = False


class Relation(NamedTuple):
    """Two sums and what has to hold between them."""

    left: tuple[Term, ...]
    op: Operator
    right: tuple[Term, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The summands of both sides."""
        return self.left + self.right


def parse(text: str) -> Relation:
    """Take an expression apart. Raises ExpressionError if it is anything but two sums compared."""
    sides: list[list[Term]] = [[]]
    op = ""
    sign: int | None = 1
    for match in _TOKEN.finditer(text.rstrip()):
        if match["bad"]:
            raise ExpressionError(f"算式里不能有「{match['bad']}」，只能用名称、+、-、==、<=、>=")
        if name := match["name"]:
            if sign is None:
                raise ExpressionError(f"「{name}」前面缺少 + 或 -")
            sides[-1].append(_term(sign, name))
            sign = None
            continue
        if sign is not None:
            raise ExpressionError(f"「{match['sign']}」前面缺少名称")
        if match["sign"] in "+-":
            sign = 1 if match["sign"] == "+" else -1
            continue
        if op:
            raise ExpressionError("只能有一个比较号（==、<= 或 >=）")
        op = match["sign"]
        sides.append([])
        sign = 1
    if not op:
        raise ExpressionError("缺少比较号（==、<= 或 >=）")
    if sign is not None:
        raise ExpressionError("算式没有写完")
    return Relation(tuple(sides[0]), cast("Operator", op), tuple(sides[1]))


def _term(sign: int, name: str) -> Term:
    head, _, rest = name.partition(".")
    if head != LAST_YEAR:
        return Term(sign, name)
    if not rest:
        raise ExpressionError("「last_year」后面要写上年的哪一项，如 last_year.left")
    return Term(sign, rest, last_year=True)
