"""Which findings the panel lists, in which order, and how each is known again after an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.checks.findings import SEVERITIES
from reportdesk.checks.progress import section_of, waits
from reportdesk.checks.telling import rule_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.checks.findings import Finding
    from reportdesk.gui.session import Session

Kind = Literal["error", "review", "hint", "wait", "done"]
"""``wait``: blanks that are still to be filled; ``done``: a review with its written reason."""

Ident = tuple[str, str, int]

WORDS: dict[Kind, str] = {
    "error": "错误",
    "review": "核实",
    "hint": "提示",
    "wait": "未填",
    "done": "已说明",
}


class Item(NamedTuple):
    """One finding in the list. ``ident`` stays the same while its figures change."""

    ident: Ident
    kind: Kind
    section: str
    finding: Finding


def items_of(session: Session) -> list[Item]:
    """All findings in the order of the form."""
    found: list[Item] = []
    seen: dict[tuple[str, str], int] = {}
    for finding in session.findings:
        name = _name(session, finding)
        seen[name] = seen.get(name, -1) + 1
        kind: Kind = "hint"
        if waits(session.document, finding):
            kind = "wait"
        elif finding.severity == "error":
            kind = "error"
        elif finding.severity == "review":
            kind = "done" if session.reason(finding) else "review"
        section = section_of(session.edition, finding)
        found.append(Item((*name, seen[name]), kind, section, finding))
    return found


def listed(items: Iterable[Item], section: str, *, only_here: bool) -> list[Item]:
    """What the panel lists: the findings of the section on screen first, then the others, the
    gravest first; blanks to fill only of this section: the rail tells of the others."""
    here = [item for item in items if item.section == section]
    there = [] if only_here else [item for item in items if item.section != section]
    there = [item for item in there if item.kind != "wait"]
    return [*sorted(here, key=_rank), *sorted(there, key=_rank)]


def standing(items: Iterable[Item]) -> list[Item]:
    """The findings that ask for something, in the order of the form; where there are none, the
    blanks that are left."""
    items = list(items)
    found = [item for item in items if item.kind in SEVERITIES]
    return found or [item for item in items if item.kind == "wait"]


def _rank(item: Item) -> int:
    return list(WORDS).index(item.kind)


def _name(session: Session, finding: Finding) -> tuple[str, str]:
    """Blanks get fewer and words move while somebody types: these are known by their table or
    text. A relation is known by its cells."""
    if rule_of(session.checker, finding) >= 0:
        return finding.rule, " ".join(finding.keys)
    key = finding.keys[0] if finding.keys else ""
    alone = len(finding.keys) == 1
    return finding.rule, key if alone and not waits(session.document, finding) else _block(key)


def _block(key: str) -> str:
    return key.partition(".")[0]
