"""The pages before they are printed, in a window of their own; the printer is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

from reportdesk.gui.paper.printing import print_on, set_page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.report.document import Document

_SIZE = QSize(980, 660)


def print_report(document: Document, parent: QWidget, *, draft: bool) -> None:
    """Show the pages of ``document`` and print them if the clerk says so. Works without any
    printer: the pages can be seen all the same, and printed into a PDF."""
    dialog = Preview(document, parent, draft=draft)
    dialog.exec()
    dialog.deleteLater()


class Preview(QPrintPreviewDialog):
    """The window with the pages. It keeps its printer: Qt only borrows it."""

    def __init__(self, document: Document, parent: QWidget | None, *, draft: bool) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.values.get("title", "") or document.edition.title)
        set_page(printer)
        super().__init__(printer, parent, Qt.WindowType.Window)
        self._printer, self._document, self._draft = printer, document, draft
        self.setWindowTitle("打印预览" + ("（草稿）" if draft else ""))
        self.resize(_SIZE)
        self.paintRequested.connect(self._paint)

    def _paint(self, target: QPrinter) -> None:
        print_on(self._document, target, draft=self._draft)
