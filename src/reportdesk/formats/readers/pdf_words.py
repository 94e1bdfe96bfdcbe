"""From characters with places to lines, and from lines to words as they were meant.

Spaces are told by the gaps, not by the file: a justified line has them anywhere.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportdesk.formats.readers.pdf_page import Char

_WIDE_GAP = 2.0
"""A gap of so many characters parts columns."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text: its characters from left to right."""

    chars: tuple[Char, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.chars[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.chars[-1].right

    @property
    def base(self) -> float:
        """Its base line."""
        return self.chars[0].base

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes = sorted(char.size for char in self.chars)
        return sizes[len(sizes) // 2]

    @property
    def text(self) -> str:
        """Its words; columns are parted by two spaces."""
        words = self.chars[0].text
        for before, char in zip(self.chars, self.chars[1:], strict=False):
            gap = (char.left - before.right) / max(min(char.size, before.size), 1.0)
            if gap > _WIDE_GAP:
                words += "  "
            elif gap > 0.2 and before.text.isascii() and char.text.isascii():
                words += " "
            words += char.text
        return words


def lines_of(chars: Sequence[Char]) -> list[TextLine]:
    """The characters in lines, from top to bottom."""
    groups: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c.base, c.left)):
        near = groups[-1] if groups else None
        if near is not None and char.base - near[0].base <= 0.4 * min(char.size, near[0].size):
            near.append(char)
        else:
            groups.append([char])
    return [TextLine(_once(sorted(group, key=lambda c: c.left))) for group in groups]


def _once(chars: list[Char]) -> tuple[Char, ...]:
    """Without the second impression by which some programs make letters bold."""
    kept: list[Char] = []
    for char in chars:
        twice = any(
            other.text == char.text and abs(char.left - other.left) < 0.2 * (char.right - char.left)
            for other in kept[-3:]
        )
        if not twice:
            kept.append(char)
    return tuple(kept)


def words_of_cell(chars: Sequence[Char], width: float) -> str:
    """The text of a cell ``width`` wide. Lines are joined, since they were broken to fit; but
    figures only where the line was really full, else two of them would become one."""
    text = ""
    last: TextLine | None = None
    for line in lines_of(chars):
        words = re.sub(" {2,}", " ", line.text)
        if last is None:
            text = words
        elif _meets(text, words):
            text += ("" if _full(last, line, width) else "\n") + words
        else:
            text += words
        last = line
    return text


def _meets(text: str, words: str) -> bool:
    """Whether joining would put two figures together."""
    return re.search(r"[\d.,，%]$", text) is not None and re.match(r"[-+\d.,，]", words) is not None


def _full(last: TextLine, line: TextLine, width: float) -> bool:
    return width - (last.right - last.left) < 2.2 * (line.chars[0].right - line.chars[0].left)
