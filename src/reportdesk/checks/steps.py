"""What is told of a report in a list: each section's state in a few words, and the counts.

It stands apart from ``progress``, which reckons it with all the checks: the list of reports only
reads what was kept.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

State = Literal["none", "part", "done", "error", "review"]


class Step(NamedTuple):
    """One section: its state, told also in ``words``, and the counts behind it."""

    id: str
    title: str
    """The section's short name."""
    state: State
    words: str
    filled: int
    of: int
    """The blanks that must be filled; ``filled`` of them are."""
    errors: int = 0
    reviews: int = 0
    hints: int = 0


class Progress(NamedTuple):
    """The sections in order, and the report as a whole."""

    steps: tuple[Step, ...]
    filled: int
    of: int
    errors: int
    reviews: int
    hints: int

    @property
    def complete(self) -> bool:
        """Whether no blank that must be filled is left."""
        return self.filled == self.of
