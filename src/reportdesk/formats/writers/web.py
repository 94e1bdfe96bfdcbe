"""A report as one web page that needs nothing else: headings, paragraphs, tables with real heads.

Every figure names the heads that it stands under and beside, so that a screen reader tells them.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from reportdesk.form.printed import PrintedCell, Sheet, printed
from reportdesk.form.table import Table
from reportdesk.formats.writers.sequence import DRAFT, Piece, clean, pieces
from reportdesk.report.document import Document
from reportdesk.report.live import printed_values

_STYLE = """
body { max-width: 52em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff;
  font: 1.05em/1.9 "FangSong_GB2312", "FangSong", "仿宋", "Songti SC", "Noto Serif CJK SC", serif; }
h1 { font-size: 1.6em; line-height: 1.4; text-align: center; }
h2 { font: bold 1.2em/1.6 "SimHei", "黑体", "Heiti SC", "Noto Sans CJK SC", sans-serif; }
h3 { font-size: 1em; line-height: 1.9; margin: 0; text-indent: 2em; }
p { margin: 0; text-indent: 2em; text-align: justify; overflow-wrap: break-word; }
p.number { text-indent: 0; text-align: center; }
p.end { text-indent: 0; text-align: right; padding-right: 2em; }
p.draft { text-indent: 0; text-align: right; color: #c00000; font-weight: bold; }
table { width: 100%; margin: 1em 0; border-collapse: collapse; font-size: .85em; line-height: 1.4;
  font-family: "SimSun", "宋体", "Songti SC", "Noto Serif CJK SC", serif; }
th, td { border: 1px solid #333; padding: .3em .2em; text-align: center; font-weight: normal; }
th.label { text-align: left; }
th.part { background: #c6d9f1; }
td { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
@media print { body { max-width: none; margin: 0; } tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; } }
"""


def render(document: Document, *, draft: bool) -> bytes:
    """``document`` as the bytes of a page in UTF-8."""
    values = printed_values(document)
    flow = list(pieces(document, values))
    title = next((p.text for p in flow if p.kind == "title"), document.edition.title)
    mark = [f'<p class="draft">{DRAFT}</p>'] if draft else []
    page = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<article>\n"
        + "\n".join([*mark, *_body(flow, values)])
        + "\n</article>\n</body>\n</html>\n"
    )
    return page.encode()


def fragment(document: Document, *, draft: bool = False) -> str:
    """The report's body to be pasted into a website's editor: no title, for the site has its own
    place for it, and what editors keep of a look, borders and centring, said in each place."""
    values = printed_values(document)
    flow = [piece for piece in pieces(document, values) if piece.kind != "title"]
    mark = [f'<p class="draft">{DRAFT}</p>'] if draft else []
    body = "\n".join([*mark, *_body(flow, values)])
    for plain, dressed in _INLINE:
        body = body.replace(plain, dressed)
    return body


_INLINE = (
    ("<table ", '<table border="1" style="border-collapse:collapse;width:100%" '),
    ("<td", '<td style="text-align:center;border:1px solid #333"'),
    ("<th ", '<th style="text-align:center;border:1px solid #333;font-weight:normal" '),
    ("<p>", '<p style="text-indent:2em">'),
    ('<p class="draft">', '<p style="text-align:right;color:#c00000">'),
    ('<p class="end">', '<p style="text-align:right">'),
    ('<p class="number">', '<p style="text-align:center">'),
)


def _body(flow: Sequence[Piece], values: Mapping[str, str]) -> Iterator[str]:
    for piece in flow:
        if piece.table is not None:
            yield "\n".join(_table(piece.table, values))
        else:
            yield _paragraph(piece)


def _paragraph(piece: Piece) -> str:
    text = _text(piece.text)
    if piece.kind == "title":
        return f"<h1>{text}</h1>"
    if piece.kind == "heading":
        return f"<h2>{text}</h2>"
    if piece.kind == "subheading":
        return f"<h3>{text}</h3>"
    if piece.kind == "number":
        return f'<p class="number">{text}</p>'
    if piece.kind in ("signature", "date"):
        return f'<p class="end">{text}</p>'
    return f"<p>{text}</p>"


def _text(text: str) -> str:
    return escape(clean(text))


def _table(table: Table, values: Mapping[str, str]) -> Iterator[str]:
    sheet = printed(table)
    heads = _Heads(table.id, sheet)
    # The section's heading stands over the table already; the caption is there to be read out.
    name = _text(f"{table.id}-caption")
    yield f'<table id="{_text(table.id)}" aria-labelledby="{name}">'
    yield f'<caption id="{name}" hidden>{_text(table.title)}</caption>'
    inside = ""
    for index, row in enumerate(sheet.rows()):
        wanted = "thead" if index < sheet.heads else "tbody"
        new_part = any(cell.kind == "caption" for cell in row)
        if wanted != inside or new_part:
            if inside:
                yield f"</{inside}>"
            yield f"<{wanted}>"
            inside = wanted
        yield "<tr>" + "".join(heads.cell(cell, values) for cell in row) + "</tr>"
    if inside:
        yield f"</{inside}>"
    yield "</table>"


class _Heads:
    """The cells of one table with their names, and which heads belong to which figure."""

    def __init__(self, name: str, sheet: Sheet) -> None:
        self.heads = [cell for cell in sheet.cells if cell.kind != "value"]
        self.names = {cell: f"{name}-{number}" for number, cell in enumerate(self.heads, 1)}

    def cell(self, cell: PrintedCell, values: Mapping[str, str]) -> str:
        """One cell as its element."""
        spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        if cell.kind == "value":
            over = " ".join(_text(self.names[head]) for head in self.over(cell))
            return f'<td{spans} headers="{over}">{_text(values.get(cell.key, ""))}</td>'
        if cell.kind == "label":
            look, scope = ' class="label"', "rowgroup" if cell.rows > 1 else "row"
        elif cell.kind == "caption":
            look, scope = ' class="part"', "colgroup"
        else:
            look, scope = "", "colgroup" if cell.columns > 1 else "col"
        name = _text(self.names[cell])
        return f'<th id="{name}" scope="{scope}"{look}{spans}>{_text(cell.text)}</th>'

    def over(self, value: PrintedCell) -> Iterator[PrintedCell]:
        """The heads over a figure, from its own part of the table, then the labels beside it."""
        captions = [h for h in self.heads if h.kind == "caption" and h.row < value.row]
        top = captions[-1].row if captions else 0
        if captions:
            yield captions[-1]
        for head in self.heads:
            under = head.column <= value.column < head.column + head.columns
            if head.kind == "head" and top <= head.row < value.row and under:
                yield head
        for head in self.heads:
            if head.kind == "label" and head.row <= value.row < head.row + head.rows:
                yield head
