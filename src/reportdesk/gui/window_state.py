"""Where the main window was and how large, from one start of the program to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ROOMY = (1366, 697)


def restore(window: QWidget, kept: str) -> None:
    """Put the window where it was; the first time let it have a small screen for itself."""
    if window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
        return
    screen = QApplication.primaryScreen().availableGeometry()
    window.resize(min(_ROOMY[0], screen.width()), min(_ROOMY[1], screen.height()))
    if screen.width() <= _ROOMY[0] + 2:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def kept(window: QWidget) -> str:
    """The same as text."""
    return bytes(window.saveGeometry().toBase64().data()).decode("ascii")
