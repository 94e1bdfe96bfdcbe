"""The list of findings on screen: a head for each, the body under the one that is unfolded.

After an edit only the heads whose finding changed are told anew; nothing is rebuilt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from reportdesk.gui.findings.body import Body
from reportdesk.gui.findings.head import Head
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reportdesk.gui.findings.items import Ident, Item
    from reportdesk.gui.session import Session

NOTHING = "现在没有发现问题。填数时会随时检查。"
_FOLD = 30
_MARGIN = 13


class Listing(QWidget):
    """Heads in the order given; those that are done are folded into one line at the end."""

    chosen = Signal(object)
    """The clerk wants to go to this finding (Item)."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.items: list[Item] = []
        self._heads: dict[Ident, Head] = {}
        self.open: Ident | None = None
        self._chained: Ident | None = None
        self.body = Body(session, self)
        self.body.hide()
        self.body.settled.connect(self.focus)
        self.body.reason.grown.connect(self.lay)
        self.nothing = QLabel(NOTHING, self)
        self.nothing.setProperty("tone", "soft")
        self.nothing.setWordWrap(True)
        self._fold = QPushButton(self)
        self._fold.setProperty("entry", "true")
        self._fold.setCheckable(True)
        self._fold.clicked.connect(self.lay)
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), self.sizePolicy().Policy.Fixed)
        self.setAccessibleName("问题")

    def show_items(self, items: list[Item]) -> None:
        """Show these findings; heads of the same findings stay and keep the focus."""
        self.items = items
        wanted = {item.ident for item in items}
        for ident in [ident for ident in self._heads if ident not in wanted]:
            head = self._heads.pop(ident)
            head.hide()
            head.deleteLater()
        for item in items:
            head = self._heads.get(item.ident)
            if head is None:
                head = self._heads[item.ident] = self._head(item)
            else:
                head.tell(item)
        self._keep_open()
        self.lay()

    def unfold(self, ident: Ident | None) -> None:
        """Unfold a finding and fold the one that was unfolded."""
        if ident == self.open:
            return
        self.body.leave()  # this may be a reason, and change the list
        self.open = ident
        if any(item.ident == ident and item.kind == "done" for item in self.items):
            self._fold.setChecked(True)
        self._keep_open()
        self.lay()

    def head(self, ident: Ident) -> Head | None:
        """The head of a finding that is listed."""
        return self._heads.get(ident)

    def focus(self) -> None:
        """Put the focus on the finding that is unfolded, or on the first."""
        order = self._order()
        if order:
            head = next((h for h in order if h.item.ident == self.open), order[0])
            head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, item: Item) -> Head:
        head = Head(self._session, item, self)
        head.clicked.connect(self._choose)
        head.moved.connect(self._move)
        head.unfolded.connect(self._unfold_focused)
        return head

    def _choose(self) -> None:
        head = self.sender()
        if isinstance(head, Head):
            if head.item.kind == "done":
                self.unfold(head.item.ident)
                self.body.reason.edit.setFocus()
            else:
                self.chosen.emit(head.item)

    def _unfold_focused(self) -> None:
        head = self.sender()
        if isinstance(head, Head):
            self.unfold(None if head.is_open else head.item.ident)

    def _move(self, by: int, far: bool) -> None:
        order, focus = self._order(), self.focusWidget()
        at = order.index(focus) if isinstance(focus, Head) and focus in order else 0
        at = (0 if by < 0 else len(order) - 1) if far else min(max(at + by, 0), len(order) - 1)
        order[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _order(self) -> list[Head]:
        shown = [i for i in self.items if i.kind != "done" or self._fold.isChecked()]
        return [self._heads[item.ident] for item in shown]

    def _keep_open(self) -> None:
        item = next((item for item in self.items if item.ident == self.open), None)
        if item is not None and item.kind == "done" and not self._fold.isChecked():
            item = None  # its reason was just written: it is folded away with the others
        if item is None:
            self.open = None
            if self.body.item is not None:
                self.body.forget()
        else:
            self.body.show_item(item)
        for ident, head in self._heads.items():
            head.set_open(ident == self.open)
        stop = self.open if self.open is not None else next((i.ident for i in self.items), None)
        for ident, head in self._heads.items():
            head.set_stop(ident == stop)

    def lay(self) -> None:
        """Put everything in its place."""
        width, top = self.width(), 0
        done = [item for item in self.items if item.kind == "done"]
        todo = [item for item in self.items if item.kind != "done"]
        self.nothing.setVisible(not todo)
        if not todo:
            height = self.nothing.heightForWidth(width - 2 * _MARGIN)
            self.nothing.setGeometry(_MARGIN, 12, width - 2 * _MARGIN, height)
            top = 12 + height + 12
        body_shown = False
        for item in todo:
            top, body_shown = self._place(item, top, width, body_shown)
        self._fold.setVisible(bool(done))
        if done:
            arrow = "▾" if self._fold.isChecked() else "▸"
            self._fold.setText(f"{arrow} 已说明 {len(done)} 处")
            self._fold.setGeometry(8, top + 2, min(width - 16, 160), _FOLD - 4)
            top += _FOLD
        for item in done:
            if self._fold.isChecked():
                top, body_shown = self._place(item, top, width, body_shown)
            else:
                self._heads[item.ident].hide()
        self.body.setVisible(body_shown)
        if self.height() != top:
            self.setFixedHeight(max(top, theme().space("l")))

    def _place(self, item: Item, top: int, width: int, body: bool) -> tuple[int, bool]:
        head = self._heads[item.ident]
        height = head.height_for(width)
        head.setGeometry(0, top, width, height)
        head.show()
        top += height
        if item.ident != self.open:
            return top, body
        height = self.body.height_for(width)
        self.body.setGeometry(0, top, width, height)
        if item.ident != self._chained:
            self._chained = item.ident
            self._chain(head)
        return top + height, True

    def _chain(self, head: Head) -> None:
        """Tab goes from the head into its body."""
        before: QWidget = head
        for each in self.body.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, each)
                before = each

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay everything out for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as what it shows."""
        return QSize(theme().size("side"), self.height())
