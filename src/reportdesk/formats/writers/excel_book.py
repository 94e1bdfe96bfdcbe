"""The parts of a workbook as XML: sheets of cells, their looks, and the package around them.

Written directly, since a formula with its result beside it is what openpyxl cannot write.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax.saxutils import escape

_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FIRST_FORMAT = 164
"""Number formats of one's own are numbered from here."""
_FONTS = {
    "body": '<sz val="12"/><name val="宋体"/><family val="3"/><charset val="134"/>',
    "title": '<b/><sz val="18"/><name val="宋体"/><family val="3"/><charset val="134"/>',
    "heading": '<b/><sz val="14"/><name val="黑体"/><family val="3"/><charset val="134"/>',
    "strong": '<b/><sz val="12"/><name val="宋体"/><family val="3"/><charset val="134"/>',
    "table": '<sz val="10"/><name val="宋体"/><family val="3"/><charset val="134"/>',
    "link": '<u/><sz val="10"/><color rgb="FF0563C1"/><name val="宋体"/><family val="3"/>'
    '<charset val="134"/>',
    "draft": '<b/><sz val="12"/><color rgb="FFC00000"/><name val="宋体"/><family val="3"/>'
    '<charset val="134"/>',
}
_THIN = "".join(
    f'<{side} style="thin"><color auto="1"/></{side}>'
    for side in ("left", "right", "top", "bottom")
)


class Look(NamedTuple):
    """How a cell looks; ``format`` is a number format, "" for the general one."""

    font: str = "body"
    across: str = "left"
    format: str = ""
    wrap: bool = True
    boxed: bool = False
    shaded: bool = False
    indent: int = 0
    literal: bool = False
    """Whether what stands in the cell stays text even if somebody edits it."""


class Cell(NamedTuple):
    """A cell: ``number`` is written as a number, else ``text`` as text; with ``formula`` they
    are its result."""

    look: Look
    text: str = ""
    number: str = ""
    formula: str = ""


@dataclass(slots=True)
class Page:
    """A sheet: its cells by (row, column) from 0, widths in characters, heights in points."""

    name: str
    widths: Sequence[float]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict[tuple[int, int], Cell])
    merges: list[tuple[int, int, int, int]] = field(default_factory=list[tuple[int, int, int, int]])
    """Row, column, rows, columns."""
    heights: Mapping[int, float] = field(default_factory=dict[int, float])
    header: str = ""
    mark: str = ""
    """Words at the right of the page's header."""
    top: int = 0
    """First rows that are for the screen only and not printed."""
    heads: int = 0
    """Rows after them to print again on every page."""
    size: tuple[int, int] = (0, 0)
    """Rows and columns up to the end of what is printed; needed with ``top``."""
    links: dict[tuple[int, int], str] = field(default_factory=dict[tuple[int, int], str])
    """Cells that lead to another sheet of this workbook, by its name."""


def place(row: int, column: int) -> str:
    """「B3」 for a place counted from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def package(pages: Sequence[Page], title: str) -> bytes:
    """The workbook's bytes; the same for the same pages."""
    looks = _Looks()
    sheets = [_sheet(page, looks, first=page is pages[0]) for page in pages]
    contents = {
        "[Content_Types].xml": _content_types(len(pages)),
        "_rels/.rels": _relations(
            (f"{_R}/officeDocument", "xl/workbook.xml"),
            (f"{_P}/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": f'{_XML}<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "</cp:coreProperties>",
        "xl/workbook.xml": _workbook(pages),
        "xl/_rels/workbook.xml.rels": _relations(
            *((f"{_R}/worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(pages) + 1)),
            (f"{_R}/styles", "styles.xml"),
        ),
        "xl/styles.xml": looks.xml(),
        **{f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, 1)},
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same bytes on every system: else it names the one that wrote it.
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return stream.getvalue()


class _Looks:
    """The looks in use, numbered as the cells name them."""

    def __init__(self) -> None:
        self.numbers: dict[Look, int] = {Look(wrap=False): 0}

    def number(self, look: Look) -> int:
        """The number of a look."""
        return self.numbers.setdefault(look, len(self.numbers))

    def xml(self) -> str:
        """The part that says what the numbers mean."""
        formats = sorted({look.format for look in self.numbers if look.format})
        ids = {code: _FIRST_FORMAT + n for n, code in enumerate(formats)}
        own = "".join(
            f'<numFmt numFmtId="{ids[code]}" formatCode="{_attribute(code)}"/>' for code in formats
        )
        own = f'<numFmts count="{len(formats)}">{own}</numFmts>' if formats else ""
        fonts = list(_FONTS)
        xfs = "".join(
            f'<xf numFmtId="{ids.get(look.format, 0)}" fontId="{fonts.index(look.font)}" '
            f'fillId="{2 if look.shaded else 0}" borderId="{int(look.boxed)}" xfId="0" '
            'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
            f"{' quotePrefix=' + chr(34) + '1' + chr(34) if look.literal else ''}>"
            f'<alignment horizontal="{look.across}" vertical="center"'
            f"{f' indent={chr(34)}{look.indent}{chr(34)}' if look.indent else ''}"
            f' {"wrapText" if look.wrap else "shrinkToFit"}="1"/></xf>'
            for look in self.numbers
        )
        return (
            f'{_XML}<styleSheet xmlns="{_S}">{own}'
            f'<fonts count="{len(fonts)}">'
            + "".join(f"<font>{font}</font>" for font in _FONTS.values())
            + '</fonts><fills count="3"><fill><patternFill patternType="none"/></fill>'
            '<fill><patternFill patternType="gray125"/></fill><fill><patternFill '
            'patternType="solid"><fgColor rgb="FFC6D9F1"/><bgColor indexed="64"/></patternFill>'
            '</fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/>'
            f"</border><border>{_THIN}<diagonal/></border></borders>"
            '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
            f'</cellStyleXfs><cellXfs count="{len(self.numbers)}">{xfs}</cellXfs>'
            '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
            "</styleSheet>"
        )


def _sheet(page: Page, looks: _Looks, *, first: bool) -> str:
    rows: dict[int, list[tuple[int, Cell]]] = {}
    for (row, column), cell in sorted(page.cells.items()):
        rows.setdefault(row, []).append((column, cell))
    lines: list[str] = []
    for row, cells in rows.items():
        height = page.heights.get(row)
        size = f' ht="{height:g}" customHeight="1"' if height else ""
        inside = "".join(_cell(place(row, column), cell, looks) for column, cell in cells)
        lines.append(f'<row r="{row + 1}"{size}>{inside}</row>')
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width:g}" customWidth="1"/>'
        for n, width in enumerate(page.widths, 1)
    )
    merges = "".join(
        f'<mergeCell ref="{place(row, column)}:{place(row + tall - 1, column + wide - 1)}"/>'
        for row, column, tall, wide in page.merges
    )
    merged = f'<mergeCells count="{len(page.merges)}">{merges}</mergeCells>' if merges else ""
    fixed = page.top + page.heads
    pane = (
        f'<pane ySplit="{fixed}" topLeftCell="A{fixed + 1}" activePane="bottomLeft" '
        'state="frozen"/>'
        if page.heads
        else ""
    )
    header = f"&C{page.header.replace('&', '&&')}" if page.header else ""
    header += f"&R{page.mark.replace('&', '&&')}" if page.mark else ""
    return (
        f'{_XML}<worksheet xmlns="{_S}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f"<sheetViews><sheetView{' tabSelected=' + chr(34) + '1' + chr(34) if first else ''} "
        f'workbookViewId="0">{pane}</sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>'
        f"<sheetData>{''.join(lines)}</sheetData>{merged}{_links(page)}"
        '<printOptions horizontalCentered="1"/>'
        '<pageMargins left="0.7" right="0.7" top="1" bottom="0.9" header="0.5" footer="0.4"/>'
        '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/>'
        f"<headerFooter><oddHeader>{escape(header)}</oddHeader>"
        "<oddFooter>&amp;C&amp;P</oddFooter></headerFooter></worksheet>"
    )


def _cell(at: str, cell: Cell, looks: _Looks) -> str:
    start = f'<c r="{at}" s="{looks.number(cell.look)}"'
    formula = f"<f>{escape(cell.formula)}</f>" if cell.formula else ""
    if cell.number:
        return f"{start}>{formula}<v>{cell.number}</v></c>"
    text = escape(_LIKE_ESCAPE.sub("_x005F_", cell.text))
    if formula:
        return f'{start} t="str">{formula}<v>{text}</v></c>'
    if not text:
        return f"{start}/>"
    return f'{start} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _workbook(pages: Sequence[Page]) -> str:
    sheets = "".join(
        f'<sheet name="{_attribute(page.name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, page in enumerate(pages, 1)
    )
    named = ""
    for n, page in enumerate(pages):
        sheet = escape(_quoted(page.name))
        if page.top:
            last = place(page.size[0] - 1, page.size[1] - 1)
            named += _named("Print_Area", n, f"{sheet}{_fixed(place(page.top, 0), last)}")
        if page.heads:
            rows = f"${page.top + 1}:${page.top + page.heads}"
            named += _named("Print_Titles", n, f"{sheet}{rows}")
    names = f"<definedNames>{named}</definedNames>" if named else ""
    return (
        f'{_XML}<workbook xmlns="{_S}" xmlns:r="{_R}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{sheets}</sheets>{names}</workbook>"
    )


def _named(name: str, sheet: int, words: str) -> str:
    return f'<definedName name="_xlnm.{name}" localSheetId="{sheet}">{words}</definedName>'


def _fixed(first: str, last: str) -> str:
    return ":".join(re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", corner) for corner in (first, last))


def _links(page: Page) -> str:
    links = "".join(
        f'<hyperlink ref="{place(*at)}" location="{_attribute(_quoted(name))}A1"/>'
        for at, name in page.links.items()
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'!"


def _content_types(count: int) -> str:
    parts = [
        ("/xl/workbook.xml", f"{_TYPE}.sheet.main+xml"),
        ("/xl/styles.xml", f"{_TYPE}.styles+xml"),
        *((f"/xl/worksheets/sheet{n}.xml", f"{_TYPE}.worksheet+xml") for n in range(1, count + 1)),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    return (
        f'{_XML}<Types xmlns="{_P}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{n}" ContentType="{t}"/>' for n, t in parts)
        + "</Types>"
    )


def _relations(*links: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, 1)
    )
    return f'{_XML}<Relationships xmlns="{_P}/relationships">{inside}</Relationships>'


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})
