"""What last year's figures would leave less than nothing of: no figure, so it is said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.checks.cell_names import name_in

if TYPE_CHECKING:
    from reportdesk.checks.rules import Rule, Side
    from reportdesk.form.edition import Edition
    from reportdesk.form.expression import Term
    from reportdesk.report.figures import Number

SHORT = "不足 0"
"""What such a side comes to."""


def is_below_zero(edition: Edition, rule: Rule, left: Number, right: Number) -> bool:
    """Whether a figure that cannot be less than nothing would have to be, to be what last year's
    report makes of it."""
    return _side(edition, rule, left, right) is not None


def below_zero(edition: Edition, rule: Rule, left: Number, right: Number) -> str:
    """One sentence on what is below zero and what to look at, "" where nothing is."""
    side = _side(edition, rule, left, right)
    if side is None:
        return ""
    words = ""
    for term in side.terms:
        sign = "减" if term.sign < 0 else "加" if words else ""
        words += sign + _name(edition, rule, term)
    taken = [name_in(edition, rule, t.name) for t in side.terms if t.sign < 0 and not t.last_year]
    return f"{words}{SHORT}，请核对{'、'.join(taken) or '上年报告'}的数字"


def _side(edition: Edition, rule: Rule, left: Number, right: Number) -> Side | None:
    if rule.op != "==" or rule.total >= 0:
        return None
    for side, sum, other in ((rule.right, right, rule.left), (rule.left, left, rule.right)):
        alone = other.terms[0] if len(other.terms) == 1 else None
        if sum < 0 and alone is not None and (side.last_plus or side.last_minus):
            holds = edition.fields[alone.name].holds
            return side if alone.sign > 0 and holds != "signed" else None
    return None


def _name(edition: Edition, rule: Rule, term: Term) -> str:
    name = name_in(edition, rule, term.name)
    if not term.last_year:
        return name
    # Of a name that tells its year itself (本年…) the report is said that it stands in.
    return f"上年报告的{name}" if name.startswith(("上", "本")) else f"上年{name}"
