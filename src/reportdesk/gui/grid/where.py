"""The two lines under a grid: where the clerk is, and what the identities of the cell say now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.values import number, show
from reportdesk.gui.grid.face import state_words
from reportdesk.gui.two_lines import Piece, TwoLines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.checks.relations import Relation
    from reportdesk.gui.grid.model import GridModel

MOST = 3
"""So many relations are told; the rest are counted."""
_TONES = {"error": "error", "review": "review", "hint": "hint"}


class WhereLine(TwoLines):
    """Tells about a cell; what was refused or done is told in the second line instead."""

    gap = 6

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._where: list[Piece] = []
        self._holds: list[Piece] = []
        self._refused = ""
        self._told = ""

    def show_cell(self, model: GridModel, key: str) -> None:
        """Tell about a cell."""
        self._told = ""
        self._where, self._holds = _where(model, key), _holds(model.relations(key)) if key else []
        self._renew()

    def refuse(self, words: str) -> None:
        """Tell why a text is not taken, until that is over ("")."""
        self._refused = words
        self._renew()
        self.announce(words)

    def tell(self, words: str) -> None:
        """Tell what became of a command, until the next cell."""
        self._told = words
        self._renew()
        self.announce(words)

    def _renew(self) -> None:
        second = self._holds
        if self._refused:
            second = [Piece(self._refused, "error", bold=True, mark="error")]
        elif self._told:
            second = [Piece(self._told, "text", mark="hint")]
        self.show_lines(self._where, second)


def _where(model: GridModel, key: str) -> list[Piece]:
    if not key:
        return []
    names = f"{model.row_words(key)} × {model.column_words(key)}"
    pieces = [Piece(names, bold=True)]
    last = model.session.last(key)
    if last:
        change = _change(last, model.standing(key).text)
        pieces.append(Piece(f"　上年 {last}{change}", "text_2"))
    subtotal = model.subtotal(key)
    if subtotal:
        pieces.append(Piece(f"　{subtotal}", "text_2"))
    standing = model.standing(key)
    if standing.origin:
        pieces.append(Piece("　导入未确认", "import"))
    elif standing.kind == "typed" and not standing.disagrees:
        pieces.append(Piece(f"　{state_words(standing)[0]}", "text_2"))
    elif standing.reasoned:
        pieces.append(Piece("　已说明原因", "text_2"))
    return pieces


def _change(last: str, now: str) -> str:
    """How far this year's value is from last year's."""
    before, after = number(last), number(now)
    if before is None or after is None or not _same_unit(last, now):
        return ""
    if before == after:
        return "，与上年相同"
    return f"，{'增加' if after > before else '减少'} {show(abs(after - before))}"


def _same_unit(one: str, other: str) -> bool:
    return one.lstrip("-0123456789.") == other.lstrip("-0123456789.")


def _holds(relations: list[Relation]) -> list[Piece]:
    pieces: list[Piece] = []
    for relation in relations[:MOST]:
        pieces += _told(relation)
    more = len(relations) - MOST
    if more > 0:
        pieces.append(Piece(f"还有 {more} 条", "text_2"))
    return pieces


def _told(relation: Relation) -> list[Piece]:
    name = relation.about if relation.total else f"{relation.about}勾稽"
    if relation.state == "broken":
        tone = _TONES.get(relation.severity, "error")
        head = Piece(name, tone, bold=True, mark=tone)
        if not relation.difference:
            return [head, Piece(f"{relation.spelt}　")]
        apart = Piece(f"相差 {relation.difference}　", tone, bold=True)
        return [head, Piece(relation.spelt + "，"), apart]
    mark = {"ok": "ok", "echo": "hint", "waiting": "none"}[relation.state]
    if relation.total:
        return [Piece(f"{name}{relation.spelt}　", "text_2", mark=mark)]
    return [Piece(f"{name} {relation.spelt}　", "text_2", mark=mark)]
