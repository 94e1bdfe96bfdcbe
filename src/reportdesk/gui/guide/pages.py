"""The pages of the user guide, in order, and where words stand in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.values import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TITLE = re.compile(r"^#\s+(.+)$", re.MULTILINE)
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|[#*`>|]|\]\([^)]*\)|\[")
_AROUND = 18
"""Characters shown on either side of a hit."""


class GuidePage(NamedTuple):
    """One page: its name without suffix, its title, its Markdown."""

    id: str
    title: str
    text: str


class Hit(NamedTuple):
    """A page in which the words looked for stand, and the first place with what is around it."""

    page: GuidePage
    excerpt: str


def guide_pages(folder: Path) -> tuple[GuidePage, ...]:
    """The pages in ``folder``, by file name (``01-start.md``)."""
    pages: list[GuidePage] = []
    for file in sorted(folder.glob("*.md")):
        text = file.read_text(encoding="utf-8")
        title = _TITLE.search(text)
        pages.append(GuidePage(file.stem, title[1].strip() if title else file.stem, text))
    return tuple(pages)


def look_up(pages: Sequence[GuidePage], words: str) -> list[Hit]:
    """The pages that hold all of ``words`` (parted by spaces, case and width disregarded): those
    with a word in the title first."""
    wanted = plain(words).casefold().split()
    if not wanted:
        return [Hit(page, "") for page in pages]
    found: list[tuple[bool, Hit]] = []
    for page in pages:
        text = _MARKUP.sub("", page.text).replace("\n", " ")
        folded, places = _folded(text)
        if all(word in folded for word in wanted):
            at = folded.find(wanted[0])
            first, last = places[at], places[at + len(wanted[0]) - 1]
            excerpt = text[max(0, first - _AROUND) : last + 1 + _AROUND].strip()
            in_title = any(word in plain(page.title).casefold() for word in wanted)
            found.append((not in_title, Hit(page, excerpt)))
    return [hit for _, hit in sorted(found, key=lambda each: each[0])]


def _folded(text: str) -> tuple[str, list[int]]:
    """``text`` as it is compared, and for each of its characters where it stood: what is shown is
    the text as it was written."""
    pieces = [plain(character).casefold() or character for character in text]
    places = [place for place, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), places
