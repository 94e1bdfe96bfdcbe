"""The main window: menus, status bar, and in the middle the start page or the open report."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from reportdesk.gui import style
from reportdesk.gui.actions import Actions
from reportdesk.gui.enter import EnterPresses
from reportdesk.gui.leaving import may_leave, refused_in
from reportdesk.gui.previewing import Previewing
from reportdesk.gui.recent import RecentMenu
from reportdesk.gui.reports import Reports
from reportdesk.gui.start.page import StartPage
from reportdesk.gui.status import StatusBar
from reportdesk.gui.views import Views
from reportdesk.gui.waiting import WaitingFiles
from reportdesk.gui.window_state import kept, restore

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QWheelEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.crash import Record
    from reportdesk.gui.desk import Desk
    from reportdesk.gui.edits import Edits

TITLE = "政府信息公开年报"
_SECTIONS = 9
"""Ctrl+1 … Ctrl+9 go to the sections."""


class MainWindow(EnterPresses):
    """Puts the parts together and passes on what the menus ask for; it decides nothing itself."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.desk: Desk | None = None
        self.reports = Reports(context, self)
        self.waiting = WaitingFiles(self, self.open_path)
        self.views = Views(context, self._open_desk, self._back_to_desk, self._adapt)
        # Each where it belongs from the beginning: what moves is measured and dressed anew.
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        self.start = StartPage(context, self._stack)
        self._stack.addWidget(self.start)
        self.previewing = Previewing(context, self._stack, self._adapt)
        self.actions_ = Actions(self, self._does)
        self.bar = StatusBar(self)
        self.setStatusBar(self.bar)
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(False)
        self._listen()
        self._sections()
        restore(self, context.settings.window)
        self._adapt()

    def _listen(self) -> None:
        self.reports.may_leave = self._may_leave
        self.reports.opened.connect(self._show_report)
        self.reports.closed.connect(self._show_start)
        self.reports.told.connect(self.bar.say)
        self.reports.troubled.connect(self.tell)
        start = self.start
        start.opened.connect(self.reports.open)
        start.from_file_asked.connect(self.reports.start_from_file)
        start.file_dropped.connect(self._open_named)
        start.blank_asked.connect(self.reports.new_blank)
        start.open_asked.connect(self.reports.open_file)
        start.restore_asked.connect(self.reports.restore_file)
        start.sample_asked.connect(self.reports.sample)
        start.next_year_asked.connect(self.reports.next_year)
        start.copy_asked.connect(self.reports.save_draft)
        start.told.connect(self.bar.say)
        start.binned.connect(self._say_binned)
        self.bar.zoom_asked.connect(self.views.set_zoom)
        self.bar.next_asked.connect(self.views.next_finding)
        self.bar.list_asked.connect(self.views.findings)
        self.recent = RecentMenu(self.actions_.menus["recent"], self.reports)

    def _sections(self) -> None:
        for number in range(1, _SECTIONS + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda n=number: self.views.go_to_section(n))

    @cached_property
    def edits(self) -> Edits:
        """What the editing menus do; loaded when one of them is used."""
        from reportdesk.gui.edits import Edits

        return Edits(self._open_desk, self._search)

    def _does(self, id: str) -> Callable[[], object]:
        """What the menu entry ``id`` does."""
        # The window last: Qt's own windows have a method called find, too.
        holders = (self.edits, self.views, self.reports, self.previewing, self)
        return next(getattr(holder, id) for holder in holders if hasattr(holder, id))

    def _open_desk(self) -> Desk | None:
        return self.desk if self.previewing.page is None else None

    def _back_to_desk(self) -> Desk | None:
        self.previewing.leave()
        return self.desk

    def _search(self) -> None:
        self.start.focus_search()

    def _open_named(self, file: str) -> None:
        self.reports.open_path(Path(file))

    def _say_binned(self, words: str) -> None:
        self.bar.say(words, self.start.take_back)

    # What the window itself does

    def save_now(self) -> None:
        """Commit the open cell and say when everything was saved; nothing waits to be saved."""
        if self.desk is None:
            return
        if (found := refused_in(self.desk)) is not None:
            self.bar.say(found.words)
        else:
            self.bar.say_saved()

    def export(self) -> None:
        """Go to 核对与导出."""
        self.previewing.leave()
        if self.desk is not None:
            self.desk.show_section(self.desk.ids[-1])

    def to_start(self) -> None:
        """Leave the report for the list of reports."""
        if self._may_leave() and not self.reports.leave():
            self._stays()

    def help(self) -> None:
        """Open the user guide."""
        from reportdesk.gui.guide.window import GuideWindow

        GuideWindow.open_over(self, self.desk.section if self.desk is not None else "")

    def about(self) -> None:
        """Tell the versions and licences."""
        from reportdesk.gui.dialogs.about import AboutDialog

        dialog = AboutDialog(self.context, self)
        dialog.exec()
        dialog.deleteLater()

    def open_data_folder(self) -> None:
        """Show where the data lie."""
        from reportdesk.gui.folders import show

        show(self.context.folder)

    def open_log_folder(self) -> None:
        """Show where the records of trouble lie."""
        from reportdesk.gui.folders import show

        show(self.context.logs)

    def open_path(self, path: Path) -> None:
        """Open a file that the start named."""
        self.reports.open_path(path)

    def come(self, file: str = "") -> None:
        """Come to the front: another start asked for the window, maybe with a file."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if file:
            self.waiting.put(file)

    def reopen(self) -> None:
        """Go back to a report that was open when the program ended without closing it."""
        id = self.reports.marker.left()
        if id is not None and self.reports.open(id):
            self.bar.say("上次没有正常关闭。内容都在，已回到当时的位置。")

    def tell(self, words: str) -> None:
        """Say what did not work. It has to be seen, so it is a box, and it says what is safe."""
        from reportdesk.gui.dialogs.boxes import tell

        tell(self, TITLE, words)

    def tell_trouble(self, record: Record) -> None:
        """Tell of an unexpected trouble."""
        from reportdesk.gui.trouble import CLOSE, TroubleDialog

        safe, saved = self.bar.safe_words(), self.bar.all_saved
        dialog = TroubleDialog(self, record, safe, self.context.logs, saved=saved)
        result = dialog.exec()
        dialog.deleteLater()
        if result == CLOSE:
            self.close()

    # What is shown

    def _show_report(self) -> None:
        session = self.reports.session
        if session is None or (self.desk is not None and self.desk.session is session):
            return
        from reportdesk.gui.desk import Desk  # the start page is shown without it

        self.desk = Desk(self.context, session, self._stack)
        self.desk.here.connect(self._adapt)
        self.desk.told.connect(self.bar.say)
        self.desk.side.panel.told.connect(self.bar.say)
        self.desk.side.panel.repaired.connect(self._say_undoable)
        session.undo.indexChanged.connect(self._name_steps)
        session.undo.cleanChanged.connect(self._name_steps)
        session.findings_changed.connect(self._title)
        self.desk.preview_asked.connect(self.previewing.print_report)
        self._stack.addWidget(self.desk)
        self.previewing.attach(self.desk)
        self._stack.setCurrentWidget(self.desk)
        self.desk.focus_page()  # it was laid out before it was on screen
        self.bar.attach(session)
        self._title()
        self._adapt()

    def _say_undoable(self, words: str) -> None:
        self.bar.say(words, self.edits.undo)

    def _show_start(self) -> None:
        self.previewing.attach(None)
        desk, self.desk = self.desk, None
        self.bar.attach(None)
        self.start.refresh()
        self._stack.setCurrentWidget(self.start)
        if desk is not None:
            self.start.table.choose([desk.session.id])
            self._stack.removeWidget(desk)
            desk.deleteLater()
        self._title()
        self._adapt()
        self.start.setFocus()

    def _title(self) -> None:
        if self.desk is None:
            self.setWindowTitle(TITLE)
            return
        document = self.desk.session.document
        year = f"{document.year}年度 " if document.year is not None else ""
        organ = f"{document.organ or '未填机关名称'}{self.reports.label}"
        self.setWindowTitle(f"{year}{organ} - {TITLE}")

    def _name_steps(self) -> None:
        stack = self.desk.session.undo if self.desk is not None else None
        undo, redo = self.actions_["undo"], self.actions_["redo"]
        undo.setEnabled(stack is not None and stack.canUndo())
        redo.setEnabled(stack is not None and stack.canRedo())
        step = stack.undoText() if stack is not None else ""
        undo.setText(f"撤销(&U) {step}".rstrip())
        step = stack.redoText() if stack is not None else ""
        redo.setText(f"重做(&R) {step}".rstrip())

    def _adapt(self) -> None:
        """Enable and tick in the menus what fits the place where the clerk is."""
        desk = self.desk
        page = desk.page if desk is not None and self.previewing.page is None else None
        self.actions_.apply(
            report=desk is not None,
            table=page is not None and bool(page.tables),
            text=page is not None and bool(page.texts),
        )
        self._name_steps()
        if desk is not None:
            self.actions_["show_last"].setChecked(desk.shows_last)
            self.actions_["show_last"].setEnabled(desk.session.has_last)
            self.actions_["side_panel"].setChecked(desk.side_shown)
            self.actions_["explained"].setChecked(self.context.settings.explained)
            self.bar.set_place(desk.place_words())
        self.actions_[f"theme_{self.context.settings.theme}"].setChecked(True)
        self.bar.set_zoom(style.theme().zoom)

    # Keys and closing

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Zoom with Ctrl and the wheel, where no widget under it took the wheel for itself."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y() > 0:
                self.views.zoom_in()
            else:
                self.views.zoom_out()
            event.accept()
            return
        super().wheelEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Close when everything is safe; if something is not, the clerk decides."""
        if not self._may_leave("关闭") or (not self.reports.leave() and self._stays(closing=True)):
            event.ignore()
            return
        self.context.keep(window=kept(self))
        event.accept()

    def _may_leave(self, verb: str = "离开") -> bool:
        """Take what is being typed; whether nothing waits in a cell that the clerk wants to go
        back to."""
        if self.desk is None or may_leave(self.desk, self, TITLE, verb):
            return True
        self.previewing.leave()
        return False

    def _stays(self, *, closing: bool = False) -> bool:
        """Say that something is not saved; whether to stay."""
        from reportdesk.gui.dialogs.boxes import stay

        return stay(self, TITLE, self.bar.safe_words(), closing=closing)
