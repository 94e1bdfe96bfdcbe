"""The editor of a narrative: paragraphs with live numbers, its keys, and what comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QMenu, QToolTip

from reportdesk.gui.composing import Composition
from reportdesk.gui.style import theme
from reportdesk.gui.text import pasting
from reportdesk.gui.text.chips import CHARACTER, KIND, Chips, key_of, paint_chip
from reportdesk.gui.text.content import (
    chip_beside,
    insert,
    selected_key,
    selected_pieces,
    show,
    stored_text,
)
from reportdesk.gui.text.editor_keys import command_of, deletes, typed_key
from reportdesk.gui.text.editor_mouse import chip_at, chip_box, menu_of
from reportdesk.gui.text.paragraph_look import ParagraphLook
from reportdesk.gui.text.stand import Stand
from reportdesk.gui.text.unzoomed import UnzoomedText
from reportdesk.report.live import Part, live_keys, parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportdesk.form.edition import Edition


class Editor(UnzoomedText):
    """Shows and edits a stored text. It knows no session: what happens in it is told by signals,
    and what is to be shown is put into it. Undo is not its own."""

    asked = Signal(str)
    """The clerk asks for something: undo, redo, find, replace, find_next, find_previous, live,
    hold."""
    chosen = Signal(str)
    """She wants to go to the cell of this live number."""
    begun = Signal(str)
    """What comes now is a step of its own, of this name."""
    ended = Signal()
    """That step is over."""
    told = Signal(str)
    """Words for her about what was just done."""
    composed = Signal()
    """A composition is over."""
    entered = Signal()
    left = Signal()

    def __init__(self, edition: Edition, value: Callable[[str], str]) -> None:
        super().__init__()
        self._edition, self._value = edition, value
        self.composing = False
        self.composition = Composition(self)
        self._above = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", "true")
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._chips = Chips(value, self)
        self.document().documentLayout().registerHandler(KIND, self._chips)
        self.look = ParagraphLook(self)
        self.stand = Stand(self)

    # What it holds

    def stored(self) -> str:
        """What stands in it, as a stored text."""
        return stored_text(self.document())

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Keep so much room around the words."""
        self._above = top
        self.setViewportMargins(left, top, right, bottom)

    @property
    def top(self) -> int:
        """Where its viewport begins. The viewport itself is not asked: to find out which class one
        is of that Qt made, PySide builds them all."""
        return self.contentsRect().top() + self._above

    def show_text(self, stored: str) -> None:
        """Show a stored text; the caret stays with its words."""
        show(self.document(), stored, self._edition)

    def put(self, pieces: list[Part]) -> None:
        """Put words and live numbers in place of the selection, or at the caret."""
        insert(self.textCursor(), pieces)
        self.ensureCursorVisible()

    def key_at_caret(self) -> str:
        """The live number that is selected, or that the caret stands right behind or before."""
        cursor = chip_beside(self.textCursor())
        return selected_key(cursor) if cursor is not None else ""

    def select(self, start: int, end: int) -> None:
        """Select what stands between two places, and show it."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the menus to the menus, but none while a composition is open."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.composing:
                event.accept()
                return True
            if command_of(event):
                event.ignore()
                return False
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell the name of the live number under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        place = chip_at(self, event.pos())
        cursor = QTextCursor(self.document())
        cursor.setPosition(max(0, place) + 1)
        name = live_keys(self._edition).get(key_of(cursor.charFormat())) if place >= 0 else None
        QToolTip.showText(event.globalPos(), f"{name.section}：{name.figure}" if name else "", self)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type; what is a command of the menus is asked for where no menu took it."""
        if self.composing:
            super().keyPressEvent(event)
            return
        if command := command_of(event):
            self.asked.emit(command)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(event)
            return
        if event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif self.textCursor().hasSelection() and (event.text() or deletes(event)):
            self.begun.emit("删改文字")
            super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)
        if event.text() == "}":
            self._close_braces()

    def _enter(self, event: QKeyEvent) -> None:
        if key := selected_key(self.textCursor()):
            self.chosen.emit(key)
            return
        self.begun.emit("输入文字")
        # A soft break would be a paragraph in the file: it is one here too.
        self.textCursor().insertBlock()
        self.ensureCursorVisible()
        event.accept()

    def _close_braces(self) -> None:
        """Make a live number of its key in double braces, once they are closed."""
        cursor = typed_key(self.textCursor(), live_keys(self._edition))
        if cursor is not None:
            insert(cursor, [Part("", cursor.selectedText().strip("{}"))])

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a composition: while it is open nothing is committed and nothing replaced."""
        before, self.composing = self.composing, bool(event.preeditString())
        if event.commitString() and self.textCursor().hasSelection():
            self.begun.emit("删改文字")
        super().inputMethodEvent(event)
        if before and not self.composing:
            self.composed.emit()

    # What comes and goes

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """What is copied."""
        return pasting.copied(selected_pieces(self.textCursor()), self._value)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Words can be pasted."""
        return source.hasFormat(pasting.MIME) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste words, and live numbers as such."""
        words, cut_from = pasting.from_clipboard(source)
        if not words:
            return
        self.begun.emit("粘贴文字")
        self.put(parts(words, self._edition))
        self.ended.emit()
        if cut_from:
            self.told.emit(f"剪贴板里有 {cut_from} 字，只粘贴了前 {pasting.MOST} 字。")

    def cut(self) -> None:
        """Cut what is selected, as one step."""
        if self.textCursor().hasSelection():
            self.begun.emit("剪切文字")
            self.copy()
            self.textCursor().removeSelectedText()
            self.ended.emit()

    def delete(self) -> None:
        """Delete what is selected, or the character behind the caret."""
        self.begun.emit("删除文字")
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.removeSelectedText()
        else:
            cursor.deleteChar()
        self.ended.emit()

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on a live number selects it."""
        super().mousePressEvent(event)
        place = chip_at(self, event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0 and not event.modifiers():
            self.select(place, place + 1)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click on a live number goes to its cell."""
        place = chip_at(self, event.position().toPoint())
        if place < 0:
            super().mouseDoubleClickEvent(event)
            return
        self.select(place, place + 1)
        self.chosen.emit(selected_key(self.textCursor()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The few things that are done with the mouse."""
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def make_menu(self) -> QMenu:
        """The menu of the right button, for where the caret is."""
        key = self.key_at_caret()

        def ask(command: str) -> None:
            if command == "freeze":
                self.freeze()
            elif command == "go":
                self.chosen.emit(key)
            else:
                self.asked.emit(command)

        return menu_of(self, bool(key), ask)

    def freeze(self) -> None:
        """Make the live number at the caret the number that it is now."""
        cursor = chip_beside(self.textCursor())
        value = self._value(selected_key(cursor)) if cursor is not None else ""
        if cursor is not None and value:
            self.begun.emit("实时数字变成普通数字")
            insert(cursor, [Part(value)])
            self.ended.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text, and what is selected of its live numbers so that it can be read: Qt lays
        a veil over them."""
        super().paintEvent(event)
        cursor = self.textCursor()
        if not cursor.hasSelection() or CHARACTER not in cursor.selectedText():
            return
        painter = QPainter(self.viewport())
        for place in range(cursor.selectionStart(), cursor.selectionEnd()):
            if (box := chip_box(self, place)) is not None:
                painter.fillRect(box, theme().colour("accent"))
                at = QTextCursor(self.document())
                at.setPosition(place + 1)
                paint_chip(painter, box, self._value(key_of(at.charFormat())), chosen=True)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the clerk is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that she left; a window that lies over this one for a moment is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
