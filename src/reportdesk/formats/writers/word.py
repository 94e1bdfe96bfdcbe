"""Filling a Word template: every ``{{key}}`` gets its value, everything else stays as it is.

The zip's entries are copied and only the parts with placeholders are written anew.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from lxml import etree

from reportdesk.errors import TemplateError
from reportdesk.form.edition import Text
from reportdesk.form.names import name_of
from reportdesk.formats.writers.sign_sheet import sheet
from reportdesk.formats.writers.word_fonts import KAI
from reportdesk.formats.writers.word_form import form, unprinted
from reportdesk.formats.writers.word_parts import W
from reportdesk.formats.writers.word_places import PARTS, PLACE
from reportdesk.formats.writers.word_touches import (
    PARSER,
    break_title,
    keep_signature,
    put_before,
    shrink,
)
from reportdesk.report.live import printed_values
from reportdesk.report.paragraphs import heading_of
from reportdesk.report.rollover import fill_default

if TYPE_CHECKING:
    from reportdesk.checks.signoff import SignOff
    from reportdesk.report.document import Document

Element = etree._Element  # pyright: ignore[reportPrivateUsage]
_Q = f"{{{W}}}"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_STYLES = {2: "RdHeading2", 3: "RdHeading3", 4: "RdHeading3"}
_BAD = "「{}」不能用作 Word 模板：{}。没有写出任何文件。"
_DRAFT, _REVIEW = "草稿", "送审稿"
_MORE = "{{more}}"


def render(
    document: Document,
    template: Path | bytes | None,
    *,
    draft: bool,
    sign: SignOff | None = None,
) -> bytes:
    """``document`` as the bytes of a .docx, on ``template`` or on the edition's own form. With
    ``sign`` it is a 送审稿: marked so, its 送审单 before it, the fingerprint under every page.
    Raises TemplateError where the template is damaged or names blanks that there are not."""
    name = template.name if isinstance(template, Path) else "模板"
    try:
        data = form(document.edition) if template is None else template
        data = data.read_bytes() if isinstance(data, Path) else data
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [(entry, package.read(entry)) for entry in package.infolist()]
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise TemplateError(_BAD.format(name, "文件打不开或已损坏")) from error
    if not any(entry.filename == "word/document.xml" for entry, _ in entries):
        raise TemplateError(_BAD.format(name, "它不是 .docx 文件"))
    mark = _REVIEW if sign is not None else _DRAFT if draft else ""
    filler = _Filler(document, mark, sign)
    filler.has_mark = any(b"{{draft}}" in d for e, d in entries if PARTS.fullmatch(e.filename))
    filler.styled = any(b'"RdHeading2"' in d for e, d in entries if e.filename == "word/styles.xml")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for entry, content in entries:
            if PARTS.fullmatch(entry.filename):
                body = entry.filename == "word/document.xml"
                content = filler.fill(content, body=body, name=name)
            package.writestr(entry, content)
    if filler.unknown:
        listed = "、".join(f"{{{{{key}}}}}" for key in sorted(filler.unknown)[:5])
        raise TemplateError(_BAD.format(name, f"里面的 {listed} 不是这种报告的项目"))
    return stream.getvalue()


class _Filler:
    def __init__(self, document: Document, mark: str, sign: SignOff | None) -> None:
        self.document = document
        self.mark, self.sign = mark, sign
        self.values = printed_values(document)
        self.unknown: set[str] = set()
        self.styled = False
        self.mentioned: set[str] = set()
        self.has_mark = False
        """Whether the template has its own place for the draft mark."""

    def fill(self, content: bytes, *, body: bool, name: str) -> bytes:
        """A part with its placeholders filled."""
        if not body and b"{" not in content:
            return content
        try:
            root = etree.fromstring(content, PARSER)
        except etree.XMLSyntaxError as error:
            raise TemplateError(_BAD.format(name, "内容已损坏")) from error
        more: Element | None = None
        for paragraph in _with_places(root):
            whole = "".join(t.text or "" for t in paragraph.iter(_Q + "t"))
            if whole.strip() == _MORE:
                more = paragraph if more is None else more
            elif PLACE.search(whole):
                self._paragraph(paragraph, whole)
        if body:
            self._finish(root, more)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _value(self, key: str) -> str:
        self.mentioned.add(key)
        if key == "draft":
            return self.mark
        if key == "fingerprint":
            return f"校验码 {self.sign.fingerprint}" if self.sign is not None else ""
        document = self.document
        if key == "headline" or (key == "title" and not self.values.get("title")):
            return fill_default("{headline}", document)
        if key == "year":
            return str(document.year or "")
        if key not in document.edition.fields:
            self.unknown.add(key)
            return ""
        return _ILLEGAL.sub("", self.values.get(key, ""))

    def _paragraph(self, paragraph: Element, whole: str) -> None:
        alone = PLACE.fullmatch(whole.strip())
        field = self.document.edition.fields.get(alone[1]) if alone is not None else None
        parent = paragraph.getparent()
        in_cell = parent is not None and parent.tag == _Q + "tc"
        if alone is not None and field is not None and not in_cell and parent is not None:
            value = self._value(alone[1])
            if not value.strip():
                parent.remove(paragraph)
                return
            if isinstance(field.block, Text):
                self._narrative(paragraph, parent, value)
                return
        if alone is not None and alone[1] == "fingerprint" and self.sign is None:
            if parent is not None:
                parent.remove(paragraph)
            return
        self._runs(paragraph)
        if in_cell and alone is not None and len(self.values.get(alone[1], "")) >= 6:
            shrink(paragraph)

    def _runs(self, paragraph: Element) -> None:
        """Fill placeholders, split over runs or not; the first run keeps its look."""
        nodes = list(paragraph.iter(_Q + "t"))
        if len(nodes) == 1 and (alone := PLACE.fullmatch(nodes[0].text or "")) is not None:
            nodes[0].text = self._value(alone[1])
            if alone[1] in ("title", "headline"):
                break_title(nodes[0], self.document.organ)
            return
        whole = "".join(node.text or "" for node in nodes)
        for match in reversed(list(PLACE.finditer(whole))):
            value = self._value(match[1])
            at = 0
            first = True
            for node in nodes:
                text = node.text or ""
                start, end = max(match.start() - at, 0), min(match.end() - at, len(text))
                at += len(text)
                if start >= end:
                    continue
                node.text = text[:start] + (value if first else "") + text[end:]
                node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                first = False

    def _narrative(self, paragraph: Element, parent: Element, value: str) -> None:
        at = parent.index(paragraph)
        model = copy.deepcopy(paragraph)
        parent.remove(paragraph)
        for offset, line in enumerate(value.split("\n")):
            made = copy.deepcopy(model)
            nodes = list(made.iter(_Q + "t"))
            nodes[0].text = line
            nodes[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            for node in nodes[1:]:
                node.text = ""
            if self.styled:
                self._level(made, nodes[0], line)
            parent.insert(at + offset, made)

    @staticmethod
    def _level(paragraph: Element, node: Element, line: str) -> None:
        heading = heading_of(line)
        mark = paragraph.find(f"{_Q}pPr/{_Q}pStyle")
        if not heading.level or mark is None:
            return
        if heading.whole:
            mark.set(_Q + "val", _STYLES[heading.level])
            return
        run = node.getparent()
        if run is not None:
            # Only the heading sentence that opens a paragraph is set in 楷体.
            rest = copy.deepcopy(run)
            node.text = line[: heading.end]
            cast("Element", rest.find(_Q + "t")).text = line[heading.end :]
            look = etree.Element(_Q + "rPr")
            fonts = etree.SubElement(look, _Q + "rFonts")
            fonts.set(_Q + "eastAsia", KAI)
            run.insert(0, look)
            run.addnext(rest)

    def _finish(self, root: Element, more: Element | None) -> None:
        body = root.find(_Q + "body")
        if body is None:
            return
        keep_signature(body)
        if more is not None:
            self._more(more)
        if self.mark and not self.has_mark:
            mark = etree.Element(_Q + "p")
            etree.SubElement(etree.SubElement(mark, _Q + "pPr"), _Q + "jc").set(_Q + "val", "right")
            run = etree.SubElement(mark, _Q + "r")
            etree.SubElement(etree.SubElement(run, _Q + "rPr"), _Q + "color").set(
                _Q + "val", "C00000"
            )
            etree.SubElement(run, _Q + "t").text = self.mark
            body.insert(0, mark)
        if self.sign is not None:
            put_before(body, sheet(self.sign))

    def _more(self, place: Element) -> None:
        parent = cast("Element", place.getparent())
        at = parent.index(place)
        left_out = [
            key
            for key in self.document.edition.fields
            if key in self.values
            and key not in self.mentioned
            and key not in unprinted(self.document.edition)
        ]
        lines: list[str] = []
        for key in left_out:
            name = name_of(self.document.edition, key)
            lines += f"{name}：{self.values[key]}".split("\n")
        for offset, line in enumerate(lines):
            made = copy.deepcopy(place)
            nodes = list(made.iter(_Q + "t"))
            nodes[0].text = _ILLEGAL.sub("", line)
            for node in nodes[1:]:
                node.text = ""
            parent.insert(at + offset, made)
        parent.remove(place)


def _with_places(root: Element) -> list[Element]:
    """The paragraphs in which a brace stands, in order."""
    found: dict[Element, None] = {}
    for node in root.iter(_Q + "t"):
        if node.text and "{" in node.text:
            parent = node.getparent()
            while parent is not None and parent.tag != _Q + "p":
                parent = parent.getparent()
            if parent is not None:
                found[parent] = None
    return list(found)
