"""The start page: the list of all reports beside the ways to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QWidget

from reportdesk.errors import ReportdeskError
from reportdesk.gui.draft_words import names_words
from reportdesk.gui.forms.ui_start_page import Ui_StartPage
from reportdesk.gui.start.chosen import Chosen
from reportdesk.gui.start.drafts_model import DraftsModel, ids
from reportdesk.gui.start.drop import DropPage
from reportdesk.gui.start.due import Due
from reportdesk.gui.start.room import LEAST, Room
from reportdesk.gui.start.search import Search
from reportdesk.gui.start.table import DraftsTable
from reportdesk.gui.style import themes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint, QSize
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent

    from reportdesk.gui.context import Context
    from reportdesk.store.drafts import Draft

_MOMENT = 50
"""Milliseconds that the page is on screen before a form is read: that takes as long as all else on
it, and only the deadline and the place of the chosen report are told from one."""


class StartPage(DropPage):
    """Shows what is in the store and asks for the rest; only copies and the bin it does itself."""

    opened = Signal(int)
    from_file_asked = Signal()
    blank_asked = Signal()
    open_asked = Signal()
    restore_asked = Signal()
    sample_asked = Signal()
    next_year_asked = Signal(int)
    copy_asked = Signal(int)
    """Write this draft into an .rdesk file."""
    binned = Signal(str, object)
    """What was put into the bin, in words, and the drafts' ids: ``take_back`` undoes it."""
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.ui = Ui_StartPage()
        self.ui.setupUi(self)
        self.model = DraftsModel(context)
        self.table = DraftsTable(self.model, context)
        self.details = Chosen(self.ui)
        self.due = Due(self.ui)
        self._search = Search(self.ui, self.model, self.table)
        self._room = Room(self.ui, self.details)
        self._binned: list[int] = []
        self._any_binned = False
        self._drafts: Sequence[Draft] = ()
        self._reading = QTimer(self, singleShot=True, interval=_MOMENT)
        self._reading.timeout.connect(self._read_forms)
        self._place_in()
        self._listen()
        self.refresh()

    def _place_in(self) -> None:
        ui = self.ui
        ui.middle.insertWidget(0, self.table)
        ui.middle.setCurrentIndex(0)
        ui.listing_column.setStretchFactor(ui.middle, 1)
        ui.search.setAcceptDrops(False)
        row = QHBoxLayout(ui.bin)
        row.setContentsMargins(4, 0, 4, 0)
        row.addStretch(1)
        self.bin_count = QLabel()
        self.bin_count.setProperty("tone", "soft")
        self.bin_count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self.bin_count)
        for before, after in (
            (ui.search, self.table),
            (self.table, ui.clear),
            (ui.clear, ui.go_on),
        ):
            QWidget.setTabOrder(before, after)

    def _listen(self) -> None:
        ui = self.ui
        for signal, *buttons in (
            (self.from_file_asked, ui.from_file, ui.empty_from_file),
            (self.blank_asked, ui.blank, ui.empty_blank),
            (self.open_asked, ui.open, ui.empty_open),
            (self.restore_asked, ui.restore),
            (self.sample_asked, ui.sample, ui.empty_sample),
        ):
            for button in buttons:
                button.clicked.connect(signal)
        ui.bin.clicked.connect(self.open_bin)
        ui.clear.clicked.connect(self.clear_search)
        ui.go_on.clicked.connect(self.go_on)
        ui.next_year.clicked.connect(self.next_year)
        ui.duplicate.clicked.connect(self.duplicate)
        ui.save_copy.clicked.connect(self.save_copy)
        ui.to_bin.clicked.connect(self.to_bin)
        ui.more.clicked.connect(self._more)
        self.table.opened.connect(self.opened)
        self.table.bin_asked.connect(self.to_bin)
        self.table.undo_asked.connect(self.take_back)
        self.table.label_asked.connect(self.label)
        self.table.menu_asked.connect(self._menu)
        self.table.chosen_changed.connect(self._show_chosen)
        self.add_area(ui.drop, ui.drop_title)
        self.add_area(ui.empty_drop, ui.empty_drop_title)
        self.area_clicked.connect(self.from_file_asked)
        themes.changed.connect(self._fit)

    # What is shown

    def refresh(self) -> None:
        """Show what is in the store now; what was chosen stays chosen."""
        try:
            drafts = self._drafts = self.context.store.drafts()
            binned = len(self.context.store.bin())
        except ReportdeskError as error:
            self.told.emit(error.message)
            return
        kept, row = ids(self.table.chosen), self.table.currentIndex().row()
        self.model.put(drafts)
        self._search.offer_years()
        self._search.show_found()
        self.table.choose(kept, row)
        self.bin_count.setText(f"{binned} 份" if binned else "空")
        self.ui.bin.setAccessibleName(f"回收站，{self.bin_count.text()}")
        self._any_binned = binned > 0
        self.ui.ways.setVisible(bool(drafts))
        self.ui.pages.setCurrentWidget(self.ui.listing if drafts else self.ui.empty)
        self._tell_due()
        self._fit()

    def _read_forms(self) -> None:
        """Tell from now on what only the forms know, too."""
        self.details.forms = self.context.catalog
        self._tell_due()
        self._show_chosen()

    def _tell_due(self) -> None:
        if self.details.forms is not None:
            self.due.tell(self._drafts, self.details.forms, self.context.today())

    def clear_search(self) -> None:
        """Show all reports again."""
        self._search.clear()
        self.table.setFocus()

    def focus_search(self) -> None:
        """Put the focus into the search field."""
        self._search.focus()

    def _show_chosen(self) -> None:
        self.details.show(self.table.chosen)

    # What is done with drafts

    def go_on(self) -> None:
        """Open the chosen report."""
        if len(chosen := self.table.chosen) == 1:
            self.opened.emit(chosen[0].id)

    def next_year(self) -> None:
        """Ask for the year after the chosen report's."""
        if len(chosen := self.table.chosen) == 1:
            self.next_year_asked.emit(chosen[0].id)

    def save_copy(self) -> None:
        """Ask for the chosen report as a file."""
        if len(chosen := self.table.chosen) == 1:
            self.copy_asked.emit(chosen[0].id)

    def duplicate(self) -> None:
        """Make a copy of each chosen report, and choose the copies."""
        chosen = self.table.chosen
        try:
            copies = [self.context.store.duplicate(draft.id) for draft in chosen]
        except ReportdeskError as error:
            self.told.emit(error.message)
            return
        if copies:
            self.clear_search()
            self.refresh()
            self.table.choose(copies)
            self.told.emit(f"已创建副本：{names_words(self.table.chosen)}。按 F2 可以改备注。")

    def label(self) -> None:
        """Ask for the words that tell the chosen report from others of its organ and year."""
        from reportdesk.gui.start.labelling import ask_label

        chosen = self.table.chosen
        words = ask_label(self, chosen[0]) if len(chosen) == 1 else None
        if words is None:
            return
        try:
            self.context.store.set_label(chosen[0].id, words)
        except ReportdeskError as error:
            self.told.emit(error.message)
        self.refresh()
        self.table.setFocus()

    def to_bin(self) -> None:
        """Put the chosen reports into the bin, without a question: ``take_back`` undoes it."""
        chosen = self.table.chosen
        if not chosen:
            return
        try:
            for draft in chosen:
                self.context.store.to_bin(draft.id)
        except ReportdeskError as error:
            self.told.emit(error.message)
        self._binned = ids(chosen)
        self.refresh()
        self.setFocus()
        self.binned.emit(f"已移到回收站：{names_words(chosen)}。", tuple(self._binned))

    def take_back(self) -> None:
        """Take out of the bin what was put there last."""
        wanted, self._binned = self._binned, []
        if not wanted:
            return
        try:
            for id in wanted:
                self.context.store.restore(id)
        except ReportdeskError as error:
            self.told.emit(error.message)
        self.refresh()
        self.table.choose(wanted)
        self.setFocus()
        self.told.emit("已从回收站放回。")

    def open_bin(self) -> None:
        """Show what is in the bin."""
        from reportdesk.gui.start.bin import BinDialog

        dialog = BinDialog(self.context, self.window())
        dialog.exec()
        self.refresh()
        self.table.choose(dialog.restored or ids(self.table.chosen))
        dialog.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the chosen reports."""
        from reportdesk.gui.start.menu import Command, draft_menu

        commands = [
            Command("继续填写(&O)\tEnter", self.go_on),
            Command("以此新建下一年(&N)…", self.next_year),
            Command("创建副本(&C)", self.duplicate, single=False),
            Command("改备注(&R)…\tF2", self.label),
            Command("另存 .rdesk(&S)…", self.save_copy),
            Command("移到回收站(&D)\tDel", self.to_bin, single=False),
        ]
        return draft_menu(self.table, commands)

    def _more(self) -> None:
        self._menu(self.ui.more.mapToGlobal(self.ui.more.rect().bottomLeft()))

    def _menu(self, where: QPoint) -> None:
        menu = self.menu()
        menu.exec(where)
        menu.deleteLater()

    # Looks

    def _fit(self) -> None:
        self._room.fit(self.size(), drafts=bool(self._drafts), binned=self._any_binned)
        self.details.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the focus on to the list, or to the first way in. No focus proxy: Qt goes through
        it with Tab, and would leave out what stands before the list."""
        list_shown = self.ui.pages.currentWidget() is self.ui.listing
        (self.table if list_shown else self.ui.empty_from_file).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin in the list, not at the first button."""
        super().showEvent(event)
        if self.details.forms is None:
            self._reading.start()
        if not self.window().focusWidget():
            self.setFocus()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """That of the least form: the others give way before the window would stop."""
        return super().minimumSizeHint().boundedTo(LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the narrow or the wide form."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Down and Enter, of which the search has no use, lead from it to the list; Esc clears
        it."""
        down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.ui.search.hasFocus() and down and self.model.shown:
            self.table.setFocus()
        elif self.ui.search.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.clear_search()
        else:
            super().keyPressEvent(event)
