"""The next deadline, told at the foot of the start page's left column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.style import restyle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reportdesk.form.catalog import Catalog
    from reportdesk.gui.forms.ui_start_page import Ui_StartPage
    from reportdesk.store.drafts import Draft


class Due:
    """The three lines of it, away where there is none to tell."""

    def __init__(self, ui: Ui_StartPage) -> None:
        self._ui = ui
        self._show(any_=False)

    def tell(self, drafts: Sequence[Draft], forms: Catalog, today: date) -> None:
        """Tell what the organ of the newest report has next. A form is read for it."""
        from reportdesk.gui.deadline import told

        ui, found = self._ui, told(drafts, forms, today)
        self._show(any_=found is not None)
        if found is not None:
            ui.deadline_days.setText(found.days)
            ui.deadline_words.setText(found.words)
            ui.deadline_source.setText(found.source)
            restyle(ui.deadline_days, "tone", "review" if found.presses else "")

    def _show(self, *, any_: bool) -> None:
        ui = self._ui
        for label in (ui.deadline_days, ui.deadline_words, ui.deadline_source):
            label.setVisible(any_)
