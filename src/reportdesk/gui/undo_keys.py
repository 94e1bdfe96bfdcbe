"""Undo and redo in a line of the desk: they are the report's steps, never the field's letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def left_to_report(event: QEvent) -> bool:
    """Whether an event of a field is its claim on undo or redo; it is given up then, so that the
    menu's entry hears the key. To be asked in an event filter, which then lets nothing through."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    if not (event.matches(keys.Undo) or event.matches(keys.Redo)):
        return False
    event.ignore()
    return True
