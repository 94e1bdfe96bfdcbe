"""Breaking a label into the lines that a head of a given width takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTextBoundaryFinder

if TYPE_CHECKING:
    from reportdesk.gui.grid.ink import Ink, Script

_AFTER, _BEFORE = "）)，、：；", "（("

_known: dict[tuple[int, str, str, int, int], Wrapped] = {}
_owner: list[Ink] = []


class Wrapped(NamedTuple):
    """The lines of a label; ``whole`` unless its end is left out."""

    lines: tuple[str, ...]
    whole: bool


def wrapped(ink: Ink, script: Script, text: str, width: int, most: int) -> Wrapped:
    """``text`` in at most ``most`` lines of ``width``. Lines are broken where the language allows
    it; what does not fit ends in an ellipsis. At least a character stands in each line."""
    if not _owner or _owner[0].look is not ink.look:
        _known.clear()
        _owner[:] = [ink]
    key = (ink.simple, script, text, width, most)
    found = _known.get(key)
    if found is None:
        found = _known[key] = _wrap(ink, script, text, max(width, 1), max(most, 1))
    return found


def balanced(ink: Ink, script: Script, text: str, width: int, most: int) -> Wrapped:
    """``text`` as ``wrapped`` breaks it, but with lines of about one length: for words that stand
    centred. Two lines part where a reader pauses, if there is such a place."""
    key = (ink.simple, f"={script}", text, width, most)
    found = wrapped(ink, script, text, width, most)
    if len(found.lines) == 1 or not found.whole:
        return found
    known = _known.get(key)
    if known is None:
        known = _known[key] = _balance(ink, script, text, width, found)
    return known


def _balance(ink: Ink, script: Script, text: str, width: int, found: Wrapped) -> Wrapped:
    count = len(found.lines)
    if count == 2:
        parted = [_widest(ink, script, text, at) for at in _pauses(text)]
        if parted and min(parted)[0] <= width:
            at = min(parted)[1]
            return Wrapped((text[:at], text[at:]), whole=True)
    low = ink.wide(script, text) // count
    high = max(ink.wide(script, line) for line in found.lines)
    while low < high:
        middle = (low + high) // 2
        tried = _wrap(ink, script, text, middle, count)
        if tried.whole:
            high = middle
        else:
            low = middle + 1
    return _wrap(ink, script, text, high, count)


def _pauses(text: str) -> list[int]:
    """Where a reader pauses: after a comma or a bracket that closes, before one that opens."""
    after = [at + 1 for at, character in enumerate(text[:-1]) if character in _AFTER]
    before = [at for at, character in enumerate(text) if at and character in _BEFORE]
    return sorted({*after, *before})


def _widest(ink: Ink, script: Script, text: str, at: int) -> tuple[int, int]:
    """The wider of the two lines that ``text`` makes when parted at ``at``, and ``at``."""
    return max(ink.wide(script, text[:at]), ink.wide(script, text[at:])), at


def _wrap(ink: Ink, script: Script, text: str, width: int, most: int) -> Wrapped:
    if ink.wide(script, text) <= width:
        return Wrapped((text,), whole=True)
    lines: list[str] = []
    rest = text
    while rest:
        if len(lines) == most - 1:
            line, whole = _last(ink, script, rest, width)
            return Wrapped((*lines, line), whole)
        at = _break(ink, script, rest, width)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return Wrapped(tuple(lines), whole=True)


def _break(ink: Ink, script: Script, text: str, width: int) -> int:
    """Where the first line of ``text`` ends."""
    if ink.wide(script, text) <= width:
        return len(text)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    best = 0
    while (at := finder.toNextBoundary()) > 0:
        if ink.wide(script, text[:at].rstrip()) > width:
            break
        best = at
    return best or _fits(ink, script, text, width)


def _fits(ink: Ink, script: Script, text: str, width: int) -> int:
    """How many characters fit, wherever that breaks; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if ink.wide(script, text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _last(ink: Ink, script: Script, text: str, width: int) -> tuple[str, bool]:
    if ink.wide(script, text) <= width:
        return text, True
    room = width - ink.wide(script, "…")
    return text[: _fits(ink, script, text, room)].rstrip() + "…", False
