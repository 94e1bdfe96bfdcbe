"""Old years in the words of a report: L-3 where last year's text left them."""

import pytest

from reportdesk.checks.checker import Checker, check
from reportdesk.checks.findings import Finding
from reportdesk.checks.repairs import remedy
from reportdesk.form.edition import TextRule
from reportdesk.report.document import Document
from reportdesk.report.rollover import roll_over
from tests.builders import NEW, OLD, edition, report, text


def told(words: str, year: int = 2025, last: str = "", before: int = 2024) -> list[Finding]:
    previous = report(NEW, before, texts={"overview": last}) if last else None
    document = report(NEW, year, texts={"overview": words}, previous=previous)
    return [f for f in check(document) if f.rule == "L-3" and f.keys == ("overview",)]


def shown(words: str, found: list[Finding]) -> list[tuple[str, str]]:
    """The years found, and what is offered in their place."""
    return [(words[f.at[0] : sum(f.at)], f.instead) for f in found]


@pytest.mark.parametrize(
    "words",
    [
        "2024年，我局认真贯彻《条例》。",
        "（一）主动公开情况\n2024年，我局公开信息214条。",
        "（二）依申请公开方面 2024年全县受理申请18件。",
        "二是加强解读。2024 年我局发布解读7篇。",
        "持续推进基层政务公开，2024年全县主动公开信息800条。",
        "我局2024年共公开信息30条。",
        "2024年，我局的工作仍存在一些不足：一是解读少。",
        "２０２４年，水价信息更新及时。",
        "二〇二四年，水价信息更新及时。",
    ],
)
def test_an_old_year_where_only_the_report_s_own_can_be_meant_is_told_by_itself(words: str):
    (finding,) = told(words)
    assert (finding.severity, finding.found, finding.expected) == ("hint", "2024", "2025")


@pytest.mark.parametrize(
    "words",
    [
        "全年公开信息30条，较2024年增长12%。",
        "与2024年相比，2025年收到的申请有所减少。",
        "2024年收到申请90件，今年有所减少。",
        "2024年的问题已经改正，2026年将继续改进。",
        "2024年度报告中提出的问题都已整改。",
        "2024年度考核结果为优秀。",
        "贯彻《条例》（2019年修订）和2019年4月3日修订的条例。",
        "按照云政函〔2024〕5号和《2024年政务公开工作要点》的要求。",
        "自2024年起，水价信息按月公开；2024年以来共公开9次。",
        "“十四五”规划（2021—2024年）已经公开。",
        "2022—2024年的水质数据已经公开。",
        "2024年5月印发的办法继续执行。",
        "2025年，共收到10件申请，2024年结转申请2件，结转2026年办理2件。",
        "2026年，我局将加强解读。",
        "2024年度部门决算于8月公开。",
        "2024年未办结的申请已全部办结。",
        "2024年政务公开评估中，我局排名第二。",
        "2024年12月，收到一件申请，元旦后答复。",
        "2024年存在的解读少的情况已经改进。",
        "我局2018年被列为试点单位。",
    ],
)
def test_a_year_that_stands_there_honestly_is_left_alone(words: str):
    assert told(words) == []


LAST = (
    "2024年，我局依法办理申请，较2023年减少3件。\n"
    "（二）2024年改进情况\n在总结2023年的不足后，定期核对水价信息，2024年我们请群众评议。\n"
    "（三）2025年改进措施\n2025年，我们将继续做好解读。\n"
    "执行《2024年度信息考核办法》，公开《水务局2023年度政府信息公开工作年度报告》。\n"
    "2024年5月，举办开放日。自2024年起按月公开水价。《条例》2019年修订。截至2024年底共88条。"
)


def test_every_year_of_last_year_s_words_is_told_with_the_one_that_it_becomes():
    found = told(LAST, last=LAST)
    assert sorted(shown(LAST, found)) == sorted(
        [
            ("2024年", "2025年"),
            ("2023年", "2024年"),
            ("2024年", "2025年"),
            ("2023年", "2024年"),
            ("2024年", "2025年"),
            ("2025年", "2026年"),
            ("2025年", "2026年"),
            ("2024年度", ""),
            ("2023年度", "2024年度"),
            ("2024年", ""),
            ("2024年底", "2025年底"),
        ]
    )
    assert len({finding.at for finding in found}) == len(found)


def test_where_no_other_year_is_sure_it_is_asked_about_and_none_is_offered():
    words = "制定《2024年度信息考核办法》，每季通报。"
    (finding,) = told(words, last=words)
    assert finding.instead == ""
    assert "请看今年是否还是它" in finding.message


def test_figures_changed_around_a_year_do_not_hide_it():
    last = "规范受理流程，其中2024年度供水类公开信息2,130条，办理来信8件。"
    words = "规范受理流程，其中2024年度供水类公开信息88条，办理来信17件。"
    assert shown(words, told(words, last=last)) == [("2024年度", "2025年度")]


@pytest.mark.parametrize(
    "words",
    [
        "规范受理流程，其中2024年度经过改写的公开信息88条。",
        "换了一个开头，其中2024年度供水类公开信息88条，办理来信17件。",
    ],
)
def test_words_changed_before_or_behind_a_year_do_not_hide_it(words: str):
    last = "认真规范受理流程，其中2024年度供水类公开信息2,130条，办理来信8件。"
    assert shown(words, told(words, last=last)) == [("2024年度", "2025年度")]


def test_what_was_renewed_or_written_anew_is_left_alone():
    words = LAST.replace("2025", "2026").replace("2024", "2025").replace("2023", "2024")
    assert [f for f in told(words, last=LAST) if f.instead] == []
    assert told("2025年，我们请群众评议，改进了解读。", last=LAST) == []


def test_the_years_shift_by_as_many_as_lie_between_the_reports():
    words = "2022年，我局依法办理申请。"
    assert shown(words, told(words, last=words, before=2022)) == [("2022年", "2025年")]


def test_every_year_of_a_report_rolled_into_the_next_is_told_but_those_that_are_renewed():
    words = "一年来的工作。\n2020年，我社公开信息71条，制度健全。"
    last = report(OLD, 2020, texts={"overview": words, "problems": "2020年的问题已经改正。"})
    document = roll_over(last, NEW, 2021).document
    found = [f for f in check(document) if f.rule == "L-3"]
    assert [(f.keys, f.instead) for f in found] == [
        (("overview",), "2021年"),
        (("problems",), "2021年"),
    ]


def test_a_document_named_with_last_year_in_the_preamble_keeps_its_year_and_is_asked_about():
    words = "根据《关于2024年政务公开工作要点的通知》（云政函〔2024〕5号）编制2024年的报告。"
    last = report(NEW, 2024, texts={"preamble": words})
    document = roll_over(last, NEW, 2025).document
    assert document.values["preamble"] == words.replace("编制2024年", "编制2025年")
    (finding,) = [f for f in check(document) if f.keys == ("preamble",)]
    assert (finding.found, finding.instead) == ("2024", "")


def test_the_repair_changes_that_year_alone():
    words = "2024年，我局公开信息9条。\n2024年，办理来信8件。"
    document = report(NEW, 2025, texts={"overview": words})
    checker = Checker(document)
    first, second = (f for f in checker.findings() if f.rule == "L-3")
    repair = remedy(checker, second).repair
    assert repair is not None
    assert repair.words == "改为 2025年"
    assert repair.after == {"overview": "2024年，我局公开信息9条。\n2025年，办理来信8件。"}
    assert first.at == (0, 5)


def test_a_year_is_told_once_however_many_rules_see_it():
    words = "截至2024年12月31日，共公开信息88条。"
    assert len(told(words, last=words)) == 1


def test_a_live_number_before_a_year_does_not_move_it():
    words = "受理申请{{requests.new.total}}件。2024年，公开信息9条。"
    (finding,) = told(words)
    assert words[finding.at[0] : sum(finding.at)] == "2024年"


def test_a_form_of_one_s_own_tells_the_years_that_were_left_in_its_words():
    rule = TextRule(
        "Y", "old_year", "{words}: {found}, {expected}?", words=("#",), ask="{words}: still so?",
        own=("^In#,",), before=("thanin#",), honest=("since#",), unsure=(r"\(#\)",),
    )  # fmt: skip
    form = edition(text("story"), text_rules=(rule,))  # spaces do not count in expressions
    last = "More than in 2023. Open since 2024. In 2024, we moved (2024)."

    def messages(words: str, previous: Document | None = None) -> list[str]:
        document = Document(form, 2025, {"story": words}, previous=previous)
        return [finding.message for finding in check(document)]

    assert messages("In 2024, we moved. We moved in 2024.") == ["2024: 2024, 2025?"]
    assert messages(last, Document(form, 2024, {"story": last})) == [
        "2023: 2023, 2024?",
        "2024: 2024, 2025?",
        "2024: still so?",
    ]
