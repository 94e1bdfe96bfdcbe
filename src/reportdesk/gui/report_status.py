"""What the status bar tells of the open report: saved and when, how much is filled, what is wrong.

It comes with the first report: the start page is shown without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reportdesk.checks.telling import place_of, sentence_of
from reportdesk.gui import marks
from reportdesk.gui.findings.items import WORDS, items_of
from reportdesk.gui.flat import FlatButton
from reportdesk.gui.rule import Rule
from reportdesk.gui.style import restyle, themes

if TYPE_CHECKING:
    from datetime import datetime

    from reportdesk.gui.findings.items import Ident, Item
    from reportdesk.gui.session import Session

_SEVERITIES = ("error", "review", "hint")
_CALM = 900
"""Milliseconds without a change before a new finding is announced: nobody is told in mid-word."""
_MARK = 14
_SAVED = {"saved": "已保存", "saving": "正在保存", "trouble": "没有保存成功"}


class ReportStatus(QWidget):
    """A view of the session; hidden while there is none."""

    next_asked = Signal()
    """The clerk wants to go to the next finding."""
    list_asked = Signal()
    """She wants to see the findings."""
    told = Signal(str)
    """A finding that was not there before, in words, once the clerk pauses."""
    settled = Signal()
    """What was told last is no more."""

    def __init__(self) -> None:
        super().__init__()
        self._session: Session | None = None
        self._saved: datetime | None = None
        self._failed = ""
        self._known: set[Ident] = set()
        self._told: set[Ident] = set()
        self._narrow = False
        self.announcing = QTimer(self, singleShot=True, interval=_CALM)
        self.announcing.timeout.connect(self._announce)
        self._lay_out()
        themes.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        self.saved_mark = QLabel()
        self.saved_words = QLabel()
        self.filled = QLabel()
        self.filled.setProperty("tone", "soft")
        self.counts: dict[str, QPushButton] = {}
        for severity in _SEVERITIES:
            button = FlatButton()
            button.setProperty("tone", severity)
            button.setObjectName(severity)
            button.clicked.connect(self._go_first)
            self.counts[severity] = button
        self.next_button = FlatButton("F8 下一处")
        self.next_button.clicked.connect(self.next_asked)
        self._line = Rule(upright=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (
            *(self.saved_mark, self.saved_words, Rule(upright=True), self.filled, self._line),
            *self.counts.values(),
            self.next_button,
        ):
            row.addWidget(part)

    def attach(self, session: Session | None) -> None:
        """Tell of this report from now on, or of none."""
        if self._session is not None:
            self._session.findings_changed.disconnect(self._retell)
            self._session.saving.disconnect(self._is_saving)
            self._session.saved.disconnect(self._was_saved)
            self._session.save_failed.disconnect(self._was_not_saved)
        self._session = session
        self._saved, self._failed, self._known, self._told = None, "", set(), set()
        self.announcing.stop()
        if session is not None:
            session.findings_changed.connect(self._retell)
            session.saving.connect(self._is_saving)
            session.saved.connect(self._was_saved)
            session.save_failed.connect(self._was_not_saved)
            self._known = {item.ident for item in items_of(session)}
        self.setVisible(session is not None)
        self._tell_saved()
        self._retell()

    # Saved

    def _is_saving(self) -> None:
        """Say so before the save, for nothing can be painted while it goes on."""
        self._show_mark("saving")
        self.saved_words.setText("正在保存…")
        self.saved_mark.repaint()
        self.saved_words.repaint()

    def _was_saved(self, when: datetime) -> None:
        self._saved, self._failed = when, ""
        self._tell_saved()

    def _was_not_saved(self, words: str) -> None:
        self._failed = words
        self._tell_saved()

    def _tell_saved(self) -> None:
        # Only what is another is set: this runs with every figure that is committed.
        kind = "trouble" if self._failed else "saved"
        self._show_mark(kind)
        when = f" {self._saved:%H:%M:%S}" if self._saved is not None else ""
        self.saved_words.setText("没有保存成功" if self._failed else f"已保存{when}")
        self.saved_words.setToolTip(self._failed and f"{self._failed}\n程序会自动再存。")
        if not self._failed and self._session is not None and self._session.is_slow:
            self.saved_words.setToolTip(
                f"上次保存用了 {self._session.took:.1f} 秒，内容已经存好。"
                "数据文件夹在网络盘或 U 盘上时会慢一些。"
            )

    def _show_mark(self, kind: str) -> None:
        if self.saved_mark.objectName() != kind:
            self.saved_mark.setObjectName(kind)
            self.saved_mark.setPixmap(marks.pixmap(kind, _MARK, self.devicePixelRatioF()))
            self.saved_mark.setAccessibleName(_SAVED[kind])
            restyle(self.saved_words, "tone", "error" if kind == "trouble" else "")

    def saved_sentence(self) -> str:
        """For who asked to save: everything is, and since when; or why it is not."""
        when = f"，最后一次 {self._saved:%H:%M:%S}" if self._saved is not None else ""
        return self._failed or f"内容都已保存{when}。"

    @property
    def all_saved(self) -> bool:
        """Whether the last save succeeded."""
        return not self._failed

    def safe_words(self) -> str:
        """What is safe, for whoever has to tell of a trouble."""
        when = f"{self._saved:%H:%M:%S}" if self._saved is not None else ""
        if self._failed:
            return f"{when} 之后的改动还没有保存。" if when else "刚才的改动还没有保存。"
        return f"填写的内容都在，最后保存于 {when}。" if when else "填写的内容都在。"

    def set_narrow(self, narrow: bool) -> None:
        """Leave out the button for F8, which the menu has too, or show it."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._retell()

    # Filled, and what is wrong

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
        self.next_button.setVisible(any(numbers.values()) and not self._narrow)
        self._line.setVisible(any(numbers.values()))
        self.announcing.start()
        if self._told and not self._told & {item.ident for item in items_of(session)}:
            self._told = set()
            self.settled.emit()

    def _go_first(self) -> None:
        wanted = self.sender()
        if self._session is None or not isinstance(wanted, QPushButton):
            return
        self.list_asked.emit()
        for item in items_of(self._session):
            if item.kind == wanted.objectName() and item.finding.keys:
                self._session.go(item.finding.keys[0], *item.finding.at)
                return

    def _announce(self) -> None:
        session = self._session
        if session is None:
            return
        items = [item for item in items_of(session) if item.kind in ("error", "review")]
        new = [item for item in items if item.ident not in self._known]
        self._known = {item.ident for item in items_of(session)}
        if new:
            self._told = {item.ident for item in new}
            self.told.emit(_new_words(session, new))

    def _dress(self) -> None:
        for severity, button in self.counts.items():
            button.setIcon(marks.icon(severity, _MARK))
        self.saved_mark.setObjectName("")
        self._tell_saved()


def _word(severity: str) -> str:
    return next(words for kind, words in WORDS.items() if kind == severity)


def _new_words(session: Session, new: list[Item]) -> str:
    finding = new[0].finding
    words = f"{place_of(session.checker, finding)}：{sentence_of(session.checker, finding)}"
    return words if len(new) == 1 else f"{words}；共 {len(new)} 处新问题"
