"""Drawing what is seen of a table's body: cells, the heads between them, the selection's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from reportdesk.gui.grid.head_paint import Marked, line_under, paint_caption, paint_heads
from reportdesk.gui.grid.layout import Place
from reportdesk.gui.grid.paint import paint_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from reportdesk.gui.grid.body import Shown
    from reportdesk.gui.grid.cursor import Cursor
    from reportdesk.gui.grid.model import GridModel
    from reportdesk.gui.grid.scene import Scene


class CellPainter:
    """Draws the body of a scene: what the model says of each cell, and where the cursor is."""

    def __init__(self, model: GridModel, cursor: Cursor) -> None:
        self._model, self._cursor = model, cursor

    def paint(
        self, painter: QPainter, scene: Scene, dirty: Sequence[QRect], *, focus: bool
    ) -> None:
        """Draw what meets the ``dirty`` rectangles."""
        frame = "accent" if focus else "line_strong"
        for part in scene.shown:
            areas = [
                r for r in dirty if r.top() < part.top + part.height and r.bottom() >= part.top
            ]
            if not areas:
                continue
            if part.line.kind == "row":
                self._row(painter, scene, part, areas, frame)
            else:
                self._between(painter, scene, part)
        low = scene.heights.body
        for area in dirty:
            if area.bottom() >= low:
                colour = scene.ink.colour("window")
                painter.fillRect(area.left(), low, area.width(), area.bottom() - low + 1, colour)
        self._selection(painter, scene, frame)
        for y in scene.edges():
            line_under(painter, scene.ink, 0, scene.widths.columns[-1], y)

    def _row(
        self, painter: QPainter, scene: Scene, part: Shown, areas: Sequence[QRect], frame: str
    ) -> None:
        row, layout, cursor = part.line.row, scene.layout, self._cursor
        edges, ink, across, face_of = (
            scene.widths.columns,
            scene.ink,
            scene.across,
            self._model.face,
        )
        single = cursor.single
        crossed = row == cursor.at.row and layout.height > 1
        under = cursor.at.column if crossed or self._shares_heads(scene, row) else -1
        spans = [(area.left(), area.right()) for area in areas]
        for column, key, span in layout.cells(row):
            left, right = edges[column] - across, edges[column + span] - across
            for start, end in spans:
                if start < right and end >= left:
                    break
            else:
                continue
            face = face_of(key)
            current = row == cursor.at.row and column == cursor.at.column
            ground = face.ground
            if not current:
                if not single and Place(row, column) in cursor.block:
                    ground = "accent_soft" if ground in ("surface", "computed") else ground
                elif ground == "surface" and (crossed or column == under):
                    ground = "cross"
            paint_cell(
                painter,
                ink,
                face,
                (left, part.top, right - left, part.height),
                inner=edges[column + span - 1] - across,
                ground=ground,
                frame=frame if current and single else "",
            )

    def _shares_heads(self, scene: Scene, row: int) -> bool:
        """Whether a row stands under the same heads as the current one."""
        layout = scene.layout
        if layout.stays is not None:
            return True
        return layout.block_of(self._cursor.at.row) is layout.block_of(row)

    def _between(self, painter: QPainter, scene: Scene, part: Shown) -> None:
        block = scene.layout.block_of(part.line.row)
        if part.line.kind == "caption":
            box = (-scene.widths.label, part.top, scene.widths.total, part.height)
            paint_caption(painter, scene.ink, block.caption, box)
            return
        at = self._cursor.at
        here = scene.layout.block_of(at.row) is block
        marked = Marked(column=at.column if here else -1)
        levels = part.line.levels
        if sum(levels) > part.height:
            levels = (part.height,) if block.depth == 1 else levels
        corner = (-scene.across, part.top)
        paint_heads(painter, scene.ink, block, scene.widths, levels, corner, marked)

    def _selection(self, painter: QPainter, scene: Scene, frame: str) -> None:
        """The frame around a selected block, as far as it is seen, and one around its current
        cell."""
        cursor = self._cursor
        if cursor.single:
            return
        block, columns = cursor.block, scene.widths.columns
        left = columns[block.left] - scene.across
        right = columns[block.right + 1] - scene.across
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(scene.ink.thick(frame))
        runs: dict[str, list[Shown]] = {}
        for row, part in scene.rows.items():
            if block.top <= row <= block.bottom:
                runs.setdefault(part.zone, []).append(part)
        for run in runs.values():
            top, bottom = run[0].top, run[-1].top + run[-1].height
            painter.drawRect(left + 1, top + 1, right - left - 3, bottom - top - 3)
        box = scene.box_of(cursor.at)
        if box is not None:
            painter.setPen(scene.ink.pen(frame))
            painter.drawRect(box[0], box[1], box[2] - 2, box[3] - 2)
