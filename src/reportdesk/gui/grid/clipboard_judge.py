"""Judging a copied block over a table: each text read, each total weighed, nothing changed.

Every text goes through the one reader of figures. What is not surely one value of the blank's
kind is refused with its reason and the old value stays; so it does where the block is blank,
unlike in a spreadsheet: a clerk who pastes a column means its figures, not its gaps. A total that
is what its parts add up to stays with the computer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.values import fault, find, plain
from reportdesk.formats.recognise.figures import is_blank_or_figure
from reportdesk.gui.grid.clipboard_place import Placed, Placement, place
from reportdesk.gui.grid.clipboard_plan import Entry, Plan
from reportdesk.gui.grid.layout import Place
from reportdesk.report.adopt import agreeing
from reportdesk.report.figures import written
from reportdesk.report.totals import Amounts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Field
    from reportdesk.formats.recognise.vocabulary import Vocabulary
    from reportdesk.formats.story import Cell, Grid
    from reportdesk.gui.grid.cursor import Block
    from reportdesk.gui.grid.layout import GridLayout
    from reportdesk.report.document import Document

_LONGEST = 40
"""Digits; what is longer was not meant as a figure of a form."""
_LONGEST_TEXT = 1000
_TOO_LONG = "太长，不像一格的内容"


def plan(grid: Grid, layout: GridLayout, words: Vocabulary, document: Document, at: Block) -> Plan:
    """What pasting ``grid`` over the selection ``at`` would do."""
    wide, high = grid.width, grid.height
    single = wide == high == 1
    rows, columns = at.bottom - at.top + 1, at.right - at.left + 1
    fits = rows % max(high, 1) == 0 and columns % max(wide, 1) == 0
    if fits and rows * columns > wide * high and (single or _figures_only(grid)):
        grid = _repeated(grid, rows // high, columns // wide)
    keep = (grid.width, grid.height) == (columns, rows)
    placed = (
        _counted(grid, layout, at)
        if single
        else place(grid, layout, words, Place(at.top, at.left), keep=keep)
    )
    if placed.strange:
        entries = tuple(Entry(c.cell, "label") for c in placed.cells)
        note = f"这是《{placed.strange}》的内容，请到那一节再粘贴"
        return Plan(grid, entries, {}, labelled=True, notes=(note,))
    judged = _Judge(document, words.edition.fields, single=single)
    return judged.judge(grid, placed)


def _counted(grid: Grid, layout: GridLayout, at: Block) -> Placement:
    """One text over the selection: it is meant as a figure, whatever its words are."""
    found: list[Placed] = []
    for cell in grid.cells:
        place = layout.anchor(at.top + cell.row, at.left + cell.column)
        key = layout.key_at(*place) if place is not None else ""
        if key or len(grid.cells) == 1:
            found.append(Placed(cell, key, why="" if key else "超出了表格"))
    return Placement(tuple(found), labelled=False)


def _figures_only(grid: Grid) -> bool:
    return all(is_blank_or_figure(cell.text) for cell in grid.cells)


def _repeated(grid: Grid, down: int, right: int) -> Grid:
    """The grid again and again over a selection that is a multiple of it, as spreadsheets do."""
    high, wide = grid.height, grid.width
    return grid._replace(
        cells=tuple(
            cell._replace(row=cell.row + high * y, column=cell.column + wide * x)
            for y in range(down)
            for x in range(right)
            for cell in grid.cells
        )
    )


class _Judge:
    """Judges the placed cells. ``single``: one text, which may fill a selection."""

    def __init__(self, document: Document, fields: Mapping[str, Field], *, single: bool) -> None:
        self.document, self.fields, self.single = document, fields, single
        self.amounts = Amounts(document)
        self.values: dict[str, str | None] = {}

    def judge(self, grid: Grid, placed: Placement) -> Plan:
        """The plan."""
        cells = [cell for cell in placed.cells if cell.label or cell.key or cell.cell.text.strip()]
        found: list[Entry] = []
        for cell in cells:
            if cell.label:
                found.append(Entry(cell.cell, "label"))
            elif cell.key:
                found.append(self._read(cell.cell, cell.key))
            else:
                found.append(_outside(cell.cell, cell.why))
        found = _at_odds(found)
        totals = [e for e in found if e.verdict == "put" and self._is_total(e.key)]
        entries = [e for e in found if e.verdict == "put" and not self._is_total(e.key)]
        if self.single and entries:
            # What fills a selection is meant for its entries; the totals in it follow.
            left_out = {e.key for e in totals}
            found = [e for e in found if e.key not in left_out]
            totals = []
        self.values.update((e.key, e.value) for e in entries)
        reckoned = self._totals(totals)
        done = tuple(self._final(e, reckoned) for e in found)
        return Plan(grid, done, self.values, *placed[1:5], single=self.single)

    def _read(self, cell: Cell, key: str) -> Entry:
        field = self.fields[key]
        before, remark = self._now(key), ""
        if len(cell.text) > _LONGEST_TEXT:
            return Entry(cell, "refused", key, "", before, _TOO_LONG)
        text = plain(cell.text)
        if field.holds in ("text", "year", "date"):
            value, problem = " ".join(text.split()), ""
        else:
            found = find(text, field.holds, field.unit)
            value, problem = found.value or "", found.problem.rpartition("」")[2]
            if value and not problem:
                problem = _fault(value, field)
            if value and "说明" in found.note:
                remark = found.note.removeprefix("数字")
        if problem:
            return Entry(cell, "refused", key, "", before, problem)
        if not value:
            return Entry(cell, "blank", key, self.document.values.get(key, ""), before)
        return Entry(cell, "put", key, value, before, remark)

    def _is_total(self, key: str) -> bool:
        ledger = self.amounts.ledger
        return ledger.slots[key] in ledger.ways

    def _now(self, key: str) -> str:
        stored = self.document.values.get(key)
        if stored is not None:
            return stored
        number = self.amounts[key]
        return "" if number is None else written(number)

    def _totals(self, totals: list[Entry]) -> dict[str, str]:
        """For each pasted total what its parts add up to after the paste, "" while a part is
        blank. One that agrees is reckoned, as an import has it; one that differs is typed."""
        pasted = {entry.key: entry.value for entry in totals}
        after = self.document.values | {k: v for k, v in self.values.items() if v is not None}
        document = self.document.but(values=after | pasted)
        agreed, amounts = agreeing(document), Amounts(document)
        reckoned: dict[str, str] = {}
        for key, value in pasted.items():
            ways = amounts.ledger.ways[amounts.ledger.slots[key]]
            sums = [written(n) for n in map(amounts.add, ways) if n is not None]
            reckoned[key] = value if key in agreed else next((n for n in sums if n != value), "")
            if key not in agreed:
                self.values[key] = value
            elif key in self.document.values:
                self.values[key] = None
        return reckoned

    def _final(self, entry: Entry, reckoned: Mapping[str, str]) -> Entry:
        if entry.verdict != "put":
            return entry
        if entry.key in reckoned:
            parts = reckoned[entry.key]
            if parts == entry.value:
                return entry._replace(verdict="kept")
            if self.document.values.get(entry.key) != entry.value:
                why = f"各项相加是 {parts}，按填写的总计保留" if parts else "各项还没有填完"
                return entry._replace(verdict="typed", reason=why, parts=parts)
        return entry._replace(verdict="same") if entry.value == entry.before else entry


def _outside(cell: Cell, why: str) -> Entry:
    return Entry(cell, "outside", reason=why)


def _at_odds(entries: list[Entry]) -> list[Entry]:
    """Two different values for one blank: neither is taken. A blank beside a value is nothing."""
    seen: dict[str, set[str]] = {}
    for entry in entries:
        if entry.verdict == "put":
            seen.setdefault(entry.key, set()).add(entry.value)
    filled = {e.key for e in entries if e.verdict in ("put", "refused")}
    return [
        e._replace(verdict="refused", value="", reason="与另一处不同，都没有采用")
        if e.verdict == "put" and len(seen[e.key]) > 1
        else e
        for e in entries
        if not (e.verdict == "blank" and e.key in filled)
    ]


def _fault(value: str, field: Field) -> str:
    """Why a value is none of the blank's kind, in the words of the grid."""
    if len(value) > _LONGEST:
        return _TOO_LONG
    wrong = fault(value, field.holds)
    if "整数" in wrong:
        return f"带小数，{'件数' if field.unit == '件' else '这里'}填整数"
    return "是负数，这里不填负数" if "负数" in wrong else wrong
