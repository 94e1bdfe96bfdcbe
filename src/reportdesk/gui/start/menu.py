"""The menu on a report of the list: what its buttons do, and the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reportdesk.gui.start.drafts_model import TITLES, Column

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportdesk.gui.start.table import DraftsTable


class Command(NamedTuple):
    """An entry: its words with its key, what it does, and whether it is for one report only."""

    words: str
    do: Callable[[], None]
    single: bool = True


def draft_menu(table: DraftsTable, commands: Sequence[Command]) -> QMenu:
    """The menu for what is chosen in ``table``: the commands, the last of them apart."""
    menu = QMenu(table)
    one = len(table.chosen) == 1
    for command in commands:
        action = menu.addAction(command.words)
        action.triggered.connect(command.do)
        action.setEnabled(one or not command.single)
    last = menu.actions()[-1]
    menu.setDefaultAction(menu.actions()[0])
    order = _order(table)
    menu.insertSeparator(last)
    menu.insertMenu(last, order)
    menu.insertSeparator(last)
    return menu


def _order(table: DraftsTable) -> QMenu:
    order = QMenu("排序(&R)", table)
    group = QActionGroup(order)
    for column in Column:
        action = order.addAction(TITLES[column])
        action.setCheckable(True)
        action.setChecked(table.drafts.order.column == column)
        action.setData(column)
        group.addAction(action)

    def sort(action: QAction) -> None:
        table.toggle_sort(Column(action.data()))

    group.triggered.connect(sort)
    order.addSeparator()
    order.addAction("恢复自动列宽(&W)").triggered.connect(table.fit_columns)
    return order
