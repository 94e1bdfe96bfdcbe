"""The table's figures as Qt and screen readers ask for them, and how each cell stands, kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reportdesk.checks.relations import short_name
from reportdesk.form.names import column_name, row_name
from reportdesk.gui.grid.face import face_of, state_words
from reportdesk.report.figures import written
from reportdesk.report.totals import group_members, sums_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from reportdesk.checks.relations import Relation
    from reportdesk.checks.standing import Standing
    from reportdesk.gui.grid.face import Face
    from reportdesk.gui.grid.layout import GridLayout
    from reportdesk.gui.session import Session

Index = QModelIndex | QPersistentModelIndex

_ROOT = QModelIndex()
_SHORT = 8
_NAMED = 6
"""So many blanks are named in a tool tip."""


class GridModel(QAbstractTableModel):
    """A thin face of the session: it holds nothing but how its cells stood when last looked at."""

    def __init__(self, session: Session, layout: GridLayout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session, self.layout = session, layout
        self.show_last = False
        self._faces: dict[str, Face] = {}
        self._standings: dict[str, Standing] = {}

    def standing(self, key: str) -> Standing:
        """How a cell stands."""
        known = self._standings.get(key)
        if known is None:
            known = self._standings[key] = self.session.standing(key)
        return known

    def face(self, key: str) -> Face:
        """What a cell looks like."""
        known = self._faces.get(key)
        if known is None:
            last = self.session.last(key) if self.show_last else ""
            known = self._faces[key] = face_of(self.standing(key), last)
        return known

    def renew(self, keys: Iterable[str]) -> list[str]:
        """Look again at these cells; those that look different now, of which views are told."""
        changed: list[str] = []
        for key in keys:
            if key not in self.layout:
                continue
            was = self._faces.get(key)
            self._standings.pop(key, None)
            self._faces.pop(key, None)
            if was is None or self.face(key) != was:
                changed.append(key)
                index = self.index_of(key)
                self.dataChanged.emit(index, index)
        return changed

    def renew_all(self) -> None:
        """Look again at everything."""
        self._faces.clear()
        self._standings.clear()

    def index_of(self, key: str) -> QModelIndex:
        """The index of a cell."""
        return self.index(*self.layout.place_of(key))

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many rows of figures there are."""
        return 0 if parent.isValid() else self.layout.height

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's name
        """How many columns of figures there are."""
        return 0 if parent.isValid() else self.layout.width

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All cells can be typed into; where there is none, nothing can be done."""
        if not self.layout.key_at(index.row(), index.column()):
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The value as shown, its description for screen readers, or its tool tip."""
        key = self.layout.key_at(index.row(), index.column())
        if not key:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.standing(key).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(key)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._blanks(key) or self._long(key) or None
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The label of a row or a column."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            label = self.layout.label_of(section)
            return label.text if label is not None else ""
        head = self.layout.blocks[0].leaf(section)
        return head.text if head is not None else ""

    def spoken(self, key: str) -> str:
        """A cell in words: its row, its column, its value and how it stands."""
        standing = self.standing(key)
        words = [self.row_words(key), self.column_words(key)]
        if standing.text:
            words.append(standing.text)
        elif standing.kind != "waiting":
            words.append("空白")
        needs = standing.side != ""
        return "，".join((*words, *state_words(standing, self.relations(key) if needs else ())))

    def row_words(self, key: str) -> str:
        """The label of the cell's row, with the group that tells it from others."""
        _, row, _ = self.layout.fields[key]
        return row_name(self.layout.table, row.id)

    def column_words(self, key: str) -> str:
        """The label of the cell's column."""
        part, _, column = self.layout.fields[key]
        return column_name(part, column)

    def relations(self, key: str) -> list[Relation]:
        """The relations that the cell takes part in."""
        return self.session.relations(key)

    def subtotal(self, key: str) -> str:
        """What the rows of the cell's group add up to in its column, where that is worth showing;
        the form has no cell for it."""
        table = self.layout.table
        part, row, column = self.layout.fields[key]
        group = next((g for g in part.groups if g.id == row.under and g.subtotal), None)
        if group is None:
            return ""
        members = group_members(self.session.edition)[table.key(group.id, column.id)]
        # The figure of the whole group, where a file had only that, is one here as in every check.
        total = self.session.checker.amounts.add(members)
        return f"{group.label}小计 {'待填' if total is None else written(total)}"

    def _long(self, key: str) -> str:
        """A value that may be too long for its cell."""
        text = self.standing(key).text
        return text if len(text) > _SHORT else ""

    def _blanks(self, key: str) -> str:
        """For a total that cannot be reckoned: what is still blank."""
        if self.standing(key).kind != "waiting":
            return ""
        edition = self.session.edition
        ways = sums_of(edition).get(key, ())
        for way in ways[:1]:
            blank = [each for each in way if not self.session.effective(each)]
            _, row, _ = self.layout.fields[key]
            names = [
                self.column_words(each)
                if self.layout.fields[each][1] is row
                else short_name(edition, each)
                for each in blank
            ]
            more = f"等 {len(names)} 格" if len(names) > _NAMED else ""
            return f"还没有填：{'、'.join(names[:_NAMED])}{more}"
        return ""
