"""Dividing a story into the form's sections by their headings, decoys left in the text.

A heading may be worded otherwise, renumbered, or stand in one paragraph with what follows it.
All candidates are weighed together and the best chain in the form's order is taken, so that a
table of contents or a list 「一、…二、…」 inside a section splits nothing.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from reportdesk.form.edition import Section, Table
from reportdesk.form.record import State
from reportdesk.formats.recognise.labels import likeness, normal, split
from reportdesk.formats.recognise.vocabulary import Vocabulary
from reportdesk.formats.story import Grid, Paragraph, Piece

_LONGEST = 60
_NEAR_LENGTH = 4
"""Wordings of one heading differ by no more characters than these."""
_MOST = 400
"""Candidates weighed at most; a real report has some dozen."""
_BREAK = re.compile(r"[\n\r]|[:：。](?=.)|\s{1,}(?=\S{6,})")


class Candidate(NamedTuple):
    """A paragraph that may be a section's heading; ``rest`` is what follows it in there."""

    at: int
    section: int
    score: float
    title: str
    rest: str


class Chapter(State):
    """A section as found: the pieces from its heading to the next."""

    section: Section
    title: str
    pieces: list[Piece]
    heading: Paragraph


def divide(
    pieces: Sequence[Piece], words: Vocabulary, table_of: Callable[[int], set[str]]
) -> tuple[list[Piece], list[Chapter]]:
    """The pieces before the first heading, and the chapters. ``table_of(index)`` tells which
    tables the piece at ``index`` has words of."""
    sections = words.edition.sections
    numbers = {id(section): index for index, section in enumerate(sections)}
    found: list[Candidate] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Paragraph):
            best: dict[int, Candidate] = {}
            for candidate in _candidates(index, piece, words, numbers):
                known = best.get(candidate.section)
                if known is None or candidate.score > known.score:
                    best[candidate.section] = candidate
            for candidate in best.values():
                bonus = _anchor(candidate, sections[candidate.section], pieces, table_of)
                found.append(
                    Candidate(
                        index,
                        candidate.section,
                        candidate.score + bonus,
                        candidate.title,
                        candidate.rest,
                    )
                )
    if len(found) > _MOST:
        best_first = sorted(found, key=lambda c: -c.score)[:_MOST]
        found = sorted(best_first, key=lambda c: (c.at, c.section))
    chain = _best_chain(found)
    if not chain:
        return list(pieces), []
    chapters: list[Chapter] = []
    for this, after in zip(chain, [*chain[1:], None], strict=True):
        end = after.at if after is not None else len(pieces)
        inside = list(pieces[this.at + 1 : end])
        heading = pieces[this.at]
        assert isinstance(heading, Paragraph)  # only paragraphs are candidates
        if this.rest:
            inside.insert(0, Paragraph(this.rest, heading.place))
        chapters.append(Chapter(sections[this.section], this.title, inside, heading))
    return list(pieces[: chain[0].at]), chapters


def _candidates(
    index: int, piece: Paragraph, words: Vocabulary, numbers: dict[int, int]
) -> list[Candidate]:
    text = piece.text.strip()
    if not text:
        return []
    found: list[Candidate] = []
    for title, rest in _ways(text):
        ordinal, bare = split(title)
        if not bare or len(bare) > 40:
            continue
        # Where the words are those of one section, their likeness to another's says nothing.
        same = [heading for heading in words.headings if heading[2] == bare]
        for section, number, form in same or words.headings:
            if abs(len(form) - len(bare)) > _NEAR_LENGTH:
                continue
            score = _score(ordinal, bare, number, form, marked=piece.heading, alone=not rest)
            if score:
                found.append(Candidate(index, numbers[id(section)], score, title.strip(), rest))
    return found


def _ways(text: str) -> list[tuple[str, str]]:
    """The ways to take a paragraph's beginning as a heading: (heading, rest)."""
    ways = [(text, "")] if len(text) <= _LONGEST else []
    for count, match in enumerate(_BREAK.finditer(text[: _LONGEST + 40])):
        if count == 3:
            break
        head, rest = text[: match.start()], text[match.end() :].strip()
        if 2 <= len(head.strip()) <= _LONGEST and rest:
            ways.append((head, rest))
    return ways


def _score(ordinal: str, bare: str, number: str, form: str, *, marked: bool, alone: bool) -> float:
    inner = ordinal != number and (ordinal.startswith("(") or ordinal.isdigit())
    if bare == form:
        score = 3.0
    elif not inner and likeness(bare, form, 0.8) >= 0.8:
        score = 1.5
    else:
        return 0.0
    if ordinal == number:
        score += 1.0
    elif inner:
        score -= 2.0
    elif not ordinal and not marked and not alone:
        return 0.0
    if not alone:
        score -= 0.5
    return score + (0.5 if marked else 0.0) if score > 0 else 0.0


def _anchor(
    candidate: Candidate,
    section: Section,
    pieces: Sequence[Piece],
    table_of: Callable[[int], set[str]],
) -> float:
    wanted = {block.id for block in section.blocks if isinstance(block, Table)}
    after = range(candidate.at + 1, min(candidate.at + 5, len(pieces)))
    near: set[str] = set()
    for index in after:
        near |= table_of(index)
    if wanted:
        return 3.0 if wanted & near else 0.0
    follows = after.start < len(pieces)
    words = pieces[after.start] if follows else None
    prose = isinstance(words, Paragraph) and (len(words.text) > 30 or normal(words.text) == "无")
    return 0.6 if candidate.rest or prose or isinstance(words, Grid) else 0.0


def _best_chain(found: list[Candidate]) -> list[Candidate]:
    """The best-scored chain that goes forward both in the text and in the form; of equals the
    one that begins later (a table of contents stands first)."""
    best: list[tuple[float, int]] = []
    for i, one in enumerate(found):
        score, before = one.score, -1
        for j in range(i):
            other = found[j]
            if other.at < one.at and other.section < one.section:
                total = best[j][0] + one.score
                if total >= score:
                    score, before = total, j
        best.append((score, before))
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (best[i][0], i))
    chain: list[Candidate] = []
    while at >= 0:
        chain.append(found[at])
        at = best[at][1]
    return chain[::-1]
