"""Where a file dialog opens: where the clerk was last, else her documents, wherever those lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents(last: str = "") -> Path:
    """The folder ``last`` if it is still there; a stick may be out and a share away. Else the
    system's folder for documents: it has a Chinese name or lies on another drive on many
    computers. Never the folder that the program was started in, which may be its own."""
    if last and Path(last).is_dir():
        return Path(last)
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()
