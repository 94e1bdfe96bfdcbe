"""The bar over a section's page: its title and what can be done with the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reportdesk.form.edition import Table
from reportdesk.gui.drawing import folded
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from reportdesk.gui.page import SectionPage
    from reportdesk.gui.session import Session

_NO_LAST = "还没有上年报告，可从文件导入后比较。"
_MARGIN, _GAP = 12, 8
_BACK, _NEXT = ("‹ 上一节", "‹"), ("下一节 ›", "›")
_WAYS = ((True, 0, True), (False, 0, True), (False, 1, True), (False, 1, False))
"""From the whole bar to the shortest: with 填报说明, which words on the arrows, with the unit."""
_SHORTEST = 60
"""So much of the title is shown however narrow the page is."""


class Way(NamedTuple):
    """Whether there is a step before this one, and one after it."""

    back: bool
    on: bool


class PageHead(QWidget):
    """Shows what it is told, and tells what was asked for. Where the page is narrow, what the menus
    have too gives way to the title: first 填报说明, then the words of the two arrows."""

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
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        self._words = ""
        self._explains = False
        self._title = QLabel()
        self._title.setProperty("use", "heading")
        self._unit = QLabel()
        self._unit.setProperty("tone", "soft")
        self.explain = _button("填报说明", self.explained.emit, check=True)
        self._last = _button("显示上年数", self.last_asked.emit, check=True)
        self._zero = _button("空白处填 0", self.zero_asked.emit)
        self._back = _button(_BACK[0], self.back_asked.emit)
        self.next = _button(_NEXT[0], self.next_asked.emit)
        for button, words in ((self._back, "上一节"), (self.next, "下一节")):
            button.setAccessibleName(words)
        row.addWidget(self._title)
        row.addWidget(self._unit)
        row.addStretch(1)
        for button in (self.explain, self._last, self._zero, self._back, self.next):
            row.addWidget(button)

    def dress(
        self, session: Session, page: SectionPage | None, *, way: Way, unfolded: bool, last: bool
    ) -> None:
        """Say what page this is (None is 核对与导出) and offer what can be done with it.
        ``unfolded`` and ``last``: its explanation and last year's report are shown now."""
        if page is None:
            document = session.document
            self._words = "核对与导出"
            self._unit.setText(f"{document.year or ''}年度 {document.organ}".strip())
        else:
            units = [b.unit for b in page.section.blocks if isinstance(b, Table) and b.unit]
            self._words = page.section.heading or page.section.title
            self._unit.setText(f"单位：{units[0]}" if units else "")
        tables = page is not None and bool(page.tables)
        self._explains = page is not None and page.explains
        self.explain.setChecked(unfolded)
        self.explain.setText("▾ 填报说明" if unfolded else "▸ 填报说明")
        self._last.setVisible(page is not None and bool(page.tables or page.texts))
        self._last.setText("显示上年数" if tables else "对照上年")
        self._last.setChecked(last)
        self._last.setEnabled(session.has_last)
        self._last.setToolTip("" if session.has_last else _NO_LAST)
        self._zero.setVisible(tables)
        self._back.setEnabled(way.back)
        self.next.setEnabled(way.on)
        self.next.setVisible(way.on)
        self._fit()

    # The room

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the buttons that stay: a long title never keeps the window wide."""
        return QSize(self._taken(explain=False, short=1) + _SHORTEST, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        unit = self._unit.sizeHint().width() + _GAP if self._unit.text() else 0
        font = theme().font("heading", bold=True)
        full = QFontMetrics(font).horizontalAdvance(self._words) + 1
        room = -1
        for explain, short, with_unit in _WAYS:
            room = self.width() - self._taken(explain=explain and self._explains, short=short)
            room -= unit if with_unit else 0
            if full <= room:
                self._show(explain and self._explains, short, with_unit and bool(unit))
                break
        else:
            self._show(*_WAYS[-1])
        shown = "".join(folded(self._words, font, max(room, _SHORTEST), 1))
        self._title.setText(shown)
        self._title.setToolTip(self._words if shown != self._words else "")

    def _show(self, explain: bool, short: int, with_unit: bool) -> None:
        self.explain.setVisible(explain)
        self._back.setText(_BACK[short])
        self.next.setText(_NEXT[short])
        self._unit.setVisible(with_unit)

    def _taken(self, *, explain: bool, short: int) -> int:
        """What margins and buttons take, the arrows with words or without."""
        taken = 2 * _MARGIN + _GAP
        for button, words in ((self._back, _BACK), (self.next, _NEXT)):
            if not button.isHidden():
                longer = button.fontMetrics().horizontalAdvance
                taken += button.sizeHint().width() - longer(button.text()) + longer(words[short])
                taken += _GAP
        others = [self._last, self._zero] if not explain else [self.explain, self._last, self._zero]
        for button in others:
            if button is self.explain or not button.isHidden():
                taken += button.sizeHint().width() + _GAP
        return taken


def _button(words: str, do: Callable[[], None], *, check: bool = False) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(check)
    button.clicked.connect(lambda: do())
    return button
