"""The styles of a Word file: which paragraphs are headings, hidden, or in a list.

A file's styles are six times the size of its text, so only the few that are used are parsed.
"""

import re

from reportdesk.errors import ReadError
from reportdesk.formats.readers.docx_marks import ParagraphMarks
from reportdesk.formats.readers.docx_names import VAL, W, hides
from reportdesk.formats.readers.safe_xml import Node, parse

_HEADING_NAME = r"(?i:(?:heading|标题)\s*\d*|title|subtitle|副标题)"
_MOST_SLICES = 60
_DEPTH = 12


class Style:
    """A style, with what it has from those it is based on."""

    __slots__ = ("heading", "hidden", "level", "number")

    def __init__(self, heading: bool, number: str, level: int | None, hidden: bool) -> None:
        """``number`` is the list it belongs to; "" for none, "0" where it is taken out of one."""
        self.heading = heading
        self.number = number
        self.level = level
        self.hidden = hidden


class Styles:
    """The styles of a file, each parsed when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._known: dict[str, Style] = {}
        self._nodes: dict[str, Node] | None = None
        self._sliced: dict[str, Node] = {}
        """Styles that were cut out of the file and parsed alone."""
        at = data.find(b"styles")
        begin, end = data.rfind(b"<", 0, max(at, 0)), data.find(b">", at)
        self._root = data[begin : end + 1] if 0 <= begin < at < end else b""
        self._prefix = data[begin + 1 : at] if self._root else b""

    def __getitem__(self, name: str) -> Style:
        style = self._known.get(name)
        if style is None:
            style = self._known[name] = self._resolve(name)
        return style

    def _resolve(self, name: str) -> Style:
        number, level, outline, named = "", None, None, False
        hidden: bool | None = None
        for step in range(_DEPTH):
            node = self._node(name)
            if node is None:
                break
            name = ""
            for child in node:
                tag = child.tag
                if tag == W + "name":
                    matches = bool(re.fullmatch(_HEADING_NAME, (child.get(VAL) or "").strip()))
                    named = named or (matches and (step == 0 or outline is None))
                elif tag == W + "basedOn":
                    name = child.get(VAL) or ""
                elif tag == W + "pPr":
                    own = ParagraphMarks(child)
                    if outline is None:
                        outline = own.outline
                    number = number or own.number
                    level = own.level if level is None else level
                elif tag == W + "rPr" and hidden is None:
                    hidden = hides(child)
            if not name:
                break
        return Style(named or (outline is not None and outline < 9), number, level, bool(hidden))

    def _node(self, name: str) -> Node | None:
        if name in self._sliced:
            return self._sliced[name]
        if self._nodes is None and len(self._sliced) < _MOST_SLICES:
            node = self._slice(name)
            if node is not None:
                self._sliced[name] = node
                return node
        if self._nodes is None:
            self._nodes = {}
            try:
                for node in parse(self._data):
                    self._nodes.setdefault(node.get(W + "styleId") or "", node)
            except ReadError:
                pass  # damaged styles cost us the headings' marks, no more
        return self._nodes.get(name)

    def _slice(self, name: str) -> Node | None:
        data, root = self._data, self._root
        at = data.find(b'styleId="' + _attribute(name) + b'"')
        if not root or at < 0:
            return None
        begin, end_tag = data.rfind(b"<", 0, at), b"</" + self._prefix + b"style>"
        end = data.find(end_tag, at)
        if begin < 0 or end < 0:
            return None
        block = data[begin : end + len(end_tag)]
        try:
            wrapped = parse(root + block + b"</" + self._prefix + b"styles>")
        except ReadError:
            return None
        return next((node for node in wrapped if node.get(W + "styleId") == name), None)


def _attribute(name: str) -> bytes:
    """A name as it stands in an attribute."""
    for sign, written in (("&", "&amp;"), ("<", "&lt;"), ('"', "&quot;")):
        name = name.replace(sign, written)
    return name.encode()
