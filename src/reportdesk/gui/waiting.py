"""Files that another start hands over while a question is open: they wait until it is answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class WaitingFiles(QObject):
    """Opens one file after another, never one over the dialog of the one before."""

    def __init__(self, window: QWidget, open_path: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._window, self._open = window, open_path
        self._files: list[Path] = []

    def put(self, file: str) -> None:
        """Open a file now, or once nothing is asked any more."""
        self._files.append(Path(file))
        # Only while a file waits: for an event filter PySide builds every class of event.
        self._window.installEventFilter(self)
        self._next()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go on where a dialog over the window was closed and what it asked for is done."""
        if event.type() == QEvent.Type.WindowUnblocked and self._files:
            QTimer.singleShot(0, self, self._next)
        return super().eventFilter(watched, event)

    def _next(self) -> None:
        if self._files and QApplication.activeModalWidget() is None:
            self._open(self._files.pop(0))
        if not self._files:
            self._window.removeEventFilter(self)
