"""The list of reports on screen: chosen, sorted by its heads, fitted to its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from reportdesk.gui.start.drafts_delegate import ROOMY, SHAPES, DraftsDelegate
from reportdesk.gui.start.drafts_model import Column, Order, ids
from reportdesk.gui.style import themes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.start.drafts_model import DraftsModel
    from reportdesk.store.drafts import Draft


class DraftsTable(QTableView):
    """A view on a DraftsModel. It asks; what is done with a draft is its owner's business."""

    chosen_changed = Signal()
    opened = Signal(int)
    """Enter or a double click on a draft."""
    bin_asked = Signal()
    undo_asked = Signal()
    label_asked = Signal()
    """F2, as in a list of files."""
    menu_asked = Signal(object)
    """Where on the screen (QPoint)."""

    def __init__(self, model: DraftsModel, context: Context) -> None:
        super().__init__()
        self.drafts = model
        self._context = context
        self.setModel(model)
        self.delegate = DraftsDelegate(model, self.selectionModel())
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("我的报告")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(10)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setStretchLastSection(True)
        head.setMinimumSectionSize(24)
        head.sectionClicked.connect(self._head_clicked)
        head.sectionResized.connect(self._widened)
        head.sectionHandleDoubleClicked.connect(self._handle_clicked)
        self._fitting = False
        self._own = _widths(context.settings.widths)
        model.sort_by(Order.of(context.settings.sort))
        self.selectionModel().selectionChanged.connect(lambda: self.chosen_changed.emit())
        self.activated.connect(self._activated)
        themes.changed.connect(self._restyle)
        self._fit()

    def _head_clicked(self, column: int) -> None:
        self.toggle_sort(Column(column))

    def _handle_clicked(self, _column: int) -> None:
        self.fit_columns()

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.drafts.shown[index.row()].id)

    # What is chosen

    @property
    def chosen(self) -> list[Draft]:
        """The chosen drafts from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.drafts.shown[row] for row in rows]

    @property
    def current_draft(self) -> Draft | None:
        """The draft with the focus."""
        row = self.currentIndex().row()
        return self.drafts.shown[row] if 0 <= row < len(self.drafts.shown) else None

    def choose(self, wanted: Iterable[int], otherwise: int = 0) -> None:
        """Choose these drafts; the row ``otherwise`` if none of them is shown."""
        rows = [row for id in wanted if (row := self.drafts.row_of(id)) >= 0]
        if not rows and self.drafts.shown:
            rows = [min(max(otherwise, 0), len(self.drafts.shown) - 1)]
        if not rows:
            self.chosen_changed.emit()
            return
        flag = QItemSelectionModel.SelectionFlag
        model = self.selectionModel()
        model.setCurrentIndex(
            self.drafts.index(rows[0], 0), flag.ClearAndSelect | flag.Rows | flag.Current
        )
        for row in rows[1:]:
            model.select(self.drafts.index(row, 0), flag.Select | flag.Rows)
        self.scrollTo(self.drafts.index(rows[0], 0))

    # Order

    def toggle_sort(self, column: Column) -> None:
        """Sort by a column; the other way round if it is sorted by it already."""
        was = self.drafts.order
        order = was._replace(largest_first=not was.largest_first)
        self.sort_by(order if was.column == column else Order.first(column))

    def sort_by(self, order: Order) -> None:
        """Sort, remember it, and keep what is chosen."""
        kept = ids(self.chosen)
        self.drafts.sort_by(order)
        self._context.keep(sort=str(order))
        self.choose(kept)
        self.horizontalHeader().viewport().update()

    # Room

    def fit_columns(self) -> None:
        """Let the program choose the widths again."""
        self._own = []
        self._context.keep(widths=())
        self._restyle()

    def _restyle(self) -> None:
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        """As much of a row as there is room for; the organ's name gets what is left over."""
        self._fitting = True
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_height())
        # The head is as wide as the viewport, and is asked because PySide makes every class of
        # widget there is to find out which of them the viewport is.
        room = self.horizontalHeader().width()
        shape = next((s for s in SHAPES if sum(self.delegate.widths(s)) <= room), SHAPES[-1])
        if self._own:
            shape = ROOMY
        self.delegate.shape_ = shape
        widths = self._own or self.delegate.widths(shape)
        if not self._own:
            spare = room - sum(widths)
            widths[Column.ORGAN] += spare * 3 // 5 if shape == ROOMY else spare
            for column in (Column.COMPLETE, Column.FINDINGS):
                widths[column] += spare // 10 if shape == ROOMY else 0
        self.setColumnHidden(Column.EDITION, not shape.edition)
        for column, width in enumerate(widths):
            if width > 0:
                self.setColumnWidth(column, width)
        self._fitting = False

    def _widened(self, column: int, _old: int, _new: int) -> None:
        if self._fitting or column == Column.CHANGED or not self.isVisible():
            return  # the last one only takes what is left over
        self._own = [self.columnWidth(each) for each in Column]
        self._context.keep(widths=tuple(map(str, self._own)))

    # What Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the columns to the room."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Del, F2, Ctrl+Z, Home and End as in a list of files."""
        key, shift = event.key(), event.modifiers()
        plain = shift in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        rows = len(self.drafts.shown)
        if key == Qt.Key.Key_Delete and plain:
            self.bin_asked.emit()
        elif key == Qt.Key.Key_Z and shift == Qt.KeyboardModifier.ControlModifier:
            self.undo_asked.emit()
        elif key == Qt.Key.Key_F2 and plain:
            self.label_asked.emit()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and rows:
            self.choose((), 0 if key == Qt.Key.Key_Home else rows - 1)
        else:
            super().keyPressEvent(event)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                # Qt lets it go on, and it would press what has the focus in the opened report.
                event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu at the mouse, or under the current row for the menu key."""
        where: QPoint = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            below = self.visualRect(self.currentIndex()).bottomLeft()
            where = self.viewport().mapToGlobal(below)
        if self.drafts.shown:
            self.menu_asked.emit(where)


def _widths(kept: tuple[str, ...]) -> list[int]:
    widths = [int(each) for each in kept if each.isascii() and each.isdigit()]
    return widths if len(widths) == len(Column) else []
