"""What looks like a figure cell, before anyone knows which blank it is."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from reportdesk.form.values import find, plain
from reportdesk.formats.story import Cell

_DIGIT = re.compile(r"[+-]?\d")
_PAGE_NUMBER = r"[-—–－―·]{1,2}\s*\d{1,4}\s*[-—–－―·]{1,2}\s*|第\s*\d+\s*页.*"
_PAGE_MARKS = tuple("-—–－―·第")


@lru_cache(maxsize=8192)
def is_figure(text: str) -> bool:
    """Whether a cell's text is a figure, a blank mark (「-」「无」), or a figure with a note."""
    text = text.strip()
    if not text:
        return False
    if len(text) > 60 or is_page_number(text):
        return False
    if not find(text, "amount").problem or not find(text, "count").problem:
        return True
    return bool(_DIGIT.match(plain(text))) and not re.match(r"\d{1,2}\s*[.、,)]\D", plain(text))


def is_blank_or_figure(text: str) -> bool:
    """Whether a cell may be a figure cell, filled or not."""
    return not text.strip() or is_figure(text)


def has_digit(text: str) -> bool:
    """Whether there is something in the text that must not be lost in silence."""
    return any(c.isdigit() for c in text)


def is_page_number(text: str) -> bool:
    """Whether the text is the number of a page (「- 3 -」, 「— 12 —」)."""
    text = text.lstrip()
    return text.startswith(_PAGE_MARKS) and re.fullmatch(_PAGE_NUMBER, text) is not None


def blanks_are_cells(lines: Iterable[Sequence[Cell]]) -> bool:
    """Whether no blanks of a table stand for the rest of a label's merged cell: a figure stands
    next to a label that is alone in the first cell of its line."""
    for line in lines:
        texts = [cell.text.strip() for cell in line]
        words = [n for n, text in enumerate(texts) if text and not is_figure(text)]
        if words == [0] and any(texts[1:2]):
            return True
    return False
