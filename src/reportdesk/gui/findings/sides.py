"""The box with both sides of a relation, what each comes to, and how far they are apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from reportdesk.gui.drawing import colour, folded
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

    from reportdesk.checks.telling import Entry, Told

_PAD, _LINE, _BETWEEN = 8, 17, 5
_MOST = 5
"""Lines that the words of one side may take."""
_GROUNDS = {"error": "error_soft", "review": "review_soft"}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _by_terms(words: str, room: int) -> tuple[str, ...]:
    """The words in lines that break between the terms of a sum; none where a term is too long."""
    metrics = QFontMetrics(theme().font("body"))
    lines: list[str] = []
    for term in re.split(r"(?= [＋－] )", words):
        joined = lines[-1] + term if lines else term
        if metrics.horizontalAdvance(joined) <= room:
            lines[-1:] = [joined]
        elif metrics.horizontalAdvance(term.lstrip()) <= room:
            lines.append(term.lstrip())
        else:
            return ()
    return tuple(lines)


class Sides(QWidget):
    """Painted: two or three lines, words at the left and a figure at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._gap: Entry | None = None
        self._severity = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, told: Told, severity: str) -> None:
        """Show the sides of a finding."""
        self._entries, self._gap, self._severity = told.sides, told.gap, severity
        entries = (*told.sides, *([told.gap] if told.gap is not None else []))
        self.setAccessibleName("；".join(f"{e.words} {e.amount}" for e in entries))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The words of a side may take several lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines."""
        entries = [*self._entries, *([self._gap] if self._gap is not None else [])]
        lines = sum(len(self._folded(entry, width)) for entry in entries)
        return 2 * _PAD - 4 + _LINE * lines + _BETWEEN * max(len(entries) - 1, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As the width there is makes it."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def _folded(self, entry: Entry, width: int) -> tuple[str, ...]:
        bold = QFontMetrics(theme().font("figure", bold=True))
        room = max(width - 2 * _PAD - bold.horizontalAdvance(entry.amount) - _PAD, 48)
        return _by_terms(entry.words, room) or folded(
            entry.words, theme().font("body"), room, _MOST
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, words and figures."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self, _GROUNDS.get(self._severity, "computed")))
        if look.plain:
            painter.setPen(colour(self, "line"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        tone = colour(self, self._severity if self._severity in _GROUNDS else "text")
        top = _PAD - 2
        for entry in self._entries:
            top = self._paint_entry(painter, entry, top, "text_2", tone) + _BETWEEN
        if self._gap is not None:
            painter.setPen(tone)
            painter.drawLine(_PAD, top - 2, self.width() - _PAD, top - 2)
            self._paint_entry(painter, self._gap, top + 1, "text_2", tone)
        painter.end()

    def _paint_entry(
        self, painter: QPainter, entry: Entry, top: int, words: str, tone: QColor
    ) -> int:
        lines = self._folded(entry, self.width())
        room = self.width() - 2 * _PAD
        painter.setFont(theme().font("body"))
        painter.setPen(colour(self, words))
        for number, line in enumerate(lines):
            painter.drawText(QRect(_PAD, top + number * _LINE, room, _LINE), _LEFT, line)
        painter.setFont(theme().font("figure", bold=True))
        painter.setPen(tone)
        at = top + (len(lines) - 1) * _LINE
        painter.drawText(QRect(_PAD, at, room, _LINE), _RIGHT, entry.amount)
        return top + len(lines) * _LINE
