"""The look of the desk: colours, fonts and measures from one file of tokens, light and dark.

Widgets ask ``theme()`` when they paint or lay out, and listen to ``themes.changed``; nothing
else in the desk holds a colour or a measure of its own.
"""

import tomllib
from functools import cache
from typing import Any, Literal

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reportdesk.gui.sheet import style_sheet
from reportdesk.paths import resource

Use = Literal["mark", "body", "figure", "reading", "heading", "page"]

ARGUMENTS = ("-style", "fusion")
"""What the application has to be made with. A style set later is handed to Python, for which
PySide builds every class of style there is."""
ZOOM_LEAST, ZOOM_MOST = 0.8, 2.0
_DARKENED = 125
"""By so many hundredths Fusion makes an outline darker than the window."""


@cache
def tokens() -> dict[str, dict[str, Any]]:
    """The tokens by table and name."""
    return tomllib.loads(resource("look.toml").read_text(encoding="utf-8"))


@cache
def _families() -> list[str]:
    """The first of the wanted families that is there, and those that have the signs it lacks. Not
    the other wanted ones: Qt would load them to look for a sign, and they lack the same."""
    known = set(QFontDatabase.families())
    wanted: dict[str, list[str]] = tokens()["type"]
    chinese = [name for name in wanted["families"] if name in known]
    if not chinese:
        chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return [*chinese[:1], *(name for name in wanted["signs"] if name in known)]


class Theme:
    """One set of colours at one zoom. ``plain`` is the system's own high contrast: its palette is
    taken and the soft grounds are left out."""

    def __init__(self, *, dark: bool = False, zoom: float = 1.0, plain: bool = False) -> None:
        self.dark = dark
        self.plain = plain
        self.zoom = min(max(zoom, ZOOM_LEAST), ZOOM_MOST)
        self._colours = {
            name: QColor(text) for name, text in tokens()["dark" if dark else "light"].items()
        }
        self._fonts: dict[tuple[str, bool, bool], QFont] = {}

    def colour(self, name: str) -> QColor:
        """The colour of a token; KeyError if there is none."""
        return self._colours[name]

    def font(self, use: Use, *, bold: bool = False, zoomed: bool = False) -> QFont:
        """The font for a use; ``zoomed`` for what grows with the zoom (grids and narratives)."""
        known = self._fonts.get((use, bold, zoomed))
        if known is None:
            known = QFont(_families())
            points: float = tokens()["type"][use]
            if zoomed:
                points *= self.zoom
                if use == "figure" and self.zoom < 1:
                    points = max(points, tokens()["type"]["figure_zoomed_min"])
            known.setPointSizeF(points)
            known.setBold(bold)
            self._fonts[use, bold, zoomed] = known
        return known

    def size(self, name: str) -> int:
        """A measure of the window's frame; it does not zoom."""
        return tokens()["size"][name]

    def space(self, name: str) -> int:
        """A distance: hair, xs, s, m, l, xl, xxl."""
        return tokens()["space"][name]

    def grid(self, name: str) -> int:
        """A measure of grids, zoomed."""
        return self.px(tokens()["grid"][name])

    def px(self, length: float) -> int:
        """A length at the zoom, at least 1."""
        return max(1, round(length * self.zoom))


class Themes(QObject):
    """Tells when the theme is another: ``changed``."""

    changed = Signal()


themes = Themes()
_current: list[Theme] = []


def theme() -> Theme:
    """The theme in use."""
    if not _current:
        _current.append(Theme())
    return _current[0]


def set_theme(
    *, dark: bool | None = None, zoom: float | None = None, plain: bool | None = None
) -> None:
    """Use another theme from now on; what is not said stays as it is."""
    was = theme()
    new = Theme(
        dark=was.dark if dark is None else dark,
        zoom=was.zoom if zoom is None else zoom,
        plain=was.plain if plain is None else plain,
    )
    if (new.dark, new.zoom, new.plain) == (was.dark, was.zoom, was.plain):
        return
    _current[0] = new
    app = QApplication.instance()
    if isinstance(app, QApplication) and (new.dark, new.plain) != (was.dark, was.plain):
        apply(app)
    themes.changed.emit()


def apply(app: QApplication) -> None:
    """Give the application the theme's palette, font and style sheet."""
    look = theme()
    app.setFont(look.font("body"))
    if not look.plain:
        palette = _palette(look)
        app.setPalette(palette)
        for kind in ("QCheckBox", "QRadioButton"):
            # The stub asks for bytes, PySide itself for a str.
            app.setPalette(_outlined(palette, look), kind)  # pyright: ignore[reportArgumentType]
    app.setStyleSheet("" if look.plain else style_sheet(look.colour))


def _palette(look: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for each, name in {
        role.Window: "window",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "computed",
        role.Text: "text",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_solid",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.PlaceholderText: "text_3",
        role.Accent: "accent",
        role.Light: "surface",
        role.Midlight: "head",
        role.Mid: "line",
        role.Dark: "line_strong",
        role.Shadow: "line_strong",
    }.items():
        palette.setColor(each, look.colour(name))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, look.colour("text_3"))
    return palette


def _outlined(palette: QPalette, look: Theme) -> QPalette:
    """A palette in which Fusion draws boxes to tick so that they are seen: their outline is a
    darker shade of the window's colour, which in the dark would be nearly black on black."""
    found = QPalette(palette)
    found.setColor(QPalette.ColorRole.Window, look.colour("line_strong").lighter(_DARKENED))
    return found


def icon_size(px: int = 16) -> QSize:
    """The size of an icon of ``px`` logical pixels."""
    return QSize(px, px)


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Give a widget another property that the style sheet asks for, and the look that goes with
    it."""
    if (widget.property(name) or "") != value:
        widget.setProperty(name, value)
        # One that was never shown will be dressed when it is; asking for its style would have
        # PySide build every class of a style.
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
