"""A form filled as planned: only the main part is written anew, every other byte stays.

The one other change is that the names of persons in the file's properties are emptied: they are
those of whoever made the form.
"""

from __future__ import annotations

import difflib
import io
import re
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from reportdesk.errors import TemplateError
from reportdesk.formats.filling.looks import FigureLooks
from reportdesk.formats.filling.plan import plan
from reportdesk.formats.filling.words import (
    holds_more,
    made_like,
    set_cell,
    set_words,
    words_of,
)
from reportdesk.formats.readers.docx_names import PPR, SDT_CONTENT, P, W
from reportdesk.formats.writers.sequence import DRAFT, title_lines
from reportdesk.report.paragraphs import heading_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.formats.filling.located import Element
    from reportdesk.formats.filling.plan import Fill, Plan
    from reportdesk.formats.reading import Editions
    from reportdesk.report.document import Document

_PERSONS = re.compile(rb"(<(dc:creator|cp:lastModifiedBy)(?:\s[^>]*)?>)[^<]*(</\2>)")
_PROPERTIES = "docProps/core.xml"


def fill(
    document: Document, form: bytes, name: str, editions: Editions | None = None, *, draft: bool
) -> tuple[bytes, Plan]:
    """``form`` filled with what ``document`` says, and the plan that was carried out. Raises
    TemplateError."""
    planned = plan(document, form, name, editions)
    return carry_out(planned, document, form, draft=draft), planned


def carry_out(planned: Plan, document: Document, form: bytes, *, draft: bool) -> bytes:
    """The bytes of the form with the plan's places filled. A plan is carried out once."""
    writer = _Writer(planned, document)
    for each in planned.fills:
        writer.put(each)
    if draft:
        writer.mark_draft()
    root = planned.located.root
    main = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return _with_part(form, planned.located.part, main)


class _Writer:
    def __init__(self, planned: Plan, document: Document) -> None:
        self._planned, self._document = planned, document
        self._models: dict[int, Element] = {}
        cells = [each for each in planned.fills if self._in_cell(each)]
        # Only what is empty is given a look.
        empty = any(not each.before and each.after for each in cells)
        figures = [each.elements[0] for each in cells] if empty else []
        self._looks = FigureLooks(figures, planned.located.styles)
        self._collect_models()

    def _in_cell(self, each: Fill) -> bool:
        field = self._document.edition.fields.get(each.key)
        return field is None or field.row is not None

    def put(self, each: Fill) -> None:
        """Write one place; a place that has its words already is not touched."""
        if self._in_cell(each):
            if _bare(each.before) != _bare(each.after):
                if not each.before:
                    self._looks.give(each.elements[0])
                set_cell(each.elements, each.after)
                self._looks.fit(each.elements[0])
        elif each.key == "title":
            self._title(each)
        elif each.heading is not None or len(each.elements) != 1:
            self._narrative(each)
        elif _bare(each.before) != _bare(each.after):
            set_words(each.elements[0], each.after)

    def _title(self, each: Fill) -> None:
        if _bare(each.before) == _bare(each.after):
            return
        lines = list(title_lines(each.after, self._document.organ))
        if len(each.elements) == 1:
            set_words(each.elements[0], "\n".join(lines))
            return
        while len(lines) < len(each.elements):
            lines.append("")
        if len(lines) > len(each.elements):
            lines = [*lines[: len(each.elements) - 1], "".join(lines[len(each.elements) - 1 :])]
        for element, line in zip(each.elements, lines, strict=True):
            set_words(element, line)

    def _narrative(self, each: Fill) -> None:
        """Paragraphs that stay word for word stay altogether; the others are made like those of
        the same level that the form has."""
        old = [words_of(element) for element in each.elements]
        new = [line for line in each.after.split("\n") if line.strip()]
        matcher = difflib.SequenceMatcher(
            a=[_bare(line) for line in old], b=[_bare(line) for line in new], autojunk=False
        )
        anchor = each.elements[0].getprevious() if each.elements else each.heading
        parent = each.elements[0].getparent() if each.elements else None
        for kind, start, end, first, last in matcher.get_opcodes():
            if kind == "equal":
                anchor = each.elements[end - 1]
                continue
            gone = each.elements[start:end]
            models = self._models_for(new[first:last], gone, each)
            made = [made_like(m, line) for m, line in zip(models, new[first:last], strict=True)]
            for element in gone:
                anchor = self._take_out(element, anchor)
            for element in made:
                if anchor is not None:
                    anchor.addnext(element)
                elif parent is not None:
                    parent.insert(0, element)
                anchor = element

    def _take_out(self, element: Element, anchor: Element | None) -> Element | None:
        """Remove a paragraph; where it holds a picture or a section's end only its words go."""
        parent = element.getparent()
        alone = parent is not None and parent.tag == SDT_CONTENT and len(parent) == 1
        if holds_more(element) or alone:
            set_words(element, "")
            return element
        if parent is not None:
            parent.remove(element)
        return anchor

    def _models_for(
        self, lines: Sequence[str], gone: Sequence[Element], each: Fill
    ) -> list[Element]:
        own: dict[int, Element] = {}
        for element in gone:
            own.setdefault(_level(words_of(element)), element)
        spare = self._models.get(0)
        if spare is None:
            spare = gone[0] if gone else _after(each.heading)
        models: list[Element] = []
        for line in lines:
            level = _level(line)
            model = own.get(level)
            if model is None:
                model = self._models.get(level)
            models.append(model if model is not None else own.get(0, spare))
        return models

    def _collect_models(self) -> None:
        """The first paragraph of each level among the form's narratives."""
        for each in self._planned.fills:
            if each.heading is None or not each.before:
                continue
            for element in each.elements:
                level = _level(words_of(element))
                if level not in self._models:
                    # A copy: the paragraph itself may be filled or go before it is needed.
                    self._models[level] = made_like(element, "")

    def mark_draft(self) -> None:
        """Set the draft mark in red as the first line of the text."""
        body = self._planned.located.body
        mark = etree.Element(P)
        properties = etree.SubElement(mark, PPR)
        etree.SubElement(properties, W + "jc").set(W + "val", "right")
        run = etree.SubElement(mark, W + "r")
        look = etree.SubElement(run, W + "rPr")
        etree.SubElement(look, W + "color").set(W + "val", "C00000")
        etree.SubElement(run, W + "t").text = DRAFT
        body.insert(0, mark)


def _level(line: str) -> int:
    heading = heading_of(line.strip())
    return heading.level if heading.whole else 0


def _after(heading: Element | None) -> Element:
    """A model where the form has no narrative at all: the empty paragraph under the heading, or
    a plain one."""
    following = heading.getnext() if heading is not None else None
    if following is not None and following.tag == P:
        return following
    return etree.Element(P)


def _bare(text: str) -> str:
    return "".join(text.split())


def _with_part(package: bytes, name: str, content: bytes) -> bytes:
    """The zip package with one part replaced; the other entries are copied as they are."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
            for entry in source.infolist():
                data = source.read(entry)
                if entry.filename.lower().lstrip("/") == name.lower().lstrip("/"):
                    data = content
                elif entry.filename == _PROPERTIES:
                    data = _PERSONS.sub(rb"\1\3", data)
                target.writestr(entry, data, entry.compress_type)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise TemplateError("模板文件已损坏，打不开。没有写出任何文件。") from error
    return out.getvalue()
