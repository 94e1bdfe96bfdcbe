"""The bin: reports that were put away, to be taken back or deleted for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from reportdesk.errors import ReportdeskError
from reportdesk.gui.dialogs.sure import sure
from reportdesk.gui.draft_words import complete_words, organ_words
from reportdesk.gui.editions import edition_name
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_bin import Ui_Bin
from reportdesk.gui.style import theme
from reportdesk.gui.when import when_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.start.drafts_model import Index
    from reportdesk.store.drafts import Draft

_TITLES = ("机关", "年度", "格式", "完成", "放入时间")


class _Binned(QAbstractTableModel):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.drafts: list[Draft] = []

    def put(self, drafts: list[Draft]) -> None:
        self.beginResetModel()
        self.drafts = drafts
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(self.drafts)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent is not None and parent.isValid() else len(_TITLES)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return _TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        draft = self.drafts[index.row()]
        deleted = draft.deleted
        return (
            organ_words(draft),
            str(draft.year or ""),
            edition_name(self._context.catalog, draft.edition),
            complete_words(draft),
            when_words(deleted, self._context.today()) if deleted is not None else "",
        )[index.column()]


class BinDialog(AnsweringDialog):
    """What is in the bin. ``restored`` holds the ids of what was taken out of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.restored: list[int] = []
        self.ui = Ui_Bin()
        self.ui.setupUi(self)
        self.model = _Binned(context)
        table = self.ui.table
        table.setModel(self.model)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme().size("list_row"))
        head = table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(self._dress)
        self.ui.restore.clicked.connect(self.restore)
        self.ui.delete_for_good.clicked.connect(self.delete)
        self.ui.empty.clicked.connect(self.empty)
        self.ui.close_.clicked.connect(self.reject)
        self._refresh()

    def _refresh(self, row: int = 0) -> None:
        try:
            self.model.put(self.context.store.bin())
        except ReportdeskError as error:
            self.ui.words.setText(error.message)
        count = len(self.model.drafts)
        self.ui.count.setText(f"{count} 份" if count else "空的")
        if count:
            self.ui.table.selectRow(min(row, count - 1))
        self._dress()

    def _dress(self) -> None:
        chosen, any_ = bool(self.chosen), bool(self.model.drafts)
        self.ui.restore.setEnabled(chosen)
        self.ui.delete_for_good.setEnabled(chosen)
        self.ui.empty.setEnabled(any_)
        if not any_:
            self.ui.close_.setDefault(True)
            self.ui.close_.setFocus()

    @property
    def chosen(self) -> list[Draft]:
        """The chosen reports from top to bottom."""
        rows = sorted(index.row() for index in self.ui.table.selectionModel().selectedRows())
        return [self.model.drafts[row] for row in rows]

    def restore(self) -> None:
        """Take the chosen reports out of the bin."""
        chosen = self.chosen
        self._each(chosen, self.context.store.restore)
        self.restored += [draft.id for draft in chosen]

    def delete(self) -> None:
        """Delete the chosen reports for good, if the clerk is sure."""
        chosen = self.chosen
        if chosen and sure(
            self, f"彻底删除选中的 {len(chosen)} 份报告？", "删除后不能恢复。", "彻底删除"
        ):
            self._each(chosen, self.context.store.delete)

    def empty(self) -> None:
        """Delete all that is in the bin for good, if the clerk is sure."""
        count = len(self.model.drafts)
        if count and sure(
            self, f"清空回收站里的 {count} 份报告？", "清空后不能恢复。", "清空回收站"
        ):
            try:
                self.context.store.empty_bin()
            except ReportdeskError as error:
                self.ui.words.setText(error.message)
                return
            self._refresh()

    def _each(self, drafts: list[Draft], do: Callable[[int], None]) -> None:
        row = self.ui.table.currentIndex().row()
        try:
            for draft in drafts:
                do(draft.id)
        except ReportdeskError as error:
            self.ui.words.setText(error.message)
            return
        self._refresh(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Del deletes for good, after a question."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete()
            return
        super().keyPressEvent(event)
