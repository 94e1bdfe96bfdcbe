"""Reading a grid whose columns are known: labels give the row, heads the column."""

from collections.abc import Sequence

from reportdesk.form.edition import Part, Table
from reportdesk.formats.reading import Sure
from reportdesk.formats.recognise.across import in_order, place_across
from reportdesk.formats.recognise.aside import cells_aside, is_foreign_head, reaches
from reportdesk.formats.recognise.figures import (
    blanks_are_cells,
    has_digit,
    is_blank_or_figure,
    is_figure,
)
from reportdesk.formats.recognise.heads import (
    Heads,
    by_order,
    known_enough,
    place_by_heads,
)
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.ledger import Ledger, Spot, context_of
from reportdesk.formats.recognise.vocabulary import Kind, Term, Vocabulary
from reportdesk.formats.story import Cell, Grid

_ROW_KINDS: tuple[tuple[Kind, ...], ...] = (("row",), ("group",))


def tables_of_lines(lines: Sequence[list[Cell]], words: Vocabulary) -> list[Table | None]:
    """The table that each line of a grid belongs to; a line without words of its own belongs
    to the table above it, the first lines to the first table found."""
    found: list[Table | None] = []
    for row, line in enumerate(lines):
        votes: dict[str, Table] = {}
        for cell in line:
            if cell.row != row or cell.text.isdigit() or not cell.text.strip():
                continue
            tables = {term.table.id: term.table for term in words.find(cell.text)}
            if len(tables) == 1:
                votes.update(tables)
        found.append(next(iter(votes.values())) if len(votes) == 1 else None)
    current = next((table for table in found if table is not None), None)
    for index, table in enumerate(found):
        current = table or current
        found[index] = current
    return found


class GridReader:
    """Reads grids in reading order; heads stay in force only inside one grid."""

    def __init__(self, words: Vocabulary, ledger: Ledger) -> None:
        self.words = words
        self.ledger = ledger
        self.group: Term | None = None
        self.others: list[Cell] = []
        """The heads of columns beside those of the table now being read that are not its own."""
        self.plain = False
        """Whether no blanks of the grid stand for the rest of a label's merged cell."""

    def read(self, grid: Grid) -> set[str]:
        """Place the figures of ``grid``; the ids of the tables found in it."""
        lines = list(self._without_aside(grid).rows())
        self.plain = blanks_are_cells(
            [c for c in line if c.row == n] for n, line in enumerate(lines)
        )
        tables = tables_of_lines(lines, self.words)
        heads, over_rows = Heads(), True
        last: Table | None = None
        used: set[str] = set()
        self.ledger.at((grid,), "exact", "")
        for row, (line, table) in enumerate(zip(lines, tables, strict=True)):
            own = [cell for cell in line if cell.row == row]
            if table is None:
                self._leave(None, own, grid, row)
                continue
            used.add(table.id)
            if table is not last:
                heads, over_rows, last = Heads(), True, table
                texts = (c for i, t in zip(lines, tables, strict=True) if t is table for c in i)
                self.others = [c for c in texts if is_foreign_head(c.text, self.words)]
            if self._caption(own, table):
                heads, over_rows = Heads(), True
                continue
            if self._is_head(own, table):
                if not over_rows:
                    heads, over_rows = Heads(), True
                heads.take(own, table, self.words)
                continue
            if self._read_line(grid, row, line, own, table, heads):
                over_rows = False
        return used

    def _without_aside(self, grid: Grid) -> Grid:
        """The grid without columns that an office put beside the form's."""
        gone: set[Cell] = set()
        for head, cell in cells_aside(grid, self.words):
            gone.add(cell)
            if head == "备注" and normal(cell.text) not in ("", head):
                told = f"备注「{cell.text.strip()[:40]}」没有读入。"
                self.ledger.note("info", _place(grid, cell.row), told)
        return grid._replace(cells=tuple(c for c in grid.cells if c not in gone)) if gone else grid

    def _caption(self, own: list[Cell], table: Table) -> bool:
        texts = [cell for cell in own if cell.text.strip()]
        return len(texts) == 1 and bool(self.words.find(texts[0].text, table, ("caption",)))

    def _is_head(self, own: list[Cell], table: Table) -> bool:
        texts = [cell.text for cell in own if cell.text.strip()]
        if not texts or any(is_figure(text) for text in texts):
            return False
        heads = sum(bool(self.words.find(t, table, ("column", "span", "stub"))) for t in texts)
        rows = sum(bool(self.words.find(t, table, ("row", "group"))) for t in texts)
        if table.layout == "across":
            return heads + rows > 0
        # 「3.其他」 is a row although 「其他」 is a head too: one word decides nothing.
        return heads > rows

    def _read_line(
        self,
        grid: Grid,
        row: int,
        line: list[Cell],
        own: list[Cell],
        table: Table,
        heads: Heads,
    ) -> bool:
        around: set[str] = set()
        for cell in line:
            if cell.text.isdigit():
                continue
            groups = self.words.find(cell.text, table, ("group",))
            around.update(group.id for group in groups)
            if groups and not self.words.find(cell.text, table, ("row",)):
                self.group = groups[0]
        if self.group is not None:
            around.add(self.group.id)
        label, term, sure = self._label(own, table, around)
        if term is None or label is None:
            if table.layout == "across" and self._across(grid, row, own, table, heads):
                return True
            self._leave(table, own, grid, row)
            return False
        values = [cell for cell in own if cell.column >= label.column + label.columns]
        if term.kind == "group" and not any(is_figure(cell.text) for cell in values):
            return False
        self.ledger.at((grid,), sure, label.text)
        if not reaches(line, self.others):
            self._refuse(grid, row, table, label.text, values, "")
            return True
        self._place(grid, row, table, term, label, values, heads)
        return True

    def _label(
        self, own: list[Cell], table: Table, around: set[str]
    ) -> tuple[Cell | None, Term | None, Sure]:
        """The cell with the line's label, its row or group, and how sure that is; ``around`` are
        the groups that the line stands in."""
        texts = [cell for cell in own if cell.text.strip()]
        for kinds in _ROW_KINDS:
            for cell in reversed(texts):
                if cell.text.isdigit():
                    continue
                terms = self.words.find(cell.text, table, kinds)
                if len(terms) > 1:
                    terms = [t for t in terms if context_of(table, t.part, t.id) & around] or terms
                if len(terms) == 1:
                    if kinds != ("row",) and not self._lone(texts, cell):
                        continue
                    return cell, terms[0], "exact"
        worded = [cell for cell in texts if not is_figure(cell.text)]
        if worded and any(is_figure(c.text) for c in texts if c.column > worded[-1].column):
            guessed = self.words.guess(worded[-1].text, table, around)
            if guessed:
                self.ledger.detail(
                    "info",
                    "",
                    f"「{worded[-1].text.strip()}」按「{_official(guessed[0])}」读入。",
                )
                return worded[-1], guessed[0], "near"
        return None, None, "exact"

    @staticmethod
    def _lone(texts: list[Cell], cell: Cell) -> bool:
        """A group is the row's own label only if no other words follow it."""
        return all(is_blank_or_figure(c.text) for c in texts if c.column > cell.column)

    def _place(
        self,
        grid: Grid,
        row: int,
        table: Table,
        term: Term,
        label: Cell,
        values: list[Cell],
        heads: Heads,
    ) -> None:
        part, known = term.part, heads.of(term.part)
        placed = None
        tall = any(v.rows > label.rows and v.text.strip() for v in values)
        fits = known_enough(part, known, heads.seen) and not heads.unit_fault(part)
        if fits and not tall:
            placed = place_by_heads(part, known, values, label.column + label.columns)
            sound = not self.others and (self.plain or (values and values[0].text.strip()))
            if placed is None and sound and by_order(part, known, len(values)):
                placed = list(zip(part.columns, values, strict=True))
                if self.ledger.sure == "exact":
                    self.ledger.sure = "order"
        if placed is None:
            self._refuse(grid, row, table, label.text, values, heads.unit_fault(part))
            return
        self.ledger.rows_read.setdefault(table.id, set()).add(term.id)
        for column, cell in placed:
            spot = Spot(cell.text, _place(grid, cell.row), "", "", cell)
            self.ledger.place(table, part, term.id, column, spot, loose=False)

    def _across(self, grid: Grid, row: int, own: list[Cell], table: Table, heads: Heads) -> bool:
        if not any(is_figure(cell.text) for cell in own) or not all(
            is_blank_or_figure(cell.text) for cell in own
        ):
            return self._blank_across(grid, row, own, table)
        places = place_across(table, heads, own) if reaches(own, self.others) else None
        sure: Sure = "exact" if places is not None else "order"
        if places is None and not self.others:
            places = in_order(table, heads, own)
        if places is None:
            self._refuse(grid, row, table, "", own, "")
            return True
        self.ledger.at((grid,), sure, "")
        for place in places:
            spot = Spot(place.cell.text, _place(grid, row), "", "", place.cell)
            self.ledger.place(table, place.part, place.row, place.column, spot, loose=False)
        return True

    def _blank_across(self, grid: Grid, row: int, own: list[Cell], table: Table) -> bool:
        if any(cell.text.strip() for cell in own):
            return False
        self.ledger.rows_read.setdefault(table.id, set())
        cells = list(table.cells())
        if len(own) != len(cells):
            return False
        for (part, line, column), cell in zip(cells, own, strict=True):
            spot = Spot(cell.text, _place(grid, row), "", "", cell)
            self.ledger.place(table, part, line.id, column, spot, loose=False)
        return True

    def _refuse(
        self, grid: Grid, row: int, table: Table, label: str, values: list[Cell], unit: str
    ) -> None:
        figures = [cell for cell in values if cell.text.strip()]
        why = f"表头写的单位是“{unit}”，和本表不同" if unit else "不能确定每个数字属于哪一列"
        for cell in figures:
            spot = Spot(cell.text, _place(grid, row), label.strip(), "", cell)
            self.ledger.leave(table, spot, why=why)
        if figures:
            name = f"「{label.strip()}」一行" if label.strip() else "这一行"
            self.ledger.detail("warning", _place(grid, row), f"{name}没有读入：{why}。")

    def _leave(self, table: Table | None, own: list[Cell], grid: Grid, row: int) -> None:
        label = " ".join(c.text.strip() for c in own if c.text.strip() and not is_figure(c.text))
        why = "表里没有这一行" if label else "这一行没有行名"
        for cell in own:
            if is_figure(cell.text) and has_digit(cell.text):
                self.ledger.at((grid,), "exact", label)
                spot = Spot(cell.text, _place(grid, row), label[:60], "", cell)
                self.ledger.leave(table, spot, why=why)
                if table is not None:
                    self.ledger.detail(
                        "warning",
                        _place(grid, row),
                        f"表里没有「{label[:40]}」这一行，数字没有读入。"
                        if label
                        else "这一行没有行名，数字没有读入。",
                    )


def _place(grid: Grid, row: int) -> str:
    return f"{grid.place}第 {row + 1} 行"


def _official(term: Term) -> str:
    part: Part = term.part
    for each in (*part.rows, *part.groups):
        if each.id == term.id:
            return each.label
    return term.id
