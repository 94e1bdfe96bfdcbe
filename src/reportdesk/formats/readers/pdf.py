"""A PDF with a text layer as pieces: tables by their ruled lines, the rest as paragraphs.

pdfium draws no picture here; it only tells where characters and lines are.
"""

import re
import threading
import time
import zlib
from importlib import import_module
from typing import Any

from reportdesk.errors import ReadError
from reportdesk.formats.readers.pdf_joins import PdfTable
from reportdesk.formats.readers.pdf_page import PageMarks, marks_of
from reportdesk.formats.readers.pdf_paragraphs import PdfPage, pieces_of
from reportdesk.formats.readers.pdf_tables import ruled_tables
from reportdesk.formats.readers.pdf_words import lines_of
from reportdesk.formats.readers.stopping import go_on
from reportdesk.formats.story import Story

_MOST_PAGES = 300
_EDGE = 3.0
"""A table that comes so near to the edge of the paper goes on beyond it."""
_SECONDS = 6.0
_MOST_INFLATED = 150_000_000
_STREAM = re.compile(rb"stream\r?\n")
PDFIUM = threading.RLock()
"""Held by whoever uses pdfium, which knows one thread at a time."""


def read(data: bytes) -> Story:
    """The pages in order. Raises ReadError where the file is encrypted, damaged, a scan without
    text, or inflates beyond measure."""
    _refuse_bomb(data)
    with PDFIUM:
        return _read(data)


def _read(data: bytes) -> Story:
    pdfium: Any = import_module("pypdfium2")
    document = _opened(pdfium, data)
    story = Story("pdf")
    pages: list[PdfPage] = []
    characters = pictures = unknown = 0
    until = time.monotonic() + _SECONDS
    try:
        count = len(document)
        for index in range(min(count, _MOST_PAGES)):
            go_on()
            marks = marks_of(document[index], pdfium.raw)
            characters += len(marks.chars)
            pictures += marks.pictures
            unknown += marks.unknown
            pages.append(_page(marks))
            if pages[-1].cut_off:
                story.notes.append(f"第 {index + 1} 页的表格伸出了纸边，看不见的部分没有读入。")
            if time.monotonic() > until:
                break
        if len(pages) < count:
            story.notes.append(f"文件共 {count} 页，只读了前 {len(pages)} 页。")
    finally:
        document.close()
    _refuse_wordless(characters, pictures, unknown, len(pages))
    if unknown:
        story.notes.append(f"有 {unknown} 个字在 PDF 里没有编码，读不出来，请对照原件核对。")
    story.pieces = pieces_of(pages)
    return story


def _opened(pdfium: Any, data: bytes) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        words = str(error).lower()
        if "password" in words or "security" in words:
            raise ReadError(
                "PDF 加了打开密码。请先去掉密码另存一份，或用原来的 Word 文件。"
            ) from error
        raise ReadError("PDF 已损坏或不完整，打不开。请重新下载或另存一份再试。") from error


def _page(marks: PageMarks) -> PdfPage:
    page = PdfPage(marks.height)
    outside = marks.chars
    for table in ruled_tables(marks.rules):
        inside = [char for char in outside if table.holds(char)]
        cut_off = table.xs[-1] > marks.width - _EDGE
        page.cut_off |= cut_off
        cells = table.cells(inside, cut_off=cut_off)
        if len(cells) < 2 or not inside:
            continue  # A frame around text is no table.
        outside = [char for char in outside if not table.holds(char)]
        page.tables.append(PdfTable(table.ys[0], table.xs, cells))
    page.lines = lines_of(outside)
    return page


def _refuse_wordless(characters: int, pictures: int, unknown: int, pages: int) -> None:
    if unknown > 20 and unknown > characters:
        raise ReadError(
            "PDF 里的文字没有编码（只有字形），读不出来。请用原来的 Word 文件，"
            "或用 WPS、Acrobat 等识别文字以后另存为 Word 再试。"
        )
    few = characters < 20 * max(pages, 1) and characters < 200
    if not characters or (few and pictures):
        raise ReadError(
            "PDF 是扫描件，页面上只有图片，没有文字。请用原来的 Word 文件，"
            "或用 WPS、Acrobat 等识别文字以后另存为 Word 再试。"
        )


def _refuse_bomb(data: bytes) -> None:
    """Inflate what pdfium would have to, but pictures, and stop at a bound."""
    total = 0
    for found in _STREAM.finditer(data):
        head = data[max(0, found.start() - 600) : found.start()]
        head = head[head.rfind(b"obj") :]
        if b"FlateDecode" not in head and b"/Fl" not in head:
            continue
        if re.search(rb"/Subtype\s*/Image", head):
            continue
        if head.count(b"FlateDecode") > 1:
            raise ReadError("PDF 里的数据压缩了多层，为了安全没有打开。请另存一份再试。")
        inflater = zlib.decompressobj()
        rest = data[found.end() : found.end() + 20_000_000]
        try:
            while rest and not inflater.eof and total <= _MOST_INFLATED:
                total += len(inflater.decompress(rest, 1_000_000))
                rest = inflater.unconsumed_tail
        except zlib.error:
            continue
        if total > _MOST_INFLATED:
            raise ReadError("PDF 展开后太大，为了安全没有打开。请确认它是不是年度报告。")
