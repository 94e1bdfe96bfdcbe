"""The head of a finding in the panel: its mark, its severity in a word, its place, a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QCursor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from reportdesk.checks.telling import place_of, sentence_of
from reportdesk.gui import marks
from reportdesk.gui.drawing import colour, folded
from reportdesk.gui.findings.items import WORDS
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMoveEvent, QPaintEvent

    from reportdesk.gui.findings.items import Item
    from reportdesk.gui.session import Session

EDGE = 3
"""The accent edge of the finding that is unfolded."""
LEFT, RIGHT = 13, 8
_MARK, _GAP = 16, 4
_TOP, _ROW, _LINE, _BOTTOM = 8, 18, 18, 9
_FOLDED, _UNFOLDED = 2, 6
"""Lines of the sentence while folded and unfolded."""
_MARKS = {"wait": "none", "done": "done"}
_TONES = {"error": "error", "review": "review", "hint": "hint", "done": "ok"}
_CHANGE = "修改"


class Head(QAbstractButton):
    """One finding, folded; unfolded, what stands above its body."""

    moved = Signal(int, bool)
    """The arrow keys ask for the next one (1) or the one before (-1), or for the last."""
    unfolded = Signal()
    """It is to be unfolded, without going to its place."""

    def __init__(self, session: Session, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.item = item
        self.is_open = False
        self._place = self._sentence = ""
        self._lines: tuple[str, ...] = ()
        self._width = 0
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._tell()

    def tell(self, item: Item) -> bool:
        """Show another state of the same finding; whether anything is another now."""
        if item == self.item and item.kind != "done":
            return False
        self.item = item
        self._tell()
        return True

    def _tell(self) -> None:
        checker, finding = self._session.checker, self.item.finding
        self._place = place_of(checker, finding)
        reason = self._session.reason(finding) if self.item.kind == "done" else ""
        self._sentence = " ".join(reason.split()) or sentence_of(checker, finding)
        word = WORDS[self.item.kind]
        self.setText(self._sentence)
        self.setAccessibleName(f"{word}，{self._place}，{self._sentence}")
        self._width = 0
        self.update()

    def set_open(self, is_open: bool) -> None:
        """Be unfolded or not."""
        if is_open != self.is_open:
            self.is_open = is_open
            self._width = 0
            self.update()

    def set_stop(self, stop: bool) -> None:
        """Be the one stop of the Tab key in the list, or not."""
        policy = Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def height_for(self, width: int) -> int:
        """How high it is at this width."""
        if width != self._width:
            self._width = width
            font = theme().font("body", bold=self.is_open)
            most = _UNFOLDED if self.is_open else _FOLDED
            self._lines = folded(self._sentence, font, width - LEFT - RIGHT, most)
            whole = "".join(self._lines).endswith("…")
            self.setToolTip(self._sentence if whole else "")
        bottom = 4 if self.is_open else _BOTTOM
        return _TOP + _ROW + 2 + _LINE * len(self._lines) + bottom

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home and End go from finding to finding; Enter goes to its place; the space
        bar and → unfold it here."""
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
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.unfolded.emit()
        else:
            super().keyPressEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802 - Qt's name
        """A finding that moved away from under the mouse is not pointed at any more."""
        super().moveEvent(event)
        if self.underMouse() and not self.rect().contains(self.mapFromGlobal(QCursor.pos())):
            self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, mark, words and sentence."""
        look, room = theme(), self.rect()
        painter = QPainter(self)
        hovered = self.underMouse() and not self.is_open
        painter.fillRect(room, colour(self, "accent_soft" if hovered else "surface"))
        if self.is_open:
            painter.fillRect(0, 0, EDGE, room.height(), colour(self, "accent"))
        else:
            painter.setPen(colour(self, "line"))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        kind = self.item.kind
        box = QRectF(LEFT, _TOP + (_ROW - _MARK) / 2, _MARK, _MARK)
        marks.paint(painter, box, _MARKS.get(kind, kind), look)
        at = self._paint_words(painter, LEFT + _MARK + _GAP, room)
        font = look.font("body", bold=self.is_open)
        painter.setFont(font)
        painter.setPen(colour(self, "text"))
        for line in self._lines:
            painter.drawText(QRect(LEFT, at, room.width() - LEFT, _LINE), _MIDDLE, line)
            at += _LINE
        if self.hasFocus():
            painter.setPen(QPen(colour(self, "accent"), look.size("focus")))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(room.adjusted(EDGE + 2, 2, -3, -3))
        painter.end()

    def _paint_words(self, painter: QPainter, left: int, room: QRect) -> int:
        """The severity and the place, in a line; where the next line begins."""
        look, kind = theme(), self.item.kind
        bold = look.font("body", bold=True)
        painter.setFont(bold)
        painter.setPen(colour(self, _TONES.get(kind, "text_2")))
        word = WORDS[kind]
        painter.drawText(QRect(left, _TOP, room.width(), _ROW), _MIDDLE, word)
        left += painter.fontMetrics().horizontalAdvance(word) + 6
        plain = look.font("body")
        painter.setFont(plain)
        right = room.width() - RIGHT
        if kind == "done":
            wide = painter.fontMetrics().horizontalAdvance(_CHANGE)
            painter.setPen(colour(self, "accent"))
            painter.drawText(QRect(right - wide, _TOP, wide, _ROW), _MIDDLE, _CHANGE)
            right -= wide + 6
        painter.setPen(colour(self, "text_2"))
        place = folded(self._place, plain, max(right - left, 24), 1)
        painter.drawText(QRect(left, _TOP, right - left, _ROW), _MIDDLE, "".join(place))
        return _TOP + _ROW + 2


_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
