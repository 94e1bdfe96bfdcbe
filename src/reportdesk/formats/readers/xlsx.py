"""A workbook (.xlsx) as pieces: cached values, merged cells, number formats; never a formula.

The parts are read directly, as the program that made the file last showed them. A formula
without a stored result is a blank and is told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reportdesk.errors import ReadError
from reportdesk.formats.readers.package import Package, Relationship
from reportdesk.formats.readers.safe_xml import Node
from reportdesk.formats.readers.sheets import MOST_CELLS, Merge, Sheet, pieces_of
from reportdesk.formats.readers.shown import BUILT_IN, shown
from reportdesk.formats.story import Story

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOST_SHEETS = 60


@dataclass(slots=True)
class _Book:
    """What all sheets share."""

    strings: list[str] = field(default_factory=list[str])
    formats: list[str] = field(default_factory=list[str])
    """The number format of each cell style."""
    since_1904: bool = False
    cells: int = 0
    uncomputed: int = 0
    faulty: int = 0


def read(data: bytes) -> Story:
    """The visible sheets in their order. Raises ReadError where the package is unsafe,
    encrypted or damaged, or all sheets are empty."""
    package = Package(data)
    main = package.main_part()
    root, links = package.xml(main), package.relationships(main)
    book = _Book(since_1904=_on(next(root.iter(f"{_MAIN}workbookPr"), None), "date1904"))
    book.strings = _strings(package, links)
    book.formats = _formats(package, links)
    story = Story("xlsx")
    sheets = list(root.iter(f"{_MAIN}sheet"))
    seen = [s for s in sheets if s.get("state", "visible") == "visible"]
    hidden = "、".join(f"「{s.get('name', '')}」" for s in sheets if s not in seen)
    for sheet in (seen or sheets)[:_MOST_SHEETS]:
        link = links.get(sheet.get(_LINK, "") or "")
        if link is None or link.kind != "worksheet" or link.target not in package:
            continue
        story.pieces += pieces_of(
            _sheet(package.xml(link.target), sheet.get("name", "") or "", book)
        )
        if book.cells >= MOST_CELLS:
            story.notes.append("工作簿太大，只读了前面的部分。")
            break
    _tell(story, book, hidden if seen else "")
    if not story.pieces:
        raise ReadError("工作簿里没有文字，也没有数字。请确认选的是报告本身；文件没有被改动。")
    return story


def _tell(story: Story, book: _Book, hidden: str) -> None:
    if hidden:
        story.notes.append(f"隐藏的工作表{hidden}没有读入。")
    if book.uncomputed:
        story.notes.append(
            f"有 {book.uncomputed} 个公式没有计算结果，按空白读入。"
            "请用 Excel 或 WPS 打开、保存一次再试。"
        )
    if book.faulty:
        story.notes.append(f"有 {book.faulty} 个公式的结果是错误值（如 #REF!），按空白读入。")


def _sheet(root: Node, name: str, book: _Book) -> Sheet:
    texts: dict[tuple[int, int], str] = {}
    row = column = -1
    for element in root.iter(f"{_MAIN}row", f"{_MAIN}c"):
        if element.tag == f"{_MAIN}row":
            number = element.get("r", "") or ""
            row, column = int(number) - 1 if number.isdecimal() else row + 1, -1
            continue
        place = _REFERENCE.fullmatch(element.get("r", "") or "")
        column = _column(place[1]) if place else column + 1
        text = _text(element, book)
        if text.strip():
            texts[int(place[2]) - 1 if place else row, column] = text
            book.cells += 1
            if book.cells >= MOST_CELLS:
                break
    merges = [
        merge
        for element in root.iter(f"{_MAIN}mergeCell")
        if (merge := _merge(element.get("ref", "") or "")) is not None
    ]
    return Sheet(name, texts, merges)


def _text(cell: Node, book: _Book) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _string(cell)
    value = formula = None
    for child in cell:
        if child.tag == f"{_MAIN}v":
            value = child.text or ("" if kind == "str" else None)  # no words are a result too
        elif child.tag == f"{_MAIN}f":
            formula = child
    if value is None:
        book.uncomputed += formula is not None
        return ""
    if kind == "e":
        book.faulty += 1
        return ""
    if kind == "s":
        index = int(value) if value.isdecimal() else -1
        return book.strings[index] if 0 <= index < len(book.strings) else ""
    if kind == "b":
        return "是" if value == "1" else "否"
    if kind in {"str", "d"}:
        return _unescaped(value)
    style = cell.get("s", "0") or "0"
    index = int(style) if style.isdecimal() else 0
    code = book.formats[index] if index < len(book.formats) else "General"
    return shown(value, code, since_1904=book.since_1904)


def _strings(package: Package, links: Mapping[str, Relationship]) -> list[str]:
    part = _part(package, links, "sharedStrings")
    return [] if part is None else [_string(e) for e in package.xml(part).iter(f"{_MAIN}si")]


def _string(element: Node) -> str:
    """The runs of a string, without the readings over it."""
    texts: list[str] = []
    for child in element:
        if child.tag == f"{_MAIN}t":
            texts.append(child.text or "")
        elif child.tag in {f"{_MAIN}r", f"{_MAIN}is"}:
            texts.append(_string(child))
    return _unescaped("".join(texts))


def _unescaped(text: str) -> str:
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c >= " " or c in "\n\t")


def _formats(package: Package, links: Mapping[str, Relationship]) -> list[str]:
    part = _part(package, links, "styles")
    if part is None:
        return []
    root = package.xml(part)
    own = {
        element.get("numFmtId", "") or "": element.get("formatCode", "") or ""
        for element in root.iter(f"{_MAIN}numFmt")
    }
    codes: list[str] = []
    for styles in root.iter(f"{_MAIN}cellXfs"):
        for style in styles:
            id = style.get("numFmtId", "0") or "0"
            built_in = BUILT_IN.get(int(id) if id.isdecimal() else 0, "General")
            codes.append(own.get(id, built_in))
    return codes


def _part(package: Package, links: Mapping[str, Relationship], kind: str) -> str | None:
    targets = [link.target for link in links.values() if link.kind == kind and not link.external]
    return targets[0] if targets and targets[0] in package else None


def _merge(reference: str) -> Merge | None:
    ends = [_REFERENCE.fullmatch(end) for end in reference.split(":")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None:
        return None
    top, left = int(ends[0][2]) - 1, _column(ends[0][1])
    bottom, right = int(ends[1][2]) - 1, _column(ends[1][1])
    if bottom < top or right < left:
        return None
    return Merge(top, left, bottom - top + 1, right - left + 1)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _on(element: Node | None, name: str) -> bool:
    return element is not None and (element.get(name, "0") or "0") in {"1", "true"}
