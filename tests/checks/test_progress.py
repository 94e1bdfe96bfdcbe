"""How far a report is: told calmly, and never better than it is."""

from collections.abc import Mapping

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.progress import progress, section_of, waits
from reportdesk.checks.standing import reason_name
from reportdesk.checks.steps import Progress, Step
from reportdesk.form.edition import Edition, Line, Section, Text, TextRule
from reportdesk.report.document import Document, Origin
from reportdesk.report.kept_words import holding
from reportdesk.report.rollover import roll_over
from tests.builders import CATALOG, NEW, cells, edition, report, requests, table, text

FINISHED = {
    "title": "报告",
    "overview": "主动公开、依申请公开、政府信息管理、平台建设、监督保障都做了。",
    "problems": "主要问题是更新不及时，已经改进。",
}
"""Texts that speak of all that they have to."""


def told(document: Document) -> Progress:
    return progress(document, check(document))


def steps(document: Document) -> Mapping[str, Step]:
    return {step.id: step for step in told(document).steps}


def blank(form: Edition = NEW) -> Document:
    return Document(form, 2025)


def test_a_report_with_nothing_in_it_is_not_filled_and_has_no_errors() -> None:
    found = told(blank())
    assert {(step.state, step.words) for step in found.steps} == {("none", "未填")}
    assert (found.filled, found.errors, found.reviews) == (0, 0, 0)
    assert found.of == len(cells(NEW)) + 5
    assert not found.complete


def test_a_report_with_all_in_it_is_filled() -> None:
    found = told(report(NEW, 2025, texts=FINISHED))
    assert {(step.state, step.words) for step in found.steps} == {("done", "已填完")}
    assert found.filled == found.of
    assert found.complete


def test_the_sections_are_called_by_their_short_names() -> None:
    assert [step.title for step in told(blank()).steps] == [s.short for s in NEW.sections]
    assert [step.title for step in told(blank(edition(table("a", "c")))).steps] == ["封面", "测试"]


def test_a_table_that_is_being_filled_is_half_full_and_not_wrong() -> None:
    document = blank()
    keys = cells(NEW, block="requests")[:64]
    document.values = dict.fromkeys(keys, "0")
    step = steps(document)["s3"]
    assert (step.state, step.words) == ("part", "填了 64 / 144 格")
    assert (step.filled, step.of, step.errors) == (64, 144, 0)


def test_a_total_is_no_blank_to_be_filled() -> None:
    document = blank()
    document.values = dict.fromkeys(cells(NEW, entries=False, totals=True), "0")
    step = steps(document)["s3"]
    assert (step.filled, step.of) == (0, 144)


def test_what_was_written_and_does_not_hold_is_an_error_however_much_is_blank() -> None:
    document = blank()
    document.values = {"requests.new.person": "五"}
    step = steps(document)["s3"]
    assert (step.state, step.words, step.errors) == ("error", "错误 1 处", 1)


def test_the_gravest_is_told_first_and_hints_change_nothing() -> None:
    last = report(NEW, 2024, requests(left__person=1))
    document = report(NEW, 2025, {"requests.new.person": 1}, previous=last)
    step = steps(document)["s3"]
    assert (step.state, step.errors, step.reviews) == ("error", 1, 1)
    document.values["requests.new.person"] = "0"
    step = steps(document)["s3"]
    assert (step.state, step.words) == ("review", "核实 1 处")
    long = report(NEW, 2025, texts={"overview": FINISHED["overview"] + "字" * 1000})
    step = steps(long)["s1"]
    assert (step.state, step.words, step.hints) == ("done", "已填完", 1)
    assert told(long).hints == 1


def test_a_review_whose_reason_is_written_counts_no_more() -> None:
    last = report(NEW, 2024, requests(left__person=1))
    document = report(NEW, 2025, previous=last)
    (finding,) = [f for f in check(document) if f.severity == "review"]
    assert told(document).reviews == 1
    document.reasons[reason_name(finding.rule, finding.keys)] = "机构合并，统计范围变化。"
    assert told(document).reviews == 0
    assert steps(document)["s3"].state == "done"


def test_a_text_is_done_once_no_paragraph_is_last_year_s_without_somebody_s_word() -> None:
    words = FINISHED["overview"] + "\n（一）标题\n水价信息每月核对一次，答复群众来信。\n无。"
    document = roll_over(report(NEW, 2024, texts={"overview": words}), NEW, 2025).document
    assert (steps(document)["s1"].state, steps(document)["s1"].words) == ("part", "3 段还同上年")
    document.values["overview"] = words.replace("无。", "供水。")
    assert steps(document)["s1"].words == "2 段还同上年"
    document.values["overview"] = words.replace("一次", "两次")
    assert steps(document)["s1"].words == "1 段还同上年"
    first = FINISHED["overview"]
    document.origins["overview"] = holding(document, "overview", [first])
    assert (steps(document)["s1"].state, steps(document)["s1"].words) == ("done", "已填完")
    document.origins["overview"] = holding(document, "overview", [first], holds=False)
    assert steps(document)["s1"].words == "1 段还同上年"


def test_a_text_that_was_last_year_s_word_for_word_is_done_when_all_of_it_holds() -> None:
    document = roll_over(report(NEW, 2024, texts=FINISHED), NEW, 2025).document
    step = steps(document)["s1"]
    assert (step.state, step.words, step.filled) == ("part", "1 段还同上年", 1)
    document.origins["overview"] = holding(document, "overview", [FINISHED["overview"]])
    assert steps(document)["s1"].words == "已填完"


def test_a_text_that_does_not_speak_of_all_it_has_to_is_not_done() -> None:
    words = "存在的主 要\n问题是更新不及时。"
    document = report(NEW, 2025, texts={"problems": words})
    step = steps(document)["s5"]
    assert (step.state, step.words, step.filled) == ("part", "已写 14 字", 1)
    document.values["problems"] += "下一步每周核对。"
    assert steps(document)["s5"].state == "done"


@pytest.mark.parametrize(("id", "words"), [("problems", "无。"), ("others", "/")])
def test_a_text_that_says_nothing_is_to_be_looked_at_and_done_once_that_is_explained(
    id: str, words: str
) -> None:
    section = NEW.fields[id].section.id
    document = report(NEW, 2025, texts={id: words})
    step = steps(document)[section]
    assert (step.state, step.words, step.errors) == ("review", "核实 1 处", 0)
    (finding,) = check(document)
    document.reasons[reason_name(finding.rule, finding.keys)] = "本机关去年年底才成立。"
    assert steps(document)[section].words == "已填完"


def test_a_text_from_a_file_is_as_good_as_one_that_was_typed() -> None:
    document = report(NEW, 2025, texts=FINISHED)
    document.origins["overview"] = Origin("file", "2025.docx")
    assert steps(document)["s1"].state == "done"


def test_a_text_of_blanks_only_is_not_written() -> None:
    document = report(NEW, 2025, texts={"overview": " \n "})
    step = steps(document)["s1"]
    assert (step.filled, step.errors) == (0, 0)
    assert step.state != "done"


def test_an_empty_text_is_left_to_do_and_a_bad_one_is_an_error() -> None:
    rules = (
        TextRule("L-2", "filled", "没有内容。", "error"),
        TextRule("L-2", "not_just", "只写了“无”。", "error", words=("无",)),
    )
    form = edition(Text("words", required=True, rules=rules))
    document = blank(form)
    (finding,) = check(document)
    assert waits(document, finding)
    assert steps(document)["s1"].state == "none"
    document.values["words"] = "无"
    (finding,) = check(document)
    assert not waits(document, finding)
    assert steps(document)["s1"].words == "错误 1 处"


def test_several_texts_in_one_section_count_their_words_until_all_are_written() -> None:
    form = edition(Text("one", required=True), Text("two", required=True))
    document = Document(form, 2025, {"one": "写了十个字的一段话。"})
    assert steps(document)["s1"].words == "已写 10 字"
    document.values["two"] = "也写了。"
    assert steps(document)["s1"].words == "已填完"


def test_a_section_in_which_nothing_must_be_filled_lacks_nothing() -> None:
    form = edition(Line("number", "文号"), table("a", "c", required=False), text("note"))
    document = blank(form)
    step = steps(document)["s1"]
    assert (step.state, step.words, step.of) == ("done", "可不填", 0)
    document.values["number"] = "〔2025〕1号"
    assert steps(document)["s1"].words == "已填完"


def test_a_section_of_which_only_what_may_be_empty_is_filled_is_begun() -> None:
    document = blank()
    document.values["contact_phone"] = "0000-1234567"
    assert steps(document)["cover"].words == "填了 0 / 2 格"


def test_a_table_that_a_file_had_and_that_was_not_read_is_left_to_do() -> None:
    document = blank()
    document.refused["requests"] = "表格的格线已丢失。"
    assert steps(document)["s3"].state == "none"
    assert told(document).errors == 0


def test_a_finding_belongs_to_the_section_of_what_it_is_about() -> None:
    document = report(NEW, 2025, {"requests.new.person": 2, "requests.left.person": 2})
    document.values["overview"] = "本年度未收到政府信息公开申请。"
    (finding,) = check(document)
    assert section_of(NEW, finding) == "s1"
    assert steps(document)["s1"].hints == 1
    assert steps(document)["s3"].hints == 0


def test_every_count_of_the_whole_is_that_of_its_sections_and_of_the_findings() -> None:
    document = report(NEW, 2025, {"requests.new.person": 2, "disclosure.fees.amount": -1})
    found = told(document)
    assert found.errors == sum(step.errors for step in found.steps) == 2
    assert found.filled == sum(step.filled for step in found.steps)
    assert found.of == sum(step.of for step in found.steps)


def test_a_form_of_one_s_own_is_told_in_the_same_way() -> None:
    sections = (
        Section("cover", "Cover", (Line("organ", "Authority", required=True),)),
        Section("part_a", "Part A", (table("a b", "c"),)),
    )
    form = Edition("own", "own", "Return", "Act", 2000, sections)
    document = Document(form, 2025, {"t.a.c": "1"})
    assert [(s.title, s.words) for s in told(document).steps] == [
        ("Cover", "未填"),
        ("Part A", "填了 1 / 2 格"),
    ]


@pytest.mark.parametrize("id", list(CATALOG))
def test_short_names_fit_the_list_of_sections(id: str) -> None:
    names = [section.short for section in CATALOG[id].sections]
    assert all(0 < len(name) <= 8 for name in names)
    assert len(set(names)) == len(names)
