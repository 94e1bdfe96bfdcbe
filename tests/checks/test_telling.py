"""A finding as the clerk reads it: where, what is the matter, both sides, and what repeats it."""

import pytest

from reportdesk.checks.checker import Checker, check
from reportdesk.checks.findings import Finding
from reportdesk.checks.telling import Entry, Told, place_of, rule_of, sentence_of, told
from reportdesk.form.table import Check, Sum
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, Figures, edition, report, requests, table

LAST = report(NEW, 2024)


def tell(document: Document, rule: str) -> tuple[str, str, Told]:
    checker = Checker(document)
    finding = next(f for f in checker.findings() if f.rule == rule)
    return place_of(checker, finding), sentence_of(checker, finding), told(checker, finding)


def test_a_broken_identity_names_its_column_and_both_sides():
    document = report(NEW, 2025, requests(new__person=60, granted__person=61), previous=LAST)
    place, sentence, unfolded = tell(document, "T3-1")
    assert place == "三、自然人"
    assert sentence == "收到与办理的件数不相等"
    assert unfolded.sides == (
        Entry("一 60 ＋ 二 0", "＝ 60"),
        Entry("三（七）61 ＋ 四 0", "＝ 61"),
    )
    assert unfolded.gap == Entry("右边多", "1 件")
    assert unfolded.echo == "总计列随之相差 1，改好后自动消失。"
    assert unfolded.formula == ""


def test_a_wrong_total_names_its_row_what_is_typed_and_what_it_should_be():
    place, sentence, unfolded = tell(report(NEW, 2025, {"disputes.review.total": 3}), "T4-1")
    assert place == "四、行政复议"
    assert sentence == "总计填的是 3，各项相加是 0"
    assert unfolded.sides == (Entry("总计填的是", "3"), Entry("4 项相加", "＝ 0"))
    assert unfolded.gap == Entry("相差", "3 件")
    assert unfolded.formula == "总计＝结果维持＋结果纠正＋其他结果＋尚未审结"


def test_last_years_figures_are_told_as_such():
    figures: Figures = {"disclosure.documents.made": 3, "disclosure.documents.in_force": 7}
    last = report(NEW, 2024, {"disclosure.documents.in_force": 5})
    place, sentence, unfolded = tell(report(NEW, 2025, figures, previous=last), "Y-2")
    assert place == "二、行政规范性文件"
    assert sentence == "现行有效 7 件，按上年推算应为 8 件"
    assert unfolded.sides == (
        Entry("现行有效", "7"),
        Entry("上年现行有效 5 ＋ 本年制发 3 － 本年废止 0", "＝ 8"),
    )
    assert unfolded.more.startswith("专项清理")
    last = report(NEW, 2024, requests(left__person=2, new__person=2))
    figures = requests(carried__person=1, new__person=1, granted__person=2)
    place, sentence, unfolded = tell(report(NEW, 2025, figures, previous=last), "Y-1")
    assert place == "三、上年结转 × 自然人"
    assert sentence == "上年结转 1 件，上年报告的结转下年度是 2 件"
    assert unfolded.sides[1] == Entry("上年报告的结转下年度继续办理", "2")


@pytest.mark.parametrize("in_force", [0, 3])
def test_what_last_year_leaves_less_than_nothing_of_is_said_in_words(in_force: int):
    figures: Figures = {
        "disclosure.documents.in_force": in_force,
        "disclosure.documents.abolished": 6,
    }
    last = report(NEW, 2024, {"disclosure.documents.in_force": 5})
    document = report(NEW, 2025, figures, previous=last)
    _, sentence, unfolded = tell(document, "Y-2")
    assert sentence == "上年现行有效加本年制发减本年废止不足 0，请核对本年废止的数字"
    assert unfolded.sides == (
        Entry("现行有效", str(in_force)),
        Entry("上年现行有效 5 ＋ 本年制发 0 － 本年废止 6", "不足 0"),
    )
    assert unfolded.gap is None
    assert unfolded.more.startswith("专项清理")
    finding = next(f for f in check(document) if f.rule == "Y-2")
    assert finding.message.startswith("二、主动公开政府信息情况 › 行政规范性文件：" + sentence)
    assert (finding.found, finding.expected) == (str(in_force), "-1"), "as they are, for programs"


def test_where_only_last_years_report_makes_it_less_than_nothing_that_is_to_be_looked_at():
    last = report(OLD, 2019, {"disclosure.licensing.change": -3})
    document = report(OLD, 2020, previous=last)
    _, sentence, _ = tell(document, "Y-3")
    assert sentence == "上年报告的上一年项目数量加上年报告的本年增/减不足 0，请核对上年报告的数字"


def test_a_figure_that_may_be_less_than_nothing_is_told_as_any_other():
    checks = (Check("A-1", "x == last_year.x - y", "是 {left}，应为 {right}。", each="column"),)
    form = edition(table("x y", "a", holds="signed", checks=checks))
    last = Document(form, 2019, {"t.x.a": "1", "t.y.a": "0"})
    document = Document(form, 2020, {"t.x.a": "0", "t.y.a": "3"}, previous=last)
    assert tell(document, "A-1")[1] == "是 0，应为 -2"


def test_blanks_are_counted_and_listed():
    document = report(NEW, 2025, requests(new__person=None, left__other=None))
    place, sentence, unfolded = tell(document, "V-2")
    assert place == "三、依申请公开"
    assert sentence == "还有 2 格没有填。没有发生的填 0。"
    assert "自然人" in unfolded.more
    assert unfolded.sides == ()


def test_a_value_that_is_none_of_its_kind_names_its_cell():
    place, sentence, _ = tell(report(NEW, 2025, {"disputes.review.upheld": "两"}), "V-1")
    assert place == "四、行政复议 × 结果维持"
    assert sentence == "填的是“两”，不是数字"


def test_words_are_told_by_their_paragraph():
    document = report(NEW, 2025, texts={"overview": "一。\n二。\n截至2024年12月31日，没有变化。"})
    place, sentence, _ = tell(document, "L-3")
    assert place == "一、第 3 段"
    assert "2024年12月31日" in sentence


def test_a_text_as_a_whole_is_told_by_its_section():
    place, sentence, unfolded = tell(report(NEW, 2025, texts={"others": "无"}), "L-2")
    assert place == "六、其他事项"
    assert sentence.endswith("收取信息处理费的情况")
    assert unfolded.more.startswith("只写“无”也不行")


def test_a_line_of_the_cover_is_told_by_its_label():
    document = report(NEW, 2025, texts={"title": "云溪县水务局2024年政府信息公开工作年度报告"})
    place, _, _ = tell(document, "L-3")
    assert place == "封面信息 标题"


def test_a_table_that_was_not_read_says_why():
    document = report(NEW, 2025)
    document.refused["requests"] = "格线已丢失"
    place, sentence, _ = tell(document, "V-2")
    assert place == "三、依申请公开"
    assert "格线已丢失" in sentence


@pytest.mark.parametrize(
    ("op", "gap"), [("<=", Entry("多出", "2 件")), (">=", Entry("少了", "2 件"))]
)
def test_a_limit_says_by_how_much_it_is_passed(op: str, gap: Entry):
    values = ("5", "3") if op == "<=" else ("3", "5")
    checks = (Check("A-1", f"x {op} y", "{where}：不对。再看。", each="column"),)
    document = Document(
        edition(table("x y", "a b", checks=checks)),
        2020,
        dict(zip(("t.x.a", "t.y.a"), values, strict=True)),
    )
    place, sentence, unfolded = tell(document, "A-1")
    assert (place, sentence) == ("一、A", "不对")
    assert unfolded.gap == gap
    assert unfolded.more == "再看。"


def test_many_summands_leave_the_zeros_out():
    checks = (Check("A-1", "a + b + c + d + e == f", "m", each="column", words="六项"),)
    form = edition(table("a b c d e f", "x", checks=checks))
    values = dict.fromkeys((f"t.{row}.x" for row in "abcdef"), "0") | {"t.b.x": "4"}
    _, _, unfolded = tell(Document(form, 2020, values), "A-1")
    assert unfolded.sides == (Entry("B 4", "＝ 4"), Entry("F", "0"))
    assert unfolded.formula == "六项"


def test_an_edition_may_say_a_sum_in_its_own_few_words():
    sums = (Sum("S-1", ("a", "b"), column="all", short="{left}，不是{right}"),)
    form = edition(table("x", "a b all", sums=sums))
    values = {"t.x.a": "1", "t.x.b": "1", "t.x.all": "3"}
    _, sentence, _ = tell(Document(form, 2020, values), "S-1")
    assert sentence == "3，不是2"


def test_a_relation_is_known_by_its_cells():
    document = report(NEW, 2025, requests(new__person=60, granted__person=61), previous=LAST)
    checker = Checker(document)
    broken = next(f for f in checker.findings() if f.rule == "T3-1")
    assert checker.rules[rule_of(checker, broken)].keys == broken.keys
    assert rule_of(checker, Finding("T3-1", "error", (), "")) == -1
