"""The question before what cannot be taken back: what will be gone, and a button with its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def sure(
    parent: QWidget,
    question: str,
    consequence: str,
    verb: str,
    *,
    stay: str = "取消",
    title: str = "",
) -> bool:
    """Whether the clerk says ``verb``. Enter and Esc ``stay``, and leave everything as it is. The
    title is the verb if there is no other."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(title or verb)
    box.setText(question)
    box.setInformativeText(consequence)
    do = box.addButton(verb, QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    box.exec()
    answer = box.clickedButton() is do
    box.deleteLater()
    return answer
