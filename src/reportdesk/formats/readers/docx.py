"""A Word file (.docx, .docm, .dotx) as paragraphs and grids, in one walk over its XML.

Only zip and lxml: the file is read as a person sees the page, with tracked changes accepted,
merged cells as one, and tables that merely lay out text taken apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.errors import ReadError
from reportdesk.formats.readers.docx_marks import ParagraphMarks
from reportdesk.formats.readers.docx_names import (
    ALTERNATE,
    DEL,
    INS,
    MOVE_FROM,
    SDT,
    TBL,
    TC,
    VAL,
    WRAPPERS,
    P,
    W,
)
from reportdesk.formats.readers.docx_plain_table import is_plain, plain_rows
from reportdesk.formats.readers.docx_text import ParagraphText, chosen, control_content
from reportdesk.formats.readers.package import MAX_XML, Package
from reportdesk.formats.readers.safe_xml import DAMAGED, Node, parse
from reportdesk.formats.readers.word_table import merged, require_moderate
from reportdesk.formats.story import Grid, Paragraph, Story

# What most files do not need is imported where one does: the program starts with each file.
if TYPE_CHECKING:
    from reportdesk.formats.readers.docx_lists import Lists
    from reportdesk.formats.readers.docx_styles import Style, Styles
    from reportdesk.formats.readers.docx_table import TableRows
    from reportdesk.formats.readers.word_table import RowCell


def read(data: bytes) -> Story:
    """The story of a Word file. Raises ReadError where it is damaged, under a password, too large,
    or no Word file."""
    package = Package(data)
    main = package.main_part()
    root = package.xml(main)
    bodies = [child for child in root if child.tag == W + "body"]
    if root.tag != W + "document" or not bodies:
        raise ReadError("这不是 Word 文档，请确认文件是否选对。")
    try:
        walk = Walk(package, main, root)
        for body in bodies:
            walk.blocks(body)
        walk.finish()
    except RecursionError as trouble:
        raise ReadError(DAMAGED) from trouble
    return walk.story


class Walk:
    """Goes through the blocks of a document in order and makes its story."""

    def __init__(self, package: Package, main: str, root: Node) -> None:
        self.story = Story("docx")
        self._package = package
        self._main = main
        self._styles_read: Styles | None = None
        self._lists_read: Lists | None = None
        self._unusual: TableRows | None = None
        # What the file never has need not be looked for in each of a thousand runs.
        used = {mark.get(VAL) or "" for mark in root.iter(W + "pStyle", W + "rStyle")}
        hidden_styles = frozenset(name for name in used if self._styles[name].hidden)
        hides = bool(hidden_styles) or next(root.iter(W + "vanish"), None) is not None
        self._text = ParagraphText(may_hide=hides, hidden_styles=hidden_styles)
        self._hides = hides
        self._paragraphs = self._grids = 0
        self._carried = ""
        self._box = ""

    def blocks(self, parent: Node) -> None:
        """Read what stands in ``parent``: a body, a text box, the cell of a mere layout table."""
        for element in parent:
            tag = element.tag
            if tag == P:
                self._paragraph(element)
            elif tag == TBL:
                self._end_carried()
                self._table(element)
            elif tag in WRAPPERS:
                self._text.seen.revised |= tag == INS
                self.blocks(element)
            elif tag == SDT:
                content = control_content(element, self._text.seen)
                if content is not None:
                    self.blocks(content)
            elif tag == ALTERNATE:
                branch = chosen(element)
                if branch is not None:
                    self.blocks(branch)
            elif tag in (DEL, MOVE_FROM):
                self._text.seen.revised = True
            elif tag in (W + "altChunk", W + "subDoc"):
                self._note("文件里嵌着另一份文件，嵌入的内容没有读入。")
        self._end_carried()

    def finish(self) -> None:
        """Tell once for the whole file what was passed over."""
        seen = self._text.seen
        if seen.revised:
            self._note("文件里有修订记录，按接受全部修订以后的样子读入。")
        if seen.hidden:
            self._note("文件里有隐藏文字，没有读入。")
        if seen.placeholders:
            self._note("有的内容控件还没有填写，其中的提示文字没有读入。")
        if seen.footnotes:
            self._note("文件里有脚注或尾注，没有读入。")
        if seen.objects:
            self._note(f"文件里嵌着 {seen.objects} 个对象（例如 Excel 表格），其中的内容没有读入。")
        if seen.pictures:
            self._note(f"文件里有 {seen.pictures} 张图片，图片里的文字没有读入。")
        if any(name.endswith("vbaproject.bin") for name in self._package):
            self._note("文件里带有宏，宏没有运行，也没有读入。")

    # --- paragraphs -----------------------------------------------------------------------

    def _paragraph(self, element: Node) -> None:
        text, properties = self._text.read(element)
        heading = False
        if properties is not None:
            marks = ParagraphMarks(properties)
            if marks.deleted:
                # The end of the paragraph is deleted: what follows goes on in the same line.
                self._text.seen.revised = True
                self._carried += text
                return
            style = self._styles[marks.style] if marks.style else None
            heading = style is not None and style.heading
            if marks.outline is not None:
                heading = marks.outline < 9
            if marks.number or (style is not None and style.number):
                text = self._labelled(text, marks, style, in_cell=False) or text
        self._emit(self._carried + text if self._carried else text, heading)

    def _end_carried(self) -> None:
        if self._carried:
            self._emit("", heading=False)

    def _emit(self, text: str, heading: bool) -> None:
        if self._carried and not text:
            text = self._carried
        self._carried = ""
        text = text.strip("\n")
        if text and not text.isspace():
            self._paragraphs += 1
            place = self._box or f"第 {self._paragraphs} 段"
            self.story.pieces.append(Paragraph(text, place, heading))
            require_moderate(self.story)
        if self._text.boxes:
            self._read_boxes(f"第 {self._paragraphs} 段旁的文本框")

    def _read_boxes(self, place: str) -> None:
        boxes = self._text.boxes[:]
        self._text.boxes.clear()
        before, self._box = self._box, self._box or place
        for box in boxes:
            self.blocks(box)
        self._box = before

    def _labelled(
        self, text: str, marks: ParagraphMarks, style: Style | None, *, in_cell: bool
    ) -> str | None:
        """The text with its printed label; None where a label had to be left out."""
        from reportdesk.formats.readers.word_numbering import labelled

        number, level = marks.number, marks.level
        if style is not None and not number:
            number = style.number
            level = style.level if level is None else level
        elif level is None:
            level = 0
        if number in ("", "0"):
            return text
        label = self._lists.label(number, level, marks.style)
        return labelled(label, text, in_cell=in_cell) if text.strip() or in_cell else text

    # --- tables ---------------------------------------------------------------------------

    def _table(self, element: Node) -> None:
        if not self._hides and is_plain(element) and not self._numbers_by_style(element):
            rows = plain_rows(element)
            if len(rows) == 1 and len(rows[0]) == 1:
                for cell in element.iter(TC):
                    self.blocks(cell)
            elif rows:
                self._grid(rows)
        else:
            self._unusual_table(element)

    def _grid(self, rows: list[list[RowCell]], *, covered: bool = False) -> str:
        """Add the grid of these rows; its place."""
        self._grids += 1
        place = f"第 {self._grids} 个表格"
        cells, more_covered = merged(rows)
        self.story.pieces.append(Grid(cells, place))
        require_moderate(self.story)
        if covered or more_covered:
            self._note(f"{place}的合并单元格下面盖着文字，没有读入。")
        return place

    def _unusual_table(self, element: Node) -> None:
        from reportdesk.formats.readers.docx_table import TableRows

        if self._unusual is None:
            self._unusual = TableRows(self._text, self._cell_paragraph)
        tables = self._unusual
        lone = tables.lone_cells(element)
        for cell in lone:
            self.blocks(cell)
        if lone:
            return
        rows, told = tables.read(element)
        nested, boxes = tables.nested[:], bool(self._text.boxes)
        tables.nested.clear()
        place = self._grid(rows, covered=told.covered) if rows else "表格"
        if told.hidden:
            self._note(f"{place}里有隐藏的行，没有读入。")
        if told.bare_labels:
            self._note(f"{place}里有的单元格带自动编号，编号没有当作数字读入。")
        if boxes:
            self._read_boxes(f"{place}里的文本框")
        for table in nested:
            self._table(table)

    def _numbers_by_style(self, table: Node) -> bool:
        names = {mark.get(VAL) or "" for mark in table.iter(W + "pStyle")}
        return any(self._styles[name].number for name in names)

    def _cell_paragraph(self, element: Node) -> tuple[str, bool, bool]:
        text, properties = self._text.read(element)
        if properties is None:
            return text, False, False
        marks = ParagraphMarks(properties)
        self._text.seen.revised |= marks.deleted
        if marks.deleted or not (marks.number or marks.style):
            return text, marks.deleted, False
        style = self._styles[marks.style] if marks.style else None
        numbered = self._labelled(text, marks, style, in_cell=True)
        return (text, False, True) if numbered is None else (numbered, False, False)

    # --- the other parts ------------------------------------------------------------------

    @property
    def _styles(self) -> Styles:
        if self._styles_read is None:
            from reportdesk.formats.readers.docx_styles import Styles

            self._styles_read = Styles(self._linked("styles") or b"")
        return self._styles_read

    @property
    def _lists(self) -> Lists:
        if self._lists_read is None:
            from reportdesk.formats.readers.docx_lists import Lists

            data = self._linked("numbering")
            self._lists_read = Lists(parse(data) if data else None)
        return self._lists_read

    def _linked(self, kind: str) -> bytes | None:
        for link in self._package.relationships(self._main).values():
            if link.kind == kind and not link.external and link.target in self._package:
                return self._package.part(link.target, MAX_XML)
        return None

    def _note(self, message: str) -> None:
        if message not in self.story.notes:
            self.story.notes.append(message)
