"""The heads of a table as widgets that stay beside the figures: rows, columns, and the corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from reportdesk.gui.grid.head_paint import (
    Marked,
    line_under,
    paint_caption,
    paint_group,
    paint_heads,
    paint_leaf,
    paint_stub,
    segments,
)
from reportdesk.gui.grid.widths import LABEL_LINES, leaf_room
from reportdesk.gui.grid.wrap import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from reportdesk.gui.grid.layout import Label
    from reportdesk.gui.grid.scene import Scene


class _Head(QWidget):
    """A head: it draws itself from the scene, and tells where it was pressed."""

    pressed = Signal(int, bool)
    """The row or column, and whether Shift was held."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.scene: Scene | None = None
        self.marked = Marked()

    def at(self, point: QPoint) -> int | None:
        """What stands at a point, by its number."""
        raise NotImplementedError

    def words_at(self, point: QPoint) -> str:
        """The label at a point, where it is not seen whole."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what was pressed."""
        at = self.at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.pressed.emit(at, shift)

    def event(self, event: QEvent) -> bool:
        """Show a label in full where it had to be cut."""
        if event.type() == QEvent.Type.ToolTip:
            help: QHelpEvent = event  # type: ignore[assignment]
            QToolTip.showText(help.globalPos(), self.words_at(help.pos()), self)
            return True
        return super().event(event)


class RowHeads(_Head):
    """The labels of the rows, with their merged headings."""

    def __init__(self, parent: QWidget, strong: frozenset[int]) -> None:
        super().__init__(parent)
        self._strong = strong
        """The rows of totals."""

    def mark(self, marked: Marked) -> None:
        """Show another current row."""
        rows = {self.marked.row, marked.row} if self.marked.row != marked.row else set[int]()
        self.marked = marked
        if self.scene is not None:
            for row in rows:
                part = self.scene.rows.get(row)
                if part is not None:
                    self.update(0, part.top, self.width(), part.height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is seen."""
        scene = self.scene
        if scene is None:
            return
        painter = QPainter(self)
        dirty = event.rect()
        ink, edges = scene.ink, scene.widths.labels
        ruled: list[tuple[int, int]] = []
        painter.fillRect(dirty, ink.colour("head"))
        for part in scene.shown:
            if part.top > dirty.bottom() or part.top + part.height <= dirty.top():
                continue
            box = (0, part.top, edges[-1], part.height)
            if part.line.kind != "caption":
                ruled.append((part.top, part.top + part.height))
            block = scene.layout.block_of(part.line.row)
            if part.line.kind == "caption":
                paint_caption(painter, ink, block.caption, box)
            elif part.line.kind == "heads":
                paint_stub(painter, ink, block.stub, box)
            elif (label := scene.layout.label_of(part.line.row)) is not None:
                left = edges[label.level]
                paint_leaf(
                    painter,
                    ink,
                    label,
                    scene.widths,
                    (left, part.top, edges[-1] - left, part.height),
                    here=part.line.row == self.marked.row,
                    strong=part.line.row in self._strong,
                )
        for label in scene.layout.labels:
            if not label.leaf and edges[label.level] <= dirty.right():
                self._group(painter, label, dirty)
        for y in scene.edges():
            line_under(painter, ink, 0, self.width(), y)
        painter.setPen(ink.pen("line_strong"))
        for top, bottom in ruled:
            painter.drawLine(self.width() - 1, top, self.width() - 1, bottom - 1)

    def _group(self, painter: QPainter, label: Label, dirty: QRect) -> None:
        scene = self.scene
        if scene is None:
            return
        edges = scene.widths.labels
        left, right = edges[label.level], edges[label.level + label.levels]
        runs = segments(label, scene.shown)
        spoken = next((run for run in runs if run[0].zone == "middle"), runs[0] if runs else None)
        for run in runs:
            top, bottom = run[0].top, run[-1].top + run[-1].height
            if top > dirty.bottom() or bottom <= dirty.top():
                continue
            last = run[-1].line.row == label.row + label.rows - 1
            box = (left, top, right - left, bottom - top)
            paint_group(painter, scene.ink, label, box, words=run is spoken, ends=last)

    def at(self, point: QPoint) -> int | None:
        """The row at a point."""
        return self.scene.row_at(point.y()) if self.scene is not None else None

    def words_at(self, point: QPoint) -> str:
        """The label at a point in full."""
        scene, row = self.scene, self.at(point)
        if scene is None or row is None:
            return ""
        edges = scene.widths.labels
        for label in scene.layout.labels:
            across = edges[label.level] <= point.x() < edges[label.level + label.levels]
            if across and label.row <= row < label.row + label.rows:
                room = leaf_room(scene.ink, edges, label)
                high = scene.rows[row].height // scene.ink.pitch if label.leaf else LABEL_LINES
                most = min(LABEL_LINES, max(high, 1))
                whole = wrapped(scene.ink, "label", label.text, room, most).whole
                return "" if whole and label.leaf else label.text
        return ""


class ColumnHeads(_Head):
    """The heads of the columns of a table of one part."""

    def mark(self, marked: Marked) -> None:
        """Show another current column, or others at fault."""
        if marked == self.marked or self.scene is None:
            self.marked = marked
            return
        columns = {self.marked.column, marked.column} | (self.marked.broken ^ marked.broken)
        self.marked = marked
        edges, across = self.scene.widths.columns, self.scene.across
        for column in columns:
            if 0 <= column < len(edges) - 1:
                left, right = edges[column] - across, edges[column + 1] - across
                self.update(left, 0, right - left, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is seen."""
        scene = self.scene
        heads = scene.layout.stays if scene is not None else None
        if scene is None or heads is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), scene.ink.colour("head"))
        top = scene.heights.caption
        if top:
            box = (-scene.widths.label, 0, scene.widths.total, top)
            paint_caption(painter, scene.ink, heads.caption, box)
        at = (-scene.across, top)
        levels, dirty = scene.heights.levels, event.rect()
        paint_heads(painter, scene.ink, heads, scene.widths, levels, at, self.marked, dirty)
        painter.setPen(scene.ink.pen("line_strong"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def at(self, point: QPoint) -> int | None:
        """The column at a point."""
        return self.scene.column_at(point.x()) if self.scene is not None else None

    def words_at(self, point: QPoint) -> str:
        """The head at a point in full."""
        scene, column = self.scene, self.at(point)
        heads = scene.layout.stays if scene is not None else None
        head = heads.leaf(column) if heads is not None and column is not None else None
        return head.text if head is not None else ""


class Corner(_Head):
    """The head over the labels: the note that the form has in its corner."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the note."""
        scene = self.scene
        heads = scene.layout.stays if scene is not None else None
        if scene is None or heads is None:
            return
        painter = QPainter(self)
        top = scene.heights.caption
        if top:
            paint_caption(painter, scene.ink, heads.caption, (0, 0, scene.widths.total, top))
        paint_stub(painter, scene.ink, heads.stub, (0, top, self.width(), self.height() - top))
        painter.setPen(scene.ink.pen("line_strong"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.drawLine(self.width() - 1, top, self.width() - 1, self.height())

    def at(self, point: QPoint) -> int | None:
        """The corner stands for everything."""
        return 0

    def words_at(self, point: QPoint) -> str:
        """The note in full."""
        heads = self.scene.layout.stays if self.scene is not None else None
        return heads.stub if heads is not None else ""
