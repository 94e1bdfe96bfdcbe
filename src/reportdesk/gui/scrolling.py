"""What holds content that may be larger than its room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class WholeArea(QScrollArea):
    """Wants to be as large as its content, and scrolls where it may not."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All of the content."""
        return self._content.sizeHint()

    def fit_height(self, width: int, most: int) -> None:
        """Be as high as the content is at this width, but no higher than ``most``: from there on it
        scrolls, and Tab stops here so that it can be read by keyboard."""
        frame = 2 * self.frameWidth()
        high = self._content.heightForWidth(width - frame)
        whole = (high if high >= 0 else self._content.sizeHint().height()) + frame
        self.setFixedHeight(min(whole, most))
        policy = Qt.FocusPolicy.StrongFocus if whole > most else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)


class StillArea(WholeArea):
    """Keeps the scroll bar's place: content that grows longer does not become narrower, and nothing
    in it moves aside. The bar is seen only where there is something to scroll (``sheet``)."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._bar = self.verticalScrollBar()
        self._bar.rangeChanged.connect(self._show_bar)
        self._show_bar(self._bar.minimum(), self._bar.maximum())

    def _show_bar(self, least: int, most: int) -> None:
        self._bar.setEnabled(most > least)
