"""An edition from its TOML text: the shape read strictly, then what no shape can say.

The keys of the file are those of the records in ``edition``, but for ``from`` and ``to`` and
for the lists that TOML writes as ``[[section]]``; ``docs/editions.md`` is the person's view of it.
"""

from collections.abc import Mapping
from typing import cast

from reportdesk.errors import EditionError
from reportdesk.form.edition import Carry, Edition, Line, Part, Reference, Section, Table, Text
from reportdesk.form.record import Record, fields_of
from reportdesk.form.source import complaint, parse
from reportdesk.form.strict import Strict

NAMES: Mapping[type[Record], Mapping[str, str]] = {
    Edition: {
        "sections": "section",
        "checks": "check",
        "text_rules": "rule",
        "carries": "carry",
        "deadlines": "deadline",
        "first_year": "from",
        "last_year": "to",
    },
    Section: {"blocks": "block"},
    Table: {"parts": "part", "sums": "sum", "checks": "check"},
    Line: {"rules": "rule"},
    Text: {"rules": "rule"},
    Carry: {"source": "from"},
    Reference: {"source": "from"},
}
"""What a field is called in the file where its name there differs."""

KINDS: Mapping[str, type[Record]] = {"line": Line, "text": Text, "table": Table}
_PART = tuple(name for name in fields_of(Part) if name != "source")
_SHARED = ("columns", "column_groups", "stub")


def load(
    text: str,
    place: str,
    editions: Mapping[str, Edition] | None = None,
    *,
    proven: bool = False,
) -> Edition:
    """The edition that ``text`` describes; ``place`` names the file in complaints. ``editions``
    holds those that it may extend. Raises EditionError with every complaint at once.

    What is ``proven`` (the shipped files, by the project's tests) has its shape read strictly
    like any other, but is not asked again whether its names meet.
    """
    data = parse(text, place)
    for section in _tables(data.get("section")):
        _spread_parts(section.get("block"))
    _spread_parts(data.get("block"))
    if "extends" in data:
        edition, complaints = _extended(data, editions or {})
    else:
        strict = Strict(NAMES, KINDS)
        edition, complaints = strict.fill(Edition, data), strict.complaints
    if edition is not None and not proven:
        # Imported here, as the overlays are below: a process that only checks a report on a
        # shipped edition needs neither, and it has to start fast.
        from reportdesk.form.soundness import faults

        complaints.extend(faults(edition))
    if edition is None or complaints:
        raise EditionError(complaint(place, complaints))
    return edition


def _extended(
    data: dict[str, object], editions: Mapping[str, Edition]
) -> tuple[Edition | None, list[str]]:
    from reportdesk.form import overlay as overlays

    strict = Strict({**NAMES, **overlays.NAMES}, KINDS)
    places = overlays.take_places(data, strict)
    overlay = strict.fill(overlays.Overlay, data)
    if overlay is None or not overlay.extends:
        return None, strict.complaints
    base = editions.get(overlay.extends)
    if base is None:
        strict.complain("extends", f"没有「{overlay.extends}」这个版式")
        return None, strict.complaints
    return overlays.lay_over(base, overlay, places, strict), strict.complaints


def _spread_parts(blocks: object) -> None:
    """Give every table its parts: one made of its own rows, or those listed, which share the
    table's columns and stub where they have none of their own."""
    for block in _tables(blocks):
        if block.get("kind") != "table":
            continue
        if "part" not in block:
            block["part"] = [{key: block.pop(key) for key in _PART if key in block}]
            continue
        shared = {key: block.pop(key) for key in _SHARED if key in block}
        for part in _tables(block["part"]):
            for key, value in shared.items():
                part.setdefault(key, value)


def _tables(data: object) -> list[dict[str, object]]:
    items = cast("list[object]", data) if isinstance(data, list) else []
    return [cast("dict[str, object]", item) for item in items if isinstance(item, dict)]
