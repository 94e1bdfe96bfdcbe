"""The inside of a Word 97–2003 file: its text in order, and the properties laid over it.

The text is kept in pieces, properties in pages of 512 bytes, both addressed by places in the
main stream. Offsets and names follow the published description of the format, [MS-DOC].
"""

import io
import struct
from bisect import bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from reportdesk.errors import ReadError
from reportdesk.formats.readers.doc_sprms import (
    ParagraphProperties,
    RunProperties,
    paragraph_properties,
    run_properties,
)
from reportdesk.formats.readers.needs_office import NeedsOffice
from reportdesk.formats.readers.safe_xml import DAMAGED
from reportdesk.formats.readers.word_table import TOO_LARGE

_MOST_BYTES = 60_000_000
_MOST_CHARACTERS = 1_500_000
_MOST_PAGES = 8_000
_PASSWORD = "文件设置了打开密码，读不了。请在 Word 或 WPS 里取消密码后再试。"
_TOO_OLD = (
    "这是很旧的 Word 格式，要借助本机的 LibreOffice、WPS 或 Word 转换；"
    "请安装其中一个，或在别的电脑上另存为 .docx 再试。"
)
_NO_WORD = "这不是 Word 文档，请确认文件是否选对。"


class _Stream(Protocol):
    def read(self) -> bytes: ...


class _Ole(Protocol):
    def exists(self, name: str) -> bool: ...
    def openstream(self, name: str) -> _Stream: ...
    def get_size(self, name: str) -> int: ...


class _Olefile(Protocol):
    def OleFileIO(self, file: io.BytesIO) -> _Ole: ...  # noqa: N802 - olefile's own name


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: int
    end: int
    place: int
    width: int
    """Bytes a character."""
    changes: bytes
    """Property changes over the whole piece, left by a quick save."""


class WordFile:
    """A Word 97–2003 file: ``text`` holds all its stories one after the other."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadError, NeedsOffice among them, and on damage whatever ``struct`` and
        indexing raise."""
        container = cast("_Olefile", import_module("olefile")).OleFileIO(io.BytesIO(data))
        if container.exists("EncryptedPackage"):
            raise ReadError(_PASSWORD)
        if not container.exists("WordDocument"):
            raise ReadError(_NO_WORD)
        self._container = container
        main = self._main = self._stream("WordDocument")
        magic, version = struct.unpack_from("<HH", main)
        flags = self._u16(10)
        if magic != 0xA5EC or version < 0xBE:
            raise NeedsOffice(_TOO_OLD) if magic in _OLD_MAGIC else ReadError(DAMAGED)
        if flags & 0x8100:
            raise ReadError(_PASSWORD)
        self.table = self._stream("1Table" if flags & 0x0200 else "0Table")
        self._data: bytes | None = None
        lengths = struct.unpack_from("<8i", main, 0x4C)
        self.main_length = max(lengths[0], 0)
        """How many characters the body has; other stories follow."""
        self.boxes_begin = sum(max(length, 0) for length in lengths[:6])
        self.boxes_length = max(lengths[6], 0)
        self._pieces: list[_Piece] = []
        self.text = self._read_text()
        self._begins = [piece.begin for piece in self._pieces]
        self._paragraphs = sorted(self._runs(0x102, 13), key=lambda run: run[0])
        self._paragraph_begins = [run[0] for run in self._paragraphs]
        self._known: dict[bytes, ParagraphProperties] = {}

    def block(self, offset: int) -> bytes:
        """The part of the table stream that the header names at ``offset``."""
        place, length = self.block_place(offset)
        return self.table[place : place + length]

    def block_place(self, offset: int) -> tuple[int, int]:
        """Where that part begins in the table stream, and its length."""
        place, length = struct.unpack_from("<II", self._main, offset)
        return place, length

    def paragraph(self, mark: int) -> ParagraphProperties:
        """The properties of the paragraph (cell, row) that ends at the character ``mark``."""
        piece = self._pieces[max(bisect_right(self._begins, mark) - 1, 0)]
        place = piece.place + (mark - piece.begin) * piece.width
        run = self._paragraphs[bisect_right(self._paragraph_begins, place) - 1 :][:1]
        changes = run[0][2] if run and run[0][0] <= place < run[0][1] else b"\0\0"
        if piece.changes:
            changes += piece.changes
        known = self._known.get(changes)
        if known is None:
            style = int.from_bytes(changes[:2], "little")
            known = paragraph_properties(style, changes[2:], self._data_stream())
            self._known[changes] = known
        return known

    def marked_runs(
        self, hidden_styles: Container[int]
    ) -> Iterator[tuple[int, int, RunProperties]]:
        """The runs of characters that are deleted, hidden, or signs of a symbol font, as places
        in ``text``; ``hidden_styles`` are the character styles that hide."""
        known: dict[bytes, RunProperties | None] = {}
        marked: list[tuple[int, int, RunProperties]] = []
        for begin, end, changes in self._runs(0xFA, 1):
            if changes not in known:
                known[changes] = run_properties(changes, hidden_styles)
            properties = known[changes]
            if properties is not None:
                marked.append((begin, end, properties))
        marked.sort(key=lambda run: run[0])
        ends = [run[1] for run in marked]
        for piece in self._pieces:
            if piece.changes:
                properties = run_properties(piece.changes, hidden_styles)
                if properties is not None:
                    yield piece.begin, piece.end, properties
            last = piece.place + (piece.end - piece.begin) * piece.width
            for begin, end, properties in marked[bisect_right(ends, piece.place) :]:
                if begin >= last:
                    break
                first = max(begin - piece.place, 0) // piece.width
                until = (min(end, last) - piece.place) // piece.width
                yield piece.begin + first, piece.begin + until, properties

    # --- pieces ---------------------------------------------------------------------------

    def _read_text(self) -> str:
        block = self.block(0x1A2)
        at, changes = 0, list[bytes]()
        while block[at] == 1:
            length = struct.unpack_from("<H", block, at + 1)[0]
            changes.append(block[at + 3 : at + 3 + length])
            at += 3 + length
        count = (struct.unpack_from("<I", block, at + 1)[0] - 4) // 12
        if block[at] != 2 or not 0 < count <= len(block) // 12:
            raise ReadError(DAMAGED)
        at += 5
        begins = struct.unpack_from(f"<{count + 1}I", block, at)
        texts: list[str] = []
        budget = len(self._main)
        for index in range(count):
            place, prm = struct.unpack_from("<IH", block, at + 4 * (count + 1) + 8 * index + 2)
            begin, end = begins[index], begins[index + 1]
            length = end - begin
            width = 1 if place & 0x40000000 else 2
            place = (place & 0x3FFFFFFF) // 2 if width == 1 else place & 0x3FFFFFFF
            budget -= length * width
            if length < 0 or budget < 0 or place + length * width > len(self._main):
                raise ReadError(DAMAGED)
            if end > _MOST_CHARACTERS:
                raise ReadError(TOO_LARGE)
            raw = self._main[place : place + length * width]
            # Characters are counted in units of UTF-16; one outside the first plane counts two.
            texts.append(_narrow(raw) if width == 1 else _wide(raw))
            self._pieces.append(_Piece(begin, end, place, width, _piece_changes(prm, changes)))
        return "".join(texts)

    # --- pages of properties ----------------------------------------------------------------

    def _runs(self, offset: int, width: int) -> Iterator[tuple[int, int, bytes]]:
        """(first place, end, changes) of every run in the pages listed at ``offset``; ``width``
        13 for paragraphs (their changes begin with the style), 1 for characters."""
        block = self.block(offset)
        count = (len(block) - 4) // 8
        if count <= 0:
            return
        numbers = struct.unpack_from(f"<{count}I", block, 4 * (count + 1))
        pages = dict.fromkeys(number & 0x3FFFFF for number in numbers)
        if len(pages) > _MOST_PAGES:
            raise ReadError(TOO_LARGE)
        for number in pages:
            page = self._main[512 * number : 512 * number + 512]
            if len(page) < 512:
                continue
            runs = page[511]
            if 4 * (runs + 1) + width * runs > 511:
                continue
            places = struct.unpack_from(f"<{runs + 1}I", page)
            for run in range(runs):
                at = 2 * page[4 * (runs + 1) + width * run]
                if not at:
                    changes = b"\0\0" if width == 13 else b""
                elif width == 1:
                    changes = page[at + 1 : at + 1 + page[at]]
                elif page[at]:
                    changes = page[at + 1 : at + 2 * page[at]]
                else:
                    changes = page[at + 2 : at + 2 + 2 * page[at + 1]]
                yield places[run], places[run + 1], changes

    # --- streams ----------------------------------------------------------------------------

    def _stream(self, name: str) -> bytes:
        if self._container.get_size(name) > _MOST_BYTES:
            raise ReadError(TOO_LARGE)
        return self._container.openstream(name).read()

    def _data_stream(self) -> bytes:
        if self._data is None:
            there = self._container.exists("Data")
            self._data = self._stream("Data") if there else b""
        return self._data

    def _u16(self, offset: int) -> int:
        return struct.unpack_from("<H", self._main, offset)[0]


_OLD_MAGIC = (0xA5DC, 0xA5DB, 0xA59B, 0xA59C, 0xA5EC, 0x8098, 0xA697, 0xA699)
"""The marks of Word 2 to 95, also of their Far East editions."""

_SMALL_CHANGES = {0x41: 0x0800, 0x5C: 0x083C, 0x18: 0x2416, 0x19: 0x2417}


def _piece_changes(prm: int, changes: list[bytes]) -> bytes:
    """The changes that a piece's property modifier stands for."""
    if prm & 1:
        return changes[prm >> 1] if prm >> 1 < len(changes) else b""
    code = _SMALL_CHANGES.get(prm >> 1 & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, prm >> 8)


def _narrow(raw: bytes) -> str:
    return raw.decode("cp1252", "replace")


def _wide(raw: bytes) -> str:
    text = raw.decode("utf-16-le", "surrogatepass")
    if len(text) * 2 == len(raw):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))
