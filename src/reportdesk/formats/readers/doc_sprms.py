"""Property changes of Word 97 (sprms): what a paragraph, a row or a run has that others have not.

Names follow the published description of the format, [MS-DOC].
"""

import struct
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_CHANGE_TABS, _DEFINE_TABLE, _OLD_DEFINE_TABLE = 0xC615, 0xD608, 0xD606
_ELSEWHERE = (0x6645, 0x6646, 0x646B)
"""Properties too long for their page, in the data stream: PHugePapx, PTableProps."""

_DELETED, _HIDDEN, _SYMBOL, _RUN_STYLE = 0x0800, 0x083C, 0x6A09, 0x4A30


@dataclass(slots=True)
class RowShape:
    """A table row: the edges of its cells in twips, and how they merge."""

    edges: list[int] = field(default_factory=list[int])
    across: list[int] = field(default_factory=list[int])
    """For each cell 0, or the two bits that say it begins or goes on sideways."""
    down: list[int] = field(default_factory=list[int])
    """For each cell 0, 1 (goes on from above) or 3 (begins)."""


@dataclass(slots=True)
class ParagraphProperties:
    """What is known of a paragraph, or of the row or cell that it ends."""

    style: int = 0
    depth: int = 0
    """In how many tables, one inside the other, it stands."""
    ends_cell: bool = False
    """Whether it ends a cell of a table in a table (others end with a mark of their own)."""
    ends_row: bool = False
    outline: int | None = None
    list: int | None = None
    level: int | None = None
    row: RowShape | None = None


@dataclass(frozen=True, slots=True)
class RunProperties:
    """What a run of characters has that matters here."""

    deleted: bool = False
    hidden: bool | None = None
    """Whether it is hidden; None where that is as its paragraph's style says."""
    contrary: bool = False
    """Whether it is hidden where its paragraph's style is not, and the other way round."""
    symbol: int | None = None
    """The character of a symbol font that it shows."""


def sprms(changes: bytes, data: bytes = b"", depth: int = 0) -> Iterator[tuple[int, bytes]]:
    """Each change with its operand; what does not fit any more is left out."""
    at, end = 0, len(changes)
    while at + 2 <= end:
        code = changes[at] | changes[at + 1] << 8
        at += 2
        size = _SIZES[code >> 13] or _variable_size(code, changes, at)
        operand = changes[at : at + size]
        at += size
        if len(operand) < size or not size:
            return
        if code in _ELSEWHERE:
            offset = struct.unpack("<I", operand)[0]
            if depth == 0 and offset + 2 <= len(data):
                length = data[offset] | data[offset + 1] << 8
                yield from sprms(data[offset + 2 : offset + 2 + length], data, 1)
        else:
            yield code, operand


def _variable_size(code: int, changes: bytes, at: int) -> int:
    if at >= len(changes):
        return 0
    if code in (_DEFINE_TABLE, _OLD_DEFINE_TABLE):
        return 1 + int.from_bytes(changes[at : at + 2], "little")
    size = changes[at]
    if code == _CHANGE_TABS and size == 255 and at + 2 < len(changes):
        removed = changes[at + 1]
        added_at = at + 2 + 4 * removed
        added = changes[added_at] if added_at < len(changes) else 0
        return 3 + 4 * removed + 3 * added
    return 1 + size


def paragraph_properties(style: int, changes: bytes, data: bytes) -> ParagraphProperties:
    """The properties that ``changes`` give to a paragraph of ``style``."""
    found = ParagraphProperties(style)
    in_table, depth = False, 0
    for code, operand in sprms(changes, data):
        value = operand[0]
        if code == 0x2416:
            in_table = bool(value)
        elif code in (0x2417, 0x244C):
            found.ends_row = found.ends_row or bool(value)
        elif code == 0x6649:
            depth = struct.unpack("<i", operand)[0]
        elif code == 0x664A:
            depth += struct.unpack("<i", operand)[0]
        elif code == 0x244B:
            found.ends_cell = bool(value)
        elif code == 0x2640:
            found.outline = value
        elif code == 0x260A:
            found.level = min(value, 8)
        elif code == 0x460B:
            found.list = struct.unpack("<h", operand)[0]
        elif code == 0x4600:
            found.style = struct.unpack("<H", operand)[0]
        elif code == _DEFINE_TABLE:
            found.row = _row_shape(operand)
        elif found.row is not None:
            _change_row(found.row, code, operand)
    found.depth = max(depth, 1) if in_table else 0
    return found


def _row_shape(operand: bytes) -> RowShape:
    count = operand[2] if len(operand) > 2 else 0
    cells_at = 3 + 2 * (count + 1)
    if count > 63 or cells_at > len(operand):
        return RowShape()
    shape = RowShape(list(struct.unpack_from(f"<{count + 1}h", operand, 3)))
    for at in range(cells_at, cells_at + 20 * count, 20):
        flags = int.from_bytes(operand[at : at + 2], "little")
        shape.across.append(flags & 3)
        shape.down.append(flags >> 5 & 3)
    return shape


def _change_row(row: RowShape, code: int, operand: bytes) -> None:
    count = len(row.across)
    if code == 0xD62B and len(operand) >= 3 and operand[1] < count:
        row.down[operand[1]] = operand[2] & 3
    elif code == 0x5624 and operand[0] < operand[1] <= count:
        row.across[operand[0] : operand[1]] = [1] + [2] * (operand[1] - operand[0] - 1)
    elif code == 0x5625:
        for cell in range(operand[0], min(operand[1], count)):
            row.across[cell] = 0


def run_properties(changes: bytes, hidden_styles: Container[int]) -> RunProperties | None:
    """What ``changes`` give to a run; None for all that do not matter here. ``hidden_styles`` are
    the character styles that hide."""
    deleted = False
    hides, switch = False, 0x80
    symbol: int | None = None
    for code, operand in sprms(changes):
        if code == _DELETED:
            deleted = bool(operand[0])
        elif code == _HIDDEN:
            switch = operand[0]
        elif code == _RUN_STYLE:
            hides = int.from_bytes(operand, "little") in hidden_styles
        elif code == _SYMBOL:
            symbol = operand[2] | operand[3] << 8
    # 0 and 1 are absolute, 0x80 is what the style says, 0x81 its contrary.
    contrary = switch == 0x81 and not hides
    hidden = bool(switch) if switch < 0x80 else switch == 0x80 if hides else None
    if deleted or contrary or hidden is not None or symbol is not None:
        return RunProperties(deleted, hidden, contrary, symbol)
    return None
