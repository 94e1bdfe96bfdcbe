"""Words kept from last year: which paragraphs still stand as they did, and which surely hold.

That a paragraph holds this year too is said by the clerk, and kept beside the text as its origin:
the paragraphs of which she said so. Whatever she writes otherwise needs no word of hers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.report.document import Origin
from reportdesk.report.live import resolved
from reportdesk.report.paragraphs import bare, unchanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportdesk.report.document import Document
    from reportdesk.report.totals import Amounts

KEPT = "last_year"
"""The kind of origin that such a text has."""
_LINE = "\n"


class Kept(NamedTuple):
    """The numbers of the paragraphs that stand as last year: those that are still to be looked
    at, and those that hold."""

    same: frozenset[int]
    held: frozenset[int]


NONE_KEPT = Kept(frozenset(), frozenset())


def kept_words(document: Document, id: str, amounts: Amounts | None = None) -> Kept:
    """The paragraphs of a narrative that stand as last year."""
    text, last = document.values.get(id, ""), document.previous
    before = last.values.get(id, "") if last is not None else ""
    if last is None or not text or not before:
        return NONE_KEPT
    return _compared(
        resolved(text, amounts or document), resolved(before, last), held_words(document, id)
    )


def compared(lines: Sequence[str], last: Sequence[str], held: str) -> Kept:
    """The same of paragraphs as they are read; ``held`` are those that hold (``Origin.text``)."""
    return _compared(_LINE.join(lines), _LINE.join(last), held)


@lru_cache(maxsize=64)
def _compared(text: str, last: str, held: str) -> Kept:
    lines = text.split(_LINE)
    same = unchanged(lines, last.split(_LINE))
    known = {bare(line) for line in held.split(_LINE)} if held else set[str]()
    holding = frozenset(number for number in same if bare(lines[number]) in known)
    return Kept(same - holding, holding)


def held_words(document: Document, id: str) -> str:
    """The paragraphs of a narrative of which it was said that they hold, one a line."""
    origin = document.origins.get(id)
    return origin.text if origin is not None and origin.kind == KEPT else ""


def holding(document: Document, id: str, lines: Iterable[str], *, holds: bool = True) -> Origin:
    """The origin of a narrative after it was said of ``lines`` that they hold, or that they do
    not."""
    words = {bare(line): line for line in held_words(document, id).split(_LINE) if line}
    for line in lines:
        words.pop(bare(line), None)
        if holds:
            words[bare(line)] = line
    origin = document.origins.get(id, Origin(KEPT))
    return Origin(KEPT, origin.file, origin.place, _LINE.join(words.values()))


def stays(document: Document, id: str) -> bool:
    """Whether the origin of a text says something that outlives a change of its words."""
    origin = document.origins.get(id)
    return origin is not None and origin.kind == KEPT
