"""The menu of the files lately used: a file that has gone is taken off with a word."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from reportdesk.gui.reports import Reports


class RecentMenu(QObject):
    """Fills ``menu`` each time it is shown, newest file first."""

    def __init__(self, menu: QMenu, reports: Reports) -> None:
        super().__init__(menu)
        self._menu, self._reports = menu, reports
        menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Fill the menu from the settings."""
        self._menu.clear()
        for number, name in enumerate(self._reports.context.settings.recent, 1):
            path = Path(name)
            action = self._menu.addAction(f"&{number % 10} {path.name}　{path.parent}")
            action.triggered.connect(lambda _checked=False, path=path: self._open(path))
        if self._menu.isEmpty():
            self._menu.addAction("还没有打开过文件").setEnabled(False)

    def _open(self, path: Path) -> None:
        if path.exists():
            self._reports.open_path(path)
            return
        self._reports.forget(path)
        self._reports.told.emit(f"“{path.name}”已经不在原来的位置，已从列表里去掉。")
