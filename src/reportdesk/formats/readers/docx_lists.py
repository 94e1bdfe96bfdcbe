"""The lists of a Word file, for the labels that stand nowhere in its text."""

from reportdesk.formats.readers.docx_names import VAL, W, whole
from reportdesk.formats.readers.safe_xml import Node
from reportdesk.formats.readers.word_numbering import Counters, Level


class _Use:
    """A list as it is used (``w:num``): the definition behind it and its own beginnings."""

    def __init__(self) -> None:
        self.definition = ""
        self.starts: dict[int, int] = {}
        self.levels: dict[int, Level] = {}


class Lists:
    """The lists of a file and their counts."""

    def __init__(self, root: Node | None) -> None:
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
        use = _Use()
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
