"""What the words in a copied block say: which lines are heads, which cells are labels of rows,
and where the figures begin. Words are recognised as an import recognises them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reportdesk.formats.recognise.figures import is_figure
from reportdesk.formats.recognise.grids import tables_of_lines
from reportdesk.formats.recognise.heads import Heads
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.ledger import context_of

if TYPE_CHECKING:
    from reportdesk.form.edition import Table
    from reportdesk.formats.recognise.vocabulary import Kind, Term, Vocabulary
    from reportdesk.formats.story import Cell, Grid

_HEADS: tuple[Kind, ...] = ("column", "span", "stub")
_ROWS: tuple[Kind, ...] = ("row", "group")
_MOST_GUESSES = 200
"""Wordings that no label has are compared with all of them only so often."""


@dataclass(slots=True)
class Line:
    """A line of a block: the cells that begin in it, and what their words say."""

    own: list[Cell]
    role: Literal["head", "aside", "figures"] = "figures"
    """``aside``: words over the figures, or a line of another table."""
    heads: Heads = field(default_factory=Heads)
    """The heads in force over the line."""
    label: Cell | None = None
    term: Term | None = None
    among: tuple[Term, ...] = ()
    """The rows that the label may name, where it is not one alone."""
    near: bool = False
    """Whether the label's wording is only like the form's."""


@dataclass(slots=True)
class Labels:
    """The lines of a block with their roles."""

    lines: list[Line]
    first: int = 0
    """The column in which figures begin, where the columns can be trusted."""
    others: tuple[Table, ...] = ()
    """Other tables of the form whose figures are in the block."""
    mine: bool = True
    """Whether any line may be the table's own."""

    @property
    def rows_told(self) -> bool:
        """Whether labels say which rows these are."""
        return any(line.term is not None for line in self.lines)


def read_labels(grid: Grid, table: Table, words: Vocabulary, *, keep: bool) -> Labels:
    """The labels in ``grid``, which is meant for ``table``. With ``keep`` words that are no label
    of the table are figures that cannot be read: the block's shape is that of its target."""
    return _Reader(grid, table, words, keep).read()


class _Reader:
    def __init__(self, grid: Grid, table: Table, words: Vocabulary, keep: bool) -> None:
        self.grid, self.table, self.words, self.keep = grid, table, words, keep
        self.all = list(grid.rows())
        self.width = grid.width
        self.labels = Labels(
            [Line([c for c in line if c.row == row]) for row, line in enumerate(self.all)]
        )
        self.group: Term | None = None
        self.guesses = 0

    def read(self) -> Labels:
        """The labels."""
        found = self.labels
        owners = tables_of_lines(self._telling(), self.words)
        others: dict[str, Table] = {}
        for line, owner in zip(found.lines, owners, strict=True):
            if owner is not None and owner is not self.table:
                line.role = "aside"
                if any(is_figure(cell.text) for cell in line.own):
                    others[owner.id] = owner
        found.others = tuple(others.values())
        found.mine = bool(self._figures())
        figures = [c.column for line in self._figures() for c in line.own if is_figure(c.text)]
        left = min(figures, default=self.width)
        self._find_heads(left)
        self._find_asides()
        for row, line in enumerate(found.lines):
            if line.role == "figures":
                self._label(line, self.all[row], left)
        found.first = self._first(left)
        return found

    def _telling(self) -> list[list[Cell]]:
        """The cells that tell which table a line is of. In text a short word such as 「其他」 may
        be a piece of a broken head."""
        if self.grid.aligned:
            return self.all
        return [[cell for cell in line if len(normal(cell.text)) > 2] for line in self.all]

    def _figures(self) -> list[Line]:
        return [line for line in self.labels.lines if line.role == "figures"]

    def _find_heads(self, left: int) -> None:
        heads, over_rows = Heads(), True
        for line in self._figures():
            texts = [cell for cell in line.own if cell.text.strip()]
            if len(texts) == 1 and self.words.find(texts[0].text, self.table, ("caption",)):
                line.role, heads, over_rows = "head", Heads(), True
            elif self._is_head(texts, left):
                if not over_rows:
                    heads, over_rows = Heads(), True
                line.role = "head"
                heads.take(self._spread(line.own), self.table, self.words)
            else:
                over_rows = over_rows and not any(is_figure(cell.text) for cell in texts)
            line.heads = heads

    def _spread(self, own: list[Cell]) -> list[Cell]:
        """The heads of a table printed side by side over the blank places after them, where the
        block does not say how far each goes: as text it has but the first place of a merged one."""
        if self.table.layout != "across" or any(cell.columns > 1 for cell in self.grid.cells):
            return own
        filled = [cell for cell in own if cell.text.strip()]
        ends = [*(cell.column for cell in filled[1:]), self.width]
        return [c._replace(columns=end - c.column) for c, end in zip(filled, ends, strict=True)]

    def _is_head(self, texts: list[Cell], left: int) -> bool:
        """Whether a line is one of heads. 「总计」 and the like name a row or a column: such a
        word is a head where figures stand under it, not beside it."""
        heads = sum(bool(self._find(cell, _HEADS)) for cell in texts)
        if any(is_figure(cell.text) for cell in texts):
            return heads == len(texts) > 1
        rows = sum(bool(self._find(cell, _ROWS)) for cell in texts)
        if self.table.layout == "across":
            return heads + rows > 0
        return heads > rows or (heads > 0 and all(cell.column >= left for cell in texts))

    def _find_asides(self) -> None:
        """Words alone over the first figures are heads in somebody's own wording."""
        for line in self._figures():
            texts = [cell for cell in line.own if cell.text.strip()]
            if any(is_figure(cell.text) for cell in texts):
                return
            if texts and not self.keep and not any(self._find(cell, _ROWS) for cell in texts):
                line.role = "aside"

    def _label(self, line: Line, covering: list[Cell], left: int) -> None:
        for cell in covering:
            groups = self._find(cell, ("group",))
            if groups and not self._find(cell, ("row",)):
                self.group = groups[0]
        around = {term.id for cell in covering for term in self._find(cell, ("group",))}
        if self.group is not None:
            around.add(self.group.id)
        figures = [c.column for c in line.own if is_figure(c.text)]
        last = max(figures, default=self.width)
        worded = [
            c for c in line.own if c.column < last and c.text.strip() and not is_figure(c.text)
        ]
        for cell in reversed(worded):
            terms = self._find(cell, ("row",))
            if len(terms) > 1:
                inside = [t for t in terms if context_of(self.table, t.part, t.id) & around]
                terms = inside or terms
            if terms:
                line.label, line.among = cell, tuple(terms)
                line.term = terms[0] if len(terms) == 1 else None
                return
        bound = left if self.grid.aligned else min(figures, default=self.width)
        leading = [cell for cell in worded if cell.column + cell.columns <= bound]
        if not leading:
            return
        terms = self._find(leading[-1], ("group",))
        if not terms and figures:
            terms = self._guess(leading[-1])
            line.near = bool(terms)
        line.term = terms[0] if len(terms) == 1 else None
        line.label = leading[-1] if line.term is not None or not self.keep else None

    def _guess(self, cell: Cell) -> list[Term]:
        self.guesses += 1
        if self.guesses > _MOST_GUESSES or len(cell.text) > 120:
            return []
        return self.words.guess(cell.text, self.table)

    def _first(self, left: int) -> int:
        """The first column that is right of every label."""
        edges = [
            line.label.column + line.label.columns
            for line in self._figures()
            if line.label is not None and (line.term is not None or line.among)
        ]
        if not self.keep:
            edges += [
                cell.column + cell.columns
                for line in self._figures()
                for cell in line.own
                if cell.text.strip() and cell.column + cell.columns <= left
            ]
        return max(edges, default=0)

    def _find(self, cell: Cell, kinds: tuple[Kind, ...]) -> list[Term]:
        return self.words.find(cell.text, self.table, kinds) if cell.text.strip() else []
