"""The text of one Word paragraph as a reader of the page sees it.

Tracked changes count as accepted, hidden text and field codes are left out, a field's result is
kept. What was passed over is remembered in ``Seen``, to be told once for the whole file.
"""

from reportdesk.formats.readers.docx_names import (
    ALTERNATE,
    CHOICE,
    DEL,
    DRAWN,
    INS,
    MOVE_FROM,
    PLACEHOLDER_SHOWN,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TEXT_BOX,
    VAL,
    WRAPPERS,
    R,
    T,
    W,
    hides,
    is_on,
    spaced,
)
from reportdesk.formats.readers.safe_xml import Node
from reportdesk.formats.readers.word_symbols import UNKNOWN, symbol

_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
_FIELD = W + "fldChar"
_FOOTNOTES = frozenset((W + "footnoteReference", W + "endnoteReference"))
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"


class Seen:
    """What was met and not taken in."""

    def __init__(self) -> None:
        self.revised = self.hidden = self.placeholders = self.footnotes = False
        self.pictures = self.objects = 0


class ParagraphText:
    """Reads paragraphs in their order; a field may reach over several."""

    def __init__(self, *, may_hide: bool, hidden_styles: frozenset[str]) -> None:
        """``may_hide``: whether hidden text may occur at all (asking each run takes time);
        ``hidden_styles``: the styles that hide."""
        self.seen = Seen()
        self.boxes: list[Node] = []
        """Text boxes anchored in the paragraphs read so far; whoever reads them clears it."""
        self._may_hide = may_hide
        self._hidden_styles = hidden_styles
        self._style_hides = False
        self._fields: list[bool] = []
        self._silent = False

    def read(self, paragraph: Node) -> tuple[str, Node | None]:
        """The text, and the paragraph's properties."""
        properties = None
        self._style_hides = False
        out: list[str] = []
        for child in paragraph:
            tag = child.tag
            if tag == R:
                self._run(child, out)
            elif tag == PPR:
                properties = child
                if self._hidden_styles:
                    self._style_hides = self._named(child, "pStyle")
            else:
                self._inline(child, tag, out)
        if self._silent:
            # A code that never ends inside its paragraph is broken; it must not swallow the rest.
            self._fields = [code for code in self._fields if not code]
            self._silent = False
        return (out[0] if len(out) == 1 else "".join(out)), properties

    def _inline(self, element: Node, tag: str, out: list[str]) -> None:
        if tag in WRAPPERS:
            if tag == INS:
                self.seen.revised = True
            for child in element:
                name = child.tag
                if name == R:
                    self._run(child, out)
                else:
                    self._inline(child, name, out)
        elif tag == SDT:
            content = control_content(element, self.seen)
            if content is not None:
                self._inline(content, SDT_CONTENT, out)
        elif tag in (DEL, MOVE_FROM):
            self.seen.revised = True
        elif tag == ALTERNATE:
            branch = chosen(element)
            if branch is not None:
                self._inline(branch, CHOICE, out)
        elif tag.startswith(_MATH):
            if not self._silent:
                out.extend(t.text or "" for t in element.iter(_MATH + "t", T))
        elif len(element) and tag == W + "ruby":
            for child in element:
                if child.tag == W + "rubyBase":
                    self._inline(child, child.tag, out)

    def _run(self, run: Node, out: list[str]) -> None:
        if self._may_hide and self._is_hidden(run):
            self._hidden_run(run)
            return
        for element in run:
            tag = element.tag
            if tag == T:
                text = element.text
                if text and not self._silent:
                    if text[0] <= " " or text[-1] <= " ":
                        text = spaced(element, text)
                    out.append(text)
            elif tag != RPR:
                self._rare(element, tag, out)

    def _rare(self, element: Node, tag: str, out: list[str]) -> None:
        if tag in _SIGNS:
            if not self._silent:
                out.append(_SIGNS[tag])
        elif tag == _FIELD:
            self._field(element)
        elif tag == W + "sym":
            if not self._silent:
                out.append(_symbol(element))
        elif tag in DRAWN:
            self._drawn(element)
        elif tag == ALTERNATE:
            branch = chosen(element)
            for child in branch if branch is not None else ():
                self._rare(child, child.tag, out)
        elif tag in _FOOTNOTES:
            self.seen.footnotes = True
        elif tag in (R, T, W + "ruby"):
            self._run(element, out) if tag == R else self._inline(element, tag, out)

    def _is_hidden(self, run: Node) -> bool:
        properties = next(iter(run), None)
        if properties is None or properties.tag != RPR:
            return self._style_hides
        hidden = hides(properties)
        if hidden is None:
            hidden = self._style_hides or self._named(properties, "rStyle")
        return hidden

    def _named(self, properties: Node, kind: str) -> bool:
        return any(
            mark.tag == W + kind and (mark.get(VAL) or "") in self._hidden_styles
            for mark in properties
        )

    def _hidden_run(self, run: Node) -> None:
        for element in run:
            if element.tag == _FIELD:
                self._field(element)
            elif element.tag == T and (element.text or "").strip():
                self.seen.hidden = True

    def _field(self, mark: Node) -> None:
        kind = mark.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()
        self._silent = any(self._fields)

    def _drawn(self, element: Node) -> None:
        for child in element:
            tag = child.tag
            if tag == TEXT_BOX:
                self.boxes.append(child)
            elif tag in (_PICTURE, _OLD_PICTURE):
                self.seen.pictures += 1
            elif tag.endswith("}OLEObject"):
                self.seen.objects += 1
            elif tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._drawn(branch)
            elif len(child):
                self._drawn(child)


def chosen(alternate: Node) -> Node | None:
    """The one branch of several drawings of the same thing that is read: the first with words."""
    branches = [child for child in alternate if child.tag in WRAPPERS]
    for branch in branches:
        if next(branch.iter(TEXT_BOX, T), None) is not None:
            return branch
    return branches[0] if branches else None


def control_content(control: Node, seen: Seen) -> Node | None:
    """What a content control holds; None where it shows only its prompt."""
    content = None
    for child in control:
        if child.tag == SDT_PR:
            for mark in child:
                if mark.tag == PLACEHOLDER_SHOWN and is_on(mark.get(VAL)):
                    seen.placeholders = True
                    return None
        elif child.tag == SDT_CONTENT:
            content = child
    return content


def _symbol(element: Node) -> str:
    try:
        code = int(element.get(W + "char") or "", 16)
    except ValueError:
        return UNKNOWN
    return symbol(code, element.get(W + "font") or "")
