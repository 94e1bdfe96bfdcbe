"""Totals that compute themselves."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.form.edition import Sum
from reportdesk.report.document import Document
from reportdesk.report.figures import figure, written
from reportdesk.report.totals import Amounts, effective, ledger_of, subtotals, sums_of
from tests.builders import NEW, OLD, cells, edition, report, table

SQUARE = edition(
    table(
        "a b sum",
        "x y all",
        sums=[Sum("R-1", ("x", "y"), column="all"), Sum("R-2", ("a", "b"), row="sum")],
    )
)


def amounts(**figures: str) -> dict[str, str]:
    values = {f"t.{name.replace('_', '.')}": value for name, value in figures.items()}
    found = effective(Document(SQUARE, 2020, values))
    return {key.removeprefix("t."): value for key, value in found.items()}


def test_a_total_is_the_sum_of_its_parts():
    found = amounts(a_x="1", a_y="2", b_x="3", b_y="4")
    assert found["a.all"] == "3"
    assert found["sum.x"] == "4"
    assert found["sum.all"] == "10"


def test_a_total_waits_while_a_part_is_blank():
    found = amounts(a_x="1", a_y="2", b_x="3")
    assert found["a.all"] == "3"
    assert "b.all" not in found
    assert "sum.y" not in found
    assert "sum.all" not in found


def test_a_total_that_was_written_counts_as_written():
    found = amounts(a_x="1", a_y="2", b_x="3", b_y="4", sum_x="40")
    assert found["sum.x"] == "40"
    assert found["sum.all"] == "46"


def test_the_total_of_totals_follows_its_row_and_its_column_while_the_row_waits():
    assert amounts(a_x="1", a_y="2", b_x="3", b_y="4", a_all="30")["sum.all"] == "10"
    assert amounts(a_x="1", b_x="3", a_all="30", b_all="7")["sum.all"] == "37"


def test_what_is_no_number_is_waited_for():
    assert "a.all" not in amounts(a_x="1", a_y="两件")
    assert "a.all" not in amounts(a_x="1", a_y="2万元")


def test_a_report_with_every_entry_has_every_total():
    for form in (OLD, NEW):
        assert not [k for k in cells(form, totals=True) if k not in effective(report(form))]


def test_computing_totals_leaves_the_document_alone():
    document = report(NEW)
    before = dict(document.values)
    effective(document)
    assert document.values == before


def test_subtotals_are_shown_for_the_groups_without_a_cell():
    document = report(
        NEW, figures={"requests.denied_secret.person": 2, "requests.denied_case.person": 3}
    )
    found = subtotals(document)
    assert found["requests.denied.person"] == "5"
    assert found["requests.denied.total"] == "5"
    assert found["requests.unable.total"] == "0"
    assert {key.split(".")[1] for key in found} == {"denied", "unable", "refused", "other"}


def test_a_subtotal_waits_too():
    document = report(NEW, figures={"requests.denied_secret.person": None})
    found = subtotals(document)
    assert "requests.denied.person" not in found
    assert "requests.denied.total" not in found
    assert found["requests.denied.company"] == "0"


OTHER = ("other_late", "other_unpaid", "other_rest")
APPLICANTS = ("person", "company", "research", "charity", "legal", "other")


def hybrid(**flat: int) -> Document:
    blank: dict[str, int | str | None] = {
        f"requests.{row}.{c}": None for row in OTHER for c in APPLICANTS
    }
    return report(
        NEW, figures=blank, group_values={f"requests.other.{c}": n for c, n in flat.items()}
    )


def test_a_flat_figure_takes_the_place_of_its_blank_members_in_sums_down_the_column():
    flat = dict.fromkeys(APPLICANTS, 0) | {"person": 4}
    document = hybrid(**flat)
    found = effective(document)
    assert found["requests.results.person"] == "4"
    assert found["requests.results.total"] == "4"
    assert subtotals(document)["requests.other.person"] == "4"


def test_a_flat_figure_is_printed_in_none_of_its_members():
    found = effective(hybrid(**dict.fromkeys(APPLICANTS, 1)))
    assert not [key for key in found if key.split(".")[1:2] and key.split(".")[1] in OTHER]


def test_the_flat_total_may_be_left_out_or_printed():
    flat = dict.fromkeys(APPLICANTS, 2)
    assert subtotals(hybrid(**flat))["requests.other.total"] == "12"
    assert subtotals(hybrid(**flat, total=13))["requests.other.total"] == "13"


def test_a_column_without_a_flat_figure_waits():
    found = effective(hybrid(person=4))
    assert found["requests.results.person"] == "4"
    assert "requests.results.company" not in found


def test_a_flat_figure_gives_way_once_a_member_is_filled_in():
    document = hybrid(**dict.fromkeys(APPLICANTS, 4))
    document.values["requests.other_late.person"] = "1"
    assert "requests.results.person" not in effective(document)
    document.values |= {"requests.other_unpaid.person": "0", "requests.other_rest.person": "1"}
    assert effective(document)["requests.results.person"] == "2"


@pytest.mark.parametrize("form", [OLD, NEW])
def test_parts_come_before_their_totals(form: object):
    ledger = ledger_of(NEW if form is NEW else OLD)
    seen: set[int] = set()
    for total, ways in ledger.ways.items():
        assert all(p in seen or p not in ledger.ways for way in ways for p in way)
        seen.add(total)
    for fed in ledger.feeds:
        rank = [list(ledger.ways).index(total) for total in fed]
        assert all(a < b for a, b in pairwise(rank))


def test_an_edition_is_expanded_once():
    assert ledger_of(NEW) is ledger_of(NEW)
    assert sums_of(NEW) is sums_of(NEW)


@given(st.integers(), st.integers(min_value=0, max_value=30))
def test_numbers_go_in_and_come_out_exactly(whole: int, places: int):
    digits = str(abs(whole)).rjust(places + 1, "0")
    text = ("-" if whole < 0 else "") + digits
    if places:
        text = text[:-places] + "." + text[-places:]
    number = figure(text)
    assert number is not None
    assert number * 10**places == whole
    assert figure(written(number)) == number
    assert not written(number).endswith((".", "-0"))
    assert "." not in written(number) or not written(number).endswith("0")


@pytest.mark.parametrize("text", ["", "-", "1e5", "１２", "²", "1_000", " 5", "+5", "9" * 5000])
def test_what_is_no_canonical_number_is_no_figure(text: str):
    assert figure(text) is None


@given(st.lists(st.integers(min_value=0, max_value=10**40), min_size=4, max_size=4))
@settings(max_examples=40)
def test_sums_of_any_size_are_exact(figures: list[int]):
    a, b, c, d = map(str, figures)
    assert amounts(a_x=a, a_y=b, b_x=c, b_y=d)["sum.all"] == str(sum(figures))


MONEY = edition(table("a", "x y all", holds="money", sums=[Sum("R-1", ("x", "y"), column="all")]))


@pytest.mark.parametrize(
    ("x", "y", "total"),
    [
        ("0.1", "0.2", "0.3"),
        ("24252.311082", "59237.2449", "83489.555982"),
        ("11398889", "0.01", "11398889.01"),
        ("9" * 40, "0." + "0" * 39 + "1", "9" * 40 + "." + "0" * 39 + "1"),
        ("0.5", "0.5", "1"),
        ("-2.5", "1", "-1.5"),
    ],
)
def test_decimals_are_exact(x: str, y: str, total: str):
    assert effective(Document(MONEY, 2020, {"t.a.x": x, "t.a.y": y}))["t.a.all"] == total


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_amounts_kept_up_to_date_are_those_reckoned_anew(data: st.DataObject):
    document = report(NEW)
    kept = Amounts(document)
    keys = st.sampled_from(cells(NEW, totals=True, block="requests"))
    values = st.sampled_from([None, "0", "1", "7", "无"])
    for _ in range(data.draw(st.integers(1, 4))):
        edit = data.draw(st.dictionaries(keys, values, min_size=1, max_size=4))
        kept.update(document.apply(document.change(edit)))
        assert kept.numbers == Amounts(document).numbers
