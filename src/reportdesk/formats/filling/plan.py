"""What filling a form would do: every place it found, and everything that has no place there."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.errors import ReadError, TemplateError
from reportdesk.form.edition import Line, Text
from reportdesk.form.names import name_of
from reportdesk.formats.filling.located import Element, Located, paragraphs_of
from reportdesk.formats.recognise.choice import choose
from reportdesk.formats.recognise.report import Recognition
from reportdesk.formats.story import Grid, Paragraph
from reportdesk.formats.writers.sequence import clean
from reportdesk.formats.writers.word_form import unprinted
from reportdesk.report.live import printed_values
from reportdesk.report.rollover import fill_default
from reportdesk.report.totals import subtotals

if TYPE_CHECKING:
    from reportdesk.formats.reading import Editions, Reading, Stray, Trace
    from reportdesk.report.document import Document

_PROMPT = re.compile(r"\s*[（(]\s*文字描述.*")
"""What the official blank form prints where a narrative is to be written."""


class Fill(NamedTuple):
    """A blank that has a place: its key, its name, what stands there and what will."""

    key: str
    name: str
    before: str
    after: str
    elements: tuple[Element, ...]
    """A cell's paragraphs, or the paragraphs of the words; none for a narrative that begins
    after its heading."""
    heading: Element | None = None
    """For a narrative: the paragraph of its section's heading."""


class Plan(NamedTuple):
    """What will be filled, and what the report has that the form has no place for."""

    located: Located
    fills: tuple[Fill, ...]
    missing: tuple[tuple[str, str, str], ...]
    """(key, name, value)."""
    notes: tuple[str, ...]

    @property
    def changes(self) -> int:
        """How many places get other words than they have."""
        return sum("".join(f.before.split()) != "".join(f.after.split()) for f in self.fills)


def plan(document: Document, form: bytes, name: str, editions: Editions | None = None) -> Plan:
    """Find in a Word file the places for what ``document`` says; ``editions`` are those that the
    form might be of. Raises TemplateError where the file cannot be read, or is no form of this
    report's edition: what it has of another would stay in it and look filled."""
    located = locate(form, name)
    if editions is not None:
        _require_edition(document, located, name, editions)
    reading = Recognition(located.story, document.edition, name).run()
    planner = _Planner(document, located, reading)
    planner.figures()
    planner.words()
    planner.strangers()
    if not planner.fills:
        raise TemplateError(f"“{name}”里没有找到报告的标题和表格，不能用作模板。没有写出任何文件。")
    return Plan(located, tuple(planner.fills), tuple(planner.missing), tuple(planner.notes))


def _require_edition(document: Document, located: Located, name: str, editions: Editions) -> None:
    try:
        chosen = choose(located.story, editions)
    except ReadError as error:
        raise TemplateError(_unusable(name, "里面没有认出报告的标题和表格")) from error
    own = document.edition
    family = {own.id, own.extends, *(e.id for e in editions.values() if e.extends == own.id)}
    if chosen.id not in family:
        why = f"它是{chosen.basis}的格式，本报告用的是{own.basis}的格式"
        raise TemplateError(_unusable(name, why))


def locate(form: bytes, name: str) -> Located:
    """The form as a located story. Raises TemplateError."""
    if b"purl.oclc.org/ooxml" in form:
        raise TemplateError(_unusable(name, "它是严格格式的 Word 文件，请在 Word 里另存为 .docx"))
    try:
        return Located(form)
    except ReadError as error:
        raise TemplateError(_unusable(name, error.message)) from error


def _unusable(name: str, why: str) -> str:
    return f"“{name}”不能用作模板：{why.rstrip('。')}。没有写出任何文件。"


class _Planner:
    def __init__(self, document: Document, located: Located, reading: Reading) -> None:
        self.document, self.edition = document, document.edition
        self.located, self.reading = located, reading
        self.values = printed_values(document)
        self.fills: list[Fill] = []
        self.missing: list[tuple[str, str, str]] = []
        self.notes: list[str] = []
        self.taken: set[tuple[int, int, int] | str | None] = set()
        """The cells that are filled: their table, row and column."""

    def figures(self) -> None:
        """Each figure into its cell. A group that the form prints in one row takes its sum."""
        groups = subtotals(self.document)
        flat = [key for key in self.reading.seats if key in groups]
        for key in flat:
            self._figure(key, groups[key])
        for key, field in self.edition.fields.items():
            if field.row is None:
                continue
            value = self.values.get(key, "")
            if key in self.reading.seats:
                self._figure(key, value)
            elif value and not self._in_group(key, flat):
                self.missing.append((key, name_of(self.edition, key), value))

    def _in_group(self, key: str, flat: list[str]) -> bool:
        """Whether the form prints the figure as part of a group's one row."""
        block, row, column = key.split(".")
        table = self.edition.table(block)
        for each in flat:
            at, group, under = each.split(".")
            if at == block and under == column:
                return row in table.members(table.part_of(group), group)
        return False

    def _figure(self, key: str, value: str) -> None:
        seat = self.reading.seats[key]
        grid = seat.pieces[0] if seat.pieces else None
        name = name_of(self.edition, key)
        cell = None
        if isinstance(grid, Grid) and seat.cell is not None:
            cell = self.located.cell(grid, seat.cell)
        places = paragraphs_of(cell) if cell is not None else []
        if seat.cell is None or not places:
            if value:
                self.missing.append((key, name, value))
            return
        self.taken.add(_seat(seat))
        self.fills.append(Fill(key, name, seat.cell.text.strip(), value, tuple(places)))

    def words(self) -> None:
        """Title, lines and narratives, each where the form has its own."""
        hidden = unprinted(self.edition)
        for section in self.edition.sections:
            for block in section.blocks:
                if isinstance(block, Text):
                    self._narrative(block.id, section.id, section.heading)
                elif isinstance(block, Line) and block.id not in hidden:
                    self._line(block.id)

    def _line(self, key: str) -> None:
        value = clean(self.values.get(key, "")).strip()
        if key == "title" and not value:
            value = clean(fill_default("{headline}", self.document))
        seat = self.reading.seats.get(key)
        pieces = seat.pieces if seat is not None else ()
        elements = [self.located.paragraph(p) for p in pieces if isinstance(p, Paragraph)]
        known = [element for element in elements if element is not None]
        name = name_of(self.edition, key)
        if known and len(known) == len(pieces):
            before = "\n".join(p.text.strip() for p in pieces if isinstance(p, Paragraph))
            self.fills.append(Fill(key, name, before, value, tuple(known)))
        elif value:
            self.missing.append((key, name, value))

    def _narrative(self, key: str, section: str, heading: str) -> None:
        value = clean(self.values.get(key, "")).strip("\n")
        trace = self.reading.traces.get(key)
        pieces = [p for p in trace.pieces if isinstance(p, Paragraph)] if trace is not None else []
        elements = [self.located.paragraph(piece) for piece in pieces]
        name = name_of(self.edition, key)
        titled = self.reading.headings.get(section)
        head = self.located.paragraph(titled) if titled is not None else None
        if trace is not None and any(element is None for element in elements):
            if value:
                self.missing.append((key, name, value))
                self.notes.append(f"{name}：文件里这一部分和标题在同一段，或者在表格里，没有改动。")
            return
        before = "\n".join(piece.text.strip() for piece in pieces)
        known = [element for element in elements if element is not None]
        if not pieces:
            known = self._prompts(section)
        if known or (head is not None and value and self._only_text(key, section)):
            self.fills.append(Fill(key, name, before, value, tuple(known), head))
        elif value:
            self.missing.append((key, name, value))

    def _only_text(self, key: str, section: str) -> bool:
        """Whether a narrative may begin right after its section's heading: it is the first block
        of its section. Words under a table have to have a place of their own."""
        blocks = next(s.blocks for s in self.edition.sections if s.id == section)
        return blocks[0].id == key

    def strangers(self) -> None:
        """Figures in the form that belong to no blank stay there: they have to be told."""
        reading = self.reading
        left = [
            one
            for one, stray in zip_longest(reading.unplaced, reading.strays)
            if one is not None and one.text.strip() and _seat_of(stray) not in self.taken
        ]
        if left:
            first = left[0]
            where = "，".join(part for part in (first.place, first.row, first.text) if part)
            self.notes.append(
                f"模板里还有 {len(left)} 个数没有认出是哪一格，会原样留在文件里（{where}）。"
            )

    def _prompts(self, section: str) -> list[Element]:
        """The paragraphs between a section's heading and the next that only ask for words."""
        found: list[Element] = []
        heading = self.reading.headings.get(section)
        if heading is None:
            return found
        others = [id(p) for p in self.reading.headings.values()]
        inside = False
        for piece in self.located.story.pieces:
            if piece is heading:
                inside = True
            elif inside and (id(piece) in others or isinstance(piece, Grid)):
                break
            elif inside and isinstance(piece, Paragraph) and _PROMPT.fullmatch(piece.text):
                element = self.located.paragraph(piece)
                if element is not None:
                    found.append(element)
        return found


def _seat(trace: Trace | None) -> tuple[int, int, int] | None:
    if trace is None or trace.cell is None or not trace.pieces:
        return None
    return id(trace.pieces[0]), trace.cell.row, trace.cell.column


def _seat_of(stray: Stray | None) -> tuple[int, int, int] | str:
    """The cell of a figure without a blank; one that stands in no cell is nowhere filled."""
    return (_seat(stray.trace) if stray is not None else None) or ""
