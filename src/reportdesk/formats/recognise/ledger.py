"""The ledger of a recognition: what was placed where, what was seen and not placed, and why."""

from typing import Literal, NamedTuple

from reportdesk.form.edition import Column, Edition, Field, Holds, Part, Table, path_of
from reportdesk.form.names import column_name, row_name
from reportdesk.form.record import State, fresh
from reportdesk.form.values import find
from reportdesk.formats.reading import Mark, Note, Stray, Sure, Trace
from reportdesk.formats.story import Cell, Piece
from reportdesk.report.document import Origin, Unplaced

_RUN_TOGETHER = "同一张表里的数字连在了一起，整张表没有读入"


class Spot(NamedTuple):
    """A text that may be a figure, with where it stands and the labels printed at it."""

    text: str
    place: str
    row: str = ""
    column: str = ""
    cell: Cell | None = None


class Ledger(State):
    """Collects while tables are read; a blank that two places fill differently stays blank."""

    edition: Edition
    file: str
    values: dict[str, str] = fresh(factory=dict[str, str])
    origins: dict[str, Origin] = fresh(factory=dict[str, Origin])
    group_values: dict[str, str] = fresh(factory=dict[str, str])
    unplaced: list[Unplaced] = fresh(factory=list[Unplaced])
    notes: list[Note] = fresh(factory=list[Note])
    rows_read: dict[str, set[str]] = fresh(factory=dict[str, set[str]])
    """Per table the rows that were understood (their figures may be blank)."""
    run_together: set[str] = fresh(factory=set[str])
    """Tables in whose text figures have run together."""
    lost: dict[str, int] = fresh(factory=dict[str, int])
    """Per table the figures in text without cell borders that have no place."""
    widened: set[str] = fresh(factory=set[str])
    """Tables in text without cell borders that have a column which is not the form's."""
    traces: dict[str, Trace] = fresh(factory=dict[str, Trace])
    seats: dict[str, Trace] = fresh(factory=dict[str, Trace])
    """Where each blank stands, filled or not."""
    marks: dict[str, Mark] = fresh(factory=dict[str, Mark])
    strays: list[Stray] = fresh(factory=list[Stray])
    """One for each of ``unplaced``."""
    details: set[Note] = fresh(factory=set[Note])
    """Notes on single cells and rows, of which traces, marks and strays know more."""
    pieces: tuple[Piece, ...] = ()
    """Where the row now being placed stands."""
    sure: Sure = "exact"
    """How sure its cells are."""
    label: str = ""
    """How its label is worded."""
    _quarrels: set[str] = fresh(factory=set[str])
    _marks: dict[tuple[str, str, str], list[str]] = fresh(
        factory=dict[tuple[str, str, str], list[str]]
    )
    _from_text: dict[str, set[str]] = fresh(factory=dict[str, set[str]])

    def at(self, pieces: tuple[Piece, ...], sure: Sure, label: str) -> None:
        """Tell where the next figures stand and how sure their blanks are."""
        self.pieces, self.sure, self.label = pieces, sure, label

    def place(
        self, table: Table, part: Part, row: str, column: Column, spot: Spot, *, loose: bool
    ) -> None:
        """Put the figure at ``spot`` into a cell. ``row`` may be a group: a flat figure.
        ``loose`` tells that it comes from text without cell borders."""
        key = table.key(row, column.id)
        self.rows_read.setdefault(table.id, set()).add(row)
        trace = Trace(self.pieces, spot.cell, self.sure, self.label)
        self.seats.setdefault(key, trace)
        holds: Holds = column.holds or table.holds
        found = find(spot.text, holds, column.unit or table.unit)
        if found.problem:
            self._mark(key, "refused", spot)
            self.leave(
                table, spot, row_name(table, row), column_name(part, column), found.problem, key
            )
            self.detail(
                "warning",
                spot.place,
                f"{_name(table, part, row, column)}没有读入：{found.problem}。",
            )
            return
        if found.note:
            self._mark(key, "note" if found.value is not None else "blank", spot)
            name = _name(table, part, row, column)
            self._tell(table, found.note, name, spot.place, sure=found.value is not None)
        if found.value is None:
            return
        flat = key not in self.edition.fields
        store = self.group_values if flat else self.values
        twice = "文件里出现了两次，两处不一样"
        if key in self._quarrels:
            self.leave(table, spot, row_name(table, row), column_name(part, column), twice, key)
            return
        if store.get(key, found.value) != found.value:
            self._quarrels.add(key)
            first = store.pop(key)
            origin = self.origins.pop(key, Origin("file"))
            again = Spot(origin.text or first, origin.place)
            before = self.traces.pop(key, None)
            self._mark(key, "twice", spot)
            for each, stood in ((again, before), (spot, trace)):
                name = row_name(table, row)
                self.leave(table, each, name, column_name(part, column), twice, key, stood)
            self.detail(
                "question",
                spot.place,
                f"{_name(table, part, row, column)}在文件里出现了两次，"
                f"一处是{first}，一处是{found.value}，两个都没有读入，请核对。",
            )
            return
        store[key] = found.value
        if loose:
            self._from_text.setdefault(table.id, set()).add(key)
        shown = spot.text.strip()
        text = shown if shown != found.value else ""
        self.origins[key] = Origin("file", self.file, spot.place, text)
        self.traces[key] = trace

    def leave(
        self,
        table: Table | None,
        spot: Spot,
        row: str = "",
        column: str = "",
        why: str = "",
        key: str = "",
        trace: Trace | None = None,
    ) -> None:
        """Keep a figure that has no place."""
        text = spot.text.strip()
        if text:
            one = Unplaced(
                spot.place,
                table.id if table else "",
                row or spot.row,
                column or spot.column,
                text,
            )
            self.unplaced.append(one)
            self.strays.append(Stray(trace or self._trace(spot), why, key))

    def detail(self, level: str, place: str, message: str) -> None:
        """Tell the clerk in words what the figures' own traces, marks and strays hold."""
        self.details.add(self.note(level, place, message))

    def note(self, level: str, place: str, message: str) -> Note:
        """Tell the clerk something, once."""
        assert level in ("info", "warning", "question")
        one = Note(level, place, message)
        if one not in self.notes:
            self.notes.append(one)
        return one

    def mostly_lost(self, table: Table) -> bool:
        """Whether of the figures of ``table`` in text without cell borders fewer have a place
        than have none: then its order has suffered, and what has a place may have the wrong one.
        Where there are columns of another kind, one without a place is enough."""
        lost, placed = self.lost.get(table.id, 0), len(self._from_text.get(table.id, ()))
        return 0 < placed < lost or (lost > 0 and table.id in self.widened)

    def refuse_loose(self, table: Table, reason: str, why: str = _RUN_TOGETHER) -> None:
        """Take back what was read from text without cell borders."""
        for key in sorted(self._from_text.pop(table.id, set())):
            store = self.values if key in self.values else self.group_values
            value = store.pop(key, None)
            origin = self.origins.pop(key, Origin("file"))
            trace = self.traces.pop(key, None)
            if value is not None:
                at: Field | None = self.edition.fields.get(key)
                row = row_name(table, at.row.id) if at and at.row else key
                column = column_name(at.part, at.column) if at and at.part and at.column else ""
                spot = Spot(origin.text or value, origin.place)
                self.leave(table, spot, row, column, why, trace=trace)
        self.rows_read.pop(table.id, None)
        self.detail("warning", table.title, reason)

    def _trace(self, spot: Spot) -> Trace:
        return Trace(self.pieces, spot.cell, self.sure, self.label)

    def _mark(
        self, key: str, kind: Literal["blank", "note", "refused", "twice"], spot: Spot
    ) -> None:
        self.marks[key] = Mark(kind, spot.text.strip(), self._trace(spot))

    def _tell(self, table: Table, note: str, name: str, place: str, *, sure: bool) -> None:
        level = "warning" if sure and "说明" in note else "info"
        self._marks.setdefault((table.id, level, note), []).append(f"{place}\t{name}")

    def close(self) -> None:
        """Turn what was marked cell by cell into one note for each kind."""
        for (_, level, note), places in self._marks.items():
            place, _, first = places[0].partition("\t")
            names = [entry.partition("\t")[2] for entry in places]
            shown = "、".join(names[:3]) + (f"等 {len(names)} 处" if len(names) > 3 else "")
            self.detail(level, place, f"{shown if names else first}：{note}。")
        self._marks.clear()


def _name(table: Table, part: Part, row: str, column: Column) -> str:
    return f"“{row_name(table, row)}”的“{column_name(part, column)}”"


def context_of(table: Table, part: Part, row: str) -> set[str]:
    """The ids of the groups around a row of ``part``."""
    for each in part.rows:
        if each.id == row:
            return {group.id for group in path_of(part.groups, each.under)}
    return set()
