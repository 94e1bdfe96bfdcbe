"""The two lines under a grid: where the clerk is, and what the identities of the cell say now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from reportdesk.form.values import number, show
from reportdesk.gui import marks
from reportdesk.gui.grid.face import state_words
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from reportdesk.checks.relations import Relation
    from reportdesk.gui.grid.model import GridModel

MOST = 3
"""So many relations are told; the rest are counted."""
_MARK = 14
_TONES = {"error": "error", "review": "review", "hint": "hint"}


class Piece(NamedTuple):
    """Words in one colour and weight, after a mark or none."""

    words: str
    tone: str = "text"
    bold: bool = False
    mark: str = ""


class WhereLine(QWidget):
    """Two lines of pieces; what does not fit ends in an ellipsis and is in the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedHeight(theme().size("where_line"))
        self._lines: tuple[list[Piece], list[Piece]] = ([], [])
        self._refused = ""
        self._told = ""

    def show_cell(self, model: GridModel, key: str) -> None:
        """Tell about a cell."""
        self._show(_where(model, key), _holds(model.relations(key)) if key else [])

    def refuse(self, words: str) -> None:
        """Tell why a text is not taken, until that is over ("")."""
        self._refused = words
        self._renew()
        self._announce(words)

    def tell(self, words: str) -> None:
        """Tell what became of a command, until the next cell."""
        self._told = words
        self._renew()
        self._announce(words)

    def _announce(self, words: str) -> None:
        """Have a screen reader say it."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def words(self) -> str:
        """Everything that is told, as text."""
        return "\n".join("　".join(piece.words for piece in line) for line in self._drawn())

    def _show(self, where: list[Piece], holds: list[Piece]) -> None:
        self._told = ""
        self._lines = (where, holds)
        self._renew()

    def _drawn(self) -> tuple[list[Piece], list[Piece]]:
        where, holds = self._lines
        if self._refused:
            return where, [Piece(self._refused, "error", bold=True, mark="error")]
        if self._told:
            return where, [Piece(self._told, "text", mark="hint")]
        return where, holds

    def _renew(self) -> None:
        self.setToolTip(self.words())
        self.setAccessibleName(self.words())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw both lines."""
        look = theme()
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.colour("window"))
        painter.setPen(look.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        middles = (self.height() * 0.31, self.height() * 0.72)
        for line, middle in zip(self._drawn(), middles, strict=True):
            _draw(painter, line, middle, self.contentsRect().right() - 9)
        painter.end()


def _draw(painter: QPainter, line: list[Piece], middle: float, right: int) -> None:
    look = theme()
    left = 10.0
    for piece in line:
        if piece.mark:
            marks.paint(painter, QRectF(left, middle - _MARK / 2, _MARK, _MARK), piece.mark, look)
            left += _MARK + 5
        font = look.font("body", bold=piece.bold)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(piece.words, Qt.TextElideMode.ElideRight, right - left)
        painter.setFont(font)
        painter.setPen(look.colour(piece.tone))
        base = middle + font.pointSizeF() * 0.5
        painter.drawText(round(left), round(base), words)
        left += metrics.horizontalAdvance(words) + 6
        if words != piece.words or left > right - 24:
            return


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
        return [
            Piece(name, tone, bold=True, mark=tone),
            Piece(relation.spelt + "，"),
            Piece(f"相差 {relation.difference}　", tone, bold=True),
        ]
    mark = {"ok": "ok", "echo": "hint", "waiting": "none"}[relation.state]
    if relation.total:
        return [Piece(f"{name}{relation.spelt}　", "text_2", mark=mark)]
    return [Piece(f"{name} {relation.spelt}　", "text_2", mark=mark)]
