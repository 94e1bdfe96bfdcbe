"""What keys mean in a narrative: commands of the menus, and a live number that is typed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

if TYPE_CHECKING:
    from collections.abc import Collection

_COMMANDS = {
    "undo": QKeySequence.StandardKey.Undo,
    "redo": QKeySequence.StandardKey.Redo,
    "find": QKeySequence.StandardKey.Find,
    "replace": QKeySequence.StandardKey.Replace,
    "find_next": QKeySequence.StandardKey.FindNext,
    "find_previous": QKeySequence.StandardKey.FindPrevious,
}
_TYPED = {
    "live": ("Ctrl+K",),
    "redo": ("Ctrl+Shift+Z",),
    "replace": ("Ctrl+H",),
    "hold": ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
}


def command_of(event: QKeyEvent) -> str:
    """The command that a key is, "" if it is none: undo, redo, find, replace, find_next,
    find_previous, live, hold."""
    for name, key in _COMMANDS.items():
        if event.matches(key):
            return name
    pressed = QKeySequence(event.keyCombination())
    known = ((name, key) for name, keys in _TYPED.items() for key in keys)
    return next((name for name, key in known if pressed == QKeySequence(key)), "")


def deletes(event: QKeyEvent) -> bool:
    """Whether a key deletes what is selected."""
    return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def typed_key(cursor: QTextCursor, keys: Collection[str]) -> QTextCursor | None:
    """A cursor that selects ``{{key}}`` right before the given one, if it is one of ``keys``."""
    words = cursor.block().text().encode("utf-16-le")[: cursor.positionInBlock() * 2]
    before = words.decode("utf-16-le", "replace")
    start = before.rfind("{{")
    if start < 0 or not before.endswith("}}") or before[start + 2 : -2] not in keys:
        return None
    found = QTextCursor(cursor)
    found.setPosition(cursor.position() - (len(before) - start), QTextCursor.MoveMode.KeepAnchor)
    return found
