"""The gallery of Word templates: the built-in one and the office's own, each looked at before use.

The same dialog serves three ends: keeping the gallery, choosing a form to be filled now, and
seeing what the office's own template has no place for before a report is written with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListWidgetItem,
    QWidget,
)

from reportdesk.errors import ReportdeskError
from reportdesk.formats.judging import Judgement, judge
from reportdesk.formats.writers.placing import put
from reportdesk.gui.dialogs.sure import sure
from reportdesk.gui.dialogs.templates_model import (
    EXPLAIN,
    NO_FORM,
    TITLE,
    VERB,
    Entry,
    JudgementModel,
    Purpose,
    entries_of,
    entry_name,
    rows_of,
    summary,
)
from reportdesk.gui.documents import documents
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_templates import Ui_Templates
from reportdesk.gui.paper.fonts import words_of
from reportdesk.gui.saving import ask_file, ask_path
from reportdesk.gui.style import restyle, theme
from reportdesk.gui.templates import Templates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session


class TemplatesDialog(AnsweringDialog):
    """Accepted, ``chosen`` is the template to be used now. Keeping the gallery needs no accepting:
    what is done there is done at once."""

    def __init__(
        self,
        session: Session,
        context: Context,
        purpose: Purpose = "keep",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.context, self.purpose = session, context, purpose
        self.templates = Templates(context)
        self.model = JudgementModel()
        self.judgement: Judgement | None = None
        self.chosen: Path | None = None
        self.ask_file: Callable[[], Path | None] = self._choose_file
        self.ask_path: Callable[[Path], Path | None] = self._choose_path
        self._files: list[Path] = []
        self.ui = Ui_Templates()
        self.ui.setupUi(self)
        self._lay_out()
        self._listen()
        self._refresh(self.templates.chosen(session.edition))
        self.ui.list.setFocus()

    def _lay_out(self) -> None:
        ui, document = self.ui, self.session.document
        year = f"{document.year}年度" if document.year is not None else ""
        self.setWindowTitle(TITLE[self.purpose])
        ui.title.setText(TITLE[self.purpose])
        ui.report.setText(f"{document.organ} {year}".strip())
        ui.explain.setText(EXPLAIN[self.purpose])
        ui.use.setText(VERB[self.purpose])
        ui.other.setVisible(self.purpose == "fill")
        ui.close_.setText("关闭" if self.purpose == "keep" else "取消")
        view = ui.found
        view.setModel(self.model)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme().size("field"))
        view.setShowGrid(False)
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        view.setColumnWidth(0, 72)
        view.setColumnWidth(2, 110)
        for column in (1, 3):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        ui.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        ui.split.setSizes([270, 630])

    def _listen(self) -> None:
        ui = self.ui
        ui.list.currentItemChanged.connect(self._show)
        ui.list.itemChanged.connect(self._rename)
        ui.add.clicked.connect(self.add)
        ui.rename.clicked.connect(self._edit_name)
        ui.remove.clicked.connect(self.remove)
        ui.copy.clicked.connect(self.save_copy)
        ui.folder.clicked.connect(self._open_folder)
        ui.other.clicked.connect(self.look_at_other)
        ui.use.clicked.connect(self.use)
        ui.close_.clicked.connect(self.reject)

    # What is shown

    def entries(self) -> list[Entry]:
        """All that can be chosen, in the order of the list."""
        return entries_of(self.templates, self.session.edition, self._files, self.purpose)

    @property
    def entry(self) -> Entry | None:
        """The line that is chosen."""
        entries, row = self.entries(), self.ui.list.currentRow()
        return entries[row] if 0 <= row < len(entries) else None

    def _refresh(self, wanted: Path | None = None) -> None:
        used = self.templates.used(self.session.edition)
        view = self.ui.list
        view.blockSignals(True)
        view.clear()
        row = 0
        for number, entry in enumerate(self.entries()):
            item = QListWidgetItem(entry_name(entry, self.session.edition))
            item.setSizeHint(QSize(0, theme().size("list_row")))
            item.setToolTip(str(entry.path) if entry.kind == "file" else item.text())
            if entry.path == used:
                item.setText(f"{item.text()}　在用")
                item.setFont(theme().font("body", bold=True))
            if entry.kind == "own":
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            view.addItem(item)
            if entry.path == (wanted or used):
                row = number
        view.setCurrentRow(row)
        view.blockSignals(False)
        self._show()

    def _show(self, *_: object) -> None:
        ui, entry = self.ui, self.entry
        own = entry is not None and entry.kind == "own"
        for button in (ui.rename, ui.remove):
            button.setEnabled(own)
        ui.told.clear()
        self.judgement = None
        if entry is None:
            ui.name.setText(NO_FORM[0])
            ui.summary.setText(NO_FORM[1])
            ui.found.hide()
            ui.fonts.clear()
            ui.use.setEnabled(False)
            self._fit()
            return
        ui.name.setText(entry_name(entry, self.session.edition))
        trouble = ""
        try:
            self.judgement = judge(self.session.document, entry.path, self.context.catalog)
        except ReportdeskError as error:
            trouble = error.message.replace("没有写出任何文件。", "")
        found = self.judgement
        ui.summary.setText(summary(found) if found is not None else trouble)
        restyle(ui.summary, "tone", "error" if found is None or found.unknown else "")
        self.model.put(rows_of(found, self.session.edition) if found is not None else [])
        ui.found.setVisible(found is not None)
        ui.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        ui.fonts.setText(words_of(entry.path) if found is not None else "")
        self._fit()
        used = self.templates.used(self.session.edition) == entry.path
        ui.use.setEnabled(
            found is not None and not found.unknown and not (self.purpose == "keep" and used)
        )

    def _fit(self) -> None:
        """On a low screen what is explained gives way to the list of what would be filled."""
        ui, low = self.ui, self.height() < theme().size("lowest_below")
        ui.explain.setVisible(not low)
        ui.fonts.setVisible(bool(ui.fonts.text()) and not low)
        ui.summary.setToolTip(ui.fonts.text())
        ui.found.setColumnHidden(2, low or self.model.begins_blank)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much as there is height for."""
        super().resizeEvent(event)
        self._fit()

    # What is done

    def add(self) -> None:
        """Keep a copy of a file that the clerk chooses."""
        file = self.ask_file()
        if file is None:
            return
        try:
            kept = self.templates.gallery.add(file)
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
            return
        self._files = [each for each in self._files if each != file]
        self._refresh(kept)
        self.ui.told.setText(f"已添加“{kept.stem}”。原文件不会改动。")

    def look_at_other(self) -> bool:
        """Look at a file that is not in the gallery; whether one was chosen."""
        file = self.ask_file()
        if file is None:
            return False
        if file not in self._files:
            self._files.append(file)
        self._refresh(file)
        return True

    def _edit_name(self) -> None:
        item, entry = self.ui.list.currentItem(), self.entry
        if entry is not None and entry.kind == "own":
            self.ui.list.blockSignals(True)
            item.setText(entry.path.stem)
            self.ui.list.blockSignals(False)
            self.ui.list.editItem(item)

    def _rename(self, item: QListWidgetItem) -> None:
        row = self.ui.list.row(item)
        entry = self.entries()[row]
        before = entry.path
        try:
            after = self.templates.gallery.rename(before, item.text().removesuffix("　在用"))
        except ReportdeskError as error:
            self._refresh(before)
            self.ui.told.setText(error.message)
            return
        self.templates.renamed(before.name, after.name)
        self._refresh(after)

    def remove(self) -> None:
        """Take the chosen form out of the gallery, once the clerk said so."""
        entry = self.entry
        if entry is None or entry.kind != "own":
            return
        question = f"从模板里移除“{entry.path.stem}”？"
        if not sure(self, question, "添加时的原文件不受影响，已经导出的文件也不受影响。", "移除"):
            return
        try:
            self.templates.gallery.remove(entry.path)
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
            return
        self._refresh()
        self.ui.told.setText(f"已移除“{entry.path.stem}”。")

    def use(self) -> None:
        """Take the chosen template: for every export from now on, or for this one."""
        entry = self.entry
        if entry is None or self.judgement is None:
            return
        if self.purpose != "fill":
            own = entry.path if entry.kind == "own" else None
            self.templates.choose(self.session.edition, own)
        if self.purpose == "keep":
            self._refresh(entry.path)
            self.ui.told.setText(f"导出 Word 时用“{entry_name(entry, self.session.edition)}”。")
            return
        self.chosen = entry.path
        self.accept()

    def save_copy(self) -> None:
        """Write the chosen template somewhere else, to be changed in Word."""
        entry = self.entry
        if entry is None:
            return
        stem = "Word 模板" if entry.kind == "built_in" else entry.path.stem
        folder = documents(self.context.settings.last_folder)
        out = self.ask_path(folder / f"{stem}.docx")
        if out is None:
            return
        try:
            put(entry.path.read_bytes(), out)
        except OSError:
            self.ui.told.setText(f"“{entry.path.name}”打不开，没有另存。")
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
        else:
            self.ui.told.setText(f"已另存到 {out}。改好后用“添加…”加进来。")

    def _choose_path(self, suggested: Path) -> Path | None:
        return ask_path(self, "另存一份", suggested, "Word 文档")

    def _open_folder(self) -> None:
        folder = self.templates.gallery.folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.ui.told.setText("模板文件夹建不了。请看看数据文件夹是否能写。")
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _choose_file(self) -> Path | None:
        over = self if self.isVisible() else self.parentWidget()
        folder = documents(self.context.settings.last_folder)
        file = ask_file(over, "选择 Word 文件", folder, "Word 文档 (*.docx)")
        if file is not None:
            self.context.keep(last_folder=str(file.parent))
        return file
