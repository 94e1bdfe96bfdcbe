"""What the view menu does: sections, regions, zoom, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from reportdesk.gui import style
from reportdesk.gui.appearance import follow

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.gui.appearance import Choice
    from reportdesk.gui.context import Context
    from reportdesk.gui.desk import Desk

_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Views:
    """The commands by their ids. ``told`` is called where what is shown has changed; ``desk`` is
    the one that is shown, and ``back`` goes back to it from a preview."""

    def __init__(
        self,
        context: Context,
        desk: Callable[[], Desk | None],
        back: Callable[[], Desk | None],
        told: Callable[[], None],
    ) -> None:
        self._context, self._desk, self._back, self._told = context, desk, back, told

    def next_section(self) -> None:
        """Go to the next section."""
        if (desk := self._desk()) is not None:
            desk.next_section()

    def previous_section(self) -> None:
        """Go to the section before."""
        if (desk := self._desk()) is not None:
            desk.previous_section()

    def go_to_section(self, number: int) -> None:
        """Go to the section with this number, from 1; the last number is 核对与导出."""
        desk = self._desk()
        if desk is not None and 0 < number <= len(desk.ids):
            desk.show_section(desk.ids[number - 1])

    def next_region(self) -> None:
        """Move the focus on: rail, page, side panel."""
        if (desk := self._desk()) is not None:
            desk.next_region(1)

    def previous_region(self) -> None:
        """Move the focus back."""
        if (desk := self._desk()) is not None:
            desk.next_region(-1)

    def next_finding(self) -> None:
        """Go to the next finding."""
        if (desk := self._back()) is not None:
            desk.next_finding(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        if (desk := self._back()) is not None:
            desk.next_finding(-1)

    def side_panel(self) -> None:
        """Open or close the panel of findings."""
        if (desk := self._desk()) is not None:
            desk.set_side(not desk.side_shown)

    def findings(self) -> None:
        """Open the panel of findings if it is closed."""
        if (desk := self._back()) is not None and not desk.side_shown:
            desk.set_side(True)

    def row_help(self) -> None:
        """Show what the current row counts."""
        if (desk := self._desk()) is not None:
            desk.show_row_help()

    def explained(self) -> None:
        """Unfold or fold what is explained about the section."""
        if (desk := self._desk()) is not None:
            desk.toggle_explained()

    def show_last(self) -> None:
        """Show or hide last year's figures and texts."""
        if (desk := self._desk()) is not None:
            desk.toggle_last()

    def zoom_in(self) -> None:
        """The next larger size."""
        self.set_zoom(next((s for s in _STEPS if s > style.theme().zoom + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        """The next smaller size."""
        smaller = [s for s in _STEPS if s < style.theme().zoom - 0.01]
        self.set_zoom(smaller[-1] if smaller else _STEPS[0])

    def zoom_reset(self) -> None:
        """The ordinary size."""
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Show grids and narratives at ``zoom`` (1.0 is 100 %), and remember it."""
        style.set_theme(zoom=zoom)
        self._context.keep(zoom=style.theme().zoom)
        self._told()

    def theme_system(self) -> None:
        """Light or dark as the system is."""
        self._follow("system")

    def theme_light(self) -> None:
        """Light colours."""
        self._follow("light")

    def theme_dark(self) -> None:
        """Dark colours."""
        self._follow("dark")

    def _follow(self, choice: Choice) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._context.keep(theme=choice)
            follow(app, choice)
            self._told()
