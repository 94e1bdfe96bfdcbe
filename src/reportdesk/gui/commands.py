"""The named steps of the undo stack: values put in place, or a whole document."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtGui import QUndoCommand

from reportdesk.report.document import Document, Origin


class State(NamedTuple):
    """What a step puts in place; None: absent."""

    values: Mapping[str, str | None]
    origins: Mapping[str, Origin | None]
    reasons: Mapping[str, str | None]

    def over(self, older: "State") -> "State":
        """This state laid over an older one."""
        return State(
            {**older.values, **self.values},
            {**older.origins, **self.origins},
            {**older.reasons, **self.reasons},
        )


def state_of(document: Document, like: State) -> State:
    """What ``document`` has now of all that ``like`` touches."""
    return State(
        {key: document.values.get(key) for key in like.values},
        {key: document.origins.get(key) for key in like.origins},
        {name: document.reasons.get(name) for name in like.reasons},
    )


class EditStep(QUndoCommand):
    """One step. Steps with the same ``merge`` that follow each other become one."""

    def __init__(
        self, put: Callable[[State], None], before: State, after: State, label: str, merge: str
    ) -> None:
        super().__init__(label)
        self._put, self._before, self._after, self._merge = put, before, after, merge

    def redo(self) -> None:
        """Put the state after the step in place."""
        self._put(self._after)

    def undo(self) -> None:
        """Put the state before the step in place."""
        self._put(self._before)

    def id(self) -> int:
        """Steps that may merge share an id; what decides is ``mergeWith``."""
        return 1 if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        """Take ``other`` in, where it goes on with the same thing."""
        if not isinstance(other, EditStep) or other._merge != self._merge:
            return False
        self._before = self._before.over(other._before)
        self._after = other._after.over(self._after)
        return True


class SwapStep(QUndoCommand):
    """A step that takes one document in place of another. Steps over the one leave it as it was
    when they are undone, so the documents themselves are kept and no copies."""

    def __init__(
        self, put: Callable[[Document], None], before: Document, after: Document, label: str
    ) -> None:
        super().__init__(label)
        self._put, self._before, self._after = put, before, after

    def redo(self) -> None:
        """Take the other document."""
        self._put(self._after)

    def undo(self) -> None:
        """Take the document back that was there before."""
        self._put(self._before)
