"""The list 「请看一下」: each doubt in a row with what can be said to it as buttons."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui import marks
from reportdesk.gui.importing.doubts import COPY
from reportdesk.gui.style import restyle

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from reportdesk.gui.importing.doubts import Doubt, Option

_FOLDED = 2
"""More notes on a new year than this are folded to one row."""


class DoubtRow(QFrame):
    """One doubt. A click on it, or the focus on one of its buttons, shows where it is."""

    decided = Signal(object, str)
    looked = Signal(object)

    def __init__(self, doubt: Doubt) -> None:
        super().__init__()
        self.doubt = doubt
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 8, 3)
        row.setSpacing(8)
        self._mark = QLabel()
        row.addWidget(self._mark)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.words, 1)
        self.buttons: dict[str, QPushButton] = {}
        for option in doubt.options:
            self.buttons[option.id] = button = self._button(option)
            row.addWidget(button)

    def _button(self, option: Option) -> QPushButton:
        button = QPushButton(option.words)
        button.setProperty("small", "true")
        button.setCheckable(True)
        button.setAccessibleName(f"{option.words}：{self.doubt.title}，{self.doubt.words}")
        button.clicked.connect(lambda: self._clicked(option))
        button.installEventFilter(self)
        return button

    def _clicked(self, option: Option) -> None:
        if option is COPY:
            QGuiApplication.clipboard().setText(self.doubt.copy)
        self.decided.emit(self.doubt, option.id)

    def set_choice(self, choice: str) -> None:
        """Show what was decided ("": nothing yet)."""
        for id, button in self.buttons.items():
            button.setChecked(id == choice)
        kind = "ok" if choice else "review" if self.doubt.grave else "hint"
        self._mark.setPixmap(marks.pixmap(kind, 14, self.devicePixelRatioF()))
        state = "已看过" if choice else "核实" if self.doubt.grave else "提示"
        self._mark.setAccessibleName(state)
        doubt = self.doubt
        title = f"<b>{escape(doubt.title)}</b>&nbsp;&nbsp; " if doubt.title else ""
        said = [doubt.words] if choice else [doubt.words, doubt.meanwhile]
        self.words.setText(title + escape("，".join(filter(None, said))))
        restyle(self.words, "tone", "soft" if choice else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show where it is."""
        self.looked.emit(self.doubt)
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Show where it is when one of its buttons gets the focus by the keyboard."""
        if event.type() == QEvent.Type.FocusIn:
            self.looked.emit(self.doubt)
        return super().eventFilter(watched, event)


class DoubtList(QScrollArea):
    """All doubts. ``decided`` tells the doubt and the option, ``looked`` the doubt to show."""

    decided = Signal(object, str)
    looked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("请看一下")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("box", "true")
        self.rows: dict[str, DoubtRow] = {}
        self._filled = False
        self._unfolded = False
        self._fold: QPushButton | None = None

    def set_doubts(self, doubts: list[Doubt], decisions: dict[str, str]) -> None:
        """Show these, with what was decided; rows that are as they were stay as they are."""
        if [row.doubt for row in self.rows.values()] != doubts:
            self._fill(doubts)
        for id, row in self.rows.items():
            row.set_choice(decisions.get(id, ""))

    def _fill(self, doubts: list[Doubt]) -> None:
        focused = self._focused()
        holder = QWidget()
        holder.setProperty("ground", "surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        notes = [doubt for doubt in doubts if doubt.id.startswith("roll ")]
        fold = len(notes) > _FOLDED
        self.rows, self._fold = {}, None
        for doubt in doubts:
            if fold and doubt is notes[0]:
                column.addWidget(self._fold_row(len(notes)))
            row = self.rows[doubt.id] = DoubtRow(doubt)
            row.decided.connect(self.decided)
            row.looked.connect(self.looked)
            row.setVisible(self._unfolded or not (fold and doubt in notes))
            row.setProperty("row", "true")
            column.addWidget(row)
        column.addStretch(1)
        # The old rows may be in the middle of telling what was clicked.
        if self._filled:
            old = self.takeWidget()
            old.hide()
            old.deleteLater()
        self._filled = True
        self.setWidget(holder)
        if focused is not None and focused[0] in self.rows:
            button = self.rows[focused[0]].buttons.get(focused[1])
            if button is not None:
                button.setFocus()

    def _focused(self) -> tuple[str, str] | None:
        for id, row in self.rows.items():
            for option, button in row.buttons.items():
                if button.hasFocus():
                    return id, option
        return None

    def _fold_row(self, count: int) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(6, 2, 8, 2)
        self._fold = button = QPushButton()
        button.setProperty("link", "true")
        button.setText(f"{'▾' if self._unfolded else '▸'} 开始新年度要知道的 {count} 条")
        button.clicked.connect(self._toggle)
        row.addWidget(button)
        row.addStretch(1)
        return holder

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        notes = [row for id, row in self.rows.items() if id.startswith("roll ")]
        for row in notes:
            row.setVisible(self._unfolded)
        if self._fold is not None:
            mark = "▾" if self._unfolded else "▸"
            self._fold.setText(f"{mark} 开始新年度要知道的 {len(notes)} 条")
        if self._unfolded:
            QTimer.singleShot(0, self, self._show_unfolded)  # once they are laid out

    def _show_unfolded(self) -> None:
        """Bring what was unfolded into view: it is mostly below what is seen."""
        row = self._fold.parentWidget() if self._fold is not None else None
        if row is not None:
            self.verticalScrollBar().setValue(row.y())

    def stops(self) -> list[QWidget]:
        """What the keyboard stops at, in order."""
        found: list[QWidget] = []
        for id, row in self.rows.items():
            if self._fold is not None and self._fold not in found and id.startswith("roll "):
                found.append(self._fold)
            found += row.buttons.values()
        return found

    def wanted_height(self) -> int:
        """The height that shows all that is not folded."""
        holder = self.widget()
        if not self.rows or holder is None:
            return 0
        layout = holder.layout()
        width = self.viewport().width()
        assert layout is not None
        return layout.heightForWidth(width) if layout.hasHeightForWidth() else holder.height()
