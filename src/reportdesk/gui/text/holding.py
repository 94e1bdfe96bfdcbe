"""What of a narrative still stands as last year: marked, counted, and confirmed where it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from reportdesk.report.kept_words import NONE_KEPT, Kept, compared, held_words
from reportdesk.report.live import resolved

if TYPE_CHECKING:
    from reportdesk.gui.session import Session
    from reportdesk.gui.text.editor import Editor
    from reportdesk.gui.text.gutter import Gutter
    from reportdesk.gui.text.last_view import LastView
    from reportdesk.gui.text.toolbar import Toolbar

KEYS = "Ctrl+Shift+Enter"
"""As in a table, where the same keys confirm figures that were imported."""


class Holding(QObject):
    """Follows the words in the editor, whose paragraphs count and not the stored ones."""

    told = Signal(str)
    """Words for the clerk about what was just done."""

    def __init__(
        self,
        session: Session,
        key: str,
        editor: Editor,
        gutter: Gutter,
        toolbar: Toolbar,
        last_view: LastView,
    ) -> None:
        super().__init__(editor)
        self._session, self._key, self._editor = session, key, editor
        self._gutter, self._toolbar, self._last = gutter, toolbar, last_view
        self._lines: list[str] = []
        self.kept: Kept = NONE_KEPT
        gutter.held.connect(self._toggle)
        toolbar.same.clicked.connect(self._open)

    def compare(self, words: str | None = None) -> None:
        """Compare with last year's text; ``words`` are those in the editor as they are read."""
        if words is None:
            words = resolved(self._editor.stored(), self._session.checker.amounts)
        self._lines = words.split("\n")
        held = held_words(self._session.document, self._key)
        self.kept = compared(self._lines, self._last.lines, held)
        self._gutter.show_kept(self.kept)
        self._toolbar.show_same(len(self.kept.same))
        self._last.compare(self._lines)

    def hold_here(self) -> None:
        """Say of the paragraphs where the caret is that they hold; of such that do already, that
        they do not."""
        here = self._selected()
        if same := here & self.kept.same:
            self._hold(same, holds=True)
        elif held := here & self.kept.held:
            self._hold(held, holds=False)
        else:
            self.told.emit("这一段与上年不同，不用确认。")

    def hold_all(self) -> None:
        """Say of all that stands as last year that it holds."""
        self._hold(self.kept.same, holds=True)

    def next_same(self) -> None:
        """Go to the next paragraph that stands as last year, round and round."""
        caret = self._editor.textCursor().blockNumber()
        numbers = sorted(self.kept.same)
        if numbers:
            number = next((n for n in numbers if n > caret), numbers[0])
            at = self._editor.document().findBlockByNumber(number).position()
            self._editor.select(at, at)
            self._editor.setFocus()

    def make_menu(self) -> QMenu:
        """What can be done with what stands as last year."""
        menu = QMenu(self._toolbar.same)
        here, same, held = self._selected(), self.kept.same, self.kept.held
        menu.addAction("下一段同上年的", self.next_same).setEnabled(bool(same))
        menu.addSeparator()
        words = f"本段今年没有变化\t{KEYS}"
        menu.addAction(words, self.hold_here).setEnabled(bool(here & same))
        menu.addAction(f"{len(same)} 段今年都没有变化", self.hold_all).setEnabled(bool(same))
        if held:
            menu.addSeparator()
            menu.addAction(f"收回已确认的 {len(held)} 段", lambda: self._hold(held, holds=False))
        return menu

    def _open(self) -> None:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self._toolbar.same.rect().bottomLeft()
        menu.popup(self._toolbar.same.mapToGlobal(corner))

    def _toggle(self, number: int) -> None:
        self._hold(frozenset((number,)), holds=number in self.kept.same)

    def _selected(self) -> frozenset[int]:
        cursor, document = self._editor.textCursor(), self._editor.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        return frozenset(range(first, document.findBlock(cursor.selectionEnd()).blockNumber() + 1))

    def _hold(self, numbers: frozenset[int], *, holds: bool) -> None:
        lines = [self._lines[number] for number in sorted(numbers) if number < len(self._lines)]
        self._editor.begun.emit("")  # what was typed before is a step of its own
        self._session.hold(self._key, lines, holds=holds)
        self._editor.ended.emit()
        left = len(self.kept.same)
        if holds:
            rest = f"还有 {left} 段同上年。" if left else "没有同上年的段落了。"
            self.told.emit(f"已确认 {len(lines)} 段今年没有变化，{rest}")
        else:
            self.told.emit(f"已收回 {len(lines)} 段，标为同上年。")
