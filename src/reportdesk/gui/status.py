"""The status bar: what the open report is like, a message for a while, where the clerk is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QStatusBar, QWidget

from reportdesk.gui.flat import FlatButton
from reportdesk.gui.rule import Rule
from reportdesk.gui.style import ZOOM_LEAST, ZOOM_MOST, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QResizeEvent

    from reportdesk.gui.report_status import ReportStatus
    from reportdesk.gui.session import Session

_SHOWN = 8000
"""Milliseconds that a message stays; with something to take back, longer."""
_SHOWN_LONG = 20000
_NARROW, _NARROWEST = 820, 560
"""A bar of less width leaves out what can be seen elsewhere; and none is narrower than this."""
_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)


class StatusBar(QStatusBar):
    """Tells of the open report; on the start page only messages and the zoom."""

    zoom_asked = Signal(float)
    next_asked = Signal()
    """The clerk wants to go to the next finding."""
    list_asked = Signal()
    """She wants to see the findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: ReportStatus | None = None
        """None until there was a report."""
        self._undo: Callable[[], object] | None = None
        self._text = self._news = ""
        self._hiding = QTimer(self, singleShot=True)
        self._hiding.timeout.connect(self._clear)
        self._lay_out()

    def _lay_out(self) -> None:
        self.setSizeGripEnabled(False)
        self.setFixedHeight(theme().size("status_bar") + 1)
        self.message = QLabel()
        self.message.setContentsMargins(theme().space("m"), 0, 0, 0)
        self.action = FlatButton("撤销")
        self.action.setProperty("link", "true")
        self.action.clicked.connect(self._take_back)
        self.place = QLabel()
        self.place.setProperty("tone", "soft")
        self._line = Rule(upright=True)
        self.zoom_button = FlatButton("缩放 100%")
        self.zoom_button.setMenu(self._zoom_menu())
        holder = QWidget(self)
        self._row = QHBoxLayout(holder)
        self._row.setContentsMargins(8, 0, 4, 0)
        self._row.setSpacing(4)
        for part in (self.message, self.action):
            self._row.addWidget(part)
        self._row.addStretch(1)
        for part in (self.place, self._line, self.zoom_button):
            self._row.addWidget(part)
        for part in (self.action, self.place, self._line):
            part.hide()
        self.addWidget(holder, 1)
        self.layout().setContentsMargins(0, 0, 0, 0)  # pyright: ignore[reportOptionalMemberAccess]

    # The report

    def attach(self, session: Session | None) -> None:
        """Tell of this report from now on, or of none."""
        if self.report is None and session is not None:
            from reportdesk.gui.report_status import ReportStatus

            self.report = ReportStatus()
            self.report.next_asked.connect(self.next_asked)
            self.report.list_asked.connect(self.list_asked)
            self.report.told.connect(self._announce)
            self.report.settled.connect(self._unsay)
            self.report.set_narrow(self.width() < _NARROW)
            self._row.insertWidget(0, self.report)
        if self.report is not None:
            self.report.attach(session)
        if session is not None:
            session.undo.indexChanged.connect(self._withdraw)
        self._show_place()

    def _announce(self, words: str) -> None:
        if self._undo is None:
            self.say(words)
            self._news = words

    def _withdraw(self) -> None:
        """Offer no more to take back what is not the last step any more."""
        if self._undo is not None:
            self._clear()

    def _unsay(self) -> None:
        """Take a message about a finding away that is no more."""
        if self._news and self._text == self._news:
            self._clear()

    def say_saved(self) -> None:
        """Answer who asked to save."""
        if self.report is not None:
            self.say(self.report.saved_sentence())

    def safe_words(self) -> str:
        """What is safe, for whoever has to tell of a trouble."""
        return self.report.safe_words() if self.report is not None else "填写的内容都在。"

    @property
    def all_saved(self) -> bool:
        """Whether nothing waits to be saved."""
        return self.report is None or self.report.all_saved

    # Messages

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a message for a while; with ``undo`` it can be taken back from here."""
        # Large, and only where something is said.
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

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
        self._text, self._news, self._undo = "", "", None
        self.message.clear()
        self.message.setToolTip("")
        self.action.hide()

    def _take_back(self) -> None:
        undo = self._undo
        self._clear()
        if undo is not None:
            undo()

    def _fit_message(self) -> None:
        from reportdesk.gui.drawing import folded

        parts: list[QWidget] = [self.action, self.place, self.zoom_button]
        if self.report is not None:
            parts.append(self.report)
        taken = sum(part.sizeHint().width() + 4 for part in parts if not part.isHidden())
        room = max(self.width() - taken - 40, 60)
        shown = "".join(folded(self._text, self.message.font(), room, 1))
        self.message.setText(shown)
        self.message.setToolTip(self._text if shown != self._text else "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut a message to the room there is, and leave out the least where that is little."""
        super().resizeEvent(event)
        if self.report is not None:
            self.report.set_narrow(self.width() < _NARROW)
        self._show_place()
        if self._text:
            self._fit_message()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never so wide that it would keep the window from being narrow."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    # Place and zoom

    def set_place(self, words: str) -> None:
        """Say where the clerk is."""
        if words != self.place.text():
            self.place.setText(words)
            self._show_place()

    def _show_place(self) -> None:
        shown = self.report is not None and not self.report.isHidden() and bool(self.place.text())
        shown = shown and self.width() >= _NARROW
        self.place.setVisible(shown)
        self._line.setVisible(shown)

    def set_zoom(self, zoom: float) -> None:
        """Say how large grids and narratives are shown."""
        self.zoom_button.setText(f"缩放 {round(zoom * 100)}%")

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        for step in _STEPS:
            if ZOOM_LEAST * 100 <= step <= ZOOM_MOST * 100:
                menu.addAction(f"{step}%").setData(step)
        menu.triggered.connect(self._choose_zoom)
        return menu

    def _choose_zoom(self, action: QAction) -> None:
        self.zoom_asked.emit(action.data() / 100)
