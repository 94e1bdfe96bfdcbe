"""Drawing the preview of a paste: its cells, and the labels of where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.paste_look import look_of
from reportdesk.gui.grid.wrap import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from reportdesk.gui.grid.clipboard_plan import Entry
    from reportdesk.gui.grid.ink import Script
    from reportdesk.gui.grid.paste_look import Look

Index = QModelIndex | QPersistentModelIndex

PAD = 7
"""From a text to the edge of its cell."""
ENTRY = Qt.ItemDataRole.UserRole
"""The role under which a cell gives its entry."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PreviewHeader(QHeaderView):
    """The labels of the rows or columns that the block goes to, in the writing of grids."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(10)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the column with most lines."""
        model, face = self.model(), ink(simple=False)
        if self.orientation() == Qt.Orientation.Vertical or not self.count():
            return super().sizeHint()
        lines = [len(self._lines(section)) for section in range(model.columnCount())]
        return QSize(self.length(), max(lines, default=1) * face.pitch + face.px(8))

    def _lines(self, section: int) -> list[str]:
        face, model = ink(simple=False), self.model()
        name = str(model.headerData(section, self.orientation()) or "")
        across = self.orientation() == Qt.Orientation.Horizontal
        width = self.sectionSize(section) if across else self.width()
        room, most = width - 2 * face.px(PAD), 2 if across else 1
        return [
            line
            for words in name.split("\n")
            for line in wrapped(face, "label", words, room, most).lines
        ]

    def paintSection(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRect,
        logicalIndex: int,  # noqa: N803 - Qt's name
    ) -> None:
        """Draw one label."""
        face = ink(simple=False)
        painter.fillRect(rect, face.colour("head"))
        painter.setPen(face.pen("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        lines = self._lines(logicalIndex)
        across = self.orientation() == Qt.Orientation.Horizontal
        middle = rect.center().y() - (len(lines) - 1) * face.pitch // 2
        for line in lines:
            free = rect.width() - face.wide("label", line)
            left = rect.left() + (free // 2 if across else face.px(PAD))
            face.write(painter, "label", "text", left, middle, line)
            middle += face.pitch


class PreviewDelegate(QStyledItemDelegate):
    """Draws the cells of the preview."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        face = ink(simple=False)
        # The types of Qt's own options lack the fields that every option has.
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        entry: Entry | None = index.data(ENTRY)
        look = look_of(entry)
        painter.fillRect(box, face.colour(look.ground))
        inner = box.adjusted(face.px(PAD), 0, -face.px(PAD), 0)
        script: Script = "bold" if look.bold else "figure"
        painter.setFont(face.fonts[script])
        painter.setPen(face.pen(look.tone))
        painter.drawText(inner, _RIGHT, look.text)
        if entry is not None and entry.cell.rows > 1:
            inner = _seen(inner, option)
        if look.small:
            taken = face.wide(script, look.text) + face.px(4) if look.text else 0
            self._small(painter, inner.adjusted(0, 0, -taken, 0), look)
        # The types of Qt's own options lack the fields that every option has.
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(face.thick("accent"))
            painter.drawRect(box.adjusted(1, 1, -1, -1))

    def _small(self, painter: QPainter, box: QRect, look: Look) -> None:
        face = ink(simple=False)
        # Chinese is never written smaller than labels are.
        script: Script = "ghost" if look.small.isascii() or look.small[-1] in "→Σ" else "label"
        if look.tone == "error":
            script = "sign"
        painter.setFont(face.fonts[script])
        painter.setPen(face.pen(look.small_tone))
        metrics = painter.fontMetrics()
        if not look.struck and _is_number(look) and face.wide(script, look.small) > box.width():
            return  # half a number would be another number
        text = metrics.elidedText(look.small, Qt.TextElideMode.ElideRight, max(box.width(), 0))
        painter.drawText(box, _LEFT, text)
        if look.struck:
            middle = box.center().y() + 1
            end = box.left() + metrics.horizontalAdvance(text)
            painter.drawLine(box.left() - 1, middle, end, middle)


def _seen(box: QRect, option: QStyleOptionViewItem) -> QRect:
    """The part of a merged label that is in view: there its words stand."""
    view = option.widget  # pyright: ignore[reportAttributeAccessIssue]
    if not isinstance(view, QAbstractItemView):
        return box
    port = view.viewport().rect()
    seen = box.intersected(QRect(box.left(), 0, box.width(), port.height()))
    return seen if seen.height() > 0 else box


def _is_number(look: Look) -> bool:
    return look.small[:1] == "≠" or look.small[-1:] == "→"
