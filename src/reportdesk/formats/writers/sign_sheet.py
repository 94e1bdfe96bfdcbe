"""The 送审单 in Word: before the report as its first page, or as a file of its own."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from reportdesk.formats.writers import word_parts as parts
from reportdesk.formats.writers.sequence import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportdesk.checks.signoff import SignOff

TITLE = "政府信息公开工作年度报告送审单"
_SIGNERS = ("拟稿", "核稿", "审签", "签发")
_MOST = 30
"""So many errors and changes are printed; the rest is counted. Reasons are printed all."""
_LONGEST = 160
_AROUND = 10
"""Characters shown before and after what was changed in a long text."""
_LABEL = 1500
_SIZE = '<w:rPr><w:sz w:val="24"/></w:rPr>'


def sheet(sign: SignOff) -> str:
    """The page as the XML of paragraphs and tables, without a page break after it."""
    year = f"{sign.year}年度" if sign.year is not None else ""
    rows = [
        _row("报告机关", sign.organ),
        _row("报告", f"{sign.title}（{year}）" if year else sign.title),
        _row("版本", f"{sign.version}　校验码 {sign.fingerprint}"),
        _row("核对结果", _summary(sign)),
        *(
            _row(f"{name}", "　　　　　　　　　　　　　　　年　　月　　日", tall=True)
            for name in _SIGNERS
        ),
        # Below the signatures: however long the lists are, these stand on the first page.
        *([_row("错误", *_listed(sign.errors))] if sign.errors else []),
        *([_row("没有填的", *_listed(sign.blanks))] if sign.blanks else []),
        _row("核实事项", *_reviews(sign)),
        _row("改动", *_changes(sign)),
    ]
    note = (
        f"校验码印在本稿每页下方，内容有任何改动，校验码随之不同。本稿校验码：{sign.fingerprint}。"
    )
    return _paragraph(TITLE, "RdTitle") + _table(rows) + _paragraph(note, "RdNote")


def file_of_its_own(sign: SignOff) -> bytes:
    """The sheet as a Word file, for an office's own form, which stays as it is."""
    contents = {
        "[Content_Types].xml": parts.CONTENT_TYPES,
        "_rels/.rels": parts.RELATIONS,
        "docProps/core.xml": parts.CORE,
        "word/document.xml": (
            f'{parts.XML}<w:document xmlns:w="{parts.W}" xmlns:r="{parts.R}"><w:body>'
            f"{sheet(sign)}{parts.SECTION}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": parts.DOCUMENT_RELATIONS,
        "word/styles.xml": parts.styles(),
        "word/settings.xml": parts.SETTINGS,
        "word/fontTable.xml": parts.FONT_TABLE,
        "word/header1.xml": parts.header(""),
        "word/header2.xml": parts.header(""),
        "word/footer1.xml": parts.footer("right").replace(parts.FINGERPRINT, ""),
        "word/footer2.xml": parts.footer("left").replace(parts.FINGERPRINT, ""),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in contents.items():
            package.writestr(name, text.encode())
    return stream.getvalue()


def _summary(sign: SignOff) -> str:
    errors, reviews = sign.counts["error"], sign.counts["review"]
    without = sum(not item.reason for item in sign.reviews)
    told = f"核实{reviews}处" + (f"（{without}处还没有写原因）" if without else "")
    blank = f"，还有{sign.unfilled}处没有填" if sign.unfilled else ""
    return f"错误{errors}处，{told}，提示{sign.counts['hint']}处{blank}。"


def _reviews(sign: SignOff) -> Iterator[str]:
    if not sign.reviews:
        yield "没有。"
    for number, item in enumerate(sign.reviews, 1):
        yield f"{number}．{_short(item.message)}"
        yield f"　　原因：{_one_line(item.reason) or '（没有写）'}"


def _changes(sign: SignOff) -> Iterator[str]:
    if sign.changes is None:
        yield "第一次送审。"
    elif not sign.changes:
        yield "与上次送审的一致，没有改动。"
    else:
        yield f"与上次送审的相比，改动{len(sign.changes)}处："
        yield from _listed([f"{c.name}：{_apart(c.before, c.after)}" for c in sign.changes])


def _listed(lines: Sequence[str]) -> Iterator[str]:
    for number, line in enumerate(lines[:_MOST], 1):
        yield f"{number}．{line}"
    if len(lines) > _MOST:
        yield f"另有{len(lines) - _MOST}处，见程序里的“版本”。"


def _short(text: str) -> str:
    one_line = _one_line(text)
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _apart(before: str, after: str) -> str:
    """What was and what is; of long texts where they part."""
    old, new = _one_line(before), _one_line(after)
    if max(len(old), len(new)) > _LONGEST // 2:
        first = _alike(old, new)
        last = _alike(old[first:][::-1], new[first:][::-1])
        old, new = (_middle(text, first, last) for text in (old, new))
    return f"{_short(old)}→{_short(new)}"


def _alike(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _middle(text: str, first: int, last: int) -> str:
    start, end = max(0, first - _AROUND), min(len(text), len(text) - last + _AROUND)
    return f"{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}"


def _row(label: str, *lines: str, tall: bool = False) -> str:
    height = '<w:trPr><w:cantSplit/><w:trHeight w:val="620" w:hRule="atLeast"/></w:trPr>'
    if not tall:
        height = '<w:trPr><w:trHeight w:val="420" w:hRule="atLeast"/></w:trPr>'
    left = _paragraph(label, "RdLabel")
    right = "".join(_paragraph(line, "RdLabel", '<w:jc w:val="left"/>') for line in lines)
    cells = ((_LABEL, left), (parts.TEXT_WIDTH - _LABEL, right))
    return (
        f"<w:tr>{height}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
            f"{inside}</w:tc>"
            for width, inside in cells
        )
        + "</w:tr>"
    )


def _table(rows: Sequence[str]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{parts.TEXT_WIDTH}" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{_LABEL}"/><w:gridCol w:w="{parts.TEXT_WIDTH - _LABEL}"/></w:tblGrid>'
        + "".join(rows)
        + "</w:tbl>"
    )


def _paragraph(text: str, style: str, more: str = "") -> str:
    look = _SIZE if style == "RdLabel" else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p>'
    )
