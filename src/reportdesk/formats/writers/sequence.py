"""A report in printed order: which lines, headings, paragraphs and tables follow each other."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from reportdesk.form.edition import Line, Section, Text
from reportdesk.form.table import Table
from reportdesk.report.document import Document
from reportdesk.report.paragraphs import heading_of
from reportdesk.report.rollover import fill_default

DRAFT = "草稿"
"""The mark on a report that is not finished; readers know it and leave it out."""
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")

_TITLE_LINE = 20
"""Characters of a title that fit on one line."""

Kind = Literal["title", "number", "heading", "subheading", "body", "table", "signature", "date"]


class Piece(NamedTuple):
    """A paragraph by its kind, or a table (then ``text`` is its title)."""

    kind: Kind
    text: str
    table: Table | None = None


def pieces(document: Document, values: Mapping[str, str]) -> Iterator[Piece]:
    """The pieces of ``document`` with the texts of ``values``; what is blank is left out.

    Of the first section without a heading only the title, the document number and the words
    before the first heading are printed, and signature and date at the very end: everything
    else in it is the office's own data.
    """
    sections = document.edition.sections
    cover = sections[0] if sections and not sections[0].heading else None
    known = {block.id for block in cover.blocks} if cover is not None else set[str]()
    title = clean(values.get("title", "")).strip() if "title" in known else ""
    title = title or clean(fill_default("{headline}", document))
    if title:
        yield Piece("title", title)
    if "number" in known:
        yield from _lines("number", values.get("number", ""))
    if "preamble" in known:
        yield from _paragraphs(values.get("preamble", ""))
    for section in sections:
        if section is not cover:
            yield from _section(section, values)
    if "signature" in known:
        yield from _lines("signature", values.get("signature", ""))
    if "date" in known:
        yield from _lines("date", values.get("date", ""))


def clean(text: str) -> str:
    """The text without characters that no file of XML or HTML may hold."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def title_lines(title: str, organ: str) -> tuple[str, ...]:
    """A long title broken after the organ's name, not wherever the line ends."""
    if not organ or not title.startswith(organ) or len(title) <= _TITLE_LINE:
        return (title,)
    return organ, title[len(organ) :]


def _section(section: Section, values: Mapping[str, str]) -> Iterator[Piece]:
    if section.heading:
        yield Piece("heading", section.heading)
    texts = [block for block in section.blocks if isinstance(block, Text)]
    for block in section.blocks:
        if isinstance(block, Table):
            yield Piece("table", block.title, block)
            continue
        value = values.get(block.id, "")
        if isinstance(block, Line):
            if value.strip():
                yield from _lines("body", f"{block.label}：{value}")
            continue
        if len(texts) > 1 and block.label and value.strip():
            yield Piece("subheading", block.label)
        yield from _paragraphs(value)


def _lines(kind: Kind, value: str) -> Iterator[Piece]:
    for line in clean(value).split("\n"):
        if line.strip():
            yield Piece(kind, line.strip())


def _paragraphs(value: str) -> Iterator[Piece]:
    for piece in _lines("body", value):
        heading = heading_of(piece.text)
        whole = heading.whole and heading.level == 2
        yield Piece("subheading", piece.text) if whole else piece
