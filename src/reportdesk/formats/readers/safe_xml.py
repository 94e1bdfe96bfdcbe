"""Parses XML that strangers made: no entities, no document types, no network, no endless depth.

Also the types of what comes out: lxml has none of its own.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from reportdesk.errors import ReadError

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


class Node(Protocol):
    """An element of a tree without comments and processing instructions."""

    @property
    def tag(self) -> str:
        """The name, with its namespace in braces before it."""
        ...

    @property
    def text(self) -> str | None:
        """The text before the first child."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes by their names."""
        ...

    def get(self, key: str, default: str = ...) -> str | None:
        """An attribute."""
        ...

    def iter(self, *tags: str) -> Iterator["Node"]:
        """This element and all below it, of these names, in the order of the text."""
        ...

    def __iter__(self) -> Iterator["Node"]: ...
    def __len__(self) -> int: ...


class _Info(Protocol):
    internalDTD: object  # noqa: N815 - lxml's own name


class _Tree(Protocol):
    docinfo: _Info


class _Root(Node, Protocol):
    def getroottree(self) -> _Tree: ...


class _Lxml(Protocol):
    def XMLParser(self, **options: bool) -> object: ...  # noqa: N802 - lxml's own name
    def fromstring(self, data: bytes, parser: object) -> _Root: ...


def parse(data: bytes) -> Node:
    """The root of ``data``; the namespaces of the strict office standard become the usual ones.

    Raises ReadError where it is not well-formed, too deep, or has a document type."""
    if b"<!DOCTYPE" in data[:_HEAD]:
        raise ReadError(DAMAGED)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT.items():
            data = data.replace(strict, usual)
    lxml = cast("_Lxml", import_module("lxml.etree"))
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
