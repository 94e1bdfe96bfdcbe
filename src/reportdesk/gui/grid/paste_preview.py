"""The copied block as a small grid over its target: what each blank will hold, and what will not
go in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reportdesk.form.names import column_name, row_name
from reportdesk.gui.grid.clipboard_plan import told
from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.paste_look import line_of, look_of
from reportdesk.gui.grid.paste_paint import ENTRY, PAD

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from reportdesk.gui.grid.clipboard_plan import Entry, Plan
    from reportdesk.gui.grid.layout import GridLayout

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_FIGURE = 88
"""The width of a column of figures where there is room."""
_LABEL = 60
"""The width to which labels give way to figures."""
_LOOKED_AT = 200
"""Cells of a column that are measured."""


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
        return entry if role == ENTRY else None

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
        own = [face.wide("label", line_of(e)) for e in entries if e.cell.columns == 1]
        return min(max(max(own, default=0) + 2 * face.px(PAD) + 4, face.px(28)), face.px(240))


def _alone(names: dict[int, dict[str, None]]) -> dict[int, str]:
    """The names of the rows or columns that go to one alone."""
    alone = {at: next(iter(found)) for at, found in names.items() if len(found) == 1}
    return {at: name for at, name in alone.items() if name}
