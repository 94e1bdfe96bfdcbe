"""The preview in the window: it takes the place of the open report, and gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.leaving import refused_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from reportdesk.gui.context import Context
    from reportdesk.gui.desk import Desk
    from reportdesk.gui.paper.preview import PreviewPage


class Previewing:
    """The command of the file menu. ``told`` is called where what is shown has changed."""

    def __init__(self, context: Context, stack: QStackedWidget, told: Callable[[], None]) -> None:
        self._context, self._stack, self._told = context, stack, told
        self._desk: Desk | None = None
        self.page: PreviewPage | None = None
        """The pages, while they are shown."""

    def attach(self, desk: Desk | None) -> None:
        """Another report is open, or none."""
        self.leave()
        self._desk = desk

    def print_report(self) -> None:
        """Show the report as it will be printed; where it is shown already, print it."""
        if self.page is not None:
            self.page.print_pages()
            return
        desk = self._desk
        if desk is None:
            return
        from reportdesk.gui.paper.preview import PreviewPage

        if (found := refused_in(desk)) is not None:
            desk.told.emit(found.words)
        self.page = PreviewPage(desk.session, self._context)
        self.page.left.connect(self.leave)
        self.page.section_asked.connect(self._go)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self.page.show_section(desk.section)
        self.page.view.setFocus()
        self._told()

    def leave(self) -> None:
        """Go back to the report."""
        page, self.page = self.page, None
        if page is None:
            return
        page.release()
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        if self._desk is not None:
            self._stack.setCurrentWidget(self._desk)
            self._desk.show_section(self._desk.section)
        self._told()

    def _go(self, section: str) -> None:
        desk = self._desk
        self.leave()
        if desk is not None:
            desk.show_section(section)
