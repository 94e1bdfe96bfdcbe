"""Going round the regions of a window with one key: from the one with the focus to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget


class Region(NamedTuple):
    """A part of the window, and what puts the focus into it."""

    widget: QWidget
    enter: Callable[[], None]


def go_round(regions: Sequence[Region], home: QWidget, by: int = 1) -> None:
    """Enter the region ``by`` steps on from the one that has the focus. A focus outside them all
    counts as one in ``home``."""
    focus = home.window().focusWidget()
    shown = [region for region in regions if region.widget.isVisible()]
    here = next((r.widget for r in shown if focus and r.widget.isAncestorOf(focus)), home)
    at = next((number for number, region in enumerate(shown) if region.widget is here), 0)
    shown[(at + by) % len(shown)].enter()
