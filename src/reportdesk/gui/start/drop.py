"""A page that takes a file dropped anywhere on it, and says before the drop what will happen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent


class DropPage(QWidget):
    """Tells ``hovered`` while something is dragged over it, and ``file_dropped`` for one file."""

    file_dropped = Signal(str)
    hovered = Signal(str, str)
    """The state (``idle``, ``over``, ``refused``), and the words to show for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Say what a drop would do."""
        if not event.mimeData().hasUrls():
            event.ignore()
            return
        file, why_not = _file(event.mimeData())
        if file is None:
            self.hovered.emit("refused", why_not)
            # Taken all the same: what is refused at once is never told that the drag has left.
            event.setDropAction(Qt.DropAction.IgnoreAction)
        else:
            self.hovered.emit("over", f"松开，从“{file.name}”开始")
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
        self.hovered.emit("idle", "")

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Hand the file on."""
        self.hovered.emit("idle", "")
        file, _ = _file(event.mimeData())
        if file is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.file_dropped.emit(str(file))


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
