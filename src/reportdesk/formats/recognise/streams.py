"""Reading text without cell borders: a label, and after it exactly its row's figures.

Cells come one after the other (one a line, or several separated by tabs and spaces). Order is
used inside one labelled row only, and only if exactly as many values follow as it has cells.
"""

import re
from collections.abc import Sequence

from reportdesk.form.edition import Table
from reportdesk.form.record import State, fresh
from reportdesk.formats.reading import Sure
from reportdesk.formats.recognise.aside import is_foreign_head
from reportdesk.formats.recognise.figures import has_digit, is_figure
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.ledger import Ledger, Spot
from reportdesk.formats.recognise.order import Seen, across_in_order, columns_in_order
from reportdesk.formats.recognise.tokens import Token
from reportdesk.formats.recognise.vocabulary import Kind, Term, Vocabulary
from reportdesk.formats.story import Grid, Piece

_ROW_KINDS: tuple[tuple[Kind, ...], ...] = (("row",), ("group",))
_OUT_OF_ORDER = "表头的次序和本表不同，不能按次序对应"
_MOST_PIECES = 6
"""A label may have been broken into this many lines."""
_RUN_TOGETHER = "数字和文字连在了一起"


class _Row(State):
    """A label that was seen last, and the figures since."""

    pieces: list[Token] = fresh(factory=list[Token])
    values: list[Token] = fresh(factory=list[Token])


class StreamReader:
    """Reads tokens in reading order; ``table`` is the one that the last words spoke of."""

    def __init__(self, words: Vocabulary, ledger: Ledger) -> None:
        self.words = words
        self.ledger = ledger
        self.table: Table | None = None
        self.used: set[str] = set()
        self.group = ""
        """The group of rows whose label was seen last."""
        self.heads: dict[str, list[Seen]] = {}
        """Per table the heads of columns that were seen since the last row, in their order."""
        self.labels: dict[str, list[Seen]] = {}
        """The labels of blocks over them, in a table printed across."""
        self.under_rows = False
        """Whether a row was read since the last head."""
        self.widened = False
        """Whether a head that is none of the form's was seen since the last row."""

    def read(self, tokens: list[Token]) -> set[str]:
        """Place the figures; the ids of the tables whose words were found."""
        row = _Row()
        for token in tokens:
            if not token.text:
                if row.values or (row.pieces and self._room(row)):
                    row.values.append(token)
            elif is_figure(token.text):
                row.values.append(token)
            else:
                if row.values:
                    self._finish(row)
                    row = _Row()
                row.pieces.append(token)
                self.widened = self.widened or is_foreign_head(token.text, self.words)
                self._look(token, row)
        self._finish(row)
        return self.used

    def _look(self, token: Token, row: _Row) -> None:
        tables = {t.table.id: t.table for t in self.words.find(token.text)}
        # A short word such as 「其他」 may be a piece of another table's broken head.
        if len(tables) == 1 and (self.table is None or len(normal(token.text)) > 2):
            self.table = next(iter(tables.values()))
            self.used.add(self.table.id)
        if self.table is None:
            return
        glued = re.fullmatch(r"(\D*[^\W\d])(\d[\d,.]*)", token.text)
        if glued is not None and (terms := self.words.find(glued[1], None, ("row",))):
            self.ledger.run_together.add(terms[0].table.id)
            self._leave(terms[0].table, token._replace(text=glued[2]), glued[1], _RUN_TOGETHER)
            self.used.add(terms[0].table.id)
        if self.words.find(token.text, self.table, ("caption", "stub")):
            self.heads[self.table.id], self.labels[self.table.id] = [], []
        for count in range(1, min(3, len(row.pieces)) + 1):
            joined = "".join(p.text for p in row.pieces[-count:])
            self._see_heads(token, self.words.find(joined, self.table, ("column",)))
        # A browser that copies a table puts the last head and the next label into one cell.
        for line in token.text.split("\n") if "\n" in token.text else ():
            self._see_heads(token, self.words.find(line, self.table, ("column",)))
        if not self.words.find(token.text):
            self._see_heads(token, self.words.guess_column(token.text, self.table))
        if groups := self.words.find(token.text, self.table, ("group",)):
            self.group = groups[0].id
        if self.table.layout == "across":
            labels = self.words.find(token.text, self.table, ("row", "group"))
            found = self.labels.setdefault(self.table.id, [])
            found.extend(_seen(term, token) for term in labels[:1])

    def _see_heads(self, token: Token, terms: Sequence[Term]) -> None:
        for term in terms:
            seen = self.heads.setdefault(term.table.id, [])
            if self.under_rows:
                seen.clear()
                self.under_rows = False
            seen.append(_seen(term, token))

    def _room(self, row: _Row) -> int:
        """How many figures belong to the words that were seen last; 0 if they are no row."""
        if (found := self._row_term(row)) is not None:
            return len(found[0].part.columns)
        table = self.table
        if table is None or table.layout != "across" or not self.heads.get(table.id):
            return 0
        return sum(1 for _ in table.cells())

    def _row_term(self, row: _Row) -> tuple[Term, str, Sure] | None:
        pieces = [piece.text for piece in row.pieces]
        found = self._named(pieces)
        if found is None and pieces:
            found = self._named(pieces[-1].split())
        if found is not None:
            return *found, "text"
        if self.table is not None:
            for count in range(1, min(3, len(pieces)) + 1):
                label = "".join(pieces[-count:])
                if terms := self.words.guess(label, self.table, {self.group}):
                    return terms[0], label, "near"
        return None

    def _named(self, pieces: Sequence[str]) -> tuple[Term, str] | None:
        """The row or group whose label the last of the pieces make together."""
        for kinds in _ROW_KINDS:
            for count in range(1, min(_MOST_PIECES, len(pieces)) + 1):
                label = "".join(pieces[-count:])
                # 「总计」 over the figures is a head of this table, not the row of another.
                head = self.words.find(label, self.table, ("column", "span"))
                for table in (self.table,) if head else (self.table, None):
                    terms = self.words.find(label, table, kinds)
                    if len({(t.table.id, t.id) for t in terms}) == 1:
                        return terms[0], label
        return None

    def _finish(self, row: _Row) -> None:
        values = row.values
        if not any(v.text for v in values):
            return
        found = self._row_term(row)
        room = len(found[0].part.columns) if found is not None else self._room(row)
        while len(values) > max(room, 1) and not values[-1].text:
            values.pop()
        if found is None:
            if self.table is not None:
                self._unlabelled(row)
            return
        term, label, sure = found
        self.table = term.table
        self.used.add(term.table.id)
        heads = [head for head in self.heads.get(term.table.id, []) if head.term.part is term.part]
        self.under_rows = True
        columns = term.part.columns
        why = _unfit(values, len(columns), self._is_widened(term.table) and not values[-1].text)
        if not why and term.table.id in self.heads and not heads:
            why = "上面的表头不是本表的"
        if not why and not columns_in_order(term.part, heads):
            why = _OUT_OF_ORDER
        if why:
            self._refuse(term.table, label, values, len(columns), why)
            return
        for column, token in zip(columns, values, strict=True):
            self.ledger.at(_pieces(token), sure, label)
            spot = Spot(token.text, token.place, "", "", token.cell)
            self.ledger.place(term.table, term.part, term.id, column, spot, loose=True)

    def _is_widened(self, table: Table) -> bool:
        """Whether a column that is not the form's stands beside the figures of ``table``."""
        if self.widened:
            self.ledger.widened.add(table.id)
            self.widened = False
        return table.id in self.ledger.widened

    def _unlabelled(self, row: _Row) -> None:
        table, values = self.table, row.values
        label = row.pieces[-1].text if row.pieces else ""
        if table is not None and table.layout == "across" and self.heads.get(table.id):
            cells = list(table.cells())
            why = _unfit(values, len(cells), self._is_widened(table))
            if not why and not across_in_order(
                table, self.heads[table.id], self.labels.get(table.id, [])
            ):
                why = _OUT_OF_ORDER
            if why:
                self._refuse(table, "", values, len(cells), why)
                return
            for (part, line, column), token in zip(cells, values, strict=True):
                self.ledger.at(_pieces(token), "text", "")
                spot = Spot(token.text, token.place, "", "", token.cell)
                self.ledger.place(table, part, line.id, column, spot, loose=True)
            return
        for token in values:
            self._leave(table, token, label[:60], "表里没有这一行" if label else "这一行没有行名")
        self.ledger.detail(
            "warning", values[0].place, f"「{label[:40]}」不是表里的行名，后面的数字没有读入。"
        )

    def _refuse(self, table: Table, label: str, values: list[Token], count: int, why: str) -> None:
        figures = [token for token in values if token.text]
        for token in figures:
            self._leave(table, token, label, why)
        alone = figures[0].text if len(figures) == 1 else ""
        if count > 1 and " " not in alone and sum(c.isdigit() for c in alone) >= count:
            self.ledger.run_together.add(table.id)
        name = f"「{label}」一行" if label else f"「{table.title}」的数字一行"
        self.ledger.detail("warning", values[0].place, f"{name}没有读入：{why}。")

    def _leave(self, table: Table | None, token: Token, label: str, why: str) -> None:
        if table is not None and has_digit(token.text):
            self.ledger.lost[table.id] = self.ledger.lost.get(table.id, 0) + 1
        self.ledger.at(_pieces(token), "text", label)
        self.ledger.leave(table, Spot(token.text, token.place, label, "", token.cell), why=why)


def _seen(term: Term, token: Token) -> Seen:
    return Seen(term, token.place, isinstance(token.piece, Grid) and token.piece.spaced)


def _unfit(values: Sequence[Token], count: int, widened: bool) -> str:
    """Why figures cannot be the ``count`` figures of a row in their order; "" if they can."""
    if len(values) != count:
        return f"应有 {count} 个数字，这里是 {sum(bool(v.text) for v in values)} 个"
    if widened:
        return "表里另有一栏不是本表的，不能按次序对应"
    return "有的数字不在同一行，次序不能确定" if _scattered(values) else ""


def _scattered(values: Sequence[Token]) -> bool:
    """Whether figures stand on several lines, some of them beside others: then one of them has
    slipped out of its line, and nobody knows between which of the others it belongs."""
    places = [token.place for token in values]
    if len(set(places)) in (1, len(places)):
        return False
    return any(
        token.piece.spaced if isinstance(token.piece, Grid) else places.count(token.place) > 1
        for token in values
    )


def _pieces(token: Token) -> tuple[Piece, ...]:
    return (token.piece,) if token.piece is not None else ()
