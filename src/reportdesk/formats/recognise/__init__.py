"""Recognising a report in any file: its edition, tables, narratives, title, year and organ.

Figures are placed by the labels of their row and column; what is not understood becomes a note
with its place. A number is never guessed, never invented, never dropped in silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.formats.reading import Editions, Reading
    from reportdesk.formats.story import Story


def recognise(story: Story, editions: Editions, file: str) -> Reading:
    """The report in ``story``; ``file`` is the name shown as origin. Raises ReadError where the
    story is no report on any of ``editions``."""
    # A part of this package, such as how dates are read, is used without all the rest.
    from reportdesk.formats.recognise.choice import choose
    from reportdesk.formats.recognise.report import Recognition

    return Recognition(story, choose(story, editions), file).run()


__all__ = ["recognise"]
