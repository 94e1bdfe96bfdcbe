"""Editing the current cell: opening its field, taking or refusing what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication

from reportdesk.gui.grid.accept import accept
from reportdesk.gui.grid.editor import CellEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QInputMethodEvent, QKeyEvent

    from reportdesk.gui.grid.accept import Typed
    from reportdesk.gui.grid.cursor import Cursor
    from reportdesk.gui.grid.model import GridModel
    from reportdesk.gui.grid.steps import Steps
    from reportdesk.gui.grid.view import GridView


class Editing(QObject):
    """The one edit that may be open. A refused text stays in the field until it is given up or
    made good; meanwhile the cell keeps its value."""

    refused = Signal(str)
    """Why a text was not taken; "" when that is over."""

    def __init__(
        self,
        model: GridModel,
        cursor: Cursor,
        steps: Steps,
        view: GridView,
        takes: Callable[[QKeyEvent], bool],
    ) -> None:
        super().__init__(view)
        self._model, self._cursor, self._steps, self._view = model, cursor, steps, view
        self._key = ""
        self._refused = ""
        self._ending = False
        self._moving = False
        self.editor = CellEditor(view.viewport(), takes)
        self.editor.focus_left.connect(self._focus_left)

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self.editor.opened

    @property
    def key(self) -> str:
        """The cell that is being edited, "" for none."""
        return self._key

    @property
    def refused_words(self) -> str:
        """Why what stands in the open field was not taken, "" if it was not refused."""
        return self._refused

    @property
    def in_place(self) -> bool:
        """Whether arrows move the caret."""
        return self.editor.in_place

    def open(self, typed: str | None = None, *, in_place: bool = False) -> None:
        """Edit the current cell, beginning with what it shows or with ``typed`` in its place."""
        if self._prepare(typed, in_place=in_place):
            self.editor.setFocus()

    def _prepare(self, typed: str | None, *, in_place: bool) -> bool:
        key = self._cursor.key
        if not key or self.is_open:
            return False
        self._key = key
        self._view.show_place(self._cursor.at)
        name = f"{self._model.row_words(key)}，{self._model.column_words(key)}"
        shown = self._model.standing(key).text
        self.place()
        self.editor.begin(shown, typed=typed, in_place=in_place, name=name)
        return True

    def place(self) -> None:
        """Lie over the cell, wherever it is now."""
        scene = self._view.scene
        if scene is None or not self._key:
            return
        place = scene.layout.place_of(self._key)
        box = scene.box_of(place)
        if box is None:
            box = (0, -10_000, 80, 20)  # scrolled out of sight; the edit goes on
        inner = scene.inner(place)
        bold = self._model.face(self._key).bold
        over = (max(box[0], inner), box[1], box[0] + box[2] - max(box[0], inner), box[3])
        self.editor.lay(scene.ink, over, bold=bold)

    def commit(self, *, vouched: bool = False) -> bool:
        """Take what was typed; whether no edit is open any more. ``vouched``: the clerk looked at
        the value and took it as it is, which confirms an imported one."""
        if not self.is_open:
            return True
        if self.editor.composing:
            QGuiApplication.inputMethod().commit()
            if not self.is_open:  # nothing came of it
                return True
        key = self._key
        if self.editor.untouched:
            self._close()
            if vouched:
                self._steps.confirm([key])
            return True
        typed = self._read(key)
        if typed.refused:
            self._refuse(typed.refused)
            return False
        self._close()
        self._steps.write(key, typed.value)
        return True

    def commit_to(self, keys: list[str]) -> int:
        """Take what was typed for all of these cells, the current one among them; how many could
        not take it."""
        if not self.is_open:
            return 0
        text, typed = self.editor.text(), self._read(self._key)
        if typed.refused:
            self._refuse(typed.refused)
            return 0
        self._close()
        return self._steps.fill(keys, text)

    def cancel(self) -> None:
        """Give the edit up."""
        if self.is_open:
            self._close()

    def _read(self, key: str) -> Typed:
        field = self._steps.field(key)
        return accept(self.editor.text(), field.holds, field.unit, self._model.standing(key).text)

    def _refuse(self, words: str) -> None:
        self._refused = words
        self.editor.set_refused(refused=True)
        self.refused.emit(words)

    def _close(self) -> None:
        self._ending = True
        if self.editor.hasFocus():
            self._view.setFocus()
        self.editor.hide()
        self.editor.set_refused(refused=False)
        self._key = ""
        self._ending = False
        if self._refused:
            self._refused = ""
            self.refused.emit("")

    def _focus_left(self) -> None:
        if not self._ending:
            self.commit()
            self._view.light()

    # Input methods: the focus stays with the view until their first text is committed

    def composed(self, event: QInputMethodEvent) -> bool:
        """Take what an input method has for the cell, and open its field for it."""
        if not event.preeditString() and not event.commitString() and not self.is_open:
            return False
        if not self.is_open and not self._prepare("", in_place=False):
            return False
        self.editor.compose(event)
        if not self.editor.composing:
            if self.editor.text():
                self._move_focus()
            else:
                self.cancel()  # the composition was given up
        return True

    def _move_focus(self) -> None:
        """Hand the focus to the field. Some input methods clear the view they leave, by one more
        event while the focus is on its way."""
        if not self._moving:
            self._moving = True
            self.editor.setFocus()
            self._moving = False

    def asked(self, query: Qt.InputMethodQuery) -> object:
        """What an input method is told: by the field if there is one, or where the cell is."""
        if self.is_open:
            return self.editor.answer(query, self._view)
        if query == Qt.InputMethodQuery.ImEnabled:
            return bool(self._cursor.key)
        scene = self._view.scene
        box = scene.box_of(self._cursor.at) if scene is not None else None
        if query == Qt.InputMethodQuery.ImCursorRectangle and box is not None:
            left, top, width, height = box
            origin = self._view.viewport().pos()
            return QRect(left + width - 12, top, 1, height).translated(origin)
        return None
