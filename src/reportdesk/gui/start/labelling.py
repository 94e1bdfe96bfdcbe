"""Asking for the words that tell a report from others of the same organ and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.draft_words import name_words
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_label import Ui_Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.store.drafts import Draft


class LabelDialog(AnsweringDialog):
    """Accepted, ``words`` are the new ones."""

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_Label()
        self.ui.setupUi(self)
        self.ui.report.setText(name_words(draft._replace(label="")))
        self.ui.name.setText(draft.label)
        self.ui.name.selectAll()
        self.ui.take.clicked.connect(self.accept)
        self.ui.cancel.clicked.connect(self.reject)
        self.ui.name.setFocus()

    @property
    def words(self) -> str:
        """The words, "" for none."""
        return " ".join(self.ui.name.text().split())


def ask_label(parent: QWidget, draft: Draft) -> str | None:
    """The words, "" for none; None where the clerk leaves them as they are."""
    dialog = LabelDialog(draft, parent)
    words = dialog.words if dialog.exec() else None
    dialog.deleteLater()
    return words
