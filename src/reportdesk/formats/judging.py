"""What a Word template would make of a report, told before anything is written.

It is the same for a template with places (``{{key}}``) and for a form that is filled by its labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.errors import TemplateError
from reportdesk.form.names import name_of
from reportdesk.formats.writers.word_places import FINGERPRINT, judged, places_in
from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.formats.reading import Editions
    from reportdesk.report.document import Document


class Item(NamedTuple):
    """A blank that has a place: what stands there, and what will. ``before`` is a place's own
    name where the template has places."""

    key: str
    name: str
    before: str
    after: str


class Judgement(NamedTuple):
    """What will be filled, and what has to be known before."""

    by_places: bool
    items: tuple[Item, ...]
    missing: tuple[tuple[str, str, str], ...] = ()
    """What the report has that has no place: key, name, value."""
    unknown: tuple[str, ...] = ()
    """Places that mean nothing; with one of them nothing is written."""
    notes: tuple[str, ...] = ()
    carries_sheet: bool = False
    """Whether a 送审单 can be its first page, with the fingerprint under every page."""
    cells: int = 0
    """How many figures will be written."""
    texts: int = 0
    """How many paragraphs of words will be written."""
    emptied: int = 0
    """How many places lose what stands there."""

    @property
    def whole(self) -> bool:
        """Whether everything of the report has its place, and nothing else is to be told."""
        return not (self.missing or self.unknown or self.notes)


def judge(document: Document, template: Path, editions: Editions | None = None) -> Judgement:
    """What ``template`` would make of ``document``. Raises TemplateError where it is no template
    for this report."""
    try:
        data = template.read_bytes()
    except OSError as error:
        raise TemplateError(f"模板“{template.name}”打不开。") from error
    return _places(document, data) or _labels(document, data, template.name, editions)


def _places(document: Document, data: bytes) -> Judgement | None:
    keys = places_in(data)
    if not keys:
        return None
    values, edition = printed_values(document), document.edition
    found = judged(data, document)
    items = [
        Item(key, name_of(edition, key), f"{{{{{key}}}}}", values.get(key, ""))
        for key in found.known
    ]
    missing = tuple((key, name_of(edition, key), value) for key, value in found.missing)
    return _counted(
        document,
        Judgement(
            True,
            tuple(items),
            missing,
            found.unknown,
            carries_sheet=FINGERPRINT in keys,
        ),
    )


def _labels(document: Document, data: bytes, name: str, editions: Editions | None) -> Judgement:
    from reportdesk.formats.filling.plan import plan

    planned = plan(document, data, name, editions)
    items = tuple(Item(f.key, f.name, f.before, f.after) for f in planned.fills)
    return _counted(document, Judgement(False, items, planned.missing, notes=planned.notes))


def _counted(document: Document, judgement: Judgement) -> Judgement:
    cells = texts = emptied = 0
    for item in judgement.items:
        field = document.edition.fields.get(item.key)
        if not item.after.strip():
            emptied += bool(item.before.strip()) and not judgement.by_places
        elif field is None or field.row is not None:
            cells += 1
        else:
            texts += sum(1 for line in item.after.split("\n") if line.strip())
    return judgement._replace(cells=cells, texts=texts, emptied=emptied)
