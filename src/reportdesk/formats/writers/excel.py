"""The report as a workbook: a sheet for each section and table, totals as live sums.

A formula carries its computed value, so that previews and readers that do not reckon see it.
"""

import io
import re
import zipfile
from decimal import Decimal
from typing import Any, cast

from lxml import etree
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from reportdesk.form.edition import Line, Section, Text
from reportdesk.form.printed import PrintedCell, Sheet, printed
from reportdesk.form.table import Table
from reportdesk.formats.writers.word_form import unprinted
from reportdesk.report.document import Document
from reportdesk.report.rollover import fill_default
from reportdesk.report.totals import effective, sums_of

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,10})?")
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_THIN = Side(style="thin")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_SHADE = PatternFill("solid", fgColor="C6D9F1")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32000


def render(document: Document, *, draft: bool) -> bytes:
    """``document`` as the bytes of an .xlsx file."""
    values = {key: _ILLEGAL.sub("", value) for key, value in effective(document).items()}
    book = Workbook()
    cover = cast("Worksheet", book.active)
    cover.title = "封面"
    title = values.get("title") or fill_default("{headline}", document) or document.edition.title
    _write(cover, [title, *([values["number"]] if values.get("number") else [])], first=True)
    cached: list[dict[str, str]] = [{}]
    last = cover
    silent = unprinted(document.edition)
    for section in document.edition.sections:
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if section.heading or tables:
            last = _sheet(book, section.heading or section.title)
            cached.append({})
            if last.title != section.heading and section.heading and not tables:
                _write(last, [section.heading], first=False)
        for table in tables:
            if table is not tables[0]:
                last = _sheet(book, table.title)
                cached.append({})
            cached[-1] = _table(last, table, document, values)
        _write(last, _lines(section, values, silent), first=False)
    ends = [values[key] for key in ("signature", "date") if values.get(key)]
    _write(last, ends, first=False)
    for sheet in book.worksheets:
        _page(sheet, draft=draft)
    book.properties.creator = ""
    stream = io.BytesIO()
    book.save(stream)
    return _with_values(stream.getvalue(), cached)


def _sheet(book: Workbook, title: str) -> Worksheet:
    """A new sheet named as its section is headed, so that it is found again by that name."""
    name = _NOT_IN_NAMES.sub("", title)[:31].strip("' ") or "表"
    return cast("Worksheet", book.create_sheet(name))


def _page(sheet: Worksheet, *, draft: bool) -> None:
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    properties: Any = sheet.sheet_properties
    properties.pageSetUpPr.fitToPage = True
    sheet.print_options.horizontalCentered = True
    if draft:
        header: Any = sheet.oddHeader
        header.right.text = "草稿"


def _put(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """A text cell; what begins with 「=」 stays text."""
    cell: Any = sheet.cell(row, column)
    cell.value = text
    cell.data_type = "s"
    return cell


def _write(sheet: Worksheet, lines: list[str], *, first: bool) -> None:
    """Add paragraphs, one a row, below what the sheet holds; the first of all is the title."""
    begun = sheet.max_row > 1 or sheet.cell(1, 1).value is not None
    row = sheet.max_row + (2 if sheet.merged_cells.ranges else 1) if begun else 1
    wide = not sheet.merged_cells.ranges
    if wide:
        sheet.column_dimensions["A"].width = 78
    for offset, line in enumerate(lines):
        cell = _put(sheet, row + offset, 1, line)
        heading = first and offset == 0
        cell.font = Font(name="宋体" if heading else "仿宋", size=18 if heading else 12)
        cell.alignment = Alignment(
            horizontal="center" if heading else "left", vertical="top", wrap_text=wide
        )
        if wide:
            # Nobody reckons the height of a wrapped row before it is shown, so we do.
            size = 24 if heading else 16
            sheet.row_dimensions[row + offset].height = min(400, size * (1 + len(line) // 34))


def _lines(section: Section, values: dict[str, str], silent: frozenset[str]) -> list[str]:
    found: list[str] = []
    texts = [block for block in section.blocks if isinstance(block, Text)]
    for block in section.blocks:
        value = values.get(block.id, "")
        if isinstance(block, Table):
            continue
        if isinstance(block, Line):
            own = block.id in ("title", "number", "signature", "date") and not section.heading
            if value and not own and block.id not in silent:
                found.append(f"{block.label}：{value}")
        elif value:
            if section.heading and len(texts) > 1 and block.label:
                found.append(block.label)
            for line in value.split("\n"):
                parts = range(0, len(line), _LONGEST_CELL)
                found += [line[start : start + _LONGEST_CELL] for start in parts]
    return [line for line in found if line.strip()]


def _table(
    sheet: Worksheet, table: Table, document: Document, values: dict[str, str]
) -> dict[str, str]:
    """Write a table; the computed values of its formulas by cell name."""
    form = printed(table)
    at = {
        cell.key: f"{get_column_letter(cell.column + 1)}{cell.row + 1}"
        for cell in form.cells
        if cell.key
    }
    cached: dict[str, str] = {}
    for cell in form.cells:
        _cell(sheet, cell, document, values, at, cached)
    _shape(sheet, form)
    return cached


def _cell(
    sheet: Worksheet,
    cell: PrintedCell,
    document: Document,
    values: dict[str, str],
    at: dict[str, str],
    cached: dict[str, str],
) -> None:
    row, column = cell.row + 1, cell.column + 1
    for line in range(row, row + cell.rows):
        for place in range(column, column + cell.columns):
            cast("Any", sheet.cell(line, place)).border = _BOX
    here: Any = sheet.cell(row, column)
    here.alignment = _CENTRE
    here.font = Font(name="宋体", size=10)
    if cell.kind == "caption":
        here.fill = _SHADE
    if not cell.key:
        _put(sheet, row, column, cell.text)
    else:
        formula = _formula(cell.key, document, values, at)
        value = values.get(cell.key, "")
        if formula:
            here.value = formula
            cached[at[cell.key]] = value
        elif _NUMBER.fullmatch(value):
            here.value = Decimal(value) if "." in value else int(value)
        elif value:
            _put(sheet, row, column, value)
    if cell.rows > 1 or cell.columns > 1:
        sheet.merge_cells(
            start_row=row,
            start_column=column,
            end_row=row + cell.rows - 1,
            end_column=column + cell.columns - 1,
        )


def _formula(key: str, document: Document, values: dict[str, str], at: dict[str, str]) -> str:
    """The live sum of a total that nobody typed otherwise, "" where it is none; while a part is
    blank it shows nothing."""
    ways = sums_of(document.edition).get(key)
    if not ways:
        return ""
    parts = ways[0]
    known = [values.get(part, "") for part in parts]
    if any(value and not _NUMBER.fullmatch(value) for value in known):
        return ""
    typed = document.values.get(key)
    if typed is not None and (not all(known) or Decimal(typed) != sum(map(Decimal, known))):
        # A typed total that differs from its parts stays as it was typed.
        return ""
    if key in values and not all(known):
        # A flat figure stood in for blank parts: the sum is not that of the cells.
        return ""
    cells = _range([at[part] for part in parts])
    return f'=IF(COUNT({cells})={len(parts)},SUM({cells}),"")'


def _range(cells: list[str]) -> str:
    """The cells as one range where they lie side by side, else one by one."""
    places = [re.fullmatch(r"([A-Z]+)(\d+)", cell) for cell in cells]
    rows = [int(m[2]) for m in places if m]
    columns = [m[1] for m in places if m]
    together = rows == list(range(rows[0], rows[0] + len(rows))) and len(set(columns)) == 1
    letters = [get_column_letter(n) for n in range(1, 60)]
    first = letters.index(columns[0])
    beside = len(set(rows)) == 1 and columns == letters[first : first + len(columns)]
    return f"{cells[0]}:{cells[-1]}" if together or beside else ",".join(cells)


def _shape(sheet: Worksheet, form: Sheet) -> None:
    for index in range(form.width):
        inner = form.labels > 1 and index == form.labels - 1
        width = 34 if inner else 16 if form.labels == 1 else 9
        sheet.column_dimensions[get_column_letter(index + 1)].width = width
    for cell in form.cells:
        if cell.rows == 1 and cell.kind in ("label", "head", "stub") and cell.text:
            letters = range(cell.column + 1, cell.column + cell.columns + 1)
            room = sum(sheet.column_dimensions[get_column_letter(n)].width for n in letters)
            lines = -(-len(cell.text) * 2 // max(1, int(room) - 1))
            line: Any = sheet.row_dimensions[cell.row + 1]
            line.height = max(line.height or 16, 14 * lines + 2)
    if form.heads:
        sheet.print_title_rows = f"1:{form.heads}"


def _with_values(data: bytes, cached: list[dict[str, str]]) -> bytes:
    """The workbook with the computed value put beside each formula."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for entry in package.infolist():
            content = package.read(entry)
            match = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", entry.filename)
            if match is not None and cached[int(match[1]) - 1]:
                content = _sheet_with_values(content, cached[int(match[1]) - 1])
            out.writestr(entry.filename, content)
    return stream.getvalue()


def _sheet_with_values(content: bytes, cached: dict[str, str]) -> bytes:
    root = etree.fromstring(content)
    for cell in root.iter(_MAIN + "c"):
        name = cell.get("r") or ""
        if name in cached:
            value = cell.find(_MAIN + "v")
            if value is None:
                value = etree.SubElement(cell, _MAIN + "v")
            value.text = cached[name]
            if not cached[name]:
                cell.set("t", "str")
            elif "t" in cell.attrib:
                del cell.attrib["t"]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
