"""Choosing a live number: all figures of the report by name, with what they are now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.style import theme
from reportdesk.gui.text.chips import WAITING
from reportdesk.report.live import live_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QPersistentModelIndex

    from reportdesk.form.edition import Edition

_WIDTH, _ROWS, _ROW, _PAD, _FIGURE = 560, 10, 26, 10, 90
_LEFT_ALONE = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class Choice(NamedTuple):
    """A figure that can be inserted."""

    key: str
    figure: str
    section: str
    value: str


class LiveMenu(QFrame):
    """A list with a field to narrow it down. Arrows choose, Enter inserts, Esc closes."""

    chosen = Signal(str)

    def __init__(self, edition: Edition, value: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("box", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._choices = [
            Choice(key, name.figure, name.section, value(key))
            for key, name in live_keys(edition).items()
        ]
        self.words = QLineEdit()
        self.words.setPlaceholderText("输入名称或数值查找，例如“结转”")
        self.words.setAccessibleName("查找要插入的数字")
        self.list = QListView()
        self.list.setAccessibleName("可以插入的数字")
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Painter(self.list))
        self._model = _Model(self)
        self.list.setModel(self._model)
        self._hint = QLabel("↑↓ 选择　回车插入　Esc 取消")
        self._hint.setProperty("tone", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        self.list.setFixedHeight(_ROWS * _ROW + 2)
        self.setFixedWidth(_WIDTH)
        self.words.textChanged.connect(self._narrow)
        self.words.installEventFilter(self)
        self.list.clicked.connect(self.choose)
        self._narrow("")

    def open_at(self, place: QPoint, room: QRect) -> None:
        """Show the list under ``place``, or over it, within ``room`` (all of the screen)."""
        self.adjustSize()
        left = max(room.left(), min(place.x(), room.right() - self.width()))
        top = place.y()
        if top + self.height() > room.bottom():
            top = max(room.top(), place.y() - self.height() - theme().px(30))
        self.move(left, top)
        self.show()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def choose(self) -> None:
        """Insert the current figure."""
        choice = self._model.choice(self.list.currentIndex())
        self.close()
        if choice is not None:
            self.chosen.emit(choice.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows move in the list while the words are typed."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.choose()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            by = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS - 1,
                Qt.Key.Key_PageUp: 1 - _ROWS,
            }.get(Qt.Key(event.key()), 0)
            if by:
                self._go(self.list.currentIndex().row() + by)
                return True
        return super().eventFilter(watched, event)

    def _go(self, row: int) -> None:
        last = self._model.rowCount() - 1
        if last >= 0:
            self.list.setCurrentIndex(self._model.index(max(0, min(row, last))))

    def _narrow(self, words: str) -> None:
        wanted = words.split()
        fit = [c for c in self._choices if all(_speaks(c, word) for word in wanted)]
        # A figure of just this value comes before those with the digits in their names.
        fit.sort(key=lambda c: c.value not in wanted)
        self._model.show_choices(fit)
        self._go(0)
        none = f"没有找到“{words.strip()}”"
        self._hint.setText("↑↓ 选择　回车插入　Esc 取消" if fit else none)


def _speaks(choice: Choice, word: str) -> bool:
    return word in choice.figure or word in choice.section or word == choice.value


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []

    def show_choices(self, choices: Iterable[Choice]) -> None:
        self.beginResetModel()
        self._choices = list(choices)
        self.endResetModel()

    def choice(self, index: QModelIndex | QPersistentModelIndex) -> Choice | None:
        return self._choices[index.row()] if index.isValid() else None

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._choices)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        choice = self.choice(index)
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.figure
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.section}，{choice.figure}，{choice.value or WAITING}"
        return choice if role == Qt.ItemDataRole.UserRole else None


class _Painter(QStyledItemDelegate):
    """A row: the figure's name, its section in a softer tone, its value at the right."""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ):
        size = super().sizeHint(option, index)
        size.setHeight(_ROW)
        return size

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = theme()
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        box: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(box, look.colour("accent_soft"))
            painter.fillRect(box.left(), box.top(), 3, box.height(), look.colour("accent"))
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("figure", bold=bool(choice.value)))
        painter.setPen(look.colour("text" if choice.value else "text_3"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, choice.value or WAITING)
        inner.setRight(inner.right() - _FIGURE)
        font = look.font("body", bold=chosen)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        name = metrics.elidedText(choice.figure, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
        inner.setLeft(inner.left() + metrics.horizontalAdvance(name) + 12)
        if inner.width() > 60:
            font = look.font("body")
            section = QFontMetrics(font).elidedText(
                choice.section, Qt.TextElideMode.ElideRight, inner.width()
            )
            painter.setFont(font)
            painter.setPen(look.colour("text_3"))
            painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, section)
