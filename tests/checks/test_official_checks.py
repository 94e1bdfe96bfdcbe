"""Each rule of the official forms: a report that breaks it, and one that honestly does not."""

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.findings import Finding, counts
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, cells, report

Figures = dict[str, int | str | None]


def found(document: Document, rule: str = "") -> list[Finding]:
    return [finding for finding in check(document) if not rule or finding.rule == rule]


def requests(**figures: int | None) -> Figures:
    """Cells of table 3, written row__column."""
    return {f"requests.{name.replace('__', '.')}": value for name, value in figures.items()}


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
        "第一项加第二项是60，第三项（七）总计加第四项是61，相差1。"
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
    assert "四、结转下年度继续办理：总计填的是4，" in findings[0].message
    assert (findings[0].found, findings[0].expected) == ("4", "3")
    assert len(findings[0].keys) == 7


def test_t3_3_is_content_with_the_right_total():
    figures = requests(carried__person=2, left__person=2, left__total=2)
    assert found(report(NEW, figures=figures)) == []


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
        "四、政府信息公开行政复议、行政诉讼情况 › 行政复议：总计填的是0"
    )
    assert finding.formula.endswith("：0，10＋1＋0＋0＝11")
    assert finding.difference == "11"


def test_t4_1_is_content_with_the_right_total():
    figures: Figures = {"disputes.direct.pending": 2, "disputes.direct.total": 2}
    assert found(report(NEW, figures=figures)) == []


# V-1: every figure of its kind


@pytest.mark.parametrize(
    ("form", "key", "value", "why"),
    [
        ("new", "requests.left.person", "-5", "不能为负数"),
        ("new", "disputes.review.upheld", "1.5", "应为整数"),
        ("new", "disclosure.fees.amount", "-0.5", "不能为负数"),
        ("new", "disclosure.fees.amount", "约3", "不是数字"),
        ("new", "disclosure.documents.made", "12份文件", "不是数字"),
        ("new", "disclosure.documents.made", "9" * 5000, "数字太长"),
        ("new", "disclosure.documents.made", "²", "不是数字"),
        ("old", "disclosure.licensing.change", "1.5", "应为整数"),
        ("old", "disclosure.procurement.amount", "-3万元", "不能为负数"),
        ("old", "disclosure.procurement.amount", "若干", "不是金额"),
    ],
)
def test_v_1_tells_a_figure_that_is_none_of_its_kind(form: str, key: str, value: str, why: str):
    document = report(NEW if form == "new" else OLD, figures={key: value})
    (finding,) = found(document, "V-1")
    assert finding.severity == "error"
    assert finding.keys == (key,)
    assert finding.found == value
    assert why in finding.message
    assert len(finding.message) < 120


@pytest.mark.parametrize(
    ("form", "key", "value"),
    [
        ("new", "disclosure.fees.amount", "24252.311082"),
        ("new", "disclosure.penalties.decisions", "11398889"),
        ("old", "disclosure.licensing.change", "-18"),
        ("old", "disclosure.procurement.amount", "678.15万元"),
        ("old", "disclosure.procurement.amount", "251000"),
    ],
)
def test_v_1_is_content_with_large_signed_and_decimal_figures(form: str, key: str, value: str):
    assert found(report(NEW if form == "new" else OLD, figures={key: value})) == []


def test_v_1_leaves_the_sums_that_need_the_figure_waiting():
    findings = found(report(NEW, figures={"requests.new.person": "三件"}))
    assert [finding.rule for finding in findings] == ["V-1"]


# V-2: no blank


def test_v_2_is_one_finding_a_table_and_lists_its_blanks():
    blank: Figures = {"requests.new.person": None, "requests.left.other": None}
    blank |= {"disputes.review.other": None}
    findings = found(report(NEW, figures=blank))
    assert [(f.rule, f.severity) for f in findings] == [("V-2", "error"), ("V-2", "error")]
    assert findings[0].keys == ("requests.new.person", "requests.left.other")
    assert "有2格空白：一、本年新收政府信息公开申请数量 › 自然人；" in findings[0].message
    assert findings[1].keys == ("disputes.review.other",)


def test_v_2_names_whole_columns_and_rows():
    rows = [key for key in cells(NEW, block="requests") if key.endswith(".legal")]
    blank: Figures = dict.fromkeys([*rows, "disputes.direct.upheld"])
    blank |= dict.fromkeys(k for k in cells(NEW, block="disputes") if ".after_review." in k)
    findings = found(report(NEW, figures=blank))
    assert "有24格空白：“法律服务机构”整列。" in findings[0].message
    assert "有5格空白：“行政诉讼 › 复议后起诉”整行；行政诉讼 › 未经复议" in findings[1].message


def test_v_2_of_an_empty_form_is_one_finding_a_table():
    document = report(NEW, figures=dict.fromkeys(cells(NEW)))
    findings = found(document)
    assert [finding.rule for finding in findings] == ["V-2"] * 3
    assert sum(len(finding.keys) for finding in findings) == len(cells(NEW))
    assert all("一格也没有填" in finding.message for finding in findings)


def test_v_2_does_not_ask_for_totals():
    document = report(NEW)
    assert not [key for key in cells(NEW, entries=False, totals=True) if key in document.values]
    assert found(document, "V-2") == []


def test_a_blank_is_never_reckoned_with_0():
    figures = requests(new__person=9, carried__person=None)
    assert [finding.rule for finding in found(report(NEW, figures=figures))] == ["V-2"]


# T2-1, T2-2


def before(figures: Figures, year: int = 2022) -> Document:
    return report(NEW, year, figures)


def test_t2_1_tells_more_files_abolished_than_there_can_be():
    last = before({"disclosure.documents.in_force": 5})
    figures: Figures = {
        "disclosure.documents.made": 1,
        "disclosure.documents.abolished": 7,
        "disclosure.documents.in_force": -1,
    }
    (finding,) = found(report(NEW, 2023, figures, previous=last), "T2-1")
    assert (finding.severity, finding.found, finding.expected) == ("review", "7", "6")
    assert finding.difference == "1"


def test_t2_1_is_content_when_all_are_abolished():
    last = before({"disclosure.documents.in_force": 5})
    figures: Figures = {"disclosure.documents.made": 1, "disclosure.documents.abolished": 6}
    assert found(report(NEW, 2023, figures, previous=last)) == []


def test_t2_1_waits_without_last_year():
    assert found(report(NEW, 2023, {"disclosure.documents.abolished": 7}), "T2-1") == []


def test_t2_2_hints_at_more_files_opened_than_made():
    figures: Figures = {"disclosure.documents.made": 1, "disclosure.documents.opened": 3}
    (finding,) = found(report(OLD, figures=figures))
    assert (finding.rule, finding.severity, finding.difference) == ("T2-2", "hint", "2")


def test_t2_2_is_content_with_as_many():
    figures: Figures = {"disclosure.documents.made": 3, "disclosure.documents.opened": 3}
    assert found(report(OLD, figures=figures)) == []


# Y-1 to Y-4: last year


def test_y_1_tells_what_was_not_carried_over():
    last = before(requests(new__person=4, left__person=4))
    this = report(NEW, 2023, requests(carried__person=3, granted__person=3), previous=last)
    (finding,) = found(this)
    assert (finding.rule, finding.severity) == ("Y-1", "review")
    assert finding.keys == ("requests.carried.person",)
    assert (finding.found, finding.expected, finding.difference) == ("3", "4", "1")


def test_y_1_is_content_when_all_is_carried_over():
    last = before(requests(new__person=4, left__person=4))
    this = report(NEW, 2023, requests(carried__person=4, granted__person=4), previous=last)
    assert found(this) == []


def test_y_1_of_moved_applicants_is_told_by_their_columns_only():
    last = before(requests(new__person=4, left__person=4))
    this = report(NEW, 2023, requests(carried__company=4, granted__company=4), previous=last)
    assert [f.keys[0] for f in found(this, "Y-1")] == [
        "requests.carried.person",
        "requests.carried.company",
    ]


def test_y_1_that_only_the_total_column_shows_is_told():
    last = before(requests(new__person=4, left__person=4, left__total=5))
    this = report(NEW, 2023, requests(carried__person=4, granted__person=4), previous=last)
    assert [finding.keys for finding in found(this)] == [("requests.carried.total",)]


@pytest.mark.parametrize(("year", "told"), [(2022, 1), (None, 1), (2021, 0), (2023, 0)])
def test_last_year_is_the_year_before_or_of_a_year_unknown(year: int | None, told: int):
    last = before(requests(new__person=4, left__person=4))
    last.year = year
    assert len(found(report(NEW, 2023, previous=last))) == told


def test_y_1_holds_over_the_change_of_the_form_and_y_2_does_not():
    figures = requests(new__person=4, left__person=4)
    last = report(OLD, 2020, {**figures, "disclosure.documents.public": 166})
    this = report(NEW, 2021, {"disclosure.documents.in_force": 665}, previous=last)
    assert [finding.rule for finding in found(this)] == ["Y-1"]


def test_y_1_waits_for_last_years_blanks():
    last = before(requests(left__person=None))
    assert found(report(NEW, 2023, requests(carried__person=1), previous=last), "Y-1") == []


def test_y_2_tells_files_in_force_that_do_not_follow():
    last = before({"disclosure.documents.in_force": 643})
    figures: Figures = {
        "disclosure.documents.made": 20,
        "disclosure.documents.abolished": 30,
        "disclosure.documents.in_force": 470,
    }
    (finding,) = found(report(NEW, 2023, figures, previous=last))
    assert (finding.rule, finding.severity) == ("Y-2", "review")
    assert (finding.found, finding.expected, finding.difference) == ("470", "633", "163")
    assert finding.formula.endswith("：470，643＋20－30＝633")
    assert "二、主动公开政府信息情况 › 行政规范性文件：" in finding.message


def test_y_2_is_content_when_they_follow():
    last = before({"disclosure.documents.in_force": 643})
    figures: Figures = {"disclosure.documents.made": 20, "disclosure.documents.in_force": 663}
    assert found(report(NEW, 2023, figures, previous=last)) == []


def test_y_3_tells_items_that_do_not_follow():
    last = report(OLD, 2019, {"disclosure.fees.items_before": 10, "disclosure.fees.change": -3})
    (finding,) = found(report(OLD, 2020, {"disclosure.fees.items_before": 10}, previous=last))
    assert (finding.rule, finding.severity) == ("Y-3", "review")
    assert finding.formula.endswith("：10，10＋（-3）＝7")
    assert found(report(OLD, 2020, {"disclosure.fees.items_before": 7}, previous=last)) == []


def test_y_4_hints_at_open_files_that_do_not_follow():
    last = report(OLD, 2019, {"disclosure.regulations.public": 3})
    figures: Figures = {"disclosure.regulations.public": 7}
    (finding,) = found(report(OLD, 2020, figures, previous=last))
    assert (finding.rule, finding.severity, finding.difference) == ("Y-4", "hint", "4")
    figures = {"disclosure.regulations.public": 3}
    assert found(report(OLD, 2020, figures, previous=last)) == []


# The hybrid form


OTHER = ("other_late", "other_unpaid", "other_rest")
APPLICANTS = ("person", "company", "research", "charity", "legal", "other")


def hybrid(figures: Figures, **flat: int) -> Document:
    blank: Figures = {f"requests.{row}.{c}": None for row in OTHER for c in APPLICANTS}
    group = {f"requests.other.{c}": n for c, n in flat.items()}
    return report(NEW, figures={**blank, **figures}, group_values=group, as_printed=True)


def test_the_hybrid_form_is_one_review_finding_and_no_blanks():
    flat = dict.fromkeys((*APPLICANTS, "total"), 0)
    findings = [f for f in found(hybrid({}, **flat)) if f.severity != "hint"]
    assert [(f.rule, f.severity) for f in findings] == [("hybrid", "review")]
    assert len(findings[0].keys) == 21
    assert "（六）其他处理" in findings[0].message


def test_the_flat_figure_takes_part_in_the_sum_of_results():
    flat = dict.fromkeys(APPLICANTS, 0) | {"person": 2, "total": 2}
    figures = requests(new__person=2, results__person=2)
    document = hybrid(figures, **flat)
    assert [f.rule for f in found(document) if f.severity != "hint"] == ["hybrid"]
    document.values["requests.results.person"] = "3"
    document.values["requests.new.person"] = "3"
    finding, _ = found(document, "T3-2")
    assert (finding.found, finding.expected) == ("3", "2")
    assert finding.formula == "（七）总计＝（一）至（六）各项之和：3，2"


def test_a_form_without_flat_figures_is_no_hybrid():
    assert found(report(NEW), "hybrid") == []


# Refused tables and totals that are not printed


def test_a_refused_table_is_one_finding():
    document = report(NEW, figures=dict.fromkeys(cells(NEW, block="requests")))
    document.refused["requests"] = "数字连在一起，分不开。"
    (finding,) = found(document)
    assert (finding.rule, finding.severity, finding.keys) == ("V-2", "error", ("requests",))
    assert "数字连在一起，分不开。" in finding.message


def test_totals_that_a_file_does_not_print_are_one_hint_a_sum():
    findings = found(report(NEW, as_printed=True))
    assert [(f.rule, f.severity, len(f.keys)) for f in findings] == [
        ("T3-3", "hint", 25),
        ("T3-2", "hint", 6),
        ("T4-1", "hint", 3),
    ]
    assert "“总计”整列" in findings[0].message


def test_totals_that_wait_or_are_printed_are_no_hint():
    document = report(NEW, as_printed=True, figures={"disputes.review.upheld": None})
    document.values |= dict.fromkeys(cells(NEW, entries=False, totals=True), "0")
    del document.values["disputes.review.total"]
    assert [finding.rule for finding in found(document)] == ["V-2"]


def test_findings_are_counted_by_severity():
    document = report(NEW, figures=requests(new__person=1), texts={"overview": "", "others": "无"})
    assert counts(check(document)) == {"error": 2, "review": 1, "hint": 0}


def test_findings_stand_in_the_order_of_the_form_worst_first_in_each_section():
    figures: Figures = {"disclosure.fees.amount": None, "disputes.review.total": 3}
    document = report(NEW, figures={**figures, **requests(left__person=1)}, as_printed=True)
    document.values["others"] = "无。"
    sections = {"d": 2, "r": 3, "o": 6}
    places = [
        (4 if f.keys[0].startswith("disputes") else sections[f.keys[0][0]], f.severity)
        for f in check(document)
    ]
    order = {"error": 0, "review": 1, "hint": 2}
    assert places == sorted(places, key=lambda place: (place[0], order[place[1]]))
    assert {section for section, _ in places} == {2, 3, 4, 6}
