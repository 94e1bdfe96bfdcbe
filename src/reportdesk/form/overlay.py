"""Overlays: an office's own additions to an edition, which stays whole underneath.

An overlay adds sections and blocks, rewrites help and re-levels rules. It has no words for
taking away or renaming anything of the form, so it cannot.
"""

from collections.abc import Mapping
from typing import cast

from reportdesk.form.edition import (
    Block,
    Check,
    Deadline,
    Edition,
    Section,
    Severity,
    Table,
    TextRule,
)
from reportdesk.form.record import EMPTY, Record
from reportdesk.form.strict import Strict


class Overlay(Record):
    """What an overlay's file says."""

    id: str
    extends: str
    revision: int = 1
    first_year: int | None = None
    last_year: int | None = None
    sections: tuple[Section, ...] = ()
    blocks: tuple[Block, ...] = ()
    checks: tuple[Check, ...] = ()
    text_rules: tuple[TextRule, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    """They come before the base's: who collects the reports may want them sooner."""
    levels: Mapping[str, Severity] = EMPTY
    help: Mapping[str, str] = EMPTY
    """New help by the id of a section or block, or ``block.row`` (a row, group or column)."""


NAMES: Mapping[type[Record], Mapping[str, str]] = {
    Overlay: {
        "sections": "section",
        "blocks": "block",
        "checks": "check",
        "text_rules": "rule",
        "deadlines": "deadline",
        "first_year": "from",
        "last_year": "to",
    },
}
"""What a field is called in the file where its name there differs."""

Places = Mapping[str, str]
"""The id of each added section or block, with the id after which it stands."""


def take_places(data: dict[str, object], strict: Strict) -> Places:
    """Take ``after`` out of the added sections and blocks."""
    places: dict[str, str] = {}
    for kind in ("section", "block"):
        items = data.get(kind)
        for item in cast("list[object]", items) if isinstance(items, list) else []:
            if not isinstance(item, dict):
                continue
            table = cast("dict[str, object]", item)
            after, id = table.pop("after", None), table.get("id")
            if not isinstance(id, str):
                continue
            if isinstance(after, str):
                places[id] = after
            elif after is not None:
                strict.complain(f"{kind} {id} › after", "应为文字")
            elif kind == "block":
                strict.complain(f"block {id}", "缺少「after」：放在哪一块后面")
    return places


def lay_over(base: Edition, overlay: Overlay, places: Places, strict: Strict) -> Edition:
    """The base with the overlay's additions; what does not fit is complained of."""
    sections = list(base.sections)
    for section in overlay.sections:
        _insert(sections, section, places.get(section.id), f"section {section.id}", strict)
    for block in overlay.blocks:
        _insert_block(sections, block, places.get(block.id), strict)
    for target, words in overlay.help.items():
        if not any(_rewrite(sections, n, target, words) for n in range(len(sections))):
            strict.complain("help", f"版式里没有「{target}」")
    return base.but(
        id=overlay.id,
        extends=base.id,
        revision=overlay.revision,
        first_year=overlay.first_year if overlay.first_year is not None else base.first_year,
        last_year=overlay.last_year if overlay.last_year is not None else base.last_year,
        sections=tuple(sections),
        checks=base.checks + overlay.checks,
        text_rules=base.text_rules + overlay.text_rules,
        deadlines=overlay.deadlines + base.deadlines,
        levels={**base.levels, **overlay.levels},
        carries=base.carries
        + tuple(c.but(source=overlay.id) for c in base.carries if c.source == base.id),
    )


def _insert(
    sections: list[Section], section: Section, after: str | None, place: str, strict: Strict
) -> None:
    ids = [s.id for s in sections]
    if after is None:
        sections.append(section)
    elif after in ids:
        sections.insert(ids.index(after) + 1, section)
    else:
        strict.complain(f"{place} › after", f"版式里没有「{after}」这一部分")


def _insert_block(sections: list[Section], block: Block, after: str | None, strict: Strict) -> None:
    if after is None:  # complained of already
        return
    for n, section in enumerate(sections):
        ids = [b.id for b in section.blocks]
        if after in ids:
            at = ids.index(after) + 1
            blocks = (*section.blocks[:at], block, *section.blocks[at:])
            sections[n] = section.but(blocks=blocks)
            return
    strict.complain(f"block {block.id} › after", f"版式里没有「{after}」这一块")


def _rewrite(sections: list[Section], n: int, target: str, words: str) -> bool:
    """Change the help of ``target`` if it is in section ``n``; whether it was."""
    section = sections[n]
    if section.id == target:
        sections[n] = section.but(help=words)
        return True
    name, _, inside = target.partition(".")
    for at, block in enumerate(section.blocks):
        if block.id != name:
            continue
        if not inside:
            changed: Block = block.but(help=words)
        elif isinstance(block, Table) and inside in _ids(block):
            changed = _with_help(block, inside, words)
        else:
            return False
        blocks = (*section.blocks[:at], changed, *section.blocks[at + 1 :])
        sections[n] = section.but(blocks=blocks)
        return True
    return False


def _ids(table: Table) -> set[str]:
    return {i.id for p in table.parts for i in (*p.rows, *p.groups, *p.columns)}


def _with_help(table: Table, id: str, words: str) -> Table:
    """The table with the help of a row or group changed, or of a column if no row has the id."""
    rows = any(r.id == id for p in table.parts for r in (*p.rows, *p.groups))
    parts = tuple(
        part.but(
            rows=tuple(r.but(help=words) if r.id == id else r for r in part.rows),
            groups=tuple(g.but(help=words) if g.id == id else g for g in part.groups),
        )
        if rows
        else part.but(
            columns=tuple(c.but(help=words) if c.id == id else c for c in part.columns),
        )
        for part in table.parts
    )
    return table.but(parts=parts)
