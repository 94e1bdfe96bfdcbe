"""Versions of a report: whole, listed, thinned where nobody asked for them."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from reportdesk.errors import StoreError
from reportdesk.report.rollover import roll_over
from reportdesk.store.drafts import DraftStore
from reportdesk.store.versions import Kind
from tests.builders import CATALOG, NEW, report


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore(tmp_path) as opened:
        yield opened


def test_a_version_is_the_report_as_it_was(store: DraftStore) -> None:
    document = roll_over(report(NEW, 2024), NEW, 2025).document
    document.reasons["Y-2 a"] = "专项清理"
    id = store.create(document)
    version = store.versions.take(id, "named", " 初稿 ")
    store.write(id, {"overview": "改过了。", "problems": None}, {}, {"Y-2 a": None})
    assert store.versions.open(version, CATALOG) == document
    (listed,) = store.versions.of(id)
    assert (listed.id, listed.name, listed.kind) == (version, "初稿", "named")
    assert listed.taken <= datetime.now().astimezone()


def test_versions_are_listed_with_the_newest_first_and_by_report(store: DraftStore) -> None:
    one, two = store.create(report(NEW, 2025)), store.create(report(NEW, 2024))
    first = store.versions.take(one, "named", "一稿")
    second = store.versions.take(one, "sent")
    other = store.versions.take(two, "named", "别的")
    assert [version.id for version in store.versions.of(one)] == [second, first]
    assert [version.id for version in store.versions.of(two)] == [other]


def test_an_unchanged_report_is_not_kept_again_unless_the_clerk_asks(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    opened = store.versions.take(id, "opened")
    assert store.versions.take(id, "opened") == opened
    named = store.versions.take(id, "named", "初稿")
    assert named != opened
    assert store.versions.take(id, "before_import") == named
    assert len(store.versions.of(id)) == 2


def test_of_those_that_nobody_asked_for_the_newest_twenty_are_kept(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    named = [store.versions.take(id, "named", "初稿"), store.versions.take(id, "sent")]
    taken: list[int] = []
    for number in range(25):
        store.write(id, {"overview": f"第{number}稿"}, {}, {})
        taken.append(store.versions.take(id, "opened"))
    assert [v.id for v in store.versions.of(id)] == [*reversed(taken[-20:]), *reversed(named)]


def test_a_version_that_is_given_a_name_is_the_clerk_s(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    version = store.versions.take(id, "opened")
    store.versions.rename(version, "领导看过")
    assert [(v.name, v.kind) for v in store.versions.of(id)] == [("领导看过", "named")]
    sent = store.versions.take(id, "sent")
    store.versions.rename(sent, "报送稿")
    assert store.versions.of(id)[0].kind == "sent"


def test_a_deleted_version_is_gone(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    version = store.versions.take(id, "named", "初稿")
    store.versions.delete(version)
    assert store.versions.of(id) == []
    with pytest.raises(StoreError, match="已经不在了"):
        store.versions.open(version, CATALOG)


def test_a_version_of_a_report_that_is_gone_cannot_be_taken(store: DraftStore) -> None:
    with pytest.raises(StoreError, match="已经不在了"):
        store.versions.take(99, "named", "初稿")


def test_a_version_that_was_signed_is_frozen_until_the_mark_is_taken_back(
    store: DraftStore,
) -> None:
    id = store.create(report(NEW, 2025))
    sent = store.versions.take(id, "sent", "第1次送审")
    store.versions.sign(sent)
    (version,) = store.versions.of(id)
    assert (version.kind, version.name) == ("signed", "第1次送审")
    for attempt in (lambda: store.versions.rename(sent, "x"), lambda: store.versions.delete(sent)):
        with pytest.raises(StoreError, match="已签发"):
            attempt()
    for number in range(25):
        store.write(id, {"overview": f"第{number}稿"}, {}, {})
        store.versions.take(id, "opened")
    assert store.versions.of(id)[-1] == version
    store.versions.sign(sent, signed=False)
    store.versions.delete(sent)
    assert sent not in [version.id for version in store.versions.of(id)]


@pytest.mark.parametrize("kind", ["named", "final", "opened"])
def test_only_what_was_sent_can_be_signed(store: DraftStore, kind: Kind) -> None:
    id = store.create(report(NEW, 2025))
    version = store.versions.take(id, kind, "初稿")
    with pytest.raises(StoreError, match="没有送审过"):
        store.versions.sign(version)
    assert store.versions.of(id)[0].kind == kind
