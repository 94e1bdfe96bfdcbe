"""What a file's report becomes in the program: totals reckoned, origins kept, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.errors import RequestError
from reportdesk.form.table import Sum
from reportdesk.report.adopt import (
    Choices,
    Counts,
    begin,
    beside,
    count,
    edition_for,
    merge,
    take,
)
from reportdesk.report.document import Document, Origin, Unplaced
from reportdesk.report.totals import effective
from tests.builders import CATALOG, NEW, OLD, cells, edition, report, table, text

SUMS = (Sum("down", ("a", "b"), row="all"), Sum("across", ("x", "y"), column="z"))
FORM = edition(table("a b all", "x y z", sums=SUMS), text("words"))
FILE = "去年.docx"


def found(**figures: str) -> Document:
    """A reading of the small form; figures written ``row_column``."""
    values = {f"t.{name.replace('_', '.')}": value for name, value in figures.items()}
    values |= {"organ": "云溪县水务局", "words": "全年平稳。"}
    origins = {key: Origin("file", FILE, "第1个表格") for key in values}
    return Document(FORM, 2024, values, origins, as_printed=True)


def whole(**other: str) -> Document:
    """All cells stated, every total as its parts add up."""
    figures = {"a_x": "1", "a_y": "2", "a_z": "3", "b_x": "4", "b_y": "5", "b_z": "9"}
    figures |= {"all_x": "5", "all_y": "7", "all_z": "12"}
    return found(**{**figures, **other})


def test_a_stated_total_that_equals_its_parts_is_reckoned_from_now_on() -> None:
    taken = take(whole(), Choices(), FILE)
    assert taken.agreed == {
        "t.a.z": "3",
        "t.b.z": "9",
        "t.all.x": "5",
        "t.all.y": "7",
        "t.all.z": "12",
    }
    assert not taken.agreed.keys() & taken.document.values.keys()
    assert not taken.agreed.keys() & taken.document.origins.keys()
    assert effective(taken.document) == whole().values


def test_a_total_that_differs_stays_typed_with_its_origin() -> None:
    taken = take(whole(a_z="4"), Choices(), FILE)
    assert taken.document.values["t.a.z"] == "4"
    assert taken.document.origins["t.a.z"].file == FILE
    # 12 is the sum of its column but with 4 in it no more the sum of 「all」.
    assert taken.document.values["t.all.z"] == "12"


def test_a_total_whose_parts_are_blank_stays_as_it_is_stated() -> None:
    document = found(a_x="1", a_z="3")
    assert take(document, Choices(), FILE).document.values["t.a.z"] == "3"


def test_a_differing_total_can_be_given_to_the_computer() -> None:
    choices = Choices(reckoned=frozenset({"t.a.z"}))
    taken = take(whole(a_z="4"), choices, FILE)
    assert "t.a.z" not in taken.document.values
    assert effective(taken.document)["t.a.z"] == "3"


def test_every_value_has_the_file_as_its_origin() -> None:
    document = whole().but(origins={})
    taken = take(document, Choices(), FILE).document
    assert taken.origins == dict.fromkeys(taken.values, Origin("file", FILE))


def test_a_sign_that_counts_as_0_keeps_what_was_printed() -> None:
    origin = Origin("file", FILE, "第1个表格", "/")
    document = found(a_y="2", a_z="2")
    taken = take(document, Choices(given={"t.a.x": ("0", origin)}), FILE)
    assert taken.document.values["t.a.x"] == "0"
    assert taken.document.origins["t.a.x"] == origin
    assert "t.a.z" in taken.agreed


def test_a_row_that_is_not_taken_leaves_the_totals_over_it_as_stated() -> None:
    row = frozenset({"t.a.x", "t.a.y", "t.a.z"})
    taken = take(whole(), Choices(cells=row), FILE).document
    assert not row & taken.values.keys()
    assert taken.values["t.all.x"] == "5"


def test_a_section_that_is_not_taken_leaves_nothing_behind() -> None:
    document = whole()
    document.unplaced = [
        Unplaced("第1个表格", "t", "c", "", "9"),
        Unplaced("末尾", "", "", "", "7"),
    ]
    document.refused = {"t": "数字分不开"}
    taken = take(document, Choices(sections=frozenset({"s1"})), FILE).document
    assert taken.values == {"organ": "云溪县水务局"}
    assert [one.text for one in taken.unplaced] == ["7"]
    assert taken.refused == {}


def test_figures_without_a_blank_are_kept_unless_they_are_not_wanted() -> None:
    document = whole()
    document.unplaced = [
        Unplaced("第1个表格", "t", "c", "", "9"),
        Unplaced("末尾", "", "", "", "7"),
    ]
    choices = Choices(dropped=frozenset(document.unplaced[:1]))
    assert take(document, choices, FILE).document.unplaced == document.unplaced[1:]


def test_what_was_read_stays_as_it_was() -> None:
    document = whole()
    before = document.but(values=dict(document.values), origins=dict(document.origins))
    take(document, Choices(cells=frozenset({"t.a.x"})), FILE)
    assert document == before


@given(
    st.dictionaries(
        st.sampled_from([key for key, field in FORM.fields.items() if field.row is not None]),
        st.integers(0, 3).map(str),
    )
)
def test_taking_never_changes_what_any_cell_counts_as(figures: dict[str, str]) -> None:
    document = Document(FORM, 2024, figures)
    assert effective(take(document, Choices()).document) == effective(document)


# Last year's report


def test_a_new_year_begins_with_what_was_taken_as_its_last() -> None:
    last = take(report(NEW, 2024, {"requests.left.person": 3}), Choices(), FILE).document
    rolled = begin(last, 2025, CATALOG)
    assert rolled.document.year == 2025
    assert rolled.document.values["requests.carried.person"] == "3"
    assert rolled.document.previous is not None
    assert rolled.document.previous.values == last.values


def test_a_new_year_takes_the_edition_of_that_year_in_the_family() -> None:
    assert edition_for(OLD, 2021, CATALOG) is NEW
    assert edition_for(NEW, 2030, CATALOG) is NEW


def test_a_year_that_no_form_is_for_is_refused() -> None:
    with pytest.raises(RequestError, match="2010"):
        edition_for(NEW, 2010, CATALOG)
    with pytest.raises(RequestError, match="20250"):
        edition_for(NEW, 20250, CATALOG)


def test_a_report_put_beside_another_changes_nothing_in_it_but_last_year() -> None:
    target = report(NEW, 2025, {"requests.new.person": 8})
    last = report(NEW, 2024, previous=report(NEW, 2023))
    document = beside(target, last)
    assert document.values == target.values
    assert document.values is not target.values
    assert document.previous is not None
    assert document.previous.values == last.values
    assert document.previous.previous is None
    assert target.previous is None


# Into an open report


def into(document: Document, target: Document, choices: Choices | None = None):
    taken = take(document, choices or Choices(), FILE)
    return merge(taken, target, choices.kept if choices else ())


def test_what_was_taken_is_put_in_with_its_origin_and_blanks_change_nothing() -> None:
    target = Document(FORM, 2024, {"t.b.x": "7", "words": "自己写的。"})
    step = into(found(a_x="1", a_y="2"), target)
    assert step.values == {
        "t.a.x": "1",
        "t.a.y": "2",
        "organ": "云溪县水务局",
        "words": "全年平稳。",
    }
    assert {origin.file for origin in step.origins.values() if origin} == {FILE}
    assert step.document.values["t.b.x"] == "7"
    assert step.replaced == ("words",)
    assert not step.whole


def test_what_is_there_already_makes_no_step() -> None:
    target = take(whole(), Choices(), "别处.docx").document
    step = into(whole(), target)
    assert step.values == {}
    assert step.document.origins == target.origins


def test_what_was_last_years_and_stands_in_this_years_file_too_comes_from_the_file() -> None:
    last = {"organ": Origin("last_year"), "words": Origin("last_year")}
    values = {"organ": "云溪县水务局", "words": "全年平稳。"}
    step = into(found().but(year=2024), Document(FORM, 2024, dict(values), dict(last)))
    assert step.values == {}
    assert step.origins.keys() == {"organ"}
    assert step.document.origins["organ"].file == FILE
    assert step.document.origins["words"].kind == "last_year"  # it is still the same as last year
    other = into(found().but(year=2023), Document(FORM, 2024, dict(values), dict(last)))
    assert other.origins == {}


def test_a_total_that_agrees_in_the_file_is_reckoned_in_the_open_report_too() -> None:
    target = Document(FORM, 2024, {"t.a.z": "8"}, {"t.a.z": Origin("file", "旧.docx")})
    step = into(whole(), target)
    assert step.values["t.a.z"] is None
    assert "t.a.z" not in step.document.values
    assert "t.a.z" not in step.document.origins
    assert effective(step.document)["t.a.z"] == "3"


def test_blanks_that_are_to_keep_what_they_hold_keep_it() -> None:
    target = Document(FORM, 2024, {"words": "自己写的。"})
    step = into(whole(), target, Choices(kept=frozenset({"words"})))
    assert step.document.values["words"] == "自己写的。"
    assert "words" not in step.origins
    assert step.replaced == ("words",)


def test_what_the_open_report_has_no_blank_for_is_told() -> None:
    small = edition(text("words"))
    step = into(whole(), Document(small, 2024))
    assert step.values == {"organ": "云溪县水务局", "words": "全年平稳。"}
    assert set(step.lost) == {"t.a.x", "t.a.y", "t.b.x", "t.b.y"}


def test_figures_of_groups_and_those_without_a_blank_come_along() -> None:
    document = report(NEW, 2024, {key: None for key in cells(NEW) if ".other_" in key})
    document.group_values = {"requests.other.person": "4"}
    document.unplaced = [Unplaced("第2个表格", "requests", "（六）", "自然人", "4")]
    step = into(document, report(NEW, 2024))
    assert step.whole
    assert step.document.group_values == document.group_values
    assert step.document.unplaced == document.unplaced


def test_a_table_that_was_refused_is_told_only_while_nothing_stands_in_it() -> None:
    document = found().but(refused={"t": "数字分不开"})
    assert into(document, Document(FORM, 2024)).document.refused == {"t": "数字分不开"}
    filled = Document(FORM, 2024, {"t.a.x": "1"}, refused={"t": "没有找到"})
    assert into(document, filled).document.refused == {}


def test_cells_narratives_and_lines_are_counted_apart() -> None:
    assert count(FORM, ["organ", "words", "t.a.x", "t.a.z", "gone"]) == Counts(2, 1, 1)
    assert not Counts()
