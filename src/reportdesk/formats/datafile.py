"""The data file (JSON) that a report was written to for other programs, read again as a report.

It holds what is printed: totals as figures, live numbers as words, no reasons and no last year. So
it is read as any file is, and not opened as a copy of the report: for that there is .rdesk.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from reportdesk.errors import ReadError
from reportdesk.form.edition import Text
from reportdesk.formats.reading import Note, Passage, Reading
from reportdesk.formats.writers.data import FORMAT, VERSION
from reportdesk.report.document import Origin
from reportdesk.report.live import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.form.edition import Edition
    from reportdesk.formats.reading import Editions

_HEAD = 4096
_MOST_BYTES = 32 << 20
_DAMAGED = "这个数据文件已损坏（{}），没有读入；文件没有被改动。"


def is_data_file(data: bytes) -> bool:
    """Whether this looks like a data file of this program."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and f'"{FORMAT}"'.encode() in start


def read_data_file(data: bytes, name: str, editions: Editions) -> Reading:
    """The report in a data file. Raises ReadError where it is damaged, of a newer program, or on
    an edition that is not known here."""
    outline = _outline(data)
    id = _dict(outline.get("edition"), "格式").get("id")
    if not isinstance(id, str) or id not in editions:
        raise ReadError(f"数据文件用的报告格式「{str(id)[:40]}」这里没有，没有读入。")
    edition, year = editions[id], outline.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise ReadError(_DAMAGED.format("年度"))
    values: dict[str, str] = {}
    gone: list[str] = []
    for key, value in _values(outline):
        if key in edition.fields:
            values[key] = value
        else:
            gone.append(key)
    return _reading(name, edition, year, values, gone)


def _reading(
    name: str, edition: Edition, year: int | None, values: dict[str, str], gone: list[str]
) -> Reading:
    headings = {b.id: s.heading for s in edition.sections for b in s.blocks if isinstance(b, Text)}
    reading = Reading(
        file=name,
        format="json",
        edition=edition,
        year=year,
        title=values.get("title", ""),
        organ=values.get("organ", ""),
        values=values,
        origins={key: Origin("file", name) for key in values},
        passages=[Passage(k, headings[k], values[k]) for k in headings if k in values],
    )
    if gone:
        message = f"有 {len(gone)} 项在现在的表里没有，没有读入：{'、'.join(gone[:5])}。"
        reading.notes.append(Note("warning", "", message))
    return reading


def _outline(data: bytes) -> dict[str, Any]:
    if len(data) > _MOST_BYTES:
        raise ReadError("这个数据文件太大，不像一份报告，没有读入。")
    try:
        outline = _dict(json.loads(data.decode("utf-8-sig")), "不是报告")
    except (ValueError, RecursionError) as error:
        raise ReadError(_DAMAGED.format("内容不完整")) from error
    version = outline.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ReadError(_DAMAGED.format("没有版本号"))
    if version > VERSION:
        raise ReadError("这个数据文件是较新的程序写的，请先升级程序再打开；文件没有被改动。")
    return outline


def _values(outline: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Each blank that is filled, with what stands in it. Only words come from outside."""
    for section in _list(outline, "sections"):
        for line in _list(section, "lines"):
            yield from _value(line)
        for text in _list(section, "texts"):
            if paragraphs := _items(text, "paragraphs"):
                yield _key(text), escaped("\n".join(map(_words, paragraphs)))
        for table in _list(section, "tables"):
            for cell in _list(table, "cells"):
                yield from _value(cell)


def _value(entry: dict[str, Any]) -> Iterator[tuple[str, str]]:
    value: object = entry.get("value")
    if value is not None and (words := _words(value).strip()):
        yield _key(entry), escaped(words)


def _key(entry: dict[str, Any]) -> str:
    return _words(entry.get("key"))


def _words(found: object) -> str:
    if not isinstance(found, str):
        raise ReadError(_DAMAGED.format("内容"))
    return found


def _dict(found: object, what: str) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise ReadError(_DAMAGED.format(what))
    return cast("dict[str, Any]", found)


def _items(holder: dict[str, Any], name: str) -> list[object]:
    found: object = holder.get(name) or []
    if not isinstance(found, list):
        raise ReadError(_DAMAGED.format("内容"))
    return cast("list[object]", found)


def _list(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [_dict(each, "内容") for each in _items(holder, name)]
