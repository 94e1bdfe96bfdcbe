"""One start of a window, for ``benchmarks.desk`` to time as a whole process.

    python -m benchmarks.desk_window bare
    python -m benchmarks.desk_window start FOLDER
    python -m benchmarks.desk_window open FOLDER
    python -m benchmarks.desk_window first FOLDER

``bare`` is a window with a table of 28 × 10 on a Python model, the least that any desk of this
kind must do: figures, and beside each row what it counts, in Chinese and in a font for simplified
Chinese, for no clerk could read it otherwise. (That font is 9 MB of its memory and a twentieth of
its time.) ``start`` is the desk on its start page, as its command starts it on the data in FOLDER,
``open`` with the newest report of these open at its largest table. Each is painted, then says its
peak memory in KiB and leaves. ``first`` opens that report when the start page has stood for a
second, and says how many milliseconds it took until it was painted.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from reportdesk.gui.main_window import MainWindow


_TEXT = """政府信息公开年度报告由各级机关在每年一月底以前编写发布，内容包括主动公开、收到和处理的
申请、引起的复议诉讼、存在的问题及改进办法、其他需要说明的事项。数字从台账里来：新收、上年结转、予以公开、
部分公开、不予公开、无法提供、不再受理、其余情形，合起来等于总数，再减去答复过的，剩下的结转下一年度继续
办理。按自然人、商业企业、科研单位、社会团体、法律服务机构分列，每格填一个整数，没有就写零；改错时上下左右
都要相符。""".replace("\n", "")
"""As many different characters as a page of the desk shows."""


def bare() -> None:
    """A window with a bare table, painted."""
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    class Model(QAbstractTableModel):
        def rowCount(self, parent: object = None) -> int:  # noqa: N802 - Qt's name
            return 28

        def columnCount(self, parent: object = None) -> int:  # noqa: N802 - Qt's name
            return 10

        def data(self, index: QModelIndex, role: int = 0) -> object:  # pyright: ignore
            if role != Qt.ItemDataRole.DisplayRole:
                return None
            begin = index.row() * 7
            return "12" if index.column() else _TEXT[begin : begin + 14]

    app = QApplication([])
    app.setFont(QFont("Noto Sans CJK SC"))
    window, table, model = QMainWindow(), QTableView(), Model()
    table.setModel(model)
    table.setColumnWidth(0, 200)
    window.setCentralWidget(table)
    window.showMaximized()
    _paint(app)


def desk(folder: str, then: Callable[[QApplication], object]) -> None:
    """The desk, painted: all that the command does but for waiting for the clerk."""
    gc.disable()  # as the command does
    from reportdesk import app as program

    class Leaving(program.QApplication):
        def exec(self) -> int:  # pyright: ignore[reportIncompatibleMethodOverride]
            _paint(self)
            then(self)
            _say_memory()

    program.QApplication = Leaving  # pyright: ignore[reportPrivateImportUsage]
    program.start(["--data-dir", folder])


def nothing(app: QApplication) -> None:
    """Leave the start page as it is."""


def largest(app: QApplication) -> None:
    """Open the newest report at its largest table."""
    window = _open(app)
    assert window.desk is not None
    window.desk.go(_largest(window))
    _paint(app)


def first(app: QApplication) -> NoReturn:
    """Open the newest report, the first that is opened, and say how long it took."""
    _look(app, 1.0)
    begin = time.perf_counter()
    _open(app)
    print((time.perf_counter() - begin) * 1000, flush=True)
    os._exit(0)


def _look(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.01)


def _open(app: QApplication) -> MainWindow:
    from reportdesk.gui.main_window import MainWindow

    window = next(each for each in app.topLevelWidgets() if isinstance(each, MainWindow))
    window.reports.open(window.context.store.drafts()[0].id)
    app.processEvents()
    window.reports.marker.clear()  # else the next start would open it again
    return window


def _largest(window: MainWindow) -> str:
    assert window.desk is not None
    sizes = {t.id: sum(1 for _ in t.cells()) for t in window.desk.session.edition.tables}
    return max(sizes, key=lambda id: sizes[id])


def _paint(app: QApplication) -> None:
    for _ in range(3):
        app.processEvents()


def _say_memory() -> NoReturn:
    # Not the rusage, which has in it what the process was before it became this program.
    status = Path("/proc/self/status").read_text(encoding="ascii")  # this is measured on Linux
    print(status.partition("VmHWM:")[2].split()[0], flush=True)
    os._exit(0)  # what follows the work is not measured


def main() -> None:
    """Do what was asked for."""
    if sys.argv[1] == "bare":
        bare()
        _say_memory()
    desk(sys.argv[2], {"start": nothing, "open": largest, "first": first}[sys.argv[1]])


if __name__ == "__main__":
    main()
