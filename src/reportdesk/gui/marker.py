"""A mark in the data folder while a report is open, so that a start after a crash can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Marker:
    """Which report was open when the program ended without closing it."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "open-report"

    def left(self) -> int | None:
        """The draft that was left open, None if the program was closed in order."""
        try:
            return int(self._file.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def set(self, id: int) -> None:
        """Remember that this draft is open. Where that cannot be written nothing is lost but the
        word after a crash: the draft itself is in the database."""
        try:
            self._file.write_text(str(id), encoding="ascii")
        except OSError:
            return

    def clear(self) -> None:
        """Forget it: everything was closed in order."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError:
            return
