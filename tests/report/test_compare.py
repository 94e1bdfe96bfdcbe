"""Two reports side by side."""

from hypothesis import given
from hypothesis import strategies as st

from reportdesk.form.edition import Sum
from reportdesk.report.compare import Compared, Difference, differences, year_on_year
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, edition, report, requests, table

values = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=3))


def named(document: Document) -> dict[str, Compared]:
    return {row.name: row for row in year_on_year(document)}


def test_the_main_figures_stand_beside_last_year_s() -> None:
    last = report(NEW, 2024, requests(new__person=70, new__company=4, granted__person=3))
    this = report(NEW, 2025, requests(new__person=78, granted__person=1), previous=last)
    found = named(this)
    assert list(found) == [
        "本年新收",
        "上年结转",
        "予以公开",
        "部分公开",
        "不予公开",
        "无法提供",
        "不予处理",
        "其他处理",
        "结转下年度继续办理",
        "行政复议",
        "行政诉讼",
    ]
    assert found["本年新收"][1:5] == ("74", "78", "4", "件")
    assert found["予以公开"][1:4] == ("3", "1", "-2")
    assert found["行政诉讼"][1:4] == ("0", "0", "0")


def test_a_group_is_the_sum_of_its_rows() -> None:
    figures = requests(denied_secret__person=1, denied_query__other=2)
    row = named(report(NEW, 2025, figures))["不予公开"]
    assert (row.last, row.this, row.change) == ("", "3", "")
    suits = {"disputes.direct.upheld": 2, "disputes.after_review.other": 1}
    assert named(report(NEW, 2025, suits))["行政诉讼"].this == "3"


def test_a_figure_of_which_a_part_is_blank_is_not_known() -> None:
    last = report(NEW, 2024)
    this = report(NEW, 2025, requests(denied_law__legal=None), previous=last)
    row = named(this)["不予公开"]
    assert (row.last, row.this, row.change) == ("0", "", "")
    assert named(this)["无法提供"].this == "0"


def test_across_a_change_of_edition_what_is_the_same_figure_is_compared() -> None:
    last = report(OLD, 2020, {"requests.other.person": 4, "requests.denied_law.person": 1})
    this = report(NEW, 2021, requests(other_rest__person=1), previous=last)
    assert named(this)["其他处理"][1:4] == ("4", "1", "-3")
    assert named(this)["不予公开"].last == "1"


def test_a_figure_that_last_year_s_form_has_not_is_not_compared() -> None:
    sums = [Sum("S", ("x", "y"), column="all")]
    small = edition(table("a", "x y all", sums=sums), id="small")
    large = edition(table("a b", "x y all", sums=sums), id="large")
    last = Document(small, 2024, {"t.a.x": "1", "t.a.y": "2"})
    cells = {f"t.{row}.{column}": "5" for row in "ab" for column in "xy"}
    found = year_on_year(Document(large, 2025, cells, previous=last))
    assert [row[1:4] for row in found] == [("3", "10", "7"), ("", "10", "")]


def test_a_table_without_a_total_over_its_columns_is_not_added_up() -> None:
    assert year_on_year(Document(edition(table("a b", "x y")), 2025)) == []


def test_each_figure_leads_to_a_cell_of_the_form() -> None:
    assert all(row.key in NEW.fields for row in year_on_year(report(NEW, 2025)))


def test_what_two_versions_differ_in_is_told_in_the_order_of_the_form() -> None:
    before = report(NEW, 2025, {"requests.new.person": None})
    after = report(NEW, 2025, {"requests.new.company": 3}, texts={"overview": "改过了。"})
    after.values["gone.row.column"] = "7"
    del after.values["problems"]
    assert differences(before, after) == [
        Difference("overview", before.values["overview"], "改过了。"),
        Difference("requests.new.person", None, "0"),
        Difference("requests.new.company", "0", "3"),
        Difference("problems", before.values["problems"], None),
        Difference("gone.row.column", None, "7"),
    ]


@given(values, values)
def test_the_differences_are_what_leads_from_one_to_the_other(
    one: dict[str, str], other: dict[str, str]
) -> None:
    before, after = Document(NEW, 2025, one), Document(NEW, 2025, other)
    found = differences(before, after)
    before.apply(before.change({d.key: d.after for d in found}))
    assert before.values == after.values
    assert all(d.before != d.after for d in found)
