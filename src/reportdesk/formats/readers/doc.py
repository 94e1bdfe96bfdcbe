"""A Word 97–2003 file (.doc, and the .wps of the same kind) as paragraphs and grids.

Read as a person sees the page: tracked changes accepted, merged cells as one, tables that merely
lay out text taken apart.
"""

import re
import struct

from reportdesk.errors import ReadError
from reportdesk.formats.readers.doc_file import WordFile
from reportdesk.formats.readers.doc_sprms import ParagraphProperties
from reportdesk.formats.readers.doc_styles import DocLists, DocStyles
from reportdesk.formats.readers.doc_table import RawTable, Words
from reportdesk.formats.readers.doc_text import DocText
from reportdesk.formats.readers.safe_xml import DAMAGED
from reportdesk.formats.readers.word_numbering import labelled
from reportdesk.formats.readers.word_table import merged, require_moderate
from reportdesk.formats.story import Grid, Paragraph, Story

_ENDS = re.compile("[\r\x07\x0c]")
_CELL = "\x07"
_DEEPEST = 20


def read(data: bytes) -> Story:
    """The story of a Word 97–2003 file. Raises ReadError where it is damaged, under a password or
    too large, and NeedsOffice where it is of an older Word."""
    try:
        walk = _Walk(WordFile(data))
        return walk.run()
    except (struct.error, ArithmeticError, LookupError, OSError, TypeError, ValueError) as trouble:
        # Offsets that point nowhere; olefile, too, raises many kinds on damage.
        raise ReadError(DAMAGED) from trouble


class _Walk:
    """Goes through the paragraphs of a file in order and makes its story."""

    def __init__(self, file: WordFile) -> None:
        self.story = Story("doc")
        self._file = file
        self._styles = DocStyles(file)
        self._text = DocText(file, self._styles.hidden)
        self._lists = DocLists(file)
        self._open: list[RawTable] = []
        self._carried = ""
        self._box = ""
        self._paragraphs = self._grids = 0

    def run(self) -> Story:
        """Read the body, then the text boxes."""
        file = self._file
        self._range(0, min(file.main_length, len(file.text)))
        if file.boxes_length:
            self._box = "文本框"
            begin = min(file.boxes_begin, len(file.text))
            self._range(begin, min(begin + file.boxes_length, len(file.text)))
        text = self._text
        if text.revised:
            self._note("文件里有修订记录，按接受全部修订以后的样子读入。")
        if text.hidden:
            self._note("文件里有隐藏文字，没有读入。")
        if text.footnotes:
            self._note("文件里有脚注或尾注，没有读入。")
        if text.pictures:
            self._note("文件里有图片或图形，其中的文字没有读入。")
        return self.story

    def _range(self, begin: int, end: int) -> None:
        for mark in _ENDS.finditer(self._file.text, begin, end):
            self._paragraph(begin, mark.start(), mark[0])
            begin = mark.end()
        if begin < end:
            self._paragraph(begin, end - 1, "\r", whole=end)
        self._close_tables(0)
        if self._carried:
            self._emit("", heading=False)

    def _paragraph(self, begin: int, mark: int, ending: str, whole: int | None = None) -> None:
        properties = self._file.paragraph(mark)
        hides = self._styles[properties.style].hides
        text = self._text.between(begin, mark if whole is None else whole, hides=hides)
        depth = min(properties.depth, _DEEPEST)
        if ending == _CELL:
            depth = max(depth, 1)
        self._close_tables(depth)
        while len(self._open) < depth:
            self._open.append(RawTable())
        if not depth:
            self._body_paragraph(text, mark, ending, properties)
            return
        table = self._open[-1]
        if properties.ends_row and (ending == _CELL or depth > 1):
            table.end_row(properties.row, deleted=self._text.is_deleted(mark))
            return
        self._cell_paragraph(table, text, mark, properties)
        if ending == _CELL or (properties.ends_cell and depth > 1):
            table.end_cell()

    def _body_paragraph(
        self, text: str, mark: int, ending: str, properties: ParagraphProperties
    ) -> None:
        if ending == "\r" and self._text.is_deleted(mark):
            self._carried += text
            return
        if text and not text.isspace():
            label = self._label(properties)
            text = labelled(label, text, in_cell=False) or text
        self._emit(text, self._is_heading(properties))

    def _cell_paragraph(
        self, table: RawTable, text: str, mark: int, properties: ParagraphProperties
    ) -> None:
        label = self._label(properties)
        if label:
            numbered = labelled(label, text, in_cell=True)
            if numbered is None:
                self._note("有的单元格带自动编号，编号没有当作数字读入。")
            text = text if numbered is None else numbered
        content = table.cell.content
        last = content[-1] if content else None
        if self._carried and isinstance(last, Words):
            content[-1] = Words(last.text + text, last.heading)
        else:
            content.append(Words(text, self._is_heading(properties)))
        self._carried = ""
        if self._file.text[mark] == "\r" and self._text.is_deleted(mark):
            self._carried = "\r"

    def _close_tables(self, depth: int) -> None:
        while len(self._open) > depth:
            table = self._open.pop()
            table.end()
            self._carried = ""
            if self._open:
                self._open[-1].cell.content.append(table)
            else:
                self._table(table)

    # --- pieces -------------------------------------------------------------------------------

    def _emit(self, text: str, heading: bool) -> None:
        text = (self._carried + text).strip("\n")
        self._carried = ""
        if text and not text.isspace():
            self._paragraphs += 1
            place = self._box or f"第 {self._paragraphs} 段"
            self.story.pieces.append(Paragraph(text, place, heading))
            require_moderate(self.story)

    def _table(self, table: RawTable) -> None:
        lone = table.lone_cells()
        if lone:
            for cell in lone:
                for item in cell.content:
                    if isinstance(item, RawTable):
                        self._table(item)
                    else:
                        self._emit(item.text, item.heading)
            return
        if not table.closed:
            # Cells without the ends of their rows: only their order is known.
            for text in table.loose_texts():
                self._emit(text, heading=False)
        elif table.rows:
            self._grids += 1
            place = f"第 {self._grids} 个表格"
            rows = table.laid_out()
            if rows is None:
                self.story.pieces.append(Grid(table.in_order(), place, aligned=False))
            else:
                cells, covered = merged(rows)
                self.story.pieces.append(Grid(cells, place))
                require_moderate(self.story)
                if covered:
                    self._note(f"{place}的合并单元格下面盖着文字，没有读入。")
        for nested in table.nested:
            self._table(nested)

    def _is_heading(self, properties: ParagraphProperties) -> bool:
        if properties.outline is not None:
            return properties.outline < 9
        return self._styles[properties.style].heading

    def _label(self, properties: ParagraphProperties) -> str:
        style = self._styles[properties.style]
        number = properties.list if properties.list is not None else style.list
        if not number:
            return ""
        level = properties.level if properties.level is not None else style.level
        return self._lists.label(number, level or 0)

    def _note(self, message: str) -> None:
        if message not in self.story.notes:
            self.story.notes.append(message)
