"""What of the start page is shown in the room that it has: what can be had elsewhere gives way.

At 200 % a screen of 1366×768 has 683×384 pixels: there the list, its main buttons and the ways in
are all that is seen at once. The left column scrolls where even that is too high.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from reportdesk.gui.style import restyle, theme

if TYPE_CHECKING:
    from reportdesk.gui.forms.ui_start_page import Ui_StartPage
    from reportdesk.gui.start.chosen import Chosen

LEAST = QSize(616, 206)
"""With the status bar's and the menu's height it is less than a screen at 200 % has."""


class Room:
    """Lays the page out anew for each size of it."""

    def __init__(self, ui: Ui_StartPage, details: Chosen) -> None:
        self._ui, self._details = ui, details

    def fit(self, size: QSize, *, drafts: bool, binned: bool) -> None:
        """Take the form for ``size``. ``drafts`` and ``binned``: whether there are any reports, in
        the list and in the bin."""
        ui, look = self._ui, theme()
        narrow = size.width() < look.size("narrow_below")
        tiny = size.width() < look.size("single_below")
        low, lowest = (size.height() < look.size(name) for name in ("low_below", "lowest_below"))
        ui.side.setFixedWidth(
            look.size("start_least" if tiny else "start_narrow" if narrow else "start")
        )
        restyle(ui.title, "use", "heading" if narrow else "page")
        wide, high = look.space("l" if tiny else "xxl"), look.space("m" if low else "xl")
        ui.side_column.setContentsMargins(wide, high, look.space("m" if tiny else "xl"), high)
        ui.listing_column.setContentsMargins(wide, high, wide, look.space("m" if low else "l"))
        ui.empty_middle.setContentsMargins(wide, high, wide, high)
        for part in (ui.subtitle, ui.drop_kinds):
            part.setVisible(not low)
        for part in (ui.drop, ui.empty_drop):
            part.setVisible(not lowest)
        # With nothing to go back to, the first ways in have the page to themselves.
        for part in (ui.side, ui.upright):
            part.setVisible(drafts or binned or not tiny)
        for part in (ui.duplicate, ui.save_copy):
            part.setVisible(not tiny)
        ui.more.setVisible(tiny)
        self._details.set_low(low=lowest)
