"""A sheet on the screen: laid out for its room and painted, with one box that may be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reportdesk.gui.importing.sheet_layout import Placed, SheetLayout, Stretch
from reportdesk.gui.importing.sheet_paint import SheetPainter
from reportdesk.gui.importing.sheets import Sheet
from reportdesk.gui.style import Theme, theme, themes

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

_STEP = 0.1


class SheetSurface(QAbstractScrollArea):
    """Shows a sheet; ``links`` limits it to rows that hold one of them (None: all)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = Sheet()
        self._only: frozenset[str] | None = None
        self._layout: SheetLayout | None = None
        self._painter = SheetPainter(theme())
        self._current = -1
        """The number of the chosen box in the layout."""
        themes.changed.connect(self._renew)

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    @property
    def current_links(self) -> tuple[str, ...]:
        """The links of the chosen box."""
        return self.laid().placed[self._current].box.links if self._current >= 0 else ()

    def laid(self) -> SheetLayout:
        """The layout for the present size and look."""
        if self._layout is None:
            rows = None
            if self._only is not None:
                rows = {
                    (band, row)
                    for band, box in self._sheet.boxes()
                    if self._only.intersection(box.links)
                    for row in range(box.row, box.row + box.rows)
                }
            self._layout = self._fitting(rows)
        return self._layout

    def _fitting(self, rows: set[tuple[int, int]] | None) -> SheetLayout:
        """As large as the zoom says, or as a table of figures fits without scrolling sideways;
        never smaller than 100 %."""
        look, room = theme(), self.viewport().width()
        laid = SheetLayout(self._sheet, room, look, rows)
        zoom = look.zoom
        while laid.width > room and zoom > 1:
            zoom = max(1.0, zoom - _STEP)
            smaller = Theme(dark=look.dark, zoom=zoom, plain=look.plain)
            laid = SheetLayout(self._sheet, room, smaller, rows)
        self._painter = SheetPainter(laid.look)
        return laid

    def _renew(self) -> None:
        """Lay out anew, with the same box chosen if it is still there."""
        links = self.current_links if self._layout is not None else ()
        self._layout = None
        self._current = -1
        self._bars()
        found = self.laid().links
        self._current = next((found[link] for link in links if link in found), -1)
        self.viewport().update()

    def _bars(self) -> None:
        laid, area = self.laid(), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, laid.height - area.height()))
        down.setPageStep(area.height())
        down.setSingleStep(theme().px(24))
        across.setRange(0, max(0, laid.width - area.width()))
        across.setPageStep(area.width())

    def _frozen(self, stretch: Stretch) -> int:
        """How much of the view a band's heads take; 0 where that would be more than half."""
        tall = stretch.heads - stretch.top
        return tall if 2 * tall <= self.viewport().height() else 0

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is in view, and a frame where the keys go."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._painter.ink.colour("surface"))
        if not self._sheet.bands or self.laid().height <= theme().px(2):
            self._say(painter)
        else:
            self._paint_boxes(painter)
        area = self.viewport().rect()
        painter.setPen(self._painter.ink.colour("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))
        if self.hasFocus() and self._current < 0:
            self._painter.frame(painter, area)

    def _paint_boxes(self, painter: QPainter) -> None:
        """The boxes in view, then the heads of the band at the top over its rows."""
        laid, area = self.laid(), self.viewport().rect()
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for index, one in enumerate(laid.placed):
            rect = one.rect.translated(-dx, -dy)
            if rect.intersects(area) and not self._is_head(one):
                self._paint(painter, laid, index, rect)
        for band, stretch in enumerate(laid.bands):
            tall = self._frozen(stretch)
            top = min(max(dy, stretch.top), max(stretch.bottom - tall, stretch.top))
            top = top if tall else stretch.top
            for index, one in enumerate(laid.placed):
                if one.band == band and self._is_head(one):
                    rect = one.rect.translated(-dx, top - stretch.top - dy)
                    if rect.intersects(area):
                        self._paint(painter, laid, index, rect)

    def _is_head(self, one: Placed) -> bool:
        return one.box.row + one.box.rows <= self._sheet.bands[one.band].heads

    def _paint(self, painter: QPainter, laid: SheetLayout, index: int, rect: QRect) -> None:
        one, seen = laid.placed[index], self.viewport().rect()
        stretch, dy = laid.bands[one.band], self.verticalScrollBar().value()
        if not self._is_head(one) and stretch.top < dy:
            seen.setTop(self._frozen(stretch))
        beside = self._current >= 0 and self._is_beside(one, laid.placed[self._current])
        self._painter.box(painter, laid, one, rect, rect.intersected(seen), beside=beside)
        if index == self._current:
            self._painter.frame(painter, rect)

    @staticmethod
    def _is_beside(one: Placed, chosen: Placed) -> bool:
        """Whether a box is in the row of the chosen one, or the head of its column."""
        box = one.box
        if box.kind not in ("label", "head", "value") or one.band != chosen.band:
            return False
        row = box.rows == 1 and box.row == chosen.box.row
        head = box.kind == "head" and box.columns == 1 and box.column == chosen.box.column
        return row or head

    def _say(self, painter: QPainter) -> None:
        painter.setFont(theme().font("body"))
        painter.setPen(self._painter.ink.colour("text_2"))
        words = self._sheet.words or "这一部分没有要核实的。"
        room = self.viewport().rect().adjusted(16, 16, -16, -16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value | 0x1000, words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew."""
        super().resizeEvent(event)
        self._renew()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show that they do not any more."""
        super().focusOutEvent(event)
        self.viewport().update()
