"""Asking where a file shall be written, and which file is meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from reportdesk.gui.fitting import fit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def ask_path(parent: QWidget, title: str, suggested: Path, kind: str) -> Path | None:
    """Where; the dialog asks before a file that is there is replaced. None where it was given
    up."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*{suggested.suffix})")
    # With it the dialog itself asks before a file that is there is overwritten.
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.setDirectory(str(suggested.parent))
    dialog.selectFile(suggested.name)
    return _chosen(dialog)


def ask_file(parent: QWidget | None, title: str, folder: Path, kinds: str) -> Path | None:
    """Which file, of one of the ``kinds``; None where it was given up."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds.split(";;"))
    dialog.setDirectory(str(folder))
    return _chosen(dialog)


def _chosen(dialog: QFileDialog) -> Path | None:
    fit(dialog)  # Qt's own, which is shown where the system has none
    taken = dialog.exec()
    files = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(files[0]) if taken and files else None
