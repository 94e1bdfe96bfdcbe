"""An old workbook (.xls) as pieces, by xlrd, whose complaints are kept from the screen."""

import io
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Protocol, cast

from reportdesk.errors import ReadError
from reportdesk.formats.readers.sheets import MOST_CELLS, Merge, Sheet, pieces_of
from reportdesk.formats.readers.shown import shown
from reportdesk.formats.story import Story

_CONTAINER = b"\xd0\xcf\x11\xe0"
_MOST_BYTES = 30_000_000
_MOST_SHEETS = 60
_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR = range(6)


class _Format(Protocol):
    format_str: str


class _Style(Protocol):
    format_key: int


class _Sheet(Protocol):
    name: str
    nrows: int
    visibility: int
    merged_cells: Sequence[tuple[int, int, int, int]]

    def row_len(self, row: int) -> int: ...
    def cell_type(self, row: int, column: int) -> int: ...
    def cell_value(self, row: int, column: int) -> str | float: ...
    def cell_xf_index(self, row: int, column: int) -> int: ...


class _Book(Protocol):
    nsheets: int
    datemode: int
    xf_list: Sequence[_Style]
    format_map: Mapping[int, _Format]

    def sheet_by_index(self, index: int) -> _Sheet: ...


class _Container(Protocol):
    def exists(self, name: str) -> bool: ...
    def openstream(self, name: str) -> io.BytesIO: ...


class _Olefile(Protocol):
    def OleFileIO(self, file: io.BytesIO) -> _Container: ...  # noqa: N802 - olefile's own name


class _Xlrd(Protocol):
    def open_workbook(self, **options: object) -> _Book: ...


def read(data: bytes) -> Story:
    """The visible sheets in their order. Raises ReadError where the workbook is damaged,
    encrypted, too large or empty."""
    if len(data) > _MOST_BYTES:
        raise ReadError("工作簿太大，不像是报告。请只留报告的表格另存一份再试。")
    book = _opened(data)
    story = Story("xls")
    sheets = [book.sheet_by_index(index) for index in range(min(book.nsheets, _MOST_SHEETS))]
    seen = [sheet for sheet in sheets if not sheet.visibility]
    hidden = "、".join(f"「{sheet.name}」" for sheet in sheets if sheet.visibility)
    left = MOST_CELLS
    for sheet in seen or sheets:
        texts = _texts(sheet, book, left)
        left -= len(texts)
        merges = [Merge(r, c, rr - r, cc - c) for r, rr, c, cc in sheet.merged_cells]
        story.pieces += pieces_of(Sheet(sheet.name, texts, merges))
    if left <= 0:
        story.notes.append("工作簿太大，只读了前面的部分。")
    if hidden and seen:
        story.notes.append(f"隐藏的工作表{hidden}没有读入。")
    if not story.pieces:
        raise ReadError("工作簿里没有文字，也没有数字。请确认选的是报告本身；文件没有被改动。")
    return story


def _opened(data: bytes) -> _Book:
    xlrd = cast("_Xlrd", import_module("xlrd"))
    try:
        # Rows as long as they are: padded to one width a single far cell would fill the memory.
        return xlrd.open_workbook(
            file_contents=_stream(data),
            formatting_info=True,
            logfile=io.StringIO(),
            on_demand=False,
            ragged_rows=True,
        )
    except MemoryError:
        raise
    except Exception as error:
        # xlrd raises nearly anything on files that are not as they should be.
        words = str(error).lower()
        if "encrypt" in words or "password" in words:
            raise ReadError("工作簿加了打开密码。请先去掉密码另存一份再试。") from error
        raise ReadError(
            "工作簿已损坏，或不是完整的 Excel 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
        ) from error


def _stream(data: bytes) -> bytes:
    """The workbook out of its container: xlrd, which would do it, follows a damaged chain of
    sectors round and round for ever."""
    if not data.startswith(_CONTAINER):
        return data
    container = cast("_Olefile", import_module("olefile")).OleFileIO(io.BytesIO(data))
    name = next(name for name in ("Workbook", "Book") if container.exists(name))
    return container.openstream(name).read()


def _texts(sheet: _Sheet, book: _Book, most: int) -> dict[tuple[int, int], str]:
    texts: dict[tuple[int, int], str] = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            if sheet.cell_type(row, column) in {_EMPTY, 6}:
                continue
            text = _text(sheet, book, row, column)
            if text.strip():
                texts[row, column] = text
        if len(texts) >= most:
            break
    return texts


def _text(sheet: _Sheet, book: _Book, row: int, column: int) -> str:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind == _TEXT:
        text = str(value).replace("\r\n", "\n").replace("\r", "\n")
        return "".join(c for c in text if c >= " " or c in "\n\t")
    if kind == _BOOLEAN:
        return "是" if value else "否"
    if kind == _ERROR:
        return ""
    index = sheet.cell_xf_index(row, column)
    style = book.xf_list[index] if index < len(book.xf_list) else None
    found = book.format_map.get(style.format_key) if style is not None else None
    code = found.format_str if found is not None else "General"
    if kind == _DATE and not any(c in code.lower() for c in "ymdhs"):
        code = "yyyy-m-d"
    return shown(value, code, since_1904=bool(book.datemode))
