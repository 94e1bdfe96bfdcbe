"""This year beside last: figures with their signs, and bars on one scale."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from reportdesk.gui import style
from reportdesk.gui.review.chart import Chart, change_words, row_words
from reportdesk.gui.review.copying import html_of, tabbed
from reportdesk.report.compare import Compared

ROWS = [
    Compared("本年新收", "50", "100", "50", "件", "a"),
    Compared("部分公开", "40", "20", "-20", "件", "b"),
    Compared("其他处理", "0", "", "", "件", "c"),
    Compared("A & B", "", "10", "", "件", "d"),
]
ROW, HEAD = 25, 27


def picture(qtbot: QtBot, rows: list[Compared], width: int = 760) -> QImage:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.show_rows(rows, "2024", "2025")
    chart.resize(width, chart.sizeHint().height())
    return chart.grab().toImage()


def solid(image: QImage, row: int) -> int:
    """How long the solid bar of a row is."""
    accent = style.theme().colour("accent").rgb()
    y = HEAD + row * ROW + 17
    return sum(1 for x in range(image.width()) if image.pixel(x, y) == accent)


@pytest.mark.parametrize("width", [480, 760, 1100])
def test_all_bars_have_one_scale(qtbot: QtBot, width: int) -> None:
    image = picture(qtbot, ROWS, width)
    whole = solid(image, 0)
    assert whole > 60
    assert solid(image, 1) == pytest.approx(whole / 5, abs=1)
    assert solid(image, 2) == 0
    assert solid(image, 3) == pytest.approx(whole / 10, abs=1)


def test_a_negative_or_missing_figure_has_no_bar(qtbot: QtBot) -> None:
    image = picture(qtbot, [Compared("增减", "", "-5", "", "件", "a")])
    assert solid(image, 0) == 0


def test_without_last_year_the_bar_stands_in_the_middle_of_its_row(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.show_rows([Compared("本年新收", "", "100", "", "件", "a")], "", "2025")
    chart.resize(760, chart.sizeHint().height())
    image = chart.grab().toImage()
    accent, x = style.theme().colour("accent").rgb(), 420
    inked = [y for y in range(HEAD, HEAD + ROW) if image.pixel(x, y) == accent]
    assert inked
    above, below = inked[0] - HEAD, HEAD + ROW - 1 - inked[-1]
    assert abs(above - below) <= 2


def test_it_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    assert picture(qtbot, ROWS).height() == HEAD + 4 * ROW + 2


def test_every_row_is_read_out(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.show_rows(ROWS, "2024", "2025")
    assert chart.accessibleDescription().split("；") == [row_words(row) for row in ROWS]
    assert row_words(ROWS[1]) == "部分公开：上年 40，本年 20，增减 －20"
    assert row_words(ROWS[2]) == "其他处理：上年 0，本年 未填"


@pytest.mark.parametrize(
    ("change", "words"), [("4", "＋4"), ("-1", "－1"), ("0", "0"), ("", ""), ("-0.5", "－0.5")]
)
def test_a_difference_has_its_sign(change: str, words: str) -> None:
    assert change_words(change) == words


def test_the_rows_can_be_pasted_into_a_spreadsheet_and_a_document() -> None:
    lines = tabbed(ROWS, "2024", "2025").splitlines()
    assert lines[0] == "项目\t2024\t2025\t增减"
    assert lines[2] == "部分公开\t40\t20\t-20"
    html = html_of(ROWS, "2024", "2025")
    assert html.count("<tr>") == 5
    assert "A &amp; B" in html
