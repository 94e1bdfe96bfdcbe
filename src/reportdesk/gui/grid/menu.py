"""The menu of a cell: what can be done with the selection, with the keys that do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.grid.commands import GridCommands


def cell_menu(parent: QWidget, do: GridCommands) -> QMenu:
    """A menu for the selection. Entries that would do nothing are grey."""
    menu = QMenu(parent)

    def add(words: str, keys: str, act: Callable[[], None], *, enabled: bool = True) -> None:
        action = menu.addAction(f"{words}\t{keys}" if keys else words)
        action.triggered.connect(lambda _checked=False: act())
        action.setEnabled(enabled)

    add("剪切", "Ctrl+X", do.cut)
    add("复制", "Ctrl+C", do.copy)
    add("带行列名称复制", "Ctrl+Shift+C", do.copy_with_labels)
    add("粘贴", "Ctrl+V", do.paste)
    add("清除", "Del", do.delete)
    menu.addSeparator()
    add("空白处填 0", "Alt+0", do.fill_zero, enabled=bool(do.blanks()))
    add("向下填充", "Ctrl+D", do.fill_down)
    add("交回自动合计", "Alt+=", do.give_back, enabled=bool(do.typed_totals()))
    add("确认导入的数", "Ctrl+Shift+Enter", do.confirm, enabled=bool(do.imported()))
    return menu
