"""What grids are drawn with: the fonts, pens and colours of the theme, made once for each theme.

In the system's high contrast all soft grounds are left out and the palette is the system's own.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QBrush,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPen,
    QPixmap,
)

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QFont, QPalette

    from reportdesk.gui.style import Theme

Script = Literal["label", "strong", "figure", "bold", "ghost", "sign"]
"""A kind of writing: a label and a bold one, a figure and a bold one, last year's value, a sign."""

_HATCH = 7
"""From one line of the hatch to the next."""
_MIDDLE = 0.37
"""From the middle of digits and of Chinese characters down to the base line, in parts of the
size. The line height that a font asks for says nothing of where its characters stand."""


class Ink:
    """The writing and the colours of one theme; ``simple`` for tables of few rows."""

    def __init__(self, look: Theme, *, simple: bool) -> None:
        self.look = look
        self.simple = simple
        figure = "reading" if simple else "figure"
        self.fonts: dict[Script, QFont] = {
            "label": look.font("body", zoomed=True),
            "strong": look.font("body", bold=True, zoomed=True),
            "figure": look.font(figure, zoomed=True),
            "bold": look.font(figure, bold=True, zoomed=True),
            "ghost": look.font("mark", zoomed=True),
            "sign": look.font("body", bold=True, zoomed=True),
        }
        self._metrics = {use: QFontMetricsF(font) for use, font in self.fonts.items()}
        self.sizes = {use: QFontInfo(font).pixelSize() for use, font in self.fonts.items()}
        self._drops = {use: round(size * _MIDDLE) for use, size in self.sizes.items()}
        self.pitch = round(self.sizes["label"] * 1.18)
        """From one line of a label to the next."""
        self._pens: dict[str, QPen] = {}
        self._colours: dict[str, QColor] = {}
        self._lengths: dict[float, int] = {}
        self._wide: dict[tuple[Script, str], int] = {}

    def px(self, length: float) -> int:
        """A length at the zoom."""
        known = self._lengths.get(length)
        if known is None:
            known = self._lengths[length] = self.look.px(length)
        return known

    def grid(self, name: str) -> int:
        """A measure of grids at the zoom."""
        return self.look.grid(name)

    def colour(self, name: str) -> QColor:
        """The colour of a token."""
        known = self._colours.get(name)
        if known is None:
            plain = self.look.plain
            known = self._colours[name] = _plain(name) if plain else self.look.colour(name)
        return known

    def pen(self, name: str) -> QPen:
        """A thin pen in the colour of a token."""
        known = self._pens.get(name)
        if known is None:
            known = self._pens[name] = _pen(self.colour(name), 1, Qt.PenStyle.SolidLine)
        return known

    def thick(self, name: str, width: int = 2) -> QPen:
        """A thick pen."""
        return _pen(self.colour(name), width, Qt.PenStyle.SolidLine)

    def broken(self, name: str, style: Qt.PenStyle) -> QPen:
        """A thin pen of dots or dashes."""
        return _pen(self.colour(name), 1, style)

    def wide(self, script: Script, text: str) -> int:
        """How wide a text is."""
        known = self._wide.get((script, text))
        if known is None:
            known = round(self._metrics[script].horizontalAdvance(text) + 0.49)
            self._wide[script, text] = known
        return known

    def write(
        self, painter: QPainter, script: Script, colour: str, x: int, middle: int, text: str
    ) -> None:
        """Write ``text`` from ``x`` on, its middle at the height ``middle``."""
        painter.setFont(self.fonts[script])
        painter.setPen(self.pen(colour))
        painter.drawText(QPointF(x, middle + self._drops[script]), text)

    @cached_property
    def hatch(self) -> QBrush:
        """The hatch of a total that is waiting."""
        picture = QPixmap(_HATCH, _HATCH)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setPen(self.pen("hatch"))
        painter.drawLine(0, _HATCH - 1, _HATCH - 1, 0)
        painter.end()
        return QBrush(picture)

    def base(self, script: Script, middle: int) -> int:
        """The base line of writing whose middle is at ``middle``."""
        return middle + self._drops[script]


_made: dict[bool, Ink] = {}


def ink(*, simple: bool) -> Ink:
    """The ink of the theme in use."""
    look = theme()
    known = _made.get(simple)
    if known is None or known.look is not look:
        known = _made[simple] = Ink(look, simple=simple)
    return known


def _pen(colour: QColor, width: int, style: Qt.PenStyle) -> QPen:
    pen = QPen(colour, width, style)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return pen


def _plain(name: str) -> QColor:
    palette: QPalette = QGuiApplication.palette()
    if name in ("window", "head"):
        return palette.window().color()
    if name in ("accent", "line_strong"):
        return palette.highlight().color() if name == "accent" else palette.text().color()
    if name in ("line", "hatch"):
        return palette.mid().color()
    if name in ("on_solid", "on_accent"):
        return palette.base().color()
    grounds = ("surface", "computed", "cross")
    if name in grounds or name.endswith("_soft"):
        return palette.base().color()
    return palette.text().color()
