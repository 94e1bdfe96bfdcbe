"""The paragraphs of a narrative: which are headings and of what level, and which are as last year.

A narrative is plain text; its structure is recognised by the form of the numbers, not marked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

LEVEL_WORDS = {2: "二级", 3: "三级", 4: "四级"}
"""How each level is called."""
_LEVELS = (
    (2, re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")),
    (3, re.compile(r"\d{1,2}[.．、](?!\d)")),
    (4, re.compile(r"[（(]\d{1,2}[）)]")),
)
_LONGEST = 40
_LONGEST_OPENING = 30
_TELLING = 10
"""A paragraph of fewer characters says too little to be told as unchanged."""


class Heading(NamedTuple):
    """What of a paragraph is a heading: none of it (``level`` 0), all of it, or (level 二 only)
    the sentence that opens it, which ends at ``end``."""

    level: int = 0
    end: int = 0
    whole: bool = False


NO_HEADING = Heading()


def heading_of(line: str) -> Heading:
    """The heading in a paragraph, by its number: （一） is level 二, 1. 三, （1） 四."""
    bare = line.strip()
    level = next((level for level, pattern in _LEVELS if pattern.match(bare)), 0)
    if not level:
        return NO_HEADING
    stop = line.find("。")
    if len(line) <= _LONGEST and stop in (-1, len(line) - 1):
        return Heading(level, len(line), whole=True)
    if level == 2 and 0 < stop <= _LONGEST_OPENING:
        return Heading(level, stop + 1)
    return NO_HEADING


def unchanged(lines: Sequence[str], others: Sequence[str]) -> frozenset[int]:
    """The numbers of those paragraphs of ``lines`` that stand word for word among ``others``,
    spaces disregarded. Headings are the same every year and are not told; what is short only
    where the text as a whole is the same."""
    own, known = [bare(line) for line in lines], [bare(line) for line in others]
    least = 1 if "".join(own) == "".join(known) else _TELLING
    there = set(known)
    return frozenset(
        number
        for number, line in enumerate(own)
        if len(line) >= least and line in there and not heading_of(lines[number]).whole
    )


def bare(line: str) -> str:
    """A paragraph without its spaces."""
    return "".join(line.split())
