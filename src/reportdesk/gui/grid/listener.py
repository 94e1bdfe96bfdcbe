"""Who acts on the keys that a view is given, and on what input methods have for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QInputMethodEvent, QKeyEvent


class Listener(Protocol):
    """Says of each event whether it was taken."""

    def key(self, event: QKeyEvent) -> bool:
        """A key was pressed."""
        ...

    def composed(self, event: QInputMethodEvent) -> bool:
        """An input method has a text, composed or committed."""
        ...

    def asked(self, query: Qt.InputMethodQuery) -> object:
        """An input method asks something; None where the view itself answers."""
        ...
