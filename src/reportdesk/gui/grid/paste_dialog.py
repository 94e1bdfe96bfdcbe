"""The look before a paste: shown only where something does not fit, or labels came along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidgetItem

from reportdesk.gui import fitting, marks
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_paste_dialog import Ui_PasteDialog
from reportdesk.gui.grid.clipboard_plan import looked_at, told
from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.paste_paint import PreviewDelegate, PreviewHeader
from reportdesk.gui.grid.paste_preview import PreviewModel
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.grid.clipboard_plan import Entry, Plan
    from reportdesk.gui.grid.layout import GridLayout

_MOST_REMARKS = 200
_REMARKS_SEEN, _REMARKS_LOW = 4, 2
"""So many remarks are seen at once, and on a low screen."""
_ROW = 24
_AROUND = 46
"""The margins at both sides, and the frame of the grid."""
_LEAST = 500
_NAMES = 300
"""The labels of rows at the left are no wider than this; the whole label is in the tool tip."""


class PasteDialog(AnsweringDialog):
    """Shows a plan; accepted where the clerk says 粘贴. It changes nothing itself."""

    def __init__(self, plan: Plan, layout: GridLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.model = PreviewModel(plan, layout, self)
        self.form = Ui_PasteDialog()
        self.form.setupUi(self)
        self._remarks = looked_at(plan)[:_MOST_REMARKS]
        self._fill_words()
        self._fill_grid()
        self._fill_remarks()
        self.form.paste.clicked.connect(self.accept)
        self.form.cancel.clicked.connect(self.reject)
        themes.changed.connect(self._lay_out)
        self._begin()
        self._lay_out()

    def _fill_words(self) -> None:
        form, plan = self.form, self.plan
        form.size.setText(f"剪贴板里有 {plan.grid.height} 行 {plan.grid.width} 列")
        form.how.setText(self._how())
        form.how.setVisible(bool(form.how.text()))
        form.paste.setText(plan.words)
        if not plan.pasted:
            form.title.setText("没有可以粘贴的数字")
            form.safe.setText("报告没有改动。")
            form.paste.hide()
            form.cancel.setText("关闭")
            form.cancel.setProperty("primary", True)
            form.cancel.setDefault(True)

    def _how(self) -> str:
        plan = self.plan
        first = next((entry for entry in plan.entries if entry.key), None)
        if first is None:
            return ""
        row, _, column = self.model.place_words(first).rpartition(" × ")
        words = f"从“{row} × {column}”起依次填入。"
        if not self.model.layout.levels and plan.columns_told:
            words = "按列名对应。"
        elif plan.rows_told and plan.columns_told:
            words = "按行名和列名对应。"
        elif plan.rows_told:
            words = f"按行名对应，列从“{column}”起。"
        elif plan.columns_told:
            words = f"按列名对应，行从“{row}”起。"
        return words + ("灰色的文字是一同复制来的，不填入表格。" if plan.labelled else "")

    def _fill_grid(self) -> None:
        grid = self.form.grid
        grid.setHorizontalHeader(PreviewHeader(Qt.Orientation.Horizontal, grid))
        grid.setVerticalHeader(PreviewHeader(Qt.Orientation.Vertical, grid))
        grid.setModel(self.model)
        grid.setItemDelegate(PreviewDelegate(grid))
        for entry in self.plan.entries:
            if entry.cell.rows > 1 or entry.cell.columns > 1:
                grid.setSpan(*entry.cell[1:])
        grid.selectionModel().currentChanged.connect(self._show_where)

    def _fill_remarks(self) -> None:
        remarks = self.form.remarks
        for entry, sentence in self._remarks:
            place = self.model.place_words(entry) if entry is not None else ""
            kind = "hint" if entry is None else "review"
            item = QListWidgetItem(marks.icon(kind), f"{place}　{sentence}" if place else sentence)
            item.setToolTip(item.text())
            remarks.addItem(item)
        remarks.setVisible(bool(self._remarks))
        remarks.currentRowChanged.connect(self._go_to_remark)

    def _go_to_remark(self, row: int) -> None:
        entry = self._remarks[row][0] if row >= 0 else None
        if entry is not None:
            self.form.grid.setCurrentIndex(self.model.index_of(entry))

    def _show_where(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        self.form.where.setText(self._story(entry) if entry is not None else "")

    def _story(self, entry: Entry) -> str:
        place = self.model.place_words(entry)
        return f"{place}　{told(entry)}" if place else told(entry)

    def _begin(self) -> None:
        """Stand on the first cell that needs a look, else on the first that is filled."""
        entries = [entry for entry, _ in self._remarks if entry is not None]
        entries += [entry for entry in self.plan.entries if entry.key]
        if entries:
            self.form.grid.setCurrentIndex(self.model.index_of(entries[0]))
        self.form.where.setVisible(bool(entries))
        (self.form.paste if self.plan.pasted else self.form.cancel).setFocus()

    # --- room

    def _lay_out(self) -> None:
        """Make the window as large as the block needs, but no larger than the screen."""
        face, grid, model = ink(simple=False), self.form.grid, self.model
        across, beside = grid.horizontalHeader(), grid.verticalHeader()
        screen = fitting.room_for(self)
        names = [face.wide("label", name) for name in model.names(Qt.Orientation.Vertical)]
        side = min(max(names) + face.px(20), face.px(_NAMES)) if names else 0
        most = round(screen.width() * 0.92) - _AROUND
        width = min(max(model.natural_width() + side, _LEAST), most)
        down = grid.verticalScrollBar().sizeHint().width()
        down = down if model.rowCount() * face.px(_ROW) * 2 > screen.height() else 0
        width = min(width + down, most)
        widths = model.widths(width - side - down)
        if names:
            side = max(side, width - down - sum(widths))
        for column, each in enumerate(widths):
            across.resizeSection(column, each)
        beside.setVisible(bool(names))
        beside.setFixedWidth(side)
        beside.setDefaultSectionSize(face.px(_ROW))
        across.setVisible(bool(model.names(Qt.Orientation.Horizontal)))
        heads = across.sizeHint().height() if across.isVisibleTo(grid) else 0
        wider = sum(widths) + side > width - down
        bar = grid.horizontalScrollBar().sizeHint().height() if wider else 0
        around = heads + bar + 2
        whole = beside.length() + around
        grid.setMaximumHeight(whole)
        grid.setMinimumHeight(0)
        self.resize(width + _AROUND, 0)
        self._room_for_remarks()
        others = self._height(width) - grid.minimumSizeHint().height()
        rows = (round(screen.height() * 0.86) - others - around) // face.px(_ROW)
        seen = min(whole, max(rows, 3) * face.px(_ROW) + around)
        least = min(whole, 3 * face.px(_ROW) + around)
        grid.setMinimumHeight(seen)
        self.resize(width + _AROUND, self._height(width))
        grid.setMinimumHeight(least)

    def _height(self, width: int) -> int:
        """The least height of the window at a width of the grid."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        if layout.hasHeightForWidth():
            return layout.totalMinimumHeightForWidth(width + _AROUND)
        return layout.totalMinimumSize().height()

    def _room_for_remarks(self) -> None:
        remarks = self.form.remarks
        low = fitting.room_for(self).height() < theme().size("low_below")
        rows = min(len(self._remarks), _REMARKS_LOW if low else _REMARKS_SEEN)
        remarks.setIconSize(QSize(16, 16))
        remarks.setFixedHeight(rows * remarks.sizeHintForRow(0) + 4)
