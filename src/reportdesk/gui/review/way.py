"""The ways out of the program as data: what each gives, in one line what it is for, its button."""

from __future__ import annotations

from typing import NamedTuple


class Way(NamedTuple):
    """One way out."""

    id: str
    title: str
    words: str
    """What it is for, in a line."""
    button: str
    suffix: str
    kind: str
    """The kind of file, as a dialog calls it."""
    done: str
    """What was exported, in a sentence."""


_WORD, _EXPORT = "Word 文档", "导出…"
WAYS = (
    Way("final", "Word 正式稿", "可以报送和公布", _EXPORT, ".docx", _WORD, "正式稿"),
    Way("sign", "Word 送审稿", "带送审单，每页印校验码", _EXPORT, ".docx", _WORD, "送审稿"),
    Way("draft", "Word 草稿", "每页标注“草稿”，随时可导出", _EXPORT, ".docx", _WORD, "草稿"),
    Way(
        "form", "填入上级下发的空表", "先看能填哪些，再写文件", "选择…", ".docx", _WORD, "填好的表"
    ),
    Way("web", "网页正文", "粘贴到网站后台", "保存…", ".html", "网页", "网页"),
    Way("pdf", "PDF", "版面固定，传阅、打印、上网都行", _EXPORT, ".pdf", "PDF 文件", " PDF"),
    Way("excel", "Excel 汇总表", "带合计公式，供汇总", _EXPORT, ".xlsx", "Excel 工作簿", "汇总表"),
    Way("data", "数据文件", "JSON 格式，供网站和汇总系统读", "保存…", ".json", "数据", "数据文件"),
    Way(
        "copy",
        "报告副本",
        "含全部内容，可在别的电脑上继续填",
        "保存…",
        ".rdesk",
        "报告副本",
        "副本",
    ),
)
MARKED = frozenset({"form", "web", "pdf", "excel", "data"})
"""Those that say 草稿 while the report is not ready."""
BY_TEMPLATE = frozenset({"final", "draft", "sign"})
"""Those that are written with the template that the office uses."""


def way(id: str) -> Way:
    """The way with this id."""
    return next(each for each in WAYS if each.id == id)
