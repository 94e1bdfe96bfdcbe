"""The versions of a report as a list, opened one by one as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from reportdesk.checks.checker import check
from reportdesk.checks.progress import progress
from reportdesk.errors import ReportdeskError
from reportdesk.gui.when import exactly, when_words

if TYPE_CHECKING:
    from reportdesk.checks.steps import Progress
    from reportdesk.gui.context import Context
    from reportdesk.gui.dialogs.changes import Changed
    from reportdesk.report.document import Document
    from reportdesk.store.versions import Version

Index = QModelIndex | QPersistentModelIndex

TITLES = ("名称", "时间", "已填", "问题")
_BY_ITSELF = {
    "opened": "打开时自动存的",
    "before_import": "导入前自动存的",
    "before_restore": "替换前自动存的",
    "final": "导出正式稿时存的",
    "sent": "送审时存的",
    "signed": "送审时存的",
}
_STANDS = {"sent": "送审", "signed": "已签发"}


class Seen(NamedTuple):
    """A version's content, and how far it was."""

    document: Document
    progress: Progress


def standing_of(version: Version) -> str:
    """「送审」, 「已签发」, "" for a version that leaders never saw."""
    return _STANDS.get(version.kind, "")


def version_name(version: Version) -> str:
    """The name that the clerk gave, or how the version came to be."""
    return version.name or _BY_ITSELF.get(version.kind, "没有名称")


class VersionsModel(QAbstractTableModel):
    """Newest first. The name can be edited: ``renamed`` tells that it was."""

    renamed = Signal()
    troubled = Signal(str)

    def __init__(self, context: Context, draft: int) -> None:
        super().__init__()
        self._context, self._draft = context, draft
        self.versions: list[Version] = []
        self._seen: dict[int, Seen | None] = {}

    def refresh(self) -> None:
        """Show what is in the store. Raises StoreError."""
        found = self._context.store.versions.of(self._draft)
        self.beginResetModel()
        self.versions = found
        self.endResetModel()

    def seen(self, version: Version) -> Seen | None:
        """The content of a version; None where it cannot be opened."""
        if version.id not in self._seen:
            try:
                document = self._context.store.versions.open(version.id, self._context.catalog)
                self._seen[version.id] = Seen(document, progress(document, check(document)))
            except ReportdeskError as error:
                self._seen[version.id] = None
                self.troubled.emit(error.message)
        return self._seen[version.id]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row a version."""
        return 0 if parent is not None and parent.isValid() else len(self.versions)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Name, time, how far, what stood against it."""
        return 0 if parent is not None and parent.isValid() else len(TITLES)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        return _head(TITLES, section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names can be edited, but for those of versions that were signed."""
        flags = super().flags(index)
        frozen = index.isValid() and self.versions[index.row()].kind == "signed"
        named = index.column() == 0 and not frozen
        return flags | Qt.ItemFlag.ItemIsEditable if named else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        version = self.versions[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return version.name
        if role == Qt.ItemDataRole.ToolTipRole and index.column() < 2:
            return f"{version_name(version)}，{exactly(version.taken)}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == 0:
            stands = standing_of(version)
            return f"【{stands}】{version_name(version)}" if stands else version_name(version)
        if index.column() == 1:
            return when_words(version.taken, self._context.today(), clock=True)
        seen = self.seen(version)
        if seen is None:
            return "打不开"
        if index.column() == 2:
            return f"{seen.progress.filled} / {seen.progress.of}"
        counts = (("错误", seen.progress.errors), ("核实", seen.progress.reviews))
        return " ".join(f"{word} {count}" for word, count in counts if count) or "没有"

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Give a version another name."""
        version, name = self.versions[index.row()], str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not name or name == version.name:
            return False
        try:
            self._context.store.versions.rename(version.id, name)
        except ReportdeskError as error:
            self.troubled.emit(error.message)
            return False
        self.versions[index.row()] = version._replace(name=name)
        self.dataChanged.emit(index, index)
        self.renamed.emit()
        return True


class ChangesModel(QAbstractTableModel):
    """What differs between a version and now."""

    titles = ("位置", "那时", "现在")

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Changed] = []

    def put(self, found: list[Changed]) -> None:
        """Show these."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row a place."""
        return 0 if parent is not None and parent.isValid() else len(self.found)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Where, then, now."""
        return 0 if parent is not None and parent.isValid() else len(self.titles)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        return _head(self.titles, section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; paragraphs begin at the top."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.found[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None


def _head(titles: tuple[str, ...], section: int, orientation: Qt.Orientation, role: int) -> object:
    if orientation != Qt.Orientation.Horizontal:
        return None
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return titles[section] if role == Qt.ItemDataRole.DisplayRole else None
