"""An edition's sums and checks as concrete rules over keys, expanded once for each edition."""

from collections.abc import Iterator
from dataclasses import dataclass

from reportdesk.form.edition import Edition
from reportdesk.form.expression import Operator, parse
from reportdesk.form.names import column_name, row_name
from reportdesk.form.table import Check, Part, Severity, Sum, Table
from reportdesk.report.totals import columns_of, parts_of

_SUM = "{where}：合计是{left}，各项相加是{right}，相差{difference}。"


@dataclass(frozen=True, slots=True)
class Side:
    """One summand: ``sign`` is 1 or -1."""

    sign: int
    key: str
    last_year: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One relation between blanks. ``total`` is the key that a sum makes ("" for a check);
    ``whole`` names the rules whose differences, added up, explain this one's."""

    index: int
    id: str
    severity: Severity
    left: tuple[Side, ...]
    op: Operator
    right: tuple[Side, ...]
    where: str
    words: str
    message: str
    total: str = ""
    whole: tuple[int, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of this year that take part, in order."""
        return tuple(dict.fromkeys(s.key for s in (*self.left, *self.right) if not s.last_year))


def rules_of(edition: Edition) -> tuple[Rule, ...]:
    """Every rule of the edition's figures, in printed order; made once."""
    known: tuple[Rule, ...] | None = edition.__dict__.get("_rules")
    if known is None:
        known = edition.__dict__["_rules"] = tuple(_Expansion(edition).rules())
    return known


class _Expansion:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.made: list[Rule] = []

    def rules(self) -> list[Rule]:
        for table in self.edition.tables:
            for part in table.parts:
                for sum in table.sums:
                    self._sum(table, part, sum)
                for check in table.checks:
                    self._check(table, part, check)
        for check in self.edition.checks:
            relation = parse(check.expr)
            self._add(
                check.id,
                check.severity,
                tuple(Side(t.sign, t.name, t.last_year) for t in relation.left),
                relation.op,
                tuple(Side(t.sign, t.name, t.last_year) for t in relation.right),
                where="",
                words=check.words or check.expr,
                message=check.message,
            )
        return self.made

    def _add(
        self,
        id: str,
        severity: Severity,
        left: tuple[Side, ...],
        op: Operator,
        right: tuple[Side, ...],
        *,
        where: str,
        words: str,
        message: str,
        total: str = "",
        whole: tuple[int, ...] = (),
    ) -> int:
        severity = self.edition.level(id, severity)
        if severity == "off":
            return -1
        index = len(self.made)
        self.made.append(
            Rule(index, id, severity, left, op, right, where, words, message, total, whole)
        )
        return index

    def _sum(self, table: Table, part: Part, sum: Sum) -> None:
        made: dict[str, int] = {}
        for at, where in self._places(table, part, "row" if sum.column else "column"):
            total = table.key(at, sum.column) if sum.column else table.key(sum.row, at)
            if total not in self.edition.fields:
                return
            keys = parts_of(table, part, sum, at)
            made[at] = self._add(
                sum.id,
                sum.severity,
                (Side(1, total),),
                "==",
                tuple(Side(1, key) for key in keys),
                where=where,
                words=sum.words or "合计＝各项之和",
                message=sum.message or _SUM,
                total=total,
                whole=self._whole(part, table, at, made) if sum.row else (),
            )

    def _check(self, table: Table, part: Part, check: Check) -> None:
        made: dict[str, int] = {}
        relation = parse(check.expr)
        for at, where in self._places(table, part, check.each):
            if check.over and at not in check.over:
                continue

            def key(name: str, at: str = at) -> str:
                return table.key(name, at) if check.each == "column" else table.key(at, name)

            left = tuple(Side(t.sign, key(t.name), t.last_year) for t in relation.left)
            right = tuple(Side(t.sign, key(t.name), t.last_year) for t in relation.right)
            if any(s.key not in self.edition.fields for s in (*left, *right)):
                continue
            made[at] = self._add(
                check.id,
                check.severity,
                left,
                relation.op,
                right,
                where=where,
                words=check.words or check.expr,
                message=check.message,
                whole=self._whole(part, table, at, made) if check.each == "column" else (),
            )

    def _places(self, table: Table, part: Part, each: str) -> Iterator[tuple[str, str]]:
        if each == "row":
            for row in part.rows:
                yield row.id, row_name(table, row.id)
        else:
            for column in part.columns:
                yield column.id, f"“{column_name(part, column)}”一列"

    @staticmethod
    def _whole(part: Part, table: Table, at: str, made: dict[str, int]) -> tuple[int, ...]:
        """The rules of the columns that ``at`` is the total of."""
        for sum in table.sums:
            if sum.column == at:
                return tuple(made[c] for c in columns_of(part, sum.of) if made.get(c, -1) >= 0)
        return ()
