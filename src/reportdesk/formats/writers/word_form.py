"""The Word form of an edition: a template with ``{{key}}`` in every blank, laid out as official."""

import io
import zipfile
from xml.sax.saxutils import escape

from reportdesk.form.edition import Edition, Line, Section, Text
from reportdesk.form.printed import PrintedCell, Sheet, printed
from reportdesk.form.table import Table
from reportdesk.formats.writers import word_parts as parts

_FIRST, _LAST = ("title", "number", "preamble"), ("signature", "date")
"""Lines of the first section that stand before the first heading, and at the very end."""
_STYLES = {"title": "RdTitle", "number": "RdNumber", "signature": "RdSignature", "date": "RdDate"}
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="C6D9F1"/>'


def form(edition: Edition) -> bytes:
    """The template of ``edition`` as the bytes of a .docx; the same bytes every time."""
    contents = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.RELATIONS,
        "docProps/core.xml": parts.CORE,
        "word/document.xml": _document(edition),
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONS,
        "word/styles.xml": parts.styles(),
        "word/settings.xml": parts.SETTINGS,
        "word/fontTable.xml": parts.FONT_TABLE,
        "word/header1.xml": parts.header("{{draft}}"),
        "word/header2.xml": parts.header("{{draft}}"),
        "word/footer1.xml": parts.footer("right"),
        "word/footer2.xml": parts.footer("left"),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in contents.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            # The same bytes on every system: else it names the one that wrote it.
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            package.writestr(entry, text.encode())
    return stream.getvalue()


def unprinted(edition: Edition) -> frozenset[str]:
    """The lines of the first section that are the office's own data and are not printed."""
    cover = edition.sections[0] if edition.sections and not edition.sections[0].heading else None
    if cover is None:
        return frozenset()
    lines = {b.id for b in cover.blocks if isinstance(b, Line)}
    return frozenset(lines - {*_FIRST, *_LAST})


def _document(edition: Edition) -> str:
    body: list[str] = []
    cover = edition.sections[0] if edition.sections and not edition.sections[0].heading else None
    known = {block.id for block in cover.blocks} if cover is not None else set[str]()
    for key in _FIRST:
        if key in known:
            body.append(_paragraph(f"{{{{{key}}}}}", _STYLES.get(key, "RdBody")))
        elif key == "title":
            body.append(_paragraph("{{headline}}", "RdTitle"))
    for section in edition.sections:
        if section is not cover:
            body.extend(_section(section))
    body += [_paragraph(f"{{{{{k}}}}}", _STYLES[k]) for k in _LAST if k in known]
    return (
        f'{parts.XML}<w:document xmlns:w="{parts.W}" xmlns:r="{parts.R}"><w:body>'
        + "".join(body)
        + parts.SECTION
        + "</w:body></w:document>"
    )


def _section(section: Section) -> list[str]:
    body = [_paragraph(section.heading, "RdHeading1")] if section.heading else []
    texts = [block for block in section.blocks if isinstance(block, Text)]
    for block in section.blocks:
        if isinstance(block, Table):
            body += [_table(block), _paragraph("", "RdGap")]
        elif isinstance(block, Line):
            body.append(_paragraph(f"{block.label}：{{{{{block.id}}}}}", "RdBody"))
        else:
            if len(texts) > 1 and block.label:
                body.append(_paragraph(block.label, "RdHeading2"))
            body.append(_paragraph(f"{{{{{block.id}}}}}", "RdBody"))
    return body


def _paragraph(text: str, style: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def widths(sheet: Sheet) -> list[int]:
    """The columns' widths in twips: equal where there is one column of labels or none, else
    the innermost labels get most."""
    if sheet.labels <= 1:
        base, rest = divmod(parts.TEXT_WIDTH, sheet.width)
        return [base + (index < rest) for index in range(sheet.width)]
    figures = sheet.width - sheet.labels
    each = min(parts.TEXT_WIDTH * 55 // 100 // figures, 1200)
    left = parts.TEXT_WIDTH - each * figures
    outer = [left * 15 // 100, *[left * 20 // 100] * (sheet.labels - 2)]
    return [*outer, left - sum(outer), *[each] * figures]


def size_of(columns: list[int]) -> int:
    """The size of a table's letters in half points, by how narrow its columns are."""
    if len(columns) > 12:
        return 17
    return 18 if columns[-1] < 800 else 24


def _table(table: Table) -> str:
    sheet = printed(table)
    columns = widths(sheet)
    narrow = columns[-1] < 800
    size = size_of(columns)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    begun: dict[tuple[int, int], PrintedCell] = {(c.row, c.column): c for c in sheet.cells}
    rows = "".join(_row(sheet, begun, index, columns, size) for index in range(sheet.height))
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margin = 20 if narrow else 80
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    sheet: Sheet,
    begun: dict[tuple[int, int], PrintedCell],
    index: int,
    columns: list[int],
    size: int,
) -> str:
    cells: list[str] = []
    at = 0
    while at < sheet.width:
        cell = begun.get((index, at))
        merge = ""
        if cell is None:
            cell = next(c for c in sheet.cells if c.column == at and c.row < index < c.row + c.rows)
            merge = "<w:vMerge/>"
        elif cell.rows > 1:
            merge = '<w:vMerge w:val="restart"/>'
        # Every row but the last holds on to the next: a table stands on one page if it can.
        keep = index < sheet.height - 1
        hidden = merge == "<w:vMerge/>"
        cells.append(_cell(cell, columns, merge, size, hidden=hidden, keep=keep))
        at += cell.columns
    repeat = "<w:tblHeader/>" if index < sheet.heads else ""
    height = 369 if sheet.labels > 1 else 480 if sheet.labels == 1 else 560
    return (
        f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>{repeat}'
        f"</w:trPr>{''.join(cells)}</w:tr>"
    )


def _cell(
    cell: PrintedCell, columns: list[int], merge: str, size: int, *, hidden: bool, keep: bool
) -> str:
    width = sum(columns[cell.column : cell.column + cell.columns])
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    shade = _SHADE if cell.kind == "caption" else ""
    text = "" if hidden else f"{{{{{cell.key}}}}}" if cell.key else cell.text
    style = "RdFigure" if cell.key else "RdLabel"
    # Long labels read from the left; heads and short ones stand in the middle.
    left = '<w:jc w:val="left"/>' if cell.kind == "label" and len(text) * size * 10 > width else ""
    look = f'<w:rPr><w:sz w:val="{size}"/></w:rPr>'
    lines = [text] if cell.key or left else balanced(text, width, size)
    run = "<w:r><w:br/></w:r>".join(
        f"<w:r>{look}<w:t>{escape(line)}</w:t></w:r>" for line in lines if line
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{shade}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>'
        f"{'<w:keepNext/>' if keep else ''}{left}"
        f"</w:pPr>{run}</w:p></w:tc>"
    )


def balanced(text: str, width: int, size: int) -> list[str]:
    """A label broken into lines of like length where it is too long for its cell, so that no
    single character is left over (「商业」「企业」)."""
    room = max(1, (width - 60) // (size * 10))
    count = -(-len(text) // room)
    if count <= 1 or len(text) > 12:
        return [text]
    each = -(-len(text) // count)
    return [text[start : start + each] for start in range(0, len(text), each)]
