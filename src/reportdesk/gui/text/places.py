"""Places in a stored text and in the document on screen, each from the other.

On screen a live number is one character, and Qt counts characters beyond the basic plane twice.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reportdesk.report.live import parts

if TYPE_CHECKING:
    from reportdesk.form.edition import Edition


class Places:
    """The places of one stored text."""

    def __init__(self, stored: str, edition: Edition) -> None:
        self._offsets: list[int] = []
        """For each place on screen the place in the stored text."""
        for part in parts(stored, edition):
            if part.key:
                self._offsets.append(part.start)
                continue
            for number, character in enumerate(part.text):
                at = min(part.start + number, part.end - 1)
                self._offsets.extend([at] * (2 if ord(character) > 0xFFFF else 1))
        self._offsets.append(len(stored))

    def on_screen(self, place: int) -> int:
        """Where a place of the stored text is on screen; inside a live number it is before it."""
        at = bisect_left(self._offsets, place)
        if at == len(self._offsets):
            return at - 1
        return at if self._offsets[at] == place else max(0, at - 1)

    def end_on_screen(self, place: int) -> int:
        """Where on screen something ends that ends at ``place`` in the stored text."""
        return min(bisect_left(self._offsets, place), len(self._offsets) - 1)

    def stored(self, place: int) -> int:
        """Where a place on screen is in the stored text."""
        return self._offsets[max(0, min(place, len(self._offsets) - 1))]


def qt_place(text: str, index: int) -> int:
    """The place at which Qt counts the character ``index`` of ``text``."""
    if text.isascii() or max(text[:index], default="") <= "\uffff":
        return index
    return index + sum(1 for character in text[:index] if character > "\uffff")


def python_place(text: str, place: int) -> int:
    """The index of the character that Qt counts at ``place``."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return place
    counted = [qt_place(text, index) for index in range(len(text) + 1)]
    return max(0, bisect_right(counted, place) - 1)
