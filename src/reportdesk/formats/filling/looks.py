"""One look for the figures of a table: an empty cell without one takes what the others have.

In forms made by hand, the official blank one among them, some cells were never given a size, so
that a figure written there would stand out in the size of the running text.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lxml import etree

from reportdesk.formats.filling.words import look_of
from reportdesk.formats.readers.docx_names import PPR, TBL, W

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.formats.filling.located import Element

_SIZE, _STYLE = W + "sz", W + "pStyle"


class FigureLooks:
    """The looks of figures, by table and paragraph style."""

    def __init__(self, paragraphs: Iterable[Element]) -> None:
        self._found: dict[tuple[int, str], Counter[bytes]] = {}
        self._tables: list[Element] = []
        """Kept, so that no other element takes the name of one."""
        for paragraph in paragraphs:
            look = look_of(paragraph)
            if _sized(look) and look is not None:
                counts = self._found.setdefault(self._place(paragraph), Counter())
                counts[etree.tostring(look, method="c14n")] += 1

    def wanted(self, paragraph: Element) -> Element | None:
        """The look that a figure in this empty cell shall have; None where its own is right."""
        if _sized(look_of(paragraph)):
            return None
        counts = self._found.get(self._place(paragraph))
        return etree.fromstring(counts.most_common(1)[0][0]) if counts else None

    def _place(self, paragraph: Element) -> tuple[int, str]:
        table = next(paragraph.iterancestors(TBL), None)
        if table is not None and all(table is not known for known in self._tables):
            self._tables.append(table)
        style = paragraph.find(f"{PPR}/{_STYLE}")
        return id(table), style.get(W + "val", "") if style is not None else ""


def _sized(look: Element | None) -> bool:
    return look is not None and look.find(_SIZE) is not None
