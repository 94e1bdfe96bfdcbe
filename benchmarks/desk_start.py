"""Benchmark of the start page: thousands of drafts on screen, painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from benchmarks.figures import Figure, paired
from reportdesk.gui.context import Context
from reportdesk.gui.start.page import StartPage
from reportdesk.paths import shipped_catalog
from reportdesk.report.rollover import begin
from reportdesk.settings import SettingsFile
from reportdesk.store.drafts import DraftStore

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.form.catalog import Catalog

DRAFTS = 2000
_SIZE = (1366, 648)


class _Plain(QAbstractTableModel):
    """28 by 10 numbers, the floor of everything with a table in it."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 28

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:  # noqa: N802 - Qt's name
        return 10

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() * index.column())
        return None


def measure(folder: Path) -> Figure:
    """A start page of 2,000 drafts made, shown and painted. There has to be an application, in
    the desk's look; ``folder`` takes the drafts."""
    catalog = shipped_catalog()
    settings = SettingsFile(folder / "settings.json")
    with DraftStore(folder) as store:
        _fill(store, catalog)
        context = Context(store, catalog, settings, settings.load(), folder, folder / "logs")

        def page() -> None:
            _show(StartPage(context))

        ours, floor = paired(page, _bare, 5)
    return Figure(
        f"start page of {DRAFTS} drafts", ours, floor, "a bare 28x10 table shown", 300, False
    )


def _bare() -> None:
    view, model = QTableView(), _Plain()
    view.setModel(model)
    _show(view)


def _show(widget: QWidget) -> None:
    widget.resize(*_SIZE)
    widget.show()
    QApplication.processEvents()
    widget.grab()
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()


def _fill(store: DraftStore, catalog: Catalog) -> None:
    edition = catalog.for_year(2025)
    assert edition is not None
    with store.database.writing():
        for number in range(DRAFTS):
            organ = f"青禾县第{number * 7919 % DRAFTS}中心"
            store.create(begin(edition, 2019 + number % 7, {"organ": organ}))
