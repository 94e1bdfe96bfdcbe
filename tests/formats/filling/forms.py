"""Word forms as offices send them round, made by hand: not ours, not Word's blank one."""

import copy
import io
import re
import zipfile

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor, Twips
from docx.styles.style import ParagraphStyle
from lxml import etree

from reportdesk.form.edition import Edition, Text
from reportdesk.form.printed import printed
from reportdesk.form.table import Table
from reportdesk.formats.writers.word_form import form, widths

_PLACE = rb"\{\{[^{}]*\}\}"


def red_headed(edition: Edition) -> bytes:
    """A form wholly upright with a red head, prompts for the narratives, a logo's place, footer."""
    made = docx.Document()
    _fonts(made)
    head = made.add_paragraph()
    head.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = head.add_run("云溪县政务公开领导小组办公室文件")
    run.font.size, run.font.color.rgb = Pt(30), RGBColor(0xC0, 0, 0)
    made.sections[0].footer.paragraphs[0].text = "联系电话：0999-5550100"
    _report(made, edition, prompt="（文字描述）", landscape=False)
    return _bytes(made)


def with_landscape(edition: Edition) -> bytes:
    """A form whose largest table stands on a page set landscape, with comments for the clerk."""
    made = docx.Document()
    _fonts(made)
    _report(made, edition, prompt="", landscape=True)
    made.add_paragraph("填表说明：本表由各单位于1月20日前报送，逾期不候。")
    return _bytes(made)


def _report(document: WordDocument, edition: Edition, *, prompt: str, landscape: bool) -> None:
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run(f"××单位20××年{edition.title}")
    run.font.size, run.bold = Pt(22), True
    largest = max(edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    for section in edition.sections:
        if not section.heading:
            continue
        wide = landscape and largest in section.blocks
        if wide:
            _turn(document, WD_ORIENT.LANDSCAPE)
        heading = document.add_paragraph()
        heading.add_run(section.heading).bold = True
        for block in section.blocks:
            if isinstance(block, Table):
                _table(document, block)
                document.add_paragraph()
            elif isinstance(block, Text) and block is section.blocks[0]:
                body = document.add_paragraph(prompt)
                body.paragraph_format.first_line_indent = Pt(32)
        if wide:
            _turn(document, WD_ORIENT.PORTRAIT)
    end = document.add_paragraph("××单位")
    end.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    end = document.add_paragraph("2025年1月10日")
    end.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _table(document: WordDocument, table: Table) -> None:
    sheet = printed(table)
    made = document.add_table(sheet.height, sheet.width)
    made.style = "Table Grid"
    rows = [list(row.cells) for row in made.rows]
    for cell in sheet.cells:
        first = rows[cell.row][cell.column]
        if cell.rows > 1 or cell.columns > 1:
            last = rows[cell.row + cell.rows - 1][cell.column + cell.columns - 1]
            first = first.merge(last)
        paragraph = first.paragraphs[0]
        for extra in first.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)  # pyright: ignore
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if not cell.key:
            paragraph.add_run(cell.text).font.size = Pt(9)
    for width, column in zip(widths(sheet), made.columns, strict=True):
        column.width = Twips(width)


def _turn(document: WordDocument, orientation: WD_ORIENT) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    wide = orientation == WD_ORIENT.LANDSCAPE
    section.orientation = orientation
    section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))


def _fonts(made: WordDocument) -> None:
    style = made.styles["Normal"]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = "Times New Roman", Pt(16)
    fonts = style.element.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
    assert fonts is not None
    fonts.set(qn("w:eastAsia"), "仿宋_GB2312")


def _bytes(made: WordDocument) -> bytes:
    made.core_properties.author = "张三"
    made.core_properties.last_modified_by = "李四"
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def sized_cells(edition: Edition, size: str, *, unsized: int, sample: str = "") -> bytes:
    """An empty form whose figure cells have a size, but for the first few of the largest table;
    with ``sample`` a figure stands in those."""
    made = docx.Document(io.BytesIO(red_headed(edition)))
    table = max(made.tables, key=lambda t: len(t.rows))
    inside = table._tbl.iter(qn("w:p"))  # pyright: ignore[reportPrivateUsage]
    empty = [p for p in inside if not "".join(t for t in p.itertext()).strip()]
    last = 6 * unsized
    for number, paragraph in enumerate(empty):
        if number < last:
            if sample:
                etree.SubElement(etree.SubElement(paragraph, qn("w:r")), qn("w:t")).text = sample
            continue
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:  # what a merged cell hides
            continue
        look = etree.SubElement(properties, qn("w:rPr"))
        etree.SubElement(look, qn("w:sz")).set(qn("w:val"), size)
    return _bytes(made)


def blanked(edition: Edition) -> bytes:
    """Our own layout without a placeholder in it: an empty form without a title."""
    return without(form(edition), _PLACE, b"")


def in_content_controls(edition: Edition) -> bytes:
    """An empty form each cell of which is a content control that shows its prompt."""
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr>"
        '<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>单击此处输入数字</w:t></w:r></w:p>'
        "</w:sdtContent></w:sdt>"
    ).encode()
    inside = rb"(?:(?!</w:p>).)*"
    cells = rb"<w:p>" + inside + rb"\{\{[a-z_]+\.[a-z_.]+\}\}" + inside + rb"</w:p>"
    return without(without(form(edition), cells, control), _PLACE, b"")


def without(package: bytes, pattern: bytes, by: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename.endswith(".xml"):
                data = re.sub(pattern, by, data, flags=re.DOTALL)
            target.writestr(copy.copy(entry), data)
    return out.getvalue()
