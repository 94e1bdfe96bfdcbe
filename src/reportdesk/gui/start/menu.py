"""The menu on a report of the list: what its buttons do, and the order of the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from reportdesk.gui.start.drafts_model import TITLES, Column

if TYPE_CHECKING:
    from reportdesk.gui.start.page import StartPage


def draft_menu(page: StartPage) -> QMenu:
    """The menu for what is chosen on ``page``."""
    menu = QMenu(page)
    one = len(page.table.chosen) == 1
    for words, do, single in (
        ("继续填写(&O)\tEnter", page.go_on, True),
        ("以此新建下一年…(&N)", page.next_year, True),
        ("创建副本(&C)", page.duplicate, False),
        ("另存 .rdesk…(&S)", page.save_copy, True),
    ):
        action = menu.addAction(words)
        action.triggered.connect(do)
        action.setEnabled(one or not single)
    menu.setDefaultAction(menu.actions()[0])
    menu.addSeparator()
    order = menu.addMenu("排序(&R)")
    group = QActionGroup(order)
    for column in Column:
        action = order.addAction(TITLES[column])
        action.setCheckable(True)
        action.setChecked(page.table.drafts.order.column == column)
        action.setData(column)
        group.addAction(action)

    def sort(action: QAction) -> None:
        page.table.toggle_sort(Column(action.data()))

    group.triggered.connect(sort)
    order.addSeparator()
    order.addAction("恢复自动列宽(&W)").triggered.connect(page.table.fit_columns)
    menu.addSeparator()
    menu.addAction("移到回收站(&D)\tDel").triggered.connect(page.to_bin)
    return menu
