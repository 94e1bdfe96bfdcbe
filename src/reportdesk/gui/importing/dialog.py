"""The import dialog: a file is read, shown beside what it becomes, and taken as the clerk says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from reportdesk.errors import ReportdeskError
from reportdesk.gui import marks, tasks
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_import_dialog import Ui_ImportForm
from reportdesk.gui.importing.applying import apply_into, with_office
from reportdesk.gui.importing.choices import Outcome, Proposal
from reportdesk.gui.importing.loading import Loaded, load_file
from reportdesk.gui.importing.shade import Shade
from reportdesk.gui.importing.sides import Sides
from reportdesk.gui.saving import ask_file
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session

__all__ = ["ImportDialog", "Outcome", "apply_into"]

KINDS = (
    "报告文件 (*.docx *.doc *.wps *.xlsx *.xls *.et *.pdf *.html *.htm *.mht *.txt *.md"
    " *.json *.rdesk)"
    ";;所有文件 (*)"
)
_WORDS_AFTER, _BAR_AFTER = 300, 1000
"""Milliseconds after which the step is told, and the bar is shown: what is quick only flickers."""
_EDGE = (40, 24)
"""How much of the window is seen around the dialog, across and down."""


class ImportDialog(AnsweringDialog):
    """Takes in ``file``. With a ``session`` it goes into the open report, else into a new one.

    When accepted, ``outcome`` is what was decided, or ``existing`` the id of the report to open
    instead."""

    def __init__(
        self,
        context: Context,
        file: Path,
        session: Session | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self.session = context, session
        self.file = file
        """What is shown; the clerk may have taken another."""
        self.outcome: Outcome | None = None
        self.existing: int | None = None
        self.proposal: Proposal | None = None
        self.sides: Sides | None = None
        self._task: tasks.Task | None = None
        self._shade: Shade | None = None
        self.ui = Ui_ImportForm()
        self.ui.setupUi(self)
        self.setAcceptDrops(True)
        self.setModal(True)
        self._words_timer = QTimer(self, singleShot=True, interval=_WORDS_AFTER)
        self._words_timer.timeout.connect(self.ui.loadingWords.show)
        self._bar_timer = QTimer(self, singleShot=True, interval=_BAR_AFTER)
        self._bar_timer.timeout.connect(self.ui.loadingBar.show)
        self._hold_place(self.ui.loadingWords, self.ui.loadingBar)
        self._listen()
        self._size()
        self.load(file)

    @staticmethod
    def _hold_place(*widgets: QWidget) -> None:
        for widget in widgets:
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)

    def _listen(self) -> None:
        ui = self.ui
        for button in (ui.stopButton, ui.closeButton, ui.cancelButton):
            button.clicked.connect(self.reject)
        ui.againButton.clicked.connect(self._ask)
        ui.changeButton.clicked.connect(self._ask)
        ui.takeButton.clicked.connect(self._take)
        ui.existingButton.clicked.connect(self._open_existing)

    def _size(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            window = parent.window()
            size = window.size()
            across = 2 * _EDGE[0] if size.width() >= theme().size("single_below") else 0
            self.resize(size.width() - across, size.height() - _EDGE[1])

    # Reading

    def load(self, file: Path) -> None:
        """Read a file; what was shown before is gone."""
        self._stop()
        self.proposal = None
        self.file = file
        ui = self.ui
        ui.loadingFile.setText(file.name)
        ui.loadingWords.setText("")
        ui.loadingWords.hide()
        ui.loadingBar.hide()
        ui.stages.setCurrentWidget(ui.loadingPage)
        ui.stopButton.setFocus()
        self._words_timer.start()
        self._bar_timer.start()
        catalog = self.context.catalog
        # The catalog reads an edition when it is first asked for, and knows one thread only.
        for edition in catalog:
            _ = catalog[edition]
        self._task = tasks.run(
            self,
            lambda tell, cancelled: load_file(file, catalog, tell, cancelled),
            self._loaded,
            self._failed,
        )
        self._task.told.connect(ui.loadingWords.setText)

    def _stop(self) -> None:
        self._words_timer.stop()
        self._bar_timer.stop()
        if self._task is not None:
            self._task.told.disconnect()
            self._task.cancel()
            self._task = None

    def _failed(self, error: Exception) -> None:
        self._stop_waiting()
        if not isinstance(error, ReportdeskError):
            self.reject()
            raise error
        ui = self.ui
        ui.troubleMark.setPixmap(marks.pixmap("review", 28, self.devicePixelRatioF()))
        ui.troubleFile.setText(self.file.name)
        ui.troubleWords.setText(error.message)
        ui.troubleSafe.setVisible("没有被改动" not in error.message)
        ui.stages.setCurrentWidget(ui.troublePage)
        ui.againButton.setDefault(True)
        ui.againButton.setFocus()

    def _loaded(self, loaded: Loaded) -> None:
        self._stop_waiting()
        target = self.session.document if self.session is not None else None
        self.proposal = Proposal(loaded, self.context.catalog, target)
        if self.sides is None:
            self.sides = Sides(self.ui, self.context, self)
        self.sides.show_proposal(self.proposal)
        self.ui.stages.setCurrentWidget(self.ui.importPage)
        self.ui.takeButton.setDefault(True)
        self.sides.focus()

    def _stop_waiting(self) -> None:
        self._words_timer.stop()
        self._bar_timer.stop()
        self._task = None

    @property
    def loading(self) -> bool:
        """Whether a file is being read."""
        return self._task is not None

    def _ask(self) -> None:
        folder = self.context.settings.last_folder or str(self.file.parent)
        path = ask_file(self, "换一个文件", Path(folder), KINDS)
        if path is not None:
            self.context.keep(last_folder=str(path.parent))
            self.load(path)

    # Ending

    def _take(self) -> None:
        found = self.proposal.outcome() if self.proposal is not None else None
        if found is None:
            return
        if found.kind == "create":
            office = self.context.store.office(found.document.edition)
            found = with_office(found, office)
        self.outcome = found
        self.accept()

    def _open_existing(self) -> None:
        if self.sides is not None and self.sides.heading.existing is not None:
            self.existing = self.sides.heading.existing
            self.accept()

    def done(self, result: int) -> None:
        """Give up a reading that is on its way, and lift the shade."""
        self._stop()
        super().done(result)
        if self._shade is not None:
            self._shade.deleteLater()
            self._shade = None

    def exec(self) -> int:
        """Show it over the shaded window and wait for its end."""
        parent = self.parentWidget()
        if parent is not None:
            self._shade = Shade(parent.window())
        return super().exec()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Read the file that was dropped instead of this one."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.load(Path(files[0]))
