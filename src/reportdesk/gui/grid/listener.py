"""Who acts on the keys that a view is given, and on what input methods have for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QInputMethodEvent

_M = Qt.KeyboardModifier


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


def from_number_pad(event: QEvent) -> bool:
    """Whether a key of the number pad is pressed with Alt."""
    both = _M.AltModifier | _M.KeypadModifier
    return isinstance(event, QKeyEvent) and event.modifiers() & both == both
