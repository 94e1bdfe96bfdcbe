"""Words folded into lines, and colours that give way to the system's high contrast."""

import pytest
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui import style
from reportdesk.gui.drawing import colour, folded

WORDS = "现有 1200 字，一般不超过 1000 字；请看是否可以写短些（Word 的算法）。"


@pytest.mark.parametrize("width", [1, 30, 80, 120, 200, 600])
@pytest.mark.parametrize("most", [1, 2, 5, 40])
def test_no_line_is_wider_than_there_is_room(qapp: QApplication, width: int, most: int) -> None:
    font = style.theme().font("body")
    lines = folded(WORDS, font, width, most)
    assert len(lines) <= most
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line) <= max(width, 24) for line in lines)
    whole = "".join(lines).replace(" ", "")
    if whole.endswith("…"):
        assert WORDS.replace(" ", "").startswith(whole[:-1])
    else:
        assert whole == WORDS.replace(" ", "")


def test_a_mark_of_punctuation_does_not_begin_a_line(qapp: QApplication) -> None:
    font = style.theme().font("body")
    for width in range(40, 240, 7):
        assert not any(line.startswith(("，", "；", "。", "）")) for line in
                       folded(WORDS, font, width, 40))  # fmt: skip


def test_in_high_contrast_the_palette_is_the_systems(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert colour(widget, "error") == style.theme().colour("error")
    style.set_theme(plain=True)
    palette = widget.palette()
    assert colour(widget, "error") == palette.color(QPalette.ColorRole.WindowText)
    assert colour(widget, "error_soft") == palette.color(QPalette.ColorRole.Base)
