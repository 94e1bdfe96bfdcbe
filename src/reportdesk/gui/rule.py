"""A thin line between two parts of the window."""

from PySide6.QtWidgets import QFrame


class Rule(QFrame):
    """Lies flat, or stands ``upright``; the style sheet gives colour and width."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setProperty("upright" if upright else "rule", "true")
