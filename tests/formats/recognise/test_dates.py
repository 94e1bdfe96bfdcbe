"""Years and dates are read in every script that reports use."""

import pytest

from reportdesk.formats.recognise.dates import date_in, year_of_period, years_in


@pytest.mark.parametrize(
    "text",
    ["2020年度报告", "２０２０年报告", "二〇二〇年报告", "二○二○年", "2 0 2 0 年", "20 20年"],
)
def test_a_year_is_found_in_any_digits(text: str) -> None:
    assert years_in(text) == [2020]


def test_a_document_number_is_no_year_while_a_year_is_named() -> None:
    assert years_in("根据〔2021〕30号，现公布2024年报告") == [2024]


def test_a_period_gives_the_report_year() -> None:
    assert year_of_period("统计期限自2020年1月1日起至2020年12月31日止") == 2020
    assert year_of_period("期限为2020年1月1日至12月31日") == 2020
    assert year_of_period("2019年1月1日至2020年12月31日") is None
    assert year_of_period("2020年3月1日") is None


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021年1月23日", "2021年1月23日"),
        (" 2021 年 01 月 05 日 ", "2021年1月5日"),
        ("（2021年1月23日）", "2021年1月23日"),
        ("2021-01-23", "2021年1月23日"),
        ("二〇二一年一月二十三日", "2021年1月23日"),
        ("二○二一年十二月十日", "2021年12月10日"),
        ("2021年13月1日", None),
        ("截至2021年1月23日", None),
    ],
)
def test_a_line_that_is_a_date_is_read_as_one(text: str, date: str | None) -> None:
    assert date_in(text) == date
