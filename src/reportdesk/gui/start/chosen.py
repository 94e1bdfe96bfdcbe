"""What is told of the chosen report below the list: its name, its sections, where it stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reportdesk.gui.draft_words import name_words
from reportdesk.gui.start.details import StepsStrip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.form.catalog import Catalog
    from reportdesk.gui.forms.ui_start_page import Ui_StartPage
    from reportdesk.store.drafts import Draft

_BESIDE = 40
"""Margins and spacing beside the place, in pixels."""


class Chosen:
    """The box below the list, and the buttons under it that need one report or any."""

    def __init__(self, ui: Ui_StartPage) -> None:
        self._ui = ui
        self.forms: Catalog | None = None
        """From which a place is told; None as long as there is no time to read one."""
        self.strip = StepsStrip()
        ui.details_column.addWidget(self.strip)
        self._place = ""
        self._one = self._low = False

    def set_low(self, *, low: bool) -> None:
        """Leave out the sections, where there is no height for them, or show them."""
        self._low = low
        self.strip.setVisible(self._one and not low)

    def show(self, chosen: Sequence[Draft]) -> None:
        """Tell of these reports."""
        ui = self._ui
        one = chosen[0] if len(chosen) == 1 else None
        ui.details.setVisible(bool(chosen))
        self._one = one is not None
        self.strip.setVisible(self._one and not self._low)
        for button in (ui.go_on, ui.next_year, ui.save_copy):
            button.setEnabled(one is not None)
        for button in (ui.duplicate, ui.to_bin):
            button.setEnabled(bool(chosen))
        self._place = ""
        if one is not None:
            ui.details_name.setText(name_words(one))
            self.strip.show_steps(one.steps)
            self._place = self._stopped_at(one, self.forms) if self.forms is not None else ""
        elif chosen:
            ui.details_name.setText(f"选中 {len(chosen)} 份")
        self.fit()

    def _stopped_at(self, draft: Draft, forms: Catalog) -> str:
        from reportdesk.gui.places import place_words

        if draft.edition not in forms:
            return f"版式“{draft.edition}”的文件不在，暂时打不开；内容没有改动。"
        place = place_words(forms[draft.edition], draft.place)
        return f"上次停在：{place}" if place else ""

    def fit(self) -> None:
        """Show as much of the place as there is room for."""
        label = self._ui.details_place
        room = self._ui.details.width() - self._ui.details_name.sizeHint().width() - _BESIDE
        label.setText(
            label.fontMetrics().elidedText(self._place, Qt.TextElideMode.ElideRight, max(0, room))
        )
        label.setToolTip(self._place if label.text() != self._place else "")
        label.setAccessibleName(self._place)
