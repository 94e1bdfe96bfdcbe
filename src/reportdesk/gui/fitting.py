"""Windows that come up no larger than the screen, with narrower margins where that is small.

Qt shows a window as large as it was made, and what lies beyond the screen's edge cannot be pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_FRAME = QSize(8, 32)
"""What the system puts around a window; the title above all."""


def room_for(window: QWidget) -> QSize:
    """The greatest size that a window can have on its screen."""
    return window.screen().availableGeometry().size() - _FRAME


def fit(window: QWidget) -> None:
    """Take the size for the screen. Called before the window is placed on it."""
    look, room = theme(), room_for(window)
    layout, wanted = window.layout(), window.size()
    if room.height() < look.size("low_below") and layout is not None:
        wide, high, has = look.space("l"), look.space("m"), layout.contentsMargins()
        layout.setContentsMargins(
            min(has.left(), wide),
            min(has.top(), high),
            min(has.right(), wide),
            min(has.bottom(), high),
        )
        layout.setSpacing(min(layout.spacing(), look.space("m")))
        # By itself a window takes two thirds of the screen, and of a small one that is too little.
        wanted = wanted.expandedTo(window.sizeHint())
    if window.size() != wanted.boundedTo(room):
        window.resize(wanted.boundedTo(room))
