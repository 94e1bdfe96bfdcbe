"""What pasting would do, cell by cell, and how the clerk is told before anything changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.form.values import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.formats.story import Cell, Grid

Verdict = Literal["put", "same", "kept", "typed", "blank", "refused", "outside", "label"]
"""``put``: the value goes in. ``same``: it is there already. ``kept``: a total that stays reckoned.
``typed``: a total that differs from its parts, or whose parts are not all there. ``refused``: no
value of this kind, with the reason. ``outside``: there is no blank for it, with the reason."""

_SHOWN = 40


class Entry(NamedTuple):
    """A cell of the block and what becomes of it."""

    cell: Cell
    verdict: Verdict
    key: str = ""
    value: str = ""
    """What the blank will hold or show."""
    before: str = ""
    """What it shows now."""
    reason: str = ""
    parts: str = ""
    """For a typed total what its parts add up to."""


@dataclass(frozen=True, slots=True)
class Plan:
    """All that pasting would do. ``values`` is for one edit of the session (None: the total is
    given back to the computer)."""

    grid: Grid
    entries: tuple[Entry, ...]
    values: Mapping[str, str | None]
    labelled: bool = False
    rows_told: bool = False
    columns_told: bool = False
    notes: tuple[str, ...] = ()
    single: bool = False
    """Whether the clipboard held one text alone."""

    def count(self, *verdicts: Verdict) -> int:
        """How many cells have one of these verdicts."""
        return sum(entry.verdict in verdicts for entry in self.entries)

    @property
    def keys(self) -> tuple[str, ...]:
        """The blanks that will hold what the block says."""
        taken: tuple[Verdict, ...] = ("put", "same", "kept", "typed")
        return tuple(dict.fromkeys(e.key for e in self.entries if e.verdict in taken))

    @property
    def pasted(self) -> int:
        """How many blanks those are."""
        return len(self.keys)

    @property
    def skipped(self) -> tuple[Entry, ...]:
        """The cells that have no place or are no value."""
        return tuple(e for e in self.entries if e.verdict in ("refused", "outside"))

    @property
    def gaps(self) -> int:
        """How many blank cells of the block lie over a blank that is filled."""
        return sum(e.verdict == "blank" and bool(e.value) for e in self.entries)

    @property
    def dashes(self) -> tuple[str, ...]:
        """The signs in the block that say nothing (「-」, 「/」) and were not taken for 0."""
        texts = (_short(e.cell.text) for e in self.entries if e.verdict == "blank")
        return tuple(text for text in texts if text)

    @property
    def remarks(self) -> tuple[Entry, ...]:
        """The cells that are taken and have something to tell: typed totals, figures with words
        after them."""
        taken: tuple[Verdict, ...] = ("put", "same", "typed")
        return tuple(e for e in self.entries if e.verdict in taken and e.reason)

    @property
    def needs_preview(self) -> bool:
        """Whether the clerk should see it first. Of a single text a sentence tells all."""
        return self.labelled or (not self.single and bool(self.skipped or self.remarks))

    @property
    def label(self) -> str:
        """The name of the step."""
        return f"粘贴 {self.pasted} 格"

    @property
    def words(self) -> str:
        """What will be done, as on the button."""
        skipped = len(self.skipped)
        return self.label + (f"，跳过 {skipped} 格" if skipped else "")

    @property
    def sentence(self) -> str:
        """What was done, for the line under the grid."""
        if self.single and self.skipped:
            return told(self.skipped[0])
        more = f"；{self.gaps} 格是空白，原来的数没有改动" if self.gaps else ""
        if self.dashes:
            more += f"；{len(self.dashes)} 格是“{self.dashes[0]}”，没有当作 0"
        return f"已{self.words}{more}。" if self.pasted else f"没有可以粘贴的数字{more}。"


def told(entry: Entry) -> str:
    """What becomes of a cell, in a sentence for the clerk."""
    text = _short(entry.cell.text)
    stays = f"原来的 {entry.before} 没有改动" if entry.before else "这一格没有改动"
    changed = (
        f"原来是 {entry.before}，改为 {entry.value}" if entry.before else f"填入 {entry.value}"
    )
    return {
        "put": f"{changed}，“{text}”{entry.reason}。" if entry.reason else f"{changed}。",
        "same": f"已经是 {entry.value}。",
        "kept": f"{entry.value}，与各项之和相同，仍由程序合计。",
        "typed": f"总计填的是 {entry.value}，{entry.reason}。",
        "blank": f"“{text}”没有当作 0，{stays}。" if text else f"空白，{stays}。",
        "refused": f"“{text}”{entry.reason}，{stays}。",
        "outside": f"“{text}”没有粘贴：{entry.reason}。",
        "label": f"“{text}”是标签，不填入表格。",
    }[entry.verdict]


def _short(text: str) -> str:
    text = " ".join(plain(text[: 4 * _SHOWN]).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def looked_at(found: Plan) -> list[tuple[Entry | None, str]]:
    """What the clerk should look at before she pastes: each cell that is refused or that has
    something to tell, cells without a place together by their reason."""
    told_of: list[tuple[Entry | None, str]] = [(None, f"{note}。") for note in found.notes]
    away: dict[str, list[Entry]] = {}
    for entry in found.entries:
        if entry.verdict == "outside":
            away.setdefault(entry.reason, []).append(entry)
    for reason, entries in away.items():
        texts = "、".join(f"“{_short(entry.cell.text)}”" for entry in entries[:3])
        more = f"等 {len(entries)} 格" if len(entries) > 3 else ""
        told_of.append((entries[0], f"{texts}{more}没有粘贴：{reason}。"))
    told_of += [(entry, told(entry)) for entry in found.entries if entry.verdict == "refused"]
    told_of += [(entry, told(entry)) for entry in found.remarks]
    if found.gaps:
        told_of.append((None, f"{found.gaps} 格是空白，原来的数没有改动。"))
    if found.dashes:
        told_of.append((None, f"{len(found.dashes)} 格是“{found.dashes[0]}”，没有当作 0。"))
    return told_of
