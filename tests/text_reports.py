"""A report as plain text, the way a table pasted from Word comes: a row a line, cells by tabs."""

from reportdesk.form.edition import Table, Text
from reportdesk.form.printed import printed
from reportdesk.report.document import Document
from reportdesk.report.totals import effective


def text_of(document: Document) -> str:
    """The whole of ``document`` with its title, headings, tables, signature and date."""
    values = effective(document)
    year = document.year or 0
    lines = [
        f"{document.organ}{year}年{document.edition.title}",
        f"本报告的统计期限自{year}年1月1日至{year}年12月31日。",
    ]
    for section in document.edition.sections[1:]:
        lines.append(section.heading)
        for block in section.blocks:
            if isinstance(block, Table):
                lines += table_lines(block, values)
            elif isinstance(block, Text) and values.get(block.id):
                lines.append(values[block.id])
    lines += [document.organ, f"{year + 1}年1月20日"]
    return "\n".join(lines) + "\n"


def table_lines(table: Table, values: dict[str, str]) -> list[str]:
    """The rows of a table; what a merged cell covers is empty."""
    sheet = printed(table)
    grid = [[""] * sheet.width for _ in range(sheet.height)]
    for cell in sheet.cells:
        grid[cell.row][cell.column] = values.get(cell.key, "") if cell.key else cell.text
    return ["\t".join(row) for row in grid]
