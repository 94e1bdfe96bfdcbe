"""Rules of any edition, and verdicts that are kept up to date."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.checks.checker import Checker, Verdict, check
from reportdesk.checks.rules import rules_of
from reportdesk.form.edition import Check, Edition, Severity, Sum
from reportdesk.report.document import Document
from tests.builders import NEW, cells, edition, report, table


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
    assert finding.message == "一、测试 › A：合计填的是4，各项相加是3，相差1。"
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


@pytest.mark.parametrize("size", [1, 11398889, 10**30, 10**400])
def test_figures_of_any_size_are_compared_exactly(size: int):
    one = {"requests.new.person": size, "requests.granted.person": size}
    assert check(report(NEW, figures=one)) == []
    (finding,) = check(report(NEW, figures=one | {"requests.granted.person": size - 1}))
    assert finding.difference == "1"
    assert finding.found == str(size)


def test_money_is_compared_exactly():
    form = edition(
        table("a", "x y all", holds="money", sums=[Sum("R-1", ("x", "y"), column="all")])
    )
    values = {"t.a.x": "0.1", "t.a.y": "0.2", "t.a.all": "0.3"}
    assert check(Document(form, 2020, values)) == []
    values["t.a.all"] = "0.30000000000000000000000000000000000001"
    (finding,) = check(Document(form, 2020, values))
    assert finding.difference == "0.00000000000000000000000000000000000001"


def test_an_edit_tells_just_the_verdicts_that_it_changed():
    document = report(NEW)
    checker = Checker(document)
    document.values["requests.new.person"] = "1"
    changed = checker.update(["requests.new.person"])
    assert {(checker.rules[n].keys[0], v.state, v.told) for n, v in changed.items()} == {
        ("requests.new.person", "broken", True),
        ("requests.new.total", "broken", False),
    }
    assert checker.update(["requests.new.person"]) == {}
    document.values["requests.new.person"] = "0"
    assert set(checker.update(["requests.new.person"]).values()) == {Verdict("ok")}
    assert checker.findings() == []


def test_a_column_that_is_mended_lets_the_total_speak_again():
    figures = {"requests.new.total": 1, "requests.new.person": 1}
    document = report(NEW, figures=figures)
    checker = Checker(document)
    assert [f.keys[0] for f in checker.findings()] == ["requests.new.person"]
    document.values["requests.new.person"] = "0"
    checker.update(["requests.new.person"])
    told = [(f.rule, f.keys[0]) for f in checker.findings()]
    assert told == [("T3-3", "requests.new.total"), ("T3-1", "requests.new.total")]


def test_a_narrative_touches_no_rule_of_figures():
    document = report(NEW)
    checker = Checker(document)
    document.values["overview"] = ""
    assert checker.update(["overview", "no.such.key"]) == {}
    assert [finding.rule for finding in checker.findings()] == ["L-2"]


def test_the_rules_of_an_edition_are_made_once():
    assert rules_of(NEW) is rules_of(NEW)
    ids = [rule.id for rule in rules_of(NEW).rules]
    counted = {id: ids.count(id) for id in dict.fromkeys(ids)}
    assert counted == {
        "T2-1": 2, "Y-2": 2, "T3-3": 25, "T3-2": 7, "T3-1": 7, "Y-1": 7, "T4-1": 3,
    }  # fmt: skip


FIGURES = st.sampled_from([None, "0", "0", "1", "2", "11398889", "无", "-1"])
SOME_CELLS = st.sampled_from(
    [
        key
        for key in cells(NEW, totals=True)
        if key.split(".")[-1] in ("person", "company", "total", "made", "in_force")
    ]
)
EDITS = st.lists(st.dictionaries(SOME_CELLS, FIGURES, min_size=1, max_size=5), max_size=6)


def start(flat: bool) -> Document:
    last = report(NEW, 2022, {"requests.left.person": 1, "disclosure.documents.in_force": 2})
    document = report(NEW, 2023, previous=last)
    if flat:
        for key in list(document.values):
            if key.startswith("requests.other_"):
                del document.values[key]
        columns = ("person", "company", "research", "charity", "legal", "other")
        document.group_values.update({f"requests.other.{c}": "1" for c in columns})
    return document


@given(EDITS, st.booleans())
@settings(max_examples=60, deadline=None)
def test_verdicts_kept_up_to_date_are_those_judged_anew(
    edits: list[dict[str, str | None]], flat: bool
):
    document = start(flat)
    checker = Checker(document)
    for edit in edits:
        before = list(checker.verdicts)
        changed = checker.update(document.apply(document.change(edit)))
        anew = Checker(document)
        assert checker.verdicts == anew.verdicts
        assert checker.findings() == anew.findings()
        assert changed == {n: v for n, v in enumerate(anew.verdicts) if v != before[n]}


@given(EDITS, st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=30, deadline=None)
def test_the_order_of_edits_does_not_matter(
    edits: list[dict[str, str | None]], random: Random, flat: bool
):
    merged: dict[str, str | None] = {}
    for edit in edits:
        merged.update(edit)
    keys = list(merged)
    random.shuffle(keys)
    one, other = start(flat), start(flat)
    first, second = Checker(one), Checker(other)
    for key in merged:
        first.update(one.apply(one.change({key: merged[key]})))
    for key in keys:
        second.update(other.apply(other.change({key: merged[key]})))
    assert first.verdicts == second.verdicts
    assert first.findings() == second.findings()


@given(st.dictionaries(SOME_CELLS, st.integers(0, 10**20).map(str), max_size=12))
@settings(max_examples=40, deadline=None)
def test_totals_that_compute_themselves_are_never_at_fault(figures: dict[str, str]):
    typed = {k: v for k, v in figures.items() if not NEW.fields[k].total}
    findings = check(report(NEW, figures=typed))
    assert not {finding.rule for finding in findings} & {"T3-2", "T3-3", "T4-1"}


@given(st.dictionaries(SOME_CELLS, st.integers(0, 9), max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_break_is_told_but_by_arithmetic_and_none_is_kept_back(figures: dict[str, int]):
    document = report(NEW, figures=figures)
    told = {(f.rule, f.keys[0]) for f in check(document)}
    part = NEW.table("requests").parts[0]
    results = [row.id for row in part.rows if row.id not in ("new", "carried", "results", "left")]

    def at(row: str, column: str) -> int:
        key = f"requests.{row}.{column}"
        if key in document.values:
            return int(document.values[key])
        if column == "total":
            return sum(at(row, c.id) for c in part.columns[:-1])
        return sum(at(r, column) for r in results)

    def apart(column: str) -> int:
        return (
            at("new", column) + at("carried", column) - at("results", column) - at("left", column)
        )

    gaps = {column.id: apart(column.id) for column in part.columns}
    broken = {c for c, gap in gaps.items() if gap}
    if gaps["total"] == sum(gap for c, gap in gaps.items() if c != "total"):
        broken.discard("total")
    assert {key for rule, key in told if rule == "T3-1"} == {f"requests.new.{c}" for c in broken}
    assert {key for rule, key in told if rule == "T3-3"} == {
        f"requests.{row.id}.total"
        for row in part.rows
        if at(row.id, "total") != sum(at(row.id, c.id) for c in part.columns[:-1])
    }
