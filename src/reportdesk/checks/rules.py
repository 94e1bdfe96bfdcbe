"""An edition's sums and checks as concrete rules over figures, expanded once for each edition."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportdesk.checks.wording import DEFAULT_SUM, relation_words, sum_words, where_in
from reportdesk.form.edition import Edition
from reportdesk.form.expression import Operator, Term, parse
from reportdesk.form.table import Check, Part, Severity, Sum, Table
from reportdesk.report.totals import columns_of, kept, ledger_of, parts_of, places

Slots = tuple[int, ...]


class Side(NamedTuple):
    """One side of a relation: figures to add and to take away, by their numbers in the ledger,
    this year's and last year's apart. ``terms`` has them as written, for the formula."""

    terms: tuple[Term, ...]
    plus: Slots
    minus: Slots = ()
    last_plus: Slots = ()
    last_minus: Slots = ()


class Rule(NamedTuple):
    """One relation between figures."""

    number: int
    id: str
    severity: Severity
    left: Side
    op: Operator
    right: Side
    keys: tuple[str, ...]
    """The keys of this year that take part, in order."""
    where: str
    words: str
    message: str
    short: str = ""
    """The message in a few words, "" where the edition has none."""
    total: int = -1
    """The figure that a sum makes; -1 for a check."""
    columns: tuple[int, ...] = ()
    """The rules of the columns (or rows) whose total this one is about. Where their differences
    add up to this one's, it has nothing to tell that they do not."""


class Rules(NamedTuple):
    """All rules of an edition, in printed order."""

    rules: tuple[Rule, ...]
    touched: Mapping[str, tuple[int, ...]]
    """For each key the rules whose verdict may change with it, be it by way of totals."""
    last: Mapping[int, str]
    """Figures of last year that are asked for, by their number in this year's ledger."""


def rules_of(edition: Edition) -> Rules:
    """The edition's rules; made once."""
    return kept(edition, _expand)


def _expand(edition: Edition) -> Rules:
    made: list[Rule] = []
    for table in edition.tables:
        for part in table.parts:
            for sum in table.sums:
                # Rows stand apart; only in a total column does a sum of rows repeat itself.
                found = _sum_rules(edition, table, part, sum)
                _take(made, found, table, part, repeats=bool(sum.row))
            for check in table.checks:
                found = _check_rules(edition, table, part, check)
                _take(made, found, table, part, repeats=True)
    for check in edition.checks:
        rule = _relation(edition, check, {}, where="")
        if rule is not None:
            made.append(rule._replace(number=len(made)))
    sides = [side for rule in made for side in (rule.left, rule.right)]
    last = {slot for side in sides for slot in (*side.last_plus, *side.last_minus)}
    keys = ledger_of(edition).keys
    return Rules(tuple(made), _touched(edition, made), {slot: keys[slot] for slot in sorted(last)})


def _take(
    made: list[Rule],
    found: Iterator[tuple[str, Rule | None]],
    table: Table,
    part: Part,
    *,
    repeats: bool,
) -> None:
    """Number the rules that one sum or check gives; where it ``repeats`` itself in a total, tell
    that total which rules it repeats."""
    first, numbers, rules = len(made), dict[str, int](), list[tuple[str, Rule]]()
    for at, rule in found:
        if rule is not None:
            numbers[at] = first + len(rules)
            rules.append((at, rule))
    for at, rule in rules:
        columns: list[int] = []
        if repeats and rule.op == "==":
            columns = [numbers[each] for each in _summed(table, part, at) if each in numbers]
        made.append(rule._replace(number=len(made), columns=tuple(columns)))


def _summed(table: Table, part: Part, at: str) -> tuple[str, ...]:
    """What ``at`` is the total of: columns, or rows."""
    for sum in table.sums:
        if sum.column == at:
            return columns_of(part, sum.of)
        if sum.row == at:
            return tuple(row for name in sum.of for row in table.members(part, name))
    return ()


def _sum_rules(
    edition: Edition, table: Table, part: Part, sum: Sum
) -> Iterator[tuple[str, Rule | None]]:
    severity = edition.level(sum.id, sum.severity)
    index = ledger_of(edition).slots
    for at in places(part, sum) if severity != "off" else ():
        total = table.key(at, sum.column) if sum.column else table.key(sum.row, at)
        keys = parts_of(table, part, sum, at)
        rule = Rule(
            0,
            sum.id,
            severity,
            Side((Term(1, total),), (index[total],)),
            "==",
            Side(tuple(Term(1, key) for key in keys), tuple(index[key] for key in keys)),
            (total, *keys),
            where_in(edition, table, part, at),
            sum.words or sum_words(table, part, sum),
            sum.message or DEFAULT_SUM,
            sum.short,
            total=index[total],
        )
        yield at, rule


def _check_rules(
    edition: Edition, table: Table, part: Part, check: Check
) -> Iterator[tuple[str, Rule | None]]:
    items = part.rows if check.each == "row" else part.columns
    for item in items:
        if check.over and item.id not in check.over:
            continue
        at = {
            term.name: table.key(item.id, term.name)
            if check.each == "row"
            else table.key(term.name, item.id)
            for term in parse(check.expr).terms
        }
        yield item.id, _relation(edition, check, at, where=where_in(edition, table, part, item.id))


def _relation(edition: Edition, check: Check, at: Mapping[str, str], *, where: str) -> Rule | None:
    """A check as a rule; ``at`` has the key for each name. None if it is switched off, or names
    what this part of the table does not have."""
    severity = edition.level(check.id, check.severity)
    relation, index = parse(check.expr), ledger_of(edition).slots
    terms = [Term(t.sign, at.get(t.name, t.name), t.last_year) for t in relation.terms]
    if severity == "off" or any(term.name not in index for term in terms):
        return None
    cut = len(relation.left)
    keys = tuple(dict.fromkeys(term.name for term in terms if not term.last_year))
    return Rule(
        0,
        check.id,
        severity,
        _side(terms[:cut], index),
        relation.op,
        _side(terms[cut:], index),
        keys,
        where,
        check.words or relation_words(edition, relation, at),
        check.message,
        check.short,
    )


def _side(terms: list[Term], index: Mapping[str, int]) -> Side:
    def slots(sign: int, last: bool) -> Slots:
        return tuple(index[t.name] for t in terms if t.sign == sign and t.last_year is last)

    return Side(tuple(terms), slots(1, False), slots(-1, False), slots(1, True), slots(-1, True))


def _touched(edition: Edition, rules: list[Rule]) -> dict[str, tuple[int, ...]]:
    # A figure feeds the total of its row, so a rule about totals is touched by all its columns:
    # whether it only repeats what they tell is looked at again along with them.
    ledger = ledger_of(edition)
    by_slot: list[set[int]] = [set() for _ in ledger.keys]
    for rule in rules:
        for key in rule.keys:
            by_slot[ledger.slots[key]].add(rule.number)
    found: dict[str, tuple[int, ...]] = {}
    for slot, key in enumerate(ledger.keys):
        reached = set(by_slot[slot])
        for total in ledger.feeds[slot]:
            reached |= by_slot[total]
        found[key] = tuple(sorted(reached))
    return found
