"""The dialog that tells of an unexpected trouble: what is so, what is safe, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui import marks
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.fitting import fit
from reportdesk.gui.scrolling import WholeArea
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.gui.crash import Record

CLOSE = 2
"""The result of the dialog where the clerk wants the program closed."""

_ALL_SAFE = "填写的内容都在"
_WAIT = "程序会自动再存，请先不要关闭程序。"
_TO_DO = (
    "1. 继续使用，把刚才的操作再做一次；",
    "2. 如果又出现，先关闭程序再打开，会回到现在的位置；",
    "3. 把问题记录发给技术人员。记录里没有报告内容，不会自动发送。",
)


class TroubleDialog(AnsweringDialog):
    """``safe`` says what is saved and when, in one line; ``saved`` whether that is everything."""

    def __init__(
        self,
        parent: QWidget | None,
        record: Record,
        safe: str,
        folder: Path,
        *,
        saved: bool = True,
    ) -> None:
        super().__init__(parent)
        self._record, self._folder = record, folder
        self.setWindowTitle("政府信息公开年报")
        self.setMinimumWidth(540)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(self._headline())
        layout.addWidget(self._safe(safe, saved=saved))
        title = QLabel("可以这样做")
        title.setProperty("use", "panel")
        layout.addWidget(title)
        for words in _TO_DO:
            line = QLabel(words)
            line.setWordWrap(True)
            layout.addWidget(line)
        self._details = QPlainTextEdit(record.text())
        self._details.setReadOnly(True)
        self._details.setAccessibleName("技术细节")
        self._details.setFixedHeight(120)
        self._details.hide()
        layout.addLayout(self._links())
        layout.addWidget(self._details)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(22, 20, 22, 16)
        outer.setSpacing(12)
        outer.addWidget(WholeArea(body))
        outer.addLayout(self._buttons())

    def _headline(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        mark = QLabel()
        mark.setPixmap(marks.pixmap("trouble", 28, self.devicePixelRatioF()))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        title = QLabel("刚才的操作没有做完")
        title.setProperty("use", "heading")
        words.addWidget(title)
        what = QLabel("程序遇到没有想到的情况，已经停下了这一步。")
        what.setProperty("tone", "soft")
        words.addWidget(what)
        row.addLayout(words, 1)
        return row

    def _safe(self, safe: str, *, saved: bool) -> QFrame:
        box = QFrame()
        ground = theme().colour("ok_soft" if saved else "review_soft").name()
        box.setStyleSheet(f"QFrame {{ background: {ground}; border: none; }}")
        row = QHBoxLayout(box)
        row.setContentsMargins(12, 10, 12, 10)
        mark = QLabel()
        mark.setPixmap(marks.pixmap("ok" if saved else "review", 18, self.devicePixelRatioF()))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        title = QLabel(_ALL_SAFE if saved else "最后的改动还没有保存")
        title.setProperty("use", "panel")
        words.addWidget(title)
        told = safe.removeprefix(_ALL_SAFE).lstrip("，。") if saved else f"{safe}{_WAIT}"
        detail = QLabel(told)
        detail.setWordWrap(True)
        detail.setVisible(bool(told))
        words.addWidget(detail)
        row.addLayout(words, 1)
        return box

    def _links(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for words, slot in (
            ("技术细节", self._toggle),
            ("打开记录所在文件夹", self._open_folder),
        ):
            button = QPushButton(words)
            button.setProperty("link", "true")
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        close = QPushButton("关闭程序")
        close.setAutoDefault(False)
        close.clicked.connect(lambda: self.done(CLOSE))
        copy = QPushButton("复制问题记录")
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._record.text()))
        go_on = QPushButton("继续使用")
        go_on.setProperty("primary", "true")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row.addWidget(close)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(go_on)
        go_on.setFocus()
        return row

    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self.adjustSize()
        fit(self)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
