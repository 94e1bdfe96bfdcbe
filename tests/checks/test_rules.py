"""Sums and checks of any edition: what they reckon, what they tell, and what waits."""

import pytest

from reportdesk.checks.checker import Checker, check
from reportdesk.form.edition import Check, Edition, Severity, Sum
from reportdesk.report.document import Document
from tests.builders import edition, table


def judged(form: Edition, **figures: int | str) -> list[tuple[str, str]]:
    values = {f"t.{name.replace('_', '.')}": str(figure) for name, figure in figures.items()}
    return [(f.rule, f.keys[0]) for f in check(Document(form, 2020, values)) if f.rule != "V-2"]


def verdicts(checker: Checker) -> dict[str, str]:
    return {
        f"{rule.id} {rule.keys[0]}": verdict.state
        for rule, verdict in zip(checker.rules, checker.verdicts, strict=True)
    }


SAME = Check("R-1", "a == b", "{where}：{left}，{right}，差{difference}。", each="column")


@pytest.mark.parametrize(
    ("expr", "a", "b", "holds"),
    [
        ("a == b", 1, 1, True),
        ("a == b", 1, 2, False),
        ("a <= b", 2, 2, True),
        ("a <= b", 3, 2, False),
        ("a >= b", 2, 2, True),
        ("a >= b", 1, 2, False),
        ("a - b == b", 4, 2, True),
        ("a - b == b", 5, 2, False),
        ("a - b >= b - a", 1, 2, False),
    ],
)
def test_a_relation_is_reckoned_with_its_signs(expr: str, a: int, b: int, holds: bool):
    form = edition(table("a b", "x", checks=[Check("R-1", expr, "不对。", each="column")]))
    assert (judged(form, a_x=a, b_x=b) == []) is holds


def test_a_rule_with_a_blank_is_waiting():
    form = edition(table("a b", "x y", checks=[SAME]))
    checker = Checker(Document(form, 2020, {"t.a.x": "1", "t.a.y": "1", "t.b.y": "2"}))
    assert verdicts(checker) == {"R-1 t.a.x": "waiting", "R-1 t.a.y": "broken"}


def test_a_finding_has_its_places_filled_in_and_the_formula_in_the_forms_own_labels():
    check_ = Check(
        "R-1", "a + b - c == last_year.a", "{where}：{left}≠{right}，{差}", each="column"
    )
    form = edition(table("a b c", "x", checks=[check_]))
    last = Document(form, 2019, {"t.a.x": "9"})
    document = Document(form, 2020, {"t.a.x": "1", "t.b.x": "2", "t.c.x": "4"}, previous=last)
    (finding,) = check(document)
    assert finding.message == "一、测试 › “X”一列：-1≠9，{差}"
    assert finding.formula == "A＋B－C＝上年报告的A：1＋2－4＝-1，9"
    assert (finding.found, finding.expected, finding.difference) == ("-1", "9", "10")


def test_a_sum_without_words_of_its_own_has_the_programs():
    form = edition(table("a", "x y all", sums=[Sum("R-1", ("x", "y"), column="all")]))
    values = {"t.a.x": "1", "t.a.y": "2", "t.a.all": "4"}
    (finding,) = check(Document(form, 2020, values))
    assert finding.message == "一、测试 › A：合计填的是 4，各项相加是 3，相差 1。"
    assert finding.formula == "ALL＝X＋Y：4，1＋2＝3"


def test_a_check_over_some_rows_leaves_the_others_alone():
    check_ = Check("R-1", "x <= y", "不对。", each="row", over=("b",))
    form = edition(table("a b", "x y", checks=[check_]))
    assert judged(form, a_x=2, a_y=1, b_x=2, b_y=1) == [("R-1", "t.b.x")]


def test_a_check_between_tables_names_whole_keys():
    check_ = Check("R-1", "t.a.x + t.a.y == u.b.z", "不对：{left}，{right}。")
    form = edition(table("a", "x y"), table("b", "z", id="u"), checks=[check_])
    document = Document(form, 2020, {"t.a.x": "1", "t.a.y": "2", "u.b.z": "4"})
    (finding,) = check(document)
    assert finding.keys == ("t.a.x", "t.a.y", "u.b.z")
    assert finding.message == "不对：3，4。"
    document.values["u.b.z"] = "3"
    assert check(document) == []


def test_the_total_column_may_stand_before_its_parts():
    form = edition(
        table("a b", "all x y", sums=[Sum("R-2", ("x", "y"), column="all")], checks=[SAME])
    )
    assert judged(form, a_x=1, a_y=0, b_x=2, b_y=0) == [("R-1", "t.a.x")]
    assert judged(form, a_x=1, a_y=0, a_all=1, b_x=1, b_y=0, b_all=4) == [
        ("R-2", "t.b.all"),
        ("R-1", "t.a.all"),
    ]


def test_a_break_repeated_in_a_total_row_is_told_once_too():
    check_ = Check("R-1", "x == y", "不对。", each="row")
    form = edition(
        table("a b all", "x y", sums=[Sum("R-2", ("a", "b"), row="all")], checks=[check_])
    )
    assert judged(form, a_x=1, a_y=2, b_x=0, b_y=0) == [("R-1", "t.a.x")]


def test_a_waiting_column_does_not_make_the_total_repeat_a_break_told_already():
    form = edition(
        table("a b", "x y all", sums=[Sum("R-2", ("x", "y"), column="all")], checks=[SAME])
    )
    printed = {"a_x": 1, "b_x": 2, "a_all": 1, "b_all": 2}
    assert judged(form, **printed) == [("R-1", "t.a.x")]
    assert judged(form, **(printed | {"b_all": 3})) == [("R-1", "t.a.x"), ("R-1", "t.a.all")]


@pytest.mark.parametrize(("level", "count"), [("off", 0), ("hint", 1), ("review", 1)])
def test_a_rule_may_be_relevelled_or_switched_off(level: Severity, count: int):
    form = edition(table("a b", "x", checks=[SAME]), levels={"R-1": level})
    findings = check(Document(form, 2020, {"t.a.x": "1", "t.b.x": "2"}))
    assert [finding.severity for finding in findings] == [level] * count


@pytest.mark.parametrize("rule", ["V-1", "V-2", "hybrid", "printed"])
def test_built_in_rules_may_be_switched_off(rule: str):
    form = edition(
        table(
            "g/a g/b c",
            "x y all",
            sums=[Sum("R-1", ("x", "y"), column="all")],
            groups="g",
        ),
        levels={rule: "off"},
    )
    document = Document(form, 2020, {"t.c.x": "1", "t.c.y": "-1"}, as_printed=True)
    document.group_values["t.g.x"] = "3"
    rules = {"V-1", "V-2", "hybrid", "R-1"}
    assert {f.rule for f in check(document)} == rules - {"R-1" if rule == "printed" else rule}


def test_a_table_that_is_not_required_may_stay_blank():
    assert check(Document(edition(table("a", "x", required=False)), 2020)) == []


def test_last_years_form_must_be_of_the_same_family_and_have_the_blank():
    check_ = Check("R-1", "a == last_year.a", "不对。", each="column")
    this = edition(table("a", "x", checks=[check_]))
    values = {"t.a.x": "1"}
    for form, told in (
        (this, 1),
        (edition(table("a", "x"), id="other"), 1),
        (edition(table("a", "x"), id="other", family="others"), 0),
        (edition(table("a", "y"), id="other"), 0),
    ):
        last = Document(form, 2019, {"t.a.x": "2", "t.a.y": "2"})
        assert len(check(Document(this, 2020, values, previous=last))) == told
