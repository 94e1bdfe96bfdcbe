"""Which report is open, and the ways by which reports come in and go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from reportdesk.errors import ReportdeskError
from reportdesk.gui.draft_words import label_words
from reportdesk.gui.marker import Marker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session
    from reportdesk.report.document import Document

READABLE = (
    "报告文件 (*.docx *.doc *.wps *.xlsx *.xls *.et *.pdf *.html *.htm *.mht *.txt *.md"
    " *.json *.rdesk)"
)
OWN = "报告副本 (*.rdesk)"
_RECENT = 10


class Reports(QObject):
    """Opens and leaves reports; at most one is open. What needs a dialog asks over ``window``."""

    opened = Signal()
    """Another report is open now."""
    closed = Signal()
    """No report is open any more."""
    told = Signal(str)
    """Something to say in the status bar."""
    troubled = Signal(str)
    """Something that did not work, in words for the clerk."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self.session: Session | None = None
        self.marker = Marker(context.folder)
        self.may_leave: Callable[[], bool] = lambda: True
        """Asked before the open report is left."""
        self.label = ""
        """What tells the open report from others of its organ and year."""
        self._window = window

    # Opening and leaving

    def open(self, id: int) -> bool:
        """Open a draft; whether it could be."""
        if self.session is not None and self.session.id == id:
            self.opened.emit()
            return True
        if not self.leave():
            return False
        from reportdesk.gui.session import Session  # the start page is shown without it

        try:
            document = self.context.store.open(id, self.context.catalog)
            place = self.context.store.place(id)
            listed = self.context.store.draft(id)
            self.context.store.versions.take(id, "opened")
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return False
        session = Session(document, self.context.store, id, self)
        session.place = place
        self.session = session
        self.label = label_words(listed) if listed is not None else ""
        self.marker.set(id)
        self.opened.emit()
        return True

    def leave(self) -> bool:
        """Close the open report; whether everything in it is safe and it was closed."""
        session = self.session
        if session is None:
            return True
        if not self.may_leave() or not session.flush():
            return False
        session.keep_place()
        self.session = None
        self.marker.clear()
        self.closed.emit()
        session.deleteLater()
        return True

    def create(self, document: Document, *, copy: bool = False) -> bool:
        """Put a document into the store as a new draft, labelled as a ``copy`` if it is one beside
        another, and open it."""
        if self.session is not None and not (self.may_leave() and self.session.flush()):
            return False
        try:
            id = self.context.store.create(document)
            if copy:
                self.context.store.mark_copy(id)
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return False
        return self.open(id)

    # Ways in

    def start_from_file(self) -> None:
        """Ask for last year's file and begin the new year with it."""
        if path := self._ask_file("选择上年的报告", READABLE):
            self.take_in(path)

    def open_file(self) -> None:
        """Ask for a file of any kind and open it."""
        if path := self._ask_file("打开文件", READABLE):
            self.open_path(path)

    def restore_file(self) -> None:
        """Ask for an .rdesk file and open it as it is."""
        if path := self._ask_file("从 .rdesk 文件恢复", OWN):
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file: an .rdesk whole, any other by way of the import."""
        if path.suffix.lower() != ".rdesk":
            self.take_in(path)
            return
        from reportdesk import jobs

        try:
            document = jobs.read(path, self.context.catalog).to_document()
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return
        self._remember(path)
        twin = bool(self.context.store.find(document.organ, document.year))
        if self.create(document, copy=twin):
            more = "已有同一年度的报告，两份都保留，这一份标为副本。" if twin else ""
            self.told.emit(f"已打开“{path.name}”。{more}原文件不会改动。")

    def take_in(self, path: Path) -> None:
        """Show what is in a file, and begin a report with it as the clerk decides."""
        from reportdesk.gui.importing.dialog import ImportDialog

        self._remember(path)
        dialog = ImportDialog(self.context, path, parent=self._window)
        done = dialog.exec()
        outcome, existing = dialog.outcome, dialog.existing
        dialog.deleteLater()
        if done != QDialog.DialogCode.Accepted:
            return
        if existing is not None:
            self.open(existing)
        elif outcome is not None:
            self.create(outcome.document)

    def import_file(self) -> None:
        """Ask for a file and take its content into the open report."""
        if self.session is not None and (path := self._ask_file("从文件导入", READABLE)):
            self.import_path(path)

    def import_path(self, path: Path) -> None:
        """Show what is in a file, and take it into the open report."""
        from reportdesk.gui.importing.dialog import ImportDialog, apply_into

        session = self.session
        if session is None:
            return
        self._remember(path)
        dialog = ImportDialog(self.context, path, session, parent=self._window)
        done = dialog.exec()
        outcome = dialog.outcome
        dialog.deleteLater()
        if done == QDialog.DialogCode.Accepted and outcome is not None:
            if outcome.kind == "create":
                self.create(outcome.document)
            else:
                try:
                    apply_into(session, outcome, self.context.store)
                except ReportdeskError as error:
                    self.troubled.emit(error.message)
                else:
                    self.told.emit(f"已从“{dialog.file.name}”导入，可以撤销。")

    def new_blank(self) -> None:
        """Ask for year and organ and begin an empty report."""
        self._new(None)

    def next_year(self, id: int) -> None:
        """Begin the year after a draft's."""
        self._new(id)

    def _new(self, last: int | None) -> None:
        from reportdesk.gui.dialogs.new_report import NewReportDialog

        try:
            dialog = NewReportDialog(self.context, last=last, parent=self._window)
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return
        done = dialog.exec()
        document, existing = dialog.document, dialog.existing
        dialog.deleteLater()
        if done != QDialog.DialogCode.Accepted:
            return
        if existing is not None:
            self.open(existing)
        elif document is not None:
            self.create(document)

    def sample(self) -> None:
        """Open the sample report, begun from last year's, to try things on."""
        from reportdesk import jobs
        from reportdesk.paths import resource

        files = sorted(resource("samples").glob("*.docx"))
        try:
            reading = jobs.read(files[0], self.context.catalog)
            document = jobs.roll(reading, catalog=self.context.catalog).document
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return
        if self.create(document):
            self.told.emit("这是示例报告，可以随意试，不要了就移到回收站。")

    # Ways out

    def save_copy(self) -> None:
        """Write the open report whole into an .rdesk file."""
        if self.session is not None:
            self.session.flush()
            self.save_document(self.session.document)

    def save_document(self, document: Document) -> None:
        """Ask where, and write a document whole into an .rdesk file."""
        from reportdesk.gui.dialogs.save_copy import save_copy

        try:
            if words := save_copy(self._window, self.context, document):
                self.told.emit(words)
        except ReportdeskError as error:
            self.troubled.emit(error.message)

    def save_draft(self, id: int) -> None:
        """Write a draft that is not open into an .rdesk file."""
        try:
            document = self.context.store.open(id, self.context.catalog)
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return
        self.save_document(document)

    def versions(self) -> None:
        """Show the named versions of the open report."""
        from reportdesk.gui.dialogs.versions import VersionsDialog

        if self.session is not None and self.session.flush():
            dialog = VersionsDialog(self.session, self.context, parent=self._window)
            dialog.exec()
            dialog.deleteLater()

    def templates(self) -> None:
        """Show the Word templates, to choose the one that the open report is written with."""
        from reportdesk.gui.dialogs.templates import TemplatesDialog

        if self.session is not None:
            dialog = TemplatesDialog(self.session, self.context, parent=self._window)
            dialog.exec()
            dialog.deleteLater()

    # Files lately used

    def _ask_file(self, title: str, kinds: str) -> Path | None:
        from reportdesk.gui.documents import documents
        from reportdesk.gui.saving import ask_file

        folder = documents(self.context.settings.last_folder)
        return ask_file(self._window, title, folder, f"{kinds};;所有文件 (*)")

    def _remember(self, path: Path) -> None:
        known = [each for each in self.context.settings.recent if each != str(path)]
        recent = (str(path), *known)[:_RECENT]
        self.context.keep(recent=recent, last_folder=str(path.parent))

    def forget(self, path: Path) -> None:
        """Take a file that is gone off the list of recent ones."""
        recent = tuple(each for each in self.context.settings.recent if each != str(path))
        self.context.keep(recent=recent)
