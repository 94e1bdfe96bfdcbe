"""One entry of the rail: a section by its short name, and how it stands by shape and word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from reportdesk.gui import marks
from reportdesk.gui.drawing import colour, folded
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_NUMERAL = re.compile(r"[一二三四五六七八九十\d]{1,3}(?=[、.．])")
_TONES = {"done": "ok", "error": "error", "review": "review"}
_EDGE = 4
_MARK = 16
_LEFT, _TEXT = 14, 38
"""Where the marks and the words of an entry begin."""


class State(NamedTuple):
    """What an entry shows."""

    name: str
    mark: str
    words: str
    number: int = 0
    """How many errors or reviews; 0 where the mark tells all."""


class Entry(QAbstractButton):
    """One step: its mark, its name, and how it stands in words."""

    moved = Signal(int, bool)
    """The arrow keys ask for the next entry (1) or the one before (-1), or for the last."""

    def __init__(self, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id = id
        self.state = State("", "none", "")
        self._narrow = self._low = False
        self.is_current = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def tell(self, state: State) -> None:
        """Show another state; nothing is painted where it is the same."""
        if state != self.state:
            self.state = state
            self.setText(state.name)
            self.setAccessibleName(f"{state.name}，{state.words}")
            self._tip()
            self.update()

    def set_current(self, current: bool) -> None:
        """Be the step on screen, or not. Only the current entry is a stop of the Tab key."""
        self.is_current = current
        self.setChecked(current)
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the numeral and the mark only."""
        self._narrow = narrow
        self._tip()
        self.update()

    def set_low(self, low: bool) -> None:
        """Show numeral and mark beside each other, in a narrow rail with little height."""
        if low != self._low:
            self._low = low
            self.updateGeometry()
            self.update()

    def _tip(self) -> None:
        self.setToolTip(f"{self.state.name}：{self.state.words}" if self._narrow else "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as every entry, as wide as the rail."""
        return QSize(theme().size("rail"), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The narrow form."""
        return QSize(theme().size("rail_narrow"), self._height())

    def _height(self) -> int:
        return theme().size("rail_item_low" if self._low else "rail_item")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home and End go from entry to entry; Enter and the space bar choose."""
        moves = {
            Qt.Key.Key_Down: (1, False),
            Qt.Key.Key_Up: (-1, False),
            Qt.Key.Key_End: (1, True),
            Qt.Key.Key_Home: (-1, True),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.moved.emit(*moves[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, edge, mark and words."""
        painter = QPainter(self)
        room = self.rect()
        if self.is_current:
            painter.fillRect(room, colour(self, "surface"))
            painter.fillRect(room.left(), 0, _EDGE, room.height(), colour(self, "accent"))
            painter.setPen(colour(self, "line"))
            painter.drawLine(room.topLeft(), room.topRight())
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        elif self.underMouse():
            painter.fillRect(room, colour(self, "accent_soft"))
        if self._narrow and self._low:
            self._paint_low(painter, room)
        elif self._narrow:
            self._paint_narrow(painter, room)
        else:
            self._paint_wide(painter, room)
        if self.hasFocus():
            painter.setPen(QPen(colour(self, "accent"), theme().size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(_EDGE + 2, 2, -3, -3))
        painter.end()

    def _paint_wide(self, painter: QPainter, room: QRect) -> None:
        look, state = theme(), self.state
        box = QRectF(_LEFT, (room.height() - _MARK) / 2, _MARK, _MARK)
        marks.paint(painter, box, state.mark, look)
        width = room.width() - _TEXT - 6
        name_font = look.font("figure", bold=self.is_current)
        words_font = look.font("body", bold=state.mark == "error")
        half = room.height() // 2
        align = Qt.AlignmentFlag.AlignLeft
        painter.setFont(name_font)
        painter.setPen(colour(self, "text"))
        top = QRect(_TEXT, 3, width, half - 1)
        name = folded(state.name, name_font, width, 1)[0] if state.name else ""
        painter.drawText(top, align | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(words_font)
        painter.setPen(colour(self, _TONES.get(state.mark, "text_2")))
        bottom = QRect(_TEXT, half + 1, width, half - 5)
        words = folded(state.words, words_font, width, 1)[0] if state.words else ""
        painter.drawText(bottom, align | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_narrow(self, painter: QPainter, room: QRect) -> None:
        half = room.height() // 2
        self._paint_sign(painter, QRect(0, 2, room.width(), half))
        size = _MARK - 2
        wide = self._number_width(painter)
        left = (room.width() - size - wide) / 2
        self._paint_state(painter, QRectF(left, half + 2, size, size), wide)

    def _paint_low(self, painter: QPainter, room: QRect) -> None:
        size = _MARK - 2
        sign = QRect(_EDGE, 0, room.width() // 2 - _EDGE, room.height())
        self._paint_sign(painter, sign)
        wide = self._number_width(painter)
        box = QRectF(sign.right() + 1, (room.height() - size) / 2, size, size)
        self._paint_state(painter, box, wide)

    def _paint_sign(self, painter: QPainter, box: QRect) -> None:
        """The section's numeral, or the first character of its name."""
        numeral = _NUMERAL.match(self.state.name)
        sign = numeral.group() if numeral is not None else self.state.name[:1]
        painter.setFont(theme().font("reading", bold=self.is_current))
        painter.setPen(colour(self, "text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)

    def _number_width(self, painter: QPainter) -> int:
        painter.setFont(theme().font("body", bold=True))
        number = str(self.state.number) if self.state.number else ""
        return painter.fontMetrics().horizontalAdvance(number) + 3 if number else 0

    def _paint_state(self, painter: QPainter, box: QRectF, wide: int) -> None:
        """The mark, and the number beside it in the font that it was measured in."""
        marks.paint(painter, box, self.state.mark, theme())
        painter.setPen(colour(self, _TONES.get(self.state.mark, "text_2")))
        height = round(box.height())
        beside = QRect(round(box.right()) + 3, round(box.top()) - 2, wide, height + 4)
        number = str(self.state.number) if self.state.number else ""
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, number)
