"""The list of what is left to do, on screen: a line each, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reportdesk.gui import marks
from reportdesk.gui.drawing import colour, folded
from reportdesk.gui.review.todo import kind_word
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from reportdesk.gui.review.todo import Todo

_MARK = 16
_MARKS = {"blank": "none", "undated": "none", "kept": "part", "unspoken": "part"}
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NOTHING = "没有要处理的了。"


class TodoList(QFrame):
    """A box of lines. Lines that stay are told anew and not made again."""

    chosen = Signal(object)
    """The clerk wants to go there (Todo)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("box", "true")
        self.lines: list[Line] = []
        self.nothing = Line(last=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.nothing)
        self.setAccessibleName("还要处理")
        themes.changed.connect(self.update)

    def show_todos(self, todos: Sequence[Todo]) -> None:
        """Show these lines."""
        while len(self.lines) > len(todos):
            line = self.lines.pop()
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        while len(self.lines) < len(todos):
            line = Line()
            line.go.clicked.connect(self._choose)
            self.lines.append(line)
            self._column.addWidget(line)
        for number, (line, todo) in enumerate(zip(self.lines, todos, strict=True), 1):
            line.tell(todo, last=number == len(todos))
        self.nothing.setVisible(not todos)

    def _choose(self) -> None:
        sender = self.sender()
        for line in self.lines:
            if line.go is sender and line.todo is not None:
                self.chosen.emit(line.todo)
                return


class Line(QWidget):
    """One line; without anything to do it says so."""

    def __init__(self, *, last: bool = False) -> None:
        super().__init__()
        self.todo: Todo | None = None
        self._last = last
        self.go = QPushButton()
        self.go.setProperty("link", "true")
        self.go.setVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 6, 0)
        row.addStretch(1)
        row.addWidget(self.go)

    def tell(self, todo: Todo, *, last: bool) -> None:
        """Show another thing to do."""
        if (todo, last) == (self.todo, self._last):
            return
        self.todo, self._last = todo, last
        self.go.setText(todo.action)
        self.go.setVisible(True)
        self.go.setAccessibleName(f"{todo.action}：{kind_word(todo.kind)}，{todo.place}")
        self.go.setAccessibleDescription(todo.words)
        self.setToolTip(f"{todo.place}　{todo.words}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line of a list."""
        return QSize(320, theme().size("list_row"))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint mark, place and words, and the line below."""
        look, painter = theme(), QPainter(self)
        height = self.height()
        kind = self.todo.kind if self.todo is not None else "ok"
        box = QRectF(10, (height - _MARK) / 2, _MARK, _MARK)
        marks.paint(painter, box, _MARKS.get(kind, kind), look)
        left, right = 32, self.width() - 10
        if self.todo is None:
            painter.setFont(look.font("body"))
            painter.setPen(colour(self, "text_2"))
            painter.drawText(QRect(left, 0, right - left, height), _MIDDLE, NOTHING)
        else:
            right = self.go.x() - 8
            bold = look.font("body", bold=True)
            painter.setFont(bold)
            painter.setPen(colour(self, "text"))
            place = "".join(folded(self.todo.place, bold, (right - left) * 0.45, 1))
            painter.drawText(QRect(left, 0, right - left, height), _MIDDLE, place)
            left += painter.fontMetrics().horizontalAdvance(place) + 10
            plain = look.font("body")
            painter.setFont(plain)
            words = "".join(folded(self.todo.words, plain, max(right - left, 40), 1))
            painter.drawText(QRect(left, 0, right - left, height), _MIDDLE, words)
        if not self._last:
            painter.setPen(colour(self, "line"))
            painter.drawLine(0, height - 1, self.width(), height - 1)
        painter.end()
