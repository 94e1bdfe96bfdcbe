"""Figures that the text quotes, against the tables: X-1 to X-7, and the rules' own manners."""

import pytest

from reportdesk.checks.checker import Checker, check
from reportdesk.checks.findings import Finding
from reportdesk.form.edition import Edition, TextRule
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, edition, report, requests, table, text

FIGURES = {
    **requests(
        new__person=60,
        new__company=18,
        carried__person=1,
        granted__person=30,
        granted__company=10,
        partial__person=9,
        denied_law__person=4,
        denied_third__person=3,
        unable_none__person=12,
        refused_repeat__person=3,
        left__company=8,
    ),
    "disputes.review.upheld": 2,
    "disputes.direct.upheld": 1,
    "disputes.after_review.other": 3,
}
"""60 + 18 came in, 1 was carried, 71 were closed, 8 are left."""


def quoted(words: str, form: Edition = NEW, **more: int) -> list[Finding]:
    figures = {**FIGURES, **{key.replace("__", "."): value for key, value in more.items()}}
    document = report(form, form.last_year or 2025, figures, texts={"overview": words})
    return [finding for finding in check(document) if finding.rule.startswith("X-")]


@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
@pytest.mark.parametrize(
    ("rule", "words", "expected"),
    [
        ("X-1", "全年收到政府信息公开申请77件。", "78或79"),
        ("X-1", "全年共受理 77 件政府信息公开申请。", "78或79"),
        ("X-1", "依申请公开共受理77件。", "78或79"),
        ("X-2", "收到申请78件，上年结转2件。", "1"),
        ("X-2", "收到申请78件，结转下年度继续办理7件。", "8"),
        ("X-2", "收到申请78件，上年结转1件，办结70件。", "71"),
        ("X-3", "办理申请时，予以公开41件。", "40"),
        ("X-3", "办理申请时，部分公开8件。", "9"),
        ("X-3", "办理申请时，不予公开6件。", "7"),
        ("X-3", "办理申请时，无法提供11件。", "12"),
        ("X-3", "办理申请时，不予处理4件。", "3"),
        ("X-3", "办理申请时，其他处理1件。", "0"),
        ("X-3", "办理申请时，予以公开及部分公开48件。", "49"),
        ("X-4", "收到申请78件，其中自然人59件。", "60或61"),
        ("X-4", "收到申请78件，其中法人或其他组织17件。", "18或10"),
        ("X-5", "因政府信息公开引发行政复议3件。", "2"),
        ("X-5", "因政府信息公开引发行政诉讼3起。", "4"),
        ("X-6", "收到申请78件，予以公开40件，占60.0%。", "56.3%"),
        ("X-7", "全年制发行政规范性文件3件。", "2"),
        ("X-7", "公开现行有效的规范性文件 13 件。", "14"),
    ],
)
def test_a_number_that_the_tables_do_not_have_is_asked_about(
    form: Edition, rule: str, words: str, expected: str
):
    documents = (
        {"disclosure__documents__made": 2, "disclosure__documents__in_force": 14}
        if form is NEW
        else {"disclosure__documents__made": 2, "disclosure__documents__public": 14}
    )
    if form is OLD:
        documents["disclosure__documents__opened"] = 2
    (finding,) = quoted(words, form, **documents)
    assert (finding.rule, finding.severity, finding.keys[0]) == (rule, "review", "overview")
    assert set(expected.split("或")) <= set(finding.expected.split("或"))
    assert words[finding.at[0] : sum(finding.at)] in finding.message


@pytest.mark.parametrize(
    "words",
    [
        "全年收到政府信息公开申请78件，其中网络申请50件、信函申请28件。",
        "全年收到政府信息公开申请79件（含上年结转1件），办结71件，结转下年度8件。",
        "通过网络收到申请50件，通过信函收到申请28件。",
        "2024年收到申请90件，今年有所减少。",
        "较上年收到申请90件减少。",
        "收到行政复议申请12件。全年办理行政复议300件、行政诉讼40件。",
        "因政府信息公开引发的行政复议、行政诉讼6件。",
        "受理网络问政182件，办结来信94件，答复咨询58条。",
        "收到申请70余件。收到申请近70件。收到申请约7.5万件。",
        "全年办结建议提案12件，按期办结申请70件。",
        "自然人申请予以公开30件，不予公开7件。",
        "出台规范性文件管理办法1件，清理文件30份，占全部文件的12%。",
        "收到申请78件，不予公开7件，占9.9%；无法提供12件，占16.9%。",
        "全年收到申请人补正材料9份。",
        "县直部门受理申请40件，乡镇受理申请38件。",
    ],
)
def test_what_agrees_or_speaks_of_something_else_is_left_alone(words: str):
    assert quoted(words) == []


def test_what_is_asked_of_a_text_comes_in_the_order_of_its_words():
    words = "收到申请79件，上年结转2件，办结70件。制发规范性文件9件。"
    documents = {"disclosure__documents__made": 2}
    assert [f.rule for f in quoted(words, NEW, **documents)] == ["X-2", "X-2", "X-7"]
    words = "制发规范性文件9件。收到申请79件，办结70件，上年结转2件。"
    found = quoted(words, NEW, **documents)
    assert [f.at[0] for f in found] == sorted(f.at[0] for f in found)
    assert len(found) == 3


def test_one_place_that_agrees_is_enough():
    assert quoted("收到申请20件的单位有三个。全年收到申请78件。") == []


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("X-1", "全年收到政府信息公开申请七十七件。"),
        ("X-1", "全年共受理 八十 件政府信息公开申请。"),
        ("X-2", "收到申请七十八件，结转下年度继续办理两件。"),
        ("X-3", "办理申请时，予以公开一百零五件。"),
        ("X-3", "办理申请时，不予公开一件。"),
        ("X-4", "收到申请七十八件，其中自然人五十九件。"),
        ("X-5", "因政府信息公开引发行政复议三件。"),
        ("X-5", "因政府信息公开引发行政诉讼一起。"),
        ("X-7", "全年制发行政规范性文件三件。"),
        ("X-7", "全年制定了十二件行政规范性文件。"),
    ],
)
def test_a_number_that_is_spelt_is_read_as_one_in_digits(rule: str, words: str):
    documents = {"disclosure__documents__made": 2, "disclosure__documents__in_force": 14}
    assert [finding.rule for finding in quoted(words, NEW, **documents)] == [rule]


@pytest.mark.parametrize(
    "words",
    [
        "全年收到政府信息公开申请七十八件，办结七十一件，结转下年度八件。",
        "全年收到政府信息公开申请七十余件。收到申请几十件。收到申请七八十件。",
        "收到申请78件，没有不予处理一件。",
        "因政府信息公开未发生一起行政复议。没有发生行政诉讼一起。",
        "收到的申请一起办理。行政复议一起应对，政府信息公开不断加强。",
        "收到申请第一件起即专人办理。受理申请每一件都登记。受理申请统一件数口径。",
        "收到申请1万两千件的单位已经表扬。",
        "制发规范性文件三审三校。规范性文件一份一档。",
        "收到申请78件，办理申请时予以公开四十件。",
    ],
)
def test_a_spelt_number_that_agrees_or_is_none_is_left_alone(words: str):
    documents = {"disclosure__documents__made": 1, "disclosure__documents__in_force": 14}
    assert quoted(words, NEW, **documents) == []


RULE = TextRule(
    "W", "figure", "{words}：{found}，{expected}", "review",
    words=("收到|接到…来信#件",), equals=("t.a.x", "t.a.x - t.b.x"), near="水务", unless="其中",
)  # fmt: skip
FORM = edition(table("a b g/c", "x", groups="g"), text("story", RULE))


def judged(words: str, **cells: str) -> list[str]:
    values = {f"t.{row}.x": value for row, value in cells.items()}
    document = Document(FORM, 2020, {"story": words, "t.c.x": "0", **values})
    return [finding.message for finding in check(document) if finding.rule == "W"]


def test_a_rule_compares_with_any_of_its_sums():
    assert judged("水务来信：收到群众来信5件。", a="8", b="3") == []
    assert judged("水务来信：收到群众来信8件。", a="8", b="3") == []
    assert judged("水务来信：收到群众来信 6 件。", a="8", b="3") == ["收到群众来信 6 件：6，8或5"]


def test_a_rule_waits_for_its_blanks():
    assert judged("水务来信：收到群众来信6件。", a="8") == []


def test_a_rule_keeps_to_its_sentence():
    assert judged("收到来信6件。水务。", a="8", b="3") == []
    assert judged("水务，其中收到来信6件。", a="8", b="3") == []
    assert judged("水务收到来信6件，其中。", a="8", b="3") != []
    assert judged("水务收到、处理来信6件。", a="8", b="3") == []


def test_thousands_and_wide_digits_are_read():
    assert judged("水务收到来信1,234件。", a="1234", b="0") == []
    assert judged("水务收到来信１２件。", a="12", b="0") == []
    assert judged("水务收到来信12.5件。", a="12", b="0") == []


def test_a_live_number_agrees_with_its_cell_and_is_judged_again_when_another_changes():
    values = {"story": "水务收到来信{{t.a.x}}件。", "t.a.x": "8", "t.b.x": "3", "t.c.x": "0"}
    checker = Checker(Document(FORM, 2020, values))
    assert checker.findings() == []
    values["t.a.x"] = "9"
    checker.update(("t.a.x",))
    assert checker.findings() == []
    values["story"] = "水务收到来信8件。"
    (finding,) = checker.findings()
    assert finding.expected == "9或6"
    values["t.b.x"] = "1"
    checker.update(("t.b.x",))
    assert checker.findings() == []
