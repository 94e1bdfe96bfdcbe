from reportdesk.checks.checker import Checker, check
from reportdesk.checks.previous import Doubt, doubts, year_before
from reportdesk.checks.rules import rules_of
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, edition, report, table

ASKED = frozenset(rules_of(NEW).last.values())


def told(document: Document) -> list[str]:
    return [doubt.words for doubt in doubts(document, ASKED)]


def test_nothing_is_told_where_the_year_before_is_compared_or_nothing_is():
    last = report(NEW, 2023)
    this = report(NEW, 2024, previous=last)
    assert told(this) == []
    assert year_before(this) is last
    assert told(report(NEW, 2024)) == []
    assert year_before(report(NEW, 2024)) is None
    assert told(report(NEW, 2021, previous=report(OLD, 2020))) == []


def test_another_year_is_told_and_the_rules_across_years_wait():
    for year in (2020, 2022, 2024, 2025):
        this = report(NEW, 2024, {"requests.carried.person": 5}, previous=report(NEW, year))
        assert told(this) == [f"对照的是{year}年的报告，不是上一年的，跨年的勾稽没有核对。"]
        assert year_before(this) is None
        assert not any(f.rule.startswith("Y-") for f in check(this))


def test_another_kind_of_report_is_told():
    other = Document(edition(table("a", "x")), 2023)
    assert told(report(NEW, 2024, previous=other)) == [
        "对照的是另一种报告（测试表），跨年的勾稽没有核对。"
    ]


def test_a_year_that_is_not_known_is_told_and_compared_all_the_same():
    last = report(NEW, 2023, {"requests.left.person": 3})
    last.year = None
    this = report(NEW, 2024, previous=last)
    assert doubts(this, ASKED) == [
        Doubt("对照的报告没有认出年份，按上一年的核对，请看看是不是上一年的。", surely=False)
    ]
    assert "Y-1" in {f.rule for f in check(this)}
    last.year, this.year = 2023, None
    assert told(this) == ["本报告没有认出年份，对照的2023年报告按上一年的核对。"]


def test_a_table_of_last_year_that_was_not_read_is_told():
    last = report(NEW, 2023)
    requests = NEW.table("requests")
    last.refused = {"requests": "数字连在了一起", "litigation": "没有找到"}
    this = report(NEW, 2024, previous=last)
    assert told(this) == [f"对照的报告里《{requests.title}》没有读入，有关它的跨年的勾稽没有核对。"]


def test_a_form_without_rules_across_years_has_nothing_to_tell():
    form = edition(table("a", "x"))
    this = Document(form, 2024, previous=Document(form, 2020))
    assert doubts(this, frozenset(rules_of(form).last.values())) == []
    assert Checker(this).last == []
