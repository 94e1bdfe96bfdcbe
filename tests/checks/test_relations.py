"""What the relations of a cell say, short enough for one line."""

import pytest

from reportdesk.checks.checker import Checker
from reportdesk.checks.relations import Relation, relations_at, short_name
from reportdesk.form.edition import Check, Sum
from reportdesk.report.document import Document
from tests.builders import NEW, edition, report, requests, table

PERSON, TOTAL = "requests.new.person", "requests.new.total"


def relations(document: Document, key: str) -> list[Relation]:
    return relations_at(Checker(document), key)


def told(document: Document, key: str) -> list[str]:
    return [f"{r.about}：{r.spelt}" for r in relations(document, key)]


def test_an_identity_that_holds_is_spelt_with_the_numerals_of_the_form() -> None:
    document = report(NEW, 2025, requests(new__person=60, granted__person=60))
    found = relations(document, PERSON)
    assert [f"{r.about}：{r.spelt}" for r in found] == [
        "本列：一 60 ＋ 二 0 ＝ 60，三（七）60 ＋ 四 0 ＝ 60",
        "本行：总计 60，与 6 项之和一致",
    ]
    assert {r.state for r in found} == {"ok"}
    assert [r.total for r in found] == [False, True]


def test_a_broken_one_comes_first_with_the_difference() -> None:
    last = report(NEW, 2024)
    figures = requests(new__person=60, carried__person=2, granted__person=61)
    found = relations(report(NEW, 2025, figures, previous=last), "requests.carried.person")
    assert [(r.rule, r.state, r.difference) for r in found] == [
        ("T3-1", "broken", "1"),
        ("Y-1", "broken", "2"),
        ("T3-3", "ok", ""),
    ]
    assert found[0].spelt == "一 60 ＋ 二 2 ＝ 62，三（七）61 ＋ 四 0 ＝ 61"
    assert found[1].spelt == "二 2，上年四 0"
    assert found[1].severity == "review"


def test_a_relation_with_a_blank_is_waiting_and_adds_nothing_up() -> None:
    document = report(NEW, 2025, requests(new__person=60, left__person=None))
    (identity,) = [r for r in relations(document, PERSON) if not r.total]
    assert identity.state == "waiting"
    assert identity.spelt == "一 60 ＋ 二 0 ＝ 60，三（七）0 ＋ 四 待填"


def test_a_total_that_was_typed_stands_as_it_is_while_its_parts_are_blank() -> None:
    figures = requests(new__total=500, new__person=None)
    (relation,) = [r for r in relations(report(NEW, 2025, figures), TOTAL) if r.about == "本行"]
    assert relation.spelt == "总计 500，6 项里还有 1 项空着"
    assert relation.state == "waiting"


def test_a_total_says_what_its_parts_are_when_it_is_not() -> None:
    document = report(NEW, 2025, {"disputes.review.upheld": 3, "disputes.review.total": 5})
    (relation,) = relations(document, "disputes.review.total")
    assert relation.spelt == "总计 5，4 项相加是 3"
    assert (relation.state, relation.difference) == ("broken", "2")


def test_a_total_with_blank_parts_says_how_many() -> None:
    document = report(NEW, 2025, requests(new__person=None, new__legal=None))
    spelt = next(r.spelt for r in relations(document, TOTAL) if r.about == "本行")
    assert spelt == "总计待填，6 项里还有 2 项空着"


def test_an_echo_is_told_after_what_is_broken() -> None:
    document = report(NEW, 2025, requests(new__person=60, granted__person=61))
    assert [r.state for r in relations(document, TOTAL)] == ["echo", "ok"]


def test_a_relation_along_a_row_names_its_columns() -> None:
    last = report(NEW, 2024, {"disclosure.documents.in_force": 7})
    figures = {"disclosure.documents.made": 2, "disclosure.documents.in_force": 8}
    document = report(NEW, 2025, figures, previous=last)
    broken = relations(document, "disclosure.documents.in_force")[0]
    assert broken.about == "本行"
    assert broken.spelt == (
        "现行有效件数 8，上年现行有效件数 7 ＋ 本年制发件数 2 － 本年废止件数 0 ＝ 9"
    )


def test_without_last_year_s_report_its_figures_are_none() -> None:
    spelt = [r.spelt for r in relations(report(NEW, 2025), "requests.carried.person")]
    assert "二 0，上年四 无" in spelt


def test_a_long_side_leaves_out_its_zeros() -> None:
    names = "a b c d e f"
    checks = [Check("K", "a + b + c + d + e == f", "{where}", each="column")]
    form = edition(table(names, "x", checks=checks))
    values = {f"t.{row}.x": "0" for row in names.split()}
    document = Document(form, 2025, {**values, "t.b.x": "2", "t.e.x": "1", "t.f.x": "3"})
    (relation,) = relations(document, "t.a.x")
    assert relation.spelt == "B 2 ＋ E 1 ＝ 3，F 3"


def test_a_relation_between_tables_says_so() -> None:
    one, two = table("a", "x"), table("b", "y", id="u")
    checks = [Check("K", "t.a.x <= u.b.y", "{left} {right}")]
    document = Document(edition(one, two, checks=checks), 2025, {"t.a.x": "2", "u.b.y": "1"})
    (relation,) = relations(document, "t.a.x")
    assert (relation.about, relation.state, relation.difference) == ("跨表", "broken", "1")
    assert relation.spelt == "A × X 2，B × Y 1"
    assert relation.keys == ("t.a.x", "u.b.y")


def test_what_takes_part_in_nothing_has_no_relations() -> None:
    assert relations(report(NEW, 2025), "overview") == []
    assert relations(report(NEW, 2025), "disclosure.licensing.decisions") == []


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("requests.new.person", "一"),
        ("requests.results.person", "三（七）"),
        ("requests.granted.person", "三（一）"),
        ("requests.denied_secret.person", "三（三）1"),
        ("disclosure.documents.made", "行政规范性文件"),
        ("disputes.after_review.total", "复议后起诉"),
        ("overview", "overview"),
    ],
)
def test_a_row_is_called_by_its_numerals_or_by_its_label_cut_short(key: str, name: str) -> None:
    assert short_name(NEW, key) == name


def test_sums_name_the_column_or_the_row_that_is_the_total() -> None:
    sums = [Sum("C", ("x", "y"), column="all"), Sum("R", ("a", "b"), row="sum")]
    form = edition(table("a b sum", "x y all", sums=sums))
    values = {f"t.{row}.{column}": "1" for row in "ab" for column in "xy"}
    document = Document(form, 2025, values)
    assert told(document, "t.a.x") == [
        "本行：ALL 2，与 2 项之和一致",
        "本列：SUM 2，与 2 项之和一致",
    ]


def test_what_last_year_leaves_less_than_nothing_of_is_no_distance() -> None:
    last = report(NEW, 2024, {"disclosure.documents.in_force": 5})
    document = report(NEW, 2025, {"disclosure.documents.abolished": 6}, previous=last)
    found = next(r for r in relations(document, "disclosure.documents.in_force") if r.rule == "Y-2")
    assert found.spelt.endswith("上年现行有效件数 5 ＋ 本年制发件数 0 － 本年废止件数 6 不足 0")
    assert (found.state, found.difference) == ("broken", "")
