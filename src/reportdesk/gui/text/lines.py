"""The single lines of a section as a form: labels, fields, and what is to be said of each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from reportdesk.form.edition import Line
from reportdesk.gui.style import themes
from reportdesk.gui.text.line_row import LineRow

if TYPE_CHECKING:
    from reportdesk.form.edition import Section
    from reportdesk.gui.session import Session

_LABEL, _FIELD, _NARROW = 92, 400, 170
"""Widths: labels, ordinary fields, fields of dates and of what is chosen."""


class LinesForm(QWidget):
    """The lines of one section. Each is committed by Enter or when it is left."""

    current = Signal(str)
    """The clerk is in this blank."""

    def __init__(self, session: Session, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.rows = {
            line.id: LineRow(session, line, self)
            for line in section.blocks
            if isinstance(line, Line)
        }
        self._last = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 8, 12, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, _LABEL)
        grid.setColumnStretch(2, 1)
        for number, row in enumerate(self.rows.values()):
            self._place(grid, number * 3, row)
            row.entered.connect(self._entered)
        grid.setRowStretch(len(self.rows) * 3, 1)
        chain = [each for row in self.rows.values() for each in row.stops()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        session.changed.connect(self._changed)
        session.findings_changed.connect(self._judge)
        session.reset.connect(self._renew)
        themes.changed.connect(self._judge)

    def _place(self, grid: QGridLayout, at: int, row: LineRow) -> None:
        """Three lines of the grid: field, finding, and the space to the next."""
        narrow = bool(row.line.choices) or row.line.holds in ("date", "year")
        row.field.setFixedWidth(_NARROW if narrow else _FIELD)
        beside = QWidget()
        column = QGridLayout(beside)
        column.setContentsMargins(0, 2, 0, 0)
        column.setVerticalSpacing(2)
        column.addWidget(row.beside, 0, 0)
        column.addWidget(row.help, 1, 0)
        row.help.setVisible(bool(row.line.help))
        top = Qt.AlignmentFlag.AlignTop
        row.label.setFixedHeight(row.field.sizeHint().height())
        grid.addWidget(row.label, at, 0, Qt.AlignmentFlag.AlignRight | top)
        grid.addWidget(row.field, at, 1, Qt.AlignmentFlag.AlignLeft | top)
        grid.addWidget(beside, at, 2, 2, 1, top)
        grid.addWidget(row.below, at + 1, 1, top)
        grid.setRowMinimumHeight(at + 2, 8)

    def focus_first(self) -> None:
        """Put the focus where the clerk was, or into the first blank that must be filled."""
        lacking = [
            id
            for id, row in self.rows.items()
            if row.line.required and not self.session.value(id).strip()
        ]
        wanted = self._last or next(iter([*lacking, *self.rows]), "")
        if wanted:
            self.rows[wanted].focus()

    def go(self, key: str, start: int = -1, length: int = 0) -> bool:
        """Put the focus into the blank ``key``; whether it is here."""
        row = self.rows.get(key)
        if row is None:
            return False
        row.focus()
        row.select(start, length)
        return True

    def flush(self) -> None:
        """Commit what is being typed."""
        for row in self.rows.values():
            row.commit()

    def _entered(self, key: str) -> None:
        self._last = key
        self.current.emit(key)

    def _changed(self, keys: frozenset[str]) -> None:
        # A default is made of other lines: whichever changed, all are looked at again.
        if keys & self.rows.keys():
            self._renew()

    def _renew(self) -> None:
        for row in self.rows.values():
            row.renew()

    def _judge(self) -> None:
        for row in self.rows.values():
            row.judge()
