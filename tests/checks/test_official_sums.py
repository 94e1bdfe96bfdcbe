"""T3-1, T3-2, T3-3 and T4-1: a report that breaks each, and one that honestly does not."""

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.findings import Finding
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, Figures, report, requests


def found(document: Document, rule: str = "") -> list[Finding]:
    return [finding for finding in check(document) if not rule or finding.rule == rule]


@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
def test_a_report_of_zeros_has_nothing_against_it(form: object):
    assert found(report(NEW if form is NEW else OLD)) == []


# T3-1: per column, 一 + 二 = 三（七） + 四


def test_t3_1_tells_the_column_both_sums_and_the_difference():
    (finding,) = found(report(NEW, figures=requests(new__person=60, granted__person=61)))
    assert (finding.rule, finding.severity) == ("T3-1", "error")
    assert finding.keys == tuple(
        f"requests.{row}.person" for row in ("new", "carried", "results", "left")
    )
    assert finding.message == (
        "三、收到和处理政府信息公开申请情况 › “自然人”一列："
        "第一项加第二项是 60，第三项（七）总计加第四项是 61，相差 1。"
    )
    assert finding.formula == "第一项＋第二项＝第三项（七）总计＋第四项：60＋0＝60，61＋0＝61"
    assert (finding.found, finding.expected, finding.difference) == ("60", "61", "1")


def test_t3_1_is_content_with_what_is_carried_over_both_ways():
    figures = requests(new__person=5, carried__person=2, granted__person=4, left__person=3)
    assert found(report(NEW, figures=figures)) == []


def test_t3_1_is_told_for_each_column_and_not_again_in_the_total():
    figures = requests(new__person=60, granted__person=61, new__company=5, granted__company=3)
    where = [finding.keys[0] for finding in found(report(NEW, figures=figures))]
    assert where == ["requests.new.person", "requests.new.company"]


def test_t3_1_is_told_of_columns_whose_breaks_cancel_out_in_the_total():
    figures = requests(new__person=1, granted__company=1)
    where = [finding.keys[0] for finding in found(report(NEW, figures=figures))]
    assert where == ["requests.new.person", "requests.new.company"]


def test_t3_1_that_only_the_total_column_shows_is_told():
    figures = requests(new__person=3, granted__person=3, new__total=4)
    findings = found(report(NEW, figures=figures))
    assert [(f.rule, f.keys[0]) for f in findings] == [
        ("T3-3", "requests.new.total"),
        ("T3-1", "requests.new.total"),
    ]


def test_t3_1_in_the_total_is_told_if_it_is_more_than_the_columns_tell():
    figures = requests(new__person=60, granted__person=61, new__total=65)
    where = [finding.keys[0] for finding in found(report(NEW, figures=figures), "T3-1")]
    assert where == ["requests.new.person", "requests.new.total"]


# T3-2: per column, （七）总计 = all results


def test_t3_2_tells_a_printed_total_of_results_that_is_not_their_sum():
    figures = requests(new__person=4, granted__person=3, partial__person=1, results__person=5)
    findings = found(report(NEW, figures=figures))
    assert [finding.rule for finding in findings] == ["T3-2", "T3-1"]
    assert findings[0].keys[:3] == (
        "requests.results.person",
        "requests.granted.person",
        "requests.partial.person",
    )
    assert len(findings[0].keys) == 22
    assert (findings[0].found, findings[0].expected, findings[0].difference) == ("5", "4", "1")
    assert findings[0].formula.endswith("：5，3＋1＝4")


def test_t3_2_is_content_with_the_right_total_and_with_none():
    figures = requests(new__person=4, granted__person=3, partial__person=1, results__person=4)
    assert found(report(NEW, figures=figures)) == []
    del figures["requests.results.person"]
    assert found(report(NEW, figures=figures)) == []


def test_t3_2_is_not_repeated_in_the_total_column():
    figures = requests(
        new__person=20,
        new__total=20,
        granted__person=26,
        granted__total=26,
        results__person=20,
        results__total=20,
    )
    findings = found(report(OLD, figures=figures))
    assert [(f.rule, f.keys[0]) for f in findings] == [("T3-2", "requests.results.person")]


# T3-3: per row, 总计 = 自然人 + five kinds of organisations


def test_t3_3_tells_a_printed_total_of_a_row():
    figures = requests(carried__person=2, carried__legal=1, left__person=2, left__legal=1)
    findings = found(report(NEW, figures={**figures, "requests.left.total": 4}))
    assert [finding.rule for finding in findings] == ["T3-3", "T3-1"]
    assert "四、结转下年度继续办理：总计填的是 4，" in findings[0].message
    assert (findings[0].found, findings[0].expected) == ("4", "3")
    assert len(findings[0].keys) == 7


def test_t3_3_is_content_with_the_right_total():
    figures = requests(carried__person=2, left__person=2, left__total=2)
    assert found(report(NEW, figures=figures)) == []


def test_t3_3_of_one_row_is_no_fault_of_a_computed_total():
    figures = requests(new__person=3, granted__person=3, granted__total=4)
    findings = found(report(NEW, figures=figures))
    assert [(f.rule, f.keys[0]) for f in findings] == [("T3-3", "requests.granted.total")]


def test_t3_3_is_told_of_each_row_that_breaks_it():
    figures = requests(new__person=3, granted__person=3, granted__total=4, results__total=4)
    findings = found(report(NEW, figures=figures), "T3-3")
    assert [f.keys[0] for f in findings] == ["requests.granted.total", "requests.results.total"]


# T4-1: per block, 总计 = four outcomes


def test_t4_1_tells_a_total_left_at_0():
    figures: Figures = {
        "disputes.review.upheld": 10,
        "disputes.review.corrected": 1,
        "disputes.review.total": 0,
    }
    (finding,) = found(report(NEW, figures=figures))
    assert finding.rule == "T4-1"
    assert finding.message.startswith(
        "四、政府信息公开行政复议、行政诉讼情况 › 行政复议：总计填的是 0"
    )
    assert finding.formula.endswith("：0，10＋1＋0＋0＝11")
    assert finding.difference == "11"


def test_t4_1_is_content_with_the_right_total():
    figures: Figures = {"disputes.direct.pending": 2, "disputes.direct.total": 2}
    assert found(report(NEW, figures=figures)) == []
