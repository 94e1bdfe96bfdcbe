"""The versions of the open report: make one, see what has changed since, go back to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from reportdesk.checks.signoff import changed_between
from reportdesk.errors import ReportdeskError
from reportdesk.gui.dialogs.changes import changes, summary
from reportdesk.gui.dialogs.save_copy import save_copy
from reportdesk.gui.dialogs.versions_model import (
    ChangesModel,
    Seen,
    VersionsModel,
    standing_of,
    version_name,
)
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_versions import Ui_Versions
from reportdesk.gui.style import theme
from reportdesk.gui.when import exactly
from reportdesk.report.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session
    from reportdesk.store.versions import Version

_PROPOSED = ("送审前", "报送前")
_MOST_ROWS = 300
"""Rows whose height is fitted to their words; a list longer than that is read in one line each."""


class VersionsDialog(AnsweringDialog):
    """Works on the session's report. Going back to a version is a step that can be undone."""

    def __init__(
        self,
        session: Session,
        context: Context,
        chosen: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``chosen`` is the version that is shown first; without it the newest."""
        super().__init__(parent)
        self.session, self.context = session, context
        self.ui = Ui_Versions()
        self.ui.setupUi(self)
        self.model = VersionsModel(context, session.id)
        self.found = ChangesModel()
        self._sure: Callable[[], None] | None = None
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit_rows)
        self._lay_out()
        self._listen()
        self._refresh(chosen)
        self._propose()
        (self.ui.name if chosen is None else self.ui.list).setFocus()

    def _lay_out(self) -> None:
        ui = self.ui
        for view, model, widths in (
            (ui.list, self.model, (0, 122, 84, 100)),
            (ui.changes, self.found, (176, 0, 0)),
        ):
            view.setModel(model)
            view.setTabKeyNavigation(False)
            view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
            view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
            view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
            view.verticalHeader().hide()
            head = view.horizontalHeader()
            head.setHighlightSections(False)
            for column, width in enumerate(widths):
                if width:
                    view.setColumnWidth(column, width)
                else:
                    head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        ui.list.setShowGrid(False)
        ui.list.verticalHeader().setDefaultSectionSize(theme().size("list_row"))
        ui.list.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        ui.changes.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        ui.changes.horizontalHeader().sectionResized.connect(self._widened)
        ui.split.setSizes([500, 400])
        ui.sure.hide()

    def _listen(self) -> None:
        ui = self.ui
        ui.list.selectionModel().currentRowChanged.connect(self._chosen_changed)
        ui.name.returnPressed.connect(self.make)
        ui.make.clicked.connect(self.make)
        ui.rename.clicked.connect(self._rename)
        ui.remove.clicked.connect(self._ask_remove)
        ui.sign.clicked.connect(self.ask_sign)
        ui.save_as.clicked.connect(self.save_as)
        ui.restore.clicked.connect(self._ask_restore)
        ui.sure_yes.clicked.connect(self._do)
        ui.sure_no.clicked.connect(self._leave)
        ui.close_.clicked.connect(self.reject)
        self.model.renamed.connect(self._propose)
        self.model.troubled.connect(ui.told.setText)

    # What is shown

    def _refresh(self, wanted: int | None = None) -> None:
        report = self.session.document
        year = f"{report.year}年度" if report.year is not None else ""
        self.ui.report.setText(f"{report.organ} {year}".strip())
        try:
            self.model.refresh()
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
        versions = self.model.versions
        for widget in (self.ui.list, self.ui.list_row, self.ui.right, self.ui.restore):
            widget.setVisible(bool(versions))
        self.ui.none.setVisible(not versions)
        row = next((n for n, v in enumerate(versions) if v.id == wanted), 0)
        if versions:
            self.ui.list.selectRow(row)
        self._show()

    def _chosen_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show()

    @property
    def chosen(self) -> Version | None:
        """The version that is chosen."""
        row = self.ui.list.currentIndex().row()
        return self.model.versions[row] if 0 <= row < len(self.model.versions) else None

    def _show(self) -> None:
        ui, version = self.ui, self.chosen
        self._leave()
        seen = self.model.seen(version) if version is not None else None
        signed = version is not None and version.kind == "signed"
        for button in (ui.rename, ui.remove):
            button.setEnabled(version is not None and not signed)
        ui.sign.setVisible(version is not None and bool(standing_of(version)))
        ui.sign.setText("取消签发" if signed else "标为已签发")
        found = changes(seen.document, self.session.document) if seen is not None else []
        for button, possible in ((ui.save_as, seen is not None), (ui.restore, bool(found))):
            button.setEnabled(possible)
        self.found.put(found)
        ui.changes.setVisible(bool(found))
        self._fitting.start()
        if version is None or seen is None:
            ui.summary.setText("" if version is None else "这个版本打不开，现在的内容没有受影响。")
            return
        name = f"“{version_name(version)}”，{exactly(version.taken)}"
        ui.summary.setText("\n".join((name, *self._code(version, seen), summary(found))))

    def _code(self, version: Version, seen: Seen) -> tuple[str, ...]:
        """What stood under every page of a version that was sent."""
        if not standing_of(version):
            return ()
        then, now = seen.document, self.session.document
        same = "一致" if (code := fingerprint(then)) == fingerprint(now) else "不同"
        if changed := len(changed_between(then, now)):  # as the review page counts
            same += f"，含合计共 {changed} 处"
        stands = "已签发，内容冻结；" if version.kind == "signed" else ""
        return (f"{stands}校验码 {code}，和现在的{same}。",)

    def _widened(self, _column: int, _old: int, _new: int) -> None:
        self._fitting.start()

    def _fit_rows(self) -> None:
        if len(self.found.found) <= _MOST_ROWS:
            self.ui.changes.resizeRowsToContents()

    def _propose(self) -> None:
        taken = {version.name for version in self.model.versions}
        today = self.context.today()
        usual = (*_PROPOSED, f"{today.month}月{today.day}日")
        self.ui.name.setText(next((name for name in usual if name not in taken), ""))
        self.ui.name.selectAll()

    # What is done

    def make(self) -> None:
        """Keep the report as it is now under the name that is written."""
        name = self.ui.name.text().strip()
        if not name:
            self.ui.told.setText("请先写版本的名称，例如“送审前”。")
            self.ui.name.setFocus()
            return
        if not self.session.flush():
            self.ui.told.setText("最后的改动还没有保存成功，没有存版本。")
            return
        try:
            id = self.context.store.versions.take(self.session.id, "named", name)
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
            return
        self._refresh(id)
        self._propose()
        self.ui.told.setText(f"已存为版本“{name}”。")

    def _rename(self) -> None:
        self.ui.list.edit(self.model.index(self.ui.list.currentIndex().row(), 0))

    def save_as(self) -> None:
        """Write the chosen version into an .rdesk file."""
        version = self.chosen
        seen = self.model.seen(version) if version is not None else None
        if version is None or seen is None:
            return
        try:
            name = version.name or f"{version.taken:%Y-%m-%d}"
            told = save_copy(self, self.context, seen.document, f"（{name}）")
        except ReportdeskError as error:
            told = error.message
        self.ui.told.setText(told)

    def _ask_restore(self) -> None:
        if (version := self.chosen) is not None:
            words = f"用“{version_name(version)}”的内容替换现在的内容？现在的内容会先存为一个版本。"
            self._ask(words, "替换", self.restore)

    def restore(self) -> None:
        """Put the chosen version in the place of the present content, which is kept first."""
        version = self.chosen
        seen = self.model.seen(version) if version is not None else None
        if version is None or seen is None:
            return
        if not self.session.flush():
            self.ui.told.setText("最后的改动还没有保存成功，没有替换。")
            return
        store = self.context.store.versions
        try:
            # Opened anew: the session changes its document, and the one shown here must stay.
            document = store.open(version.id, self.context.catalog)
            store.take(self.session.id, "before_restore")
        except ReportdeskError as error:
            self.ui.told.setText(f"{error.message}内容没有替换。")
            return
        self.session.replace(document, f"恢复版本“{version_name(version)}”")
        self._refresh(version.id)
        self.ui.told.setText(f"已换成“{version_name(version)}”的内容，可以撤销。")

    def ask_sign(self) -> None:
        """Mark the chosen version as signed; taking the mark back is asked for first."""
        version = self.chosen
        if version is None:
            return
        if version.kind == "signed":
            words = f"取消“{version_name(version)}”的签发？它会变回送审的版本，可以改名和删除。"
            self._ask(words, "取消签发", self.sign)
        else:
            self.sign()

    def sign(self) -> None:
        """Change whether the chosen version is signed."""
        version = self.chosen
        if version is None:
            return
        signed = version.kind != "signed"
        try:
            self.context.store.versions.sign(version.id, signed=signed)
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
            return
        self._refresh(version.id)
        told = "已标为签发，内容冻结；接着改不影响它。" if signed else "已取消签发。"
        self.ui.told.setText(f"“{version_name(version)}”{told}")

    def _ask_remove(self) -> None:
        if (version := self.chosen) is not None:
            words = f"删除版本“{version_name(version)}”？现在的内容不受影响，版本删除后不能恢复。"
            self._ask(words, "删除", self.remove)

    def remove(self) -> None:
        """Delete the chosen version for good."""
        version = self.chosen
        if version is None:
            return
        row = self.ui.list.currentIndex().row()
        try:
            self.context.store.versions.delete(version.id)
        except ReportdeskError as error:
            self.ui.told.setText(error.message)
            return
        rest = [each for each in self.model.versions if each.id != version.id]
        self._refresh(rest[min(row, len(rest) - 1)].id if rest else None)
        self.ui.told.setText(f"已删除版本“{version_name(version)}”。")

    # Sure?

    def _ask(self, words: str, verb: str, do: Callable[[], None]) -> None:
        self._sure = do
        self.ui.sure_words.setText(words)
        self.ui.sure_yes.setText(verb)
        self.ui.sure.show()
        self.ui.sure_no.setFocus()

    def _do(self) -> None:
        do, self._sure = self._sure, None
        self.ui.sure.hide()
        self.ui.list.setFocus()
        if do is not None:
            do()

    def _leave(self) -> None:
        if self.ui.sure.isVisible():
            self.ui.list.setFocus()
        self._sure = None
        self.ui.sure.hide()

    def reject(self) -> None:
        """Esc gives up the question first, and closes then."""
        if self._sure is not None:
            self._leave()
            return
        super().reject()
