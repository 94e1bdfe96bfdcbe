"""T2-1, T2-2 and the rules about last year: what breaks each, and what honestly does not."""

import pytest

from reportdesk.checks.checker import check
from reportdesk.checks.findings import Finding
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, Figures, report, requests


def found(document: Document, rule: str = "") -> list[Finding]:
    return [finding for finding in check(document) if not rule or finding.rule == rule]


# T2-1, T2-2


def before(figures: Figures, year: int = 2022) -> Document:
    return report(NEW, year, figures)


def test_t2_1_tells_more_files_abolished_than_there_can_be():
    last = before({"disclosure.documents.in_force": 5})
    figures: Figures = {
        "disclosure.documents.made": 1,
        "disclosure.documents.abolished": 7,
        "disclosure.documents.in_force": -1,
    }
    (finding,) = found(report(NEW, 2023, figures, previous=last), "T2-1")
    assert (finding.severity, finding.found, finding.expected) == ("review", "7", "6")
    assert finding.difference == "1"


def test_t2_1_is_content_when_all_are_abolished():
    last = before({"disclosure.documents.in_force": 5})
    figures: Figures = {"disclosure.documents.made": 1, "disclosure.documents.abolished": 6}
    assert found(report(NEW, 2023, figures, previous=last)) == []


def test_t2_1_waits_without_last_year():
    assert found(report(NEW, 2023, {"disclosure.documents.abolished": 7}), "T2-1") == []


def test_t2_2_hints_at_more_files_opened_than_made():
    figures: Figures = {"disclosure.documents.made": 1, "disclosure.documents.opened": 3}
    (finding,) = found(report(OLD, figures=figures))
    assert (finding.rule, finding.severity, finding.difference) == ("T2-2", "hint", "2")


def test_t2_2_is_content_with_as_many():
    figures: Figures = {"disclosure.documents.made": 3, "disclosure.documents.opened": 3}
    assert found(report(OLD, figures=figures)) == []


# Y-1 to Y-4: last year


def test_y_1_tells_what_was_not_carried_over():
    last = before(requests(new__person=4, left__person=4))
    this = report(NEW, 2023, requests(carried__person=3, granted__person=3), previous=last)
    (finding,) = found(this)
    assert (finding.rule, finding.severity) == ("Y-1", "review")
    assert finding.keys == ("requests.carried.person",)
    assert (finding.found, finding.expected, finding.difference) == ("3", "4", "1")


def test_y_1_is_content_when_all_is_carried_over():
    last = before(requests(new__person=4, left__person=4))
    this = report(NEW, 2023, requests(carried__person=4, granted__person=4), previous=last)
    assert found(this) == []


def test_y_1_of_moved_applicants_is_told_by_their_columns_only():
    last = before(requests(new__person=4, left__person=4))
    this = report(NEW, 2023, requests(carried__company=4, granted__company=4), previous=last)
    assert [f.keys[0] for f in found(this, "Y-1")] == [
        "requests.carried.person",
        "requests.carried.company",
    ]


def test_y_1_that_only_the_total_column_shows_is_told():
    last = before(requests(new__person=4, left__person=4, left__total=5))
    this = report(NEW, 2023, requests(carried__person=4, granted__person=4), previous=last)
    assert [finding.keys for finding in found(this)] == [("requests.carried.total",)]


@pytest.mark.parametrize(("year", "told"), [(2022, 1), (None, 1), (2021, 0), (2023, 0)])
def test_last_year_is_the_year_before_or_of_a_year_unknown(year: int | None, told: int):
    last = before(requests(new__person=4, left__person=4))
    last.year = year
    assert len(found(report(NEW, 2023, previous=last))) == told


def test_y_1_holds_over_the_change_of_the_form_and_y_2_does_not():
    figures = requests(new__person=4, left__person=4)
    last = report(OLD, 2020, {**figures, "disclosure.documents.public": 166})
    this = report(NEW, 2021, {"disclosure.documents.in_force": 665}, previous=last)
    assert [finding.rule for finding in found(this)] == ["Y-1"]


def test_y_1_waits_for_last_years_blanks():
    last = before(requests(left__person=None))
    assert found(report(NEW, 2023, requests(carried__person=1), previous=last), "Y-1") == []


def test_y_2_tells_files_in_force_that_do_not_follow():
    last = before({"disclosure.documents.in_force": 643})
    figures: Figures = {
        "disclosure.documents.made": 20,
        "disclosure.documents.abolished": 30,
        "disclosure.documents.in_force": 470,
    }
    (finding,) = found(report(NEW, 2023, figures, previous=last))
    assert (finding.rule, finding.severity) == ("Y-2", "review")
    assert (finding.found, finding.expected, finding.difference) == ("470", "633", "163")
    assert finding.formula.endswith("：470，643＋20－30＝633")
    assert "二、主动公开政府信息情况 › 行政规范性文件：" in finding.message


def test_y_2_is_content_when_they_follow():
    last = before({"disclosure.documents.in_force": 643})
    figures: Figures = {"disclosure.documents.made": 20, "disclosure.documents.in_force": 663}
    assert found(report(NEW, 2023, figures, previous=last)) == []


def test_y_3_tells_items_that_do_not_follow():
    last = report(OLD, 2019, {"disclosure.fees.items_before": 10, "disclosure.fees.change": -3})
    (finding,) = found(report(OLD, 2020, {"disclosure.fees.items_before": 10}, previous=last))
    assert (finding.rule, finding.severity) == ("Y-3", "review")
    assert finding.formula.endswith("：10，10＋（-3）＝7")
    assert found(report(OLD, 2020, {"disclosure.fees.items_before": 7}, previous=last)) == []


def test_y_4_hints_at_open_files_that_do_not_follow():
    last = report(OLD, 2019, {"disclosure.regulations.public": 3})
    figures: Figures = {"disclosure.regulations.public": 7}
    (finding,) = found(report(OLD, 2020, figures, previous=last))
    assert (finding.rule, finding.severity, finding.difference) == ("Y-4", "hint", "4")
    figures = {"disclosure.regulations.public": 3}
    assert found(report(OLD, 2020, figures, previous=last)) == []
