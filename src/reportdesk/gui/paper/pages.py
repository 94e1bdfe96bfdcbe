"""The pages of a report as pictures, from the program's own layout or from an office program's PDF.

Both tell how many pages there are, how large each is, where each section begins, and paint a page
at any size.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol
from unicodedata import normalize

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter

from reportdesk.formats.readers.pdf import PDFIUM
from reportdesk.gui.paper.layout import lay_out
from reportdesk.gui.paper.printing import MARGINS, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPagedPaintDevice

    from reportdesk.report.document import Document

_SHARP = 300
"""Dots an inch; a page printed as a picture is not painted finer."""
_A4 = QSizeF(595.276, 841.89)
"""In points."""
_DPI = 144
_POINT = 72 / 25.4
"""Points in a millimetre."""


class Beginning(NamedTuple):
    """Where a section begins: its id, its page from 0, how far down in points."""

    section: str
    page: int
    top: float


class Pages(Protocol):
    """Pages that can be painted."""

    beginnings: tuple[Beginning, ...]

    def count(self) -> int:
        """How many pages there are."""
        ...

    def size(self, number: int) -> QSizeF:
        """A page's size in points."""
        ...

    def picture(self, number: int, width: int) -> QImage:
        """A page, ``width`` pixels wide."""
        ...


class OwnPages:
    """The report laid out by the program itself."""

    def __init__(self, document: Document, *, draft: bool) -> None:
        self._draft = draft
        # Qt's layout keeps asking its device, so it has to live as long.
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        dots = round(_DPI / 0.0254)
        self._device.setDotsPerMeterX(dots)
        self._device.setDotsPerMeterY(dots)
        room = QSizeF(
            _A4.width() - (MARGINS.left() + MARGINS.right()) * _POINT,
            _A4.height() - (MARGINS.top() + MARGINS.bottom()) * _POINT,
        )
        self._paper = lay_out(document, self._device, room * (_DPI / 72))
        ids = {s.heading: s.id for s in document.edition.sections if s.heading}
        self.beginnings = tuple(
            Beginning(ids[words], page, MARGINS.top() * _POINT + top * room.height())
            for (words, page), top in zip(self._paper.headings, self._paper.tops, strict=True)
            if words in ids
        )

    def count(self) -> int:
        """How many pages there are."""
        return self._paper.text.pageCount()

    def size(self, number: int) -> QSizeF:
        """All pages are A4 upright."""
        return _A4

    def picture(self, number: int, width: int) -> QImage:
        """A page, ``width`` pixels wide."""
        scale = width / _A4.width()
        image = QImage(width, round(_A4.height() * scale), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.scale(scale * 72 / _DPI, scale * 72 / _DPI)
        painter.translate(MARGINS.left() * _POINT * _DPI / 72, MARGINS.top() * _POINT * _DPI / 72)
        paint(self._paper, number, painter, _DPI, draft=self._draft)
        painter.end()
        return image


class PdfPages:
    """The pages of a PDF, such as an office program makes of the Word file."""

    def __init__(self, data: bytes, headings: Sequence[tuple[str, str]]) -> None:
        """``headings`` are the sections' ids and headings, in order. Raises ValueError where the
        data are no PDF."""
        pdfium: Any = import_module("pypdfium2")
        with PDFIUM:
            try:
                self._pdf = pdfium.PdfDocument(data)
            except pdfium.PdfiumError as error:
                raise ValueError("no PDF") from error
            self._count = len(self._pdf)
            self._sizes = [QSizeF(*self._pdf[n].get_size()) for n in range(self._count)]
            self.beginnings = tuple(self._find(headings))

    def _find(self, headings: Sequence[tuple[str, str]]) -> list[Beginning]:
        """The first place of each heading at or after that of the one before."""
        found: list[Beginning] = []
        page, below = 0, 0.0
        for id, heading in headings:
            for number in range(page, self._count):
                top = self._top_of(number, heading, below if number == page else 0.0)
                if top is not None:
                    found.append(Beginning(id, number, top))
                    page, below = number, top
                    break
        return found

    def _top_of(self, number: int, words: str, below: float) -> float | None:
        """How far down the page, in points, the words stand first below a height."""
        height = self._sizes[number].height()
        page = self._pdf[number].get_textpage()
        text, places = _plain(page.get_text_range())
        wanted, _ = _plain(words)
        at = text.find(wanted)
        while at >= 0:
            _left, _bottom, _right, top = page.get_charbox(places[at])
            if height - top > below:
                return height - top
            at = text.find(wanted, at + 1)
        return None

    def count(self) -> int:
        """How many pages there are."""
        return self._count

    def size(self, number: int) -> QSizeF:
        """A page's size in points; one may be landscape."""
        return self._sizes[number]

    def picture(self, number: int, width: int) -> QImage:
        """A page, ``width`` pixels wide."""
        with PDFIUM:
            # Sizes are rounded up by pdfium.
            scale = (width - 0.01) / self._sizes[number].width()
            bitmap = self._pdf[number].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
            # The bitmap's memory goes with it: the picture has its own.
            return QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            ).copy()

    def close(self) -> None:
        """Give the PDF's memory back."""
        with PDFIUM:
            self._pdf.close()


def print_pictures(pages: Pages, device: QPagedPaintDevice) -> None:
    """Print pages that are pictures; each keeps its own size and direction."""
    painter: QPainter | None = None
    for number in range(pages.count()):
        size = pages.size(number)
        paper = QPageSize(
            size, QPageSize.Unit.Point, matchPolicy=QPageSize.SizeMatchPolicy.FuzzyMatch
        )
        device.setPageSize(paper)
        device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
        if painter is None:
            painter = QPainter(device)
        else:
            device.newPage()
        wide = round(size.width() * min(device.logicalDpiX(), _SHARP) / 72)
        full = size * (device.logicalDpiX() / 72)
        painter.drawImage(QRectF(0, 0, full.width(), full.height()), pages.picture(number, wide))
    if painter is not None:
        painter.end()


def _plain(text: str) -> tuple[str, list[int]]:
    """A text without blanks, in plain characters (some programs write those of radicals), and
    where each of them stood."""
    found: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in normalize("NFKC", character):
            if not one.isspace():
                found.append(one)
                places.append(place)
    return "".join(found), places
