"""Numbers in Chinese numerals: one that is surely meant, or none."""

import pytest

from reportdesk.form.values import spelt


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("零", 0),
        ("〇", 0),
        ("一", 1),
        ("两", 2),
        ("十", 10),
        ("十二", 12),
        ("一十二", 12),
        ("二十", 20),
        ("二十三", 23),
        ("一百", 100),
        ("一百零五", 105),
        ("一百一十五", 115),
        ("一百十五", 115),
        ("三百五十", 350),
        ("两百〇五", 205),
        ("一千零二十", 1020),
        ("一千二百零三", 1203),
        ("一万", 10000),
        ("一万零三百", 10300),
        ("二十万零五", 200005),
        ("一万二千三百四十五", 12345),
    ],
)
def test_a_number_is_read_as_it_is_spelt(text: str, number: int):
    assert spelt(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "件",
        "三百五",
        "一万三",
        "二三",
        "二三十",
        "二〇二五",
        "百",
        "零五",
        "十十",
        "五百千",
        "12",
    ],
)
def test_what_is_no_number_or_not_surely_one_is_none(text: str):
    assert spelt(text) is None
