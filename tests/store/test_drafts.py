"""The store of drafts: what is written is there, whatever happens, and is found again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.checks.checker import check
from reportdesk.checks.progress import progress
from reportdesk.errors import StoreError
from reportdesk.report.document import Document, Origin, Unplaced
from reportdesk.report.rollover import roll_over
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG, NEW, OLD, edition, report, table

TOP = Path(__file__).resolve().parents[2]

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
keys = st.sampled_from([*list(NEW.fields)[:30], "gone.row.column"])
texts = st.dictionaries(words, words, max_size=4)
origins = st.builds(Origin, words, words, words, words)
flat = st.dictionaries(
    st.sampled_from(["requests.denied.person", "requests.unable.total"]), words, max_size=2
)
writes = st.tuples(
    st.dictionaries(keys, st.none() | words, max_size=4),
    st.dictionaries(keys, st.none() | origins, max_size=3),
    st.dictionaries(words, st.none() | words, max_size=2),
)


@st.composite
def documents(draw: st.DrawFn, depth: int = 1) -> Document:
    return Document(
        edition=draw(st.sampled_from([OLD, NEW])),
        year=draw(st.none() | st.integers(1990, 2099)),
        values=draw(texts),
        origins=draw(st.dictionaries(words, origins, max_size=3)),
        previous=draw(documents(depth=depth - 1)) if depth and draw(st.booleans()) else None,
        group_values=draw(flat),
        unplaced=draw(st.lists(st.builds(Unplaced, words, words, words, words, words), max_size=3)),
        reasons=draw(texts),
        refused=draw(texts),
        as_printed=draw(st.booleans()),
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore(tmp_path) as opened:
        yield opened


def whole(document: Document) -> Document:
    """A document that shares nothing with another."""
    return document.but(
        values=dict(document.values),
        origins=dict(document.origins),
        reasons=dict(document.reasons),
    )


@given(documents())
@settings(max_examples=60)
def test_whatever_a_document_holds_comes_back(
    tmp_path_factory: pytest.TempPathFactory, document: Document
) -> None:
    folder = tmp_path_factory.mktemp("data")
    with DraftStore(folder) as store:
        id = store.create(document)
        assert store.open(id, CATALOG) == document
    with DraftStore(folder) as store:
        assert store.open(id, CATALOG) == document


@given(documents(), documents())
@settings(max_examples=30)
def test_what_replaces_a_document_leaves_nothing_of_it(
    tmp_path_factory: pytest.TempPathFactory, before: Document, after: Document
) -> None:
    with DraftStore(tmp_path_factory.mktemp("data")) as store:
        id = store.create(before)
        store.replace(id, after)
        assert store.open(id, CATALOG) == after
        store.delete(id)
        assert not store.drafts()
        with pytest.raises(StoreError, match="已经不在了"):
            store.open(id, CATALOG)


@given(st.lists(writes, max_size=12))
@settings(max_examples=60)
def test_any_sequence_of_writes_survives_reopening(
    tmp_path_factory: pytest.TempPathFactory,
    done: list[tuple[dict[str, str | None], dict[str, Origin | None], dict[str, str | None]]],
) -> None:
    folder = tmp_path_factory.mktemp("data")
    expected = whole(report(NEW, 2025))
    with DraftStore(folder) as store:
        id, other = store.create(expected), store.create(report(OLD, 2020))
    for values, come, reasons in done:
        with DraftStore(folder) as store:
            store.write(id, values, come, reasons)
        for held, wanted in (
            (expected.values, values),
            (expected.origins, come),
            (expected.reasons, reasons),
        ):
            for key, value in wanted.items():
                held.pop(key, None)
                if value is not None:
                    held[key] = value  # type: ignore[assignment]
    with DraftStore(folder) as store:
        assert store.open(id, CATALOG) == expected
        assert store.open(other, CATALOG) == report(OLD, 2020)
        organ = expected.values.get("organ", "")
        assert {d.organ for d in store.drafts() if d.id == id} == {organ}


def test_values_come_back_in_the_order_of_the_form_and_none_whose_blank_has_gone_is_dropped(
    store: DraftStore,
) -> None:
    document = report(NEW, 2025)
    document.values = {"gone.row.column": "7", **dict(reversed(document.values.items()))}
    opened = store.open(store.create(document), CATALOG)
    order = [key for key in NEW.fields if key in document.values]
    assert list(opened.values) == [*order, "gone.row.column"]


def test_last_year_s_report_is_kept_with_this_year_s_and_never_listed(store: DraftStore) -> None:
    last = report(NEW, 2024, {"requests.left.person": 3})
    rolled = roll_over(last, NEW, 2025).document
    id = store.create(rolled)
    assert [draft.id for draft in store.drafts()] == [id]
    assert store.find("云溪县水务局", 2024) == []
    opened = store.open(id, CATALOG)
    assert opened.previous == last
    assert check(opened) == check(rolled)


def test_a_draft_tells_how_far_it_is_as_of_its_last_save(store: DraftStore) -> None:
    document = report(NEW, 2025, {"requests.new.person": None, "requests.results.person": 9})
    id = store.create(document)
    found = progress(document, check(document))
    (draft,) = store.drafts()
    assert (draft.filled, draft.of) == (found.filled, found.of)
    assert (draft.errors, draft.reviews, draft.hints) == found[3:]
    assert draft.errors == 1
    assert draft.steps == found.steps
    document.values["requests.new.person"] = "9"
    found = progress(document, check(document))
    saved = store.write(id, {"requests.new.person": "9"}, {}, {}, found)
    (draft,) = store.drafts()
    assert draft.steps == found.steps
    assert draft.updated == saved
    assert draft.created <= draft.updated


def test_half_a_character_is_no_reason_to_save_nothing(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025, texts={"organ": "云溪\ud83d县"}))
    origin = Origin("file", "\udcff上年.docx")
    store.write(id, {"overview": "半\ud83d个", "problems": "整个"}, {"overview": origin}, {})
    store.versions.take(id, "named", "一\ud83d稿")
    store.keep_place(id, "\ud83d")
    opened = store.open(id, CATALOG)
    assert (opened.organ, store.drafts()[0].organ) == ("云溪?县", "云溪?县")
    assert (opened.values["overview"], opened.values["problems"]) == ("半?个", "整个")
    assert opened.origins["overview"].file == "?上年.docx"


def test_drafts_are_listed_with_the_one_changed_last_first(store: DraftStore) -> None:
    first, second = store.create(report(NEW, 2024)), store.create(report(NEW, 2025))
    assert [draft.id for draft in store.drafts()] == [second, first]
    store.write(first, {"organ": "云溪县教育局"}, {}, {})
    assert [(d.id, d.organ, d.year) for d in store.drafts()] == [
        (first, "云溪县教育局", 2024),
        (second, "云溪县水务局", 2025),
    ]


def test_a_second_report_of_an_organ_for_a_year_is_found(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    store.create(report(NEW, 2024))
    assert [draft.id for draft in store.find("云溪县水务局", 2025)] == [id]
    assert store.find("云溪县水务局", 2023) == []
    assert store.find("别的局", 2025) == []
    store.to_bin(id)
    assert store.find("云溪县水务局", 2025) == []


def test_the_kind_of_organ_is_listed_so_that_deadlines_can_be_told(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025, texts={"organ_kind": "部门"}))
    assert store.drafts()[0].kind == "部门"
    store.write(id, {"organ_kind": None}, {}, {})
    assert store.drafts()[0].kind == ""


def test_a_copy_is_whole_and_goes_its_own_way(store: DraftStore) -> None:
    document = roll_over(report(NEW, 2024), NEW, 2025).document
    document.reasons["Y-2 a"] = "专项清理"
    id = store.create(document)
    store.keep_place(id, "overview")
    copy = store.duplicate(id)
    assert store.open(copy, CATALOG) == document
    assert store.place(copy) == "overview"
    a, b = store.draft(id), store.draft(copy)
    assert a is not None
    assert b is not None
    assert (a.steps, a.filled, a.errors) == (b.steps, b.filled, b.errors)
    store.write(copy, {"overview": "改过了。"}, {}, {})
    assert store.open(id, CATALOG) == document


def test_a_copy_is_told_from_its_original_and_from_other_copies(store: DraftStore) -> None:
    def labels() -> list[str]:
        return [draft.label for draft in sorted(store.drafts(), key=lambda d: d.id)]

    id = store.create(report(NEW, 2025))
    copy = store.duplicate(id)
    store.duplicate(id)
    store.duplicate(copy)
    assert labels() == ["", "副本", "副本 2", "副本 3"]
    store.set_label(copy, "科室核对用")
    store.duplicate(copy)
    assert labels() == ["", "科室核对用", "副本 2", "副本 3", "科室核对用 副本"]
    store.duplicate(id)
    assert labels()[-1] == "副本"
    store.duplicate(store.create(report(NEW, 2024)))
    assert labels()[-2:] == ["", "副本"]  # another year is another name


def test_a_copy_of_what_has_no_name_yet_is_labelled_too(store: DraftStore) -> None:
    id = store.create(Document(NEW, None))
    store.set_label(store.duplicate(id), "甲")
    assert [d.label for d in sorted(store.drafts(), key=lambda d: d.id)] == ["", "甲"]


def test_a_label_is_no_change_of_the_report(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    before = store.draft(id)
    store.set_label(id, "副本")
    after = store.draft(id)
    assert before is not None
    assert after == before._replace(label="副本")


def test_a_report_in_the_bin_can_be_taken_out_until_the_bin_is_emptied(store: DraftStore) -> None:
    kept, gone = store.create(report(NEW, 2025)), store.create(report(NEW, 2024))
    store.to_bin(kept)
    store.to_bin(gone)
    assert store.drafts() == []
    assert [draft.id for draft in store.bin()] == [gone, kept]
    assert all(draft.deleted is not None for draft in store.bin())
    store.restore(kept)
    assert [draft.id for draft in store.drafts()] == [kept]
    assert store.empty_bin() == 1
    assert store.bin() == []
    assert store.open(kept, CATALOG) == report(NEW, 2025)
    with pytest.raises(StoreError):
        store.open(gone, CATALOG)


def test_emptying_the_bin_leaves_no_rows_of_what_was_in_it(
    store: DraftStore, tmp_path: Path
) -> None:
    id = store.create(roll_over(report(NEW, 2024), NEW, 2025).document)
    store.versions.take(id, "named", "初稿")
    store.to_bin(id)
    store.empty_bin()
    tables = ("draft", "value", "origin", "reason", "snapshot")
    left = [store.database.rows(f"SELECT count(*) FROM {name}")[0][0] for name in tables]
    assert left == [0] * len(tables)


def test_the_place_is_kept_and_is_no_change_of_the_report(store: DraftStore) -> None:
    id = store.create(report(NEW, 2025))
    before = store.drafts()[0].updated
    assert store.place(id) == ""
    store.keep_place(id, '{"key": "requests.new.person", "scroll": 40}')
    assert store.place(id) == '{"key": "requests.new.person", "scroll": 40}'
    assert store.drafts()[0].place == store.place(id)
    assert store.drafts()[0].updated == before


def test_the_office_s_own_data_come_from_the_report_changed_last(store: DraftStore) -> None:
    assert store.office(NEW) == {}
    store.create(report(NEW, 2024, texts={"contact_phone": "1", "organ_kind": "部门"}))
    newest = store.create(report(OLD, 2020, texts={"contact_phone": "2", "number": "〔2021〕1号"}))
    assert store.office(NEW) == {"organ": "云溪县水务局", "contact_phone": "2"}
    store.to_bin(newest)
    assert store.office(NEW)["organ_kind"] == "部门"


def test_the_office_s_data_of_another_organ_are_not_taken(store: DraftStore) -> None:
    store.create(report(NEW, 2024, texts={"contact_phone": "1"}))
    store.create(report(NEW, 2024, texts={"organ": "柳溪镇人民政府", "contact_phone": "2"}))
    assert store.office(NEW, "云溪县水务局")["contact_phone"] == "1"
    assert store.office(NEW, "没有的局") == {}


def test_a_report_on_an_edition_that_is_gone_is_told_and_not_touched(store: DraftStore) -> None:
    own = edition(table("a b", "c"), id="own-form")
    id = store.create(Document(own, 2025, {"t.a.c": "5"}))
    with pytest.raises(StoreError) as caught:
        store.open(id, CATALOG)
    assert "own-form" in caught.value.message
    assert "没有改动" in caught.value.message
    assert store.open(id, {"own-form": own}).values == {"t.a.c": "5"}


CELLS = 400
WRITER = """
import sys
from pathlib import Path
from reportdesk.store.drafts import DraftStore
store, id = DraftStore(Path(sys.argv[1])), int(sys.argv[2])
for number in range(100_000):
    store.write(id, {f"cell.{number % 400}.x": str(number), "last": str(number)}, {}, {})
    print(number, flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_a_killed_process_loses_nothing_that_it_wrote(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        id = store.create(report(NEW, 2025))
    for round in range(3):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(id)], stdout=subprocess.PIPE
        )
        assert writer.stdout is not None
        told = [writer.stdout.readline() for _ in range(50 + 31 * round)]
        time.sleep(0.013 * round)
        writer.send_signal(signal.SIGKILL)
        last = int((told + writer.stdout.read().splitlines())[-1])
        writer.wait()
        writer.stdout.close()
        with DraftStore(tmp_path) as store:
            values = store.open(id, CATALOG).values
        # The process was perhaps killed between the commit and the word of it.
        assert int(values["last"]) in (last, last + 1)
        for number in range(max(0, last - CELLS + 2), last + 1):
            assert values[f"cell.{number % CELLS}.x"] == str(number)
