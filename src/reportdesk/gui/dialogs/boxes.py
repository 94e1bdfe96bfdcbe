"""The few things that have to be seen and answered before anything else: boxes over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from reportdesk.gui.dialogs.sure import sure

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def tell(window: QWidget, title: str, words: str) -> None:
    """Say what did not work and what is safe."""
    box = _box(window, title, words)
    box.exec()
    box.deleteLater()


def stay(window: QWidget, title: str, safe: str, *, closing: bool) -> bool:
    """Say that something is not saved, and what is ``safe``; whether to stay. Only where she is
    closing the program does it offer another thing to do."""
    box = _box(window, title, "最后的改动还没有保存成功。")
    box.setInformativeText(f"{safe}\n请看看磁盘是否还有空间、数据文件夹是否能写，程序会自动再存。")
    here = box.addButton("留在这里", QMessageBox.ButtonRole.RejectRole)
    if closing:
        box.addButton("不保存，关闭", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(here)
    box.exec()
    stays = box.clickedButton() is here or not closing
    box.deleteLater()
    return stays


def give_up(window: QWidget, title: str, why: str, verb: str) -> bool:
    """Say that something typed was not taken, and ``why``; whether to do without it."""
    question = "有一格里的内容还没有填进去。"
    return sure(window, question, why, f"不要了，{verb}", stay="回去改", title=title)


def _box(window: QWidget, title: str, words: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setWindowTitle(title)
    box.setText(words)
    return box
