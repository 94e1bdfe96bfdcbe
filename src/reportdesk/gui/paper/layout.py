"""A report as a text document for one device, in the sizes that the Word template has too.

Points and the device's own pixels are kept apart: Qt scales fonts, line heights and margins to
the device by itself, but neither the first line's indent nor the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from reportdesk.form.printed import PrintedCell, printed
from reportdesk.formats.writers import word_fonts
from reportdesk.formats.writers.sequence import pieces, title_lines
from reportdesk.formats.writers.word_fonts import STAND_INS
from reportdesk.formats.writers.word_form import balanced, size_of, widths
from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintDevice

    from reportdesk.form.table import Table
    from reportdesk.formats.writers.sequence import Kind
    from reportdesk.report.document import Document

_LAST = "Noto Sans CJK SC"


def families(font: str) -> tuple[str, ...]:
    """A font and those that stand for it."""
    return (font, *STAND_INS[font], _LAST)


SERIF = families(word_fonts.BODY)
SONG = families(word_fonts.SONG)
_TITLE = families(word_fonts.TITLE)
_HEI = families(word_fonts.HEI)
_KAI = families(word_fonts.KAI)
_SHADE = "#c6d9f1"


class _Look(NamedTuple):
    """How a kind of paragraph is set: sizes in points, indent in characters."""

    families: tuple[str, ...]
    size: float = 16
    line: float = 28.95
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignJustify
    indent: float = 2
    above: float = 0
    below: float = 0
    right: float = 0


_CENTRE, _RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_LOOKS: Mapping[Kind, _Look] = {
    "title": _Look(_TITLE, 22, 35, _CENTRE, 0, below=14),
    "number": _Look(SERIF, align=_CENTRE, indent=0, below=14),
    "heading": _Look(_HEI),
    "subheading": _Look(_KAI),
    "body": _Look(SERIF),
    "signature": _Look(SERIF, align=_RIGHT, indent=0, above=28.95, right=2),
    "date": _Look(SERIF, align=_RIGHT, indent=0, right=4),
}


class Paper(NamedTuple):
    """The report laid out, and on which page (from 0) each section's heading stands; ``tops`` is
    how far down, as a part of the room for text."""

    text: QTextDocument
    headings: tuple[tuple[str, int], ...]
    tops: tuple[float, ...] = ()


def lay_out(document: Document, device: QPaintDevice, page: QSizeF) -> Paper:
    """``document`` for ``device``; ``page`` is the room for text in the device's pixels."""
    values = printed_values(document)
    text = QTextDocument()
    text.documentLayout().setPaintDevice(device)
    text.setDocumentMargin(0)
    text.setUndoRedoEnabled(False)
    text.setPageSize(page)
    writer = _Writer(text, device.logicalDpiX() / 72)
    block = QTextCursor(text)
    block.beginEditBlock()  # else Qt lays everything out anew after each cell
    for piece in pieces(document, values):
        if piece.table is not None:
            writer.table(piece.table, values)
        elif piece.kind == "title":
            writer.paragraph(piece.kind, "\u2028".join(title_lines(piece.text, document.organ)))
        else:
            writer.paragraph(piece.kind, piece.text)
    block.endEditBlock()
    _keep_tables_whole(text)
    _keep_with_next(text, writer.kept)
    places = [(words, *_place_of(text, at)) for words, at in writer.headings]
    headings = tuple((words, number) for words, number, _ in places)
    return Paper(text, headings, tuple(top for _, _, top in places))


class _Writer:
    """Writes pieces one after the other. ``pixels`` is how many of the device's make a point."""

    def __init__(self, text: QTextDocument, pixels: float) -> None:
        self._cursor = QTextCursor(text)
        self._pixels = pixels
        self._fresh = True
        self.headings: list[tuple[str, int]] = []
        self.kept: list[int] = []
        """Where headings of any kind begin, which do not stand at the end of a page."""

    def paragraph(self, kind: Kind, words: str) -> None:
        look = _LOOKS[kind]
        block = QTextBlockFormat()
        block.setAlignment(look.align)
        block.setTextIndent(look.indent * look.size * self._pixels)
        block.setLineHeight(look.line * 96 / 72, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        block.setTopMargin(look.above * 96 / 72)
        block.setBottomMargin(look.below * 96 / 72)
        block.setRightMargin(look.right * look.size * 96 / 72)
        self._begin(block, _letters(look.families, look.size))
        if kind in ("heading", "subheading"):
            self.kept.append(self._cursor.block().position())
        if kind == "heading":
            self.headings.append((words, self._cursor.position()))
        self._cursor.insertText(words)

    def _begin(self, block: QTextBlockFormat, letters: QTextCharFormat) -> None:
        if self._fresh:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(letters)
            self._cursor.setCharFormat(letters)
        else:
            self._cursor.insertBlock(block, letters)
        self._fresh = False

    def table(self, table: Table, values: Mapping[str, str]) -> None:
        sheet = printed(table)
        columns = widths(sheet)
        look = QTextTableFormat()
        look.setBorder(1)  # Qt draws no border that is thinner
        look.setBorderBrush(QColor("black"))
        look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        look.setBorderCollapse(True)
        look.setCellSpacing(0)
        look.setCellPadding(2 if sheet.labels > 1 or sheet.width > 12 else 6)
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        share = [100 * width / sum(columns) for width in columns]
        look.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, each) for each in share]
        )
        look.setHeaderRowCount(sheet.heads)
        made = self._cursor.insertTable(sheet.height, sheet.width, look)
        size = size_of(columns) / 2
        for cell in sheet.cells:
            _fill(made, cell, columns, size, values)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # What follows a table begins in the empty block that Qt puts behind it.
        self._fresh = True


def _fill(
    made: QTextTable,
    cell: PrintedCell,
    columns: Sequence[int],
    size: float,
    values: Mapping[str, str],
) -> None:
    if cell.rows > 1 or cell.columns > 1:
        made.mergeCells(cell.row, cell.column, cell.rows, cell.columns)
    place = made.cellAt(cell.row, cell.column)
    look = place.format().toTableCellFormat()
    look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    if cell.kind == "caption":
        look.setBackground(QColor(_SHADE))
    place.setFormat(look)
    width = sum(columns[cell.column : cell.column + cell.columns])
    words = values.get(cell.key, "") if cell.key else cell.text
    long = cell.kind == "label" and len(words) * size * 20 > width
    block = QTextBlockFormat()
    block.setAlignment(Qt.AlignmentFlag.AlignLeft if long else _CENTRE)
    cursor = place.firstCursorPosition()
    cursor.setBlockFormat(block)
    lines = [words] if cell.key or long else balanced(words, width, round(size * 2))
    cursor.insertText("\u2028".join(lines), _letters(SONG, size))


def _letters(families: tuple[str, ...], size: float) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFontFamilies(list(families))
    letters.setFontPointSize(size)
    letters.setFontStyleStrategy(QFont.StyleStrategy.PreferOutline)
    return letters


def _place_of(text: QTextDocument, position: int) -> tuple[int, float]:
    """On which page, and how far down as a part of it, a position stands."""
    top, height = top_of(text, text.findBlock(position)), max(1.0, text.pageSize().height())
    return int(top // height), top % height / height


def top_of(text: QTextDocument, block: QTextBlock) -> float:
    """Where the first line of a block stands. Its rectangle may begin on the page before, where
    there was no room for the line."""
    lines = block.layout()
    first = lines.lineAt(0).y() if lines.lineCount() else 0.0
    return text.documentLayout().blockBoundingRect(block).top() + first


def _keep_tables_whole(text: QTextDocument) -> None:
    """Begin a new page with a heading whose table begins on the next, and with a table that would
    be cut though a page could hold it."""
    for frame in text.rootFrame().childFrames():
        if not isinstance(frame, QTextTable):
            continue
        before = QTextCursor(text)
        before.setPosition(max(0, frame.firstPosition() - 2))
        heading = _page_of(text, before.block())
        if heading == _first_page(text, frame) == _last_page(text, frame):
            continue
        apart = heading != _first_page(text, frame)
        _break_before(before, always=True)
        # A table that is cut is higher than it is whole: only now it can be told.
        if not apart and _first_page(text, frame) != _last_page(text, frame):
            _break_before(before, always=False)


def _keep_with_next(text: QTextDocument, headings: Sequence[int]) -> None:
    """Begin a new page with headings that would stand at the end of one."""
    height, known = text.pageSize().height(), set(headings)
    for position in headings:
        block = text.findBlock(position)
        following = block.next()
        while following.isValid() and following.position() in known:
            following = following.next()
        if not following.isValid() or bool(QTextCursor(following).currentTable()):
            continue
        if int((top_of(text, following) + 1) // height) != _page_of(text, block):
            _break_before(QTextCursor(block), always=True)


def _break_before(cursor: QTextCursor, *, always: bool) -> None:
    policy = QTextFormat.PageBreakFlag
    block = cursor.blockFormat()
    block.setPageBreakPolicy(policy.PageBreak_AlwaysBefore if always else policy.PageBreak_Auto)
    cursor.setBlockFormat(block)


def _page_of(text: QTextDocument, block: QTextBlock) -> int:
    return int(top_of(text, block) // text.pageSize().height())


def _first_page(text: QTextDocument, table: QTextTable) -> int:
    top = text.documentLayout().frameBoundingRect(table).top()
    return int(top // text.pageSize().height())


def _last_page(text: QTextDocument, table: QTextTable) -> int:
    bottom = text.documentLayout().frameBoundingRect(table).bottom()
    return int((bottom - 1) // text.pageSize().height())
