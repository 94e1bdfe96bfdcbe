"""A calendar that comes up under a field, to choose a day from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint, QRect
    from PySide6.QtWidgets import QWidget

_SIZE = QSize(290, 224)
_CHINESE = QLocale(QLocale.Language.Chinese, QLocale.Country.China)


class Calendar(QFrame):
    """A month to choose a day from: arrows move, Enter takes, Esc closes."""

    chosen = Signal(QDate)

    def __init__(self, day: QDate, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("box", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = QCalendarWidget()
        self.month.setLocale(_CHINESE)
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        plain = QTextCharFormat()
        plain.setForeground(theme().colour("text_2"))
        self.month.setHeaderTextFormat(plain)
        for each in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(each, plain)  # red is for what is wrong
        for name, words in (("prevmonth", "‹"), ("nextmonth", "›")):
            button = self.month.findChild(QToolButton, f"qt_calendar_{name}")
            if button is not None:
                button.setIcon(QIcon())
                button.setText(words)
        self.month.setMinimumSize(_SIZE)
        self.month.setSelectedDate(day if day.isValid() else QDate.currentDate())
        self.month.activated.connect(self._take)
        self.month.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.month)

    def open_at(self, place: QPoint, room: QRect) -> None:
        """Show the month there, or as near as the screen allows."""
        self.adjustSize()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = min(place.y(), room.bottom() - self.height())
        self.move(left, max(room.top(), top))
        self.show()
        self.month.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, day: QDate) -> None:
        self.close()
        self.chosen.emit(day)
