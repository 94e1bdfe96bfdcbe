from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

import reportdesk
from reportdesk.gui.deadline import Told, told
from reportdesk.gui.editions import edition_name, edition_words
from reportdesk.gui.when import exactly, when_words
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG
from tests.gui.start.listed import BUREAU, TOWN, listed

TODAY = date(2026, 1, 20)
UNFINISHED = {"requests.new.person": None}


def deadline(store: DraftStore, today: date = TODAY) -> Told:
    found = told(store.drafts(), CATALOG, today)
    assert found is not None
    return found


def test_a_departments_days_are_counted_to_the_end_of_january(store: DraftStore) -> None:
    listed(store, kind="部门")
    found = deadline(store)
    assert found.days == "距1月31日还有 11 天"
    assert found.words == "部门年报：1月31日前报送并公布"
    assert found.source == "《条例》第四十九条"
    assert not found.presses


def test_a_governments_days_are_counted_to_the_end_of_march(store: DraftStore) -> None:
    listed(store, kind="政府")
    assert deadline(store).days == "距3月31日还有 70 天"


@pytest.mark.parametrize(
    ("day", "words", "presses"),
    [
        (24, "距1月31日还有 7 天", True),
        (31, "今天（1月31日）是最后一天", True),
    ],
)
def test_the_last_week_presses(store: DraftStore, day: int, words: str, presses: bool) -> None:
    listed(store)
    found = deadline(store, date(2026, 1, day))
    assert (found.days, found.presses) == (words, presses)


def test_the_days_past_are_counted_only_while_a_report_is_unfinished(store: DraftStore) -> None:
    listed(store, figures=UNFINISHED)
    assert deadline(store, date(2026, 2, 3)).days == "已过期限 3 天"


def test_after_a_finished_report_the_next_years_days_are_counted(store: DraftStore) -> None:
    listed(store)
    assert deadline(store, date(2026, 2, 3)).days == "距2027年1月31日还有 362 天"


def test_an_old_report_that_was_never_finished_is_let_rest(store: DraftStore) -> None:
    listed(store, year=2022, figures=UNFINISHED)
    listed(store, year=2025)
    assert deadline(store, date(2026, 2, 3)).days == "距2027年1月31日还有 362 天"


def test_the_newest_report_says_the_kind_of_organ(store: DraftStore) -> None:
    listed(store, BUREAU, 2024, kind="部门", changed="2026-01-20T09:00")
    listed(store, TOWN, 2025, kind="政府", changed="2026-01-10T09:00")
    assert deadline(store).days == "距3月31日还有 70 天"


def test_where_the_kind_is_not_known_both_dates_are_told(store: DraftStore) -> None:
    for kind in ("", "别的"):
        listed(store, kind=kind)
        found = deadline(store)
        assert found.days == "2025年度报告的期限"
        assert found.words == (
            "部门年报：1月31日前报送并公布\n还有 11 天\n政府年报：3月31日前公布\n还有 70 天"
        )


def test_without_any_report_both_dates_are_told() -> None:
    found = told([], CATALOG, TODAY)
    assert found is not None
    assert found.words.count("还有") == 2
    gone = told([], CATALOG, date(2026, 2, 10))
    assert gone is not None
    assert gone.days == "距3月31日还有 49 天"


def test_a_form_without_deadlines_tells_none(store: DraftStore, tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs/editions.md").read_text(encoding="utf-8")
    example = guide.split("```toml\n")[1].split("```")[0]
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "form.toml").write_text(example, encoding="utf-8")
    catalog = reportdesk.editions(tmp_path / "own")
    own = next(e for e in catalog.values() if e.family != "cn-annual")
    from reportdesk.report.document import Document

    store.create(Document(own, own.first_year, {"organ": "Harbour Office"}))
    assert told(store.drafts(), catalog, TODAY) is None
    assert edition_name(catalog, own.id) == f"{own.first_year}版·自有"
    assert own.id in edition_words(catalog, own.id)


def test_an_edition_has_a_short_name_also_where_it_is_not_at_hand() -> None:
    assert edition_name(CATALOG, "cn-2021") == "2021版"
    assert edition_words(CATALOG, "cn-2021").endswith("国办公开办函〔2021〕30号")
    assert edition_name(CATALOG, "lost") == "lost"
    assert "lost" in edition_words(CATALOG, "lost")


def test_moments_are_told_as_people_tell_them() -> None:
    now = datetime(2026, 1, 20, 9, 41)
    moments = [now, now - timedelta(days=1), now - timedelta(days=4), now - timedelta(days=368)]
    assert [when_words(each, TODAY) for each in moments] == [
        "今天 09:41",
        "昨天 09:41",
        "1月16日",
        "2025-01-17",
    ]
    assert when_words(moments[2], TODAY, clock=True) == "1月16日 09:41"
    assert exactly(now) == "2026年1月20日 09:41"
