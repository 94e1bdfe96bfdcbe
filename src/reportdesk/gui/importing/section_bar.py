"""The sections of a file in a row: which are taken, how much is in each, which one is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from reportdesk.gui import marks
from reportdesk.gui.style import themes

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


_BESIDE = 28
"""What a tab needs beside its words: the mark, and the gaps."""


class Entry(NamedTuple):
    """A section as the row shows it. ``mark`` is one of the marks of states, "" for none."""

    id: str
    name: str
    amount: str
    mark: str
    there: bool
    """Whether the file has anything for it."""


class SectionTab(QWidget):
    """One section: a box to take it, and its name to look at it."""

    taken = Signal(str, bool)
    shown = Signal(str)

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.check = QCheckBox()
        self.check.setAccessibleName(f"填入{entry.name}")
        self.check.setToolTip(f"填入{entry.name}")
        self.check.toggled.connect(self._take)
        self.name = QPushButton()
        self.name.setProperty("tab", "true")
        self.name.setCheckable(True)
        self.name.setIconSize(QSize(14, 14))
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.name.clicked.connect(self._show)
        row.addWidget(self.check)
        row.addWidget(self.name, 1)
        self.set_entry(entry, there=True)

    def _take(self) -> None:
        self.taken.emit(self.entry.id, self.check.isChecked())

    def _show(self) -> None:
        self.shown.emit(self.entry.id)

    def set_entry(self, entry: Entry, *, there: bool) -> None:
        """Show how the section stands."""
        self.entry = entry
        self._fit()
        self.name.setIcon(marks.icon(entry.mark, 14) if entry.mark else marks.icon("none", 14))
        state = {"review": "要核实", "ok": "对上了", "hint": "有说明"}.get(entry.mark, "")
        self.name.setAccessibleName("，".join(filter(None, (entry.name, entry.amount, state))))
        self.name.setToolTip(self.name.accessibleName())
        self.check.blockSignals(True)
        self.check.setEnabled(entry.there)
        self.check.setChecked(there and entry.there)
        self.check.blockSignals(False)

    def _fit(self) -> None:
        measure, cut = self.name.fontMetrics(), Qt.TextElideMode.ElideRight
        lines = (self.entry.name, self.entry.amount)
        room = self.name.width() - _BESIDE
        self.name.setText("\n".join(measure.elidedText(line, cut, room) for line in lines))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut short what does not fit; the tip has it whole."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)


class SectionBar(QWidget):
    """All sections. Tells what is asked for; what comes of it is shown by ``set_entries``."""

    taken = Signal(str, bool)
    shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.tabs: dict[str, SectionTab] = {}
        themes.changed.connect(self._renew)

    def set_entries(self, entries: list[Entry], left: set[str]) -> None:
        """Show the sections; those in ``left`` are not taken."""
        if list(self.tabs) != [entry.id for entry in entries]:
            for tab in self.tabs.values():
                self._row.removeWidget(tab)
                tab.deleteLater()
            self.tabs = {entry.id: self._tab(entry) for entry in entries}
        for entry in entries:
            self.tabs[entry.id].set_entry(entry, there=entry.id not in left)

    def _tab(self, entry: Entry) -> SectionTab:
        tab = SectionTab(entry)
        tab.taken.connect(self.taken)
        tab.shown.connect(self.shown)
        self._row.addWidget(tab, 1)
        return tab

    def set_current(self, id: str) -> None:
        """Mark the section that is shown."""
        for name, tab in self.tabs.items():
            tab.name.setChecked(name == id)

    def _renew(self) -> None:
        for tab in self.tabs.values():
            tab.set_entry(tab.entry, there=tab.check.isChecked())
