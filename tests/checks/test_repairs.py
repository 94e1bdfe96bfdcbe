"""A repair is offered where it is the one that mends and breaks nothing, and nowhere else."""

import pytest

from reportdesk.checks.checker import Checker, check
from reportdesk.checks.findings import Finding
from reportdesk.checks.repairs import Remedy, Repair, remedy
from reportdesk.form.edition import TextRule
from reportdesk.form.table import Check, Sum
from reportdesk.report.document import Document
from reportdesk.report.rollover import roll_over
from tests.builders import NEW, Figures, edition, report, requests, table, text

LAST = report(NEW, 2024)


def remedies(document: Document, rule: str) -> list[Remedy]:
    checker = Checker(document)
    return [remedy(checker, finding) for finding in checker.findings() if finding.rule == rule]


def only(document: Document, rule: str) -> Remedy:
    (found,) = remedies(document, rule)
    return found


def offered(remedy: Remedy) -> list[Repair]:
    repairs = [remedy.repair, *(cause.repair for cause in remedy.causes)]
    return [repair for repair in repairs if repair is not None]


def after(document: Document, repair: Repair) -> list[Finding]:
    document.apply(document.change(repair.after))
    return check(document)


def test_the_one_entry_that_would_make_the_sides_equal_is_offered_as_a_possible_cause():
    document = report(NEW, 2025, requests(new__person=60, granted__person=61), previous=LAST)
    found = only(document, "T3-1")
    assert [cause.words for cause in found.causes] == [
        "本年新收少登 1 件",
        "“本年度办理结果”有一项多计 1 件",
    ]
    (repair,) = offered(found)
    assert repair == Repair("改为 61", "改为 61", {"requests.new.person": "61"})
    assert found.causes[0].repair == repair
    assert "T3-1" not in {finding.rule for finding in after(document, repair)}


def test_where_two_entries_may_be_wrong_neither_is_offered():
    figures = requests(new__person=60, granted__person=61)
    found = only(report(NEW, 2025, figures), "T3-1")  # last year's figures are not known
    assert "上年结转少登 1 件" in [cause.words for cause in found.causes]
    assert offered(found) == []


def test_an_entry_cannot_become_less_than_nothing():
    figures = requests(new__person=60, granted__person=61)
    found = only(report(NEW, 2025, figures, previous=LAST), "T3-1")
    assert not any("结转下年度" in cause.words for cause in found.causes)


def test_a_wide_gap_is_no_slip_of_the_pen():
    figures = requests(new__person=60, granted__person=31)
    assert offered(only(report(NEW, 2025, figures, previous=LAST), "T3-1")) == []


def test_no_figure_that_was_typed_is_offered_to_become_nothing():
    figures = requests(new__person=3)
    assert offered(only(report(NEW, 2025, figures, previous=LAST), "T3-1")) == []


def test_a_total_that_was_added_up_wrongly_is_given_back():
    figures: Figures = {**requests(new__person=60, granted__person=60), "requests.new.total": 61}
    document = report(NEW, 2025, figures, previous=LAST)
    found = only(document, "T3-3")
    assert [cause.words for cause in found.causes] == ["合计加错", "有一项少填 1 件"]
    (repair,) = offered(found)
    assert repair == Repair("改为 60", "交回自动合计", {"requests.new.total": None})
    assert not [finding for finding in after(document, repair) if finding.severity == "error"]


def test_a_total_is_not_given_back_where_that_breaks_an_identity_that_holds():
    # The typed total agrees with the other side; rather a part of it was misread.
    figures: Figures = {
        **requests(new__person=61, granted__person=60),
        "requests.results.person": 61,
    }
    found = only(report(NEW, 2025, figures, previous=LAST), "T3-2")
    assert [cause.words for cause in found.causes] == ["有一项少填 1 件"]
    assert offered(found) == []


def test_an_identity_waits_for_a_typed_total_that_is_no_sum_itself():
    figures: Figures = {
        **requests(new__person=60, granted__person=60),
        "requests.results.person": 61,
    }
    found = only(report(NEW, 2025, figures, previous=LAST), "T3-1")
    assert [cause.words for cause in found.causes] == ["“总计”与它的各项相加不一致，先核对它"]


def test_row_and_column_that_say_different_things_give_no_total_back():
    sums = (Sum("S-1", ("a", "b"), column="all"), Sum("S-2", ("x", "y"), row="sum"))
    form = edition(table("x y sum", "a b all", sums=sums))
    values = {"t.x.a": "1", "t.x.b": "1", "t.y.a": "1", "t.y.b": "1", "t.x.all": "5"}
    document = Document(form, 2020, {**values, "t.sum.all": "9"})
    assert all(repair.after != {"t.sum.all": None} for r in ("S-1", "S-2") for m in
               remedies(document, r) for repair in offered(m))  # fmt: skip


def test_what_was_carried_over_follows_last_years_report():
    last = report(NEW, 2024, requests(left__person=2, new__person=2))
    figures = requests(carried__person=1, granted__person=2)
    document = report(NEW, 2025, figures, previous=last)
    found = only(document, "Y-1")
    assert found.repair == Repair("改为 2", "改为 2", {"requests.carried.person": "2"})
    assert not any(f.rule in ("Y-1", "T3-1") for f in after(document, offered(found)[0]))


def test_last_years_figure_is_not_offered_where_it_unbalances_the_column():
    last = report(NEW, 2024, requests(left__person=2, new__person=2))
    document = report(NEW, 2025, requests(carried__person=1, granted__person=1), previous=last)
    assert offered(only(document, "Y-1")) == []


def test_what_is_in_force_follows_from_last_year():
    figures: Figures = {"disclosure.documents.made": 3, "disclosure.documents.in_force": 7}
    last = report(NEW, 2024, {"disclosure.documents.in_force": 5})
    found = only(report(NEW, 2025, figures, previous=last), "Y-2")
    assert found.repair == Repair("改为 8", "改为 8", {"disclosure.documents.in_force": "8"})


def test_a_limit_that_is_passed_has_no_repair():
    last = report(NEW, 2024)
    found = remedies(
        report(NEW, 2025, {"disclosure.documents.abolished": 4}, previous=last), "T2-1"
    )
    assert found == [Remedy()]


def test_blanks_can_be_filled_with_0_at_once():
    document = report(NEW, 2025, requests(new__person=None, left__other=None))
    repair = only(document, "V-2").repair
    assert repair is not None
    assert repair.words == "空白处填 0（2 格）"
    assert dict(repair.after) == {"requests.new.person": "0", "requests.left.other": "0"}
    assert after(document, repair) == []


def test_a_table_that_was_not_read_is_not_filled_with_0():
    document = report(NEW, 2025)
    document.refused["requests"] = "格线已丢失"
    (found,) = remedies(document, "V-2")
    assert offered(found) == []


@pytest.mark.parametrize(
    ("value", "mended"),
    [("12件", "12"), ("１２", "12"), ("12.5", None), ("-3", None), ("两", None)],
)
def test_a_value_that_surely_means_a_number_can_become_it(value: str, mended: str | None):
    document = report(NEW, 2025, {"disputes.review.upheld": value})
    (found,) = remedies(document, "V-1")
    assert [dict(r.after) for r in offered(found)] == (
        [{"disputes.review.upheld": mended}] if mended is not None else []
    )


def test_a_total_that_is_no_number_can_be_given_back():
    document = report(NEW, 2025, {"disputes.review.total": "两"})
    (found,) = remedies(document, "V-1")
    assert [dict(repair.after) for repair in offered(found)] == [{"disputes.review.total": None}]


def test_last_years_words_become_this_years_and_nothing_else_changes():
    document = report(NEW, 2025, texts={"overview": "一年来。\n截至2024年12月31日，公开 5 条。"})
    (found,) = (m for m in remedies(document, "L-3") if m.repair is not None)
    assert found.repair is not None
    assert found.repair.words.startswith("改为 2025年")
    assert dict(found.repair.after) == {"overview": "一年来。\n截至2025年12月31日，公开 5 条。"}


def test_all_old_years_of_a_text_can_be_renewed_in_one_step():
    words = "2024年，公开信息5条。\n执行《2024年办法》。2024年，受理{{requests.new.total}}件。"
    last = report(NEW, 2024, texts={"overview": words, "problems": "2024年，一个问题。"})
    document = roll_over(last, NEW, 2025).document
    found = [m for m in remedies(document, "L-3") if m.every is not None]
    assert len(found) == 2  # for the name of another document no year is offered
    for each in found:
        assert each.every is not None
        assert (each.every.words, each.every.step) == ("2 处一起改", "改正 2 处")
        assert each.every.after == {"overview": words.replace("2024年，", "2025年，")}


def test_one_old_year_alone_has_nothing_to_be_renewed_with_it():
    document = report(NEW, 2025, texts={"overview": "2024年，公开信息5条。"})
    assert [m.every for m in remedies(document, "L-3") if m.repair is not None] == [None]


def finding_at(at: tuple[int, int], instead: str) -> Finding:
    return Finding("X", "hint", ("words",), "", at=at, instead=instead)


@pytest.mark.parametrize(
    ("at", "instead"),
    [
        ((-1, 0), "别的"),
        ((0, 99), "别的"),  # the text became shorter
        ((0, 2), "一二"),  # it stands there already
        ((2, 11), "别的"),  # a live number follows its cell, and is not written over
    ],
)
def test_words_that_are_not_there_any_more_are_not_replaced(at: tuple[int, int], instead: str):
    form = edition(text("words", TextRule("X", "filled", "")), table("x", "a"))
    checker = Checker(Document(form, 2020, {"words": "一二{{t.x.a}}三四"}))
    assert remedy(checker, finding_at(at, instead)) == Remedy()


def test_another_offices_form_has_repairs_too():
    checks = (Check("A-1", "x + y == z", "{where}", each="column", severity="error"),)
    form = edition(table("x y z", "a", checks=checks))
    document = Document(form, 2020, {"t.x.a": "4", "t.y.a": "0", "t.z.a": "5"})
    found = only(document, "A-1")
    assert [cause.words for cause in found.causes] == [
        "X少登 1 件",
        "Y少登 1 件",
        "Z多登 1 件",
    ]
    assert offered(found) == []


def test_nothing_is_offered_where_nothing_is_wrong_any_more():
    document = report(NEW, 2025, requests(new__person=60, granted__person=61), previous=LAST)
    (finding,) = (f for f in Checker(document).findings() if f.rule == "T3-1")
    document.values["requests.new.person"] = "61"
    assert remedy(Checker(document), finding) == Remedy()


def test_nothing_is_offered_where_last_year_leaves_less_than_nothing():
    checks = (Check("A-1", "x == last_year.x - y", "不对。", each="column"),)
    form = edition(table("x y", "a", checks=checks))
    last = Document(form, 2019, {"t.x.a": "1", "t.y.a": "0"})
    document = Document(form, 2020, {"t.x.a": "0", "t.y.a": "3"}, previous=last)
    found = only(document, "A-1")
    assert [cause.words for cause in found.causes] == ["Y多登 2 件"]
    assert offered(found) == []
