"""What has changed between two contents of a report, blank by blank and paragraph by paragraph."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.edition import Text
from reportdesk.gui.places import place_words
from reportdesk.report.compare import differences
from reportdesk.report.live import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.report.document import Document

BLANK = "（空白）"


class Changed(NamedTuple):
    """One place that differs, with both contents in words."""

    place: str
    before: str
    after: str
    text: bool = False
    """Whether it is a paragraph."""


def changes(before: Document, after: Document) -> list[Changed]:
    """All that differs, in the order of the form."""
    found: list[Changed] = []
    if before.year != after.year:
        found.append(Changed("年度", _shown(before.year), _shown(after.year)))
    if before.edition.id != after.edition.id:
        found.append(Changed("报告格式", before.edition.basis, after.edition.basis))
    for key, old, new in differences(before, after):
        field = after.edition.fields.get(key)
        edition = after.edition if field is not None else before.edition
        place = place_words(edition, key) or key
        if field is not None and isinstance(field.block, Text):
            found += _paragraphs(place, resolved(old or "", before), resolved(new or "", after))
        else:
            found.append(Changed(place, old or BLANK, new or BLANK))
    return found


def summary(found: list[Changed]) -> str:
    """How much differs."""
    texts = sum(1 for each in found if each.text)
    cells = len(found) - texts
    parts = [f"{cells} 格"] if cells else []
    if texts:
        parts.append(f"{texts} 段文字")
    return f"与现在相比，{'、'.join(parts)}不同。" if parts else "与现在的内容完全一样。"


def _paragraphs(place: str, old: str, new: str) -> Iterator[Changed]:
    before, after = old.splitlines(), new.splitlines()
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for number in range(max(b - a, d - c)):
            was = before[a + number] if a + number < b else BLANK
            now = after[c + number] if c + number < d else BLANK
            at = c + number + 1 if c + number < d else a + number + 1
            where = place if max(len(before), len(after)) == 1 else f"{place}，第 {at} 段"
            yield Changed(where, was, now, text=True)


def _shown(year: int | None) -> str:
    return str(year) if year is not None else BLANK
