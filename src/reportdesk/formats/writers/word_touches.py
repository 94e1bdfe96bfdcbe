"""Touches that make a filled Word file read well: where a title breaks, what keeps together."""

from __future__ import annotations

from typing import cast

from lxml import etree

from reportdesk.formats.writers.sequence import title_lines
from reportdesk.formats.writers.word_parts import R, W

Element = etree._Element  # pyright: ignore[reportPrivateUsage]
_Q = f"{{{W}}}"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def put_before(body: Element, page: str) -> None:
    """Put a page of XML before the text, which begins on a page of its own."""
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    made = etree.fromstring(f"<w:body {names}>{page}</w:body>".encode(), PARSER)
    first = next((child for child in body if child.tag == _Q + "p"), None)
    if first is not None:
        look = first.find(_Q + "pPr")
        if look is None:
            look = etree.Element(_Q + "pPr")
            first.insert(0, look)
        at = 1 if look.find(_Q + "pStyle") is not None else 0
        look.insert(at, etree.Element(_Q + "pageBreakBefore"))
    for offset, child in enumerate(list(made)):
        body.insert(offset, child)


def break_title(node: Element, organ: str) -> None:
    """Break a long title where it breaks well."""
    run = node.getparent()
    lines = title_lines(node.text or "", organ)
    if run is None or len(lines) < 2:
        return
    node.text = lines[0]
    for line in lines[1:]:
        etree.SubElement(run, _Q + "br")
        etree.SubElement(run, _Q + "t").text = line


def keep_signature(body: Element) -> None:
    """Keep the last paragraph with the signature, which must not stand on a page alone."""
    for style in body.iter(_Q + "pStyle"):
        if style.get(_Q + "val") == "RdSignature":
            signature = cast("Element", cast("Element", style.getparent()).getparent())
            last = signature.getprevious()
            look = last.find(_Q + "pPr") if last is not None and last.tag == _Q + "p" else None
            if look is not None and look.find(_Q + "keepNext") is None:
                at = 1 if look.find(_Q + "pStyle") is not None else 0
                look.insert(at, etree.Element(_Q + "keepNext"))
                look.insert(at + 1, etree.Element(_Q + "keepLines"))
            return


def shrink(paragraph: Element) -> None:
    """Set a long figure smaller, so that it stays on one line of its narrow cell."""
    cell = cast("Element", paragraph.getparent())
    text = "".join(t.text or "" for t in paragraph.iter(_Q + "t"))
    width = cell.find(f"{_Q}tcPr/{_Q}tcW")
    if len(text) < 6 or width is None or not (width.get(_Q + "w") or "").isdigit():
        return
    room = int(width.get(_Q + "w") or 0) - 50
    for size in paragraph.iter(_Q + "sz"):
        now = int(size.get(_Q + "val") or 0)
        fitting = max(9, room // (5 * len(text)))
        if fitting < now:
            size.set(_Q + "val", str(fitting))
