"""The copied block as a small grid over its target: what each blank will hold, and what will not
go in.

At the right of a cell stands what its blank holds after the paste, small at the left what is
given up for it or was not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reportdesk.form.names import column_name, row_name
from reportdesk.gui.grid.clipboard_plan import told
from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.wrap import wrapped

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPainter

    from reportdesk.gui.grid.clipboard_plan import Entry, Plan
    from reportdesk.gui.grid.ink import Script
    from reportdesk.gui.grid.layout import GridLayout

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_PAD = 7
_FIGURE = 88
"""The width of a column of figures where there is room."""
_LABEL = 60
"""The width to which labels give way to figures."""
_ENTRY = Qt.ItemDataRole.UserRole
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOOKED_AT = 200
"""Cells of a column, and characters of a cell, that are measured or drawn."""


class Look(NamedTuple):
    """How a cell of the preview is drawn."""

    text: str = ""
    """At the right: what the blank will hold."""
    small: str = ""
    """At the left: what it held, or the text that was not taken."""
    ground: str = "surface"
    tone: str = "text"
    small_tone: str = "text_3"
    bold: bool = False
    struck: bool = False
    """Whether the text that was not taken is struck through."""


def look_of(entry: Entry | None) -> Look:
    """How an entry is drawn."""
    if entry is None:
        return Look(ground="window")
    text = _line(entry)
    changes = bool(entry.before) and entry.before != entry.value
    return {
        "put": Look(
            entry.value,
            f"{entry.before} →" if changes else "",
            "accent_soft" if changes else "surface",
        ),
        "same": Look(entry.value, tone="text_3"),
        "kept": Look(entry.value, "Σ", "computed", bold=True),
        "typed": Look(
            entry.value,
            f"≠{entry.parts}" if entry.parts else "",
            "error_soft" if entry.parts else "accent_soft",
            "error" if entry.parts else "text",
            "error",
            bold=True,
        ),
        "blank": Look(entry.before, text, tone="text_3"),
        "refused": Look(entry.before, text, "error_soft", "text", "error", struck=True),
        "outside": Look("", text, "window", "text_3", "text_2", struck=True),
        "label": Look("", text, "window"),
    }[entry.verdict]


class PreviewModel(QAbstractTableModel):
    """The cells of a plan, with the labels of the rows and columns that they go to."""

    def __init__(self, plan: Plan, layout: GridLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan, self.layout = plan, layout
        self._height, self._width = plan.grid.height, plan.grid.width
        self.figure_width = ink(simple=False).px(_FIGURE)
        self.entries = {(e.cell.row, e.cell.column): e for e in plan.entries}
        self._of_column: dict[int, list[Entry]] = {}
        for entry in plan.entries:
            self._of_column.setdefault(entry.cell.column, []).append(entry)
        rows: dict[int, dict[str, None]] = {}
        columns: dict[int, dict[str, None]] = {}
        for (row, column), entry in self.entries.items():
            if entry.key:
                rows.setdefault(row, {})[self._row(entry.key)] = None
                columns.setdefault(column, {})[self._column(entry.key)] = None
        self._rows = {} if plan.rows_told else _alone(rows)
        self._columns = {} if plan.columns_told else _alone(columns)

    def _row(self, key: str) -> str:
        _, row, _ = self.layout.fields[key]
        return row_name(self.layout.table, row.id) if self.layout.levels else ""

    def _column(self, key: str) -> str:
        part, row, column = self.layout.fields[key]
        name = column_name(part, column)
        return name if self.layout.levels else f"{row.label}\n{name}"

    def place_words(self, entry: Entry) -> str:
        """The row and the column that an entry goes to, "" if it has no place."""
        if not entry.key:
            return ""
        part, row, column = self.layout.fields[entry.key]
        return f"{row_name(self.layout.table, row.id)} × {column_name(part, column)}"

    def entry(self, index: Index) -> Entry | None:
        """The entry at a cell, None where the block has none."""
        return self.entries.get((index.row(), index.column()))

    def index_of(self, entry: Entry) -> QModelIndex:
        """Where an entry stands."""
        return self.index(entry.cell.row, entry.cell.column)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows the block has."""
        return 0 if parent.isValid() else self._height

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns the block has."""
        return 0 if parent.isValid() else self._width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the blank will hold, or the whole story in words."""
        entry = self.entry(index)
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return look_of(entry).text or look_of(entry).small
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "，".join(filter(None, (self.place_words(entry), told(entry))))
        return entry if role == _ENTRY else None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The label of the row or column that this one of the block goes to; "" where the labels
        that came along say it themselves."""
        across = orientation == Qt.Orientation.Horizontal
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (self._columns if across else self._rows).get(section, "")
        return None

    def names(self, orientation: Qt.Orientation) -> list[str]:
        """All labels at one side."""
        return list(
            (self._columns if orientation == Qt.Orientation.Horizontal else self._rows).values()
        )

    def widths(self, room: int) -> list[int]:
        """The widths of the columns within ``room``, if they can be: labels as they need to be,
        figures alike. What is left over is the last labels'."""
        face = ink(simple=False)
        widths = [self._label_width(column) for column in range(self.columnCount())]
        labels = [at for at, width in enumerate(widths) if width]
        over = sum(widths) + widths.count(0) * face.grid("narrow_column") - room
        for at in sorted(labels, key=lambda at: -widths[at]):
            narrow = max(widths[at] - max(over, 0), min(widths[at], face.px(_LABEL)))
            over -= widths[at] - narrow
            widths[at] = narrow
        share = (room - sum(widths)) // max(widths.count(0), 1)
        self.figure_width = min(max(share, face.grid("narrow_column")), face.px(_FIGURE))
        found = [width or self.figure_width for width in widths]
        if labels and sum(found) < room:
            found[labels[-1]] += room - sum(found)
        return found

    def natural_width(self) -> int:
        """The width at which nothing has to be narrower than it likes."""
        figure = ink(simple=False).px(_FIGURE)
        return sum(self._label_width(at) or figure for at in range(self.columnCount()))

    def _label_width(self, column: int) -> int:
        """How wide a column of labels is; 0 for one of figures."""
        entries = self._of_column.get(column, [])[:_LOOKED_AT]
        if any(entry.verdict != "label" for entry in entries) or not entries:
            return 0
        face = ink(simple=False)
        own = [face.wide("label", _line(e)) for e in entries if e.cell.columns == 1]
        return min(max(max(own, default=0) + 2 * face.px(_PAD) + 4, face.px(28)), face.px(240))


def _is_number(look: Look) -> bool:
    return look.small[:1] == "≠" or look.small[-1:] == "→"


def _seen(box: QRect, option: QStyleOptionViewItem) -> QRect:
    """The part of a merged label that is in view: there its words stand."""
    view = option.widget  # pyright: ignore[reportAttributeAccessIssue]
    if not isinstance(view, QAbstractItemView):
        return box
    port = view.viewport().rect()
    seen = box.intersected(QRect(box.left(), 0, box.width(), port.height()))
    return seen if seen.height() > 0 else box


def _alone(names: dict[int, dict[str, None]]) -> dict[int, str]:
    """The names of the rows or columns that go to one alone."""
    alone = {at: next(iter(found)) for at, found in names.items() if len(found) == 1}
    return {at: name for at, name in alone.items() if name}


def _line(entry: Entry) -> str:
    return " ".join(entry.cell.text[:_LOOKED_AT].split())


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
        room, most = width - 2 * face.px(_PAD), 2 if across else 1
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
            left = rect.left() + (free // 2 if across else face.px(_PAD))
            face.write(painter, "label", "text", left, middle, line)
            middle += face.pitch


class PreviewDelegate(QStyledItemDelegate):
    """Draws the cells of the preview."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        face = ink(simple=False)
        # The types of Qt's own options lack the fields that every option has.
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        entry: Entry | None = index.data(_ENTRY)
        look = look_of(entry)
        painter.fillRect(box, face.colour(look.ground))
        inner = box.adjusted(face.px(_PAD), 0, -face.px(_PAD), 0)
        script: Script = "total" if look.bold else "figure"
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
