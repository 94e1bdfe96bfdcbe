"""The rows of a Word table: which columns each cell takes, and whether it goes on from above."""

from collections.abc import Callable, Iterator

from reportdesk.formats.readers.docx_names import (
    ALTERNATE,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    VAL,
    WRAPPERS,
    P,
    W,
    is_on,
    whole,
)
from reportdesk.formats.readers.docx_text import ParagraphText, chosen, control_content
from reportdesk.formats.readers.safe_xml import Node
from reportdesk.formats.readers.word_table import (
    ALONE,
    BEGINS,
    GOES_ON,
    MOST_COLUMNS,
    RowCell,
    widened,
)

_GRID_SPAN, _V_MERGE, _H_MERGE = W + "gridSpan", W + "vMerge", W + "hMerge"
_CELL_DELETED, _CELL_MERGED = W + "cellDel", W + "cellMerge"


class Told:
    """What a table's rows had that is not in the grid."""

    def __init__(self) -> None:
        self.covered = self.hidden = self.bare_labels = False


class _Marks:
    def __init__(self) -> None:
        self.columns, self.merge = 1, ALONE
        self.goes_on = self.deleted = False


class TableRows:
    """Reads the rows of tables; the tables in their cells wait in ``nested``."""

    def __init__(
        self, text: ParagraphText, paragraph: Callable[[Node], tuple[str, bool, bool]]
    ) -> None:
        """``paragraph`` gives a cell paragraph's text, whether its end is deleted, and whether a
        label was left out."""
        self.nested: list[Node] = []
        self._text = text
        self._paragraph = paragraph
        self._told = Told()
        self._prompts: dict[int, Node] = {}

    def lone_cells(self, table: Node) -> list[Node]:
        """The cells of a table that only lays out what it holds (a single cell, or one column
        with tables in it); else nothing."""
        lone: list[Node] = []
        for row in self._inside(table, TR):
            cells = list(self._inside(row, TC))
            if len(cells) > 1:
                return []
            lone += cells
        if len(lone) > 1 and sum(1 for _ in table.iter(TBL)) == 1:
            return []
        return lone

    def read(self, table: Node) -> tuple[list[list[RowCell]], Told]:
        """The rows, deleted and hidden ones left out."""
        told = self._told = Told()
        rows: list[list[RowCell]] = []
        for row in self._inside(table, TR):
            cells: list[RowCell] = []
            column, dropped = 0, False
            for element in self._inside(row, TC, TRPR):
                if element.tag == TRPR:
                    column, dropped = self._row_marks(element)
                    if dropped:
                        break
                    continue
                marks, text = self._cell(element)
                if marks is None:
                    cells.append((column, 1, ALONE, text))
                    column += 1
                elif marks.deleted:
                    self._text.seen.revised = True
                elif marks.goes_on and cells:
                    # The old way to merge sideways: the cell only lends its width.
                    cells[-1] = widened(cells[-1], marks.columns)
                    told.covered |= bool(text.strip())
                    column += marks.columns
                else:
                    cells.append((column, marks.columns, marks.merge, text))
                    column += marks.columns
            if cells and not dropped:
                rows.append(cells)
        return rows, told

    def _row_marks(self, properties: Node) -> tuple[int, bool]:
        column, dropped = 0, False
        for mark in properties:
            tag = mark.tag
            if tag == W + "gridBefore":
                column = whole(mark.get(VAL), 0, MOST_COLUMNS)
            elif tag == W + "del":
                self._text.seen.revised = dropped = True
            elif tag == W + "ins":
                self._text.seen.revised = True
            elif tag == W + "hidden" and is_on(mark.get(VAL)):
                self._told.hidden = dropped = True
        return column, dropped

    def _cell(self, cell: Node) -> tuple[_Marks | None, str]:
        marks = None
        texts: list[str] = []
        carried = False
        for element in cell:
            tag = element.tag
            if tag == P:
                carried = self._add(element, texts, carried)
            elif tag == TCPR:
                marks = _cell_marks(element)
            elif tag == TBL:
                self.nested.append(element)
            else:
                carried = self._wrapped(element, texts, carried)
        if id(cell) in self._prompts:
            return marks, ""
        return marks, (texts[0] if len(texts) == 1 else "\n".join(texts)).strip("\n")

    def _add(self, paragraph: Node, texts: list[str], carried: bool) -> bool:
        text, carries, bare = self._paragraph(paragraph)
        self._told.bare_labels |= bare
        if carried and texts:
            texts[-1] += text
        else:
            texts.append(text)
        return carries

    def _wrapped(self, element: Node, texts: list[str], carried: bool) -> bool:
        tag = element.tag
        content = element if tag in WRAPPERS else None
        if tag == SDT:
            content = control_content(element, self._text.seen)
        elif tag == ALTERNATE:
            content = chosen(element)
        for child in content if content is not None else ():
            if child.tag == P:
                carried = self._add(child, texts, carried)
            elif child.tag == TBL:
                self.nested.append(child)
            else:
                carried = self._wrapped(child, texts, carried)
        return carried

    def _inside(self, parent: Node, *wanted: str) -> Iterator[Node]:
        """The rows of a table, or the cells of a row, also inside content controls."""
        for element in parent:
            tag = element.tag
            if tag in wanted:
                yield element
            elif tag == SDT:
                content = control_content(element, self._text.seen)
                prompting = content is None
                for child in element:
                    if child.tag == SDT_CONTENT:
                        inner = list(self._inside(child, *wanted))
                        if prompting and TC in wanted:
                            self._prompts.update((id(node), node) for node in inner)
                        yield from inner
            elif tag in WRAPPERS:
                yield from self._inside(element, *wanted)


def _cell_marks(properties: Node) -> _Marks | None:
    if len(properties) == 1:  # the width alone
        (mark,) = properties
        if mark.tag == W + "tcW":
            return None
    marks = _Marks()
    for mark in properties:
        tag = mark.tag
        if tag == _GRID_SPAN:
            marks.columns = max(1, whole(mark.get(VAL), 1, MOST_COLUMNS))
        elif tag == _V_MERGE:
            marks.merge = BEGINS if mark.get(VAL) == "restart" else GOES_ON
        elif tag == _CELL_MERGED:
            merge = mark.get(W + "vMerge")
            marks.merge = BEGINS if merge == "rest" else GOES_ON if merge == "cont" else ALONE
        elif tag == _H_MERGE:
            marks.goes_on = mark.get(VAL) != "restart"
        elif tag == _CELL_DELETED:
            marks.deleted = True
    return marks
