"""A text as it is read, and where each of its words stands in the text as it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.phrases import Scan
from reportdesk.report.live import BLANK, parts, value_of

if TYPE_CHECKING:
    from reportdesk.report.totals import Amounts


class Missing(NamedTuple):
    """A live number without a value, and its place in the stored text."""

    key: str
    start: int
    length: int


class Spoken:
    """The ``words`` of a stored text with its live numbers, and those that are ``missing``."""

    def __init__(self, stored: str, amounts: Amounts) -> None:
        self.words = stored
        self.missing: tuple[Missing, ...] = ()
        self._scan: Scan | None = None
        self._pieces: list[tuple[int, int, int, int]] = []
        """From and to among the words, and from and to in the stored text."""
        if "{{" in stored:
            self._resolve(stored, amounts)

    @classmethod
    def plain(cls, words: str) -> Spoken:
        """A text that has no live numbers."""
        spoken = cls.__new__(cls)
        spoken.words, spoken.missing, spoken._pieces, spoken._scan = words, (), [], None
        return spoken

    def _resolve(self, stored: str, amounts: Amounts) -> None:
        words, missing = "", list[Missing]()
        for part in parts(stored, amounts.document.edition):
            shown = value_of(part.key, amounts) if part.key else part.text
            if not shown:
                missing.append(Missing(part.key, part.start, part.end - part.start))
                shown = BLANK
            begun = len(words)
            words += shown
            self._pieces.append((begun, len(words), part.start, part.end))
        self.words, self.missing = words, tuple(missing)

    @property
    def scan(self) -> Scan:
        """The words, ready to be searched."""
        if self._scan is None:
            self._scan = Scan(self.words)
        return self._scan

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the words from ``start`` to ``end`` stand in the stored text: start and length.
        A live number is taken whole."""
        if not self._pieces:
            return start, end - start
        first, last = self._at(start), self._at(end - 1, after=True)
        return first, last - first

    def _at(self, place: int, *, after: bool = False) -> int:
        for begun, ended, start, end in self._pieces:
            if begun <= place < ended:
                if ended - begun == end - start:
                    return start + place - begun + after
                return end if after else start
        return self._pieces[-1][3]
