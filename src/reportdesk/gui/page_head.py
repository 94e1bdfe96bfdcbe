"""The bar over a section's page: its title and what can be done with the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from collections.abc import Callable

_NO_LAST = "还没有上年报告，可从文件导入后比较。"


class PageHead(QWidget):
    """Shows what it is told, and tells what was asked for."""

    explained = Signal()
    """The section's 填报说明 is to be unfolded or folded."""
    last_asked = Signal()
    zero_asked = Signal()
    back_asked = Signal()
    next_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme().size("page_head"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._title = QLabel()
        self._title.setProperty("use", "heading")
        self._unit = QLabel()
        self._unit.setProperty("tone", "soft")
        self.explain = _button("填报说明", self.explained.emit, check=True)
        self._last = _button("显示上年数", self.last_asked.emit, check=True)
        self._zero = _button("空白处填 0", self.zero_asked.emit)
        self._back = _button("‹ 上一节", self.back_asked.emit)
        self.next = _button("下一节 ›", self.next_asked.emit)
        row.addWidget(self._title)
        row.addWidget(self._unit)
        row.addStretch(1)
        for button in (self.explain, self._last, self._zero, self._back, self.next):
            row.addWidget(button)

    def set_title(self, title: str, beside: str) -> None:
        """Show the section's heading and, softer, what is said beside it."""
        self._title.setText(title)
        self._unit.setText(beside)

    def set_explain(self, *, shown: bool, unfolded: bool) -> None:
        """Whether there is something to explain, and whether it is unfolded."""
        self.explain.setVisible(shown)
        self.explain.setChecked(unfolded)
        self.explain.setText("▾ 填报说明" if unfolded else "▸ 填报说明")

    def set_last(self, *, shown: bool, words: str, on: bool, possible: bool) -> None:
        """Whether last year can be shown beside this year, and whether it is."""
        self._last.setVisible(shown)
        self._last.setText(words)
        self._last.setChecked(on)
        self._last.setEnabled(possible)
        self._last.setToolTip("" if possible else _NO_LAST)

    def set_zero(self, shown: bool) -> None:
        """Whether there are cells to fill with 0."""
        self._zero.setVisible(shown)

    def set_way(self, *, back: bool, on: bool, last: bool) -> None:
        """Which ways lead on from here; at the ``last`` step there is none."""
        self._back.setEnabled(back)
        self.next.setEnabled(on)
        self.next.setVisible(not last)


def _button(words: str, do: Callable[[], None], *, check: bool = False) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(check)
    button.clicked.connect(lambda: do())
    return button
