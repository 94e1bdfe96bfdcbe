"""The year and the words by which the list of reports is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from reportdesk.gui.start.drafts_model import ids

if TYPE_CHECKING:
    from reportdesk.gui.forms.ui_start_page import Ui_StartPage
    from reportdesk.gui.start.drafts_model import DraftsModel
    from reportdesk.gui.start.table import DraftsTable

_ALL_YEARS = "全部年度"


class Search(QObject):
    """Keeps the list to what is looked for; what was chosen stays so."""

    def __init__(self, ui: Ui_StartPage, model: DraftsModel, table: DraftsTable) -> None:
        super().__init__(table)
        self._ui, self._model, self._table = ui, model, table
        ui.year.currentIndexChanged.connect(self._renew)
        ui.search.textChanged.connect(self._renew)

    def offer_years(self) -> None:
        """Offer the years that there are; the chosen one stays."""
        combo, year = self._ui.year, self._ui.year.currentData()
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(_ALL_YEARS, None)
        for each in self._model.years:
            combo.addItem(f"{each}年度", each)
        combo.setCurrentIndex(max(0, combo.findData(year)) if year is not None else 0)
        combo.blockSignals(False)
        self._model.search(self._ui.search.text(), combo.currentData())

    def _renew(self) -> None:
        kept = ids(self._table.chosen)
        self._model.search(self._ui.search.text(), self._ui.year.currentData())
        self.show_found()
        self._table.choose(kept)

    def show_found(self) -> None:
        """Say how many reports are found, and where there are none what was looked for."""
        ui, shown, total = self._ui, len(self._model.shown), self._model.total
        ui.count.setText(f"{total} 份" if shown == total else f"{shown} / {total} 份")
        year: int | None = ui.year.currentData()
        within = f"（{year}年度）" if year is not None else ""
        ui.nothing_words.setText(f"没有找到“{ui.search.text().strip()}”{within}。")
        ui.middle.setCurrentWidget(self._table if shown or not total else ui.nothing)

    def clear(self) -> None:
        """Look for nothing any more."""
        self._ui.year.setCurrentIndex(0)
        self._ui.search.clear()

    def focus(self) -> None:
        """Put the focus into the field."""
        self._ui.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ui.search.selectAll()
