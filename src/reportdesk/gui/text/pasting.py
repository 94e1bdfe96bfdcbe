"""Words on the clipboard: ours with their live numbers, others made fit to be a narrative."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData

from reportdesk.report.live import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportdesk.report.live import Part

MIME = "application/x-reportdesk-text"
"""The stored text of what was copied; other programs get it as it is read."""

MOST = 50_000
"""Characters that are pasted at once; a whole report has about five thousand."""
_BREAKS = re.compile(r"\r\n?|[\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffc"
    "\ufffe\uffff\ud800-\udfff]"
)
_AFTER_NUMBER = re.compile(
    r"^((?:[（(]?[一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[一二三四五六七八九十]{1,3}、))\t+"
)
_SPACES = str.maketrans({"\t": " ", "\xa0": " ", "\u2007": " ", "\u202f": " "})


class Pasted(NamedTuple):
    """What is pasted of a text, and of how many characters it was cut."""

    words: str
    cut_from: int = 0


def copied(pieces: Iterable[Part], value: Callable[[str], str]) -> QMimeData:
    """What the clipboard gets: for us stored text, for others the words with their values."""
    pieces = list(pieces)
    data = QMimeData()
    data.setData(MIME, joined(pieces).encode())
    shown = ((value(p.key) or f"{{{{{p.key}}}}}") if p.key else p.text for p in pieces)
    data.setText("".join(shown))
    return data


def from_clipboard(data: QMimeData) -> Pasted:
    """The stored text that a clipboard holds."""
    if data.hasFormat(MIME):
        return fit(bytes(data.data(MIME).data()).decode("utf-8", "replace"))
    return fit(data.text())


def fit(text: str) -> Pasted:
    """A text of any program as paragraphs. Indents and empty lines go: the form has its own."""
    whole = len(text)
    lines = [_line(line) for line in _BREAKS.split(text[:MOST])]
    if len(lines) > 1:
        lines = [line.strip(" \u3000") for line in lines]
        joined = "\n".join(line for line in lines if line)
    else:
        joined = lines[0]
    return Pasted(joined, whole if whole > MOST else 0)


def _line(line: str) -> str:
    line = _UNSEEN.sub("", line)
    return _AFTER_NUMBER.sub(r"\1", line.lstrip(" \u3000\t") if "\t" in line else line).translate(
        _SPACES
    )
