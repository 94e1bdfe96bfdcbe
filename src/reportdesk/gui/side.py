"""The column at the right: last year's text where a narrative is written, findings, 本行说明."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reportdesk.gui.explain import RowHelp
from reportdesk.gui.findings.panel import FindingsPanel
from reportdesk.gui.rule import Rule

if TYPE_CHECKING:
    from reportdesk.gui.session import Session


class SideColumn(QWidget):
    """Lays its parts over one another; it knows nothing of the page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = FindingsPanel(session, self)
        self.row_help = RowHelp(session, self)
        self._last_year = QStackedWidget(self)
        self._line = Rule()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._last_year, 3)
        column.addWidget(self._line)
        column.addWidget(self.panel, 2)
        column.addWidget(Rule())
        column.addWidget(self.row_help)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(upright=True))
        row.addLayout(column, 1)
        self.show_beside(None)

    def show_section(self, id: str) -> None:
        """Show what stands against a section and what is explained about it."""
        self.panel.set_section(id)
        self.row_help.show_section(id)

    def show_key(self, key: str) -> None:
        """Show what stands against the blank ``key`` and what is explained about it."""
        self.panel.show_key(key)
        self.row_help.show_key(key)

    def show_beside(self, view: QWidget | None) -> None:
        """Show last year's text over the findings, and no 本行说明 then; None shows neither."""
        if view is not None:
            if self._last_year.indexOf(view) < 0:
                self._last_year.addWidget(view)
            self._last_year.setCurrentWidget(view)
        for part in (self._last_year, self._line):
            part.setVisible(view is not None)
        self.row_help.setVisible(view is None)
