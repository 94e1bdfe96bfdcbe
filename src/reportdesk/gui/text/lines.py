"""The single lines of a section as a form: labels, fields, and what is to be said of each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from reportdesk.form.edition import Line
from reportdesk.gui.style import theme, themes
from reportdesk.gui.text.line_row import LineRow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reportdesk.form.edition import Section
    from reportdesk.gui.session import Session

_LABEL, _FIELD, _NARROW = 92, 400, 170
"""Widths: labels, ordinary fields, fields of dates and of what is chosen."""
_BESIDE = 190
"""With less room than this beside a field, what is said of it stands below."""
_GAP, _LEFT, _RIGHT, _APART = 12, 4, 12, 8
_LINES = 4
"""Lines of the grid that a row takes: field, what is said of it, its finding, space."""


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
        self._stacked = False
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(_LEFT, _APART, _RIGHT, _APART)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(2, 1)
        for number, row in enumerate(self.rows.values()):
            self._place(number * _LINES, row)
            row.entered.connect(self._entered)
        grid.setRowStretch(len(self.rows) * _LINES, 1)
        chain = [each for row in self.rows.values() for each in row.stops()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
        session.changed.connect(self._changed)
        session.findings_changed.connect(self._judge)
        session.reset.connect(self._renew)
        themes.changed.connect(self._dress)
        self._dress()

    def _place(self, at: int, row: LineRow) -> None:
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        grid.addWidget(row.label, at, 0, Qt.AlignmentFlag.AlignRight | top)
        grid.addWidget(row.field, at, 1, Qt.AlignmentFlag.AlignLeft | top)
        self._place_note(at, row)
        grid.addWidget(row.below, at + 2, 1, top)

    def _place_note(self, at: int, row: LineRow) -> None:
        note, top = row.beside, Qt.AlignmentFlag.AlignTop
        self._grid.removeWidget(note)
        if self._stacked:
            self._grid.addWidget(note, at + 1, 1, 1, 2, top)
        else:
            self._grid.addWidget(note, at, 2, 3, 1, top)

    # The room

    def _dress(self) -> None:
        """Grow with the zoom, as figures and narratives do."""
        for row in self.rows.values():
            row.dress()
        self._fit()
        self._judge()

    def _fit(self) -> None:
        """As wide as the fields like to be; where that leaves nothing beside them, narrower and
        with what is said of them below."""
        look, grid = theme(), self._grid
        label = look.px(_LABEL)
        room = self.width() - label - _LEFT - _RIGHT - 2 * _GAP
        stacked = room < look.px(_FIELD) + look.px(_BESIDE)
        grid.setColumnMinimumWidth(0, label)
        for number, row in enumerate(self.rows.values()):
            slim = bool(row.line.choices) or row.line.holds in ("date", "year")
            wanted = look.px(_NARROW if slim else _FIELD)
            row.field.setFixedWidth(max(min(wanted, room + _GAP), _NARROW))
            grid.setRowMinimumHeight(number * _LINES + 3, look.px(_APART))
        if stacked != self._stacked:
            self._stacked = stacked
            for number, row in enumerate(self.rows.values()):
                self._place_note(number * _LINES, row)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """That of the narrowest form, for the wide one gives way."""
        least = theme().px(_LABEL) + _NARROW + _LEFT + _RIGHT + 2 * _GAP
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the form for another width."""
        super().resizeEvent(event)
        self._fit()

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
