"""How the editions follow each other: the same key for the same thing, and nothing lost."""

import pytest

from reportdesk.form.edition import Edition
from reportdesk.form.soundness import carry_faults
from reportdesk.paths import shipped_catalog

CATALOG = shipped_catalog()
OLD, NEW = CATALOG["cn-2019"], CATALOG["cn-2021"]


@pytest.fixture(params=["cn-2019", "cn-2021"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return CATALOG[request.param]


def test_what_is_in_both_editions_has_the_same_place_in_them():
    both = [key for key in NEW.fields if key in OLD.fields]
    assert [key for key in OLD.fields if key in NEW.fields] == both
    for key in both:
        old, new = OLD.fields[key], NEW.fields[key]
        assert (old.holds, old.total, old.section.id) == (new.holds, new.total, new.section.id), key


def test_a_key_in_both_editions_names_the_same_thing():
    renamed = {"documents"}
    old_rows = {(t.id, r.id): r for t in OLD.tables for p in t.parts for r in p.rows}
    for table in NEW.tables:
        for part in table.parts:
            for row in part.rows:
                old = old_rows.get((table.id, row.id))
                if old is not None and row.id not in renamed:
                    assert (old.label, old.note) == (row.label, row.note)
    documents = NEW.table("disclosure").parts[0].rows[1]
    assert "规范性文件" in documents.also


def test_what_only_one_edition_has_is_just_what_the_forms_differ_in():
    old = {key.rpartition(".")[0] for key in OLD.fields.keys() - NEW.fields.keys()}
    new = {key.rpartition(".")[0] for key in NEW.fields.keys() - OLD.fields.keys()}
    tables = ("regulations", "documents", "licensing", "penalties", "enforcement", "fees")
    assert old == {f"disclosure.{r}" for r in (*tables, "services", "procurement")} | {
        "requests.other"
    }
    assert new == {f"disclosure.{r}" for r in ("regulations", "documents", "fees")} | {
        f"requests.{r}" for r in ("other_late", "other_unpaid", "other_rest")
    }


def test_a_new_year_begins_with_what_was_left(edition: Edition):
    within = [carry for carry in edition.carries if carry.source == edition.id]
    assert [carry.move for carry in within] == [{"requests.left": "requests.carried"}]


def test_carries_name_only_what_both_editions_have(edition: Edition):
    assert list(carry_faults(edition, CATALOG)) == []


def test_every_figure_of_the_old_form_is_moved_shown_or_told_as_dropped():
    (carry,) = [c for c in NEW.carries if c.source == "cn-2019"]
    assert carry.move == {"requests.left": "requests.carried"}
    references = [r.source for r in carry.references]
    dropped = [r.source for r in carry.dropped]
    figures = [key for table in OLD.tables for key, f in OLD.fields.items() if f.block is table]
    for key in figures:
        hits = [
            s
            for s in (*references, *dropped)
            if key == s or (s.endswith(".*") and key.startswith(s[:-1]))
        ]
        assert len(hits) == 1, (key, hits)
    assert len(figures) == 22 + 161 + 15


def test_what_has_no_place_any_more_is_told_in_words():
    (carry,) = [c for c in NEW.carries if c.source == "cn-2019"]
    dropped = {r.source: r.note for r in carry.dropped}
    for row in ("services", "procurement"):
        assert f"disclosure.{row}.*" in dropped
    for row in ("licensing", "penalties", "enforcement", "fees"):
        assert f"disclosure.{row}.items_before" in dropped
        assert f"disclosure.{row}.change" in dropped
    for row in ("regulations", "documents"):
        assert f"disclosure.{row}.opened" in dropped
    assert all(note.endswith("。") for note in dropped.values())
    said = "".join(carry.notes)
    for word in ("一千字", "政府信息公开平台建设", "信息处理费", "本年废止件数"):
        assert word in said


def test_the_flat_row_of_the_old_form_is_only_for_the_group():
    (carry,) = [c for c in NEW.carries if c.source == "cn-2019"]
    (flat,) = [r for r in carry.references if r.source == "requests.other.*"]
    assert flat.to == "requests.other.*"
    assert "不能拆分" in flat.note
    assert "other" in {g.id for g in NEW.table("requests").parts[0].groups}
