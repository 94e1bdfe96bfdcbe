"""Standard output and error for a program that was started without any, as by a double click on
Windows: a file in the log folder, so that what a library says there is not lost and breaks nothing.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from pathlib import Path

NAME = "output.log"
_LARGEST = 200_000
"""Bytes; a longer file is put aside in the place of the one before."""


def give_streams(logs: Path) -> TextIO | None:
    """Stand in for the streams that are missing, and have Qt's words go there too; the file, or
    None where nothing was missing. Where it cannot be written the words go nowhere."""
    if sys.stdout is not None and sys.stderr is not None:  # type: ignore[redundant-expr]
        return None
    stream = _open(logs)
    sys.stdout = sys.stdout or stream
    sys.stderr = sys.stderr or stream
    qInstallMessageHandler(_pass_on)
    return stream


def _open(logs: Path) -> TextIO:
    file = logs / NAME
    try:
        logs.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_suffix(".old.log"))
        # It stays open as long as the process lasts.
        return file.open("a", encoding="utf-8", errors="replace", buffering=1)
    except OSError:
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - lasts as the process


def _pass_on(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    print(f"Qt: {text}", file=sys.stderr)
