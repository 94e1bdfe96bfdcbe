"""Pictures of every screen, for looking at and for the user guide: ``dev.py shots`` runs it.

One run makes the pictures of one platform at one scale, with a store of its own and reports made
from the sample. ``--guide`` puts those that the user guide shows into resources/help/pictures.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from reportdesk import app as start
from reportdesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QApplication, QWidget

    from reportdesk.gui.context import Context

GUIDE = ("start", "import", "table3", "table2", "text", "review")
GUIDE_WIDTH = 656
TODAY = date(2027, 1, 20)
_PATIENCE = 20_000
"""Milliseconds that something may take to come about."""


class Studio:
    """Takes the pictures of one run."""

    def __init__(self, app: QApplication, context: Context, folder: Path, guide: bool) -> None:
        self.app, self.context, self.folder, self.guide = app, context, folder, guide
        self.taken: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def settle(self, milliseconds: int = 120) -> None:
        """Let everything be laid out and painted."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def until(self, done: Callable[[], bool]) -> None:
        """Wait until ``done``; raises TimeoutError."""
        for _ in range(_PATIENCE // 50):
            if done():
                return
            self.settle(50)
        raise TimeoutError

    def size(self, window: QWidget, size: QSize) -> None:
        """Give a window a size of its own, whatever screen it remembers."""
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.resize(size)
        window.move(0, 0)
        self.settle()

    def take(self, name: str, widget: QWidget) -> None:
        """Take the picture of a window; on a real screen what the screen shows of it."""
        self.settle()
        if QGuiApplication.platformName() == "offscreen":
            picture = widget.grab()
        else:
            self.settle(300)
            place = widget.frameGeometry()
            picture = widget.screen().grabWindow(
                0, place.x(), place.y(), place.width(), place.height()
            )
        picture.save(str(self.folder / f"{name}.png"))
        self.taken.append(name)
        if self.guide and name in GUIDE:
            to = resource("help", "pictures")
            to.mkdir(exist_ok=True)
            _small(picture).save(str(to / f"{name}.png"), quality=0)


def _small(picture: QPixmap) -> QImage:
    image = picture.toImage()
    image.setDevicePixelRatio(1)
    return image.scaledToWidth(GUIDE_WIDTH, Qt.TransformationMode.SmoothTransformation)


def _widen_screen(folder: Path) -> None:
    """Have the screen that offscreen pretends as large as the one the pictures are of, for windows
    keep within it."""
    if os.environ.get("QT_QPA_PLATFORM") != "offscreen" or sys.platform == "win32":
        return  # there Qt would take the colon after the drive for the end of the path
    file = folder / "screen.json"
    whole = {"name": "wide", "x": 0, "y": 0, "width": 2732, "height": 1536, "dpr": 1}
    file.write_text(json.dumps({"screens": [{**whole, "logicalDpi": 96}]}), encoding="ascii")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def _give_up(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A picture of a screen in which something went wrong is no picture."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def main() -> int:
    """Take every picture into the folder named."""
    sys.excepthook = _give_up
    from scenes import SCENES

    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--guide", action="store_true")
    names = [scene.__name__ for scene in SCENES]
    options.add_argument("--only", nargs="*", default=[], choices=names)
    wanted = options.parse_args()

    with tempfile.TemporaryDirectory() as data:
        _widen_screen(Path(data))
        app = start.make_application()
        context = start.gather(start.Wish(data=Path(data)))
        context.today = lambda: TODAY
        start.dress(app, context)
        studio = Studio(app, context, wanted.folder, wanted.guide)
        for scene in SCENES:
            if not wanted.only or scene.__name__ in wanted.only:
                scene(studio)
        context.store.close()
    print(f"{len(studio.taken)} pictures in {wanted.folder}: {', '.join(studio.taken)}")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("LANG", "zh_CN.UTF-8")
    sys.exit(main())
