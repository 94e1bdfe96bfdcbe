"""The last resort: an unexpected exception is logged, told in plain words, and nothing is lost.

The log holds where in the program it happened and never what the report says: exceptions carry
values in their messages, so only their types and the places in our code are written down.
"""

from __future__ import annotations

import faulthandler
import sys
import time
import traceback
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_KEPT = 20
"""So many log files are kept, the newest."""
_QUIET = 10.0
"""Seconds in which the same trouble at the same place is not told again."""


class Record:
    """One trouble: when, what kind, where in the program."""

    def __init__(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        self.when = datetime.now().astimezone()
        self.kind = kind.__name__
        self.frames = [
            f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(trace)
        ]

    @property
    def place(self) -> str:
        """Where it happened, the innermost place of our own code."""
        own = [frame for frame in self.frames if frame.startswith("reportdesk")]
        return (own or self.frames or ["?"])[-1]

    def text(self) -> str:
        """The record for a technician."""
        import platform  # only where something went wrong

        return "\n".join(
            (
                f"{self.when:%Y-%m-%d %H:%M:%S} {self.kind}",
                f"reportdesk {_version('reportdesk')}, PySide6 {_version('PySide6-Essentials')},"
                f" Python {platform.python_version()}, {platform.system()} {platform.release()}",
                *(f"  {frame}" for frame in self.frames),
                "",
            )
        )


class CrashHook:
    """Catches what nobody caught, for as long as the window is open. Call ``install`` once."""

    def __init__(
        self,
        folder: Path,
        tell: Callable[[Record], None],
        clock: Callable[[], float] = time.monotonic,
    ):
        self.folder = folder
        self._tell, self._clock = tell, clock
        self._busy = False
        self._last: dict[str, float] = {}
        self._native = None

    def install(self) -> None:
        """Take the place of Python's own hook, and have even a crash of the libraries logged."""
        sys.excepthook = self
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._native = (self.folder / "native.log").open("a", encoding="utf-8")
            faulthandler.enable(self._native)
        except OSError:
            return  # a folder that cannot be written must not keep the program from starting

    def remove(self) -> None:
        """Give the hook back."""
        sys.excepthook = sys.__excepthook__
        if self._native is not None:
            faulthandler.disable()
            self._native.close()
            self._native = None

    def __call__(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log the trouble and tell it, once; trouble while telling is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        record = Record(kind, trace)
        self._log(record)
        now = self._clock()
        told_lately = now - self._last.get(record.place, -_QUIET) < _QUIET
        self._last[record.place] = now
        if self._busy or told_lately:
            return
        self._busy = True
        try:
            self._tell(record)
        finally:
            self._busy = False

    def _log(self, record: Record) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            file = self.folder / f"reportdesk-{record.when:%Y%m%d}.log"
            with file.open("a", encoding="utf-8") as out:
                out.write(record.text() + "\n")
            for old in sorted(self.folder.glob("reportdesk-*.log"))[:-_KEPT]:
                old.unlink()
        except OSError:
            return  # nothing is left to tell it to; the clerk is told in any case


def _version(package: str) -> str:
    # Read through the mail parser, of which no start without trouble has any use.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
