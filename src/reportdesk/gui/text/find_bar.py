"""Finding and replacing words in one narrative, in a bar that comes when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from reportdesk.gui.text.content import insert
from reportdesk.gui.text.finding_words import Hit, hits_of, next_hit
from reportdesk.gui.undo_keys import left_to_report
from reportdesk.report.live import Part

if TYPE_CHECKING:
    from reportdesk.gui.text.editor import Editor


class FindBar(QWidget):
    """Works on the editor; a replacement is one step to undo."""

    hits_changed = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.hits: list[Hit] = []
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = _field("查找", "要查找的文字")
        self.instead = _field("替换为", "替换成的文字")
        self.count = QLabel()
        self.count.setProperty("tone", "soft")
        self.back = _button("上一处", lambda: self.step(-1))
        self.next = _button("下一处", lambda: self.step(1))
        self._one = _button("替换", self.replace_one)
        self.every = _button("全部替换", self.replace_all)
        self._shut = _button("×", self.close_bar)
        self._shut.setAccessibleName("关闭查找")
        self._shut.setToolTip("关闭（Esc）")
        self._shut.setProperty("flat", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 5)
        row.setSpacing(6)
        between = (self.back, self.next)
        for widget in (self.words, *between, self.instead, self._one, self.every, self._shut):
            row.addWidget(widget, 3 if isinstance(widget, QLineEdit) else 0)
            if widget is self.next:
                row.addWidget(self.count)
        self.words.textChanged.connect(self.renew)
        for field in (self.words, self.instead, editor):
            field.installEventFilter(self)
        editor.textChanged.connect(self._later)
        editor.cursorPositionChanged.connect(self._tell)
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: from the words to what replaces them, as in every office program; Enter
        goes on to the next place anyway."""
        fields = (self.words, self.instead)
        return (*fields, self.back, self.next, self._one, self.every, self._shut)

    def open_bar(self, *, replacing: bool) -> None:
        """Show the bar; what is selected is what is looked for."""
        selected = self._editor.textCursor().selectedText()
        if selected and "\u2029" not in selected and "\ufffc" not in selected:
            self.words.setText(selected)
        self.show()
        self.renew()
        field = self.instead if replacing and self.words.text() else self.words
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self.hits = []
        self.hits_changed.emit()
        self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def renew(self) -> None:
        """Look again."""
        self.hits = hits_of(self._editor.document(), self.words.text()) if self.isVisible() else []
        self._tell()
        self.hits_changed.emit()

    def step(self, by: int) -> None:
        """Go to the next hit, or the one before; opens the bar if there is nothing to look for."""
        if not self.words.text():
            self.open_bar(replacing=False)
            return
        if not self.isVisible():
            self.show()
            self.renew()
        cursor = self._editor.textCursor()
        number = next_hit(self.hits, cursor.selectionStart(), cursor.selectionEnd(), by)
        if number >= 0:
            self._editor.select(*self.hits[number])
        self._tell()

    def replace_one(self) -> None:
        """Replace the hit that is selected and go to the next one; where none is, only go."""
        cursor = self._editor.textCursor()
        here = Hit(cursor.selectionStart(), cursor.selectionEnd())
        if here in self.hits:
            self._editor.begun.emit("替换文字")
            insert(cursor, [Part(self.instead.text())])
            self._editor.ended.emit()
            self.renew()
        self.step(1)

    def replace_all(self) -> None:
        """Replace every hit, as one step."""
        hits = hits_of(self._editor.document(), self.words.text())
        if not hits:
            return
        self._editor.begun.emit(f"全部替换（{len(hits)} 处）")
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for hit in reversed(hits):
            cursor.setPosition(hit.start)
            cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
            insert(cursor, [Part(self.instead.text())])
        cursor.endEditBlock()
        self._editor.ended.emit()
        self.renew()
        self.count.setText(f"已替换 {len(hits)} 处")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter goes on, Esc closes, F3 finds: in the bar's own fields. Esc closes the bar from the
        text too."""
        if watched is self._editor:
            return self._shut_from_text(event)
        if left_to_report(event):
            return True
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if watched is self.instead:
                self.replace_one()
            else:
                self.step(-1 if back else 1)
        elif event.matches(QKeySequence.StandardKey.FindNext):
            self.step(1)
        elif event.matches(QKeySequence.StandardKey.FindPrevious):
            self.step(-1)
        else:
            return super().eventFilter(watched, event)
        return True

    def _shut_from_text(self, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        shuts = escape and event.type() == QEvent.Type.KeyPress and self.isVisible()
        if shuts and not self._editor.composing:
            self.close_bar()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes the bar from its buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _later(self) -> None:
        if self.isVisible() and self.words.text():
            self.renew()

    def _tell(self) -> None:
        if not self.words.text():
            self.count.setText("")
            return
        cursor = self._editor.textCursor()
        here = Hit(cursor.selectionStart(), cursor.selectionEnd())
        if not self.hits:
            words = f"没有找到“{_short(self.words.text())}”"
        elif here in self.hits:
            words = f"第 {self.hits.index(here) + 1} / {len(self.hits)} 处"
        else:
            words = f"共 {len(self.hits)} 处"
        self.count.setText(words)
        for button in (self.back, self.next, self._one, self.every):
            button.setEnabled(bool(self.hits))


def _short(words: str) -> str:
    return words if len(words) <= 6 else f"{words[:6]}…"


def _field(words: str, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(words)
    field.setAccessibleName(name)
    field.setClearButtonEnabled(False)
    return field


def _button(words: str, do: object) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("small", "true")
    button.clicked.connect(lambda: do())  # type: ignore[operator]
    return button
