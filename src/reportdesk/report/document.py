"""The document: an edition, a year and a flat map of what was written in its blanks.

A blank without a value is absent from ``values``; a total that nobody wrote is absent too and is
reckoned by ``totals``. Values are canonical text (see ``form.values``).
"""

from collections.abc import Mapping
from typing import NamedTuple

from reportdesk.form.edition import Edition
from reportdesk.form.record import State, fresh


class Origin(NamedTuple):
    """Where an imported value comes from; data beside the value, never characters in it."""

    kind: str
    """``file`` (read from a file), ``last_year`` (「沿用上年」) or ``rolled`` (moved from last
    year's figures)."""
    file: str = ""
    place: str = ""
    """Where in the file it stood; or the blank (``rolled``) or year (``last_year``) it is of."""
    text: str = ""
    """The text as found, where it differs from the value; of a narrative 「沿用上年」 those of its
    paragraphs that hold this year too (``report.kept_words``)."""


class Unplaced(NamedTuple):
    """A figure that was seen in a file and has no blank; kept so that nothing is lost."""

    place: str
    table: str
    row: str
    column: str
    text: str


class Change(NamedTuple):
    """A step: values before and after for the keys it touches (None: absent), and its name."""

    before: Mapping[str, str | None]
    after: Mapping[str, str | None]
    label: str = ""


class Document(State):
    """One report. Edits go through ``apply``; everything else only looks."""

    edition: Edition
    year: int | None = None
    values: dict[str, str] = fresh(factory=dict[str, str])
    origins: dict[str, Origin] = fresh(factory=dict[str, Origin])
    previous: "Document | None" = None
    """Last year's report, for comparison."""
    group_values: dict[str, str] = fresh(factory=dict[str, str])
    """Figures printed for a whole group of rows instead of its members (``block.group.column``),
    as in a hybrid form; they take the members' place in sums and are printed nowhere."""
    unplaced: list[Unplaced] = fresh(factory=list[Unplaced])
    reasons: dict[str, str] = fresh(factory=dict[str, str])
    """Written reasons for findings of severity review, by ``rule`` + " " + keys."""
    refused: dict[str, str] = fresh(factory=dict[str, str])
    """Tables that a file had and that were not read at all: block id to the reason in words."""
    as_printed: bool = False
    """Whether this is just what a file prints, so that an absent total was not printed."""

    def apply(self, change: Change) -> frozenset[str]:
        """Put ``change.after`` in place and return the keys touched."""
        for key, value in change.after.items():
            if value is None:
                self.values.pop(key, None)
            else:
                self.values[key] = value
        return frozenset(change.after)

    def change(self, after: Mapping[str, str | None], label: str = "") -> Change:
        """The step that would put ``after`` in place now."""
        return Change({key: self.values.get(key) for key in after}, dict(after), label)

    @property
    def organ(self) -> str:
        """The name of the office, "" where it is not known."""
        return self.values.get("organ", "")
