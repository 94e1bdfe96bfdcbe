"""The first questions of a new report: which year on which form, and for which organ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from reportdesk.gui import marks
from reportdesk.gui.deadline import days_words
from reportdesk.gui.dialogs.beginning import Beginning
from reportdesk.gui.draft_words import complete_words, name_words
from reportdesk.gui.editions import edition_name, edition_words
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_new_report import Ui_NewReport
from reportdesk.gui.when import when_words
from reportdesk.report.deadline import due

if TYPE_CHECKING:
    from reportdesk.gui.context import Context
    from reportdesk.report.document import Document


_NOTES = 80
"""More height where there are notes to read."""


class NewReportDialog(AnsweringDialog):
    """Asks for a blank report, or for the one that follows the draft ``last``. When accepted,
    either ``document`` is the new report or ``existing`` the id of the one to open instead.
    Raises StoreError where ``last`` cannot be opened."""

    def __init__(
        self, context: Context, last: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.beginning = Beginning(context, last)
        self.document: Document | None = None
        self.existing: int | None = None
        self._twin: int | None = None
        self._kind_touched = False
        self.ui = Ui_NewReport()
        self.ui.setupUi(self)
        self._greet()
        self._fill()
        self._listen()
        self._year_changed()
        if self.ui.notes.toPlainText():
            self.resize(self.width(), self.height() + _NOTES)
        self.ui.year.setFocus()
        self.ui.year.selectAll()

    def _greet(self) -> None:
        ui, last = self.ui, self.beginning.last
        ui.year.lineEdit().setTextMargins(6, 0, 0, 0)
        ui.twin_mark.setPixmap(marks.pixmap("review"))
        ui.carried.setVisible(last is not None)
        if last is None:
            ui.from_words.setText("先定年度和格式，其余的以后都能改。")
            return
        of = f"{last.year}年度" if last.year is not None else "没有年份的"
        ui.title.setText("新建下一年的报告")
        ui.from_words.setText(f"从“{last.organ}”{of}报告开始，原报告不会改动。")

    def _fill(self) -> None:
        ui, beginning = self.ui, self.beginning
        ui.year.setValue(beginning.year)
        completer = QCompleter(beginning.organs, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        ui.organ.setCompleter(completer)
        ui.organ.setText(beginning.organ)

    def _listen(self) -> None:
        ui = self.ui
        ui.year.valueChanged.connect(self._year_changed)
        ui.edition.currentIndexChanged.connect(self._edition_changed)
        ui.organ.textChanged.connect(self._organ_changed)
        ui.kind.currentIndexChanged.connect(self._kind_changed)
        ui.kind.activated.connect(self._touch_kind)
        ui.open_twin.clicked.connect(self._open_twin)
        ui.create.clicked.connect(self._create)
        ui.cancel.clicked.connect(self.reject)

    # What was answered

    @property
    def organ(self) -> str:
        """The organ's name as written."""
        return self.ui.organ.text().strip()

    @property
    def kind(self) -> str:
        """The kind of organ that was chosen, "" if none."""
        return self.ui.kind.currentData() or ""

    @property
    def edition(self) -> str:
        """The id of the form, "" where there is none for the year."""
        return self.ui.edition.currentData() or ""

    # One answer changes what the others may be

    def _year_changed(self) -> None:
        ui, year = self.ui, self.ui.year.value()
        ui.year_words.setText(f"统计 {year}年1月1日至12月31日")
        ids, known = self.beginning.editions(year), self.context.catalog
        before = self.edition
        ui.edition.blockSignals(True)
        ui.edition.clear()
        for id in ids:
            name = edition_name(known, id)
            ui.edition.addItem(f"{name}（{id}）" if known.is_own(id) else name, id)
        ui.edition.setCurrentIndex(ids.index(before) if before in ids else 0)
        ui.edition.blockSignals(False)
        ui.edition.setEnabled(len(ids) > 1)
        self._edition_changed()

    def _edition_changed(self) -> None:
        ui, id = self.ui, self.edition
        ui.create.setEnabled(bool(id))
        if id:
            ui.edition_words.setText(edition_words(self.context.catalog, id))
        else:
            first = min(map(self.context.catalog.first_year, self.context.catalog))
            ui.edition_words.setText(f"没有这一年用的格式，最早从{first}年度开始。")
        self._offer_kinds()
        self._renew()

    def _offer_kinds(self) -> None:
        ui = self.ui
        kind, choices = self.kind or self.beginning.kind_of(self.organ), ()
        if self.edition:
            choices = self.beginning.kinds(self.edition)
        ui.kind.blockSignals(True)
        ui.kind.clear()
        ui.kind.addItem("还没有选", "")
        for choice in choices:
            ui.kind.addItem(choice, choice)
        ui.kind.setCurrentIndex(max(0, ui.kind.findData(kind)))
        ui.kind.blockSignals(False)
        for widget in (ui.kind, ui.kind_label):
            widget.setVisible(bool(choices))

    def _organ_changed(self) -> None:
        known = self.beginning.kind_of(self.organ)
        if known and not self._kind_touched:
            self.ui.kind.setCurrentIndex(max(0, self.ui.kind.findData(known)))
        self._renew()

    def _touch_kind(self) -> None:
        self._kind_touched = True

    def _kind_changed(self) -> None:
        self._show_due()

    def _renew(self) -> None:
        self._show_due()
        self._show_twin()
        self._show_carried()

    # What follows from the answers

    def _show_due(self) -> None:
        words = ""
        if self.edition:
            form, year = self.context.catalog[self.edition], self.ui.year.value()
            found = due(form, year, self.beginning.kind_values(self.edition, self.kind))
            if found is not None:
                gone = found.days_left(self.context.today()) < 0
                words = f"期限是{found.on.year}年{found.on.month}月{found.on.day}日，已过"
                words = words if gone else days_words(found, self.context.today())
                self.ui.due.setToolTip(f"{found.deadline.words}（{found.deadline.source}）")
        self.ui.due.setText(words)

    def _show_twin(self) -> None:
        ui, organ, year = self.ui, self.organ, self.ui.year.value()
        found = self.context.store.find(organ, year) if organ else []
        binned = self.beginning.binned(organ, year) if not found else None
        ui.twin.setVisible(bool(found) or binned is not None)
        ui.open_twin.setVisible(bool(found))
        self._twin = found[0].id if found else None
        if found:
            when = when_words(found[0].updated, self.context.today())
            more = f"（共 {len(found)} 份）" if len(found) > 1 else ""
            ui.twin_words.setText(
                f"已有一份{more}：{name_words(found[0])}，{complete_words(found[0])}，{when}改过。"
            )
        elif binned is not None:
            ui.twin_words.setText(f"回收站里有一份：{name_words(binned)}，可以从那里恢复。")

    def _show_carried(self) -> None:
        if self.beginning.last is None or not self.edition:
            self.ui.carried.setVisible(False)
            return
        rolled = self.beginning.rolled(self.edition, self.ui.year.value())
        self.ui.carried.setVisible(True)
        more = "请看看下面几点：" if rolled.notes else ""
        self.ui.carried_words.setText(rolled.summary + more)
        self.ui.notes.setPlainText("\n".join(f"· {note}" for note in rolled.notes))
        self.ui.notes.setVisible(bool(rolled.notes))

    # The ends

    def _open_twin(self) -> None:
        self.existing = self._twin
        self.accept()

    def _create(self) -> None:
        year = self.ui.year.value()
        self.document = self.beginning.document(self.edition, year, self.organ, self.kind)
        self.accept()
