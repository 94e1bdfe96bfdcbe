"""The status bar: whether all is saved, how much is filled, what is wrong, where the clerk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStatusBar,
    QWidget,
)

from reportdesk.checks.telling import place_of, sentence_of
from reportdesk.gui import marks
from reportdesk.gui.drawing import folded
from reportdesk.gui.findings.items import WORDS, items_of
from reportdesk.gui.style import ZOOM_LEAST, ZOOM_MOST, theme, themes

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QAction, QResizeEvent

    from reportdesk.gui.findings.items import Ident, Item
    from reportdesk.gui.session import Session

_SEVERITIES = ("error", "review", "hint")
_SHOWN = 8000
"""Milliseconds that a message stays; with something to take back, longer."""
_SHOWN_LONG = 20000
_CALM = 900
"""Milliseconds without a change before a new finding is announced: nobody is told in mid-word."""
_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
_MARK = 14


class StatusBar(QStatusBar):
    """Tells of the open report; on the start page only messages and the zoom."""

    zoom_asked = Signal(float)
    next_asked = Signal()
    """The clerk wants to go to the next finding."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._saved: datetime | None = None
        self._failed = ""
        self._known: set[Ident] = set()
        self._undo: Callable[[], object] | None = None
        self._text = ""
        self._hiding = QTimer(self, singleShot=True)
        self._hiding.timeout.connect(self._clear)
        self.announcing = QTimer(self, singleShot=True, interval=_CALM)
        self.announcing.timeout.connect(self._announce)
        self._lay_out()
        themes.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme().size("status_bar") + 1)
        self.saved_mark = QLabel()
        self.saved_words = QLabel()
        self.filled = QLabel()
        self.filled.setProperty("tone", "soft")
        self.counts: dict[str, QPushButton] = {}
        for severity in _SEVERITIES:
            self.counts[severity] = _flat("", self._go_first)
            self.counts[severity].setProperty("tone", severity)
            self.counts[severity].setObjectName(severity)
        self.next_button = _flat("F8 下一处", self.next_asked.emit)
        self.message = QLabel()
        self.action = _flat("撤销", self._take_back)
        self.action.setProperty("link", "true")
        self.place = QLabel()
        self.place.setProperty("tone", "soft")
        self.zoom_button = _flat("缩放 100%", None)
        self.zoom_button.setMenu(self._zoom_menu())
        self._lines = [_upright() for _ in range(3)]
        row_holder = QWidget()
        row = QHBoxLayout(row_holder)
        row.setContentsMargins(8, 0, 4, 0)
        row.setSpacing(4)
        self._of_report = [
            *(self.saved_mark, self.saved_words, self._lines[0], self.filled, self._lines[1]),
            *self.counts.values(),
            self.next_button,
        ]
        for part in (*self._of_report, self.message):
            row.addWidget(part)
        row.addWidget(self.action)
        row.addStretch(1)
        for part in (self.place, self._lines[2], self.zoom_button):
            row.addWidget(part)
        self.addWidget(row_holder, 1)
        self.layout().setContentsMargins(0, 0, 0, 0)  # pyright: ignore[reportOptionalMemberAccess]

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for step in _STEPS:
            if ZOOM_LEAST * 100 <= step <= ZOOM_MOST * 100:
                action = menu.addAction(f"{step}%")
                action.setData(step)
        menu.triggered.connect(self._choose_zoom)
        return menu

    def _choose_zoom(self, action: QAction) -> None:
        self.zoom_asked.emit(action.data() / 100)

    # The report

    def attach(self, session: Session | None) -> None:
        """Tell of this report from now on, or of none."""
        if self._session is not None:
            self._session.findings_changed.disconnect(self._retell)
            self._session.saved.disconnect(self._was_saved)
            self._session.save_failed.disconnect(self._was_not_saved)
        self._session = session
        self._saved, self._failed, self._known = None, "", set()
        self.announcing.stop()
        if session is not None:
            session.findings_changed.connect(self._retell)
            session.saved.connect(self._was_saved)
            session.save_failed.connect(self._was_not_saved)
            self._known = {item.ident for item in items_of(session)}
        self._dress()

    def _was_saved(self, when: datetime) -> None:
        self._saved, self._failed = when, ""
        self._tell_saved()

    def _was_not_saved(self, words: str) -> None:
        self._failed = words
        self._tell_saved()

    def _tell_saved(self) -> None:
        # Only what is another is set: this runs with every figure that is committed.
        kind = "trouble" if self._failed else "saved"
        if self.saved_mark.objectName() != kind:
            self.saved_mark.setObjectName(kind)
            self.saved_mark.setPixmap(marks.pixmap(kind, _MARK, self.devicePixelRatioF()))
            self.saved_mark.setAccessibleName("没有保存成功" if self._failed else "已保存")
            self.saved_words.setProperty("tone", "error" if self._failed else "")
            self.saved_words.style().unpolish(self.saved_words)
            self.saved_words.style().polish(self.saved_words)
        when = f" {self._saved:%H:%M:%S}" if self._saved is not None else ""
        words = "没有保存成功" if self._failed else f"已保存{when}"
        self.saved_words.setText(words)
        self.saved_words.setToolTip(self._failed and f"{self._failed}\n程序会自动再存。")

    def say_saved(self) -> None:
        """Answer who asked to save: everything is, and since when; or why it is not."""
        if self._failed:
            self.say(self._failed)
        else:
            when = f"，最后一次 {self._saved:%H:%M:%S}" if self._saved is not None else ""
            self.say(f"内容都已保存{when}。")

    def safe_words(self) -> str:
        """What is safe, for whoever has to tell of a trouble."""
        when = f"{self._saved:%H:%M:%S}" if self._saved is not None else ""
        if self._failed:
            return f"{when} 之后的改动还没有保存。" if when else "刚才的改动还没有保存。"
        return f"填写的内容都在，最后保存于 {when}。" if when else "填写的内容都在。"

    def _retell(self) -> None:
        session = self._session
        if session is None:
            return
        progress = session.progress
        self.filled.setText(f"已填 {progress.filled} / {progress.of} 格")
        self.filled.setVisible(progress.of > 0)
        numbers = {"error": progress.errors, "review": progress.reviews, "hint": progress.hints}
        for severity, button in self.counts.items():
            number = numbers[severity]
            button.setVisible(number > 0)
            button.setText(f"{_word(severity)} {number}")
            button.setAccessibleName(f"{_word(severity)} {number} 处，去第一处")
        self.next_button.setVisible(any(numbers.values()))
        self._lines[1].setVisible(any(numbers.values()))
        self.announcing.start()

    def _go_first(self) -> None:
        wanted = self.sender()
        if self._session is None or not isinstance(wanted, QPushButton):
            return
        for item in items_of(self._session):
            if item.kind == wanted.objectName() and item.finding.keys:
                self._session.go(item.finding.keys[0], *item.finding.at)
                return

    def _announce(self) -> None:
        """Tell of a finding that was not there before, once the clerk pauses."""
        session = self._session
        if session is None:
            return
        items = [item for item in items_of(session) if item.kind in ("error", "review")]
        new = [item for item in items if item.ident not in self._known]
        self._known = {item.ident for item in items_of(session)}
        if new and self._undo is None:
            self.say(_new_words(session, new))

    # Messages

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a message for a while; with ``undo`` it can be taken back from here."""
        self._text, self._undo = text, undo
        self.action.setVisible(undo is not None)
        self._fit_message()
        self._hiding.start(_SHOWN if undo is None else _SHOWN_LONG)
        event = QAccessibleAnnouncementEvent(self, text)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    @property
    def said(self) -> str:
        """The message that is shown, "" if there is none."""
        return self._text

    def _clear(self) -> None:
        self._text, self._undo = "", None
        self.message.clear()
        self.message.setToolTip("")
        self.action.hide()

    def _take_back(self) -> None:
        undo = self._undo
        self._clear()
        if undo is not None:
            undo()

    def _fit_message(self) -> None:
        taken = sum(
            part.sizeHint().width() + 4
            for part in (*self._of_report, self.action, self.place, self.zoom_button)
            if not part.isHidden()
        )
        room = max(self.width() - taken - 40, 60)
        lines = folded(self._text, self.message.font(), room, 1)
        self.message.setText("".join(lines))
        self.message.setToolTip(self._text if "".join(lines) != self._text else "")

    def set_place(self, words: str) -> None:
        """Say where the clerk is."""
        if words != self.place.text():
            self.place.setText(words)
            self._show_place()

    def _show_place(self) -> None:
        shown = self._session is not None and bool(self.place.text())
        self.place.setVisible(shown)
        self._lines[2].setVisible(shown)

    def set_zoom(self, zoom: float) -> None:
        """Say how large grids and narratives are shown."""
        self.zoom_button.setText(f"缩放 {round(zoom * 100)}%")

    # The look

    def _dress(self) -> None:
        for part in self._of_report:
            part.setVisible(self._session is not None)
        for severity, button in self.counts.items():
            button.setIcon(marks.icon(severity, _MARK))
        self.saved_mark.setObjectName("")
        self._tell_saved()
        self._retell()
        self._show_place()
        self.action.setVisible(self._undo is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut a message to the room there is."""
        super().resizeEvent(event)
        if self._text:
            self._fit_message()


def _word(severity: str) -> str:
    return next(words for kind, words in WORDS.items() if kind == severity)


def _new_words(session: Session, new: list[Item]) -> str:
    finding = new[0].finding
    words = f"{place_of(session.checker, finding)}：{sentence_of(session.checker, finding)}"
    return words if len(new) == 1 else f"{words}；共 {len(new)} 处新问题"


def _flat(words: str, do: Callable[[], object] | None) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("flat", "true")
    button.setProperty("small", "true")
    if do is not None:
        button.clicked.connect(do)
    return button


def _upright() -> QFrame:
    line = QFrame()
    line.setProperty("upright", "true")
    return line
