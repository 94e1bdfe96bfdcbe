"""Web pages of reports with the blemishes that real files have, made small and readable."""

from collections.abc import Mapping
from html import escape
from pathlib import Path

from reportdesk.form.edition import Edition, Table, Text
from reportdesk.form.printed import printed
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import NEW, report

Words = Mapping[str, str]


def page(
    folder: Path,
    document: Document | None = None,
    *,
    cells: Words | None = None,
    labels: Words | None = None,
    extra: str = "",
    without: tuple[str, ...] = (),
    title: bool = True,
    name: str = "去年.html",
) -> Path:
    """A report as a web page: ``cells`` are printed as said, ``labels`` are worded otherwise,
    ``extra`` is a line at the end of the largest table, tables in ``without`` are left out."""
    document = document or report(NEW, 2024)
    values = {**effective(document), **(cells or {})}
    year = document.year or 0
    heading = f"{document.organ}{year}年" if title else ""
    parts = [f"<p>{heading}{document.edition.title}</p>"]
    for section in document.edition.sections[1:]:
        parts.append(f"<h2>{section.heading}</h2>")
        for block in section.blocks:
            if isinstance(block, Table) and block.id not in without:
                most = _largest(document.edition) is block
                parts.append(_table(block, values, labels or {}, extra if most else ""))
            elif isinstance(block, Text) and values.get(block.id):
                parts += [f"<p>{escape(line)}</p>" for line in values[block.id].split("\n")]
    file = folder / name
    file.write_text(f"<html><body>{''.join(parts)}</body></html>", encoding="utf-8")
    return file


def _largest(edition: Edition) -> Table:
    return max(edition.tables, key=lambda table: sum(1 for _ in table.cells()))


def _table(table: Table, values: Words, labels: Words, extra: str) -> str:
    rows = ""
    for line in printed(table).rows():
        cells = ""
        for cell in line:
            text = values.get(cell.key, "") if cell.key else labels.get(cell.text, cell.text)
            spans = f' rowspan="{cell.rows}" colspan="{cell.columns}"'
            cells += f"<td{spans}>{escape(text)}</td>"
        rows += f"<tr>{cells}</tr>"
    if extra:
        label, *figures = extra.split()
        wide = printed(table).labels
        rest = "".join(f"<td>{figure}</td>" for figure in figures)
        rows += f'<tr><td colspan="{wide}">{label}</td>{rest}</tr>'
    return f"<table>{rows}</table>"
