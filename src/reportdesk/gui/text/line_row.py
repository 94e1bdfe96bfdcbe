"""One line of a form: its label, its field, and beside it what is to be said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from reportdesk.gui.composing import Composition
from reportdesk.gui.style import theme
from reportdesk.gui.text.date_field import DateField, as_date, day_of
from reportdesk.gui.text.line_notes import Below, Beside
from reportdesk.gui.undo_keys import left_to_report
from reportdesk.report.rollover import fill_default

if TYPE_CHECKING:
    from reportdesk.form.edition import Line
    from reportdesk.gui.session import Session
    from reportdesk.report.document import Origin

_NONE = "（未选）"
NO_DAY = "没有认出这是哪一天，会照原样印出。"
_ORIGINS = {"rolled": "由上年结转", "file": "来自文件"}
_SHORT = 14
"""A default of no more characters is shown on the button that offers it."""


def origin_words(origin: Origin | None, year: int | None) -> str:
    """Where a value of the report of ``year`` comes from, "" where nobody need be told."""
    if origin is None or origin.kind != "last_year":
        return _ORIGINS.get(origin.kind, "") if origin is not None else ""
    if year is None or origin.place in ("", str(year - 1)):
        return "沿用上年"
    return "取自本年另一份报告" if origin.place == str(year) else f"沿用 {origin.place} 年"


class LineRow(QObject):
    """Keeps one blank and its field alike. The form lays out its widgets."""

    entered = Signal(str)

    def __init__(self, session: Session, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self.session, self.line = session, line
        self.label = QLabel(line.label)
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.field: QWidget
        self._edit: QLineEdit | None = None
        self._choices: QComboBox | None = None
        self._make_field()
        self.beside = Beside(self.target, line.help)
        self.beside.confirmed.connect(self._confirm)
        self.beside.taken.connect(self._take_default)
        self.below = Below()
        self.renew()

    def _make_field(self) -> None:
        if self.line.choices:
            self._choices = _Choices()
            self._choices.activated.connect(self._chosen)
            self.field = self._choices
        elif self.line.holds == "date":
            # A report is signed in the January after its year.
            year = self.session.document.year
            date = DateField(f"{year + 1 if year else 2026}年1月20日")
            date.chosen.connect(self.commit)
            self.field, self._edit = date, date.field
        else:
            self._edit = QLineEdit()
            self.field = self._edit
        target = self.target
        target.setAccessibleName(self.line.label + ("，必填" if self.line.required else ""))
        target.setAccessibleDescription(self.line.help)
        target.installEventFilter(self)
        # After it, and so asked before it: the focus that goes finds the words there.
        self._composition = Composition(target)
        self.label.setBuddy(target)

    @property
    def target(self) -> QWidget:
        """What takes the keys."""
        return self._choices or self._edit or self.field

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in reading order."""
        return self.target, *self.beside.stops()

    def focus(self) -> None:
        """Put the focus into the field, all of it selected."""
        self.target.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._edit is not None:
            self._edit.selectAll()

    def select(self, start: int, length: int) -> None:
        """Select a part of the text."""
        if self._edit is not None and start >= 0:
            self._edit.setSelection(start, length)

    def dress(self) -> None:
        """Take the size that the zoom gives. Each by itself: where there is a style sheet, Qt hands
        no font on."""
        for widget in (self.label, self.target):
            widget.setFont(theme().font("body", zoomed=True))
        self.beside.dress()
        self.below.dress()
        if isinstance(self.field, DateField):
            self.field.dress()
        self.label.setFixedHeight(self.field.sizeHint().height())

    def commit(self) -> None:
        """Make what stands in the field the value, if it is another."""
        if self._edit is None:
            return
        self._composition.finish()
        text = " ".join(self._edit.text().split())
        if self.line.holds == "date":
            text = as_date(text)
        if text != self.session.value(self.line.id):
            self._put(text)
        elif self._edit.text() != text:
            self._edit.setText(text)

    def renew(self) -> None:
        """Show what the report has, and what is to be said of it."""
        value = self.session.value(self.line.id)
        if self._edit is not None and self._edit.text() != value:
            self._edit.setText(value)
            self._edit.setCursorPosition(0)
        if self._choices is not None:
            self._show_choices(self._choices, value)
        origin = self.session.document.origins.get(self.line.id)
        known = origin_words(origin, self.session.document.year) if value else ""
        lacking = self.line.required and not value.strip()
        tone = "review" if lacking else "import"
        self.beside.show_state("必填" if lacking else known, tone, confirm=bool(known))
        default = fill_default(self.line.default, self.session.document)
        offered = bool(default) and default != value
        short = len(default) <= _SHORT
        words = f"填入“{default}”" if short else "按机关名称和年度生成"
        self.beside.show_offer(words, default, offered=offered)
        self.judge()

    def judge(self) -> None:
        """Show the gravest finding on this line."""
        found = [f for f in self.session.findings if f.keys[:1] == (self.line.id,)]
        found = [f for f in found if f.severity != "review" or not self.session.reason(f)]
        order = ("error", "review", "hint")
        worst = min(found, key=lambda f: order.index(f.severity), default=None)
        if worst is not None:
            self.below.show_finding(worst.severity, worst.message)
        elif self.line.holds == "date" and self._is_no_day():
            self.below.show_finding("hint", NO_DAY)
        else:
            self.below.show_finding("", "")

    def _is_no_day(self) -> bool:
        """Whether something stands there that is no day; it may be meant so, and is kept."""
        value = self.session.value(self.line.id).strip()
        return bool(value) and not day_of(value).isValid()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter and leaving commit, Esc gives up, and who is here is told."""
        kind = event.type()
        if left_to_report(event):
            return True
        if kind == QEvent.Type.FocusIn:
            self.entered.emit(self.line.id)
        elif kind == QEvent.Type.FocusOut:
            self.commit()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._edit is not None:
            self.commit()
            if self.line.id in self.session.document.origins:
                self.session.confirm([self.line.id])
            self._edit.selectAll()
            return True
        if event.key() == Qt.Key.Key_Escape and self._edit is not None:
            if self._edit.text() == self.session.value(self.line.id):
                return False
            self._edit.setText(self.session.value(self.line.id))
            self._edit.selectAll()
            return True
        return False

    def _show_choices(self, box: QComboBox, value: str) -> None:
        wanted = ["", *self.line.choices, *([value] if value not in self.line.choices else [])]
        wanted = list(dict.fromkeys(wanted))
        if [box.itemData(n) for n in range(box.count())] != wanted:
            box.clear()
            for each in wanted:
                box.addItem(each or _NONE, each)
        box.setCurrentIndex(wanted.index(value))

    def _chosen(self, _index: int) -> None:
        assert self._choices is not None
        value: str = self._choices.currentData()
        if value != self.session.value(self.line.id):
            self._put(value)

    def _confirm(self) -> None:
        self.session.confirm([self.line.id])

    def _take_default(self) -> None:
        self._put(fill_default(self.line.default, self.session.document))

    def _put(self, value: str) -> None:
        self.session.edit({self.line.id: value or None}, f"填写{self.line.label}")


class _Choices(QComboBox):
    """A list that the wheel does not turn by accident."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        event.ignore()
