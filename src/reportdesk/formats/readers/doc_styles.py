"""The styles and lists of a Word 97 file: which paragraphs are headings, and their labels."""

import struct
from contextlib import suppress
from dataclasses import dataclass

from reportdesk.formats.readers.doc_file import WordFile
from reportdesk.formats.readers.doc_sprms import (
    ParagraphProperties,
    paragraph_properties,
    run_properties,
)
from reportdesk.formats.readers.word_numbering import Counters, Level

_STYLES, _LIST_TABLE, _LIST_USES = 0xA2, 0x2E2, 0x2EA
_HEADINGS = frozenset((*range(1, 10), 62, 74))
"""The numbers of the built-in styles: heading 1 to 9, title, subtitle."""
_NO_BASE = 0xFFF
_KINDS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth2",
    22: "decimalZero",
    23: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    38: "chineseLegalSimplified",
    39: "chineseCountingThousand",
    255: "none",
}


@dataclass(frozen=True, slots=True)
class DocStyle:
    """A paragraph style, with what it has from those it is based on."""

    heading: bool = False
    hides: bool = False
    list: int | None = None
    level: int | None = None


_PARAGRAPH, _CHARACTER = 1, 2


class DocStyles:
    """The paragraph styles of a file by their index."""

    def __init__(self, file: WordFile) -> None:
        block = file.block(_STYLES)
        self._own: dict[int, tuple[int, int, ParagraphProperties]] = {}
        self._known: dict[int, DocStyle] = {}
        self.hidden: set[int] = set()
        """The character styles that hide their words."""
        self._hiding: set[int] = set()
        # Damaged styles cost us the headings' marks, no more.
        with suppress(struct.error, IndexError):
            self._read(block)

    def __getitem__(self, index: int) -> DocStyle:
        style = self._known.get(index)
        if style is None:
            style = self._known[index] = self._resolve(index)
        return style

    def _resolve(self, index: int) -> DocStyle:
        named, outline, number, level = False, None, None, None
        hides = index in self._hiding
        for _ in range(12):
            if index not in self._own:
                break
            built_in, index, own = self._own[index]
            named = named or (built_in in _HEADINGS and outline is None)
            outline = own.outline if outline is None else outline
            number = own.list if number is None else number
            level = own.level if level is None else level
        return DocStyle(named or (outline is not None and outline < 9), hides, number, level)

    def _read(self, block: bytes) -> None:
        head, count, base = struct.unpack_from("<3H", block)
        at = 2 + head
        for index in range(count):
            size = struct.unpack_from("<H", block, at)[0]
            style = block[at + 2 : at + 2 + size]
            at += 2 + size
            if size < base + 2:
                continue
            built_in, based = struct.unpack_from("<HH", style)
            changes = _style_changes(style, base)
            kind = based & 0xF
            if kind == _PARAGRAPH:
                own = paragraph_properties(index, changes[0][2:], b"")
                self._own[index] = (built_in & 0xFFF, based >> 4, own)
            run = run_properties(changes[1 if kind == _PARAGRAPH else 0], ())
            if run is not None and (run.hidden or run.contrary):
                (self.hidden if kind == _CHARACTER else self._hiding).add(index)


def _style_changes(style: bytes, base: int) -> tuple[bytes, bytes]:
    """The first two groups of changes of a style, which stand after its name (of a paragraph
    style those of the paragraph, with its index before them, and those of its runs)."""
    at = base + 2 + 2 * struct.unpack_from("<H", style, base)[0] + 2
    groups: list[bytes] = []
    while len(groups) < 2:
        at += at & 1
        length = int.from_bytes(style[at : at + 2], "little")
        groups.append(style[at + 2 : at + 2 + length])
        at += 2 + length
    return groups[0], groups[1]


@dataclass(slots=True)
class _Use:
    definition: int
    starts: dict[int, int]
    levels: dict[int, Level]


class DocLists:
    """The lists of a file and their counts."""

    def __init__(self, file: WordFile) -> None:
        self._counters = Counters()
        self._levels: dict[int, list[Level]] = {}
        self._uses: list[_Use] = []
        with suppress(struct.error, IndexError):  # damaged lists cost us labels, no more
            self._read_definitions(file)
            self._read_uses(file.block(_LIST_USES))

    def label(self, use_number: int, level: int) -> str:
        """The label of the next paragraph of the list ``use_number`` (counted from one)."""
        if not 0 < use_number <= len(self._uses):
            return ""
        use = self._uses[use_number - 1]
        levels = self._levels.get(use.definition, [])
        if use.levels:
            levels = [use.levels.get(i, own) for i, own in enumerate(levels)]
        name = str(use.definition)
        for at, start in use.starts.items():
            self._counters.restart(str(use_number), name, at, start, level)
        return self._counters.label(name, levels, level)

    def _read_definitions(self, file: WordFile) -> None:
        place, length = file.block_place(_LIST_TABLE)
        if not length:
            return
        table = file.table
        count = struct.unpack_from("<H", table, place)[0]
        at = place + 2 + 28 * count  # the levels follow all definitions
        for index in range(count):
            head = place + 2 + 28 * index
            name = struct.unpack_from("<I", table, head)[0]
            levels: list[Level] = []
            for _ in range(1 if table[head + 26] & 1 else 9):
                level, at = _level(table, at)
                levels.append(level)
            self._levels[name] = levels

    def _read_uses(self, block: bytes) -> None:
        if not block:
            return
        count = struct.unpack_from("<I", block)[0]
        if count * 16 > len(block):
            return
        heads = [struct.unpack_from("<I8xB3x", block, 4 + 16 * i) for i in range(count)]
        self._uses = [_Use(name, {}, {}) for name, _ in heads]
        at = 4 + 16 * count
        for use, (_, changed) in zip(self._uses, heads, strict=True):
            at += 4
            for _ in range(changed):
                start, flags = struct.unpack_from("<II", block, at)
                at += 8
                if flags & 0x20:
                    use.levels[flags & 0xF], at = _level(block, at)
                elif flags & 0x10:
                    use.starts[flags & 0xF] = min(start, 32_767)


def _level(table: bytes, at: int) -> tuple[Level, int]:
    start, kind, flags = struct.unpack_from("<iBB", table, at)
    own, paragraph = table[at + 24], table[at + 25]
    at += 28 + own + paragraph
    length = struct.unpack_from("<H", table, at)[0]
    letters = table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace")
    text = "".join(f"%{ord(c) + 1}" if ord(c) < 9 else c for c in letters)
    level = Level(
        kind=_KINDS.get(kind, "decimal"),
        text=text,
        start=min(max(start, 0), 32_767),
        legal=bool(flags & 4),
        restarts=not flags & 8,
    )
    return level, at + 2 + 2 * length
