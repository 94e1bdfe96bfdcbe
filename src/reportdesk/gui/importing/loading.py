"""Reading a file away from the window: the story and the report recognised in it, in one piece."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportdesk.errors import ReadError
from reportdesk.report.adopt import count

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportdesk.form.catalog import Catalog
    from reportdesk.formats.reading import Reading
    from reportdesk.formats.story import Story

_WORDS = {
    "pdf": "正在找 PDF 里的文字和表格线…",
    "doc": "正在读旧版 Word 文件…",
    "xls": "正在读旧版 Excel 文件…",
}
_turn = threading.Lock()
"""The libraries behind some readers know one thread at a time; one that was cancelled may still
be on its way out."""


@dataclass(frozen=True)
class Loaded:
    """A file that was read. One of our own has no story: all that is in it is the report."""

    path: Path
    reading: Reading
    story: Story | None = None


def load_file(
    path: Path, catalog: Catalog, tell: Callable[[str], None], cancelled: Callable[[], bool]
) -> Loaded:
    """Read ``path``, telling each step in words. Raises ReadError."""
    from reportdesk.formats.readers.opening import load, story_of
    from reportdesk.formats.readers.sniffing import is_archive, kind_of
    from reportdesk.formats.readers.stopping import go_on, stoppable
    from reportdesk.formats.recognise import recognise

    with _turn, stoppable(cancelled):
        go_on()
        tell("正在打开文件…")
        data = load(path)
        if is_archive(data):
            from reportdesk.formats import read_file

            return _sound(Loaded(path, read_file(path, catalog)))
        from reportdesk.formats.datafile import is_data_file, read_data_file

        if is_data_file(data):
            return _sound(Loaded(path, read_data_file(data, path.name, catalog)))
        kind = kind_of(data, path.name)
        if words := _WORDS.get(kind):
            tell(words)
        elif kind in ("oldword", "et", "wps", "rtf", "odt", "ods", "xlsb", "xmloffice"):
            tell("正在请办公软件转换，第一次要等十几秒…")
        story = story_of(data, path.name)
        go_on()
        tell("正在认各部分、表格和文字…")
        return _sound(Loaded(path, recognise(story, catalog, path.name), story))


def _sound(loaded: Loaded) -> Loaded:
    """Refuse an empty form: there is nothing in it to take."""
    reading = loaded.reading
    found = count(reading.edition, [k for k in reading.values if reading.values[k].strip()])
    if not (found.cells or found.texts or reading.group_values or reading.unplaced):
        raise ReadError(
            "这是一份空白的报告：认出了格式，里面还没有填数字，也没有写文字。"
            "请选填好的报告，或新建空白报告。"
        )
    return loaded
