"""The look: every text can be read, every mark be seen, and the desk follows at once."""

import re
import tomllib
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton

from reportdesk.gui import style
from reportdesk.gui.sheet import style_sheet
from reportdesk.gui.style import ZOOM_LEAST, ZOOM_MOST, Theme, set_theme, theme, themes, tokens
from reportdesk.paths import resource

LIGHT_AND_DARK = [False, True]

# What is written on what.
TEXTS = [
    *product(
        ["text"],
        ["window", "surface", "head", "computed", "accent_soft", "cross"],
    ),
    *product(["text"], ["error_soft", "review_soft", "import_soft", "ok_soft"]),
    *product(["text_2"], ["window", "surface", "head", "computed", "accent_soft"]),
    *product(["text_3"], ["window", "surface", "computed", "cross", "error_soft"]),
    *product(["accent"], ["window", "surface", "accent_soft"]),
    *product(["error"], ["window", "surface", "error_soft"]),
    *product(["review"], ["window", "surface", "review_soft"]),
    *product(["hint", "ok"], ["window", "surface"]),
    *product(["import"], ["surface", "import_soft"]),
    *product(["on_solid"], ["error", "ok"]),
    ("on_accent", "accent"),
]
# Shapes that carry a meaning: fields, marks, the frame of the current cell, the focus ring.
SHAPES = [
    *product(["line_strong"], ["window", "surface"]),
    *product(["accent"], ["window", "surface", "computed", "accent_soft", "cross", "head"]),
    *product(["error", "review", "import", "ok"], ["surface", "computed"]),
    ("error", "error_soft"),
]


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", LIGHT_AND_DARK)
@pytest.mark.parametrize("pair", TEXTS, ids=" on ".join)
def test_every_text_can_be_read_on_its_ground(pair: tuple[str, str], dark: bool) -> None:
    look = Theme(dark=dark)
    assert contrast(look.colour(pair[0]), look.colour(pair[1])) >= 4.5


@pytest.mark.parametrize("dark", LIGHT_AND_DARK)
@pytest.mark.parametrize("pair", SHAPES, ids=" on ".join)
def test_every_shape_that_means_something_can_be_seen(pair: tuple[str, str], dark: bool) -> None:
    look = Theme(dark=dark)
    assert contrast(look.colour(pair[0]), look.colour(pair[1])) >= 3


def test_light_and_dark_have_the_same_colours() -> None:
    assert tokens()["light"].keys() == tokens()["dark"].keys()


def test_the_tokens_are_those_of_the_file() -> None:
    assert tokens() == tomllib.loads(resource("look.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("dark", LIGHT_AND_DARK)
def test_the_style_sheet_knows_no_colour_but_the_tokens(dark: bool) -> None:
    sheet = style_sheet(Theme(dark=dark).colour)
    known = {text.lower() for text in tokens()["dark" if dark else "light"].values()}
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", sheet)) <= known
    assert "$" not in sheet


def test_an_unknown_colour_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        theme().colour("mauve")


def test_the_zoom_stays_within_its_bounds() -> None:
    assert Theme(zoom=0.1).zoom == ZOOM_LEAST
    assert Theme(zoom=9).zoom == ZOOM_MOST


def test_what_is_zoomed_grows_and_the_frame_stays() -> None:
    usual, double = Theme(), Theme(zoom=2)
    assert double.grid("row_min") == 2 * usual.grid("row_min")
    assert double.size("rail") == usual.size("rail")
    figure = double.font("figure", zoomed=True).pointSizeF()
    assert figure == 2 * usual.font("figure", zoomed=True).pointSizeF()
    assert double.font("figure").pointSizeF() == usual.font("figure").pointSizeF()
    assert double.px(0.1) == 1


def test_figures_never_get_too_small_to_read() -> None:
    least = Theme(zoom=ZOOM_LEAST).font("figure", zoomed=True).pointSizeF()
    assert least == tokens()["type"]["figure_zoomed_min"]


def test_a_font_is_made_once() -> None:
    look = Theme()
    assert look.font("body", bold=True) is look.font("body", bold=True)
    assert look.font("body", bold=True).bold()
    assert not look.font("body").bold()


def test_a_theme_is_told_when_it_is_another_and_only_then(qapp: QApplication) -> None:
    changed = QSignalSpy(themes.changed)
    set_theme(zoom=1.0, dark=False)
    assert changed.count() == 0
    set_theme(zoom=1.25)
    assert (changed.count(), theme().zoom, theme().dark) == (1, 1.25, False)
    set_theme(dark=True)
    assert (changed.count(), theme().zoom, theme().dark) == (2, 1.25, True)


def test_the_application_wears_the_theme(qapp: QApplication) -> None:
    for dark in (True, False):
        set_theme(dark=dark)
        window = qapp.palette().color(QPalette.ColorRole.Window)
        assert window.name() == theme().colour("window").name()
        assert qapp.styleSheet() == style_sheet(theme().colour)


@pytest.mark.parametrize("dark", LIGHT_AND_DARK)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_the_outline_of_a_box_to_tick_can_be_seen(
    qapp: QApplication, dark: bool, kind: type[QCheckBox | QRadioButton]
) -> None:
    set_theme(dark=dark)
    style.apply(qapp)
    box = kind("一项")
    box.ensurePolished()
    box.resize(box.sizeHint())
    picture = box.grab().toImage()
    window = theme().colour("window")
    middle = picture.height() // 2
    edge = [picture.pixelColor(x, middle) for x in range(4)]
    assert max(contrast(pixel, window) for pixel in edge) >= 3


def test_in_the_system_s_high_contrast_the_system_s_colours_are_taken(qapp: QApplication) -> None:
    set_theme(plain=True)
    assert qapp.styleSheet() == ""
    set_theme(plain=False)
    assert qapp.styleSheet() != ""
    style.apply(qapp)
