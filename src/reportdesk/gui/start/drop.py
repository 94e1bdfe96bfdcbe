"""A page that takes a file dropped anywhere on it, and says before the drop what will happen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reportdesk.gui.style import restyle

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QMouseEvent,
    )
    from PySide6.QtWidgets import QFrame, QLabel

_LONGEST = 15
"""Characters of a file's name for which the drop area has room."""


class DropPage(QWidget):
    """Shows in its areas what a drop would do, and tells ``file_dropped`` for one file."""

    file_dropped = Signal(str)
    area_clicked = Signal()
    """A click on an area: people try that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._areas: list[DropArea] = []

    def add_area(self, frame: QFrame, label: QLabel) -> None:
        """Have a frame on the page say in its label what a drop would do."""
        self._areas.append(DropArea(frame, label))

    def _show_state(self, state: str, words: str = "") -> None:
        for area in self._areas:
            area.show_state(state, words)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Hear clicks on the areas: what lies in them leaves the mouse to the page."""
        where = event.position().toPoint()
        if any(area.is_at(self, where) for area in self._areas):
            self.area_clicked.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say what a drop would do."""
        if not event.mimeData().hasUrls():
            event.ignore()
            return
        file, why_not = _file(event.mimeData())
        if file is None:
            self._show_state("refused", why_not)
            # Taken all the same: what is refused at once is never told that the drag has left.
            event.setDropAction(Qt.DropAction.IgnoreAction)
        else:
            self._show_state("over", f"松开，从“{_brief(file.name)}”开始")
            event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802 - Qt's name
        """Keep saying it."""
        if _file(event.mimeData())[0] is None:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802 - Qt's name
        """All is as before."""
        self._show_state("idle")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the file on, once the drop is over: until then the program that it was dragged from
        stands still."""
        self._show_state("idle")
        file, _ = _file(event.mimeData())
        if file is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            QTimer.singleShot(0, self, lambda: self.file_dropped.emit(str(file)))


class DropArea:
    """A frame on the page that says in its label what a drop would do."""

    def __init__(self, frame: QFrame, label: QLabel) -> None:
        self._frame, self._label, self._usual = frame, label, label.text()

    def is_at(self, page: QWidget, where: QPoint) -> bool:
        """Whether this point of the page lies in it."""
        return self._frame.isVisible() and self._frame.rect().contains(
            self._frame.mapFrom(page, where)
        )

    def show_state(self, state: str, words: str) -> None:
        """Take the look of a state (``idle``, ``over``, ``refused``), and the words for it; the
        usual ones if there are none."""
        self._label.setText(words or self._usual)
        restyle(self._frame, "drop", state)


def _brief(name: str) -> str:
    """A file's name with its beginning and its end, where it is too long for the area."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 8]}…{name[-7:]}"


def _file(data: QMimeData) -> tuple[Path | None, str]:
    """The one file that is dragged; or None, and why it cannot be taken."""
    urls = data.urls()
    if len(urls) != 1:
        return None, "一次拖一个文件"
    if not urls[0].isLocalFile():
        return None, "请先把文件存到这台电脑上"
    file = Path(urls[0].toLocalFile())
    if file.is_dir():
        return None, "这是文件夹，请拖里面的文件"
    return file, ""
