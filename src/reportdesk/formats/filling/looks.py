"""One look for the figures of a table, on one line each, as whoever filled it by hand would see to.

In forms made by hand, the official blank one among them, an empty cell is often only a paragraph
mark with another size than its neighbours, or none: a figure written there would stand out. And
a figure that is too long for its narrow cell is set smaller rather than broken in two.
"""

from __future__ import annotations

import copy
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from reportdesk.formats.filling.words import look_of, words_of
from reportdesk.formats.readers.docx_names import PPR, RPR, TBL, TC, TCPR, P, R, T, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportdesk.formats.filling.located import Element

_SIZE, _VAL = W + "sz", W + "val"
_MARGIN = 108
"""Twips at each side of a cell that nothing is said of."""
_LEAST = 10
"""Half points; smaller figures are not read any more."""
_DIGIT = 5.8
"""A digit is at most so many twips wide for each half point of its size."""


class _Look(NamedTuple):
    """How a figure stands in its cell: properties of the paragraph, and of its words."""

    paragraph: bytes
    words: bytes


class FigureLooks:
    """The looks of a form's figures by table."""

    def __init__(self, paragraphs: Iterable[Element], styles: Callable[[], bytes]) -> None:
        """``styles`` gives the file's styles, which are read only where they are needed."""
        self._styles = styles
        self._said: dict[Element | None, Counter[_Look]] = {}
        self._marks: dict[Element | None, Counter[_Look]] = {}
        for paragraph in paragraphs:
            look = _look(paragraph)
            if look is not None:
                found = self._said if _speaks(paragraph) else self._marks
                found.setdefault(_table(paragraph), Counter())[look] += 1

    @cached_property
    def _usual(self) -> int:
        return usual_size(self._styles())

    def give(self, paragraph: Element) -> None:
        """Give an empty cell's paragraph the look that most figures of its table have, if it says
        nothing sure of its own: it has no words, or no size."""
        if _speaks(paragraph) and _look(paragraph) is not None:
            return
        counts = self._said.get(_table(paragraph))
        if counts is None:
            if _look(paragraph) is not None:
                return
            counts = self._marks.get(_table(paragraph))
        if not counts:
            return
        wanted = counts.most_common(1)[0][0]
        own = paragraph.find(PPR)
        if own is not None:
            paragraph.remove(own)
        properties = etree.fromstring(wanted.paragraph)
        properties.append(etree.fromstring(wanted.words))
        paragraph.insert(0, properties)
        for run in paragraph.iter(R):
            for old in run.findall(RPR):
                run.remove(old)
            run.insert(0, etree.fromstring(wanted.words))

    def fit(self, paragraph: Element) -> None:
        """Set a figure smaller that is too wide for its cell."""
        room, text = _room(paragraph), words_of(paragraph)
        if room is None or not text or "\n" in text:
            return
        fitting = max(_LEAST, int(room / (_DIGIT * len(text))))
        for run in paragraph.iter(R):
            size = run.find(f"{RPR}/{_SIZE}")
            now = _whole(size.get(_VAL)) if size is not None else None
            if fitting >= (now or self._usual) or next(run.iter(T), None) is None:
                continue
            if size is None:
                look = run.find(RPR)
                if look is None:
                    look = etree.Element(RPR)
                    run.insert(0, look)
                size = etree.Element(_SIZE)
                look.insert(_place_of_size(look), size)
            size.set(_VAL, str(fitting))


_AFTER_SIZE = frozenset(
    W + name
    for name in (
        *("szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs"),
        *("em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
    )
)


def _place_of_size(look: Element) -> int:
    return next((n for n, child in enumerate(look) if child.tag in _AFTER_SIZE), len(look))


def usual_size(styles: bytes) -> int:
    """The size, in half points, of text without a style of its own in a file with these styles."""
    if not styles:
        return 20
    try:
        root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return 20
    plain = next(
        (
            style.find(f"{RPR}/{_SIZE}")
            for style in root.iter(W + "style")
            if style.get(W + "default") in ("1", "true") and style.get(W + "type") == "paragraph"
        ),
        None,
    )
    if plain is None:
        plain = root.find(f"{W}docDefaults/{W}rPrDefault/{RPR}/{_SIZE}")
    return (_whole(plain.get(_VAL)) if plain is not None else None) or 20


def _speaks(paragraph: Element) -> bool:
    """Whether something stands in a paragraph, be it blanks."""
    return next(paragraph.iter(T), None) is not None


def _look(paragraph: Element) -> _Look | None:
    """The look of a figure in this paragraph, None where it has no size of its own."""
    words = look_of(paragraph)
    if words is None or words.find(_SIZE) is None:
        return None
    own = paragraph.find(PPR)
    properties = copy.deepcopy(own) if own is not None else etree.Element(PPR)
    for child in list(properties):
        if child.tag in (RPR, W + "numPr", W + "sectPr", W + "pPrChange"):
            properties.remove(child)
    return _Look(etree.tostring(properties, method="c14n"), etree.tostring(words, method="c14n"))


def _table(paragraph: Element) -> Element | None:
    return next(paragraph.iterancestors(TBL), None)


def _room(paragraph: Element) -> int | None:
    """The width in twips between a cell's margins; None where it is not said."""
    cell, table = next(paragraph.iterancestors(TC), None), _table(paragraph)
    width = cell.find(f"{TCPR}/{W}tcW") if cell is not None else None
    if cell is None or table is None or width is None or width.get(W + "type") not in (None, "dxa"):
        return None
    wide = _whole(width.get(W + "w"))
    if not wide:
        return None
    for side in ("left", "right"):
        own = cell.find(f"{TCPR}/{W}tcMar/{W}{side}")
        if own is None:
            own = table.find(f"{W}tblPr/{W}tblCellMar/{W}{side}")
        margin = _whole(own.get(W + "w")) if own is not None else None
        wide -= margin if margin is not None else _MARGIN
    indent = paragraph.find(f"{PPR}/{W}ind") if paragraph.tag == P else None
    if indent is not None:
        wide -= sum(max(0, _whole(indent.get(W + side)) or 0) for side in ("left", "right"))
    return wide if wide > 0 else None


def _whole(text: str | None) -> int | None:
    try:
        return int(float(text)) if text else None
    except ValueError:
        return None
