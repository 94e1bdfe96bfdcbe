"""What the clerk does to a table's cells, each as one named step of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.checks.relations import short_name
from reportdesk.form.names import column_name
from reportdesk.gui.grid.accept import accept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.form.edition import Field
    from reportdesk.gui.grid.cursor import Block
    from reportdesk.gui.grid.layout import GridLayout
    from reportdesk.gui.session import Session


class Steps:
    """The steps over one table."""

    def __init__(self, session: Session, layout: GridLayout) -> None:
        self._session, self._layout = session, layout

    def field(self, key: str) -> Field:
        """What a cell takes."""
        return self._session.edition.fields[key]

    def is_entry(self, key: str) -> bool:
        """Whether a cell is typed by hand."""
        return bool(key) and not self.field(key).total

    def name(self, key: str) -> str:
        """A cell in a few words (「一 × 自然人」)."""
        part, _, column = self._layout.fields[key]
        return f"{short_name(self._session.edition, key)} × {column_name(part, column)}"

    def write(self, key: str, value: str | None) -> None:
        """Put a value into a cell; None blanks it, and gives a typed total back. The value that
        is there already says of an imported one that it is right."""
        session = self._session
        if value == session.document.values.get(key):
            self.confirm([key])
        elif value is None:
            self.clear([key])
        else:
            session.edit({key: value}, f"填写 {self.name(key)}")

    def clear(self, keys: Iterable[str]) -> None:
        """Blank cells; typed totals are reckoned again."""
        held = [key for key in keys if key in self._session.document.values]
        if not held:
            return
        if all(self.field(key).total for key in held):
            self._session.give_back(held)
        else:
            what = self.name(held[0]) if len(held) == 1 else f"{len(held)} 格"
            self._session.edit(dict.fromkeys(held), f"清除 {what}")

    def give_back(self, keys: Iterable[str]) -> None:
        """Let the program reckon typed totals again."""
        self._session.give_back(keys)

    def fill_zero(self, keys: Iterable[str]) -> int:
        """Write 0 into the blanks that are typed by hand; how many there were."""
        return self._session.fill_zero(keys)

    def confirm(self, keys: Iterable[str]) -> int:
        """Say of imported figures that they are right; how many there were."""
        imported = [key for key in keys if key in self._session.document.origins]
        if imported:
            self._session.confirm(imported)
        return len(imported)

    def fill(self, keys: Iterable[str], text: str) -> int:
        """Put one text into many cells, those of totals left out unless only one is meant; how
        many could not take it."""
        keys = list(keys)
        wanted = [key for key in keys if self.is_entry(key)] if len(keys) > 1 else keys
        taken: dict[str, str | None] = {}
        for key in wanted:
            field = self.field(key)
            typed = accept(text, field.holds, field.unit, "")
            if not typed.refused:
                taken[key] = typed.value
        if len(taken) == 1:
            self.write(*next(iter(taken.items())))
        elif taken:
            self._session.edit(taken, f"填写 {len(taken)} 格")
        return len(wanted) - len(taken)

    def fill_down(self, block: Block) -> int:
        """Copy the first row of a block into the others, or into a single row the one above it;
        how many cells could not take what stands above."""
        top = block.top if block.bottom > block.top else block.top - 1
        taken: dict[str, str | None] = {}
        refused = 0
        for key in self._layout:
            place = self._layout.place_of(key)
            if place not in block or place.row <= top or not self.is_entry(key):
                continue
            over = self._layout.anchor(top, place.column) if top >= 0 else None
            value = self._session.value(self._layout.key_at(*over)) if over is not None else ""
            if over is None or not self.is_entry(self._layout.key_at(*over)):
                continue
            field = self.field(key)
            typed = accept(value, field.holds, field.unit, "")
            refused += bool(typed.refused)
            if not typed.refused:
                taken[key] = typed.value
        if taken:
            self._session.edit(taken, f"向下填充（{len(taken)} 格）")
        return refused

    def blanks(self, keys: Iterable[str]) -> list[str]:
        """Those of the cells that are typed by hand and blank."""
        values = self._session.document.values
        return [key for key in keys if self.is_entry(key) and key not in values]
