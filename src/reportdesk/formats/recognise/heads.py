"""Column heads: which column stands over which place of a grid, and when that can be trusted."""

import itertools

from reportdesk.form.edition import Column, Part, Table
from reportdesk.form.record import State, fresh
from reportdesk.form.values import plain
from reportdesk.formats.recognise.vocabulary import Term, Vocabulary
from reportdesk.formats.story import Cell


class Heads(State):
    """The header lines that stand over the rows now being read."""

    seen: bool = False
    """Whether there were header lines at all; if not, the heads are lost."""
    columns: list[tuple[Term, Cell]] = fresh(factory=list[tuple[Term, Cell]])
    blocks: list[tuple[Term, Cell]] = fresh(factory=list[tuple[Term, Cell]])
    """Labels over columns of a table printed across."""
    groups: list[tuple[Term, Cell]] = fresh(factory=list[tuple[Term, Cell]])
    """Labels over such labels."""
    wrong_unit: str = ""

    def take(self, cells: list[Cell], table: Table, words: Vocabulary) -> None:
        """Add a header line."""
        self.seen = True
        for cell in cells:
            terms = words.find(cell.text, table, ("column",))
            if not terms and not words.find(cell.text):
                terms = words.guess_column(cell.text, table)
            for term in terms:
                self.columns.append((term, cell))
                if (unit := _unit_of(cell.text)) and unit != (term_unit(term) or unit):
                    self.wrong_unit = unit
            for term in words.find(cell.text, table, ("row",)):
                self.blocks.append((term, cell))
            for term in words.find(cell.text, table, ("group",)):
                self.groups.append((term, cell))

    def of(self, part: Part) -> dict[str, list[Cell]]:
        """The head cells of each column of ``part``."""
        found: dict[str, list[Cell]] = {}
        for term, cell in self.columns:
            if term.part is part and cell not in found.setdefault(term.id, []):
                found[term.id].append(cell)
        return found

    def unit_fault(self, part: Part) -> str:
        """A unit printed in the heads that is not the form's, "" if none."""
        ours = {column.unit for column in part.columns if column.unit}
        return self.wrong_unit if ours and self.wrong_unit not in ours else ""


def _unit_of(text: str) -> str:
    if "单位" not in text:
        return ""
    inside = plain(text).partition("单位")[2].lstrip(":： ")
    return inside.strip(")]） ").strip() if inside else ""


def term_unit(term: Term) -> str:
    """The unit that the form prints for a column's term."""
    for column in term.part.columns:
        if column.id == term.id:
            return column.unit
    return ""


def place_by_heads(
    part: Part, heads: dict[str, list[Cell]], values: list[Cell], first: int
) -> list[tuple[Column, Cell]] | None:
    """Give each column the value cell that stands under its head, or None where the heads do
    not decide it: one head for each column, side by side, right of the label, and over each
    value exactly one head."""
    spans: list[tuple[int, int, Column]] = []
    for column in part.columns:
        cells = heads.get(column.id, [])
        if len(cells) != 1 or cells[0].column < first:
            return None
        spans.append((cells[0].column, cells[0].column + cells[0].columns, column))
    ordered = sorted(spans, key=lambda span: span[:2])
    if any(a[1] > b[0] for a, b in itertools.pairwise(ordered)):
        return None
    if spans != ordered and not _one_line(part, heads):
        return None
    taken: dict[str, tuple[Column, Cell]] = {}
    for cell in values:
        under = [s for s in ordered if s[0] < cell.column + cell.columns and cell.column < s[1]]
        if not under:
            if cell.text.strip():
                return None
            continue
        if len(under) > 1:
            return None
        column = under[0][2]
        before = taken.get(column.id)
        if before is None or not before[1].text.strip():
            taken[column.id] = (column, cell)
        elif cell.text.strip():
            return None
    # A line with fewer cells than the table has columns may lack them anywhere.
    short = len(taken) < len(part.columns) and any(cell.text.strip() for cell in values)
    return None if short else list(taken.values())


def _one_line(part: Part, heads: dict[str, list[Cell]]) -> bool:
    """Whether all heads stand in one line: then another order than the form's is meant."""
    return len({heads[column.id][0].row for column in part.columns}) == 1


def by_order(part: Part, heads: dict[str, list[Cell]], count: int) -> bool:
    """Whether ``count`` values of one labelled row may be taken in the form's order: the heads
    are lost or linear (the ones found in each line stand in the form's order)."""
    if count != len(part.columns):
        return False
    order = {column.id: index for index, column in enumerate(part.columns)}
    lines: dict[int, list[tuple[int, int]]] = {}
    for id, cells in heads.items():
        if len(cells) != 1:
            return False
        lines.setdefault(cells[0].row, []).append((cells[0].column, order[id]))
    return all(
        [index for _, index in sorted(line)] == sorted(index for _, index in line)
        for line in lines.values()
    )


def known_enough(part: Part, heads: dict[str, list[Cell]], seen: bool) -> bool:
    """Whether what stands over the rows can be the heads of ``part``: lost, or half known."""
    return not seen or 2 * len(heads) >= len(part.columns)
