"""How a cell stands: what it shows, who made the number, and what is against it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.checks.checker import Checker, check
from reportdesk.checks.standing import Standing, marked, reason_name, rules_about, standing
from reportdesk.form.edition import Check, Sum
from reportdesk.report.document import Document, Origin
from tests.builders import NEW, cells, edition, report, requests, table

PERSON, TOTAL = "requests.new.person", "requests.new.total"
RESULTS = "requests.results.person"

CELLS = [*cells(NEW, block="requests"), *cells(NEW, block="requests", entries=False, totals=True)]


def stands(document: Document, key: str) -> Standing:
    checker = Checker(document)
    return standing(checker, key, marked(checker.findings(), checker))


def test_a_filled_cell_is_plain() -> None:
    assert stands(report(NEW, 2025), PERSON) == Standing("0")


def test_an_empty_cell_has_no_finding_of_its_own() -> None:
    document = report(NEW, 2025, {PERSON: None})
    assert check(document)
    assert stands(document, PERSON) == Standing("")


def test_a_total_that_nobody_wrote_is_computed() -> None:
    document = report(NEW, 2025, requests(new__person=2, granted__person=2))
    assert stands(document, TOTAL) == Standing("2", "computed")


def test_a_total_with_a_blank_part_waits() -> None:
    document = report(NEW, 2025, {PERSON: None})
    assert stands(document, TOTAL) == Standing("", "waiting")


def test_a_typed_total_that_is_its_parts_sum_agrees() -> None:
    document = report(NEW, 2025, {TOTAL: 0})
    found = stands(document, TOTAL)
    assert (found.kind, found.expected, found.disagrees, found.severity) == (
        "typed",
        "0",
        False,
        "",
    )


def test_a_typed_total_that_is_not_says_what_it_should_be() -> None:
    document = report(NEW, 2025, {"disputes.review.upheld": 3, "disputes.review.total": 5})
    found = stands(document, "disputes.review.total")
    assert (found.text, found.expected, found.disagrees, found.severity) == (
        "5",
        "3",
        True,
        "error",
    )
    # The parts are not at fault: which of them would it be?
    assert stands(document, "disputes.review.upheld") == Standing("3")


def test_a_typed_total_with_a_blank_part_cannot_be_told_right_or_wrong() -> None:
    total = "disputes.review.total"
    document = report(NEW, 2025, {total: 5, "disputes.review.upheld": None})
    assert stands(document, total) == Standing("5", "typed")
    assert not stands(document, total).disagrees


def test_where_row_and_column_say_different_things_the_one_that_it_is_not_is_told() -> None:
    form = edition(
        table(
            "a b sum",
            "x y all",
            sums=[Sum("C", ("x", "y"), column="all"), Sum("R", ("a", "b"), row="sum")],
        )
    )
    values = {"t.a.x": "1", "t.a.y": "1", "t.b.x": "1", "t.b.y": "1", "t.sum.x": "5"}
    document = Document(form, 2025, {**values, "t.sum.all": "7"})
    assert stands(document, "t.sum.all").expected == "4"


def test_the_cells_of_a_broken_identity_stand_on_their_sides() -> None:
    document = report(NEW, 2025, requests(new__person=60, granted__person=61))
    sides = {
        key: stands(document, f"requests.{key}.person").side
        for key in ("new", "carried", "results", "left", "granted")
    }
    assert sides == {
        "new": "left",
        "carried": "left",
        "results": "right",
        "left": "right",
        "granted": "",
    }
    assert stands(document, PERSON).severity == "error"


def test_the_break_in_the_total_column_is_an_echo_and_no_second_error() -> None:
    document = report(NEW, 2025, requests(new__person=60, granted__person=61))
    found = stands(document, TOTAL)
    assert (found.echo, found.side, found.severity) == (True, "", "")
    assert not stands(document, PERSON).echo


def test_a_broken_identity_of_totals_alone_is_no_echo() -> None:
    document = report(NEW, 2025, {TOTAL: 1})
    found = stands(document, TOTAL)
    assert (found.side, found.echo, found.severity) == ("left", False, "error")


def test_a_review_marks_the_cell_that_it_asks_about_until_the_reason_is_written() -> None:
    last = report(NEW, 2024, requests(left__person=1))
    document = report(NEW, 2025, previous=last)
    carried = "requests.carried.person"
    found = stands(document, carried)
    assert (found.severity, found.side, found.reasoned) == ("review", "", False)
    (finding,) = [f for f in check(document) if f.severity == "review"]
    document.reasons[reason_name(finding.rule, finding.keys)] = "机构合并，统计范围变化。"
    found = stands(document, carried)
    assert (found.severity, found.reasoned) == ("", True)


def test_a_value_of_the_wrong_kind_is_an_error_of_its_cell() -> None:
    assert stands(report(NEW, 2025, {PERSON: -3}), PERSON).severity == "error"
    assert stands(report(NEW, 2025, {PERSON: "五"}), PERSON).text == "五"


def test_an_imported_value_says_where_it_came_from_until_confirmed() -> None:
    document = report(NEW, 2025)
    document.origins[PERSON] = Origin("file", "2025.docx")
    document.origins["requests.new.company"] = Origin("rolled")
    assert stands(document, PERSON).origin == "file"
    del document.values["requests.new.company"]
    assert stands(document, "requests.new.company").origin == ""


def test_the_gravest_of_several_is_told() -> None:
    last = report(NEW, 2024, requests(left__person=1))
    document = report(NEW, 2025, {"requests.carried.person": -1}, previous=last)
    assert stands(document, "requests.carried.person").severity == "error"


def test_a_sentence_s_finding_marks_no_cell() -> None:
    document = report(NEW, 2025, requests(new__person=2, left__person=2))
    document.values["overview"] = "本年度未收到政府信息公开申请。"
    assert any("overview" in finding.keys for finding in check(document))
    assert stands(document, TOTAL) == Standing("2", "computed")


def test_the_rules_about_a_cell_are_those_that_name_it() -> None:
    checks = [Check("K", "a <= b", "{where}", each="column")]
    sums = [Sum("C", ("x", "y"), column="all")]
    form = edition(table("a b", "x y all", sums=sums, checks=checks))
    checker = Checker(Document(form, 2025))
    about = [checker.rules[at].id for at in rules_about(form, "t.a.x")]
    assert sorted(about) == ["C", "K"]
    assert rules_about(form, "organ") == ()


@given(
    st.dictionaries(
        st.sampled_from(CELLS), st.sampled_from(["0", "1", "2", "-1", "五"]), max_size=30
    )
)
@settings(max_examples=60)
def test_every_error_of_the_figures_shows_in_some_cell_and_no_cell_shows_one_without(
    figures: dict[str, str],
) -> None:
    document = Document(NEW, 2025, {**report(NEW, 2025).values, **figures})
    checker = Checker(document)
    findings = checker.findings()
    marks = marked(findings, checker)
    red = {key for key in CELLS if standing(checker, key, marks).severity == "error"}
    errors = [f for f in findings if f.severity == "error"]
    for finding in errors:
        if finding.keys[0] in CELLS:
            assert red & set(finding.keys), finding
    for key in red:
        assert any(key in finding.keys for finding in errors)
