"""What a report says of the fee: X-8, against the table and within itself."""

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.findings import Finding
from tests.builders import NEW, report, requests

UNPAID = requests(new__person=2, other_unpaid__person=2)


def told(words: str, **figures: int) -> list[Finding]:
    document = report(NEW, 2025, {**requests(**figures)}, texts={"others": words})
    return [finding for finding in check(document) if finding.rule == "X-8"]


def told_unpaid(words: str) -> list[Finding]:
    return told(words, new__person=2, other_unpaid__person=2)


@pytest.mark.parametrize(
    "words",
    ["本年度没有发出信息处理费收费通知。", "本机关未向申请人开具缴费通知，未收取信息处理费。"],
)
def test_who_sent_no_notice_has_none_that_was_not_paid(words: str):
    found = told_unpaid(words)
    assert [f.severity for f in found] == ["review"]
    assert found[0].keys == ("others", "requests.other_unpaid.total")
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "本年度未收取信息处理费。",
        "2025年，无收取信息处理费情况。",
        "本年度政府信息公开未发生收费情况。",
        "全年收取政府信息公开信息处理费0元。",
    ],
)
def test_a_notice_that_was_not_paid_is_no_contradiction_but_may_be_written_down(words: str):
    assert [f.severity for f in told_unpaid(words)] == ["hint"]
    assert told(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "发出收费通知2件，申请人逾期未缴，未收取信息处理费。",
        "全年收取信息处理费共计400元。",
        "全年收取信息处理费0.5元。",
    ],
)
def test_who_speaks_of_the_notices_or_took_a_fee_is_told_nothing(words: str):
    assert told_unpaid(words) == []


@pytest.mark.parametrize(
    ("words", "found", "expected"),
    [
        (
            "收取信息处理费2950元，其中水务局420元、住建局290元、教育局1500元。",
            "2950 元",
            "2210 元",
        ),
        ("收取信息处理费300元，其中水务局 200 元，住建局 200 元。", "300 元", "400 元"),
        ("收取信息处理费25件，共计2,950元，其中：甲镇3件420元、乙镇23件2530元。", "25 件", "26 件"),
        ("收取信息处理费十二件，分别为甲镇五件、乙镇五件、丙镇三件。", "12 件", "13 件"),
        (
            "收取信息处理费0.3万元，包括甲镇0.1万元、乙镇0.15万元、丙镇0.1万元。",
            "0.3 万元",
            "0.35 万元",
        ),
    ],
)
def test_items_that_do_not_add_up_to_what_is_stated_are_asked_about(
    words: str, found: str, expected: str
):
    (finding,) = told(words)
    assert (finding.severity, finding.keys) == ("review", ("others",))
    assert (finding.found, finding.expected) == (found, expected)
    start, length = finding.at
    quoted = words[start : start + length].replace(",", "").replace("十二", "12")
    assert quoted == found.replace(" ", "")


@pytest.mark.parametrize(
    "words",
    [
        "收取信息处理费2950元，其中甲镇420元、乙镇290元、丙镇1500元、丁镇140元、戊镇600元。",
        "收取信息处理费25件，共计2950元，其中：甲镇3件420元、乙镇22件2530元。",
        "收取信息处理费2950元，其中水务局420元。",
        "收取信息处理费2950元，其中水务局420元、住建局290元。",
        "收取信息处理费2950元，其中水务局420元、住建局290元、教育局100元等。",
        "收取信息处理费400元（1件，按100元/件计收4档），其中甲镇300元（按量200元、按件100元）、乙镇100元。",
        "收取信息处理费380元，涉及1件。发放补贴300元，其中甲镇200元、乙镇200元。",
        "发出收费通知3件、总金额300元，实际收取200元信息处理费。",
        "未收取信息处理费。",
    ],
)
def test_items_that_add_up_or_are_only_some_of_them_are_left_alone(words: str):
    assert told(words) == []
