"""The ledger of a recognition: what was placed where, what was seen and not placed, and why."""

from dataclasses import dataclass, field
from typing import NamedTuple

from reportdesk.form.edition import Column, Edition, Field, Holds, Part, Table, path_of
from reportdesk.form.names import column_name, row_name
from reportdesk.form.values import find
from reportdesk.formats.reading import Note
from reportdesk.report.document import Origin, Unplaced


class Spot(NamedTuple):
    """A text that may be a figure, with where it stands and the labels printed at it."""

    text: str
    place: str
    row: str = ""
    column: str = ""


@dataclass(slots=True)
class Ledger:
    """Collects while tables are read; a blank that two places fill differently stays blank."""

    edition: Edition
    file: str
    values: dict[str, str] = field(default_factory=dict[str, str])
    origins: dict[str, Origin] = field(default_factory=dict[str, Origin])
    group_values: dict[str, str] = field(default_factory=dict[str, str])
    unplaced: list[Unplaced] = field(default_factory=list[Unplaced])
    notes: list[Note] = field(default_factory=list[Note])
    rows_read: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """Per table the rows that were understood (their figures may be blank)."""
    run_together: set[str] = field(default_factory=set[str])
    """Tables in whose text figures have run together."""
    _quarrels: set[str] = field(default_factory=set[str])
    _marks: dict[tuple[str, str, str], list[str]] = field(
        default_factory=dict[tuple[str, str, str], list[str]]
    )
    _from_text: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def place(
        self, table: Table, part: Part, row: str, column: Column, spot: Spot, *, loose: bool
    ) -> None:
        """Put the figure at ``spot`` into a cell. ``row`` may be a group: a flat figure.
        ``loose`` tells that it comes from text without cell borders."""
        key = table.key(row, column.id)
        self.rows_read.setdefault(table.id, set()).add(row)
        holds: Holds = column.holds or table.holds
        found = find(spot.text, holds, column.unit or table.unit)
        if found.problem:
            self.leave(table, spot, row_name(table, row), column_name(part, column))
            self.note(
                "warning",
                spot.place,
                f"{_name(table, part, row, column)}没有读入：{found.problem}。",
            )
            return
        if found.note:
            name = _name(table, part, row, column)
            self._mark(table, found.note, name, spot.place, sure=found.value is not None)
        if found.value is None:
            return
        flat = key not in self.edition.fields
        store = self.group_values if flat else self.values
        if key in self._quarrels:
            self.leave(table, spot, row_name(table, row), column_name(part, column))
            return
        if store.get(key, found.value) != found.value:
            self._quarrels.add(key)
            first = store.pop(key)
            origin = self.origins.pop(key, Origin("file"))
            again = Spot(origin.text or first, origin.place)
            for each in (again, spot):
                self.leave(table, each, row_name(table, row), column_name(part, column))
            self.note(
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

    def leave(self, table: Table | None, spot: Spot, row: str = "", column: str = "") -> None:
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

    def note(self, level: str, place: str, message: str) -> None:
        """Tell the clerk something, once."""
        assert level in ("info", "warning", "question")
        one = Note(level, place, message)
        if one not in self.notes:
            self.notes.append(one)

    def refuse_loose(self, table: Table, reason: str) -> None:
        """Take back what was read from text without cell borders."""
        for key in sorted(self._from_text.pop(table.id, set())):
            store = self.values if key in self.values else self.group_values
            value = store.pop(key, None)
            origin = self.origins.pop(key, Origin("file"))
            if value is not None:
                at: Field | None = self.edition.fields.get(key)
                row = row_name(table, at.row.id) if at and at.row else key
                column = column_name(at.part, at.column) if at and at.part and at.column else ""
                self.leave(table, Spot(origin.text or value, origin.place), row, column)
        self.rows_read.pop(table.id, None)
        self.note("warning", table.title, reason)

    def _mark(self, table: Table, note: str, name: str, place: str, *, sure: bool) -> None:
        level = "warning" if sure and "说明" in note else "info"
        self._marks.setdefault((table.id, level, note), []).append(f"{place}\t{name}")

    def close(self) -> None:
        """Turn what was marked cell by cell into one note for each kind."""
        for (_, level, note), places in self._marks.items():
            place, _, first = places[0].partition("\t")
            names = [entry.partition("\t")[2] for entry in places]
            shown = "、".join(names[:3]) + (f"等{len(names)}处" if len(names) > 3 else "")
            self.note(level, place, f"{shown if names else first}：{note}。")
        self._marks.clear()


def _name(table: Table, part: Part, row: str, column: Column) -> str:
    return f"“{row_name(table, row)}”的“{column_name(part, column)}”"


def context_of(table: Table, part: Part, row: str) -> set[str]:
    """The ids of the groups around a row of ``part``."""
    for each in part.rows:
        if each.id == row:
            return {group.id for group in path_of(part.groups, each.under)}
    return set()
