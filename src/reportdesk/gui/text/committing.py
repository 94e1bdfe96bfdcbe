"""From what is typed to the report: soon, in sensible steps, and never amid a composition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QTextCursor

from reportdesk.gui.text.content import as_edited

if TYPE_CHECKING:
    from reportdesk.gui.session import Session
    from reportdesk.gui.text.editor import Editor

_PAUSE = 400
"""Milliseconds without a key after which what was typed is committed."""
_AT_MOST = 900
"""Milliseconds after which it is committed even while typing goes on."""
_NEW_STEP = 2000
"""Milliseconds without a key after which typing is a new step to undo."""
_TYPING = "输入文字"


class Committer(QObject):
    """Keeps the editor and the blank ``key`` of the session alike."""

    def __init__(self, session: Session, key: str, editor: Editor) -> None:
        super().__init__(editor)
        self._session, self._key, self._editor = session, key, editor
        self._chunk, self._label = 0, _TYPING
        self._showing = False
        self._behind: str | None = None
        """What stood here when the blank changed while a composition was open."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._at_most = QTimer(self, singleShot=True, interval=_AT_MOST)
        for timer in (self._pause, self._at_most):
            timer.timeout.connect(self._due)
        self._since = QElapsedTimer()
        self._since.start()
        self.show()
        editor.moveCursor(QTextCursor.MoveOperation.Start)
        editor.textChanged.connect(self._typed)
        editor.begun.connect(self.begin)
        editor.ended.connect(self.end)
        editor.left.connect(self.commit)
        editor.composed.connect(self._composed)
        session.changed.connect(self._changed)
        session.reset.connect(self.show)

    def begin(self, label: str) -> None:
        """What comes now is a step of its own, called ``label``."""
        self.commit()
        self._chunk += 1
        self._label = label

    def end(self) -> None:
        """The step is over; what is typed now is another."""
        self.begin(_TYPING)

    def commit(self) -> None:
        """Make what was typed a step, or part of the one that typing began."""
        self._pause.stop()
        self._at_most.stop()
        text = self._editor.stored()
        if text != self._known():
            merge = f"{self._key} {self._chunk}"
            self._session.edit({self._key: text or None}, self._label, merge=merge)

    def flush(self) -> None:
        """Commit everything, an open composition too."""
        self._editor.composition.finish()
        self.commit()

    def show(self) -> None:
        """Show what the report has."""
        if self._editor.composing:
            self._behind = self._editor.stored()
            return
        self._behind, self._showing = None, True
        self._editor.show_text(self._session.value(self._key))
        self._showing = False
        self._chunk += 1
        self._label = _TYPING

    def _typed(self) -> None:
        if self._showing or self._editor.look.shaping:
            return
        if self._since.elapsed() > _NEW_STEP and not self._at_most.isActive():
            self._chunk += 1
        self._since.restart()
        self._pause.start()
        if not self._at_most.isActive():
            self._at_most.start()

    def _composed(self) -> None:
        """Catch up with what the composition kept from being shown. Where it brought words they
        are the newer ones, and stay."""
        if self._behind is not None and self._editor.stored() == self._behind:
            self.show()
        self._behind = None

    def _due(self) -> None:
        if self._editor.composing:
            self._pause.start()
        else:
            self.commit()

    def _changed(self, keys: frozenset[str]) -> None:
        if self._key in keys and self._editor.stored() != self._known():
            self.show()

    def _known(self) -> str:
        """What the report has, written as the editor writes it."""
        return as_edited(self._session.value(self._key), self._session.edition)
