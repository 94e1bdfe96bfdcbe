"""核对与导出: what is left to do and this year beside last at the left, ways out at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.review.chart import Chart
from reportdesk.gui.review.copying import html_of, tabbed
from reportdesk.gui.review.outlet import Outlet
from reportdesk.gui.review.todo import as_text, summary, todo_of
from reportdesk.gui.review.todo_list import TodoList
from reportdesk.gui.review.ways import WaysOut
from reportdesk.gui.scrolling import StillArea
from reportdesk.gui.style import theme
from reportdesk.report.compare import year_on_year

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.review.todo import Todo
    from reportdesk.gui.session import Session

_WIDE, _NARROW = 376, 300
"""The column of the ways out, and in a narrow page."""
_NARROW_BELOW = 1080
_UNBOUND = (1 << 24) - 1
"""Qt's own greatest width."""
_LAST = 3
"""The row below all parts, which takes the height that is left."""
_COPIED = "已复制"
_ANSWER = 2000
"""Milliseconds."""
_NO_LAST = "还没有上年报告，可从文件导入后比较。"


class ReviewPage(QWidget):
    """The last step of the wizard. It follows the report while it is on screen."""

    preview_asked = Signal()
    """The pages are to be seen."""

    def __init__(self, session: Session, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.todos = TodoList()
        self.todos.chosen.connect(self._go)
        self.chart = Chart()
        self.ways = WaysOut()
        self.ways.preview_asked.connect(self.preview_asked)
        self.outlet = Outlet(session, context, self.ways, self)
        self.ways.result.changed.connect(self._fit_result)
        self._lay_out()
        # Not by Tab: it hands the focus on to its list, past the buttons that come before.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("核对与导出")
        session.findings_changed.connect(self._renew)
        self._renew()

    def _lay_out(self) -> None:
        self.summary = _soft()
        self.unit = _soft()
        self.copy_todos = _small("复制清单", self._copy_todos)
        self.copy_table = _small("复制表格", self._copy_table)
        box = QFrame()
        box.setProperty("box", "true")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.chart)
        self._todo_part = _part(_head("还要处理", self.summary, self.copy_todos), self.todos)
        self._chart_part = _part(_head("与上年比较", self.unit, self.copy_table), box)
        self._ways_part = _part(_head("导出", None, None), self.ways)
        content = QWidget()
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(16, 12, 16, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(20)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(_LAST, 1)
        self._single: bool | None = None
        self._place(single=False)
        self.area = StillArea(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.ways.result)

    def _place(self, *, single: bool) -> None:
        """The ways out beside the rest, or in a narrow page between what is left and the years."""
        if single == self._single:
            return
        self._single = single
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for part in (self._todo_part, self._chart_part, self._ways_part):
            grid.removeWidget(part)
        grid.addWidget(self._todo_part, 0, 0, top)
        if single:
            grid.addWidget(self._ways_part, 1, 0, top)
            grid.addWidget(self._chart_part, 2, 0, top)
        else:
            grid.addWidget(self._chart_part, 1, 0, top)
            grid.addWidget(self._ways_part, 0, 1, _LAST + 1, 1, top)

    # What it shows

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if not self._stale:
            return
        self._stale = False
        session = self._session
        todos = todo_of(session)
        self.todos.show_todos(todos)
        self.summary.setText(summary(session))
        self.copy_todos.setEnabled(bool(todos))
        rows = year_on_year(session.document)
        last, year = session.document.previous, session.document.year
        this_year = str(year) if year is not None else "本年"
        last_year = str(last.year) if last is not None and last.year is not None else "上年"
        self.chart.show_rows(rows, last_year if last is not None else "", this_year)
        units = {row.unit for row in rows if row.unit}
        unit = f"单位：{units.pop()}" if len(units) == 1 else ""
        self.unit.setText(unit if last is not None else _NO_LAST)
        self.copy_table.setEnabled(bool(rows))
        self.outlet.freshen()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what was edited on other pages."""
        super().showEvent(event)
        self._freshen()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the ways out as much as there is room for."""
        super().resizeEvent(event)
        width = self.width()
        single = width < theme().size("single_below")
        self._place(single=single)
        beside = _NARROW if width < _NARROW_BELOW else _WIDE
        self.ways.setMinimumWidth(0 if single else beside)
        self.ways.setMaximumWidth(_UNBOUND if single else beside)
        self.ways.show_folder(self.outlet.exporter.folder)
        self._fit_result()

    def _fit_result(self) -> None:
        self.ways.result.fit(self.width(), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Begin with the first thing to do, or with the way out."""
        super().focusInEvent(event)
        self._freshen()
        first = self.todos.lines[0].go if self.todos.lines else self.ways.buttons["final"]
        first.setFocus(event.reason())

    def _go(self, todo: Todo) -> None:
        self._session.go(todo.key, *todo.at)

    # What it gives out

    def _copy_todos(self) -> None:
        QApplication.clipboard().setText(as_text(self._session))
        _say_copied(self.copy_todos)

    def _copy_table(self) -> None:
        data = QMimeData()
        last, this = self.chart.years
        data.setText(tabbed(self.chart.rows, last or "上年", this))
        data.setHtml(html_of(self.chart.rows, last or "上年", this))
        QApplication.clipboard().setMimeData(data)
        _say_copied(self.copy_table)


def _part(head: QHBoxLayout, body: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().space("m"))
    column.addLayout(head)
    column.addWidget(body)
    return part


def _head(words: str, more: QLabel | None, button: QPushButton | None) -> QHBoxLayout:
    title = QLabel(words)
    title.setProperty("use", "heading")
    row = QHBoxLayout()
    row.setSpacing(theme().space("m"))
    row.addWidget(title)
    if more is not None:
        row.addWidget(more)
    row.addStretch(1)
    if button is not None:
        row.addWidget(button)
    return row


def _say_copied(button: QPushButton) -> None:
    """Answer where the eye is: on the button, for a moment."""
    words = button.text()
    if words != _COPIED:
        button.setText(_COPIED)
        QTimer.singleShot(_ANSWER, button, partial(button.setText, words))


def _soft() -> QLabel:
    label = QLabel()
    label.setProperty("tone", "soft")
    return label


def _small(words: str, do: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", "true")
    button.clicked.connect(do)
    return button
