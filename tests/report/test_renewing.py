"""Renewing a year and the name of a notice in the words of the cover."""

import pytest

from reportdesk.report.renewing import renew_words, renew_year


@pytest.mark.parametrize(
    ("text", "renewed"),
    [
        ("2023年政府信息公开工作年度报告", "2024年政府信息公开工作年度报告"),
        ("2023年度报告", "2024年度报告"),
        ("2023 年1月1日至2023年12月31日", "2024 年1月1日至2024年12月31日"),
        ("20 23年", "2024年"),
        ("２０２３年报告", "２０２４年报告"),
        ("二〇二三年报告", "二〇二四年报告"),
        ("二○二三年报告", "二〇二四年报告"),
        (
            "公布《水务局2023年度政府信息公开工作年度报告》",
            "公布《水务局2024年度政府信息公开工作年度报告》",
        ),
        ("2023年按《条例》编制", "2024年按《条例》编制"),
    ],
)
def test_the_year_of_the_report_is_renewed_in_its_own_script(text: str, renewed: str):
    assert renew_year(text, 2023, 2024) == renewed


@pytest.mark.parametrize(
    "text",
    [
        "2022年的问题",
        "2023年修订的条例",
        "条例（2023年修订）",
        "2023年5月15日起施行",
        "2023年4月3日公布",
        "云水〔2023〕5号",
        "云水[2023]5号",
        "《关于印发2023年政务公开工作要点的通知》（云政函〔2023〕5号）",
        "《关于转发〈2023年工作要点〉的通知》",
        "共2023件",
        "12023年",
    ],
)
def test_other_years_laws_numbers_and_notices_stay(text: str):
    assert renew_year(text, 2023, 2024) == text


def test_the_name_of_a_notice_is_renewed_however_its_brackets_are_typed():
    words = {"云政函〔2019〕60号": "云政函〔2021〕30号"}
    for typed in ("云政函〔2019〕60号", "云政函[2019]60号", "云政函（2019） 60 号"):
        assert renew_words(f"根据《格式》（{typed}），", words) == (
            "根据《格式》（云政函〔2021〕30号），"
        )


def test_words_that_are_not_there_or_do_not_change_leave_the_text_alone():
    assert renew_words("根据条例", {"格式": "新格式", "": "空", "条例": "条例"}) == "根据条例"


def test_signs_in_the_new_words_are_no_patterns():
    assert renew_words("甲.乙", {"甲.乙": r"\1\g<0>"}) == r"\1\g<0>"
    assert renew_words("甲丙乙", {"甲.乙": "丁"}) == "甲丙乙"
