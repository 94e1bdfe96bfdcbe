"""A field for a date: typed in any usual way or chosen in a calendar; what is none stays text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from reportdesk.formats.recognise.dates import date_in
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


def as_date(text: str) -> str:
    """A date as it is written in a report (「2026年1月20日」); a text that is none as it is."""
    found = date_in(text)
    return found if found is not None and day_of(found).isValid() else text.strip()


def day_of(text: str) -> QDate:
    """The day that a text names; an invalid one if it names none."""
    numbers = [int(digits) for digits in re.findall(r"\d+", date_in(text) or "")]
    return QDate(*numbers) if len(numbers) == 3 else QDate()


class DateField(QWidget):
    """A line for the date, and a button that opens the calendar."""

    chosen = Signal()
    """A day was chosen in the calendar."""

    def __init__(self, example: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(f"例如 {example}")
        self.button = QPushButton("▾")
        self.button.setProperty("small", "true")
        self.button.setAccessibleName("打开日历")
        self.button.setToolTip("打开日历（Alt+↓）")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open_calendar)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.field)
        self.dress()

    def dress(self) -> None:
        """Take the size that the zoom gives."""
        self.button.setFixedWidth(theme().px(theme().size("field")))

    def open_calendar(self) -> None:
        """Let the clerk choose a day, beginning at the one that stands here or today."""
        from reportdesk.gui.text.calendar import Calendar  # the page is shown without it

        popup = Calendar(day_of(self.field.text()), self)
        popup.chosen.connect(self._take)
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        popup.open_at(below, self.screen().availableGeometry())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Alt+↓ opens the calendar, as it opens any list."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def _take(self, day: QDate) -> None:
        self.field.setText(f"{day.year()}年{day.month()}月{day.day()}日")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.chosen.emit()
