"""The menus as data: every action of the desk with its words, its keys and where it applies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow, QMenu

Where = Literal["always", "report", "table", "text"]


class Item(NamedTuple):
    """One entry: ``id`` names the method that does it; "" is a line between entries."""

    id: str = ""
    words: str = ""
    keys: tuple[str, ...] = ()
    where: Where = "always"
    check: bool = False
    group: str = ""


LINE = Item()

MENUS: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "文件(&F)",
        (
            Item("start_from_file", "从上年报告开始(&L)…", ("Ctrl+N",)),
            Item("new_blank", "新建空白报告(&N)…", ("Ctrl+Shift+N",)),
            Item("open_file", "打开文件(&O)…", ("Ctrl+O",)),
            Item("recent", "最近的文件(&R)"),
            LINE,
            Item("import_file", "从文件导入到本报告(&I)…", ("Ctrl+Shift+O",), "report"),
            Item("save_now", "立即保存(&S)", ("Ctrl+S",), "report"),
            Item("save_copy", "另存副本(&A)…", ("Ctrl+Shift+S", "F12"), "report"),
            Item("versions", "版本(&V)…", (), "report"),
            LINE,
            Item("export", "核对与导出(&E)", ("Ctrl+Shift+E",), "report"),
            Item("print_report", "打印预览(&P)", ("Ctrl+P",), "report"),
            Item("templates", "Word 模板(&T)…", (), "report"),
            LINE,
            Item("to_start", "回到我的报告(&H)", ("Ctrl+W",), "report"),
            Item("close", "退出(&X)", ("Ctrl+Q",)),
        ),
    ),
    (
        "编辑(&E)",
        (
            Item("undo", "撤销(&U)", ("Ctrl+Z",), "report"),
            Item("redo", "重做(&R)", ("Ctrl+Y", "Ctrl+Shift+Z"), "report"),
            LINE,
            Item("cut", "剪切(&T)", ("Ctrl+X",), "report"),
            Item("copy", "复制(&C)", ("Ctrl+C",), "report"),
            Item("copy_with_labels", "带行列名称复制(&B)", ("Ctrl+Shift+C",), "table"),
            Item("paste", "粘贴(&P)", ("Ctrl+V",), "report"),
            Item("delete", "清除(&D)", (), "report"),
            Item("select_all", "全选(&A)", ("Ctrl+A",), "report"),
            LINE,
            Item("find", "查找(&F)…", ("Ctrl+F",)),
            Item("replace", "替换(&H)…", ("Ctrl+H",), "text"),
            Item("find_next", "查找下一处(&N)", ("F3",), "text"),
            LINE,
            Item("insert_live", "插入实时数字(&K)…", ("Ctrl+K",), "text"),
            # The editor takes these keys itself: in a table they confirm figures.
            Item("hold", "本段没有变化(&M)\tCtrl+Shift+Enter", (), "text"),
        ),
    ),
    (
        "表格(&T)",
        (
            Item("fill_zero", "空白处填 0(&0)", ("Alt+0",), "table"),
            Item("give_back", "交回自动合计(&=)", ("Alt+=",), "table"),
            Item("confirm", "确认导入的数(&C)", (), "table"),
            LINE,
            Item("show_last", "显示上年数(&L)", ("F9",), "report", check=True),
        ),
    ),
    (
        "检查(&C)",
        (
            Item("next_finding", "下一处问题(&N)", ("F8",), "report"),
            Item("previous_finding", "上一处问题(&P)", ("Shift+F8",), "report"),
            LINE,
            Item("export", "核对与导出(&E)", (), "report"),
        ),
    ),
    (
        "视图(&V)",
        (
            Item("next_section", "下一节(&N)", ("Ctrl+PgDown",), "report"),
            Item("previous_section", "上一节(&P)", ("Ctrl+PgUp",), "report"),
            Item("next_region", "下一个区域", ("F6",), "report"),
            Item("previous_region", "上一个区域", ("Shift+F6",), "report"),
            LINE,
            Item("side_panel", "问题面板(&J)", ("Ctrl+J",), "report", check=True),
            Item("explained", "填报说明(&T)", (), "report", check=True),
            Item("row_help", "本行说明(&B)", ("Shift+F1",), "report"),
            LINE,
            Item("zoom_in", "放大(&I)", ("Ctrl++", "Ctrl+=")),
            Item("zoom_out", "缩小(&O)", ("Ctrl+-",)),
            Item("zoom_reset", "恢复 100%(&1)", ("Ctrl+0",)),
            LINE,
            Item("theme_system", "跟随系统颜色(&S)", (), check=True, group="theme"),
            Item("theme_light", "浅色(&L)", (), check=True, group="theme"),
            Item("theme_dark", "深色(&D)", (), check=True, group="theme"),
        ),
    ),
    (
        "帮助(&H)",
        (
            Item("help", "使用说明(&H)", ("F1",)),
            Item("sample", "用示例报告试一试(&S)"),
            LINE,
            Item("open_data_folder", "打开数据文件夹(&D)"),
            Item("open_log_folder", "打开问题记录文件夹(&L)"),
            LINE,
            Item("about", "关于(&A)"),
        ),
    ),
)


class Actions:
    """The window's actions by id. ``does`` finds what an id does; an id without one is a bug."""

    def __init__(self, window: QMainWindow, does: Callable[[str], Callable[[], object]]) -> None:
        self._window, self._does = window, does
        self.by_id: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        self._where: dict[str, Where] = {}
        self._groups: dict[str, QActionGroup] = {}
        for title, items in MENUS:
            menu = window.menuBar().addMenu(title)
            for item in items:
                self._add(menu, item)

    def _add(self, menu: QMenu, item: Item) -> None:
        if not item.id:
            menu.addSeparator()
            return
        if item.id == "recent":
            self.menus[item.id] = menu.addMenu(item.words)
            return
        if item.id in self.by_id:
            menu.addAction(self.by_id[item.id])
            return
        action = QAction(item.words, self._window)
        action.setShortcuts([QKeySequence(keys) for keys in item.keys])
        action.setCheckable(item.check)
        if item.group:
            group = self._groups.setdefault(item.group, QActionGroup(self._window))
            group.addAction(action)
        action.triggered.connect(lambda _checked=False: self._does(item.id)())
        self.by_id[item.id] = action
        self._where[item.id] = item.where
        menu.addAction(action)

    def __getitem__(self, id: str) -> QAction:
        """The action with this id."""
        return self.by_id[id]

    def apply(self, *, report: bool, table: bool, text: bool) -> None:
        """Enable what applies where the clerk is now."""
        here = {"always": True, "report": report, "table": table, "text": text}
        for id, where in self._where.items():
            self.by_id[id].setEnabled(here[where])
