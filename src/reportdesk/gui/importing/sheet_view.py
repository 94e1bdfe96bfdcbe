"""One side of the import: a sheet that is scrolled, looked at and chosen from, never edited."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QToolTip, QWidget

from reportdesk.gui.importing.sheet_layout import beside
from reportdesk.gui.importing.sheet_surface import SheetSurface
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from reportdesk.gui.importing.sheets import Sheet

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SheetView(SheetSurface):
    """Shows a sheet. What is chosen is told by its links, so that the other side can follow."""

    picked = Signal(object)
    """The links (tuple) of the box that was chosen by hand."""
    scrolled = Signal()
    """It was scrolled by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.verticalScrollBar().valueChanged.connect(self._was_scrolled)

    # What is shown

    def set_sheet(self, sheet: Sheet, *, keep: bool = False) -> None:
        """Show another sheet; ``keep`` the place where it is the same one with other marks."""
        at = self.verticalScrollBar().value() if keep else 0
        if not keep:
            self._current = -1
        links = self.current_links
        self._sheet = sheet
        self._current = -1
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

    # Choosing

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

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what is chosen in view."""
        super().resizeEvent(event)
        if self._current >= 0:
            self._show(self.laid().placed[self._current].rect)

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
