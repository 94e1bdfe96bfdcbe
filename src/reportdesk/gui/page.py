"""The page of one section: its explanation, and a widget for each of its blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from reportdesk.form.edition import Line, Table, Text
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.gui.scrolling import StillArea, WholeArea
from reportdesk.gui.text.lines import LinesForm
from reportdesk.gui.text.text_widget import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from reportdesk.form.edition import Section
    from reportdesk.gui.session import Session

_HELP_SHARE, _HELP_LEAST = 0.34, 72
"""Of the page's height at most so much is 填报说明, in pixels at least so much."""

BlockWidget = TableGrid | TextBlock | LinesForm


class SectionPage(QWidget):
    """One section. Tables and narratives fill the page; a section of lines scrolls."""

    current = Signal(str)
    """The blank where the clerk is now."""
    moved = Signal()
    """The caret of a narrative is elsewhere now."""
    left = Signal(int)
    """The focus went past the last (1) or the first (-1) blank."""
    last_closed = Signal()
    """The clerk is done with last year's text."""

    def __init__(self, session: Session, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.section = session, section
        self.tables: list[TableGrid] = []
        self.texts: list[TextBlock] = []
        self.lines: LinesForm | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._help = self._explanation()
        layout.addWidget(self._help)
        self._fill(layout)

    def _fill(self, layout: QVBoxLayout) -> None:
        blocks = self.section.blocks
        has_table = any(isinstance(block, Table) for block in blocks)
        holder, inside = self, layout
        if any(isinstance(block, Line) for block in blocks):
            holder = QWidget()
            holder.setProperty("ground", "surface")
            layout.addWidget(StillArea(holder, self), 1)
            self.lines = LinesForm(self.session, self.section, holder)
            self.lines.current.connect(self.current)
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(12, 8, 12, 12)
            inside.addWidget(self.lines)
        for block in blocks:
            if isinstance(block, Table):
                grid = TableGrid(self.session, block, holder)
                grid.current.connect(self.current)
                grid.left.connect(self.left)
                self.tables.append(grid)
                inside.addWidget(grid, 1)
            elif isinstance(block, Text):
                text = TextBlock(self.session, block, has_table, holder)
                text.current.connect(self.current)
                text.editor.cursorPositionChanged.connect(self.moved)
                text.last_view.closed.connect(self.last_closed)
                self.texts.append(text)
                if self.tables:
                    text.fold_into(self.tables[-1].where)
                if self.lines is not None:
                    label = QLabel(block.label)
                    label.setProperty("use", "panel")
                    inside.addWidget(label)
                    text.setMinimumHeight(220)
                inside.addWidget(text, 0 if has_table else 1)

    def _explanation(self) -> WholeArea:
        frame = QFrame()
        frame.setProperty("ground", "window")
        box = QVBoxLayout(frame)
        box.setContentsMargins(16, 8, 16, 8)
        words = "\n".join(filter(None, (self.section.help, *self._block_helps())))
        label = QLabel(words)
        label.setWordWrap(True)
        box.addWidget(label)
        if self.section.source:
            source = QLabel(self.section.source)
            source.setProperty("tone", "faint")
            source.setWordWrap(True)
            box.addWidget(source)
        rule = QFrame()
        rule.setProperty("rule", "true")
        box.addWidget(rule)
        area = WholeArea(frame)
        area.setProperty("ring", "true")
        area.setAccessibleName("填报说明")
        area.hide()
        return area

    def _fit_help(self) -> None:
        most = max(round(self.height() * _HELP_SHARE), _HELP_LEAST)
        self._help.fit_height(self.width(), most)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give the explanation its share of another size."""
        super().resizeEvent(event)
        if not self._help.isHidden():
            self._fit_help()

    def _block_helps(self) -> list[str]:
        """What is explained of tables and texts; where there are several, each with its name."""
        blocks = [b for b in self.section.blocks if not isinstance(b, Line) and b.help]
        several = len(self.section.blocks) > 1
        return [
            f"{b.label}：{b.help}" if several and isinstance(b, Text) and b.label else b.help
            for b in blocks
        ]

    @property
    def explains(self) -> bool:
        """Whether the edition has something to explain here."""
        return bool(self.section.help or any(self._block_helps()))

    def set_explained(self, shown: bool) -> None:
        """Unfold or fold the section's 填报说明."""
        self._help.setVisible(shown and self.explains)
        if shown and self.explains:
            self._fit_help()

    def set_show_last(self, shown: bool) -> None:
        """Show last year's figures in the cells, or last year's text beside it."""
        for block in (*self.tables, *self.texts):
            block.set_show_last(shown)

    def block_at(self, widget: QWidget | None) -> BlockWidget | None:
        """The block that holds ``widget`` (the one with the focus); the only one if none does."""
        blocks: list[BlockWidget] = [*self.tables, *self.texts]
        if self.lines is not None:
            blocks.append(self.lines)
        for block in blocks:
            if widget is not None and (block is widget or block.isAncestorOf(widget)):
                return block
        return blocks[0] if len(blocks) == 1 else None

    def go(self, key: str, start: int = -1, length: int = 0) -> bool:
        """Put the focus into the blank ``key``; whether it is on this page."""
        for grid in self.tables:
            if key == grid.table.id:
                grid.focus_first()
                return True
            if key.startswith(f"{grid.table.id}."):
                grid.select_key(key)
                return True
        for text in self.texts:
            if key == text.text.id:
                text.go(start, length)
                return True
        return self.lines is not None and self.lines.go(key)

    def stand(self, key: str) -> str:
        """Where the clerk stands in what holds the blank ``key``, as text; else in the table."""
        for text in self.texts:
            if key == text.text.id:
                return text.editor.stand.state()
        return self.tables[0].scroll_state() if self.tables else ""

    def restore_stand(self, key: str, stand: str) -> None:
        """Stand where ``stand`` was told."""
        for text in self.texts:
            if key == text.text.id:
                text.editor.stand.restore(stand)
                return
        if self.tables:
            self.tables[0].restore_scroll(stand)

    def focus_first(self) -> None:
        """Put the focus into the first blank, or the one that was current."""
        if self.lines is not None:
            self.lines.focus_first()
        else:
            first = (*self.tables, *self.texts)
            if first:
                first[0].focus_first()

    def flush(self) -> None:
        """Commit what is being typed."""
        for block in (*self.tables, *self.texts):
            block.flush()
        if self.lines is not None:
            self.lines.flush()

    def leave(self) -> str:
        """Commit what is being typed; in words what could not be taken and waits here, or ""."""
        self.flush()
        refused = next(filter(None, (grid.editing.refused_words for grid in self.tables)), "")
        return f"{self.section.short or self.section.title}：{refused}" if refused else ""
