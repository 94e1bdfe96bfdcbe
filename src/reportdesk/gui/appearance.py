"""Light or dark: as the clerk chose, or as the system is, also when it changes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Qt

from reportdesk.gui import style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

Choice = Literal["system", "light", "dark"]


class _Follower(QObject):
    """Keeps the theme as chosen."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.choice: Choice = "system"
        app.styleHints().colorSchemeChanged.connect(self.apply)

    def apply(self) -> None:
        """Take the colours that the choice means now."""
        dark = self.choice == "dark"
        if self.choice == "system":
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        style.set_theme(dark=dark)


@cache
def _follower(app: QApplication) -> _Follower:
    """The one for the application."""
    return _Follower(app)


def follow(app: QApplication, choice: Choice) -> None:
    """Use ``choice`` from now on."""
    follower = _follower(app)
    follower.choice = choice
    follower.apply()
