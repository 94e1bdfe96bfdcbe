"""The button of a small text under a table: folded it is a line that shows how the text begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit, QWidget

_LINES, _LINE, _AROUND = 3, 27, 10
_BEGINNING = 24


class Folder(QPushButton):
    """Shows and hides ``body``; checked while it is shown."""

    def __init__(self, name: str, editor: QTextEdit, body: QWidget) -> None:
        super().__init__()
        self._name, self._editor, self._body = name, editor, body
        self._holder: QWidget | None = None
        self.setProperty("link", "true")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._fold)
        editor.textChanged.connect(self._word)
        body.hide()
        self.renew()

    def stand_in(self, holder: QWidget) -> None:
        """Stand at the right end of ``holder``, which keeps clear of its right margin."""
        self._holder = holder
        self.setParent(holder)
        holder.installEventFilter(self)
        self._word()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep the place when the holder changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        if self._holder is not None:
            size = self.sizeHint()
            self._holder.setContentsMargins(0, 0, size.width() + 8, 0)
            left = self._holder.width() - size.width() - 4
            self.setGeometry(left, (self._holder.height() - size.height()) // 2, *size.toTuple())

    def renew(self) -> None:
        """Take the theme's measures."""
        self._body.setFixedHeight(theme().px(_LINES * _LINE + _AROUND))
        self._word()

    def _fold(self, shown: bool) -> None:
        self._body.setVisible(shown)
        self._word()
        if shown:
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _word(self) -> None:
        text = " ".join(self._editor.toPlainText().split())
        if self.isChecked():
            self.setText(f"▾ {self._name}")
        elif text:
            beginning = text if len(text) <= _BEGINNING else f"{text[:_BEGINNING]}…"
            self.setText(f"▸ {self._name}：{beginning}")
        else:
            self.setText(f"＋ {self._name}")
        if self._holder is not None and text and not self.isChecked():
            # There is no room for how it begins.
            self.setText(f"▸ {self._name}")
            self.setToolTip(text)
        self._settle()
        state = "已展开" if self.isChecked() else "已折叠"
        self.setAccessibleName(f"{self._name}，{state}")
