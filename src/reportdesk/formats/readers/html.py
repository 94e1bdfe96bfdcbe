"""A web page as paragraphs and grids: what a browser would show, in its order.

Pages come from many hands: pasted from a word processor, a span for every few characters,
tables inside tables that only place things. Scripts, menus and hidden parts are left out; a
table is a grid unless it merely lays out text.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from reportdesk.errors import ReadError
from reportdesk.formats.readers import text as text_reader
from reportdesk.formats.readers.decoding import decode
from reportdesk.formats.readers.html_tables import Table, TableCell, lay_out
from reportdesk.formats.story import Grid, Paragraph, Piece, Story


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_MOST_CHARACTERS = 12_000_000
_MOST_TAGS = 400_000
_MOST_PIECES = 50_000
_DATA_ADDRESS = re.compile(r"data:[\w/+.;=-]*,[^\"'()\s>]{200,}")
_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_REVEALED = re.compile(r"<!\[(?:if[^>\]]*|endif)\]>", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SKIPPED = _tags(
    "script style head template noscript nav select option button textarea iframe object embed svg "
    "math audio video canvas map dialog datalist del strike input img link meta title"
)
_BLOCKS = _tags(
    "p div section article ul ol li h1 h2 h3 h4 h5 h6 blockquote center dl dt dd form fieldset "
    "legend address main aside header footer figure figcaption hr pre body html caption details "
    "summary dir menu hgroup search"
)
_HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
_TABLE_TAG = r"(?i)<(/?)table\b[^>]*>"
_MARKUP = r"(?i)<(?:!doctype|head|title|style|script|div|p|br|span|h[1-6]|li|section|article)\b"
_WRAPPING = r"(?i)</?(?:html|body)\b[^>]*>"
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]"
_BETWEEN_WIDE = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\r\n\f]*(?={_WIDE})")


class _Element(Protocol):
    tag: object
    text: str | None
    tail: str | None

    def get(self, key: str, default: str) -> str: ...
    def findtext(self, path: str) -> str | None: ...


class _Walk(Protocol):
    def __iter__(self) -> Iterator[tuple[str, _Element]]: ...
    def skip_subtree(self) -> None: ...


class _Lxml(Protocol):
    def HTMLParser(self, **options: object) -> object: ...  # noqa: N802
    def fromstring(self, data: bytes, parser: object) -> _Element | None: ...
    def iterwalk(self, root: _Element, **options: object) -> _Walk: ...


def read(data: bytes, *, declared: str = "") -> Story:
    """The page in ``data``; ``declared`` is an encoding told from outside. Raises ReadError
    where it holds no words or is too large."""
    found = _DECLARED.search(data, 0, 20_000)
    text, notes = decode(data, declared=declared or (found[1].decode("ascii") if found else ""))
    root = _parsed(_with_lines_kept(_sized(text)))
    story = Story("html", notes=notes)
    if root is not None:
        title = root.findtext(".//title") or ""
        story.title = _SPACE.sub(" ", title).strip()
        _Page(root, story).read()
    if not any(isinstance(p, Grid) or p.text.strip() for p in story.pieces):
        raise ReadError("网页里没有文字。若正文要联网才显示，请在浏览器里复制正文，存成文字文件。")
    return story


def _with_lines_kept(text: str) -> str:
    """The text with what stands between its tables marked as lines, where nothing else marks
    paragraphs: Markdown with tables in it."""
    inside, at = 0, 0
    parts: list[str] = []
    for tag in re.finditer(_TABLE_TAG, text):
        closes = tag[1] == "/"
        if not inside and not closes:
            parts.append(text[at : tag.start()])
            at = tag.start()
        inside = max(0, inside + (-1 if closes else 1))
        if closes and not inside:
            parts.append(text[at : tag.end()])
            at = tag.end()
    if inside or not parts or len(parts) % 2:
        return text
    parts.append(text[at:])
    if any(re.search(_MARKUP, part) for part in parts[::2]):
        return text
    # Programs that make Markdown may wrap each table as a page of its own.
    parts[::2] = [f"<pre>{re.sub(_WRAPPING, '', part)}</pre>" for part in parts[::2]]
    return "".join(parts)


def grids(text: str) -> list[Grid]:
    """The tables in a piece of a page, as a clipboard holds it; those of one column too, since
    whoever copied them meant a column of cells. Raises ReadError where it is too large."""
    root = _parsed(_sized(text))
    story = Story("html")
    if root is not None:
        _Page(root, story, columns=True).read()
    return [piece for piece in story.pieces if isinstance(piece, Grid)]


def _sized(text: str) -> str:
    text = _DATA_ADDRESS.sub("", text)
    if len(text) > _MOST_CHARACTERS or text.count("<") > _MOST_TAGS:
        raise ReadError("网页文件太大，不像是报告。请另存只含报告正文的网页，或用 Word 文件。")
    return text


def _parsed(text: str) -> _Element | None:
    lxml = _lxml()
    text = _REVEALED.sub("", text.replace("\x00", ""))
    parser = lxml.HTMLParser(encoding="utf-8", huge_tree=True, recover=True, remove_pis=True)
    try:
        return lxml.fromstring(text.encode("utf-8", "replace"), parser)
    except (SyntaxError, ValueError):
        # lxml's own errors are SyntaxErrors: nothing at all could be parsed.
        return None


def _lxml() -> _Lxml:
    return cast("_Lxml", import_module("lxml.etree"))


class _Flow:
    """Text that runs in lines: a page, or the inside of a table's cell."""

    def __init__(self, table: Table | None = None, cell: TableCell | None = None) -> None:
        self.table = table
        """The table whose ``cell`` this is; tables may lie in tables without a cell between."""
        self.cell = cell
        self.pieces: list[Paragraph | Table] = []
        self._words: list[str] = []
        self._heading = False

    def add(self, words: str, *, heading: bool) -> None:
        """Words of the line that is now being written."""
        if not self._words:
            self._heading = heading
        self._words.append(words)
        self._heading = self._heading and (heading or not words.strip())

    def end_line(self) -> None:
        """Close the paragraph, if there is one."""
        text = _shown("".join(self._words))
        if text.strip():
            self.pieces.append(Paragraph(text, "", self._heading))
        self._words = []


class _Page:
    """One pass over the elements, without recursion: pages nest as deep as they like."""

    def __init__(self, root: _Element, story: Story, *, columns: bool = False) -> None:
        self.root = root
        self.story = story
        self.columns = columns
        """Whether a table of one column is a table; on most pages it only places text."""
        self.flows = [_Flow()]
        self.tables: list[Table] = []
        self.headings = 0
        self.pre: list[str] | None = None
        self.pre_depth = 0

    def read(self) -> None:
        """Fill the story."""
        walk = _lxml().iterwalk(self.root, events=("start", "end", "comment"))
        for event, element in walk:
            tag = element.tag.lower() if isinstance(element.tag, str) else ""
            if event == "comment":
                self._words(element.tail)
            elif event == "end":
                if not self._skipped(tag, element):
                    self._end(tag)
                self._words(element.tail)
            elif self._skipped(tag, element):
                walk.skip_subtree()
            else:
                self._start(tag, element)
                self._words(element.text)
        while self.tables:
            self._end_table()
        self.flows[0].end_line()
        self._tell(self.flows[0].pieces)

    def _skipped(self, tag: str, element: _Element) -> bool:
        if tag in _SKIPPED:
            return True
        if element.get("hidden", "no") != "no" and tag not in {"body", "html"}:
            return True
        style = element.get("style", "")
        return bool(style) and tag != "body" and _HIDDEN_STYLE.search(style) is not None

    def _words(self, words: str | None) -> None:
        if not words:
            return
        if self.pre is not None:
            self.pre.append(words)
        elif not self.tables or self.flows[-1].table is self.tables[-1]:
            self.flows[-1].add(words, heading=self.headings > 0)
        elif words.strip():
            # Words between the rows of a table are shown before it.
            self.tables[-1].before.append(_shown(words))

    def _start(self, tag: str, element: _Element) -> None:
        if tag == "table":
            self.flows[-1].end_line()
            self.tables.append(Table())
        elif tag == "tr" and self.tables:
            self._close_cell()
            self.tables[-1].rows.append([])
        elif tag in {"td", "th"} and self.tables:
            self._close_cell()
            if not self.tables[-1].rows:
                self.tables[-1].rows.append([])
            cell = TableCell(element.get("rowspan", ""), element.get("colspan", ""))
            self.tables[-1].rows[-1].append(cell)
            self.flows.append(_Flow(self.tables[-1], cell))
        elif tag == "br":
            self._words("\ue000")
        elif tag in _BLOCKS:
            self.flows[-1].end_line()
            self.headings += tag in _HEADINGS
            if tag in {"pre", "listing", "xmp"} and self.pre is None and not self.tables:
                self.pre, self.pre_depth = [], 0
            self.pre_depth += tag == "pre"

    def _end(self, tag: str) -> None:
        if tag == "table" and self.tables:
            self._end_table()
        elif tag in {"td", "th", "tr"} and self.tables:
            self._close_cell()
        elif tag in _BLOCKS:
            if tag == "pre" and self.pre is not None:
                self.pre_depth -= 1
                if self.pre_depth <= 0:
                    self._end_pre()
            self.flows[-1].end_line()
            self.headings -= tag in _HEADINGS

    def _end_pre(self) -> None:
        lines = "".join(self.pre or []).replace("\ue000", "\n")
        self.pre = None
        for piece in text_reader.pieces_of(lines, self.story.notes):
            if isinstance(piece, Grid):
                self.flows[-1].pieces.append(Table(ready=piece))
            else:
                self.flows[-1].pieces.append(piece)

    def _close_cell(self) -> None:
        flow = self.flows[-1]
        if flow.cell is not None and flow.table is self.tables[-1]:
            self.flows.pop()
            flow.end_line()
            flow.cell.pieces = flow.pieces

    def _end_table(self) -> None:
        self._close_cell()
        table = self.tables.pop()
        self.flows[-1].pieces += [Paragraph(words, "") for words in table.before]
        self.flows[-1].pieces += lay_out(table, columns=self.columns)

    def _tell(self, pieces: list[Paragraph | Table]) -> None:
        """Number the pieces and give the tables their grids."""
        told: list[Piece] = []
        grids = lines = 0
        for piece in pieces[:_MOST_PIECES]:
            if isinstance(piece, Table):
                grids += 1
                told.append(piece.grid(f"第 {grids} 个表格"))
                continue
            for text in _parted(piece.text):
                lines += 1
                told.append(Paragraph(text, f"第 {lines} 段", piece.heading))
        if len(pieces) > _MOST_PIECES:
            self.story.notes.append("网页太长，只读了前面的部分。")
        self.story.pieces = told


def _shown(words: str) -> str:
    """The text as a browser shows it: runs of space are one, and an end of line in the file
    between two Chinese characters is nothing."""
    text = _SPACE.sub(" ", _BETWEEN_WIDE.sub("", words))
    lines = (line.strip(" ") for line in text.split("\ue000"))
    return "\n".join(lines).replace("\xad", "").replace("\u200b", "").strip("\n \ufeff")


def _parted(text: str) -> list[str]:
    """A paragraph, or its lines as paragraphs where a page breaks lines instead of making
    paragraphs."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and (len(lines) > 3 or len(text) > 80 or "\n\n" in text):
        return lines
    return ["\n".join(lines)] if lines else []
