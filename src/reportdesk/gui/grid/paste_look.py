"""How the cells of a paste's preview look: at the right what the blank will hold, small at the left
what is given up for it or was not taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reportdesk.gui.grid.clipboard_plan import Entry

_DRAWN = 200
"""More characters of a cell are not looked at."""


class Look(NamedTuple):
    """How a cell of the preview is drawn."""

    text: str = ""
    """At the right: what the blank will hold."""
    small: str = ""
    """At the left: what it held, or the text that was not taken."""
    ground: str = "surface"
    tone: str = "text"
    small_tone: str = "text_3"
    bold: bool = False
    struck: bool = False
    """Whether the text that was not taken is struck through."""


def look_of(entry: Entry | None) -> Look:
    """How an entry is drawn."""
    if entry is None:
        return Look(ground="window")
    text = line_of(entry)
    changes = bool(entry.before) and entry.before != entry.value
    return {
        "put": Look(
            entry.value,
            f"{entry.before} →" if changes else "",
            "accent_soft" if changes else "surface",
        ),
        "same": Look(entry.value, tone="text_3"),
        "kept": Look(entry.value, "Σ", "computed", bold=True),
        "typed": Look(
            entry.value,
            f"≠{entry.parts}" if entry.parts else "",
            "error_soft" if entry.parts else "accent_soft",
            "error" if entry.parts else "text",
            "error",
            bold=True,
        ),
        "blank": Look(entry.before, text, tone="text_3"),
        "refused": Look(entry.before, text, "error_soft", "text", "error", struck=True),
        "outside": Look("", text, "window", "text_3", "text_2", struck=True),
        "label": Look("", text, "window"),
    }[entry.verdict]


def line_of(entry: Entry) -> str:
    """The text of an entry on one line."""
    return " ".join(entry.cell.text[:_DRAWN].split())
