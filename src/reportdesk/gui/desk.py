"""One open report on screen: the rail of sections, the page, and the panel of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reportdesk.gui.page import SectionPage
from reportdesk.gui.page_head import PageHead, Way
from reportdesk.gui.rail import REVIEW, Rail
from reportdesk.gui.regions import Region, go_round
from reportdesk.gui.rule import Rule
from reportdesk.gui.side import SideColumn
from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reportdesk.gui.context import Context
    from reportdesk.gui.review.page import ReviewPage
    from reportdesk.gui.session import Session

_CLOSED_BELOW = 1000
"""Windows narrower than this start without the side panel (look: 150 % on 1366 pixels)."""


class Desk(QWidget):
    """The wizard. Pages are made when first seen, so that a report opens at once."""

    here = Signal()
    """The section or the kind of block where the clerk is has changed."""
    preview_asked = Signal()
    """The pages are to be seen as they will be printed."""
    told = Signal(str)
    """What the clerk should know, in words."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.session = context, session
        self.pages: dict[str, SectionPage] = {}
        self.review: ReviewPage | None = None
        self.section = ""
        self.key = ""
        self._show_last = context.settings.show_last
        # Each where it belongs from the beginning, in the order of Tab: what moves is measured and
        # dressed anew.
        self.rail = Rail(session, self)
        self.rail.chosen.connect(self.show_section)
        self.head = PageHead(self)
        self.head.explained.connect(self.toggle_explained)
        self.head.last_asked.connect(self.toggle_last)
        self.head.zero_asked.connect(self.fill_zero)
        self.head.back_asked.connect(self.previous_section)
        self.head.next_asked.connect(self.next_section)
        self.stack = QStackedWidget(self)
        self.side = SideColumn(session, self)
        self.side.panel.closed.connect(lambda: self.set_side(False))
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        for part in (self.head, Rule(), self.stack):
            middle.addWidget(part, 1 if part is self.stack else 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.rail, Rule(upright=True)):
            layout.addWidget(part)
        layout.addLayout(middle, 1)
        layout.addWidget(self.side)
        session.asked.connect(self.go)
        session.reset.connect(self._renew)
        self._side_in_narrow = False
        self.show_place(session.place)

    @property
    def page(self) -> SectionPage | None:
        """The page on screen, None at 核对与导出."""
        return self.pages.get(self.section)

    @property
    def ids(self) -> list[str]:
        """The steps in order: the sections, then 核对与导出."""
        return [*(section.id for section in self.session.edition.sections), REVIEW]

    # Going about

    def show_place(self, place: str) -> None:
        """Go where the report was left: a key or a section, and after a line feed where in its
        table or text; to the first section where that says nothing."""
        key, _, stand = place.partition("\n")
        if key in self.session.edition.fields:
            self.go(key)
            self.key = key  # she is there, though the window may not have the focus yet
        else:
            self.show_section(key if key in self.ids else self.ids[0])
        if stand and self.page is not None:
            self.page.restore_stand(key, stand)
        self._remember()

    def show_section(self, id: str) -> None:
        """Show a section, or 核对与导出."""
        if self.page is not None and id != self.section and (words := self.page.leave()):
            self.told.emit(words)
        known = id in self.pages
        self.section, self.key = id, ""
        if id == REVIEW:
            if self.review is None:
                from reportdesk.gui.review.page import ReviewPage  # seen last, made last

                self.review = ReviewPage(self.session, self.context)
                self.review.preview_asked.connect(self.preview_asked)
                self.stack.addWidget(self.review)
            self.stack.setCurrentWidget(self.review)
            self.focus_page()
        else:
            page = self._page(id)
            self.stack.setCurrentWidget(page)
            page.focus_first()  # this tells where the clerk was, and that is here again
        self._remember()
        self.rail.set_current(id)
        self.side.show_section(id)
        if known and self.key:
            self.side.show_key(self.key)
        self._dress_head()
        self._lay_side()
        self.here.emit()

    def go(self, key: str, start: int = -1, length: int = 0) -> None:
        """Go to a blank, a table or a section by its key."""
        field = self.session.edition.fields.get(key)
        section = field.section.id if field is not None else self._section_of(key)
        if not section:
            return
        if section != self.section:
            self.show_section(section)
        page = self.page
        if page is not None:
            page.go(key, start, length)

    def _section_of(self, key: str) -> str:
        block = key.partition(".")[0]
        for section in self.session.edition.sections:
            if key == section.id or any(each.id == block for each in section.blocks):
                return section.id
        return key if key == REVIEW else ""

    def next_section(self) -> None:
        """Go on."""
        self._step(1)

    def previous_section(self) -> None:
        """Go back."""
        self._step(-1)

    def _step(self, by: int) -> None:
        at = self.ids.index(self.section) + by
        if 0 <= at < len(self.ids):
            self.show_section(self.ids[at])

    def next_finding(self, by: int = 1) -> None:
        """Go to the next finding, or with -1 to the one before."""
        self.commit()
        self.side.panel.next_finding(by)

    def show_row_help(self) -> None:
        """Show what the current row counts, and go there."""
        self.set_side(True)
        self.side.row_help.focus_words()

    def next_region(self, by: int = 1) -> None:
        """Move the focus: rail, page, side panel, and round again."""
        regions = (
            Region(self.rail, self.rail.focus_current),
            Region(self.stack, self.focus_page),
            Region(self.side, self.side.panel.focus_list),
        )
        go_round(regions, self.stack, by)

    def focus_page(self) -> None:
        """Put the focus into the page, where it was or at its beginning."""
        if self.page is not None:
            self.page.focus_first()
        elif self.review is not None:
            self.review.setFocus()

    # What the head's buttons do

    def toggle_last(self) -> None:
        """Show or hide last year's figures and texts."""
        self._show_last = not self._show_last
        self.context.keep(show_last=self._show_last)
        for page in self.pages.values():
            page.set_show_last(self._show_last and self.session.has_last)
        if self.shows_last and self.page is not None and not self.page.tables:
            self.set_side(True)  # a text of last year stands there
        self._dress_head()
        self._lay_side()
        self.here.emit()

    @property
    def shows_last(self) -> bool:
        """Whether last year's report is shown beside this year's."""
        return self._show_last and self.session.has_last

    def fill_zero(self) -> None:
        """Write 0 into the blanks of the selection, or of the whole table."""
        if self.page is not None and self.page.tables:
            self.page.tables[0].fill_zero()

    def toggle_explained(self) -> None:
        """Unfold or fold the 填报说明 of the sections."""
        shown = not self.context.settings.explained
        self.context.keep(explained=shown)
        for page in self.pages.values():
            page.set_explained(shown)
        self._dress_head()
        self.here.emit()

    def set_side(self, shown: bool) -> None:
        """Open or close the panel of findings. What is wanted of a wide window is remembered."""
        if self.width() >= _CLOSED_BELOW:
            self.context.keep(side_open=shown)
        else:
            self._side_in_narrow = shown
        self._lay_side()
        self.here.emit()

    @property
    def side_shown(self) -> bool:
        """Whether the panel of findings is open; in a narrow window only where it is asked for."""
        wide = self.width() >= _CLOSED_BELOW
        return self.context.settings.side_open if wide else self._side_in_narrow

    def flush(self) -> None:
        """Commit what is being typed, and remember the place."""
        self.commit()
        self._remember()
        self.session.flush()

    def commit(self) -> None:
        """Make what is being typed a step."""
        for page in self.pages.values():
            page.flush()
        self.side.panel.flush()

    def _page(self, id: str) -> SectionPage:
        if (known := self.pages.get(id)) is None:
            section = next(s for s in self.session.edition.sections if s.id == id)
            known = self.pages[id] = SectionPage(self.session, section, self.stack)
            known.current.connect(self._at)
            known.moved.connect(self._remember)
            known.left.connect(self._step_out)
            known.last_closed.connect(self.toggle_last)
            known.set_show_last(self.shows_last)
            known.set_explained(self.context.settings.explained)
            self.stack.addWidget(known)
        return known

    def _at(self, key: str) -> None:
        if self.session.edition.fields[key].section.id != self.section:
            return  # a page that is not on screen keeps its place for itself
        self.key = key
        self._remember()
        self.side.show_key(key)
        self.here.emit()

    def _remember(self) -> None:
        stand = self.page.stand(self.key) if self.page is not None else ""
        self.session.at(f"{self.key or self.section}\n{stand}".rstrip("\n"))

    def place_words(self) -> str:
        """Where the clerk is, for the status bar."""
        table = self.page.tables[0] if self.page is not None and self.page.tables else None
        return table.place_words() if table is not None and self.key else ""

    def _step_out(self, by: int) -> None:
        (self.head.next if by > 0 else self.head.explain).setFocus()

    def _renew(self) -> None:
        place = self.session.place
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        if self.review is not None:
            self.stack.removeWidget(self.review)
            self.review.deleteLater()
            self.review = None
        self.section = ""
        self.show_place(place)

    def _dress_head(self) -> None:
        at = self.ids.index(self.section) if self.section in self.ids else 0
        way = Way(back=at > 0, on=at < len(self.ids) - 1)
        unfolded = self.context.settings.explained
        self.head.dress(self.session, self.page, way=way, unfolded=unfolded, last=self.shows_last)

    def _lay_side(self) -> None:
        narrow = self.width() < theme().size("narrow_below")
        self.rail.set_narrow(narrow)
        self.side.setFixedWidth(theme().size("side_narrow" if narrow else "side"))
        self.side.setVisible(self.side_shown and self.section != REVIEW)
        page = self.page
        written = page.texts[0] if page is not None and page.texts and not page.tables else None
        beside = written.last_view if written is not None and self.shows_last else None
        self.side.show_beside(beside)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """That of the narrow form: the wide one gives way before the window would stop."""
        page = max(part.minimumSizeHint().width() for part in (self.head, self.stack))
        width = theme().size("rail_narrow") + page
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the narrow or the wide form."""
        super().resizeEvent(event)
        self._lay_side()
        self._dress_head()
