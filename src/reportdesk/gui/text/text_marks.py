"""The findings on one narrative, marked at their words: in the text, and on the line beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from reportdesk.checks.progress import waits
from reportdesk.gui.drawing import colour
from reportdesk.gui.text.gutter import Gutter, Spot
from reportdesk.gui.text.places import Places

if TYPE_CHECKING:
    from reportdesk.gui.session import Session
    from reportdesk.gui.text.editor import Editor
    from reportdesk.gui.text.find_bar import FindBar

_WAVE = QTextCharFormat.UnderlineStyle.WaveUnderline


class TextMarks(QObject):
    """Marks what findings are about, and what is being looked for."""

    def __init__(
        self, session: Session, key: str, editor: Editor, gutter: Gutter, find_bar: FindBar
    ) -> None:
        super().__init__(editor)
        self._session, self._key = session, key
        self._editor, self._gutter, self._find_bar = editor, gutter, find_bar
        self.spots: list[Spot] = []
        find_bar.hits_changed.connect(self.draw)

    def judge(self) -> None:
        """Take the findings as they are now. Those that wait for a cell to be filled, and those
        that are explained, are not marked."""
        session, document = self._session, self._editor.document()
        last = document.characterCount() - 1
        places: Places | None = None
        self.spots = []
        for finding in session.findings:
            start, size = finding.at
            if finding.keys[:1] != (self._key,) or start < 0 or waits(session.document, finding):
                continue
            if finding.severity == "review" and session.reason(finding):
                continue
            if places is None:
                places = Places(session.value(self._key), session.edition)
            cursor = QTextCursor(document)
            cursor.setPosition(min(places.on_screen(start), last))
            end = min(places.end_on_screen(start + size), last)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            self.spots.append(Spot(cursor, finding.severity, finding.message))
        self._gutter.show_spots(self.spots)
        self.draw()

    def between(self, first: int, last: int) -> list[Spot]:
        """The findings that begin between two places."""
        return [spot for spot in self.spots if first <= spot.cursor.selectionStart() < last]

    def draw(self) -> None:
        """Draw everything anew."""
        shown: list[QTextEdit.ExtraSelection] = []
        for spot in self.spots:
            error = spot.severity == "error"
            look = QTextCharFormat()
            look.setBackground(colour(self._editor, "error_soft" if error else "review_soft"))
            look.setUnderlineStyle(_WAVE)
            look.setUnderlineColor(colour(self._editor, "error" if error else "review"))
            shown.append(_selection(spot.cursor, look))
        for hit in self._find_bar.hits:
            look = QTextCharFormat()
            look.setBackground(colour(self._editor, "accent_soft"))
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(hit.start)
            cursor.setPosition(hit.end, QTextCursor.MoveMode.KeepAnchor)
            shown.append(_selection(cursor, look))
        self._editor.setExtraSelections(shown)


def _selection(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor  # type: ignore[attr-defined]
    made.format = look  # type: ignore[attr-defined]
    return made
