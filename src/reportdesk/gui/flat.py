"""A small button without a frame, for bars in which a frame would be too much."""

from PySide6.QtWidgets import QPushButton


class FlatButton(QPushButton):
    """Words that can be pressed."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setProperty("flat", "true")
        self.setProperty("small", "true")
