"""One running program per data folder: a second start hands its file to the first and leaves.

A lock file tells that the program runs, and a folder beside it takes what the second start wants;
no socket of any kind is opened.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from reportdesk.windows import replace

if TYPE_CHECKING:
    from pathlib import Path


class Instance(QObject):
    """The claim on a data folder."""

    called = Signal(str)
    """Another start asks for the window; with a file to open, or ""."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._calls = folder / "calls"
        self._lock = QLockFile(str(folder / "running.lock"))
        # The lock lives as long as its process: a program that was killed leaves it stale, and
        # Qt looks whether that process still runs. Age says nothing, the desk stays open for days.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Whether the data folder is ours now; if not, another program runs on it."""
        if not self._lock.tryLock(50):
            return False
        self._calls.mkdir(exist_ok=True)
        for left in self._calls.iterdir():
            left.unlink(missing_ok=True)
        self._watcher = QFileSystemWatcher([str(self._calls)], self)
        self._watcher.directoryChanged.connect(self._look)
        return True

    def call(self, file: Path | None) -> None:
        """Ask the running program to come to the front, and to open ``file``."""
        import uuid  # by the second start alone

        self._calls.mkdir(exist_ok=True)
        name = uuid.uuid4().hex
        written = self._calls / f"{name}.part"
        wanted = str(file.absolute()) if file is not None else ""
        written.write_text(json.dumps({"open": wanted}), encoding="utf-8")
        replace(written, self._calls / f"{name}.json")

    def release(self) -> None:
        """Give the data folder back."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def _look(self) -> None:
        for call in sorted(self._calls.glob("*.json")):
            try:
                wanted: object = json.loads(call.read_text(encoding="utf-8"))
                call.unlink()
            except (OSError, ValueError):
                continue
            file = wanted.get("open") if isinstance(wanted, dict) else ""  # pyright: ignore
            self.called.emit(file if isinstance(file, str) else "")
