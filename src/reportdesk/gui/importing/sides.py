"""The page of the import dialog: the file on the left, the report on the right, doubts below."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reportdesk.gui import marks
from reportdesk.gui.importing import words
from reportdesk.gui.importing.doubt_list import DoubtList
from reportdesk.gui.importing.heading import Heading
from reportdesk.gui.importing.marking import marked
from reportdesk.gui.importing.result_view import document_sheet, result_sheet
from reportdesk.gui.importing.section_bar import SectionBar
from reportdesk.gui.importing.sheet_view import SheetView
from reportdesk.gui.importing.sheets import Sheet, row_link, stray_link
from reportdesk.gui.importing.source_view import Source
from reportdesk.gui.style import restyle, theme, themes

if TYPE_CHECKING:
    from reportdesk.form.edition import Section
    from reportdesk.gui.context import Context
    from reportdesk.gui.forms.ui_import_dialog import Ui_ImportForm
    from reportdesk.gui.importing.choices import Proposal
    from reportdesk.gui.importing.doubts import Doubt

_ROW = 33
_ROWS, _ROWS_LOW = 4.4, 2.4
"""Rows of doubts seen at once, in a dialog of ordinary and of small height."""
_LOW = 560
_LEAST, _LEAST_LOW = 120, 72
"""The least height of a sheet, and on a low screen."""
_MARGIN = 10
_PLACES = 2
"""More places of the file than this are told by the first."""


class Sides(QObject):
    """Fills the page from a proposal, and changes the proposal as the clerk says."""

    def __init__(self, ui: Ui_ImportForm, context: Context, dialog: QWidget) -> None:
        super().__init__(dialog)
        self.ui, self.dialog = ui, dialog
        self.section = ""
        self.proposal: Proposal | None = None
        self._found = Sheet()
        self.heading = Heading(ui, context, self)
        self.bar = SectionBar()
        self.source, self.result = SheetView(), SheetView()
        self.doubts = DoubtList()
        self._place()
        self._listen()

    def _place(self) -> None:
        ui = self.ui
        ui.takeRow.insertWidget(0, self.bar, 1)
        ui.sourceColumn.addWidget(self.source, 1)
        ui.resultColumn.addWidget(self.result, 1)
        ui.bodyColumn.addWidget(self.doubts)
        for view, name in ((self.source, "文件里的内容"), (self.result, "填入报告")):
            view.setAccessibleName(name)
        self._fit_frame()

    def _order(self) -> None:
        """Tab goes as one reads."""
        ui = self.ui
        order: list[QWidget] = [ui.yearBox, ui.changeButton, ui.lastRadio, ui.startBox]
        order += [ui.thisRadio, ui.intoRadio, ui.previousRadio, ui.existingButton]
        order += [w for tab in self.bar.tabs.values() for w in (tab.check, tab.name)]
        order += [self.source, self.result, ui.onlyButton, *self.doubts.stops()]
        order += [ui.cancelButton, ui.takeButton]
        for one, other in itertools.pairwise(order):
            QWidget.setTabOrder(one, other)

    def _listen(self) -> None:
        self.heading.changed.connect(self._changed)
        self.bar.taken.connect(self._take_section)
        self.bar.shown.connect(self.show_section)
        self.ui.onlyButton.toggled.connect(self._filter)
        self.source.picked.connect(self._source_picked)
        self.result.picked.connect(self._result_picked)
        self.source.scrolled.connect(self._source_scrolled)
        self.result.scrolled.connect(self._result_scrolled)
        self.doubts.decided.connect(self._decide)
        self.doubts.looked.connect(self.show_doubt)
        themes.changed.connect(self._dress)

    # Showing

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a file that was read."""
        self.proposal = None
        story = proposal.loaded.story
        self._source = Source(story, proposal.reading) if story is not None else None
        self.ui.onlyButton.setChecked(False)
        self.heading.set_proposal(proposal)
        self.proposal = proposal
        self.section = ""
        self._refresh()
        self.show_section(self._first_section(proposal))

    def focus(self) -> None:
        """Put the focus where the clerk has to say something first."""
        if self.proposal is not None and self.proposal.year is None:
            self.ui.yearBox.setFocus()
        else:
            self.result.setFocus()

    @staticmethod
    def _first_section(proposal: Proposal) -> str:
        """The first with a doubt, else the first with a table that was read, else the first."""
        fields, values = proposal.edition.fields, proposal.found.values
        doubted = [doubt.section for doubt in proposal.open_doubts() if doubt.section]
        tables = [f.section.id for key, f in fields.items() if f.row is not None and key in values]
        entries = words.entries(proposal)
        there = [entry.id for entry in entries if entry.there]
        return next(iter((*doubted, *tables, *there, entries[0].id)))

    def show_section(self, id: str) -> None:
        """Show a section on both sides."""
        proposal = self.proposal
        if proposal is None:
            return
        section = next(s for s in proposal.edition.sections if s.id == id)
        fresh = id != self.section
        self.section = id
        self.bar.set_current(id)
        if fresh:
            values = proposal.found.values
            source = self._source
            found = source.section(section) if source else document_sheet(section, values)
            tips = [box.tip for _, box in found.boxes() if box.tip and box.kind != "paragraph"]
            places = list(dict.fromkeys(tips))
            self.ui.sourceWhere.setText(
                f"{places[0]}起" if len(places) > _PLACES else "、".join(places)
            )
            self._found = found
        self.source.set_sheet(marked(self._found, proposal), keep=not fresh)
        self.result.set_sheet(result_sheet(proposal, section), keep=not fresh)
        self._legend(proposal, section)
        self._filter()

    def _legend(self, proposal: Proposal, section: Section) -> None:
        text, tone = words.legend_words(proposal, section)
        legend = self.ui.legend
        legend.setText(text)
        restyle(legend, "tone", tone)

    def _refresh(self) -> None:
        """Say what would come of it now."""
        proposal, ui = self.proposal, self.ui
        if proposal is None:
            return
        self.heading.refresh()
        self.bar.set_entries(words.entries(proposal), proposal.left)
        ui.resultWhere.setText(words.role_words(proposal))
        ui.doubtCount.setText(words.count_words(proposal))
        self.doubts.set_doubts(proposal.doubts, proposal.decisions)
        ui.takeButton.setText(words.button_words(proposal))
        step = proposal.merge
        nothing = step is not None and not (step.values or step.whole)
        ui.takeButton.setEnabled(proposal.outcome() is not None and not nothing)
        ui.footerWords.setText(proposal.trouble or words.safe_words(proposal))
        ui.onlyButton.setEnabled(bool(proposal.open_doubts()) or ui.onlyButton.isChecked())
        self._dress()
        if self.section:
            self.show_section(self.section)
        self._order()
        QTimer.singleShot(0, self, self.fit)

    def _dress(self) -> None:
        trouble = self.proposal is not None and bool(self.proposal.trouble)
        ratio = self.dialog.devicePixelRatioF()
        self.ui.footerMark.setPixmap(marks.pixmap("review" if trouble else "ok", 16, ratio))

    def _fit_frame(self) -> None:
        """On a low screen the sheets get the room that margins and titles have on others."""
        ui, low = self.ui, self.dialog.height() < theme().size("lowest_below")
        wide, high = theme().space("l" if low else "xl"), theme().space("s") if low else _MARGIN
        ui.bodyColumn.setContentsMargins(wide, high, wide, high)
        ui.bodyColumn.setSpacing(theme().space("s" if low else "m"))
        ui.footer.setContentsMargins(wide, high, wide, high)
        for title in (ui.sourceTitle, ui.sourceWhere, ui.resultTitle, ui.resultWhere, ui.legend):
            title.setVisible(not low)
        asks = not low or self.doubts.rows or ui.onlyButton.isChecked()
        for part in (ui.doubtTitle, ui.doubtCount, ui.onlyButton):
            part.setVisible(bool(asks))
        for view in (self.source, self.result):
            view.setMinimumHeight(_LEAST_LOW if low else _LEAST)

    def fit(self) -> None:
        """Give the doubts the height they need, as far as the tables can spare it."""
        self._fit_frame()
        most = _ROWS_LOW if self.dialog.height() < _LOW else _ROWS
        wanted = self.doubts.wanted_height() + 2
        self.doubts.setFixedHeight(max(_ROW, min(wanted, round(most * _ROW))))
        self.doubts.setVisible(bool(self.doubts.rows))

    # What the clerk says

    def _take_section(self, id: str, on: bool) -> None:
        if self.proposal is not None:
            if on:
                self.proposal.left.discard(id)
            else:
                self.proposal.left.add(id)
            self._changed()

    def _decide(self, doubt: Doubt, option: str) -> None:
        if self.proposal is not None:
            self.proposal.decide(doubt, option)
            self._refresh()
            self.show_doubt(doubt)

    def _changed(self) -> None:
        if self.proposal is not None:
            self.proposal.renew()
            self._refresh()

    # Both sides together

    def show_doubt(self, doubt: Doubt) -> None:
        """Go to where a doubt is, on both sides."""
        if doubt.section and doubt.section != self.section:
            self.show_section(doubt.section)
        links = [*doubt.keys, *map(stray_link, doubt.strays)]
        if links:
            self.result.select(links)
            if self.source.select(links):
                self.source.bring(self.result.current_top)

    def _source_picked(self, links: tuple[str, ...]) -> None:
        if self.result.select(links, scroll=False):
            self.result.bring(self.source.current_top)

    def _result_picked(self, links: tuple[str, ...]) -> None:
        if self.source.select(links, scroll=False):
            self.source.bring(self.result.current_top)

    def _source_scrolled(self) -> None:
        self.result.follow(self.source)

    def _result_scrolled(self) -> None:
        self.source.follow(self.result)

    def _filter(self) -> None:
        only: set[str] | None = None
        if self.proposal is not None and self.ui.onlyButton.isChecked():
            only = set()
            for doubt in self.proposal.open_doubts():
                only.update(doubt.keys, map(row_link, doubt.keys), map(stray_link, doubt.strays))
        self.source.set_only(only)
        self.result.set_only(only)
