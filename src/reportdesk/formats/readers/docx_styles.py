"""What a paragraph's style and list say of it: whether it is a heading, and its printed label.

A file's styles are six times the size of its text, so only the few that are used are parsed.
"""

import re
from dataclasses import dataclass

from reportdesk.errors import ReadError
from reportdesk.formats.readers.docx_names import VAL, W, hides, whole
from reportdesk.formats.readers.safe_xml import Node, parse
from reportdesk.formats.readers.word_numbering import Counters, Level

_HEADING_NAME = re.compile(r"(?:heading|标题)\s*\d*|title|subtitle|副标题", re.IGNORECASE)
_ROOT = re.compile(rb"<([A-Za-z_][\w.-]*:)?styles\b[^>]*>")
_MOST_SLICES = 60
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Style:
    """A style, with what it has from those it is based on."""

    heading: bool = False
    number: str = ""
    """The list it belongs to; "" for none, "0" where it is taken out of one."""
    level: int | None = None
    hidden: bool = False


class Styles:
    """The styles of a file, each parsed when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._known: dict[str, Style] = {}
        self._nodes: dict[str, Node] | None = None
        self._slices = 0
        root = _ROOT.search(data)
        self._root = root[0] if root and not root[0].endswith(b"/>") else b""
        self._prefix = (root[1] or b"") if root else b""

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
                    matches = bool(_HEADING_NAME.fullmatch((child.get(VAL) or "").strip()))
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
        if self._nodes is None and self._slices < _MOST_SLICES:
            self._slices += 1
            node = self._slice(name)
            if node is not None:
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


class ParagraphMarks:
    """What ``w:pPr`` says that matters here."""

    __slots__ = ("deleted", "hidden", "level", "number", "outline", "style")

    def __init__(self, properties: Node) -> None:
        self.style = self.number = ""
        self.level: int | None = None
        self.outline: int | None = None
        self.deleted = False
        for child in properties:
            tag = child.tag
            if tag == W + "pStyle":
                self.style = child.get(VAL) or ""
            elif tag == W + "numPr":
                for part in child:
                    if part.tag == W + "numId":
                        self.number = part.get(VAL) or ""
                    elif part.tag == W + "ilvl":
                        self.level = whole(part.get(VAL), 0, 8)
            elif tag == W + "outlineLvl":
                self.outline = whole(child.get(VAL), 0, 9)
            elif tag == W + "rPr":
                for part in child:
                    if part.tag in (W + "del", W + "moveFrom"):
                        self.deleted = True


@dataclass(slots=True)
class _Use:
    """A list as it is used (``w:num``): the definition behind it and its own beginnings."""

    definition: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Lists:
    """The lists of a file and their counts."""

    def __init__(self, root: Node | None, styles: Styles) -> None:
        self._styles = styles
        self._counters = Counters()
        self._uses: dict[str, _Use] = {}
        self._levels: dict[str, list[Level]] = {}
        self._style_levels: dict[tuple[str, str], int] = {}
        self._links: dict[str, str] = {}
        linked: dict[str, str] = {}
        for node in root if root is not None else ():
            if node.tag == W + "abstractNum":
                self._define(node, linked)
            elif node.tag == W + "num":
                self._use(node)
        for definition, style in self._links.items():
            if style in linked:
                self._levels[definition] = self._levels.get(linked[style], [])

    def label(self, number: str, level: int | None, style: str) -> str:
        """The label of the next paragraph of the list ``number``."""
        use = self._uses.get(number)
        if use is None:
            return ""
        if level is None:
            level = self._style_levels.get((use.definition, style), 0)
        levels = self._levels.get(use.definition, [])
        if use.levels:
            levels = [use.levels.get(i, own) for i, own in enumerate(levels)]
        for at, start in use.starts.items():
            self._counters.restart(number, use.definition, at, start, level)
        return self._counters.label(use.definition, levels, level)

    def _define(self, node: Node, linked: dict[str, str]) -> None:
        name = node.get(W + "abstractNumId") or ""
        levels = [Level(kind="none")] * 9
        for child in node:
            if child.tag == W + "lvl":
                at = whole(child.get(W + "ilvl"), 0, 8)
                levels[at], style = _level(child)
                if style:
                    self._style_levels[name, style] = at
            elif child.tag == W + "styleLink":
                linked[child.get(VAL) or ""] = name
            elif child.tag == W + "numStyleLink":
                self._links[name] = child.get(VAL) or ""
        self._levels[name] = levels

    def _use(self, node: Node) -> None:
        use = _Use("", {}, {})
        for child in node:
            if child.tag == W + "abstractNumId":
                use.definition = child.get(VAL) or ""
            elif child.tag == W + "lvlOverride":
                at = whole(child.get(W + "ilvl"), 0, 8)
                for part in child:
                    if part.tag == W + "startOverride":
                        use.starts[at] = whole(part.get(VAL), 0, 32_767)
                    elif part.tag == W + "lvl":
                        use.levels[at] = _level(part)[0]
        self._uses[node.get(W + "numId") or ""] = use


def _level(node: Node) -> tuple[Level, str]:
    found = {child.tag: child for child in node}

    def value(name: str) -> str | None:
        child = found.get(W + name)
        return None if child is None else child.get(VAL)

    kind = value("numFmt") or "decimal"
    level = Level(
        kind=kind,
        text=value("lvlText") or "",
        start=whole(value("start"), 0, 32_767),
        legal=W + "isLgl" in found,
        restarts=value("lvlRestart") != "0",
    )
    return level, value("pStyle") or ""
