"""The bar over a narrative: what can be done, what it has to speak of, and how long it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from reportdesk.gui import marks
from reportdesk.gui.drawing import colour
from reportdesk.gui.style import restyle, theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from reportdesk.checks.aspects import Aspect

_HEIGHT, _MARK = 35, 14
_WIDE = 860
"""A bar of this width has room for all words."""


class Toolbar(QWidget):
    """Asks for what its buttons say; it knows nothing of the text."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self.live = _button("插入实时数字 ▾", "插入一个随表变化的数字（Ctrl+K）")
        self.search = _button("查找替换", "在本段文字里查找和替换（Ctrl+F、Ctrl+H）")
        self.live.clicked.connect(lambda: self.asked.emit("live"))
        self.search.clicked.connect(lambda: self.asked.emit("replace"))
        self.same = _button("", "与上年一字不差的段落：看一看要不要更新，没有变化的在这里确认")
        self.same.setProperty("tone", "review")
        self.same.hide()
        self.ticks = Ticks()
        self.count = QLabel()
        self.count.setProperty("use", "strong")
        self._of = QLabel()
        self._of.setProperty("tone", "soft")
        self._count, self._limit = 0, 0
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 1)
        row.setSpacing(8)
        row.addWidget(self.live)
        row.addWidget(self.search)
        row.addWidget(self.same)
        row.addWidget(self.ticks, 1)
        row.addWidget(self.count)
        row.addWidget(self._of)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        return self.live, self.search, self.same

    def show_count(self, count: int, limit: int) -> None:
        """Tell how many 字 there are, and how many there usually are at most (0: no matter)."""
        self._count, self._limit = count, limit
        self._word()

    def show_same(self, count: int) -> None:
        """Tell how many paragraphs are as last year and nobody has said that they hold."""
        words = f"{count} 段同上年 ▾"
        if words != self.same.text():
            self.same.setText(words)
            self.same.setAccessibleName(f"{count} 段与上年相同，还没有确认")
            self.same.setVisible(count > 0)

    def _word(self) -> None:
        over = 0 < self._limit < self._count
        wide = self.width() >= _WIDE
        short = f"{self._count} / {self._limit} 字" if self._limit else f"{self._count} 字"
        self.count.setText(f"{self._count} 字" if wide else short)
        self._of.setText(f"一般不超过 {self._limit} 字" if self._limit and wide else "")
        self._of.setVisible(bool(self._of.text()))
        restyle(self.count, "tone", "review" if over else "")
        told = f"已有 {self._count} 字" + (f"，一般不超过 {self._limit} 字" if self._limit else "")
        self.count.setToolTip(told)
        self.count.setAccessibleName(told)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the long or the short words."""
        super().resizeEvent(event)
        self.ticks.set_wide(self.width() >= _WIDE)
        self._word()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A line under the bar."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(colour(self, "line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()


class Ticks(QWidget):
    """What a text has to speak of: ticked where it does, bold where it does not yet."""

    def __init__(self) -> None:
        super().__init__()
        self._aspects: Sequence[Aspect] = ()
        self._wide = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_aspects(self, aspects: Sequence[Aspect]) -> None:
        """Show these."""
        if aspects != self._aspects:
            self._aspects = aspects
            lacking = [aspect.name for aspect in aspects if not aspect.spoken]
            told = f"还没有写到：{'、'.join(lacking)}" if lacking else "应写到的都写到了"
            self.setAccessibleName(told if aspects else "")
            self.setToolTip(told if aspects else "")
            self.update()

    def set_wide(self, wide: bool) -> None:
        """Whether there is room for all words."""
        self._wide = wide
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It takes what is left."""
        return QSize(60, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw as many as fit, those that are lacking first if not all do."""
        if not self._aspects:
            return
        look = theme()
        painter = QPainter(self)
        plain, bold = look.font("body"), look.font("body", bold=True)
        widths = [
            _MARK + 5 + QFontMetricsF(plain if a.spoken else bold).horizontalAdvance(a.name) + 10
            for a in self._aspects
        ]
        left, middle = 6.0, self.height() / 2
        lead = QFontMetricsF(plain).horizontalAdvance("应写到") + 10
        if self._wide and left + lead + sum(widths) <= self.width():
            painter.setFont(plain)
            painter.setPen(colour(self, "text_2"))
            painter.drawText(round(left), self._base(plain), "应写到")
            left += lead
        shown = list(zip(self._aspects, widths, strict=True))
        if left + sum(widths) > self.width():
            shown.sort(key=lambda each: each[0].spoken)
        for aspect, width in shown:
            if left + width - 8 > self.width():
                break
            mark = "ok" if aspect.spoken else "none"
            marks.paint(painter, QRectF(left, middle - _MARK / 2, _MARK, _MARK), mark, look)
            font = plain if aspect.spoken else bold
            painter.setFont(font)
            painter.setPen(colour(self, "text" if aspect.spoken else "text_2"))
            painter.drawText(round(left + _MARK + 5), self._base(font), aspect.name)
            left += width
        painter.end()

    def _base(self, font: QFont) -> int:
        metrics = QFontMetricsF(font)
        return round(self.height() / 2 + (metrics.ascent() - metrics.descent()) / 2)


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
