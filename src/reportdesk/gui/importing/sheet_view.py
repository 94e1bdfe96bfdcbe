"""One side of the import: a sheet that is scrolled, looked at and chosen from, never edited."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from reportdesk.gui.importing.sheet_layout import Placed, SheetLayout, Stretch, beside
from reportdesk.gui.importing.sheet_paint import SheetPainter
from reportdesk.gui.importing.sheets import Sheet
from reportdesk.gui.style import Theme, theme, themes

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

_STEP = 0.1
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetView(QAbstractScrollArea):
    """Shows a sheet. What is chosen is told by its links, so that the other side can follow."""

    picked = Signal(object)
    """The links (tuple) of the box that was chosen by hand."""
    scrolled = Signal()
    """It was scrolled by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(False)
        self._sheet = Sheet()
        self._only: frozenset[str] | None = None
        self._layout: SheetLayout | None = None
        self._painter = SheetPainter(theme())
        self._current = -1
        self._quiet = False
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)
        themes.changed.connect(self._renew)

    # What is shown

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._sheet

    def set_sheet(self, sheet: Sheet, *, keep: bool = False) -> None:
        """Show another sheet; ``keep`` the place where it is the same one with other marks."""
        links = self.current_links if keep else ()
        at = self.verticalScrollBar().value() if keep else 0
        self._sheet = sheet
        self._renew()
        self._set_value(at)
        if links:
            self.select(links, scroll=False)

    def set_only(self, links: Collection[str] | None) -> None:
        """Show only the rows that hold one of these links (None: all rows)."""
        wanted = None if links is None else frozenset(links)
        if wanted != self._only:
            kept = self.current_links
            self._only = wanted
            self._renew()
            self.select(kept)

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
        self._layout = None
        self._current = -1
        self._bars()
        self.viewport().update()

    def _bars(self) -> None:
        laid, area = self.laid(), self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, laid.height - area.height()))
        down.setPageStep(area.height())
        down.setSingleStep(theme().px(24))
        across.setRange(0, max(0, laid.width - area.width()))
        across.setPageStep(area.width())

    # Choosing

    @property
    def current_links(self) -> tuple[str, ...]:
        """The links of the chosen box."""
        return self.laid().placed[self._current].box.links if self._current >= 0 else ()

    @property
    def current_top(self) -> int:
        """How far below the view's top the chosen box is, -1 if none is chosen."""
        if self._current < 0:
            return -1
        return self.laid().placed[self._current].rect.top() - self.verticalScrollBar().value()

    def select(self, links: Collection[str], *, scroll: bool = True) -> bool:
        """Choose the box with one of these links, by the program; whether there is one."""
        laid = self.laid()
        index = next((laid.links[link] for link in links if link in laid.links), -1)
        self._choose(index)
        if index >= 0 and scroll:
            self._show(laid.placed[index].rect)
        return index >= 0

    def _choose(self, index: int) -> None:
        self._current = index
        if index >= 0:
            box = self.laid().placed[index].box
            words = filter(None, (box.tip.replace("\n", "，"), box.text or "空白", box.sign))
            self.setAccessibleDescription("，".join(words))
        self.viewport().update()

    def _pick(self, index: int) -> None:
        if index >= 0:
            self._choose(index)
            self._show(self.laid().placed[index].rect)
            self.picked.emit(self.current_links)

    def _show(self, rect: QRect) -> None:
        bar = self.verticalScrollBar()
        stretch = next(b for b in self.laid().bands if b.top <= rect.top() < max(b.bottom, 1))
        top = rect.top() - self._frozen(stretch)
        if top < bar.value():
            self._set_value(top)
        elif rect.bottom() > bar.value() + self.viewport().height():
            self._set_value(min(top, rect.bottom() - self.viewport().height() + theme().px(8)))
        across = self.horizontalScrollBar()
        if rect.left() < across.value() or rect.right() > across.value() + self.viewport().width():
            across.setValue(rect.left() - theme().px(40))

    def bring(self, top: int) -> None:
        """Scroll so that the chosen box is ``top`` below the view's top, as far as that goes."""
        if self._current >= 0 and top >= 0:
            rect = self.laid().placed[self._current].rect
            self._set_value(rect.top() - top)
            self._show(rect)

    # Scrolling together

    def follow(self, other: SheetView) -> None:
        """Scroll so that what belongs together stands side by side with ``other``."""
        bar, theirs = self.verticalScrollBar(), other.verticalScrollBar()
        ends = (theirs.maximum(), bar.maximum())
        self._set_value(beside(self.laid().tops(), other.laid().tops(), theirs.value(), ends))

    def _set_value(self, value: int) -> None:
        self._quiet = True
        self.verticalScrollBar().setValue(value)
        self._quiet = False

    def _was_scrolled(self) -> None:
        if not self._quiet:
            self.scrolled.emit()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint what is in view, the heads of the band at the top over its rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._painter.ink.colour("surface"))
        if not self._sheet.bands or self.laid().height <= theme().px(2):
            self._say(painter)
            return
        laid = self.laid()
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        area = self.viewport().rect()
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
                    shift = top - stretch.top
                    rect = one.rect.translated(-dx, shift - dy)
                    if rect.intersects(area):
                        self._paint(painter, laid, index, rect)
        painter.setPen(self._painter.ink.colour("line"))
        painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _frozen(self, stretch: Stretch) -> int:
        """How much of the view a band's heads take; 0 where that would be more than half."""
        tall = stretch.heads - stretch.top
        return tall if 2 * tall <= self.viewport().height() else 0

    def _is_head(self, one: Placed) -> bool:
        return one.box.row + one.box.rows <= self._sheet.bands[one.band].heads

    def _paint(self, painter: QPainter, laid: SheetLayout, index: int, rect: QRect) -> None:
        one = laid.placed[index]
        chosen_row = False
        if self._current >= 0 and one.box.kind in ("label", "head", "value"):
            chosen = laid.placed[self._current]
            same = chosen.band == one.band
            row = same and one.box.rows == 1 and one.box.row == chosen.box.row
            column = (
                same
                and one.box.kind == "head"
                and one.box.columns == 1
                and one.box.column == chosen.box.column
            )
            chosen_row = row or column
        stretch, dy = laid.bands[one.band], self.verticalScrollBar().value()
        area = self.viewport().rect()
        if not self._is_head(one) and stretch.top < dy:
            area.setTop(self._frozen(stretch))
        self._painter.box(painter, laid, one, rect, rect.intersected(area), beside=chosen_row)
        if index == self._current:
            self._painter.frame(painter, rect)

    def _say(self, painter: QPainter) -> None:
        painter.setFont(theme().font("body"))
        painter.setPen(self._painter.ink.colour("text_2"))
        words = self._sheet.words or "这一部分没有要核实的。"
        room = self.viewport().rect().adjusted(16, 16, -16, -16)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value | 0x1000, words)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay out anew, with the same box chosen."""
        super().resizeEvent(event)
        links = self.current_links if self._layout is not None else ()
        self._layout = None
        self._current = -1
        self._bars()
        self.select(links)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the box under the mouse."""
        self._pick(self._box_at(event.position().toPoint()))

    def _box_at(self, point: QPoint) -> int:
        dx, dy = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        index = self.laid().at(point.x() + dx, point.y() + dy)
        return index if index >= 0 and self.laid().placed[index].box.links else -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows choose, Ctrl+C copies what is chosen, the rest scrolls or goes on up."""
        step = _STEPS.get(Qt.Key(event.key()))
        bar = self.verticalScrollBar()
        if step is not None:
            self._pick(self.laid().next(self._current, *step))
        elif event.matches(QKeySequence.StandardKey.Copy) and self._current >= 0:
            QGuiApplication.clipboard().setText(self.laid().placed[self._current].box.text)
        elif event.key() == Qt.Key.Key_PageDown:
            bar.setValue(bar.value() + bar.pageStep())
        elif event.key() == Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell more about the box under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            help: QHelpEvent = event  # type: ignore[assignment]
            index = self._box_at(help.pos())
            tip = escape(self.laid().placed[index].box.tip) if index >= 0 else ""
            tip = f"<p style='white-space: pre'>{tip}</p>" if tip else ""
            QToolTip.showText(help.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)
