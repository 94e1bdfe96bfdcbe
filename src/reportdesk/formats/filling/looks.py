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
from reportdesk.formats.readers.docx_names import PPR, RPR, TBL, TC, TCPR, TRPR, P, R, T, W

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reportdesk.formats.filling.located import Element

_SIZE, _VAL = W + "sz", W + "val"
_ITS_OWN = frozenset({RPR, W + "numPr", W + "sectPr", W + "pPrChange"})
_LAST = frozenset({W + "sectPr", W + "pPrChange"})
_MARGIN = 108
"""Twips at each side of a cell that nothing is said of."""
_LEAST = 10
"""Half points; smaller figures are not read any more."""
_SHORT = 2
"""So many digits fit any cell."""
_DIGIT = 5.8
"""A digit is at most so many twips wide for each half point of its size."""


_Key = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class _Look(NamedTuple):
    """How a figure stands in its cell: properties of the paragraph, and of its words."""

    paragraph: Element
    words: Element


class FigureLooks:
    """The looks of a form's figures by table."""

    def __init__(self, paragraphs: Iterable[Element], styles: Callable[[], bytes]) -> None:
        """``styles`` gives the file's styles, which are read only where they are needed."""
        self._styles = styles
        self._sure: set[Element] = set()
        self._sized: set[Element] = set()
        self._said: dict[Element | None, Counter[_Key]] = {}
        self._marks: dict[Element | None, Counter[_Key]] = {}
        self._looks: dict[_Key, _Look] = {}
        self._labels: dict[Element, str | None] = {}
        for paragraph in paragraphs:
            words = look_of(paragraph)
            if words is None or words.find(_SIZE) is None:
                continue
            self._sized.add(paragraph)
            speaks = next(paragraph.iter(T), None) is not None
            if speaks:
                self._sure.add(paragraph)
            own = paragraph.find(PPR)
            key = (*_key(own), *_key(words))
            if key not in self._looks:
                self._looks[key] = _Look(_properties(own), copy.deepcopy(words))
            table = next(paragraph.iterancestors(TBL), None)
            (self._said if speaks else self._marks).setdefault(table, Counter())[key] += 1

    @cached_property
    def _usual(self) -> int:
        return usual_size(self._styles())

    def give(self, paragraph: Element) -> None:
        """Give an empty cell's paragraph the look that most figures of its table have, if it says
        nothing sure of its own: it has no words, or no size."""
        if paragraph in self._sure:
            return
        table = next(paragraph.iterancestors(TBL), None)
        counts = self._said.get(table) or self._marks.get(table)
        if not counts:
            self._size_of_labels(paragraph, table)
            return
        wanted = self._looks[counts.most_common(1)[0][0]]
        if table not in self._said and paragraph in self._sized:
            return
        own = paragraph.find(PPR)
        if own is not None:
            paragraph.remove(own)
        properties = copy.deepcopy(wanted.paragraph)
        properties.append(copy.deepcopy(wanted.words))
        paragraph.insert(0, properties)
        for run in paragraph.iter(R):
            for old in run.findall(RPR):
                run.remove(old)
            run.insert(0, copy.deepcopy(wanted.words))

    def _size_of_labels(self, paragraph: Element, table: Element | None) -> None:
        """Where no figure's cell says a size, the labels' size is the table's."""
        if table is None:
            return
        if table not in self._labels:
            sizes = Counter(size.get(_VAL) for size in table.iter(_SIZE) if _of_words(size))
            self._labels[table] = sizes.most_common(1)[0][0] if sizes else None
        size = self._labels[table]
        if size is None:
            return
        properties = paragraph.find(PPR)
        if properties is None:
            properties = etree.Element(PPR)
            paragraph.insert(0, properties)
        holders = [properties, *paragraph.iter(R)]
        for holder in holders:
            look = holder.find(RPR)
            if look is None:
                look = etree.Element(RPR)
                last = [child for child in holder if child.tag in _LAST]
                at = holder.index(last[0]) if last else len(holder)
                holder.insert(at if holder is properties else 0, look)
            made = etree.Element(_SIZE)
            made.set(_VAL, size)
            look.insert(_place_of_size(look), made)

    def fit(self, paragraph: Element) -> None:
        """Set a figure smaller that is too wide for its cell."""
        text = words_of(paragraph)
        room = _room(paragraph) if len(text) > _SHORT and "\n" not in text else None
        if room is None:
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


def _of_words(size: Element) -> bool:
    """Whether a size is that of words, not of a paragraph's mark."""
    look = size.getparent()
    run = look.getparent() if look is not None else None
    return run is not None and run.tag == R and next(run.iter(T), None) is not None


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


def _key(properties: Element | None) -> _Key:
    """What properties say, but for what only one paragraph can have."""
    if properties is None:
        return ()
    return tuple(
        (str(child.tag), tuple(sorted((str(k), str(v)) for k, v in child.attrib.items())))
        for child in properties
        if child.tag not in _ITS_OWN
    )


def _properties(own: Element | None) -> Element:
    made = copy.deepcopy(own) if own is not None else etree.Element(PPR)
    for child in list(made):
        if child.tag in _ITS_OWN:
            made.remove(child)
    return made


def _room(paragraph: Element) -> int | None:
    """The width in twips between a cell's margins; None where it is not said."""
    cell = next(paragraph.iterancestors(TC), None)
    table = next(paragraph.iterancestors(TBL), None)
    if cell is None or table is None:
        return None
    said = [width for width in (_own_width(cell), _grid_width(cell, table)) if width]
    if not said:
        return None
    # Programs disagree on which of the two holds.
    wide = min(said)
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


def _own_width(cell: Element) -> int | None:
    width = cell.find(f"{TCPR}/{W}tcW")
    known = width is not None and width.get(W + "type") in (None, "dxa")
    return _whole(width.get(W + "w")) if width is not None and known else None


def _grid_width(cell: Element, table: Element) -> int | None:
    grid = table.find(W + "tblGrid")
    columns = [_whole(column.get(W + "w")) or 0 for column in grid] if grid is not None else []
    before = cell.getparent()
    skipped = before.find(f"{TRPR}/{W}gridBefore") if before is not None else None
    at = (_whole(skipped.get(_VAL)) or 0) if skipped is not None else 0
    at += sum(_span(other) for other in cell.itersiblings(TC, preceding=True))
    widths = columns[at : at + _span(cell)]
    return sum(widths) if widths and all(widths) else None


def _span(cell: Element) -> int:
    span = cell.find(f"{TCPR}/{W}gridSpan")
    return (_whole(span.get(_VAL)) or 1) if span is not None else 1


def _whole(text: str | None) -> int | None:
    try:
        return int(float(text)) if text else None
    except ValueError:
        return None
