"""A Word file read as a story of which each piece is known in the XML: where to write.

Reading is the reader's own walk. A cell's element is looked for by its row and column and taken
only if it holds just the words that were read, so that nothing is ever written into a cell that
only seems to be the right one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from lxml import etree

from reportdesk.errors import ReadError
from reportdesk.formats.readers.docx import Walk
from reportdesk.formats.readers.docx_names import (
    DEL,
    PLACEHOLDER_SHOWN,
    SDT,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    WRAPPERS,
    P,
    T,
    W,
    is_on,
    whole,
)
from reportdesk.formats.readers.package import Package
from reportdesk.formats.readers.safe_xml import DAMAGED, Node
from reportdesk.formats.readers.word_table import MOST_COLUMNS, RowCell
from reportdesk.formats.story import Cell, Grid, Paragraph, Story

if TYPE_CHECKING:
    from collections.abc import Iterator

Element = etree._Element  # pyright: ignore[reportPrivateUsage]


class Located:
    """A Word file with its story, and the elements that the story was read from."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadError where ``data`` is no Word file, or damaged."""
        package = Package(data)
        self.part = package.main_part()
        root = package.xml(self.part)
        bodies = [child for child in root if child.tag == W + "body"]
        if root.tag != W + "document" or not bodies:
            raise ReadError("这不是 Word 文档，请确认文件是否选对。")
        walk = _LocatingWalk(package, self.part, root)
        try:
            for body in bodies:
                walk.blocks(body)
            walk.finish()
        except RecursionError as trouble:
            raise ReadError(DAMAGED) from trouble
        self.root = cast("Element", root)
        self.body = cast("Element", bodies[0])
        self.story: Story = walk.story
        self._package = package
        self._paragraphs = walk.paragraphs
        self._tables = walk.tables
        self._cells: dict[int, dict[tuple[int, int], Node]] = {}

    def styles(self) -> bytes:
        """The part of the file that holds its styles, empty where it has none."""
        links = self._package.relationships(self.part).values()
        found = [link.target for link in links if link.kind == "styles" and not link.external]
        return self._package.part(found[0]) if found and found[0] in self._package else b""

    def paragraph(self, piece: Paragraph) -> Element | None:
        """The element that a paragraph of the story was read from; None where it is not the whole
        of one (words after a heading in the same paragraph, the row of a table read as words)."""
        return cast("Element | None", self._paragraphs.get(id(piece)))

    def cell(self, grid: Grid, cell: Cell) -> Element | None:
        """The element of a cell, None where it cannot be told for sure."""
        table = self._tables.get(id(grid))
        if table is None:
            return None
        if id(grid) not in self._cells:
            self._cells[id(grid)] = dict(_cells(table))
        found = cast("Element | None", self._cells[id(grid)].get((cell.row, cell.column)))
        if found is None or _bare(_words(found)) != _bare(cell.text):
            return None
        return found


class _LocatingWalk(Walk):
    """The reader's walk, remembering the element of each piece."""

    def __init__(self, package: Package, main: str, root: Node) -> None:
        super().__init__(package, main, root)
        self.paragraphs: dict[int, Node] = {}
        self.tables: dict[int, Node] = {}
        self._open: list[Node] = []

    def _paragraph(self, element: Node) -> None:
        first = len(self.story.pieces)
        joined = bool(self._carried)
        super()._paragraph(element)
        if len(self.story.pieces) > first and not joined:
            piece = self.story.pieces[first]
            if id(piece) not in self.paragraphs and isinstance(piece, Paragraph):
                self.paragraphs[id(piece)] = element

    def _table(self, element: Node) -> None:
        self._open.append(element)
        super()._table(element)
        self._open.pop()

    def _grid(self, rows: list[list[RowCell]], *, covered: bool = False) -> str:
        place = super()._grid(rows, covered=covered)
        self.tables[id(self.story.pieces[-1])] = self._open[-1]
        return place


def _cells(table: Node) -> Iterator[tuple[tuple[int, int], Node]]:
    """The cells of a table by row and column, counted as the reader counts them."""
    row = 0
    for line in _inside(table, TR):
        column, cells, dropped = 0, list[tuple[int, Node]](), False
        for element in _inside(line, TC, TRPR):
            if element.tag == TRPR:
                for mark in element:
                    if mark.tag == W + "gridBefore":
                        column = whole(mark.get(VAL), 0, MOST_COLUMNS)
                    hidden = mark.tag == W + "hidden" and is_on(mark.get(VAL))
                    dropped = dropped or mark.tag == W + "del" or hidden
                continue
            cells.append((column, element))
            column += _columns(element)
        if cells and not dropped:
            yield from (((row, at), cell) for at, cell in cells)
            row += 1


def _columns(cell: Node) -> int:
    for properties in cell:
        if properties.tag == TCPR:
            for mark in properties:
                if mark.tag == W + "gridSpan":
                    return max(1, whole(mark.get(VAL), 1, MOST_COLUMNS))
    return 1


def _inside(parent: Node, *wanted: str) -> Iterator[Node]:
    for element in parent:
        if element.tag in wanted:
            yield element
        elif element.tag == SDT or element.tag in WRAPPERS:
            yield from _inside(element, *wanted)


def paragraphs_of(cell: Element) -> list[Element]:
    """The paragraphs of a cell, also inside content controls, but not those of a table in it."""
    return cast("list[Element]", list(_inside(cast("Node", cell), P)))


def _words(cell: Element) -> str:
    words: list[str] = []
    for element in cell.iter(T, TBL):
        if element.tag == TBL:
            return ""  # a table in the cell: its words are not the cell's
        if not any(_unread(around) for around in element.iterancestors(DEL, SDT)):
            words.append(element.text or "")
    return "".join(words)


def _unread(around: Element) -> bool:
    """Whether what stands in an element is not read: deleted words, a control's prompt."""
    return around.tag == DEL or next(around.iter(PLACEHOLDER_SHOWN), None) is not None


def _bare(text: str) -> str:
    return "".join(text.split())
