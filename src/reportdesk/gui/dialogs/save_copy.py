"""Writing a report whole into an .rdesk file, at a place that the clerk chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk import jobs
from reportdesk.formats.writers.naming import file_name
from reportdesk.gui.documents import documents
from reportdesk.gui.saving import ask_path

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.context import Context
    from reportdesk.report.document import Document

_SUFFIX = ".rdesk"


def save_copy(parent: QWidget, context: Context, document: Document, more: str = "") -> str:
    """Ask where, and write ``document`` there, under a name that ends in ``more``. What was done,
    in words; "" where the clerk gave it up. Raises WriteError."""
    name = file_name(f"{document.organ}{document.year or ''}年报{more}", _SUFFIX)
    start = documents(context.settings.last_folder) / name
    path = ask_path(parent, "另存 .rdesk", start, "报告副本")
    if path is None:
        return ""
    if path.suffix.lower() != _SUFFIX:
        path = path.with_name(path.name + _SUFFIX)
    jobs.write(document, path, context.catalog)
    context.keep(last_folder=str(path.parent))
    return f"已另存到 {path}。"
