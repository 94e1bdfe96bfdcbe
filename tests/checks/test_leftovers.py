"""What last year left in the words: L-3 (its year) and L-4 (its text)."""

import pytest

from reportdesk.checks.checker import Checker, check
from reportdesk.checks.findings import Finding
from reportdesk.form.edition import Edition, Line, TextRule
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, edition, report, text

BOTH = pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])


def told(document: Document, rule: str) -> list[Finding]:
    return [finding for finding in check(document) if finding.rule == rule]


@BOTH
@pytest.mark.parametrize(
    ("before", "stale", "after"),
    [
        ("统计截至", "{last}年12月31日", "。"),
        ("截至 ", "{last} 年 12 月 31 日", "，共有14件。"),
        ("截止", "{last}年底", "，全部办结。"),
        ("统计期限自", "{last}年1月1日", "起。"),
    ],
)
def test_a_year_left_in_a_period_is_found_where_it_stands(
    form: Edition, before: str, stale: str, after: str
):
    year = form.last_year or 2025
    stale = stale.format(last=year - 1)
    document = report(form, year, texts={"problems": f"第一段。\n{before}{stale}{after}"})
    (finding,) = told(document, "L-3")
    assert (finding.severity, finding.keys) == ("hint", ("problems",))
    start, length = finding.at
    assert document.values["problems"][start : start + length] == stale
    assert finding.instead == stale.replace(str(year - 1), str(year))
    assert (finding.found, finding.expected) == (str(year - 1), str(year))


@pytest.mark.parametrize(
    "words",
    [
        "截至2025年12月31日，共有14件。",
        "2024年的问题已经改正，2026年将继续改进。",
        "按照《条例》（2019年修订）和云政函〔2024〕5号的要求。",
        "十四五规划自2021年起施行。",
        "截至2026年1月10日，整改完毕。",
        "文件有效期至2027年12月31日。",
        "2025年1月1日至2025年12月31日，共收到来信9件。",
    ],
)
def test_other_years_stand_in_a_text_honestly(words: str):
    assert told(report(NEW, 2025, texts={"problems": words, "overview": words}), "L-3") == []


@BOTH
def test_the_year_in_the_title_is_the_reports(form: Edition):
    year = form.last_year or 2025
    title = f"云溪县水务局{year - 1}年度政府信息公开工作年度报告"
    (finding,) = told(report(form, year, texts={"title": title}), "L-3")
    assert finding.keys == ("title",)
    assert finding.instead == f"{year}年度"
    assert told(report(form, year, texts={"title": title.replace(str(year - 1), "")}), "L-3") == []


def test_years_in_other_scripts_are_read_and_answered_in_their_own():
    title = "云溪县水务局二〇二四年政府信息公开工作年度报告"
    (finding,) = told(report(NEW, 2025, texts={"title": title}), "L-3")
    assert (finding.found, finding.instead) == ("2024", "二〇二五年")
    (finding,) = told(report(NEW, 2025, texts={"title": "２０２４年报告"}), "L-3")
    assert finding.instead == "２０２５年"


@BOTH
def test_a_report_is_signed_in_the_year_after_it(form: Edition):
    year = form.last_year or 2025
    assert told(report(form, year, texts={"date": f"{year + 1}年1月16日"}), "L-3") == []
    (finding,) = told(report(form, year, texts={"date": f"{year}年1月16日"}), "L-3")
    assert (finding.keys, finding.expected) == (("date",), str(year + 1))


def test_the_period_of_the_preamble_is_the_reports_year():
    words = "报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
    found = told(report(NEW, 2025, texts={"preamble": words}), "L-3")
    assert {words[f.at[0] : sum(f.at)] for f in found} == {"2024年1月1日", "2024年12月31日"}


def test_without_a_year_nothing_is_out_of_date():
    document = report(NEW, 2025, texts={"problems": "截至2024年12月31日。"})
    document.year = None
    assert told(document, "L-3") == []


LAST = "河道治理的信息更新不够及时。2024年已经指定专人每周核对，按月通报；下一步将继续改进。"


@pytest.mark.parametrize(
    ("words", "alike"),
    [
        (LAST, True),
        (LAST.replace("2024", "2025").replace("，", "， "), True),
        ("农村供水的解读材料群众看不懂。2025年已经改用方言短视频；下一步将继续改进。", False),
        ("无。", False),
    ],
)
def test_l_4_asks_about_problems_that_are_last_years(words: str, alike: bool):
    last = report(NEW, 2024, texts={"problems": LAST})
    found = told(report(NEW, 2025, previous=last, texts={"problems": words}), "L-4")
    assert [f.severity for f in found] == ["hint"] * alike


def test_l_4_compares_with_the_year_before_only():
    words = {"problems": LAST}
    assert told(report(NEW, 2025, texts=words), "L-4") == []
    assert (
        told(report(NEW, 2025, previous=report(NEW, 2023, texts=words), texts=words), "L-4") == []
    )


def test_a_finding_is_in_its_place_behind_live_numbers():
    rule = TextRule("W", "stale_year", "{words}：{expected}", words=("截至#年底",))
    from tests.builders import table

    form = edition(table("a", "x"), text("story", rule))
    words = "收到{{t.a.x}}件，\\{{t.a.x}}。截至2019年底。"
    (finding,) = told(Document(form, 2020, {"story": words, "t.a.x": "123456"}), "W")
    assert words[finding.at[0] : sum(finding.at)] == "2019年底"
    assert finding.message == "2019年底：2020"


def test_lines_may_have_rules_of_their_own():
    rule = TextRule("W", "mentions", "没有写全称。", words=("局",))
    form = edition(Line("name", "名称", rules=(rule,)))
    (finding,) = told(Document(form, 2020, {"name": "水务站"}), "W")
    assert finding.keys == ("name",)
    assert told(Document(form, 2020, {"name": "水务局"}), "W") == []


def test_what_was_found_is_found_again_after_an_edit_and_an_edit_back():
    document = report(NEW, 2025, texts={"problems": "截至2024年12月31日。"})
    checker = Checker(document)
    first = checker.findings()
    document.values["problems"] = "截至2025年12月31日，问题已经改正。"
    assert [f for f in checker.findings() if f.rule == "L-3"] == []
    document.values["problems"] = "截至2024年12月31日。"
    assert checker.findings() == first
