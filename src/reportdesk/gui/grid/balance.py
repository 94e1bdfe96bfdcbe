"""The row of 勾稽 under the figures: for each column whether its identity holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from reportdesk.gui.grid.identity import balanced
from reportdesk.gui.grid.widths import label_pad
from reportdesk.gui.grid.wrap import wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent, QMouseEvent, QPaintEvent

    from reportdesk.gui.grid.identity import Balanced, Identity
    from reportdesk.gui.grid.ink import Ink
    from reportdesk.gui.grid.scene import Scene
    from reportdesk.gui.session import Session

_WORDS = {"ok": "勾稽相符", "waiting": "还有空白，暂不能核对"}


class BalanceRow(QWidget):
    """One strip for each identity. A click goes to the first cell of the column."""

    asked = Signal(str)
    """Go to this cell."""

    def __init__(self, session: Session, identities: tuple[Identity, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("勾稽")
        self._session, self.identities = session, identities
        self.scene: Scene | None = None
        self._told: list[dict[int, Balanced]] = []
        self.renew()

    def renew(self) -> None:
        """Ask again what holds."""
        checker = self._session.checker
        told = [
            {column: balanced(checker, number) for column, (number, _) in each.columns.items()}
            for each in self.identities
        ]
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(self._spoken())
            self.update()

    @property
    def broken(self) -> frozenset[int]:
        """The columns at fault."""
        return frozenset(c for each in self._told for c, b in each.items() if b.state == "broken")

    def told(self, column: int, identity: int = 0) -> Balanced | None:
        """What is shown for a column."""
        return self._told[identity].get(column)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the strips."""
        scene = self.scene
        if scene is None:
            return
        painter = QPainter(self)
        ink, high, label = scene.ink, scene.heights.balance, scene.widths.label
        painter.fillRect(event.rect(), ink.colour("window"))
        for number, identity in enumerate(self.identities):
            top = number * high
            self._title(painter, ink, identity.words, (0, top, label, high))
            painter.setClipRect(label, top, self.width() - label, high)
            for column, told in self._told[number].items():
                left, right = scene.widths.columns[column], scene.widths.columns[column + 1]
                box = (label + left - scene.across, top, right - left, high)
                _state(painter, ink, told, box)
            painter.setClipping(False)
            painter.setPen(ink.pen("line_strong"))
            painter.drawLine(0, top + high - 1, self.width(), top + high - 1)
        painter.setPen(ink.thick("line_strong"))
        painter.drawLine(0, 1, self.width(), 1)
        painter.setPen(ink.pen("line_strong"))
        painter.drawLine(label - 1, 0, label - 1, self.height())

    def _title(
        self, painter: QPainter, ink: Ink, words: str, box: tuple[int, int, int, int]
    ) -> None:
        left, middle = box[0] + label_pad(ink), box[1] + box[3] // 2
        ink.write(painter, "strong", "text", left, middle, "勾稽")
        left += ink.wide("strong", "勾稽") + ink.px(8)
        shown = wrapped(ink, "label", words, box[2] - left - label_pad(ink), 1).lines[0]
        ink.write(painter, "label", "text_2", left, middle, shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the column that was pressed."""
        key = self._key_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and key:
            self.asked.emit(key)

    def event(self, event: QEvent) -> bool:
        """Tell the formula in full."""
        if event.type() == QEvent.Type.ToolTip:
            help: QHelpEvent = event  # type: ignore[assignment]
            QToolTip.showText(help.globalPos(), self._help_at(help.pos()), self)
            return True
        return super().event(event)

    def _at(self, point: QPoint) -> tuple[int, int] | None:
        """The identity and the column at a point."""
        scene = self.scene
        if scene is None or not self.identities or not scene.heights.balance:
            return None
        number = min(point.y() // scene.heights.balance, len(self.identities) - 1)
        column = scene.column_at(point.x() - scene.widths.label)
        return (number, -1 if point.x() < scene.widths.label or column is None else column)

    def _key_at(self, point: QPoint) -> str:
        at = self._at(point)
        return self.identities[at[0]].columns.get(at[1], (0, ""))[1] if at is not None else ""

    def _help_at(self, point: QPoint) -> str:
        at = self._at(point)
        if at is None:
            return ""
        told = self._told[at[0]].get(at[1])
        words = "" if told is None else f"\n{_words(told)}"
        return f"{self.identities[at[0]].full}{words}"

    def _spoken(self) -> str:
        broken = sum(b.state == "broken" for each in self._told for b in each.values())
        return f"{broken} 列勾稽不平" if broken else ""


def _words(told: Balanced) -> str:
    if told.state == "broken":
        return f"相差 {told.difference}"
    if told.state == "echo":
        return f"随各列相差 {told.difference}，各列改好后自动消失"
    return _WORDS[told.state]


def _state(painter: QPainter, ink: Ink, told: Balanced, box: tuple[int, int, int, int]) -> None:
    left, top, width, height = box
    middle = top + height // 2
    painter.setPen(ink.pen("line"))
    painter.drawLine(left + width - 1, top, left + width - 1, top + height)
    if told.state == "ok":
        _tick(painter, ink, QRectF(left, top, width, height))
        return
    words = "待填" if told.state == "waiting" else f"差 {told.difference}"
    script, tone = "label", "text_2" if told.state == "waiting" else "error"
    if told.state == "broken":
        painter.fillRect(left, top + 2, width - 1, height - 3, ink.colour("error"))
        script, tone = "strong", "on_solid"
    elif told.state == "echo":
        painter.setPen(ink.broken("error", Qt.PenStyle.DotLine))
        painter.drawRect(left + 1, top + 3, width - 4, height - 6)
    kind = "strong" if script == "strong" else "label"
    room = width - ink.px(4)
    if told.state != "waiting" and ink.wide(kind, words) > room:
        words = told.difference  # the ground says what it is, and the number must be read
    shown = wrapped(ink, kind, words, room, 1).lines[0]
    x = left + (width - ink.wide(kind, shown)) // 2
    ink.write(painter, kind, tone, x, middle, shown)


def _tick(painter: QPainter, ink: Ink, box: QRectF) -> None:
    size = ink.px(6)
    centre = box.center()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(ink.thick("ok", max(2, round(ink.px(10) / 6))))
    points = ((-1.0, 0.0), (-0.3, 0.7), (1.0, -0.7))
    painter.drawPolyline([centre + type(centre)(x * size, y * size) for x, y in points])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
