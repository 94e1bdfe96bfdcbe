"""The list of reports as a model: sorted, searched and told in words, with no widget a row."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCollator,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from reportdesk.gui.draft_words import complete_words, findings_words, organ_words
from reportdesk.gui.editions import edition_name, edition_words
from reportdesk.gui.when import exactly, when_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reportdesk.gui.context import Context
    from reportdesk.store.drafts import Draft

Index = QModelIndex | QPersistentModelIndex

DRAFT = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns in order."""

    ORGAN = 0
    YEAR = 1
    EDITION = 2
    COMPLETE = 3
    FINDINGS = 4
    CHANGED = 5


TITLES = ("机关", "年度", "格式", "完成", "问题", "上次修改")
NAMES = ("organ", "year", "edition", "complete", "findings", "changed")
"""What the settings call the columns."""
_LARGEST_FIRST = frozenset({Column.YEAR, Column.EDITION, Column.FINDINGS, Column.CHANGED})


class Order(NamedTuple):
    """How the list is sorted. As text: the column's name, after a minus where the largest or the
    latest is first."""

    column: Column = Column.CHANGED
    largest_first: bool = True

    @classmethod
    def of(cls, text: str) -> Order:
        """The order that ``text`` says; the usual one if it says none."""
        name = text.removeprefix("-")
        return cls(Column(NAMES.index(name)), text != name) if name in NAMES else cls()

    @classmethod
    def first(cls, column: Column) -> Order:
        """What a click on the head of another column asks for."""
        return cls(column, column in _LARGEST_FIRST)

    def __str__(self) -> str:
        return "-" * self.largest_first + NAMES[self.column]


class DraftsModel(QAbstractTableModel):
    """Holds all drafts, shows those that match. Resets are few: a filter, an order, a refresh."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._all: list[Draft] = []
        self.shown: list[Draft] = []
        self._words: tuple[str, ...] = ()
        self._year: int | None = None
        self.order = Order()
        self._names: dict[str, str] = {}
        self._collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        self._collator.setNumericMode(True)

    # What is in it

    def put(self, drafts: Sequence[Draft]) -> None:
        """Hold these drafts, given with the one changed last first; ties stay in that order."""
        self._all = list(drafts)
        self._renew()

    def search(self, text: str, year: int | None) -> None:
        """Show those only in which every word of ``text`` stands, of ``year`` if one is given."""
        words = tuple(_plain(text).split())
        if (words, year) != (self._words, self._year):
            self._words, self._year = words, year
            self._renew()

    def sort_by(self, order: Order) -> None:
        """Show them in this order."""
        if order != self.order:
            self.order = order
            self._renew()

    @property
    def years(self) -> list[int]:
        """The years of the reports, the latest first."""
        return sorted({draft.year for draft in self._all if draft.year is not None}, reverse=True)

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self._all)

    def row_of(self, id: int) -> int:
        """The row of a draft, -1 if it is not shown."""
        return next((row for row, draft in enumerate(self.shown) if draft.id == id), -1)

    def edition(self, draft: Draft) -> str:
        """The short name of a draft's edition."""
        if (name := self._names.get(draft.edition)) is None:
            name = self._names[draft.edition] = edition_name(self._context.catalog, draft.edition)
        return name

    def _renew(self) -> None:
        self.beginResetModel()
        found = [draft for draft in self._all if self._fits(draft)]
        if self.order != Order():
            found.sort(key=self._key(), reverse=self.order.largest_first)
        self.shown = found
        self.endResetModel()

    def _fits(self, draft: Draft) -> bool:
        if self._year is not None and draft.year != self._year:
            return False
        if not self._words:
            return True
        hay = _plain(
            f"{draft.organ} {draft.year or ''} {self.edition(draft)} {draft.kind} {draft.label}"
        )
        return all(word in hay for word in self._words)

    def _key(self) -> Callable[[Draft], Any]:
        if self.order.column == Column.ORGAN:
            names = {draft.organ: self._collator.sortKey(draft.organ) for draft in self._all}
            return lambda draft: names[draft.organ]
        keys: dict[Column, Callable[[Draft], Any]] = {
            Column.YEAR: lambda draft: draft.year or 0,
            Column.EDITION: self.edition,
            Column.COMPLETE: lambda draft: draft.filled / draft.of if draft.of else 1.0,
            Column.FINDINGS: lambda draft: (draft.errors, draft.reviews, draft.hints),
            Column.CHANGED: lambda draft: draft.updated_at,
        }
        return keys[self.order.column]

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row a draft."""
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """The six columns."""
        return 0 if parent is not None and parent.isValid() else len(TITLES)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            sign = "▼" if self.order.largest_first else "▲"
            return f"{TITLES[section]} {sign}" if section == self.order.column else TITLES[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The draft itself for the delegate; words for everybody else."""
        if role == DRAFT:
            return self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(self.shown[index.row()], index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._more(self.shown[index.row()], index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            draft = self.shown[index.row()]
            told = self.words(draft, index.column())
            return (
                self.sentence(draft) if index.column() == 0 else f"{TITLES[index.column()]} {told}"
            )
        return None

    def words(self, draft: Draft, column: int) -> str:
        """What stands in a column of a draft's row."""
        match column:
            case Column.ORGAN:
                return organ_words(draft)
            case Column.YEAR:
                return str(draft.year or "")
            case Column.EDITION:
                return self.edition(draft)
            case Column.COMPLETE:
                return complete_words(draft)
            case Column.FINDINGS:
                return findings_words(draft)
            case _:
                return when_words(draft.updated, self._context.today())

    def sentence(self, draft: Draft) -> str:
        """All of a row, to be read out."""
        return "，".join(
            f"{TITLES[column]} {self.words(draft, column)}" if column > Column.YEAR else words
            for column in Column
            if (words := self.words(draft, column))
        )

    def _more(self, draft: Draft, column: int) -> str:
        match column:
            case Column.ORGAN:
                return "，".join(filter(None, (draft.organ, draft.kind, draft.label)))
            case Column.EDITION:
                return edition_words(self._context.catalog, draft.edition)
            case Column.FINDINGS:
                return f"{findings_words(draft)}　提示 {draft.hints}" if draft.hints else ""
            case Column.CHANGED:
                return f"{exactly(draft.updated)}修改，{exactly(draft.created)}新建"
            case _:
                return ""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def ids(drafts: Iterable[Draft]) -> list[int]:
    """The ids of drafts."""
    return [draft.id for draft in drafts]
