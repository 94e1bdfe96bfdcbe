"""The panel of findings beside the page: what is wrong, and the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.findings.items import items_of, listed, standing
from reportdesk.gui.findings.listing import NOTHING, Listing
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from reportdesk.checks.repairs import Repair
    from reportdesk.gui.findings.items import Ident, Item
    from reportdesk.gui.session import Session

_AGAIN = "到了最后一处，从第一处再看。"
_BACK = "到了第一处，从最后一处再看。"
_BLANKS = "没有别的问题了，这里还有空白。"
_ONLY = "只有这一处问题。"


class FindingsPanel(QWidget):
    """Lists the findings and follows every edit. It never edits but by the session."""

    closed = Signal()
    told = Signal(str)
    """Words for the status bar."""
    repaired = Signal(str)
    """A repair was made, in words; it can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._section = ""
        self._items: list[Item] = []
        self._at: Ident | None = None
        """The finding where F8 last went, be the panel open or not."""
        self._stale = True
        self.listing = Listing(session)
        self.listing.chosen.connect(self._go)
        self.listing.body.repaired.connect(self._repair)
        self._lay_out()
        session.findings_changed.connect(self._renew)
        session.reset.connect(self._begin_anew)
        session.asked.connect(self._asked)
        themes.changed.connect(self._restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self.setAccessibleName("问题面板")

    def _lay_out(self) -> None:
        self._title = QLabel("问题")
        self._title.setProperty("use", "panel")
        self.count = QLabel()
        self.count.setProperty("tone", "soft")
        self.only = QPushButton("只看本节")
        self.only.setCheckable(True)
        self.close_button = QPushButton("✕")
        self.close_button.setAccessibleName("关闭问题面板")
        self.close_button.setToolTip("关闭问题面板（Ctrl+J）")
        self.close_button.clicked.connect(self.closed)
        self.only.clicked.connect(self._renew)
        for button in (self.only, self.close_button):
            button.setProperty("flat", "true")
            button.setProperty("small", "true")
        head = QWidget()
        head.setFixedHeight(theme().size("page_head"))
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(4)
        row.addWidget(self._title)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.only)
        row.addWidget(self.close_button)
        rule = QFrame()
        rule.setProperty("rule", "true")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self.listing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(rule)
        column.addWidget(self._area, 1)

    # What it is told

    def set_section(self, id: str) -> None:
        """Put the findings of this section first; unfold its first, unless one is unfolded."""
        if id != self._section:
            self.flush()
            self._section = id
            self._stale = True
            self._freshen()
            at = self._item(self._at)
            self._at = self._at if at is not None and at.section == id else None
            if (current := self._item(self.listing.open)) is None or current.section != id:
                first = next((i for i in self._items if i.section == id and _asks(i)), None)
                self._unfold(first.ident if first is not None else None)

    def show_key(self, key: str) -> None:
        """Unfold what stands against the blank where the clerk is, if anything of this section
        does."""
        self._freshen()
        here = [i for i in self._items if i.section == self._section and _asks(i)]
        found = [i for i in listed(here, self._section, only_here=True) if key in i.finding.keys]
        if found and all(item.ident != self.listing.open for item in found):
            self._at = found[0].ident
            self._unfold(self._at)

    def focus_list(self) -> None:
        """Put the focus on the finding that is unfolded."""
        self._freshen()
        if self._items:
            self.listing.focus()
        else:
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_finding(self, by: int = 1) -> None:
        """Go to the next finding in the order of the form, or with -1 to the one before, and
        round again."""
        self._items = items_of(self._session)
        walked = standing(self._items)
        if not walked:
            self.told.emit(NOTHING)
            return
        at, round_again = self._next(walked, by)
        if walked[at].kind == "wait":
            self.told.emit(_BLANKS)
        elif len(walked) == 1 and self._at == walked[0].ident:
            self.told.emit(_ONLY)
        elif round_again:
            self.told.emit(_AGAIN if by > 0 else _BACK)
        self._go(walked[at])

    def _next(self, walked: list[Item], by: int) -> tuple[int, bool]:
        idents = [item.ident for item in walked]
        if self._at in idents:
            at = idents.index(self._at) + by
            return at % len(walked), not 0 <= at < len(walked)
        order = {section.id: n for n, section in enumerate(self._session.edition.sections)}
        here = order.get(self._section, len(order))
        places = [order.get(item.section, 0) for item in walked]
        if by > 0:
            found = next((n for n, place in enumerate(places) if place >= here), None)
            return (0, True) if found is None else (found, False)
        before = [n for n, place in enumerate(places) if place <= here]
        return (before[-1], False) if before else (len(walked) - 1, True)

    def flush(self) -> None:
        """Keep a reason that is being typed."""
        self.listing.body.leave()

    # How it follows

    def _begin_anew(self) -> None:
        self.listing.body.forget()
        self._at = None
        self._renew()

    def _restyle(self) -> None:
        self.listing.lay()
        self.update()

    def _renew(self) -> None:
        self._stale = True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        """Show what stands now. Hidden, the panel costs nothing and catches up when shown."""
        if not self._stale:
            return
        self._stale = False
        was = self.listing.open
        old = self._item(was)
        self._items = items_of(self._session)
        shown = listed(self._items, self._section, only_here=self.only.isChecked())
        self.listing.show_items(shown)
        if self.listing.open is None and (was is None or old is not None):
            # Nothing is unfolded, or what was is mended: the next of this section, if any.
            first = next((i for i in shown if i.section == self._section and _asks(i)), None)
            if first is not None:
                self.listing.unfold(first.ident)
        count = sum(1 for item in self._items if _asks(item))
        self.count.setText(f"{count} 处" if count else "")
        self.only.setEnabled(bool(self._items))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self._freshen()

    # What the clerk asks for

    def _go(self, item: Item) -> None:
        self._at = item.ident
        self._unfold(item.ident)
        if item.finding.keys:
            self._session.go(item.finding.keys[0], *item.finding.at)

    def _asked(self, key: str, start: int, _length: int) -> None:
        """Somebody goes to a blank: unfold what is against it before the page is there."""
        self._freshen()
        current = self._item(self.listing.open)
        if current is not None and key in current.finding.keys:
            return
        for item in self._items:
            place = item.finding.at[0]
            if item.finding.keys[:1] == (key,) and (start < 0 or place in (-1, start)):
                self._at = item.ident
                self._unfold(item.ident)
                return

    def _repair(self, repair: Repair) -> None:
        self._session.edit(repair.after, repair.step)
        self._session.go(next(iter(repair.after)))
        self.repaired.emit(f"已{repair.step}。")

    def _unfold(self, ident: Ident | None) -> None:
        self._freshen()
        self.listing.unfold(ident)
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        head = self.listing.head(self.listing.open) if self.listing.open is not None else None
        if head is not None and self.isVisible():
            height = head.height() + self.listing.body.height()
            middle = head.y() + height // 2
            self._area.ensureVisible(0, middle, 0, min(height, self._area.height()) // 2)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """A reason is kept when the clerk leaves it, as a figure in the table is."""
        body = self.listing.body
        if old is not None and body.isAncestorOf(old) and not (new and body.isAncestorOf(new)):
            body.leave()

    def _item(self, ident: Ident | None) -> Item | None:
        return next((item for item in self._items if item.ident == ident), None)


def _asks(item: Item) -> bool:
    """Whether a finding counts: blanks to fill and reviews with a reason do not."""
    return item.kind in ("error", "review", "hint")
