"""Finding the numbers of a text that stand in given phrases, whatever spaces are between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportdesk.form.phrases import Phrase, Piece

_COUNT = r"(?<![\d.．])(?:\d{1,3}(?:[,，]\d{3})+(?!\d)|\d+)(?![\d.．]*\d)"
_SPELT = r"[零一二三四五六七八九十两][〇○零一二三四五六七八九十百千万两]*"
_NOT_AFTER = frozenset(
    "0123456789０１２３４５６７８９.．,，〇○百千万亿第每同任这那某另单逐几数统唯"
)
"""Before these a spelt number is part of another, an ordinal, or no number."""
_NOT_BEFORE = frozenset("余多来几亿是、.．）)")
_MARKS = frozenset("，。；、,;）)\n")
_YEAR = r"(?<!\d)(?:\d{4}(?!\d)|二[〇○零一二三四五六七八九]{3})"
_BARRIER = r"[\d。；;，,、！？!?：:\n]"
_STOPS = "。！？!?\n"
_FARTHEST = 20
"""So many characters may lie where a phrase has 「…」."""


class Place(NamedTuple):
    """A number in a phrase: where the phrase begins and ends, where the number does, and where
    that ends which touches the number behind it."""

    start: int
    end: int
    first: int
    last: int
    close: int


class Scan:
    """A text made ready to be searched: ``words`` are those of the text without its spaces."""

    def __init__(self, words: str) -> None:
        self._places: list[int] | None = None
        if any(space in words for space in " \u3000\xa0\t"):
            self._places = [at for at, c in enumerate(words) if c == "\n" or not c.isspace()]
            words = "".join([words[at] for at in self._places])
        self.words = words
        self._known: dict[str, Mapping[str, list[tuple[int, int]]]] = {}
        """The numbers by what stands behind each."""

    def counts(self, phrase: Phrase) -> Iterator[Place]:
        """The whole numbers that stand in a phrase: those in digits, then those spelt."""
        yield from self._found(_COUNT, phrase)
        yield from self._found(_SPELT, phrase)

    def years(self, phrase: Phrase) -> Iterator[Place]:
        """The numbers that look like years and stand in a phrase."""
        return self._found(_YEAR, phrase)

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence around ``at`` begins and ends."""
        begun = max(self.words.rfind(stop, 0, at) for stop in _STOPS) + 1
        ends = [end for stop in _STOPS if (end := self.words.find(stop, at)) >= 0]
        return begun, min(ends, default=len(self.words))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The place in the text, spaces and all, of what stands here from ``start`` to ``end``."""
        if self._places is None:
            return start, end
        return self._places[start], self._places[end - 1] + 1

    def _found(self, pattern: str, phrase: Phrase) -> Iterator[Place]:
        words = self.words
        behind = phrase.after[0] if phrase.after else ()
        ahead = phrase.before[0] if phrase.before else ()
        for first, last in self._numbers(pattern, behind):
            # Most numbers stand elsewhere, and are told so by what touches them.
            if behind and not words.startswith(behind, last):
                continue
            if ahead and not words.endswith(ahead, 0, first):
                continue
            after = self._after(phrase.after, last)
            if after is not None and (start := self._before(phrase.before, first)) >= 0:
                yield Place(start, after[1], first, last, after[0])

    def _numbers(self, pattern: str, behind: Piece) -> list[tuple[int, int]]:
        """The numbers with a character behind them that one of ``behind`` begins with."""
        known = self._known.get(pattern)
        if known is None:
            found: dict[str, list[tuple[int, int]]] = {}
            for match in re.finditer(pattern, self.words):
                first, last = match.span()
                if pattern is _SPELT and not _counts(self.words, first, last):
                    continue
                found.setdefault(self.words[last : last + 1], []).append((first, last))
            known = self._known[pattern] = found
        signs = {words[:1] for words in behind}
        if not signs or "" in signs:
            signs = known.keys()
        if len(signs) == 1:
            return known.get(next(iter(signs)), [])
        return sorted(span for sign in signs for span in known.get(sign, ()))

    def _after(self, pieces: tuple[Piece, ...], at: int) -> tuple[int, int] | None:
        """The end of the piece that touches, and of all pieces; None if they do not follow."""
        words, close = self.words, at
        for number, piece in enumerate(pieces):
            if number == 0:
                at = close = at + max((len(p) for p in piece if words.startswith(p, at)), default=0)
                continue
            limit = at + _FARTHEST
            found = [
                (begun, begun + len(p))
                for p in piece
                if (begun := words.find(p, at, limit + len(p))) >= 0
                and not re.search(_BARRIER, words[at:begun])
            ]
            if not found:
                return None
            at = min(found)[1]
        return close, at

    def _before(self, pieces: tuple[Piece, ...], at: int) -> int:
        """Where the first of the pieces begins, -1 if they do not stand before ``at``."""
        words = self.words
        for number, piece in enumerate(pieces):
            if number == 0:
                at -= max((len(p) for p in piece if words.endswith(p, 0, at)), default=0)
                continue
            limit = max(0, at - _FARTHEST)
            found = [
                begun
                for p in piece
                if (begun := words.rfind(p, max(0, limit - len(p)), at)) >= 0
                and not re.search(_BARRIER, words[begun + len(p) : at])
            ]
            if not found:
                return -1
            at = max(found)
        return at


def _counts(words: str, first: int, last: int) -> bool:
    """Whether what is spelt there may count something. 「一起」 does where a mark or the end
    follows."""
    behind, after = words[last : last + 1], words[last + 1 : last + 2]
    if words[first - 1 : first] in _NOT_AFTER or behind in _NOT_BEFORE:
        return False
    return words[first:last] != "一" or behind != "起" or not after or after in _MARKS
