"""The rail: all sections of the report with how each stands, and 核对与导出 at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from reportdesk.gui.drawing import folded
from reportdesk.gui.rail_entry import Entry, State
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reportdesk.checks.steps import Progress, Step
    from reportdesk.gui.session import Session

REVIEW = ":review"
"""The id of the last step. No section can have it: their ids are plain words."""

REVIEW_NAME = "核对与导出"


def state_of(step: Step) -> State:
    """What the entry of a section shows."""
    number = {"error": step.errors, "review": step.reviews}.get(step.state, 0)
    return State(step.title, step.state, step.words, number)


def review_state(progress: Progress) -> State:
    """What the entry of the last step shows: what is still in the way of the final document."""
    if progress.errors:
        return State(REVIEW_NAME, "none", f"尚有 {progress.errors} 处错误")
    if not progress.complete:
        return State(REVIEW_NAME, "none", f"还有 {progress.of - progress.filled} 格未填")
    if progress.reviews:
        return State(REVIEW_NAME, "none", f"{progress.reviews} 处待写原因")
    return State(REVIEW_NAME, "done", "可以导出正式稿")


class Rail(QWidget):
    """The list of sections. It never rebuilds itself: each entry is told its new state."""

    chosen = Signal(str)
    """The id of a section, or REVIEW."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._told: tuple[str, int] | None = None
        self._narrow = False
        self.organ = QLabel()
        self.organ.setProperty("use", "strong")
        self.year = QLabel()
        self.year.setProperty("tone", "soft")
        self.entries: dict[str, Entry] = {}
        self._lay_out()
        self._renew()
        self._retell()
        session.findings_changed.connect(self._retell)
        session.reset.connect(self._renew)
        themes.changed.connect(self.update)
        self.set_narrow(False)
        self.setAccessibleName("各节")

    def _lay_out(self) -> None:
        content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, theme().space("l"))
        column.setSpacing(0)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(theme().space("l"), 6, theme().space("m"), 6)
        head.setSpacing(1)
        head.addWidget(self.organ)
        head.addWidget(self.year)
        column.addWidget(self._head)
        for section in self._session.edition.sections:
            column.addWidget(self._entry(section.id))
        rule = QFrame()
        rule.setProperty("rule", "true")
        ruled = QVBoxLayout()
        ruled.setContentsMargins(10, 4, 10, 4)
        ruled.addWidget(rule)
        column.addLayout(ruled)
        column.addWidget(self._entry(REVIEW))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        self._area = area
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _entry(self, id: str) -> Entry:
        entry = self.entries[id] = Entry(id)
        entry.clicked.connect(self._choose)
        entry.moved.connect(self._move)
        return entry

    def _choose(self) -> None:
        entry = self.sender()
        if isinstance(entry, Entry):
            # What is current is decided by whoever shows it; a click alone changes nothing.
            entry.setChecked(entry.id == self.current)
            self.chosen.emit(entry.id)

    @property
    def current(self) -> str:
        """The id of the current step, "" before there is one."""
        return next((id for id, entry in self.entries.items() if entry.is_current), "")

    def set_current(self, id: str) -> None:
        """Mark a step as the one on screen."""
        for each, entry in self.entries.items():
            entry.set_current(each == id)
        if id in self.entries:
            self._area.ensureWidgetVisible(self.entries[id], 0, 0)

    def focus_current(self) -> None:
        """Put the focus on the current entry."""
        first = next(iter(self.entries), "")
        self.entries[self.current or first].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, narrow: bool) -> None:
        """Show numerals and marks only, or names and words."""
        self._head.setVisible(not narrow)
        self._column.setContentsMargins(
            0, 4 if narrow else 0, 0, theme().space("s" if narrow else "l")
        )
        for entry in self.entries.values():
            entry.set_narrow(narrow)
        self.setFixedWidth(theme().size("rail_narrow" if narrow else "rail"))
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        """Lower entries where a narrow rail would have to scroll."""
        whole = len(self.entries) * theme().size("rail_item") + theme().space("xxl")
        for entry in self.entries.values():
            entry.set_low(self._narrow and self.height() < whole)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the form for another height."""
        super().resizeEvent(event)
        self._fit()

    def _move(self, by: int, far: bool) -> None:
        entries = list(self.entries.values())
        focus = self.focusWidget()
        at = entries.index(focus) if isinstance(focus, Entry) else 0
        at = (0 if by < 0 else len(entries) - 1) if far else min(max(at + by, 0), len(entries) - 1)
        entries[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(entries[at], 0, 0)

    def _retell(self) -> None:
        progress = self._session.progress
        for step in progress.steps:
            if (entry := self.entries.get(step.id)) is not None:
                entry.tell(state_of(step))
        self.entries[REVIEW].tell(review_state(progress))
        self._name_report()

    def _renew(self) -> None:
        self._told = None
        self._name_report()

    def _name_report(self) -> None:
        document = self._session.document
        told = (document.organ, document.year or 0)
        if told == self._told:
            return
        self._told = told
        organ = document.organ or "未填机关名称"
        room = theme().size("rail") - theme().space("l") - theme().space("m")
        lines = folded(organ, theme().font("body", bold=True), room, 2)
        self.organ.setText("\n".join(lines))
        self.organ.setToolTip(organ if "".join(lines) != organ else "")
        year = f"{document.year}年度" if document.year is not None else "未定年度"
        self.year.setText(f"{year}（{document.edition.first_year}版格式）")
