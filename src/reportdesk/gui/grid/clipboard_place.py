"""Where each cell of a copied block belongs: told by the labels that came along, or counted from
the cell at which it is pasted.

Labels decide alone, wherever the clerk pastes. What they leave open (a figure without a head, a
row whose label the form does not have) is never guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.formats.recognise.heads import known_enough
from reportdesk.gui.grid.clipboard_labels import read_labels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportdesk.form.edition import Column, Part
    from reportdesk.formats.recognise.vocabulary import Vocabulary
    from reportdesk.formats.story import Cell, Grid
    from reportdesk.gui.grid.clipboard_labels import Labels, Line
    from reportdesk.gui.grid.layout import GridLayout, Place

_NO_COLUMN = "没有认出它的列名"
_OUTSIDE = "超出了表格"


class Placed(NamedTuple):
    """A cell of the block: the blank it belongs to, or why it has none."""

    cell: Cell
    key: str = ""
    label: bool = False
    """Whether it is a label or a head, which is never read as a number."""
    why: str = ""


class Placement(NamedTuple):
    """A block over a table."""

    cells: tuple[Placed, ...]
    labelled: bool
    """Whether labels came along."""
    rows_told: bool = False
    columns_told: bool = False
    """Whether labels and heads say where all of it goes."""
    notes: tuple[str, ...] = ()
    """What the clerk should know of how the labels were understood."""
    strange: str = ""
    """The title of the other table that all of this belongs to."""


def place(grid: Grid, layout: GridLayout, words: Vocabulary, at: Place, *, keep: bool) -> Placement:
    """Give the cells of ``grid`` their blanks; figures without labels are counted from ``at``.
    With ``keep`` words that are no label of the table do not count as labels."""
    labels = read_labels(grid, layout.table, words, keep=keep)
    if not labels.mine:
        cells = tuple(Placed(c, label=True) for c in grid.cells if c.text.strip())
        return Placement(cells, True, strange=labels.others[0].title if labels.others else "")
    cells = tuple(_Placer(grid, layout, labels, at).run())
    return Placement(
        cells,
        any(cell.label for cell in cells),
        labels.rows_told,
        any(line.heads.columns for line in labels.lines),
        tuple(_notes(labels)),
    )


def _notes(labels: Labels) -> Iterator[str]:
    for line in labels.lines:
        if line.near and line.label is not None and line.term is not None:
            part = line.term.part
            name = next(r.label for r in (*part.rows, *part.groups) if r.id == line.term.id)
            yield f"“{_short(line.label.text)}”按“{_short(name)}”对应"
    for other in labels.others:
        yield f"《{other.title}》的内容不在这张表里，没有放"


def _short(text: str, most: int = 24) -> str:
    text = "".join(text.split())
    return text if len(text) <= most else text[: most - 1] + "…"


class _Placer:
    def __init__(self, grid: Grid, layout: GridLayout, labels: Labels, at: Place) -> None:
        self.grid, self.layout, self.labels, self.at = grid, layout, labels, at
        self.table = layout.table
        self.width = grid.width
        self.rows_told = labels.rows_told
        self.widths = {
            len(self._values(line)) for line in labels.lines if line.role == "figures" and line.own
        }

    def run(self) -> Iterator[Placed]:
        """The cells with their places."""
        row = self.at.row
        for line in self.labels.lines:
            if line.role != "figures":
                yield from (Placed(c, label=True) for c in line.own if c.text.strip())
                continue
            values = self._values(line)
            beside = line.own[: len(line.own) - len(values)]
            yield from (Placed(c, label=True) for c in beside if c.text.strip())
            yield from self._line(line, values, row)
            row += 1

    def _values(self, line: Line) -> list[Cell]:
        """The cells of a line that may be figures."""
        if self.grid.aligned:
            return [cell for cell in line.own if cell.column >= self.labels.first]
        if line.label is None:
            return line.own
        return [cell for cell in line.own if cell.column > line.label.column]

    def _line(self, line: Line, values: list[Cell], row: int) -> Iterator[Placed]:
        name = _short(line.label.text) if line.label is not None else ""
        if line.term is None and line.among and not self._is_among(line, row):
            why = f"表里不止一行“{name}”，分不清是哪一行"
            yield from (Placed(cell, why=why) for cell in values)
        elif self.rows_told and line.term is None:
            why = f"本表没有“{name}”这一行" if name else "这一行没有行名"
            yield from (Placed(cell, why=why) for cell in values)
        elif line.term is not None:
            if line.term.kind == "group":
                why = "这一行分项填写，没有合在一起的格"
                yield from (Placed(cell, why=why) for cell in values)
            else:
                yield from self._named(line, line.term.part, line.term.id, values)
        elif line.heads.columns:
            yield from self._under_heads(line, values, row)
        else:
            yield from self._counted(values, row, self.at.column)

    def _is_among(self, line: Line, row: int) -> bool:
        """Whether the row at which the figures are pasted is one that the label may name."""
        keys = {self.table.key(t.id, t.part.columns[0].id) for t in line.among}
        return not self.rows_told and self._key(row, 0) in keys

    # --- a row with its label

    def _named(self, line: Line, part: Part, row: str, values: list[Cell]) -> Iterator[Placed]:
        if self.grid.aligned and line.heads.seen:
            for cell, column, why in _by_heads(part, line, values):
                yield self._at(cell, row, column, why)
        elif len(values) == len(part.columns):
            for cell, column in zip(values, part.columns, strict=True):
                yield self._at(cell, row, column, "")
        else:
            yield from self._without_heads(part, row, values)

    def _without_heads(self, part: Part, row: str, values: list[Cell]) -> Iterator[Placed]:
        """Some of a row's figures, or as many places as the widest part of the table has."""
        filled = [cell for cell in values if cell.text.strip()]
        at = self.layout.place_of(self.table.key(row, part.columns[0].id))
        wide = max((self._offset(cell) + 1 for cell in filled), default=0)
        even = self.grid.aligned or len(self.widths) == 1
        if not even or wide > self.layout.width or self.layout.levels == 0:
            why = f"这一行应有 {len(part.columns)} 个数字，这里是 {len(filled)} 个"
            yield from (Placed(cell, why=why) for cell in values)
        elif self.grid.aligned and self.width - self.labels.first == self.layout.width:
            yield from self._counted(values, at.row, 0)
        else:
            yield from self._counted(values, at.row, self.at.column)

    def _at(self, cell: Cell, row: str, column: Column | None, why: str) -> Placed:
        if column is None:
            return Placed(cell, why=why)
        return Placed(cell, self.table.key(row, column.id))

    # --- heads, but no label

    def _under_heads(self, line: Line, values: list[Cell], row: int) -> Iterator[Placed]:
        if self.layout.levels == 0:
            yield from self._across(line, values)
            return
        first = next((key for c in range(self.layout.width) if (key := self._key(row, c))), "")
        if not first:
            yield from (Placed(cell, why=_OUTSIDE) for cell in values)
            return
        part, at, _ = self.layout.fields[first]
        if self.grid.aligned:
            for cell, column, why in _by_heads(part, line, values):
                yield self._at(cell, at.id, column, why)
        elif len(values) == len(part.columns):
            for cell, column in zip(values, part.columns, strict=True):
                yield self._at(cell, at.id, column, "")
        else:
            yield from (Placed(cell, why=_NO_COLUMN) for cell in values)

    def _across(self, line: Line, values: list[Cell]) -> Iterator[Placed]:
        """A line of a table printed side by side: a head of the row's and one of the column's
        stand over each figure, or all of the line's figures are there."""
        keys = list(self.layout)
        whole = len(values) == len(keys)
        for index, cell in enumerate(values):
            rows = {t.id: t for t, head in line.heads.blocks if _over(head, cell)}
            columns = {t.id: t for t, head in line.heads.columns if _over(head, cell)}
            if self.grid.aligned and len(rows) == len(columns) == 1:
                yield Placed(cell, self.table.key(*rows, *columns))
            elif whole:
                yield Placed(cell, keys[index])
            else:
                yield Placed(cell, why=_NO_COLUMN)

    # --- figures alone

    def _counted(self, values: list[Cell], row: int, column: int) -> Iterator[Placed]:
        for cell in values:
            key = self._key(row, column + self._offset(cell))
            yield Placed(cell, key, why="" if key else _OUTSIDE)

    def _offset(self, cell: Cell) -> int:
        """How far right of the first figure a cell stands."""
        if self.grid.aligned:
            return cell.column - self.labels.first
        line = self.labels.lines[cell.row]
        return cell.column - (line.label.column + 1 if line.label is not None else 0)

    def _key(self, row: int, column: int) -> str:
        at = self.layout.anchor(row, column) if column < self.layout.width else None
        return self.layout.key_at(*at) if at is not None else ""


def _over(head: Cell, cell: Cell) -> bool:
    return head.column < cell.column + cell.columns and cell.column < head.column + head.columns


def _by_heads(
    part: Part, line: Line, values: list[Cell]
) -> Iterator[tuple[Cell, Column | None, str]]:
    """For each figure the column whose head stands over it, or why that cannot be told."""
    known = line.heads.of(part)
    unit = line.heads.unit_fault(part)
    if unit:
        yield from ((cell, None, f"表头写的单位是“{unit}”，和本表不同") for cell in values)
        return
    if len(known) < len(part.columns) and _in_order(part, known, values):
        yield from ((c, column, "") for c, column in zip(values, part.columns, strict=True))
        return
    for cell in values:
        under = [
            column
            for column in part.columns
            if any(_over(head, cell) for head in known.get(column.id, ()))
        ]
        if len(under) == 1:
            yield cell, under[0], ""
        else:
            yield cell, None, _NO_COLUMN if not under else "它在两个列名之下"


def _in_order(part: Part, known: dict[str, list[Cell]], values: list[Cell]) -> bool:
    """Whether there are as many figures as columns, and every head that is known stands over the
    figure whose turn it is: then the others are those of the form in words of their own."""
    if len(values) != len(part.columns) or not known_enough(part, known, seen=True):
        return False
    return all(
        all(_over(head, cell) for head in known.get(column.id, ()))
        for column, cell in zip(part.columns, values, strict=True)
    )
