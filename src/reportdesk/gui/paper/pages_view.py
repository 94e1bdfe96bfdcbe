"""Pages one below the other, as they will be printed: scrolled through, made larger and smaller."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reportdesk.gui.drawing import colour
from reportdesk.gui.style import themes

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from reportdesk.gui.paper.pages import Pages

Fit = Literal["width", "page", ""]
LEAST, MOST = 0.25, 4.0
_GAP = 16
_STEP = 1.2
_KEPT = 12
"""So many pictures of pages are kept."""
_WIDEST = 880
"""Pixels; no page is fitted wider than that: nobody reads it across."""


class PagesView(QAbstractScrollArea):
    """Paints what is in view; the first page at once, further ones one after the other."""

    page_changed = Signal(int)
    """Another page is at the top of the view now (from 0)."""
    zoom_changed = Signal(float)
    picked = Signal(int, float)
    """A double click: the page, and how far down in points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self.fit: Fit = "width"
        self.zoom = 1.0
        """Against the size on paper, at the screen's own resolution."""
        self._tops: list[float] = []
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._page = 0
        self._waiting = QTimer(self, singleShot=True, interval=0)
        self._waiting.timeout.connect(self._paint_next)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("页面")
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        themes.changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """The page that is read now, from 0: the one that takes the middle of the view."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._pages.count() if self._pages is not None else 0

    def show_pages(self, pages: Pages) -> None:
        """Show other pages, from the same place on."""
        page, part = self._place()
        self._pages = pages
        self._pictures.clear()
        self._lay_out()
        self._come_back(min(page, self.count - 1), part)
        self.viewport().update()
        self._say_page(force=True)
        self.zoom_changed.emit(self.zoom)

    def go(self, page: int, top: float = 0.0) -> None:
        """Bring a page to the top of the view, or the place so many points below its top."""
        if self._pages is None or not 0 <= page < self.count:
            return
        offset = _GAP if top > 0 else 0
        self.verticalScrollBar().setValue(
            round(self._tops[page] + top * self._scale - offset - _GAP / 2)
        )

    def set_fit(self, fit: Fit) -> None:
        """Fit pages to the view's width, or whole into it: then the page begins at the top."""
        page, self.fit = self._page, fit
        self._keep_place()
        if fit == "page":
            self.go(page)

    def set_zoom(self, zoom: float) -> None:
        """Show pages so large."""
        self.fit = ""
        self.zoom = min(max(zoom, LEAST), MOST)
        self._keep_place()

    def zoom_in(self) -> None:
        """A step larger."""
        self.set_zoom(self.zoom * _STEP)

    def zoom_out(self) -> None:
        """A step smaller."""
        self.set_zoom(self.zoom / _STEP)

    # Laying out

    @property
    def _scale(self) -> float:
        """Logical pixels for a point."""
        return self.zoom * self.logicalDpiX() / 72

    def _height(self, page: int) -> float:
        return self._pages.size(page).height() if self._pages is not None else 1.0

    def _place(self) -> tuple[int, float]:
        """The page at the top of the view, and how far down as a part of its height."""
        if self._pages is None or not self._tops:
            return 0, 0.0
        at = self.verticalScrollBar().value() + _GAP / 2
        page = max((n for n, top in enumerate(self._tops) if top <= at), default=0)
        return page, (at - self._tops[page]) / max(1.0, self._height(page) * self._scale)

    def _come_back(self, page: int, part: float) -> None:
        at = self._tops[page] + part * self._height(page) * self._scale
        self.verticalScrollBar().setValue(round(at - _GAP / 2))

    def _keep_place(self) -> None:
        page, part = self._place()
        before = self.zoom
        self._lay_out()
        if self._pages is not None:
            self._come_back(page, part)
        self.viewport().update()
        if self.zoom != before or not self.fit:
            self.zoom_changed.emit(self.zoom)

    def _lay_out(self) -> None:
        if self._pages is None:
            return
        sizes = [self._pages.size(number) for number in range(self._pages.count())]
        widest = max(size.width() for size in sizes)
        view = self.viewport().size()
        usual = sizes[0]
        if self.fit:
            room = min(view.width() - 2 * _GAP, _WIDEST)
            zoom = room / widest
            if self.fit == "page":
                zoom = min(zoom, (view.height() - 2 * _GAP) / usual.height())
            self.zoom = min(max(zoom * 72 / self.logicalDpiX(), LEAST), MOST)
        scale, top = self._scale, float(_GAP)
        self._tops = []
        for size in sizes:
            self._tops.append(top)
            top += round(size.height() * scale) + _GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(top) - view.height()))
        bar.setPageStep(max(1, view.height() - 2 * _GAP))
        bar.setSingleStep(40)
        across = self.horizontalScrollBar()
        across.setRange(0, max(0, round(widest * scale) + 2 * _GAP - view.width()))
        across.setPageStep(view.width())

    def _rect(self, page: int) -> QRectF:
        """Where a page is in the view."""
        assert self._pages is not None
        size = self._pages.size(page) * self._scale
        left = max((self.viewport().width() - size.width()) / 2, float(_GAP))
        if self.horizontalScrollBar().maximum():
            left = _GAP - self.horizontalScrollBar().value()
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRectF(round(left), round(top), round(size.width()), round(size.height()))

    def _in_view(self) -> list[int]:
        bottom = self.viewport().height()
        rects = ((page, self._rect(page)) for page in range(self.count))
        return [page for page, rect in rects if rect.bottom() > 0 and rect.top() < bottom]

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pages in view; one that has no picture yet is white for a moment."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour(self, "window"))
        if self._pages is None:
            return
        seen = self._in_view()
        for page in seen:
            rect = self._rect(page)
            known = self._pictures.get((page, self._wide(page)))
            if known is None and not self._pictures:
                known = self._picture(page)  # the first is waited for
            painter.fillRect(rect, Qt.GlobalColor.white)
            if known is None:
                self._waiting.start()
            else:  # as it is: scaled by a pixel it would lose a line
                painter.drawImage(rect.topLeft(), known)
            painter.setPen(QPen(colour(self, "line"), 1))
            painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def _wide(self, page: int) -> int:
        return round(self._rect(page).width() * self.devicePixelRatioF())

    def _picture(self, page: int) -> QImage:
        assert self._pages is not None
        wide = self._wide(page)
        known = self._pictures.get((page, wide))
        if known is None:
            known = self._pages.picture(page, wide)
            known.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[page, wide] = known
        self._pictures.move_to_end((page, wide))
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        return known

    def _paint_next(self) -> None:
        for page in self._in_view():
            if (page, self._wide(page)) not in self._pictures:
                self._picture(page)
                self.viewport().update(self._rect(page).toAlignedRect())
                return

    # What the hand does

    def _scrolled(self, _value: int) -> None:
        self.viewport().update()
        self._say_page()

    def _say_page(self, *, force: bool = False) -> None:
        if self._pages is None:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = max((n for n, top in enumerate(self._tops) if top <= middle), default=0)
        if self.verticalScrollBar().value() == 0:
            page = 0
        if page != self._page or force:
            self._page = page
            self.setAccessibleDescription(f"第 {page + 1} 页，共 {self.count} 页")
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again."""
        super().resizeEvent(event)
        self._keep_place()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; with Ctrl make larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Home and End to the first and last page, the space bar on."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                bar.setValue(bar.value() + bar.pageStep() * (-1 if back else 1))
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Say which place was meant."""
        self.pick(event.position())

    def pick(self, at: QPointF) -> None:
        """Say which page is at a place of the view, and how far down it is."""
        for page in self._in_view():
            rect = self._rect(page)
            if rect.contains(at):
                self.picked.emit(page, (at.y() - rect.top()) / self._scale)
                return
