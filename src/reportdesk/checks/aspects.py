"""What a narrative has to speak of, and whether it does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportdesk.form.edition import Text


class Aspect(NamedTuple):
    """One thing that a text has to speak of."""

    name: str
    spoken: bool


def aspects_of(text: Text, words: str) -> tuple[Aspect, ...]:
    """The aspects of ``text``, and whether ``words`` speak of them."""
    return _aspects(text.aspects, words)


@lru_cache(maxsize=64)
def _aspects(wanted: tuple[str, ...], words: str) -> tuple[Aspect, ...]:
    found: list[Aspect] = []
    words = re.sub(r"\s+", "", words)
    for each in wanted:
        names = each.split("|")
        found.append(Aspect(names[0], any(re.sub(r"\s+", "", name) in words for name in names)))
    return tuple(found)
