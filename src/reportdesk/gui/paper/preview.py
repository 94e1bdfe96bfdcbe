"""The pages before they are printed: as the program lays them out, then as the Word file looks.

An office program of this computer is asked for that off the window's thread; where there is none,
the program's own layout stays, and the page says which one is seen.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reportdesk import jobs
from reportdesk.errors import ReportdeskError
from reportdesk.gui import tasks
from reportdesk.gui.paper.making import make_pdf, office_name
from reportdesk.gui.paper.pages import OwnPages, PdfPages, print_pictures
from reportdesk.gui.paper.pages_view import PagesView
from reportdesk.gui.paper.preview_bars import Contents, Foot, Head
from reportdesk.gui.paper.printing import pdf_of, print_on, set_page
from reportdesk.gui.rule import Rule
from reportdesk.gui.saving import ask_path
from reportdesk.gui.style import theme
from reportdesk.gui.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session

_CONTENTS = 190
_OWN = "按程序自己的版式"
_LATER = 400
"""Milliseconds after the last change before the pages are laid out anew."""


class PreviewPage(QWidget):
    """Shows the open report; edits that are undone meanwhile are followed."""

    left = Signal()
    """The clerk goes back to the report."""
    section_asked = Signal(str)
    """The clerk goes to this section of the report."""

    def __init__(self, session: Session, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        self.ask_path: Callable[[Path], Path | None] = self._choose_path
        self.ask_printer: Callable[[QPrinter], bool] = self._choose_printer
        self.pages: OwnPages | PdfPages | None = None
        self._pdf: bytes | None = None
        """The office program's, while that is what is shown."""
        self._about = ""
        """How the program's own layout differs from the file, in words."""
        self._task: tasks.Task | None = None
        self._waiting = QTimer(self, singleShot=True, interval=_LATER)
        self._waiting.timeout.connect(self.renew)
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask_office)
        self.head, self.foot = Head(), Foot()
        self.contents = Contents()
        self.view = PagesView()
        self._lay_out()
        self._listen()
        self.renew()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        self.contents.setFixedWidth(_CONTENTS)
        middle.addWidget(self.contents)
        middle.addWidget(Rule(upright=True))
        middle.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(Rule())
        column.addLayout(middle, 1)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    def _listen(self) -> None:
        head, view = self.head, self.view
        head.back.clicked.connect(self.left)
        head.smaller.clicked.connect(view.zoom_out)
        head.larger.clicked.connect(view.zoom_in)
        head.whole.clicked.connect(lambda: view.set_fit("page"))
        head.wide.clicked.connect(lambda: view.set_fit("width"))
        head.save.clicked.connect(self.save_pdf)
        head.print_.clicked.connect(self.print_pages)
        view.page_changed.connect(self._say_page)
        view.zoom_changed.connect(head.say_zoom)
        view.picked.connect(self._picked)
        self.contents.chosen.connect(self.show_section)
        self.contents.edit_asked.connect(self.section_asked)
        self.foot.stop.clicked.connect(self._stop)
        self._session.findings_changed.connect(self._waiting.start)
        self._session.reset.connect(self._waiting.start)
        self._keys: dict[str, Callable[[], object]] = {
            "Esc": self.left.emit,
            "Ctrl++": view.zoom_in,
            "Ctrl+=": view.zoom_in,
            "Ctrl+-": view.zoom_out,
            "Ctrl+0": lambda: view.set_fit("width"),
            "Ctrl+PgDown": lambda: self._turn(1),
            "Ctrl+PgUp": lambda: self._turn(-1),
        }

    def event(self, event: QEvent) -> bool:
        """Take the keys that mean something else in the report's own pages."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(_name(event) in self._keys)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Size, pages, and back."""
        do = self._keys.get(_name(event))
        if do is not None:
            do()
        else:
            super().keyPressEvent(event)

    # What is shown

    @property
    def is_draft(self) -> bool:
        """Whether the pages are marked: the report is not ready to go out."""
        progress = self._session.progress
        return progress.errors > 0 or progress.filled < progress.of

    def renew(self) -> None:
        """Lay out the report as it is now, and ask an office program for its own view of it."""
        self._stop()
        self._pdf = None
        document = self._session.document
        self._show(OwnPages(document, draft=self.is_draft))
        self.head.say_title(draft=self.is_draft)
        template = Templates(self._context).chosen(document.edition)
        self._about = f"，和模板“{template.stem}”的样子不同" if template is not None else ""
        self.foot.say(f"{_OWN}{self._about}。")
        # The first page is seen before anybody is asked.
        self._asking.start()

    def _ask_office(self) -> None:
        document = self._session.document
        template = Templates(self._context).chosen(document.edition)
        program = office_name()
        if not program:
            more = self._about or "；Word 里的分页可能略有不同"
            self.foot.say(f"{_OWN}{more}。本机没有能排 Word 版面的 LibreOffice。")
            return
        try:
            word = jobs.word_file(
                document, self._context.catalog, template=template, draft=self.is_draft
            )
        except ReportdeskError as error:
            self.foot.say(f"{_OWN}{self._about}。{error.message}")
            return
        self.foot.say(f"{_OWN}{self._about}。正在请 {program} 按 Word 文件排版…", stoppable=True)

        def work(tell: tasks.Tell, cancelled: tasks.Cancelled) -> bytes:
            return make_pdf(word, cancelled)

        self._task = tasks.run(self, work, self._take_pdf, self._no_pdf)

    def _show(self, pages: OwnPages | PdfPages) -> None:
        before, self.pages = self.pages, pages
        self.view.show_pages(pages)
        sections = self._session.edition.sections
        first = {beginning.section: beginning.page for beginning in pages.beginnings}
        self.contents.show_sections(
            [
                (s.id, s.short or s.heading or s.title, first[s.id])
                for s in sections
                if s.id in first
            ]
        )
        if isinstance(before, PdfPages):
            before.close()

    def _take_pdf(self, data: bytes) -> None:
        self._task = None
        edition = self._session.edition
        headings = [(s.id, s.heading) for s in edition.sections if s.heading]
        try:
            pages = PdfPages(data, headings)
        except ValueError as error:
            self._no_pdf(error)
            return
        self._pdf = data
        self._show(pages)
        self.foot.say(
            f"按 Word 文件的版式，由本机的 {office_name()} 排版，和 Word 打开时大致一样。"
        )

    def _no_pdf(self, _error: Exception) -> None:
        self._task = None
        self.foot.say(f"{_OWN}{self._about}。{office_name()} 这次没有排成。")

    def release(self) -> None:
        """Give back what the pages hold; nothing is shown afterwards."""
        self._stop()
        if isinstance(self.pages, PdfPages):
            self.pages.close()

    def _stop(self) -> None:
        self._asking.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.foot.say(f"{_OWN}{self._about}。")

    def show_section(self, section: str) -> None:
        """Go to the page on which a section begins; to the first where it has none."""
        for beginning in self.pages.beginnings if self.pages is not None else ():
            if beginning.section == section:
                self.view.go(beginning.page, beginning.top)
                self.contents.mark(section)
                return
        self.view.go(0)

    def _turn(self, by: int) -> None:
        self.view.go(self.view.page + by)

    def _say_page(self, page: int) -> None:
        self.head.say_page(page, self.view.count)
        self.contents.mark(self._section_at(page, 1e9))

    def _section_at(self, page: int, top: float) -> str:
        found = ""
        for beginning in self.pages.beginnings if self.pages is not None else ():
            if (beginning.page, beginning.top) <= (page, top):
                found = beginning.section
        return found

    def _picked(self, page: int, top: float) -> None:
        section = self._section_at(page, top) or self._session.edition.sections[0].id
        self.section_asked.emit(section)

    # Ways out

    def print_pages(self) -> None:
        """Print what is shown, on the printer that the clerk chooses."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._session.document.values.get("title", "") or "年报")
        set_page(printer)
        if not self.ask_printer(printer):
            return
        if isinstance(self.pages, PdfPages):
            print_pictures(self.pages, printer)
        else:
            print_on(self._session.document, printer, draft=self.is_draft)
        self.foot.say_done("已交给打印机。")

    def save_pdf(self) -> None:
        """Save what is shown as a PDF."""
        from reportdesk.formats.writers.naming import file_name
        from reportdesk.formats.writers.placing import put
        from reportdesk.report.rollover import fill_default

        document = self._session.document
        stem = fill_default("{headline}", document) + ("（草稿）" if self.is_draft else "")
        folder = Path(self._context.settings.export_folder or Path.home())
        out = self.ask_path(folder / file_name(stem, ".pdf"))
        if out is None:
            return
        out = out if out.suffix.lower() == ".pdf" else out.with_name(f"{out.name}.pdf")
        try:
            if self._pdf is not None:
                put(self._pdf, out)  # its Word file was read back before
            else:
                jobs.put_pdf(document, pdf_of(document, draft=self.is_draft), out)
        except ReportdeskError as error:
            self.foot.say_trouble(error.message)
            return
        self._context.keep(export_folder=str(out.parent))
        self.foot.say_done(f"已存为 {out}。")

    def _choose_path(self, suggested: Path) -> Path | None:
        return ask_path(self, "存为 PDF", suggested, "PDF 文件")

    def _choose_printer(self, printer: QPrinter) -> bool:
        if not QPrinterInfo.availablePrinterNames():
            self.foot.say_trouble("本机没有装打印机，可以先存为 PDF，拿到别的电脑上打印。")
            return False
        dialog = QPrintDialog(printer, self)
        taken = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the contents out where there is no room for them."""
        super().resizeEvent(event)
        self.contents.setVisible(self.width() >= theme().size("narrow_below") - 300)


def _name(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()
