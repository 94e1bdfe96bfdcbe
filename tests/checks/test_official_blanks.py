"""V-1, V-2, hybrid forms, refused tables and totals that are not printed, in official forms."""

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.findings import Finding, counts
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, Figures, cells, report, requests


def found(document: Document, rule: str = "") -> list[Finding]:
    return [finding for finding in check(document) if not rule or finding.rule == rule]


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
    assert "有 2 格空白：一、本年新收政府信息公开申请数量 › 自然人；" in findings[0].message
    assert findings[1].keys == ("disputes.review.other",)


def test_v_2_names_whole_columns_and_rows():
    rows = [key for key in cells(NEW, block="requests") if key.endswith(".legal")]
    blank: Figures = dict.fromkeys([*rows, "disputes.direct.upheld"])
    blank |= dict.fromkeys(k for k in cells(NEW, block="disputes") if ".after_review." in k)
    findings = found(report(NEW, figures=blank))
    assert "有 24 格空白：“法律服务机构”整列。" in findings[0].message
    assert "有 5 格空白：“行政诉讼 › 复议后起诉”整行；行政诉讼 › 未经复议" in findings[1].message


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
