"""The head of the import page: which file, of which year, and what it is to be used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal

from reportdesk.errors import StoreError
from reportdesk.gui.editions import edition_name, edition_words
from reportdesk.gui.importing.year_box import YearBox
from reportdesk.gui.style import theme
from reportdesk.gui.when import when_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QRadioButton

    from reportdesk.gui.context import Context
    from reportdesk.gui.forms.ui_import_dialog import Ui_ImportForm
    from reportdesk.gui.importing.choices import Proposal, Use


_LONGEST = 440
"""Pixels that a file's name takes at most."""


class Heading(QObject):
    """Shows a proposal's head, and puts into the proposal what is changed there."""

    changed = Signal()

    def __init__(self, ui: Ui_ImportForm, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.ui, self.context = ui, context
        self.existing: int | None = None
        """A report of the same organ for the same year that is there already."""
        self._proposal: Proposal | None = None
        guess = context.today().year - 1
        self.year, self.start = YearBox(ui.yearBox, guess), YearBox(ui.startBox, guess)
        radios: dict[Use, QRadioButton] = {
            "last": ui.lastRadio,
            "this": ui.thisRadio,
            "into": ui.intoRadio,
            "previous": ui.previousRadio,
        }
        self.radios = radios
        ui.lastRadio.toggled.connect(self._use_changed)
        ui.intoRadio.toggled.connect(self._use_changed)
        self.year.changed.connect(self._year_changed)
        self.start.changed.connect(self._start_changed)

    def set_proposal(self, proposal: Proposal) -> None:
        """Show another file."""
        self._proposal = None
        ui, edition, catalog = self.ui, proposal.edition.id, self.context.catalog
        name, measure = proposal.reading.file, ui.fileLabel.fontMetrics()
        ui.fileLabel.setText(measure.elidedText(name, Qt.TextElideMode.ElideMiddle, _LONGEST))
        ui.fileLabel.setToolTip(name)
        ui.foundLabel.setText(f"识别为 {edition_name(catalog, edition)}格式，")
        ui.foundLabel.setToolTip(edition_words(catalog, edition))
        for use, radio in self.radios.items():
            radio.setVisible(use in proposal.uses)
        for widget in (ui.startBox, ui.startLabel):
            widget.setVisible("last" in proposal.uses)
        blocked = [QSignalBlocker(radio) for radio in self.radios.values()]
        self.radios[proposal.use].setChecked(True)
        for blocker in blocked:
            blocker.unblock()
        self.year.set_year(proposal.year)
        self._proposal = proposal
        self.refresh()

    def refresh(self) -> None:
        """Say what follows from the present choice."""
        proposal = self._proposal
        if proposal is not None:
            self.start.set_year(proposal.new_year)
            self.ui.startBox.setEnabled(proposal.use == "last")
            self._look_for_existing(proposal)

    def _look_for_existing(self, proposal: Proposal) -> None:
        ui, found = self.ui, None
        new = proposal.outcome() if proposal.target is None else None
        if new is not None and new.document.year is not None and new.document.organ:
            try:
                twins = self.context.store.find(new.document.organ, new.document.year)
            except StoreError:
                twins = []
            found = next(iter(twins), None)
        self.existing = found.id if found is not None else None
        if found is not None:
            when = when_words(found.updated, self.context.today())
            told = f"已有一份 {found.year} 年度的报告（{when}改过）"
            narrow = ui.stages.width() < theme().size("single_below")
            ui.existingLabel.setText("已有一份" if narrow else told)
            ui.existingLabel.setToolTip(told)
            ui.existingButton.setAccessibleDescription(told)
        ui.existingLabel.setVisible(found is not None)
        ui.existingButton.setVisible(found is not None)

    def _use_changed(self) -> None:
        if self._proposal is not None:
            for use, radio in self.radios.items():
                if radio.isChecked():
                    self._proposal.use = use
            self.changed.emit()

    def _year_changed(self) -> None:
        if self._proposal is not None:
            self._proposal.year, self._proposal.start = self.year.year, None
            self.changed.emit()

    def _start_changed(self) -> None:
        if self._proposal is not None:
            self._proposal.start = self.start.year
            self.changed.emit()
