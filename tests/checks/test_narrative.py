"""Rules about the narratives: L-1, L-2, X-9, and rules over all of them."""

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.findings import Finding
from reportdesk.checks.narrative import length
from reportdesk.form.edition import Edition, TextRule
from reportdesk.form.soundness import faults
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, edition, report, table, text


def found(document: Document) -> list[Finding]:
    return check(document)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("一二三。", 4),
        ("（一）主动公开", 7),
        ("2023年1月", 4),
        ("全年2,310条，占12.5%。", 8),
        ("用 Word 写的 report", 5),
        ("信访“网上受理”——答复……", 14),
        ("邮箱 a.b@c-d.gov.cn 。", 4),
        ("第１２项", 4),
        ("①②", 2),
        ("甲\n\n  乙\u3000丙", 3),
        ("甲\u200b乙\ufeff", 2),
    ],
)
def test_characters_are_counted_as_word_counts_them(words: str, count: int):
    assert length(words) == count


def test_l_1_hints_at_more_than_a_thousand_characters():
    (finding,) = found(report(NEW, texts={"overview": "公" * 1000 + "。"}))
    assert (finding.rule, finding.severity, finding.keys) == ("L-1", "hint", ("overview",))
    assert (finding.found, finding.expected) == ("1001", "1000")


def test_l_1_counts_a_number_as_one_however_long():
    assert found(report(NEW, texts={"overview": "公" * 990 + "，12345678901234567890件。"})) == []


def test_l_1_is_content_with_a_thousand_and_leaves_the_preamble_and_the_old_form_alone():
    assert found(report(NEW, texts={"overview": "公" * 1000})) == []
    assert found(report(NEW, texts={"preamble": "公" * 3000})) == []
    assert found(report(OLD, texts={"overview": "公" * 3000})) == []


@pytest.mark.parametrize("id", ["overview", "problems", "others"])
@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
def test_l_2_tells_an_empty_section_once(form: Edition, id: str):
    for words in ("", " \n\u3000"):
        (finding,) = found(report(form, texts={id: words}))
        assert (finding.rule, finding.severity, finding.keys) == ("L-2", "error", (id,))


@pytest.mark.parametrize("words", ["无", "无。", " 无 \n", "暂无。", "没有问题。"])
@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
def test_l_2_asks_about_problems_that_are_just_none(form: Edition, words: str):
    (finding,) = found(report(form, texts={"problems": words}))
    assert (finding.rule, finding.severity, finding.keys) == ("L-2", "review", ("problems",))


@pytest.mark.parametrize("words", ["/", "-", "——", "／", "＊＊", "。"])
@pytest.mark.parametrize("id", ["overview", "problems", "others"])
@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
def test_l_2_asks_about_a_section_of_which_there_is_just_a_sign(form: Edition, id: str, words: str):
    (finding,) = found(report(form, texts={id: words}))
    assert (finding.rule, finding.severity, finding.keys) == ("L-2", "review", (id,))


@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
def test_l_2_asks_about_an_overview_that_is_just_none(form: Edition):
    (finding,) = found(report(form, texts={"overview": "无。"}))
    assert (finding.rule, finding.severity, finding.keys) == ("L-2", "review", ("overview",))


def test_l_2_is_content_with_problems_that_say_more():
    assert found(report(NEW, texts={"problems": "无人值守的泵站信息更新慢，已经改进。"})) == []


@pytest.mark.parametrize("words", ["无。", "没有其他需要报告的事项。"])
def test_l_2_asks_for_the_fee_in_the_new_form_only(words: str):
    (finding,) = found(report(NEW, texts={"others": words}))
    assert (finding.rule, finding.severity, finding.keys) == ("L-2", "review", ("others",))
    assert found(report(OLD, texts={"others": words})) == []


def test_x_9_hints_at_requests_that_the_text_denies():
    document = report(
        NEW,
        figures={"requests.new.person": 2, "requests.granted.person": 2},
        texts={"overview": "主动公开水价。本年度未收到政府信息公开申请。"},
    )
    (finding,) = found(document)
    assert (finding.rule, finding.severity) == ("X-9", "hint")
    assert finding.keys == ("overview", "requests.new.total")
    assert (finding.found, finding.expected) == ("未收到政府信息公开申请", "2")


def test_x_9_is_content_where_there_were_none_said_or_unsaid():
    denied = {"overview": "本年度未收到政府信息公开申请。"}
    assert found(report(NEW, texts=denied)) == []
    assert found(report(NEW)) == []
    carried = {"requests.carried.person": 1, "requests.granted.person": 1}
    assert found(report(NEW, figures=carried, texts=denied)) == []


def test_x_9_waits_while_the_total_does():
    denied = {"overview": "本年度未收到政府信息公开申请。"}
    document = report(NEW, figures={"requests.new.person": None}, texts=denied)
    assert [finding.rule for finding in found(document)] == ["V-2"]


LATE = TextRule("W-1", "mentions", "没有写期限。", severity="review", words=("期限",))


def test_a_rule_of_the_whole_edition_looks_at_all_narratives_together():
    form = edition(text("one"), text("two"), text_rules=[LATE])
    document = Document(form, 2020, {"one": "甲", "two": "乙"})
    (finding,) = found(document)
    assert (finding.rule, finding.keys) == ("W-1", ("one", "two"))
    document.values["two"] = "期限是三月"
    assert found(document) == []


def test_a_rule_may_be_relevelled_or_switched_off():
    form = edition(text("one", LATE), levels={"W-1": "error"})
    assert [f.severity for f in found(Document(form, 2020, {"one": "甲"}))] == ["error"]
    form = edition(text("one", LATE), levels={"W-1": "off"})
    assert found(Document(form, 2020, {"one": "甲"})) == []


def test_a_denial_of_several_figures_names_those_that_are_not_0():
    rule = TextRule("W-2", "denial", "与表不符。", words=("没有案件",), keys=("t.a.x", "t.b.x"))
    form = edition(table("a b", "x"), text("one", rule))
    document = Document(form, 2020, {"one": "全年没有案件。", "t.a.x": "0", "t.b.x": "3"})
    (finding,) = found(document)
    assert finding.keys == ("one", "t.b.x")
    assert finding.formula == "文中写“没有案件”，表中是3"


LIVE = "收到{{requests.new.total}}件，不予公开{{requests.denied.total}}件。"


def test_a_live_number_without_a_value_is_an_error_that_names_it():
    document = report(NEW, figures={"requests.new.person": None}, texts={"problems": LIVE})
    (finding,) = [f for f in found(document) if f.rule == "live"]
    assert (finding.severity, finding.keys) == ("error", ("problems", "requests.new.total"))
    assert "本年新收" in finding.message
    assert "存在的主要问题" in finding.message
    start, size = finding.at
    assert LIVE[start : start + size] == "{{requests.new.total}}"


def test_live_numbers_with_values_are_no_finding_and_are_counted_as_they_are_read():
    assert found(report(NEW, texts={"problems": LIVE})) == []
    limited = edition(table("a", "x"), text("one", TextRule("W", "length", "太长", limit=4)))
    document = Document(limited, 2020, {"t.a.x": "1", "one": "甲{{t.a.x}}乙"})
    assert found(document) == []


def test_no_edition_can_let_a_live_number_go_blank():
    form = edition(table("a", "x", required=False), text("one"), levels={"live": "off"})
    assert any("live" in fault for fault in faults(form))
    (finding,) = found(Document(form, 2020, {"one": "{{t.a.x}}"}))
    assert (finding.rule, finding.severity) == ("live", "error")


def test_what_denies_a_figure_is_found_where_it_stands():
    words = "{{requests.new.total}}。本年度未收到政府信息公开申请。"
    document = report(NEW, figures={"requests.new.person": 2}, texts={"overview": words})
    (finding,) = [f for f in found(document) if f.rule == "X-9"]
    assert words[finding.at[0] : sum(finding.at)] == "未收到政府信息公开申请"
