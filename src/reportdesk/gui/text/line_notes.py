"""What is said of a line: beside its field where its value comes from, and below it what is wrong.

Each part is made when it is first needed: most lines need one or two, and every widget takes time
to make and twelve kilobytes to keep.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reportdesk.gui import marks
from reportdesk.gui.style import restyle, theme

_ORDER = ("state", "confirm", "offer")
_GAP, _CLOSE, _ABOVE = 6, 2, 2
_MARK = 14


class Beside(QWidget):
    """Where the value of ``field`` comes from, what is offered for it, and what is explained."""

    confirmed = Signal()
    """Nothing has changed this year, says the clerk."""
    taken = Signal()
    """She takes what is offered."""

    def __init__(self, field: QWidget, help: str) -> None:
        super().__init__()
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, 0)
        column.setSpacing(_CLOSE)
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self._row.addStretch(1)
        column.addLayout(self._row)
        self.help = _words(help, "faint") if help else None
        if self.help is not None:
            column.addWidget(self.help)
        column.addStretch(1)

    @cached_property
    def state(self) -> QLabel:
        """Where the value comes from, or that there has to be one."""
        label = QLabel()
        self._put("state", label)
        return label

    @cached_property
    def confirm(self) -> QPushButton:
        """Says that nothing has changed."""
        button = _small("没有变化")
        button.setToolTip("确认这一项今年没有变化")
        button.clicked.connect(self.confirmed)
        self._put("confirm", button)
        return button

    @cached_property
    def offer(self) -> QPushButton:
        """Fills in what the line usually is."""
        button = _small("")
        button.clicked.connect(self.taken)
        self._put("offer", button)
        return button

    def show_state(self, words: str, tone: str, *, confirm: bool) -> None:
        """Say where the value comes from; ``confirm``: let the clerk vouch for it."""
        if self._wanted("state", bool(words)):
            restyle(self.state, "tone", tone)
            self.state.setText(words)
            self.state.setVisible(bool(words))
        if self._wanted("confirm", confirm):
            self.confirm.setVisible(confirm)

    def show_offer(self, words: str, whole: str, *, offered: bool) -> None:
        """Offer what the line usually is, or nothing."""
        if self._wanted("offer", offered):
            self.offer.setText(words)
            self.offer.setToolTip(whole)
            self.offer.setVisible(offered)

    def stops(self) -> list[QWidget]:
        """Where Tab stops, in reading order, of what there is."""
        return [getattr(self, name) for name in _ORDER[1:] if name in vars(self)]

    def dress(self) -> None:
        """Take the size that the zoom gives."""
        parts: list[QWidget | None] = [vars(self).get(name) for name in _ORDER]
        for part in (*parts, self.help):
            if part is not None:
                part.setFont(theme().font("body", zoomed=True))

    def _wanted(self, name: str, wanted: bool) -> bool:
        return wanted or name in vars(self)

    def _put(self, name: str, widget: QWidget) -> None:
        before = [vars(self)[each] for each in _ORDER[: _ORDER.index(name)] if each in vars(self)]
        widget.setFont(theme().font("body", zoomed=True))
        self._row.insertWidget(len(before), widget)
        if name != "state" and self._field.window() is self.window():
            stops = [self._field, *(each for each in before if isinstance(each, QPushButton))]
            QWidget.setTabOrder(stops[-1], widget)


class Below(QWidget):
    """The gravest finding of a line."""

    @cached_property
    def sign(self) -> QLabel:
        """How grave it is."""
        return QLabel()

    @cached_property
    def finding(self) -> QLabel:
        """What it says."""
        words = _words("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.sign)
        row.addWidget(words, 1)
        words.setFont(theme().font("body", zoomed=True))
        return words

    def show_finding(self, severity: str, message: str) -> None:
        """Say what is wrong; "" where nothing is."""
        self.setVisible(bool(message))
        if message:
            restyle(self.finding, "tone", severity)
            self.finding.setText(message)
            self.sign.setPixmap(marks.pixmap(severity, theme().px(_MARK)))

    def dress(self) -> None:
        """Take the size that the zoom gives."""
        if "finding" in vars(self):
            self.finding.setFont(theme().font("body", zoomed=True))


def _small(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", "true")
    return button


def _words(text: str, tone: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("tone", tone)
    return label
