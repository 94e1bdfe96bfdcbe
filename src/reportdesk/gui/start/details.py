"""The sections of the chosen report with their states, in as few lines as they need."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from reportdesk.gui import marks
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from reportdesk.checks.steps import Step

_MARK = 14
_NUMERAL = re.compile(r"^[一二三四五六七八九十]+、")
_TONES = {"error": "error", "review": "review"}


class StepsStrip(QWidget):
    """Marks, names and states of sections side by side; in more than one line, and then without
    their numerals first, where there is no room. It belongs to the frame and does not zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps: Sequence[Step] = ()
        self.names: list[str] = []
        self._across = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these sections."""
        self.steps = steps
        self.setAccessibleName("，".join(f"{step.title}：{step.words}" for step in steps))
        self._lay_out()
        self.update()

    def _lay_out(self) -> None:
        count = max(1, len(self.steps))
        self.names = [step.title for step in self.steps]
        if self._widest() * count > self.width():
            self.names = [_NUMERAL.sub("", name) for name in self.names]
        self._across = max(1, min(count, self.width() // max(1, self._widest())))
        lines = -(-count // self._across)
        self.setFixedHeight(lines * self._line() * 2 + (lines - 1) * theme().space("s"))

    def _widest(self) -> int:
        """The width that the section with the longest words takes."""
        look = theme()
        text = QFontMetrics(look.font("body", bold=True)).horizontalAdvance
        words = (*self.names, *(step.words for step in self.steps))
        return _MARK + look.space("s") + max(map(text, words), default=0) + look.space("s")

    def _line(self) -> int:
        return QFontMetrics(theme().font("body", bold=True)).height() + theme().space("xs")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take another number of lines where the width is another."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the sections."""
        look = theme()
        painter = QPainter(self)
        line, wide = self._line(), self.width() / self._across
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for number, step in enumerate(self.steps):
            left = (number % self._across) * wide
            top = (number // self._across) * (2 * line + look.space("s"))
            mark = QRectF(left, top + (line - _MARK) / 2, _MARK, _MARK)
            marks.paint(painter, mark, step.state, look)
            text = QRectF(left + _MARK + look.space("s"), top, wide - _MARK, line)
            painter.setFont(look.font("body", bold=step.state == "error"))
            painter.setPen(look.colour("text"))
            painter.drawText(text, flags, self.names[number])
            painter.setPen(look.colour(_TONES.get(step.state, "text_2")))
            painter.drawText(text.translated(0, line), flags, step.words)
        painter.end()
