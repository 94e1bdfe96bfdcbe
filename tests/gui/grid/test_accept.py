"""What is typed into a cell is one value of its kind, or it is refused with a reason."""

import pytest

from reportdesk.form.table import Holds
from reportdesk.gui.grid.accept import accept


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("１２", "12"),
        ("1,234", "1234"),
        ("1，234", "1234"),
        (" 7 ", "7"),
        ("7件", "7"),
        ("7 件", "7"),
        ("零", "0"),
        ("007", "7"),
        ("3.0", "3"),
        ("", None),
        ("  ", None),
    ],
)
def test_a_count_is_understood_however_it_is_typed(text: str, value: str | None) -> None:
    typed = accept(text, "count", "件", "60")
    assert (typed.value, typed.refused) == (value, "")


@pytest.mark.parametrize(
    ("text", "holds", "value"),
    [
        ("-18", "signed", "-18"),
        ("－18", "signed", "-18"),
        ("7730.28", "money", "7730.28"),
        ("7,730.28万元", "money", "7730.28"),
        ("678.15万元", "amount", "678.15万元"),
        ("678.15 万元", "amount", "678.15万元"),
        ("Ａ　ｂ", "text", "A b"),
    ],
)
def test_other_kinds_have_their_own_values(text: str, holds: Holds, value: str) -> None:
    typed = accept(text, holds, "万元", "")
    assert (typed.value, typed.refused) == (value, "")


@pytest.mark.parametrize("text", ["abc", "十二", "1 2", "1.2.3", "-", "/", "无", "=1+2", "3（估）"])
def test_what_is_no_number_is_refused_and_the_old_value_named(text: str) -> None:
    typed = accept(text, "count", "件", "60")
    assert typed.value is None
    assert typed.refused.endswith("不是数字，原来的 60 没有改动。")
    assert typed.refused.startswith("“")


def test_a_fraction_of_a_count_is_refused() -> None:
    assert accept("3.5", "count", "件", "60").refused == (
        "件数填整数；“3.5”带小数，原来的 60 没有改动。"
    )
    assert accept("-3.5", "signed", "项", "").refused.startswith("这里填整数")


def test_a_negative_figure_is_refused_where_the_form_is_not_signed() -> None:
    assert accept("-3", "count", "件", "60").refused == "这里不填负数，原来的 60 没有改动。"
    assert accept("-3.5", "money", "万元", "").refused == "这里不填负数，这一格还是空白。"


def test_a_long_text_is_named_short() -> None:
    assert len(accept("字" * 500, "count", "件", "").refused) < 60
