"""Words written into a Word file in the look that the place has already."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, cast

from lxml import etree

from reportdesk.formats.readers.docx_names import (
    DEL,
    INS,
    PLACEHOLDER_SHOWN,
    PPR,
    RPR,
    SDT,
    P,
    R,
    T,
    W,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.formats.filling.located import Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SIGNS = (T, W + "tab", W + "br", W + "cr", W + "noBreakHyphen", W + "sym", W + "delText")
_REVISED = (INS, DEL, W + "moveTo", W + "moveFrom")


def set_cell(paragraphs: Sequence[Element], text: str) -> None:
    """Make ``text`` the words of a cell's paragraphs: the first takes them, the others go."""
    set_words(paragraphs[0], text)
    for other in paragraphs[1:]:
        parent = other.getparent()
        if parent is not None:
            parent.remove(other)


def set_words(paragraph: Element, text: str) -> None:
    """Make ``text`` the words of a paragraph, in the look of its first words. Bookmarks, comments
    and pictures in it stay."""
    look = look_of(paragraph)
    if _settle(paragraph):
        # The look was the prompt's, grey.
        for run in paragraph.iter(R):
            for mark in list(run.iter(W + "rStyle")):
                cast("Element", mark.getparent()).remove(mark)
    runs = [run for run in paragraph.iter(R) if any(True for _ in run.iter(*_SIGNS))]
    first = runs[0] if runs else None
    for run in runs:
        for sign in list(run):
            if sign.tag in _SIGNS:
                run.remove(sign)
        if run is not first and all(child.tag == RPR for child in run):
            cast("Element", run.getparent()).remove(run)
    if not text:
        return
    if first is None:
        first = etree.SubElement(paragraph, R)
        if look is not None:
            first.append(copy.deepcopy(look))
    at = 1 if len(first) and first[0].tag == RPR else 0
    for number, line in enumerate(_ILLEGAL.sub("", text).split("\n")):
        if number:
            first.insert(at, etree.Element(W + "br"))
            at += 1
        words = etree.Element(T)
        words.text = line
        words.set(_SPACE, "preserve")
        first.insert(at, words)
        at += 1


def made_like(model: Element, text: str) -> Element:
    """A new paragraph with ``text`` that looks like ``model``: its style and the look of its
    first words, but no number of a list, for the words have their own."""
    made = etree.Element(P)
    properties = model.find(PPR)
    if properties is not None:
        made.append(copy.deepcopy(properties))
        own = made[0]
        for mark in list(own):
            if mark.tag in (W + "numPr", W + "sectPr", W + "pPrChange", W + "pageBreakBefore"):
                own.remove(mark)
    look = look_of(model)
    run = etree.SubElement(made, R)
    if look is not None:
        run.append(copy.deepcopy(look))
    words = etree.SubElement(run, T)
    words.text = _ILLEGAL.sub("", text)
    words.set(_SPACE, "preserve")
    return made


def look_of(paragraph: Element) -> Element | None:
    """The run properties of a paragraph's first words; of its mark where it has no words."""
    for run in paragraph.iter(R):
        if next(run.iter(T), None) is not None:
            return run.find(RPR)
    properties = paragraph.find(PPR)
    mark = properties.find(RPR) if properties is not None else None
    if mark is None:
        return None
    look = copy.deepcopy(mark)
    for child in list(look):
        if child.tag in _REVISED or child.tag == W + "rPrChange":
            look.remove(child)
    return look


def words_of(paragraph: Element) -> str:
    """The words of a paragraph as they stand, deleted ones left out."""
    return "".join(
        (node.text or "") if node.tag == T else "\n"
        for node in paragraph.iter(T, W + "br", W + "cr")
        if not any(True for _ in node.iterancestors(DEL))
    )


def holds_more(paragraph: Element) -> bool:
    """Whether something stands in a paragraph that is no words: a picture, a text box, a page
    or section break."""
    more = (W + "drawing", W + "pict", W + "object", W + "sectPr", W + "footnoteReference")
    if next(paragraph.iter(*more), None) is not None:
        return True
    return any(b.get(W + "type") == "page" for b in paragraph.iter(W + "br"))


def _settle(paragraph: Element) -> bool:
    """Accept what was revised in the paragraph and end its controls' prompts: it gets other words
    now, so nobody needs to know how the old ones came about. Whether there was a prompt."""
    for kind in (DEL, W + "moveFrom"):
        for gone in list(paragraph.iter(kind)):
            parent = gone.getparent()
            if parent is not None and parent.tag != RPR:
                parent.remove(gone)
    for kind in (INS, W + "moveTo"):
        for kept in list(paragraph.iter(kind)):
            parent = kept.getparent()
            if parent is None or parent.tag == RPR:
                continue
            at = parent.index(kept)
            for offset, child in enumerate(list(kept)):
                parent.insert(at + offset, child)
            parent.remove(kept)
    prompted = False
    for control in (*paragraph.iter(SDT), *paragraph.iterancestors(SDT)):
        for prompt in list(control.iter(PLACEHOLDER_SHOWN)):
            cast("Element", prompt.getparent()).remove(prompt)
            prompted = True
    return prompted
