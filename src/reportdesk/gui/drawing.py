"""What painted parts of the window's frame share: colours, and words folded into few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFontMetricsF, QPalette

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont
    from PySide6.QtWidgets import QWidget

_PLAIN = {
    "window": QPalette.ColorRole.Window,
    "surface": QPalette.ColorRole.Base,
    "computed": QPalette.ColorRole.Base,
    "error_soft": QPalette.ColorRole.Base,
    "review_soft": QPalette.ColorRole.Base,
    "accent": QPalette.ColorRole.Highlight,
    "accent_soft": QPalette.ColorRole.Base,
}


def colour(widget: QWidget, name: str) -> QColor:
    """The colour of a token. In the system's high contrast it is the system's own: words and
    lines in the colour of text, and no soft grounds."""
    look = theme()
    if not look.plain:
        return look.colour(name)
    return widget.palette().color(_PLAIN.get(name, QPalette.ColorRole.WindowText))


def folded(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """``text`` in at most ``most`` lines, broken where the language allows it; what does not fit
    is left out and an ellipsis stands for it."""
    metrics = QFontMetricsF(font)
    lines: list[str] = []
    rest = text
    while rest:
        if metrics.horizontalAdvance(rest) <= width:
            return (*lines, rest)
        if len(lines) == most - 1:
            cut = _fits(metrics, rest, width - metrics.horizontalAdvance("…"))
            return (*lines, rest[:cut].rstrip() + "…")
        at = _break(metrics, rest, width)
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return tuple(lines)


def _break(metrics: QFontMetricsF, text: str, width: float) -> int:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    most = _fits(metrics, text, width)
    finder.setPosition(min(most + 1, len(text)))
    at = finder.position() if finder.isAtBoundary() else finder.toPreviousBoundary()
    while at > 0 and metrics.horizontalAdvance(text[:at].rstrip()) > width:
        at = finder.toPreviousBoundary()
    return at if at > 0 else most


def _fits(metrics: QFontMetricsF, text: str, width: float) -> int:
    """How many characters fit, wherever that breaks; at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle]) <= width:
            low = middle
        else:
            high = middle - 1
    return low
