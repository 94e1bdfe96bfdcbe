"""A box for a year that may not be known yet: it is empty until somebody says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from reportdesk.report.adopt import EARLIEST, LATEST

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QSpinBox


class YearBox(QObject):
    """Makes a spin box one for years. Enter in it ends the typing and nothing else; the first
    step from an unknown year goes to ``guess``."""

    changed = Signal()

    def __init__(self, box: QSpinBox, guess: int) -> None:
        super().__init__(box)
        self.box, self._guess, self._before = box, guess, EARLIEST - 1
        box.setRange(EARLIEST - 1, LATEST)
        box.setSpecialValueText("哪一年？")
        box.setKeyboardTracking(False)
        box.setFixedWidth(92)
        box.installEventFilter(self)
        box.valueChanged.connect(self._stepped)

    @property
    def year(self) -> int | None:
        """The year, None while it is not known."""
        value = self.box.value()
        return value if value >= EARLIEST else None

    def set_year(self, year: int | None) -> None:
        """Show a year without telling of it."""
        known = year is not None and EARLIEST <= year <= LATEST
        self.box.blockSignals(True)
        self.box.setValue(year if known and year is not None else EARLIEST - 1)
        self.box.blockSignals(False)
        self._before = self.box.value()

    def _stepped(self, value: int) -> None:
        stepped = value - self._before == 1
        if self._before < EARLIEST and stepped and value != self._guess:
            self._before = self._guess
            self.box.setValue(self._guess)
            return
        self._before = value
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep Enter to the box: the dialog's button is not meant yet."""
        if event.type() == QEvent.Type.KeyPress:
            key: QKeyEvent = event  # type: ignore[assignment]
            if key.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.box.interpretText()
                return True
        return super().eventFilter(watched, event)
