"""Where words stand in a narrative, and others in place of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.gui.text.places import qt_place

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


class Hit(NamedTuple):
    """Where the words begin and end in the document."""

    start: int
    end: int


def hits_of(document: QTextDocument, words: str) -> list[Hit]:
    """Every place where ``words`` stand, capitals disregarded."""
    if not words:
        return []
    text = document.toPlainText()
    found = re.finditer(re.escape(words), text, re.IGNORECASE)
    return [Hit(qt_place(text, m.start()), qt_place(text, m.end())) for m in found]


def next_hit(hits: list[Hit], start: int, end: int, by: int) -> int:
    """The number of the hit after (or with ``by`` -1 before) what is selected, round and round;
    -1 if there are none."""
    if not hits:
        return -1
    if by > 0:
        after = (n for n, hit in enumerate(hits) if hit.start >= end and hit != (start, end))
        return next(after, 0)
    before = [n for n, hit in enumerate(hits) if hit.end <= start]
    return before[-1] if before else len(hits) - 1
