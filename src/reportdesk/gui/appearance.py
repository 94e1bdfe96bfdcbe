"""Light or dark: as the clerk chose, or as the system is, also when it changes."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from reportdesk.gui import style

Choice = Literal["system", "light", "dark"]


class _Follower(QObject):
    """Keeps the theme as chosen; one for the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.choice: Choice = "system"
        app.styleHints().colorSchemeChanged.connect(self.apply)

    def apply(self) -> None:
        """Take the colours that the choice means now."""
        app = self.parent()
        if not isinstance(app, QApplication):
            return
        dark = self.choice == "dark"
        if self.choice == "system":
            dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        style.set_theme(dark=dark)


def follow(app: QApplication, choice: Choice) -> None:
    """Use ``choice`` from now on."""
    follower = app.findChild(_Follower) or _Follower(app)
    follower.choice = choice
    follower.apply()
