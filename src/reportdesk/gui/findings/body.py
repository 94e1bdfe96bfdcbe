"""The body of the finding that is unfolded: both sides, what may be behind it, repair, reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from reportdesk.checks.repairs import Remedy, remedy
from reportdesk.checks.telling import Told, told
from reportdesk.form.edition import Text
from reportdesk.gui.drawing import colour
from reportdesk.gui.findings.head import EDGE, LEFT, RIGHT
from reportdesk.gui.findings.reasons import ASKED, ASKED_OF_TEXT, ReasonField
from reportdesk.gui.findings.sides import Sides

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reportdesk.checks.repairs import Cause, Repair
    from reportdesk.gui.findings.items import Ident, Item
    from reportdesk.gui.session import Session

_LEAD = "请对照台账，可能是："


class Body(QWidget):
    """Made once and told anew: a reason being typed keeps its field, its caret and its focus."""

    repaired = Signal(object)
    """The clerk asks for a repair (Repair)."""
    settled = Signal()
    """She wrote the reason and is done with this finding."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.item: Item | None = None
        self._drafts: dict[Ident, str] = {}
        """Reasons that were left half-written."""
        self._shown: tuple[Told, Remedy] | None = None
        self.sides = Sides()
        self._formula = _label("faint")
        self._more = _label("soft")
        self._lead = _label("soft")
        self._lead.setText(_LEAD)
        self.causes: list[_CauseLine] = []
        self._cause_column = QVBoxLayout()
        self._cause_column.setSpacing(2)
        self._echo = _label("soft")
        self.reason = ReasonField()
        self.reason.saved.connect(self._save)
        self.repair = _button("")
        self.repair.clicked.connect(self._repair)
        self.every = _button("")
        self.every.clicked.connect(self._repair_every)
        self.save = _button("保存原因")
        self.save.clicked.connect(self.reason.save)
        self._lay_out()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(LEFT, 0, RIGHT, 11)
        column.setSpacing(5)
        for part in (self.sides, self._formula, self._more, self._lead):
            column.addWidget(part)
        column.addLayout(self._cause_column)
        column.addWidget(self._echo)
        column.addWidget(self.reason)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.repair)
        row.addWidget(self.every)
        row.addStretch(1)
        row.addWidget(self.save)
        column.addLayout(row)

    def show_item(self, item: Item) -> None:
        """Unfold a finding; the one that was unfolded before keeps what was typed into it."""
        other = self.item is None or self.item.ident != item.ident
        if other:
            self.leave()
        self.item = item
        finding = item.finding
        shown = told(self._session.checker, finding), remedy(self._session.checker, finding)
        if other or shown != self._shown:
            self._shown = shown
            self._tell(*shown)
        kept = self._session.reason(finding)
        if other or (kept != self.reason.kept and not self.reason.changed):
            draft = self._drafts.pop(item.ident, kept)
            field = self._session.edition.fields.get(finding.keys[0]) if finding.keys else None
            of_text = field is not None and isinstance(field.block, Text)
            self.reason.show_reason(kept, draft, ASKED_OF_TEXT if of_text else ASKED)

    def leave(self) -> None:
        """Keep what is being typed: as the reason if it will do, else until it is shown again."""
        if self.item is None:
            return
        item = self.item
        if item.kind in ("review", "done") and self.reason.changed:
            text = self.reason.text
            self.reason.save_quietly()
            if self.reason.changed:
                self._drafts[item.ident] = text

    def forget(self) -> None:
        """Show nothing: the finding is no more. What was typed is kept, should it come back."""
        if self.item is not None and self.reason.changed:
            self._drafts[self.item.ident] = self.reason.text
        self.item, self._shown = None, None

    def _tell(self, told: Told, remedy: Remedy) -> None:
        item = self.item
        assert item is not None
        asks = item.kind in ("review", "done")
        self.sides.tell(told, item.finding.severity)
        self.sides.setVisible(bool(told.sides))
        for label, words in (
            (self._formula, told.formula),
            (self._more, told.more),
            (self._echo, told.echo),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._tell_causes(remedy.causes)
        self._lead.setVisible(bool(remedy.causes))
        for button, repair in ((self.repair, remedy.repair), (self.every, remedy.every)):
            button.setText(repair.words if repair is not None else "")
            button.setVisible(repair is not None)
        self.reason.setVisible(asks)
        self.save.setVisible(asks)

    def _tell_causes(self, causes: tuple[Cause, ...]) -> None:
        while len(self.causes) < len(causes):
            line = _CauseLine()
            line.button.clicked.connect(self._repair_cause)
            self.causes.append(line)
            self._cause_column.addWidget(line)
        for number, line in enumerate(self.causes):
            line.tell(causes[number] if number < len(causes) else None)

    def _repair(self) -> None:
        if self._shown is not None and self._shown[1].repair is not None:
            self._ask(self._shown[1].repair)

    def _repair_every(self) -> None:
        if self._shown is not None and self._shown[1].every is not None:
            self._ask(self._shown[1].every)

    def _repair_cause(self) -> None:
        if self._shown is not None:
            repairs = [c.repair for c in self._shown[1].causes if c.repair is not None]
            self._ask(repairs[0])  # there is one at most, or it would not be offered

    def _ask(self, repair: Repair) -> None:
        self.repaired.emit(repair)

    def _save(self, reason: str) -> None:
        if self.item is None:
            return
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._session.set_reason(self.item.finding, reason)
        if inside:
            self.settled.emit()

    def height_for(self, width: int) -> int:
        """How high it is at this width."""
        self._column.invalidate()
        return max(self._column.heightForWidth(width), self._column.minimumSize().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ground, the accent edge and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(self, "surface"))
        painter.fillRect(0, 0, EDGE, self.height(), colour(self, "accent"))
        painter.setPen(colour(self, "line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
        painter.end()


class _CauseLine(QWidget):
    """Something that may have happened, and the button that would mend it."""

    def __init__(self) -> None:
        super().__init__()
        self.cause: Cause | None = None
        self.words = _label("")
        self.button = _button("")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, cause: Cause | None) -> None:
        """Show another cause, or none."""
        if cause == self.cause and self.isHidden() == (cause is None):
            return
        self.cause = cause
        self.setVisible(cause is not None)
        if cause is not None:
            self.words.setText(f"· {cause.words}")
            self.button.setVisible(cause.repair is not None)
            if cause.repair is not None:
                self.button.setText(cause.repair.words)
                self.button.setAccessibleDescription(cause.words)


def _label(tone: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    return label


def _button(words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", "true")
    button.setAutoDefault(False)
    return button
