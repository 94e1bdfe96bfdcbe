"""Phrases that lead to a number, as rules of an edition write them: 「收到|受理…申请#件|宗」.

``#`` is the number, ``…`` some words without digits and marks, ``|`` parts alternatives. Spaces in
a text are disregarded.
"""

from typing import NamedTuple

NUMBER, GAP, OR = "#", "…", "|"
Piece = tuple[str, ...]
"""Alternatives."""


class Phrase(NamedTuple):
    """What stands before the number, the nearest first, and what stands after it. The first piece
    of each side touches the number; between the others some words may lie. A piece without
    alternatives is nothing: a side that begins with one does not touch."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


def phrase_of(text: str) -> Phrase | None:
    """The phrase that ``text`` writes; None where it has not exactly one number."""
    before, number, after = text.partition(NUMBER)
    if not number or NUMBER in after:
        return None
    return Phrase(tuple(reversed(_pieces(before))), tuple(_pieces(after)))


def _pieces(text: str) -> list[Piece]:
    if not text:
        return []
    return [tuple(piece.split(OR)) if piece else () for piece in text.split(GAP)]
