"""The view of a table: where its cells are seen, how they are drawn, and what the mouse does.

It is a QTableView for the selection and for screen readers; where cells stand and what is drawn
is all its own, so that a changed cell costs the drawing of that cell and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from reportdesk.gui.grid.cell_paint import CellPainter
from reportdesk.gui.grid.heads import ColumnHeads, Corner, RowHeads
from reportdesk.gui.grid.layout import Place
from reportdesk.gui.grid.listener import from_number_pad

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QItemSelection, QItemSelectionModel
    from PySide6.QtGui import (
        QFocusEvent,
        QInputMethodEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QWheelEvent,
    )

    from reportdesk.gui.grid.balance import BalanceRow
    from reportdesk.gui.grid.cursor import Cursor
    from reportdesk.gui.grid.listener import Listener
    from reportdesk.gui.grid.model import GridModel
    from reportdesk.gui.grid.scene import Scene

Index = QModelIndex | QPersistentModelIndex


class GridView(QTableView):
    """Shows a scene. It changes nothing by itself: it tells where it was pressed, dragged over or
    double clicked."""

    pressed = Signal(object, bool)
    """A cell (Place), and whether Shift was held."""
    dragged = Signal(object)
    double_clicked = Signal(object)
    menu_asked = Signal(object, QPoint)
    scrolled = Signal()

    def __init__(
        self,
        model: GridModel,
        cursor: Cursor,
        strong: frozenset[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.scene: Scene | None = None
        self.listener: Listener | None = None
        self._cursor = cursor
        self._laying = self._lit = False
        # One of our own: to find out which class one is of that Qt made, PySide builds them all.
        self.setViewport(QWidget())
        self.setProperty("plain", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setMouseTracking(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover, on=False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.row_heads = RowHeads(self, strong)
        self.column_heads = ColumnHeads(self)
        self.corner = Corner(self)
        self.balance: BalanceRow | None = None
        self._cells = CellPainter(model, cursor)

    def set_scene(self, scene: Scene) -> None:
        """Show another geometry."""
        self.scene = scene
        for head in (self.row_heads, self.column_heads, self.corner):
            head.scene = scene
        if self.balance is not None:
            self.balance.scene = scene
        self.updateGeometries()
        self.update_all()

    def update_all(self) -> None:
        """Draw everything again."""
        self.viewport().update()
        for head in (self.row_heads, self.column_heads, self.corner):
            head.update()
        if self.balance is not None:
            self.balance.update()

    def update_place(self, place: Place) -> None:
        """Draw a cell again."""
        box = self.scene.box_of(place) if self.scene is not None else None
        if box is not None:
            self.viewport().update(*box)

    def update_cross(self, place: Place) -> None:
        """Draw the row and the column of a cell again."""
        scene = self.scene
        if scene is None:
            return
        part = scene.rows.get(place.row)
        if part is not None:
            self.viewport().update(0, part.top, self.viewport().width(), part.height)
        columns = scene.widths.columns
        key = scene.layout.key_at(*place)
        span = scene.layout.span_of(key) if key else 1
        left, right = columns[place.column], columns[place.column + span]
        self.viewport().update(left - scene.across, 0, right - left, self.viewport().height())

    # Geometry, all of it the scene's

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Place the heads in the margins and give the scroll bars their range."""
        scene = self.scene
        if scene is None or self._laying:
            return
        self._laying = True
        label, head = scene.widths.label, scene.heights.head
        strips = len(self.balance.identities) if self.balance is not None else 0
        below = scene.heights.balance * strips
        self.setViewportMargins(label, head, 0, below)
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setRange(0, scene.body.most)
        bar.setPageStep(max(scene.body.seen, 1))
        across.setRange(0, scene.across_most)
        across.setSingleStep(max(scene.widths.columns[1] - scene.widths.columns[0], 1))
        across.setPageStep(max(self.viewport().width(), 1))
        space = self.viewport().geometry()
        self.corner.setGeometry(space.left() - label, space.top() - head, label, head)
        self.row_heads.setGeometry(space.left() - label, space.top(), label, space.height())
        self.column_heads.setGeometry(space.left(), space.top() - head, space.width(), head)
        if self.balance is not None:
            self.balance.setGeometry(
                space.left() - label, space.bottom() + 1, label + space.width(), below
            )
        self.corner.setVisible(bool(head) and bool(label))
        self.column_heads.setVisible(bool(head))
        self.row_heads.setVisible(bool(label))
        scene.scroll(bar.value(), across.value())
        self._laying = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Follow the scroll bars."""
        if self.scene is not None:
            self.scene.scroll(self.verticalScrollBar().value(), self.horizontalScrollBar().value())
            self.update_all()
            self.scrolled.emit()

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll no further than it takes to see a cell whole, clear of frozen rows."""
        self.show_place(Place(index.row(), index.column()))

    def show_place(self, place: Place) -> None:
        """See to it that a cell is seen."""
        scene = self.scene
        if scene is None:
            return
        self.verticalScrollBar().setValue(scene.body.position_for(place.row, scene.first))
        key = scene.layout.key_at(*place)
        if scene.across_most and key:
            columns = scene.widths.columns
            left = columns[place.column]
            right = columns[place.column + scene.layout.span_of(key)]
            bar, width = self.horizontalScrollBar(), self.viewport().width()
            bar.setValue(min(max(bar.value(), right - width), left))

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Where a cell is seen."""
        scene = self.scene
        box = scene.box_of(Place(index.row(), index.column())) if scene is not None else None
        return QRect(*box) if box is not None else QRect()

    def indexAt(self, pos: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """The cell at a point."""
        place = self.scene.place_at(pos.x(), pos.y()) if self.scene is not None else None
        return self.model().index(*place) if place is not None else QModelIndex()

    def visualRegionForSelection(  # noqa: N802 - Qt's name
        self, selection: QItemSelection
    ) -> QRegion:
        """Nothing: what a selection changes is drawn again by whoever selects."""
        return QRegion()

    def setSelection(  # noqa: N802 - Qt's name
        self, rect: QRect, command: QItemSelectionModel.SelectionFlag
    ) -> None:
        """The mouse selects by way of the cursor."""

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the cells that meet what has to be drawn again."""
        if self.scene is not None:
            painter = QPainter(self.viewport())
            self._cells.paint(
                painter, self.scene, list(cast("Iterable[QRect]", event.region())), focus=self.lit
            )
            painter.end()

    @property
    def lit(self) -> bool:
        """Whether the keys go here, to a cell or its editor."""
        focus = cast("QWidget | None", self.window().focusWidget())
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keys go here. Qt's own would draw the whole viewport again, each time an
        editor is opened or closed."""
        self.light()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that they go elsewhere."""
        self.light()

    def light(self) -> None:
        """Draw the frame of the current cell as the focus is now."""
        if self._lit != self.lit:
            self._lit = self.lit
            self.viewport().update()

    # Keys and mouse

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus with it, and keep menus from Alt with the number
        pad: Windows enters characters by it."""
        if event.type() == QEvent.Type.ShortcutOverride and from_number_pad(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            press: QKeyEvent = event  # type: ignore[assignment]
            if press.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.keyPressEvent(press)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let the owner act."""
        event.setAccepted(self.listener is not None and self.listener.key(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """What an input method composes goes to the cell."""
        event.setAccepted(self.listener is not None and self.listener.composed(event))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 - Qt's name
        """Tell an input method where the cell is."""
        answer = self.listener.asked(query) if self.listener is not None else None
        return super().inputMethodQuery(query) if answer is None else answer

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where the mouse was pressed."""
        place = self._place(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.pressed.emit(place, shift)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what is dragged over, and scroll where the mouse leaves the view."""
        if self.scene is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        bar = self.verticalScrollBar()
        if point.y() < 0 or point.y() >= self.viewport().height():
            bar.setValue(bar.value() + (1 if point.y() > 0 else -1))
        place = self.scene.nearest(point.x(), point.y())
        if place is not None:
            self.dragged.emit(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is left to do."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell which cell to edit."""
        place = self._place(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.double_clicked.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Tell where a menu is asked for: at the mouse, or by its key at the current cell."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            place = self._place(event.pos())
            where = event.globalPos()
        else:
            place = self._cursor.at
            box = self.scene.box_of(place) if self.scene is not None else None
            where = self.viewport().mapToGlobal(
                QPoint(box[0], box[1] + box[3]) if box else QPoint()
            )
        if place is not None:
            self.menu_asked.emit(place, where)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; with Ctrl the window zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _place(self, point: QPoint) -> Place | None:
        return self.scene.place_at(point.x(), point.y()) if self.scene is not None else None
