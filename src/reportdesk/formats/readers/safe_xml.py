"""Parses XML that strangers made: no entities, no document types, no network, no endless depth."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from reportdesk.errors import ReadError

if TYPE_CHECKING:
    from reportdesk.formats.readers.xml_types import Lxml, Node
else:
    Node = object

DAMAGED = "文件不完整或已经损坏，打不开。请用 Word 或 WPS 打开后另存一份，再试一次。"

_STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/spreadsheetml/main": (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    ),
    b"http://purl.oclc.org/ooxml/officeDocument/math": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/math"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}

_HEAD = 4096


def parse(data: bytes) -> Node:
    """The root of ``data``; the namespaces of the strict office standard become the usual ones.

    Raises ReadError where it is not well-formed, too deep, or has a document type."""
    if b"<!DOCTYPE" in data[:_HEAD]:
        raise ReadError(DAMAGED)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    lxml = cast("Lxml", import_module("lxml.etree"))
    parser = lxml.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = lxml.fromstring(data, parser)
    except (SyntaxError, ValueError) as trouble:  # lxml's own errors are SyntaxErrors
        raise ReadError(DAMAGED) from trouble
    # Seen again here for texts in which the bytes above do not show it (UTF-16, far down).
    if root.getroottree().docinfo.internalDTD is not None:
        raise ReadError(DAMAGED)
    return root
