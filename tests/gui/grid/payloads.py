"""What programs lay on the clipboard for a table: written after their own output, cell by cell."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

from reportdesk.form.printed import printed
from reportdesk.form.table import Table
from reportdesk.formats.story import Cell

Rows = Sequence[Sequence[str | Cell]]
"""Texts, or cells with spans; places that a span covers are left out."""


def mime(html: str = "", text: str = "") -> QMimeData:
    held = QMimeData()
    if html:
        held.setHtml(html)
    if text:
        held.setText(text)
    return held


def excel(rows: Rows) -> QMimeData:
    """Excel 2016: the fragment begins inside the table, blank cells hold a hard space."""
    lines = "".join(
        f" <tr height=19 style='height:14.25pt'>\n{_cells(row, _EXCEL)} </tr>\n" for row in rows
    )
    return mime(_EXCEL_PAGE.replace("ROWS", lines), tabbed(rows))


_EXCEL = (
    "  <td{spans} height=19 class=xl65 align=right width=72 style='height:14.25pt;width:54pt'>"
    "{text}</td>\n"
)
_EXCEL_PAGE = """<html xmlns:v="urn:schemas-microsoft-com:vml"
xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel"
xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet>
<meta name=Generator content="Microsoft Excel 15">
<style>
<!--table
	{mso-displayed-decimal-separator:"\\.";
	mso-displayed-thousand-separator:"\\,";}
.xl65
	{mso-style-parent:style0;
	border:.5pt solid windowtext;}
-->
</style>
</head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=504 style='border-collapse:
 collapse;width:378pt'>
<!--StartFragment-->
 <col width=72 span=7 style='width:54pt'>
ROWS <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=72 style='width:54pt'></td>
 </tr>
 <![endif]>
<!--EndFragment-->
</table>
</body>
</html>
"""


def wps(rows: Rows) -> QMimeData:
    """WPS's spreadsheet: its own classes, numbers marked, a font tag in the cell."""
    lines = "".join(f"<tr height='18'>{_cells(row, _WPS)}</tr>" for row in rows)
    page = (
        '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">'
        "<style>.et2{color:#000000;font-size:11pt;mso-number-format:General;}</style></head>"
        "<body><!--StartFragment--><table width='360' border='0' cellpadding='0' cellspacing='0'"
        " style='border-collapse:collapse;'><col width='72' style='width:54.00pt;'>"
        f"{lines}</table><!--EndFragment--></body></html>"
    )
    return mime(page, tabbed(rows))


_WPS = "<td{spans} class='et2' height='18' width='72' x:num align='right'><font>{text}</font></td>"


def word(rows: Rows) -> QMimeData:
    """Word: paragraphs and spans in every cell, its own tags; as text only the cells there are."""
    lines = "".join(
        f" <tr style='mso-yfti-irow:{number};height:19.85pt'>\n{_cells(row, _WORD)} </tr>\n"
        for number, row in enumerate(rows)
    )
    page = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"'
        ' xmlns:w="urn:schemas-microsoft-com:office:word"><head>'
        "<meta name=ProgId content=Word.Document><!--[if gte mso 9]><xml><w:WordDocument>"
        "<w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style>\n<!--\n"
        " p.MsoNormal {margin:0cm;text-align:justify;}\n-->\n</style></head>"
        "<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->\n"
        "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 width=624"
        f" style='border-collapse:collapse'>\n{lines}</table>\n"
        "<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>"
        "<!--EndFragment--></body></html>"
    )
    text = "\r\n".join("\t".join(_text(cell) for cell in row) for row in rows) + "\r\n"
    return mime(page, text)


_WORD = (
    "  <td{spans} width=64 valign=top style='width:48.0pt;border:solid windowtext 1.0pt'>\n"
    "  <p class=MsoNormal align=center style='text-align:center'><span lang=EN-US"
    " style='font-size:9.0pt;font-family:\n  宋体;mso-ascii-font-family:宋体'>{text}<o:p></o:p>"
    "</span></p>\n  </td>\n"
)


def libreoffice(rows: Rows) -> QMimeData:
    """LibreOffice Calc: upper case once, now attributes with the number as it is stored."""
    lines = "".join(f"\t<tr>\n{_cells(row, _CALC)}\t</tr>\n" for row in rows)
    page = (
        '<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv="content-type" content="text/html;'
        ' charset=utf-8"/>\n<title></title>\n<meta name="generator" content="LibreOffice 7.6"/>\n'
        '</head>\n<body>\n<table cellspacing="0" border="0">\n<colgroup span="7"'
        f' width="85"></colgroup>\n{lines}</table>\n</body>\n</html>\n'
    )
    return mime(page, tabbed(rows).replace("\r\n", "\n"))


_CALC = '\t\t<td{spans} height="17" align="right"><font face="宋体" size=3>{text}</font></td>\n'


def browser(rows: Rows, *, around: str = "") -> QMimeData:
    """A web page in Chrome: styles written out, the page's own nesting of spans."""
    lines = "".join(f"<tr style='height: 28px;'>{_cells(row, _CHROME)}</tr>" for row in rows)
    page = (
        "<html>\n<body>\n<!--StartFragment-->"
        f"{around}<table style='border-spacing: 0px; color: rgb(51, 51, 51);'><tbody>{lines}"
        "</tbody></table><!--EndFragment-->\n</body>\n</html>"
    )
    return mime(page, "\n".join("\t".join(_text(cell) for cell in row) for row in rows))


_CHROME = (
    '<td{spans} style="box-sizing: border-box;"><p style="margin: 0px;"><span><span'
    ' style="font-size: 14px;">{text}</span></span></p></td>'
)


def tabbed(rows: Rows) -> str:
    """Plain text as spreadsheets give it: a place for every cell, covered ones blank."""
    lines: list[list[str]] = []
    for number, row in enumerate(rows):
        cells = [
            cell if isinstance(cell, Cell) else Cell(cell, number, column)
            for column, cell in enumerate(row)
        ]
        line = [""] * max((c.column + c.columns for c in cells), default=0)
        for cell in cells:
            line[cell.column] = cell.text
        lines.append(line)
    width = max((len(line) for line in lines), default=0)
    return "".join("\t".join([*line, *[""] * (width - len(line))]) + "\r\n" for line in lines)


def form(table: Table, values: dict[str, str]) -> list[list[Cell]]:
    """The whole table as printed, heads and labels and figures."""
    return [
        [
            Cell(values.get(c.key, "") if c.key else c.text, c.row, c.column, c.rows, c.columns)
            for c in line
        ]
        for line in printed(table).rows()
    ]


def _text(cell: str | Cell) -> str:
    return cell.text if isinstance(cell, Cell) else cell


def _cells(row: Sequence[str | Cell], pattern: str) -> str:
    made: list[str] = []
    for cell in row:
        spans = ""
        if isinstance(cell, Cell):
            spans += f" rowspan={cell.rows}" if cell.rows > 1 else ""
            spans += f" colspan={cell.columns}" if cell.columns > 1 else ""
        made.append(pattern.format(spans=spans, text=escape(_text(cell)) or "&nbsp;"))
    return "".join(made)
