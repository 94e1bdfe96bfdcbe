from datetime import date

import pytest

from reportdesk.errors import EditionError
from reportdesk.form.edition import Deadline, Edition, Line
from reportdesk.form.load import load
from reportdesk.report.deadline import Due, due, kind_line, possible, year_due, year_in_hand
from tests.builders import CATALOG, NEW, OLD

OWN = """
id = 'own'
extends = 'cn-2021'

[[deadline]]
by = '01-20'
words = '送县政府办汇总'
"""


@pytest.mark.parametrize("edition", [OLD, NEW])
@pytest.mark.parametrize(
    ("kind", "last_day"),
    [
        ("部门", date(2022, 1, 31)),
        ("政府办公厅（室）", date(2022, 1, 31)),
        ("乡镇街道", date(2022, 1, 31)),
        ("其他", date(2022, 1, 31)),
        ("政府", date(2022, 3, 31)),
    ],
)
def test_a_report_is_due_by_the_kind_of_its_organ(
    edition: Edition, kind: str, last_day: date
) -> None:
    found = due(edition, 2021, {kind_line(edition): kind})
    assert found is not None
    assert found.on == last_day


def test_every_kind_to_choose_from_has_a_deadline() -> None:
    for edition in (OLD, NEW):
        line = edition.block(kind_line(edition))
        assert isinstance(line, Line)
        for kind in line.choices:
            assert due(edition, 2021, {kind_line(edition): kind}) is not None


def test_without_a_kind_no_deadline_is_told_but_those_that_may_be() -> None:
    assert due(NEW, 2025, {}) is None
    assert [each.on for each in possible(NEW, 2025)] == [date(2026, 1, 31), date(2026, 3, 31)]


def test_the_days_left_go_down_to_nothing_and_below() -> None:
    found = possible(NEW, 2025)[0]
    assert found.days_left(date(2026, 1, 20)) == 11
    assert found.days_left(date(2026, 1, 31)) == 0
    assert found.days_left(date(2026, 2, 3)) == -3


def test_last_years_report_stays_due_until_its_day_or_until_it_is_finished() -> None:
    def departments(year: int) -> list[Due]:
        return possible(NEW, year)[:1]

    assert year_due(departments, date(2026, 1, 31), ()) == 2025
    assert year_due(departments, date(2026, 2, 1), ()) == 2026
    assert year_due(departments, date(2026, 2, 1), (2025,)) == 2025
    assert year_due(departments, date(2026, 2, 1), (2023,)) == 2026


def test_the_year_in_hand_is_last_year_while_its_report_is_written() -> None:
    assert year_in_hand(date(2026, 1, 20)) == 2025
    assert year_in_hand(date(2026, 6, 30)) == 2025
    assert year_in_hand(date(2026, 12, 1)) == 2026


def test_an_offices_own_deadline_comes_first() -> None:
    own = load(OWN, "own.toml", CATALOG)
    found = due(own, 2025, {kind_line(NEW): "政府"})
    assert found is not None
    assert (found.on, found.deadline.words) == (date(2026, 1, 20), "送县政府办汇总")
    assert [each.on for each in possible(own, 2025)] == [date(2026, 1, 20)]


def test_an_edition_may_have_no_deadline_at_all() -> None:
    from tests.builders import edition

    assert possible(edition(), 2025) == []
    assert kind_line(edition()) == ""


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("by = '1月31日'\nwords = 'x'", "应为月和日"),
        ("by = '02-29'\nwords = 'x'", "应为月和日"),
        ("by = '01-31'\nwords = 'x'\nline = 'organ_kind'", "要么都写，要么都不写"),
        ("by = '01-31'\nwords = 'x'\nline = 'nothing'\nvalues = ['a']", "没有「nothing」这一行"),
        ("by = '01-31'\nwords = 'x'\nline = 'organ_kind'\nvalues = ['局']", "没有「局」可选"),
    ],
)
def test_a_deadline_that_cannot_be_is_told_with_its_place(written: str, told: str) -> None:
    with pytest.raises(EditionError) as caught:
        load(f"id = 'own'\nextends = 'cn-2021'\n[[deadline]]\n{written}\n", "own.toml", CATALOG)
    assert told in caught.value.message
    assert "deadline" in caught.value.message


def test_deadlines_with_the_same_day_are_listed_once() -> None:
    days = [d.by for d in NEW.deadlines]
    assert len(days) > len(set(days))
    assert all(isinstance(d, Deadline) for d in NEW.deadlines)
    assert len(possible(NEW, 2025)) == len(set(days))
