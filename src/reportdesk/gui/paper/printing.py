"""Pages put on a printer, into a PDF or into a picture: text, page number, draft mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
)

from reportdesk.formats.writers.sequence import DRAFT
from reportdesk.gui.paper.layout import SONG, lay_out

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice

    from reportdesk.gui.paper.layout import Paper
    from reportdesk.report.document import Document

MARGINS = QMarginsF(28, 37, 26, 35)
"""Left, top, right, bottom in millimetres (GB/T 9704-2012, 5.2)."""
_NUMBER_BELOW = 7 / 25.4
"""The page number stands so many inches below the text (GB/T 9704-2012, 7.5)."""


def set_page(device: QPagedPaintDevice) -> None:
    """Set A4 upright with the margins of an official document."""
    device.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    device.setPageOrientation(QPageLayout.Orientation.Portrait)
    device.setPageMargins(MARGINS, QPageLayout.Unit.Millimeter)


def pdf_of(document: Document, *, draft: bool) -> bytes:
    """The report as the bytes of a PDF, which needs neither a printer nor another program."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.values.get("title", "") or document.edition.title)
    writer.setCreator("reportdesk")
    set_page(writer)
    print_on(document, writer, draft=draft)
    del writer  # only then is everything written
    return bytes(buffer.data().data())


def print_on(document: Document, device: QPagedPaintDevice, *, draft: bool) -> int:
    """Print every page of ``document`` on ``device``, set by ``set_page``; how many there are."""
    dpi = device.logicalDpiX()
    room = device.pageLayout().paintRectPixels(dpi)
    paper = lay_out(document, device, QSizeF(room.width(), room.height()))
    painter = QPainter(device)
    try:
        for number in range(paper.text.pageCount()):
            if number:
                device.newPage()
            paint(paper, number, painter, dpi, draft=draft)
    finally:
        painter.end()
    return paper.text.pageCount()


def paint(paper: Paper, number: int, painter: QPainter, dpi: float, *, draft: bool) -> None:
    """Paint one page (from 0) with its text's upper left corner at the painter's origin."""
    size = paper.text.pageSize()
    painter.save()
    painter.translate(0, -number * size.height())
    view = QRectF(0, number * size.height(), size.width(), size.height())
    painter.setClipRect(view)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = view  # pyright: ignore[reportAttributeAccessIssue]
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("black"))
    context.palette = palette  # pyright: ignore[reportAttributeAccessIssue]
    paper.text.documentLayout().draw(painter, context)
    painter.restore()
    font = QFont(list(SONG))
    font.setPixelSize(max(1, round(14 * dpi / 72)))
    painter.setFont(font)
    painter.setPen(QColor("black"))
    line, inset = 20 * dpi / 72, 14 * dpi / 72
    side = Qt.AlignmentFlag.AlignLeft if number % 2 else Qt.AlignmentFlag.AlignRight
    foot = QRectF(inset, size.height() + _NUMBER_BELOW * dpi, size.width() - 2 * inset, line)
    painter.drawText(foot, side, f"— {number + 1} —")
    if draft:
        painter.setPen(QColor("#c00000"))
        head = QRectF(0, -2 * line, size.width(), line)
        painter.drawText(head, Qt.AlignmentFlag.AlignRight, DRAFT)
