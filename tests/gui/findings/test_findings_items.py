"""Which findings are listed, in which order, and how each is known again."""

from reportdesk.gui.findings.items import items_of, listed, standing
from reportdesk.gui.session import Session
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

LAST = report(NEW, 2024)
FIGURES = {
    **requests(new__person=60, granted__person=61, new__company=None),
    "disclosure.documents.in_force": 7,
    "disputes.review.upheld": None,
}
TEXTS = {"others": "无", "overview": "一年来。\n截至2024年12月31日，没有变化。"}


def opened(open_session: OpenSession) -> Session:
    return open_session(report(NEW, 2025, FIGURES, previous=LAST, texts=TEXTS))


def names(session: Session, section: str, *, only_here: bool = False) -> list[tuple[str, str]]:
    items = listed(items_of(session), section, only_here=only_here)
    return [(item.kind, item.finding.rule) for item in items if item.finding.rule != "L-4"]


def test_the_section_on_screen_comes_first_then_the_gravest(open_session: OpenSession) -> None:
    session = opened(open_session)
    assert names(session, "s2") == [
        ("review", "Y-2"),
        ("error", "T3-1"),
        ("review", "L-2"),
        ("hint", "L-3"),
    ]
    assert names(session, "s1")[0] == ("hint", "L-3")


def test_blanks_to_fill_are_listed_with_their_section_only(open_session: OpenSession) -> None:
    session = opened(open_session)
    assert names(session, "s3") == [
        ("error", "T3-1"),
        ("wait", "V-2"),
        ("review", "Y-2"),
        ("review", "L-2"),
        ("hint", "L-3"),
    ]


def test_only_the_section_on_screen_if_she_wants(open_session: OpenSession) -> None:
    assert names(opened(open_session), "s4", only_here=True) == [("wait", "V-2")]


def test_what_has_its_reason_is_done(open_session: OpenSession) -> None:
    session = opened(open_session)
    finding = next(f for f in session.findings if f.rule == "Y-2")
    session.set_reason(finding, "专项清理时 1 件到期失效")
    assert names(session, "s2")[0] == ("done", "Y-2")
    assert ("done", "Y-2") not in [(i.kind, i.finding.rule) for i in standing(items_of(session))]


def test_all_that_stands_is_walked_in_the_order_of_the_form(open_session: OpenSession) -> None:
    walked = [item.finding.rule for item in standing(items_of(opened(open_session)))]
    assert [rule for rule in walked if rule != "L-4"] == ["L-3", "Y-2", "T3-1", "L-2"]


def test_with_nothing_wrong_the_blanks_are_walked(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025, requests(new__person=None), texts={"title": "年报"}))
    assert [item.kind for item in standing(items_of(session))] == ["wait"]


def test_a_finding_is_the_same_while_its_figures_change(open_session: OpenSession) -> None:
    session = opened(open_session)

    def idents() -> set[tuple[str, str, int]]:
        return {item.ident for item in items_of(session)}

    before = idents()
    session.edit({"requests.new.person": "59", "requests.left.other": None}, "填写")
    session.edit({"overview": "多一行。\n一年来。\n截至2024年12月31日，没有变化。"}, "填写")
    assert idents() == before
    assert len(before) == len(items_of(session))


def test_two_findings_of_one_rule_in_a_text_are_told_apart(open_session: OpenSession) -> None:
    words = "截至2024年12月31日，公开 5 条。\n截至2023年12月31日，公开 6 条。"
    session = open_session(report(NEW, 2025, texts={"overview": words}))
    stale = [item.ident for item in items_of(session) if item.finding.rule == "L-3"]
    assert len(stale) == len(set(stale)) == 2
