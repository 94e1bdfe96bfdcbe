"""Benchmark of the grid: from the key that commits a cell to the repainted checks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.figures import Figure

if TYPE_CHECKING:
    from reportdesk.gui.grid.table_widget import TableGrid
    from reportdesk.gui.main_window import MainWindow

_SIZE = (940, 615)
"""The page beside rail and panel on a screen of 1366 × 768."""
_CELLS = 120
_ROUNDS = 4
_BOUND = 16.0
"""A frame at 60 frames a second."""


class _Bare(QAbstractTableModel):
    """A Python model of 28 × 10 texts that can be edited, and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [[f"{row}{column}" for column in range(10)] for row in range(28)]

    def rowCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        return 28

    def columnCount(  # noqa: N802 - Qt's name
        self, parent: QModelIndex | QPersistentModelIndex | None = None
    ) -> int:
        return 10

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.texts[index.row()][index.column()]
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = 2
    ) -> bool:
        self.texts[index.row()][index.column()] = str(value)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable


def committed_cell(app: QApplication, window: MainWindow) -> Figure:
    """The 95th percentile of a committed cell in the largest table of the open report: value
    taken, on disk, checks judged; grid, rail, findings and status bar repainted. The floor is the
    same in a bare table view without any of it."""
    grid = _largest(app, window)
    session = grid.session
    keys = [key for key in grid.layout_ if grid.steps.is_entry(key)][:_CELLS]

    def commit_all() -> list[float]:
        grid.select_key(keys[0])
        app.processEvents()
        times: list[float] = []
        for number, key in enumerate(keys):
            other = "7" if session.value(key) != "7" else "8"
            times.append(_commit(app, other if number % 3 else f"1{other}"))
        return times

    # The least of a few rounds: what the machine does besides is not the desk's.
    return Figure(
        "a committed cell, 95th percentile",
        min(_high(commit_all()) for _ in range(_ROUNDS)),
        min(_high(_bare(app)) for _ in range(_ROUNDS)),
        "bare table view",
        _BOUND,
        relative=False,
    )


def _largest(app: QApplication, window: MainWindow) -> TableGrid:
    assert window.desk is not None
    table = max(window.desk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    window.desk.go(table.id)
    window.activateWindow()
    app.processEvents()
    assert window.desk.page is not None
    (grid,) = window.desk.page.tables
    return grid


def _bare(app: QApplication) -> list[float]:
    view = QTableView()
    model = _Bare()
    view.setModel(model)
    view.setEditTriggers(QTableView.EditTrigger.AllEditTriggers)
    view.resize(*_SIZE)
    view.show()
    view.activateWindow()
    app.processEvents()
    view.setFocus()
    view.setCurrentIndex(model.index(0, 0))
    app.processEvents()
    times = [_commit(app, "7") for _ in range(_CELLS)]
    view.close()
    view.deleteLater()
    app.processEvents()
    return times


def _commit(app: QApplication, text: str) -> float:
    """Type a figure and take it with Tab; how long the Tab took until all was repainted."""
    QTest.keyClicks(_focus(app), text)
    app.processEvents()
    begin = time.perf_counter()
    QTest.keyClick(_focus(app), Qt.Key.Key_Tab)
    app.processEvents()
    return (time.perf_counter() - begin) * 1000


def _focus(app: QApplication) -> QWidget:
    widget = app.focusWidget()
    assert widget is not None
    return widget


def _high(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]
