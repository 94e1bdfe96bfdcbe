"""Leaving a report: nothing that was typed goes without a word, and nothing unsaved at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.desk import Desk


class Refused(NamedTuple):
    """A figure that was typed, is none, and waits in its cell."""

    key: str
    words: str
    """Where it is, and why it was not taken."""


def refused_in(desk: Desk) -> Refused | None:
    """The first of them in a report, after everything that can be taken was."""
    desk.flush()
    for page in desk.pages.values():
        words = page.leave()
        if words:
            editing = next(g.editing for g in page.tables if g.editing.refused_words)
            return Refused(editing.key, words)
    return None


def may_leave(desk: Desk, window: QWidget, title: str, verb: str) -> bool:
    """Whether the report can be left. For a figure that was refused the clerk is asked once: to go
    back to it, or to give it up."""
    found = refused_in(desk)
    if found is None:
        return True
    from reportdesk.gui.dialogs.boxes import give_up

    if give_up(window, title, found.words, verb):
        for page in desk.pages.values():
            for grid in page.tables:
                grid.editing.cancel()
        return True
    desk.go(found.key)
    return False
