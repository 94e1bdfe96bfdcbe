"""Asking for the words that tell a report from others of the same organ and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QInputDialog

from reportdesk.gui.draft_words import name_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.store.drafts import Draft

_LONGEST = 30


def ask_label(parent: QWidget, draft: Draft) -> str | None:
    """The words, "" for none; None where the clerk leaves them as they are."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle("改备注")
    dialog.setLabelText(
        f"“{name_words(draft._replace(label=''))}”的备注，写在机关名称后面，只在列表里用。\n"
        "清空就不再显示。"
    )
    dialog.setTextValue(draft.label)
    dialog.setOkButtonText("改好")
    dialog.setCancelButtonText("取消")
    taken = dialog.exec()
    words = " ".join(dialog.textValue().split())[:_LONGEST]
    dialog.deleteLater()
    return words if taken else None
