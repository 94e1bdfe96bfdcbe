"""The report as a web page: semantic, self-contained, its tables readable by a screen reader."""

import re
from collections.abc import Iterator
from html import escape

from reportdesk.form.edition import Line, Section, Text
from reportdesk.form.printed import PrintedCell, Sheet, printed
from reportdesk.form.table import Table
from reportdesk.formats.writers.word_form import unprinted
from reportdesk.report.document import Document
from reportdesk.report.rollover import fill_default
from reportdesk.report.totals import effective

_STYLE = """\
body{max-width:52rem;margin:2rem auto;padding:0 1rem;line-height:1.8;\
font-family:"仿宋_GB2312","仿宋",FangSong,serif;color:#222}
h1{text-align:center;font-size:1.6rem;font-weight:normal}
h2{font-size:1.15rem;font-family:"黑体",SimHei,sans-serif;font-weight:normal}
h3{font-size:1rem;font-family:"楷体_GB2312","楷体",KaiTi,serif;font-weight:normal}
p{text-indent:2em;margin:.4em 0}
h2,h3{text-indent:2em;margin:.8em 0 .4em}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4;margin:1em 0}
caption{font-size:.8rem;text-align:right}
th,td{border:1px solid #555;padding:.25em .4em;text-align:center;font-weight:normal}
th.label{text-align:left}
th.part{background:#c6d9f1}
.number,.draft{text-align:center;text-indent:0}
.draft{color:#c00000;text-align:right}
.end{text-align:right;text-indent:0;margin-right:4em}
@media print{body{max-width:none;margin:0}}"""
_SUBHEADING = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。]{1,38}。?")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CLASSES = {"caption": "part", "label": "label", "stub": "label"}


def render(document: Document, *, draft: bool) -> bytes:
    """``document`` as the bytes of an HTML file (UTF-8)."""
    values = {key: _ILLEGAL.sub("", value) for key, value in effective(document).items()}
    title = values.get("title") or fill_default("{headline}", document) or document.edition.title
    body = [f"<h1>{escape(title)}</h1>"]
    if draft:
        body.insert(0, '<p class="draft">草稿</p>')
    if values.get("number"):
        body.append(f'<p class="number">{escape(values["number"])}</p>')
    silent = unprinted(document.edition)
    for section in document.edition.sections:
        body.extend(_section(section, values, silent))
    ends = [values[key] for key in ("signature", "date") if values.get(key)]
    body += [f'<p class="end">{escape(end)}</p>' for end in ends]
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + "\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _section(section: Section, values: dict[str, str], silent: frozenset[str]) -> Iterator[str]:
    if section.heading:
        yield f"<h2>{escape(section.heading)}</h2>"
    texts = [block for block in section.blocks if isinstance(block, Text)]
    for block in section.blocks:
        if isinstance(block, Table):
            yield _table(block, values)
        elif isinstance(block, Line):
            own = block.id in ("title", "number", "signature", "date") and not section.heading
            if not own and block.id not in silent and values.get(block.id):
                yield f"<p>{escape(block.label)}：{escape(values[block.id])}</p>"
        elif values.get(block.id):
            if section.heading and len(texts) > 1 and block.label:
                yield f"<h3>{escape(block.label)}</h3>"
            for line in values[block.id].split("\n"):
                if line.strip():
                    tag = "h3" if _SUBHEADING.fullmatch(line.strip()) else "p"
                    yield f"<{tag}>{escape(line)}</{tag}>"


def _table(table: Table, values: dict[str, str]) -> str:
    sheet = printed(table)
    lines = [
        "<tr>" + "".join(_cell(table, sheet, cell, values) for cell in row) + "</tr>"
        for row in sheet.rows()
    ]
    unit = f"<caption>单位：{escape(table.unit)}</caption>\n" if table.unit else ""
    head = "\n".join(lines[: sheet.heads])
    rest = "\n".join(lines[sheet.heads :])
    thead = f"<thead>\n{head}\n</thead>\n" if head else ""
    return f"<table>\n{unit}{thead}<tbody>\n{rest}\n</tbody>\n</table>"


def _id(table: Table, cell: PrintedCell) -> str:
    return f"{table.id}-r{cell.row}c{cell.column}"


def _cell(table: Table, sheet: Sheet, cell: PrintedCell, values: dict[str, str]) -> str:
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    if cell.key:
        heads = " ".join(_id(table, head) for head in _heads(sheet, cell))
        return f'<td{spans} headers="{heads}">{escape(values.get(cell.key, ""))}</td>'
    across = cell.kind in ("label", "caption")
    scope = "row" if across else "col"
    if (cell.rows if across else cell.columns) > 1:
        scope += "group"
    kind = _CLASSES.get(cell.kind)
    mark = f' class="{kind}"' if kind else ""
    return f'<th id="{_id(table, cell)}" scope="{scope}"{spans}{mark}>{escape(cell.text)}</th>'


def _heads(sheet: Sheet, value: PrintedCell) -> Iterator[PrintedCell]:
    """The labels left of a value and the heads of its own part over it."""
    top = max(
        (c.row for c in sheet.cells if c.kind in ("caption", "stub") and c.row < value.row),
        default=0,
    )
    for cell in sheet.cells:
        beside = cell.row <= value.row < cell.row + cell.rows
        over = cell.column <= value.column < cell.column + cell.columns
        if (cell.kind == "label" and beside) or (
            cell.kind in ("head", "caption") and over and top - 1 <= cell.row < value.row
        ):
            yield cell
