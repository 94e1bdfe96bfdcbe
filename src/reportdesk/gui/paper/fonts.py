"""Which fonts of a document this computer lacks, and what will be seen in their place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from reportdesk.formats.writers.word_fonts import SAME, STAND_INS, fonts_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

_NAMED = 3


class Missing(NamedTuple):
    """A font that is not here, and the one that is seen instead."""

    font: str
    instead: str


@cache
def installed() -> frozenset[str]:
    """The families that this computer has."""
    return frozenset(QFontDatabase.families())


def missing_fonts(fonts: Iterable[str], known: Collection[str] | None = None) -> list[Missing]:
    """Those of ``fonts`` that are not among the ``known`` families (of this computer)."""
    here = known if known is not None else installed()
    found: list[Missing] = []
    for font in fonts:
        if font in here or any(name in here for name in SAME.get(font, ())):
            continue
        likest = next((name for name in STAND_INS.get(font, ()) if name in here), "")
        found.append(Missing(font, likest or QFontInfo(QFont(font)).family()))
    return found


def fonts_words(missing: list[Missing]) -> str:
    """One line that says what is missing, what is seen here, and that nothing is wrong; "" where
    nothing is missing."""
    if not missing:
        return ""
    names = "".join(f"“{each.font}”" for each in missing[:_NAMED])
    more = f"等 {len(missing)} 种字体" if len(missing) > _NAMED else ""
    seen = "".join(f"“{name}”" for name in dict.fromkeys(each.instead for each in missing))
    return f"本机没有{names}{more}，打开时显示为{seen}；有这些字体的电脑上照样显示。"


def words_of(template: Path) -> str:
    """The same line for a Word file; "" where it cannot be read."""
    try:
        return fonts_words(missing_fonts(fonts_named(template.read_bytes())))
    except OSError:
        return ""
