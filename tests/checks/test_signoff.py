from reportdesk.checks.checker import check
from reportdesk.checks.signoff import BLANK, sign_off
from reportdesk.checks.standing import reason_name
from reportdesk.report.fingerprint import fingerprint
from tests.builders import NEW, report, requests


def test_the_fingerprint_is_short_and_the_same_for_the_same_content() -> None:
    mark = fingerprint(report(NEW, 2025))
    assert mark == fingerprint(report(NEW, 2025))
    assert len(mark) == 9
    assert mark[4] == "-"
    assert not set(mark) & set("ILOU")


def test_any_printed_change_makes_another_fingerprint() -> None:
    plain = report(NEW, 2025)
    others = [
        report(NEW, 2025, requests(new__person=1)),
        report(NEW, 2025, requests(new__person=None)),
        report(NEW, 2025, texts={"overview": "另一段话。"}),
        report(NEW, 2024),
    ]
    marks = {fingerprint(each) for each in (plain, *others)}
    assert len(marks) == 5


def test_what_is_not_printed_does_not_count() -> None:
    plain, other = report(NEW, 2025), report(NEW, 2025)
    other.reasons["Y-1 x"] = "机构合并，统计范围变化"
    other.values["requests.new.total"] = "0"  # typed, and just what it would be reckoned
    assert fingerprint(plain) == fingerprint(other)


def test_each_review_comes_with_its_reason() -> None:
    last = report(NEW, 2024, requests(left__person=3, new__person=3))
    document = report(NEW, 2025, previous=last)
    (finding,) = [f for f in check(document) if f.severity == "review"]
    assert sign_off(document, "第1次送审").reviews[0].reason == ""
    document.reasons[reason_name(finding.rule, finding.keys)] = "更正上年数字"
    sign = sign_off(document, "第1次送审")
    assert [(item.message, item.reason) for item in sign.reviews] == [
        (finding.message, "更正上年数字")
    ]
    assert sign.counts["review"] == 1
    assert sign.changes is None


def test_what_is_still_to_be_filled_is_no_error() -> None:
    figures = requests(new__person=60, granted__person=61, new__legal=None)
    document = report(NEW, 2025, figures, texts={"title": "年报"})
    sign = sign_off(document, "第1次送审")
    assert sign.counts["error"] == len(sign.errors) == 1
    assert "自然人" in sign.errors[0]
    assert sign.unfilled == 1
    assert len(sign.blanks) == 1
    assert "法律服务机构" in sign.blanks[0]


def test_changes_since_the_version_that_was_sent_are_named_with_both_sides() -> None:
    sent = report(NEW, 2025)
    now = report(NEW, 2025, requests(new__person=2, results__person=2, granted__person=None))
    changes = sign_off(now, "第2次送审", sent).changes
    assert changes is not None
    told = {change.name.rpartition(" › ")[0]: change for change in changes}
    assert ("0", "2") in [(c.before, c.after) for c in changes]
    assert ("0", BLANK) in [(c.before, c.after) for c in changes]
    assert all("三、" in name for name in told)
    assert sign_off(sent, "第2次送审", report(NEW, 2025)).changes == ()
