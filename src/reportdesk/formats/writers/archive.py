"""The .rdesk file: a document whole and lossless, as JSON with a version."""

import json
from typing import Any, cast

from reportdesk.errors import ReadError
from reportdesk.formats.reading import Editions
from reportdesk.report.document import Document
from reportdesk.report.outline import (
    UnknownEditionError,
    UnsoundError,
    document_of,
    outline_of,
)

VERSION = 1
_MOST_BYTES = 32 << 20
_DAMAGED = "这个 .rdesk 文件已损坏（{}），没有读入；文件没有被改动。请用别的副本。"


def render(document: Document) -> bytes:
    """``document`` as the bytes of an .rdesk file."""
    outline = {"reportdesk": VERSION, **outline_of(document)}
    return (json.dumps(outline, ensure_ascii=False, indent=1) + "\n").encode()


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
    try:
        return document_of(known, editions)
    except UnknownEditionError as error:
        raise ReadError(
            f"文件用的报告格式「{error.id[:40]}」这里没有，请用 --editions 指出它所在的文件夹。"
        ) from error
    except UnsoundError as error:
        raise ReadError(_DAMAGED.format(error.part)) from error
