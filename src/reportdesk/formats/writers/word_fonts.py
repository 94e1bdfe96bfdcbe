"""The fonts that an official document is set in, and what stands for one that a computer lacks.

They come with Windows or with a licence of their own, so they are named and never embedded. The
names that stand for them are in the file too (``w:altName``), and the pages laid out by the
program itself take the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr, unescape

if TYPE_CHECKING:
    from collections.abc import Mapping

TITLE, BODY, KAI, HEI, SONG = "方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"

STAND_INS: Mapping[str, tuple[str, ...]] = {
    TITLE: ("方正小标宋_GBK", "华文中宋", "宋体", "SimSun", "Noto Serif CJK SC"),
    BODY: ("仿宋", "FangSong", "Noto Serif CJK SC"),
    KAI: ("楷体", "KaiTi", "仿宋", "FangSong", "Noto Serif CJK SC"),
    HEI: ("SimHei", "Noto Sans CJK SC"),
    SONG: ("SimSun", "Noto Serif CJK SC"),
}
"""For each font those that look most like it, the likest first."""
SAME: Mapping[str, tuple[str, ...]] = {
    TITLE: ("FZXiaoBiaoSong-B05S",),
    BODY: ("FangSong_GB2312",),
    KAI: ("KaiTi_GB2312",),
    HEI: ("SimHei",),
    SONG: ("SimSun",),
}
"""Other names of the very same font, where the system does not speak Chinese."""
_WORD_TAKES = {TITLE: "华文中宋", BODY: "仿宋", KAI: "楷体", HEI: "SimHei", SONG: "SimSun"}


_EAST = re.compile(r'w:eastAsia="([^"]{1,60})"')
_CHINESE = re.compile(r"[\u4e00-\u9fff]|_GB")


def fonts_named(template: bytes) -> tuple[str, ...]:
    """The Chinese fonts that a Word file names, those of its text first; none where it is no such
    file. What its styles name for other scripts is left out."""
    found: dict[str, None] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            held = set(package.namelist())
            for part in ("word/document.xml", "word/styles.xml"):
                if part in held:
                    text = package.read(part).decode("utf-8", "replace")
                    found.update(dict.fromkeys(_EAST.findall(text)))
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return ()
    return tuple(unescape(name) for name in found if _CHINESE.search(name))


def font_table(namespace: str) -> str:
    """The part of a Word file that tells what to take for a font that is not there."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>'
        for name, other in _WORD_TAKES.items()
    )
    return f'<w:fonts xmlns:w="{namespace}">{fonts}</w:fonts>'
