"""Makes tiny Word 97 files byte by byte, for what no office program at hand would write."""

import struct
from collections.abc import Mapping, Sequence
from typing import NamedTuple

_SECTOR = 512
_TEXT_AT = 2048
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD

IN_TABLE = b"\x16\x24\x01"
ROW_ENDS = b"\x17\x24\x01"
DELETED = b"\x00\x08\x01"
HIDDEN = b"\x3c\x08\x01"


class Part(NamedTuple):
    """A stretch of text that ends a paragraph, cell or row, with its property changes."""

    text: str
    changes: bytes = b""
    run: bytes = b""


def cell(text: str, run: bytes = b"") -> Part:
    """A cell of a table."""
    return Part(text + "\x07", IN_TABLE, run)


def row_end(
    edges: Sequence[int], flags: Sequence[int] = (), more: bytes = b"", run: bytes = b""
) -> Part:
    """The end of a row; ``flags`` are the merge marks of its cells."""
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", flag) for flag in flags)
    shape = struct.pack(f"<B{count + 1}h", count, *edges) + cells
    shape = struct.pack("<HH", 0xD608, len(shape) + 1) + shape
    return Part("\x07", IN_TABLE + ROW_ENDS + shape + more, run)


def depth(levels: int) -> bytes:
    """The change that puts a paragraph into so many tables."""
    return IN_TABLE + struct.pack("<Hi", 0x6649, levels)


def word97(
    *parts: Part, narrow: bool = False, prm: int = 0, saved: bytes = b"", flags: int = 0x0200
) -> bytes:
    """A Word 97 file of these parts. ``narrow`` writes a byte a character; ``prm`` and ``saved``
    are what a quick save leaves at the one piece of the text."""
    text = "".join(part.text for part in parts)
    width = 1 if narrow else 2
    raw = text.encode("cp1252" if narrow else "utf-16-le")
    head = bytearray(_TEXT_AT)
    struct.pack_into("<HH", head, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", head, 10, flags)
    struct.pack_into("<i", head, 0x4C, len(text))
    main = _padded(bytes(head) + raw)
    places = [_TEXT_AT]
    for part in parts:
        places.append(places[-1] + len(part.text) * width)
    paragraphs, main = _pages(main, places, [_paragraph(part.changes) for part in parts], 13)
    runs, main = _pages(main, places, [_run(part.run) for part in parts], 1)
    place = _TEXT_AT * 2 | 0x40000000 if narrow else _TEXT_AT
    pieces = struct.pack("<IIHIH", 0, len(text), 0, place, prm)
    clx = (b"\x01" + struct.pack("<H", len(saved)) + saved if saved else b"") + (
        b"\x02" + struct.pack("<I", len(pieces)) + pieces
    )
    table = b""
    out = bytearray(main)
    for offset, block in ((0x102, paragraphs), (0xFA, runs), (0x1A2, clx)):
        struct.pack_into("<II", out, offset, len(table), len(block))
        table += block
    return ole({"1Table": table, "WordDocument": bytes(out)})


def ole(streams: Mapping[str, bytes]) -> bytes:
    """A compound file of these streams."""
    entries = [_entry("Root Entry", 5, 1, _END, 0)]
    fat, body = [_FAT], b""
    for number, (name, data) in enumerate(streams.items(), start=1):
        stored = data.ljust(4096, b"\0")
        padded = _padded(stored)
        count = len(padded) // _SECTOR
        first = 2 + len(body) // _SECTOR
        last = number == len(streams)
        entries.append(_entry(name, 2, _FREE, first, len(stored), _FREE if last else number + 1))
        body += padded
        if number == 1:
            fat.append(_END)  # the directory
        fat += [*range(first + 1, first + count), _END]
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, _END, 0, _END, 0, 0),
    ) + struct.pack("<108I", *([_FREE] * 108))
    table = struct.pack("<128I", *(fat + [_FREE] * (128 - len(fat))))
    return header + table + _padded(b"".join(entries)) + body


def _entry(name: str, kind: int, child: int, first: int, size: int, right: int = _FREE) -> bytes:
    letters = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ", letters, len(letters) + 2, kind, 1, _FREE, right, child, first, size
    )


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _SECTOR)


def _paragraph(changes: bytes) -> bytes:
    known = b"\0\0" + changes  # the style, Normal
    if len(known) % 2:
        return bytes(((len(known) + 1) // 2,)) + known
    return bytes((0, len(known) // 2)) + known


def _run(changes: bytes) -> bytes:
    return bytes((len(changes),)) + changes


def _pages(
    main: bytes, places: Sequence[int], groups: Sequence[bytes], width: int
) -> tuple[bytes, bytes]:
    """One property page for each part: the list of pages, and the stream with them."""
    first = len(main) // _SECTOR
    for index, group in enumerate(groups):
        page = bytearray(_SECTOR)
        struct.pack_into("<II", page, 0, places[index], places[index + 1])
        at = (510 - len(group)) & ~1
        page[8] = at // 2
        page[at : at + len(group)] = group
        page[511] = 1
        main += bytes(page)
    numbers = range(first, first + len(groups))
    return struct.pack(f"<{2 * len(groups) + 1}I", *places, *numbers), main
