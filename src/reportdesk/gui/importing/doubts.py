"""What the clerk should look at in a file that was read: each doubt with what she can say to it.

A doubt changes nothing by itself: until she decides, the careful way is taken (a sign stays
blank, a stated total stays as stated, a figure without a blank is kept aside).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.form.names import column_name, row_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reportdesk.form.edition import Edition, Table
    from reportdesk.formats.reading import Note, Reading, Stray
    from reportdesk.report.document import Unplaced

Kind = Literal[
    "blank", "empty", "note", "twice", "stated", "label", "order", "stray", "group", "refused",
    "replaced", "told",
]  # fmt: skip


class Option(NamedTuple):
    """A choice: what a button says. ``copy`` is no decision on the report."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to look at. The same doubt has the same ``id`` after every other decision."""

    id: str
    kind: Kind
    title: str
    words: str
    """What is so."""
    options: tuple[Option, ...] = ()
    keys: tuple[str, ...] = ()
    """The blanks that it is about, in the form's order."""
    section: str = ""
    grave: bool = True
    """Whether it asks for a look (核实); if not it only tells (提示)."""
    strays: tuple[int, ...] = ()
    """Figures without a blank, by their number in the reading."""
    copy: str = ""
    """What 复制 puts on the clipboard."""
    meanwhile: str = ""
    """What is done as long as nothing is decided."""


ZERO, BLANK = Option("zero", "填 0"), Option("blank", "留空")
SUM, KEEP = Option("sum", "改用相加数"), Option("keep", "保留")
RIGHT, LEAVE_ROW = Option("right", "标签没认错"), Option("leave", "不填这行")
SEEN, LEAVE_TABLE = Option("seen", "看过了"), Option("leave", "不填这张表")
LEAVE = Option("leave", "不填")
COPY, DROP = Option("copy", "复制"), Option("drop", "不要了")
THEIRS, OURS = Option("theirs", "用文件里的"), Option("ours", "保留本报告的")

_MANY = 3
"""More cells of a table than this with the same doubt are told together."""
_SHOWN = 8
_NOT_ZERO = "没有当作 0"


def named(edition: Edition, key: str) -> str:
    """A cell as its row and column, any other blank by its section."""
    field = edition.fields.get(key)
    if field is None:
        table, row, column = key.split(".")
        found = edition.table(table)
        label = next(c for c in found.part_of(row).columns if c.id == column)
        return f"{row_name(found, row)} × {label.label}"
    if field.row is None or field.part is None or field.column is None:
        return getattr(field.block, "label", "") or field.section.heading or field.section.title
    table = edition.table(field.block.id)
    return f"{row_name(table, field.row.id)} × {column_name(field.part, field.column)}"


def section_of(edition: Edition, block: str) -> str:
    """The id of the section that holds a block, "" if none does."""
    for section in edition.sections:
        if any(each.id == block for each in section.blocks):
            return section.id
    return ""


def name_of_table(edition: Edition, table: str) -> str:
    """A table by the short name of its section."""
    for section in edition.sections:
        if any(each.id == table for each in section.blocks):
            return section.short or section.title
    return table


class Doubts:
    """Finds the doubts of a reading, table by table."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.edition = reading.edition

    def all(self) -> list[Doubt]:
        """Those that lie in the file, whatever is decided."""
        found: list[Doubt] = []
        for table in self.edition.tables:
            found += self._marks(table)
            found += self._labels(table)
            found += self._order(table)
            found += self._refused(table)
            found += self._groups(table)
            found += self._empty(table)
        return [*found, *self._strays(), *self._told()]

    def _in(self, table: Table, keys: Iterable[str]) -> list[str]:
        return [key for key in keys if key.startswith(f"{table.id}.")]

    def _doubt(
        self, kind: Kind, table: str, at: str, title: str, words: str, options: Sequence[Option]
    ) -> Doubt:
        section = section_of(self.edition, table)
        return Doubt(f"{kind} {at or table}", kind, title, words, tuple(options), (), section)

    def _marks(self, table: Table) -> list[Doubt]:
        marks, values = self.reading.marks, self.reading.values
        signs: dict[str, list[str]] = {}
        found: list[Doubt] = []
        for key in self._in(table, marks):
            mark = marks[key]
            text = " ".join(mark.text.split())
            if mark.kind == "blank" and key not in values and self._entry(key):
                signs.setdefault(text, []).append(key)
            elif mark.kind == "twice" and key not in values:
                found.append(self._twice(table, key))
            elif mark.kind == "note" and key in values:
                name, words = named(self.edition, key), f"文件里是“{text}”"
                one = self._doubt("note", table.id, key, name, words, (SEEN, LEAVE))
                found.append(replace(one, keys=(key,), meanwhile=f"填入 {values[key]}"))
        for text, keys in signs.items():
            words = f"文件里是“{text}”"
            if len(keys) <= _MANY:
                for key in keys:
                    name = named(self.edition, key)
                    one = self._doubt("blank", table.id, key, name, words, (ZERO, BLANK))
                    found.append(replace(one, keys=(key,), meanwhile=_NOT_ZERO))
            else:
                name = f"{name_of_table(self.edition, table.id)}有 {len(keys)} 格"
                at = f"{table.id} {text}"
                one = self._doubt("blank", table.id, at, name, words, (ZERO, BLANK))
                found.append(replace(one, keys=tuple(keys), meanwhile=_NOT_ZERO))
        return found

    def _entry(self, key: str) -> bool:
        field = self.edition.fields.get(key)
        return field is not None and not field.total

    def _twice(self, table: Table, key: str) -> Doubt:
        numbers = [n for n, stray in enumerate(self.reading.strays) if stray.key == key]
        texts = list(dict.fromkeys(self.reading.unplaced[n].text for n in numbers))
        options = [Option(f"take {text}", f"填 {text}") for text in texts[:3]]
        words = f"文件里出现了两次，{'和'.join(texts[:3])}"
        name = named(self.edition, key)
        one = self._doubt("twice", table.id, key, name, words, (*options, BLANK))
        return replace(one, keys=(key,), strays=tuple(numbers), meanwhile="没有填")

    def _labels(self, table: Table) -> list[Doubt]:
        rows: dict[str, list[str]] = {}
        for key in self._in(table, self.reading.traces):
            if self.reading.traces[key].sure == "near":
                rows.setdefault(key.rpartition(".")[0], []).append(key)
        found: list[Doubt] = []
        for at, keys in rows.items():
            label = " ".join(self.reading.traces[keys[0]].label.split())
            title = row_name(table, at.rpartition(".")[2])
            words = f"文件里写作“{label}”"
            one = self._doubt("label", table.id, at, title, words, (RIGHT, LEAVE_ROW))
            found.append(replace(one, keys=tuple(keys), meanwhile="按相近标签填入"))
        return found

    def _order(self, table: Table) -> list[Doubt]:
        traces = self.reading.traces
        known = [key for key in self._in(table, traces) if key in self.edition.fields]
        keys = [key for key in known if traces[key].sure in ("order", "text")]
        if not keys:
            return []
        text = any(traces[key].sure == "text" for key in keys)
        why = "文件里的表没有格线" if text else "文件里的表头认不全"
        words = f"{why}，{len(keys)} 格按每行里的顺序填入，请对照"
        name = name_of_table(self.edition, table.id)
        one = self._doubt("order", table.id, table.id, name, words, (SEEN, LEAVE_TABLE))
        return [replace(one, keys=tuple(keys))]

    def _refused(self, table: Table) -> list[Doubt]:
        why = self.reading.refused.get(table.id)
        if why is None:
            return []
        numbers = [n for n, u in enumerate(self.reading.unplaced) if u.table == table.id]
        options = (COPY, DROP) if numbers else ()
        name = name_of_table(self.edition, table.id)
        one = self._doubt("refused", table.id, table.id, name, why.rstrip("。"), options)
        return [replace(one, strays=tuple(numbers), copy=self._copied(numbers))]

    def _groups(self, table: Table) -> list[Doubt]:
        rows: dict[str, list[str]] = {}
        for key in self._in(table, self.reading.group_values):
            rows.setdefault(key.rpartition(".")[0], []).append(key)
        found: list[Doubt] = []
        for at, keys in rows.items():
            title = row_name(table, at.rpartition(".")[2])
            words = "文件沿用旧表的一行，没有分项；分项留空，合计照这一行算"
            one = self._doubt("group", table.id, at, title, words, ())
            found.append(replace(one, keys=tuple(keys), grave=False))
        return found

    def _empty(self, table: Table) -> list[Doubt]:
        reading = self.reading
        if table.id in reading.refused:
            return []
        flat = {key.rpartition(".")[0] for key in reading.group_values}
        keys = [
            key
            for key, field in self.edition.fields.items()
            if field.block is table
            and not field.total
            and key not in reading.values
            and key not in reading.marks
            and field.row is not None
            and f"{table.id}.{field.row.under}" not in flat
        ]
        if not keys:
            return []
        name = f"{name_of_table(self.edition, table.id)}有 {len(keys)} 格"
        one = self._doubt("empty", table.id, table.id, name, "文件里是空白", (ZERO, BLANK))
        return [replace(one, keys=tuple(keys), grave=False, meanwhile=_NOT_ZERO)]

    # Figures without a blank, and what was told in words

    def _strays(self) -> list[Doubt]:
        known = {"twice", "group"}
        groups: dict[tuple[object, ...], list[int]] = {}
        for number, one in enumerate(self.reading.unplaced):
            stray = self._stray(number)
            if one.table in self.reading.refused or self._kind_of(stray, one) in known:
                continue
            key = stray.key if stray is not None else ""
            row = _row_of(stray)
            groups.setdefault((one.table, one.row, one.place, key, row), []).append(number)
        return [self._stray_row(numbers) for numbers in groups.values()]

    def _stray(self, number: int) -> Stray | None:
        strays = self.reading.strays
        return strays[number] if number < len(strays) else None

    def _kind_of(self, stray: Stray | None, one: Unplaced) -> str:
        if stray is None or not stray.key:
            return ""
        if stray.key in self.reading.group_values:
            return "group"
        mark = self.reading.marks.get(stray.key)
        return "twice" if mark is not None and mark.kind == "twice" else ""

    def _stray_row(self, numbers: list[int]) -> Doubt:
        first = self.reading.unplaced[numbers[0]]
        stray = self._stray(numbers[0])
        texts = [self.reading.unplaced[n].text for n in numbers]
        shown = "、".join(texts[:_SHOWN]) + (f" 等 {len(texts)} 个" if len(texts) > _SHOWN else "")
        key = stray.key if stray is not None else ""
        where = f"“{' '.join(first.row.split())[:24]}”" if first.row else ""
        why = stray.why if stray is not None else ""
        words = "，".join(filter(None, (f"{first.place}{where}", why)))
        title = f"没有放进报告的数：{shown}"
        if key:
            title = named(self.edition, key)
            # What is wrong with it begins with the text itself.
            words = f"文件里是“{shown}”，{why.rpartition('」')[2] or why}，没有填"
        one = self._doubt("stray", first.table, f"{numbers[0]}", title, words, (COPY, DROP))
        keys = (key,) if key else ()
        copied = self._copied(numbers)
        return replace(one, keys=keys, strays=tuple(numbers), copy=copied, grave=bool(key))

    def _copied(self, numbers: Sequence[int]) -> str:
        """The figures as a block for a sheet: a line for each row of the file."""
        lines: dict[tuple[str, str], list[str]] = {}
        for number in numbers:
            one = self.reading.unplaced[number]
            lines.setdefault((one.place, one.row), []).append(one.text)
        return "\n".join(
            "\t".join(filter(None, (row, *texts))) for (_, row), texts in lines.items()
        )

    def _told(self) -> list[Doubt]:
        notes = [note for note in self.reading.notes if note not in self.reading.details]
        return [_of_note(note, number) for number, note in enumerate(notes)]


def _of_note(note: Note, number: int) -> Doubt:
    return Doubt(
        f"told {number}", "told", note.place, note.message.rstrip("。"), grave=note.level != "info"
    )


def _row_of(stray: Stray | None) -> int:
    cell = stray.trace.cell if stray is not None and stray.trace is not None else None
    return cell.row if cell is not None else -1
