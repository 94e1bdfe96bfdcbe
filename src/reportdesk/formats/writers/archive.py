"""The .rdesk file: a document whole and lossless, as JSON with a version."""

import json
from collections.abc import Mapping
from typing import Any, cast

from reportdesk.errors import ReadError
from reportdesk.formats.reading import Editions
from reportdesk.report.document import Document, Origin, Unplaced

VERSION = 1
_MOST_BYTES = 32 << 20
_DAMAGED = "这个 .rdesk 文件已损坏（{}），没有读入；文件没有被改动。请用别的副本。"


def render(document: Document) -> bytes:
    """``document`` as the bytes of an .rdesk file."""
    outline = {"reportdesk": VERSION, **_outline(document)}
    return (json.dumps(outline, ensure_ascii=False, indent=1) + "\n").encode()


def _outline(document: Document) -> dict[str, Any]:
    return {
        "edition": document.edition.id,
        "revision": document.edition.revision,
        "year": document.year,
        "as_printed": document.as_printed,
        "values": dict(document.values),
        "origins": {
            key: {"kind": o.kind, "file": o.file, "place": o.place, "text": o.text}
            for key, o in document.origins.items()
        },
        "group_values": dict(document.group_values),
        "unplaced": [[u.place, u.table, u.row, u.column, u.text] for u in document.unplaced],
        "reasons": dict(document.reasons),
        "refused": dict(document.refused),
        "previous": _outline(document.previous) if document.previous is not None else None,
    }


def is_archive(data: bytes) -> bool:
    """Whether ``data`` looks like an .rdesk file."""
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"reportdesk"' in start


def parse(data: bytes, editions: Editions) -> Document:
    """The document in an .rdesk file. Raises ReadError where it is damaged, of a newer program,
    or on an edition that is not known here."""
    if len(data) > _MOST_BYTES:
        raise ReadError("这个 .rdesk 文件太大，不像一份报告，没有读入。")
    try:
        outline: object = json.loads(data.decode("utf-8-sig"))
        if b"\\ud" in data.lower():  # half a character, which no file of text can hold
            json.dumps(outline, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise ReadError(_DAMAGED.format("内容不完整")) from error
    if not isinstance(outline, dict):
        raise ReadError(_DAMAGED.format("不是报告"))
    known = cast("dict[str, Any]", outline)
    version = known.get("reportdesk")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise ReadError(_DAMAGED.format("没有版本号"))
    if version > VERSION:
        raise ReadError(
            "这个 .rdesk 文件是较新的 reportdesk 写的，请先升级程序再打开；文件没有被改动。"
        )
    return _document(known, editions, depth=0)


def _document(outline: Mapping[str, Any], editions: Editions, depth: int) -> Document:
    id = outline.get("edition")
    if not isinstance(id, str) or id not in editions:
        raise ReadError(
            f"文件用的报告格式「{str(id)[:40]}」这里没有，请用 --editions 指出它所在的文件夹。"
        )
    year = outline.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise ReadError(_DAMAGED.format("年份不对"))
    previous: object = outline.get("previous")
    if previous is not None and (not isinstance(previous, dict) or depth > 3):
        raise ReadError(_DAMAGED.format("上年报告不对"))
    return Document(
        edition=editions[id],
        year=year,
        values=_texts(outline, "values"),
        origins=_origins(outline),
        previous=_document(cast("dict[str, Any]", previous), editions, depth + 1)
        if previous is not None
        else None,
        group_values=_group_values(outline, editions, id),
        unplaced=_unplaced(outline),
        reasons=_texts(outline, "reasons"),
        refused=_texts(outline, "refused"),
        as_printed=outline.get("as_printed") is True,
    )


def _texts(outline: Mapping[str, Any], name: str) -> dict[str, str]:
    found: object = outline.get(name, {})
    if not isinstance(found, dict):
        raise ReadError(_DAMAGED.format(name))
    entries = cast("dict[object, object]", found)
    if not all(isinstance(k, str) and isinstance(v, str) for k, v in entries.items()):
        raise ReadError(_DAMAGED.format(name))
    return cast("dict[str, str]", dict(entries))


def _group_values(outline: Mapping[str, Any], editions: Editions, id: str) -> dict[str, str]:
    found = _texts(outline, "group_values")
    for key in found:
        table, _, rest = key.partition(".")
        row, _, column = rest.partition(".")
        try:
            part = editions[id].table(table).part_of(row)
        except KeyError as error:
            raise ReadError(_DAMAGED.format(key[:60])) from error
        if column not in {c.id for c in part.columns}:
            raise ReadError(_DAMAGED.format(key[:60]))
    return found


def _origins(outline: Mapping[str, Any]) -> dict[str, Origin]:
    found: object = outline.get("origins", {})
    if not isinstance(found, dict):
        raise ReadError(_DAMAGED.format("origins"))
    origins: dict[str, Origin] = {}
    for key, entry in cast("dict[str, object]", found).items():
        if not isinstance(entry, dict):
            raise ReadError(_DAMAGED.format("origins"))
        texts = _texts({"origin": entry}, "origin")
        names = {name: texts.get(name, "") for name in ("kind", "file", "place", "text")}
        origins[key] = Origin(**names)
    return origins


def _unplaced(outline: Mapping[str, Any]) -> list[Unplaced]:
    found: object = outline.get("unplaced", [])
    if not isinstance(found, list):
        raise ReadError(_DAMAGED.format("unplaced"))
    entries: list[Unplaced] = []
    for entry in cast("list[object]", found):
        fields = cast("list[object]", entry) if isinstance(entry, list) else []
        if len(fields) != 5 or not all(isinstance(field, str) for field in fields):
            raise ReadError(_DAMAGED.format("unplaced"))
        entries.append(Unplaced(*cast("list[str]", fields)))
    return entries
