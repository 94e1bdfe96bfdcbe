"""What a template would make of the report, as rows: what has no place first, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reportdesk.gui.places import place_words
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.form.edition import Edition
    from reportdesk.formats.judging import Judgement
    from reportdesk.gui.templates import Templates

Index = QModelIndex | QPersistentModelIndex
TITLES = ("处理", "项目", "模板里现在是", "将写成")
_SAME, _BLANK = "不变", "（空白）"


Purpose = Literal["keep", "fill", "export"]
"""Keeping the gallery, choosing a form to be filled now, or seeing what has no place."""
EXPLAIN = {
    "keep": "可以把本机关自己的 Word 文件作模板：上级下发的空表、去年的报告，或者写好占位符的文件。"
    "原文件不会改动，这里存的是副本。",
    "fill": "选一份表，先看能填哪些、哪些没有位置，再写成新的文件。选的文件不会改动。",
    "export": "本机关的模板有几项没有位置。可以照此导出，也可以改用自带模板。",
}
TITLE = {
    "keep": "Word 模板",
    "fill": "填入上级下发的空表",
    "export": "Word 模板",
}
NO_FORM = ("还没有选空表", "按“选择别的文件…”，选上级下发的 Word 文件。")
VERB = {
    "keep": "设为本报告的模板",
    "fill": "填入，另存为…",
    "export": "照此导出…",
}


class Entry(NamedTuple):
    """A line of the list: ``kind`` is built-in, the office's own, or a file from elsewhere."""

    kind: Literal["built_in", "own", "file"]
    path: Path


def entries_of(
    templates: Templates, edition: Edition, files: list[Path], purpose: str
) -> list[Entry]:
    """All that can be chosen. Nobody sends the program's own template to be filled."""
    built_in = templates.built_in(edition) if purpose != "fill" else None
    found = [Entry("built_in", built_in)] if built_in is not None else []
    found += [Entry("own", form) for form in templates.gallery.forms()]
    return [*found, *(Entry("file", file) for file in files)]


def entry_name(entry: Entry, edition: Edition) -> str:
    """What a line is called."""
    if entry.kind == "built_in":
        return f"自带模板（{edition.basis}）"
    return entry.path.stem if entry.kind == "own" else entry.path.name


class Row(NamedTuple):
    """One line: what happens, to what, what stands there, what will; ``tone`` is its colour, and
    ``place`` what a template with places calls the blank."""

    does: str
    name: str
    before: str
    after: str
    tone: str = "text"
    place: str = ""


def rows_of(found: Judgement, edition: Edition) -> list[Row]:
    """Everything that is to be known, the gravest first."""
    rows = [
        Row("不认识", f"{{{{{key}}}}}", "这种报告没有这一项", "改正后才能使用", "error")
        for key in found.unknown
    ]
    rows += [
        Row("没有位置", place_words(edition, key) or name, "", value, "review")
        for key, name, value in found.missing
    ]
    rows += [Row("请留意", note, "", "", "review") for note in found.notes]
    for item in found.items:
        before, after = item.before.strip(), item.after.strip()
        if found.by_places:
            does = "填入" if after else "留空"
        elif "".join(before.split()) == "".join(after.split()):
            does = _SAME if after else "留空"
        else:
            does = "填入" if after else "清空"
        name = place_words(edition, item.key) or item.name
        # What stands in a place is its own name, which says nothing to a clerk.
        before, place = ("", before) if found.by_places else (before or _BLANK, "")
        rows.append(Row(does, name, before, after or _BLANK, place=place))
    return rows


def summary(found: Judgement) -> str:
    """How much will be filled, and how much has to be looked at, in a sentence."""
    parts = [f"{found.cells} 格", f"{found.texts} 段文字"]
    words = f"将填入 {'、'.join(parts)}"
    if found.emptied:
        words += f"，清空 {found.emptied} 处"
    if found.missing:
        words += f"；{len(found.missing)} 项没有位置，不会写进文件"
    if found.unknown:
        words += f"；{len(found.unknown)} 个占位符不认识，改正后才能使用"
    return words + "。"


class JudgementModel(QAbstractTableModel):
    """Shows the rows; nothing in it can be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def put(self, rows: list[Row]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    @property
    def begins_blank(self) -> bool:
        """Whether there is nothing to be told of what stands in the template now."""
        return all(row.before in ("", _BLANK) for row in self.rows)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """One row a blank or a thing to know."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """What happens, to what, what was, what will be."""
        return 0 if parent is not None and parent.isValid() else len(TITLES)

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return TITLES[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, one line each; all of them as the tool tip."""
        row = self.rows[index.row()]
        text = str(row[index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(text.split())
        if role == Qt.ItemDataRole.ToolTipRole:
            more = f"\n模板里的占位符：{row.place}" if row.place and index.column() == 1 else ""
            return text[:600] + more
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return theme().colour(row.tone)
        if role == Qt.ItemDataRole.FontRole and index.column() == 0 and row.tone != "text":
            return theme().font("body", bold=True)
        return None
