"""A narrative on its page: editor, margin, bars, and last year's text to be placed beside it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reportdesk.checks.aspects import aspects_of
from reportdesk.checks.narrative import length
from reportdesk.gui.style import theme, themes
from reportdesk.gui.text.committing import Committer
from reportdesk.gui.text.content import chip_beside, pieces_of_block, selected_pieces
from reportdesk.gui.text.editor import Editor
from reportdesk.gui.text.find_bar import FindBar
from reportdesk.gui.text.folding import Folder
from reportdesk.gui.text.gutter import Gutter
from reportdesk.gui.text.holding import Holding
from reportdesk.gui.text.last_view import LastView
from reportdesk.gui.text.places import Places
from reportdesk.gui.text.text_marks import TextMarks
from reportdesk.gui.text.toolbar import Toolbar
from reportdesk.gui.text.where import state_words, where_words
from reportdesk.gui.two_lines import Piece, TwoLines
from reportdesk.report.live import Part, keys_in, parts, resolved, value_of

if TYPE_CHECKING:
    from reportdesk.form.edition import Text
    from reportdesk.gui.session import Session

_ABOVE, _BELOW, _RIGHT = 10, 6, 26
_COMPACT_MARGIN = 4


class TextBlock(QWidget):
    """One narrative of the open report. What is typed is a step within a second."""

    current = Signal(str)
    """The clerk is in this text."""

    def __init__(
        self, session: Session, text: Text, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session, self.text, self.compact = session, text, compact
        section = session.edition.fields[text.id].section
        name = text.label or section.heading or section.title
        self.editor = Editor(session.edition, self.value)
        self.editor.setAccessibleName(name)
        self.committer = Committer(session, text.id, self.editor)
        self.gutter = Gutter(self.editor)
        self.toolbar = Toolbar()
        self.find_bar = FindBar(self.editor)
        self.marks = TextMarks(session, text.id, self.editor, self.gutter, self.find_bar)
        self.where = TwoLines()
        self.last_view = LastView(session, text.id)
        self.holding = Holding(
            session, text.id, self.editor, self.gutter, self.toolbar, self.last_view
        )
        self.body = QWidget()
        self.folder = Folder(name, self.editor, self.body) if compact else None
        self._told = ""
        self._values: dict[str, str] = {}
        self._lay_out()
        self._connect()
        self._renew()
        self._judge()

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.gutter)
        inner.addWidget(self.editor, 1)
        self.body.setProperty("ground", "surface")
        self.body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if self.folder is not None:
            column.addWidget(self.folder)
        column.addWidget(self.toolbar)
        column.addWidget(self.find_bar)
        column.addWidget(self.body, 1)
        column.addWidget(self.where)
        for widget in (self.toolbar, self.where, self.gutter):
            widget.setVisible(not self.compact)
        self.setFocusProxy(self.editor)
        stops = (*self.toolbar.stops(), *self.find_bar.stops(), self.editor)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.editor.asked.connect(self._do)
        self.editor.chosen.connect(self.session.go)
        self.editor.told.connect(self.tell)
        self.editor.entered.connect(self._entered)
        self.editor.textChanged.connect(self._changed)
        self.editor.cursorPositionChanged.connect(self._moved)
        self.toolbar.asked.connect(self._do)
        self.gutter.chosen.connect(self.editor.select)
        self.holding.told.connect(self.tell)
        self.last_view.taken.connect(self.take_paragraph)
        self.session.changed.connect(self._cells_changed)
        self.session.findings_changed.connect(self._judge)
        self.session.reset.connect(self._reset)
        themes.changed.connect(self._renew)

    # What others ask of it

    def go(self, start: int = -1, length: int = 0) -> None:
        """Put the focus into the text, and select what stands at a place of the stored text."""
        self.flush()
        self._unfold()
        if start >= 0:
            places = Places(self.session.value(self.text.id), self.session.edition)
            self.editor.select(places.on_screen(start), places.end_on_screen(start + length))
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold_into(self, holder: QWidget) -> None:
        """Put the button that unfolds a compact text to the right end of ``holder``, where it costs
        the table no line. The holder keeps clear of its right margin."""
        if self.folder is not None:
            self.folder.stand_in(holder)

    def set_show_last(self, shown: bool) -> None:
        """Last year's text is shown beside this one from now on, or no more."""
        if shown:
            self.last_view.renew()
            self.holding.compare()

    def focus_first(self) -> None:
        """Put the focus into the text."""
        if self.folder is not None and not self.folder.isChecked():
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Commit what is being typed."""
        self.committer.flush()

    def insert_live(self) -> None:
        """Let the clerk choose a figure, and put it in as a live number."""
        self._unfold()
        from reportdesk.gui.text.live_menu import LiveMenu  # the page is shown without it

        menu = LiveMenu(self.session.edition, self.value, self)
        menu.chosen.connect(self._insert)
        caret = self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft())
        menu.open_at(caret, self.screen().availableGeometry())

    def find(self) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - Qt's is static
        """Find words in the text."""
        self._unfold()
        self.find_bar.open_bar(replacing=False)

    def replace(self) -> None:
        """Find words and replace them."""
        self._unfold()
        self.find_bar.open_bar(replacing=True)

    def find_next(self, by: int = 1) -> None:
        """Go to the next place where the words are, or with -1 to the one before."""
        self.find_bar.step(by)

    def cut(self) -> None:
        """Cut what is selected."""
        self.editor.cut()

    def copy(self) -> None:
        """Copy what is selected."""
        self.editor.copy()

    def paste(self) -> None:
        """Paste the clipboard."""
        self.editor.paste()

    def delete(self) -> None:
        """Delete what is selected."""
        self.editor.delete()

    def select_all(self) -> None:
        """Select the whole text."""
        self.editor.selectAll()

    def tell(self, words: str) -> None:
        """Tell what was just done, until the caret moves on."""
        self._told = words
        self._where()
        self.where.announce(words)

    def value(self, key: str) -> str:
        """What a live number shows, "" while it waits."""
        return value_of(key, self.session.checker.amounts)

    def take_paragraph(self, stored: str) -> None:
        """Put a paragraph of last year's text behind the one where the caret is."""
        pieces = parts(stored, self.session.edition)
        self.editor.begun.emit("引入上年文字")
        cursor = self.editor.textCursor()
        cursor.clearSelection()
        if cursor.block().text().strip():
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            pieces = [Part("\n"), *pieces]
        self.editor.setTextCursor(cursor)
        self.editor.put(pieces)
        self.editor.ended.emit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tell("已引入上年的一段，请改成今年的情况。")

    # What is done in it

    def _do(self, command: str) -> None:
        if command in ("undo", "redo"):
            self.flush()
            getattr(self.session.undo, command)()
        elif command == "find_previous":
            self.find_next(-1)
        else:
            does = {"live": self.insert_live, "hold": self.holding.hold_here, "find": self.find}
            does.get(command, self.replace if command == "replace" else self.find_next)()

    def _insert(self, key: str) -> None:
        self.editor.begun.emit("插入实时数字")
        self.editor.put([Part("", key)])
        self.editor.ended.emit()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        if self.folder is not None:
            self.folder.setChecked(True)

    def _entered(self) -> None:
        self.current.emit(self.text.id)

    # Keeping up

    def _changed(self) -> None:
        """After every key: what follows from the words alone."""
        if self.editor.look.shaping:
            return
        if not self.editor.composing:
            self.editor.look.shape_all()
        self._count()
        self._moved()

    def _moved(self) -> None:
        self._told = ""
        self._where()

    def _cells_changed(self, changed: frozenset[str]) -> None:
        if self.text.id in changed:
            self.holding.compare()
        keys = keys_in(self.session.value(self.text.id), self.session.edition)
        values = {key: self.value(key) for key in keys}
        if values != self._values:
            self._values = values
            document = self.editor.document()
            document.markContentsDirty(0, document.characterCount())
            self._count()
        self._where()

    def _reset(self) -> None:
        self.last_view.renew()
        self._cells_changed(frozenset())
        self._changed()
        self._judge()

    def _renew(self) -> None:
        """Take the theme."""
        look = theme()
        self.editor.look.renew()
        margin = look.px(_COMPACT_MARGIN)
        sides = (margin, margin, margin, margin)
        if not self.compact:
            sides = (0, look.px(_ABOVE), look.px(_RIGHT), look.px(_BELOW))
        self.editor.set_margins(*sides)
        self.gutter.renew()
        self.last_view.renew()
        if self.folder is not None:
            self.folder.renew()
        self._changed()
        self.marks.draw()

    def _judge(self) -> None:
        self.marks.judge()
        self._where()

    def _count(self) -> None:
        """How long the text is, what it speaks of, and what in it is as last year."""
        words = resolved(self.editor.stored(), self.session.checker.amounts)
        level = self.session.edition.level
        limits = [
            rule.limit
            for rule in self.text.rules
            if rule.kind == "length" and level(rule.id, rule.severity) != "off"
        ]
        self.toolbar.show_count(length(words), min(limits, default=0))
        self.toolbar.ticks.show_aspects(aspects_of(self.text, words))
        self.holding.compare(words)

    def _where(self) -> None:
        block = self.editor.textCursor().block()
        pieces = list(pieces_of_block(block))
        key, at = "", 0
        if (chip := chip_beside(self.editor.textCursor())) is not None:
            key = self.editor.key_at_caret()
            chip.setPosition(chip.selectionEnd())
            chip.setPosition(block.position(), QTextCursor.MoveMode.KeepAnchor)
            at = sum(1 for piece in selected_pieces(chip) if piece.key)
        number = block.blockNumber() + 1
        where = where_words(number, pieces, key, at, self.session.edition, self.value)
        told = [Piece(self._told, mark="hint")] if self._told else None
        spots = self.marks.between(block.position(), block.position() + block.length())
        same = block.blockNumber() in self.holding.kept.same
        self.where.show_lines(where, told or state_words(pieces, spots, self.value, same=same))
