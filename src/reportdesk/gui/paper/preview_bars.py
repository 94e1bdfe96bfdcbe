"""What stands around the pages of the preview: a bar above, the sections beside, a line below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.style import restyle, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_MARGIN = 12
_GIVE_WAY = ("page", "title", "whole", "wide")
"""What is left out where the page is narrow, the first first."""


class Head(QWidget):
    """Back, title, size, page, and the ways out."""

    def __init__(self) -> None:
        super().__init__()
        self.back = _button("‹ 返回填写", "返回填写（Esc）")
        self.title = QLabel()
        self.title.setProperty("use", "heading")
        self.page = QLabel()
        self.page.setProperty("tone", "soft")
        self.smaller = _button("－", "缩小（Ctrl+-）", "缩小")
        self.zoom = QLabel()
        self.zoom.setMinimumWidth(44)
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.larger = _button("＋", "放大（Ctrl++）", "放大")
        self.wide = _button("适合宽度", "适合宽度（Ctrl+0）")
        self.whole = _button("整页", "一次看一整页")
        self.save = _button("存为 PDF…")
        self.print_ = _button("打印…", "打印（Ctrl+P）")
        self.print_.setProperty("primary", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 3, _MARGIN, 3)
        row.setSpacing(theme().space("m"))
        left = (self.back, self.title, self.page)
        middle = (self.smaller, self.zoom, self.larger, self.wide, self.whole)
        right = (self.save, self.print_)
        self._parts: tuple[QWidget, ...] = (*left, *middle, *right)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in middle:
            row.addWidget(widget)
        row.addSpacing(theme().space("m"))
        for widget in right:
            row.addWidget(widget)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Without what gives way where the page is narrow."""
        return QSize(self._taken(_GIVE_WAY), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what the least is lost with: pages are counted at their foot, sizes have keys
        and two buttons more."""
        without = next(
            (n for n in range(len(_GIVE_WAY)) if self._taken(_GIVE_WAY[:n]) <= self.width()),
            len(_GIVE_WAY),
        )
        for number, name in enumerate(_GIVE_WAY):
            getattr(self, name).setVisible(number >= without)

    def _taken(self, without: Sequence[str]) -> int:
        """The width of all but those."""
        gone = {getattr(self, name) for name in without}
        taken = 2 * _MARGIN + theme().space("m")
        for widget in self._parts:
            if widget not in gone:
                taken += widget.sizeHint().width() + theme().space("m")
        return taken

    def say_title(self, *, draft: bool) -> None:
        """Say what is shown."""
        self.title.setText("打印预览" + ("（草稿）" if draft else ""))
        self._fit()

    def say_page(self, page: int, count: int) -> None:
        """Say which page is at hand (from 0)."""
        self.page.setText(f"第 {page + 1} 页，共 {count} 页")
        self._fit()

    def say_zoom(self, zoom: float) -> None:
        """Say how large the pages are."""
        self.zoom.setText(f"{round(zoom * 100)}%")
        self.zoom.setAccessibleName(f"显示比例 {round(zoom * 100)}%")


class Contents(QWidget):
    """The sections with their pages. A click goes to the page, Enter or the button to the blank."""

    chosen = Signal(str)
    """Show this section's page."""
    edit_asked = Signal(str)
    """Go and fill in this section."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName("各部分所在的页")
        self.list.setProperty("plain", "true")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit = QPushButton("去填写这一部分")
        self.edit.setProperty("small", "true")
        self.list.itemClicked.connect(self._choose)
        self.list.currentItemChanged.connect(self._choose_by_key)
        self.list.itemActivated.connect(self._ask)
        self.edit.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(theme().space("m"))
        column.addWidget(self.list, 1)
        column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)

    def show_sections(self, sections: Sequence[tuple[str, str, int]]) -> None:
        """Show these: id, name, page from 0."""
        current = self.current
        self.list.blockSignals(True)
        self.list.clear()
        for id, name, page in sections:
            item = QListWidgetItem(f"{name}　{page + 1}")
            item.setSizeHint(QSize(0, theme().size("field")))
            item.setToolTip(f"{name}，第 {page + 1} 页")
            item.setData(Qt.ItemDataRole.UserRole, id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, item.toolTip())
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.mark(current)

    @property
    def current(self) -> str:
        """The section that is marked, "" for none."""
        item = self.list.currentItem() if self.list.count() else None
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def mark(self, section: str) -> None:
        """Mark the section that is seen."""
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == section:
                self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self.edit.setEnabled(bool(self.current))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def _choose_by_key(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None and self.list.hasFocus():
            self._choose(item)

    def _ask(self) -> None:
        if self.current:
            self.edit_asked.emit(self.current)


class Foot(QWidget):
    """Says whose layout is seen, and what came of saving and printing."""

    def __init__(self) -> None:
        super().__init__()
        self.words = QLabel()
        self.words.setProperty("tone", "soft")
        self.stop = QPushButton("不用了")
        self.stop.setProperty("small", "true")
        self.stop.setAccessibleName("不用等办公软件排版")
        self.done = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(theme().space("m"))
        row.addWidget(self.words)
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.done)
        self.stop.hide()

    def say(self, words: str, *, stoppable: bool = False) -> None:
        """Say whose layout is seen."""
        self.words.setText(words)
        self.words.setToolTip(words)
        self.stop.setVisible(stoppable)

    def say_done(self, words: str) -> None:
        """Say what was done."""
        restyle(self.done, "tone", "ok")
        self.done.setText(words)

    def say_trouble(self, words: str) -> None:
        """Say what did not work."""
        restyle(self.done, "tone", "error")
        self.done.setText(words)
        self.done.setToolTip(words)


def _button(words: str, tip: str = "", name: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setAccessibleName(name or words.strip("‹ …"))
    return button
