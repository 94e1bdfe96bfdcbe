"""From last year's file to this year's Word file, through the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reportdesk import jobs
from reportdesk.form.edition import Edition
from reportdesk.gui.review.way import WAYS
from reportdesk.paths import resource
from reportdesk.report.totals import effective
from tests.builders import CATALOG
from tests.journeys.desk import Clerk, K, M, at_work

SHARED = Path(__file__).resolve().parents[3] / "shared" / "cases"
SAMPLE = sorted(resource("samples").glob("*.docx"))[0]


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Clerk:
    return at_work(qtbot, tmp_path / "data")


def type_tables(clerk: Clerk, figures: dict[str, str]) -> None:
    """Type every entry cell of every table, Tab after each, as from paper."""
    edition = clerk.session.edition
    for table in edition.tables:
        clerk.desk.go(table.id)
        grid = clerk.desk.pages[clerk.desk.section].tables[0]
        entries = [key for key in grid.layout_ if grid.steps.is_entry(key)]
        grid.select_key(entries[0])
        for key in entries:
            clerk.type(figures.get(key, "0"))
            clerk.press(K.Key_Tab)


def cells_of(edition: Edition) -> list[str]:
    return [key for key, field in edition.fields.items() if field.row is not None]


@pytest.mark.parametrize(
    "file",
    [
        SAMPLE,
        pytest.param(
            SHARED / "haiyan-2020.txt",
            marks=pytest.mark.skipif(not SHARED.is_dir(), reason="no real reports here"),
        ),
    ],
    ids=lambda file: file.stem,
)
def test_last_years_file_becomes_this_years_word_file(
    clerk: Clerk, file: Path, tmp_path: Path
) -> None:
    last = jobs.read(file, CATALOG).to_document()
    clerk.accept_import()
    clerk.window.open_path(file)
    assert last.year is not None
    assert clerk.session.document.year == last.year + 1
    assert clerk.session.has_last
    edition = clerk.session.edition
    carried = {k: v for k, v in clerk.session.document.values.items() if k in cells_of(edition)}
    assert len(carried) == 6

    figures = {k: v for k, v in last.values.items() if k in edition.fields} | carried
    # Last year's own figures, with what comes over from it: then the columns need not add up.
    type_tables(clerk, figures)
    typed = clerk.session.document.values
    wanted = {k: figures.get(k, "0") for k in cells_of(edition) if not edition.fields[k].total}
    assert {k: typed[k] for k in wanted} == wanted

    out = tmp_path / "今年.docx"
    clerk.does("export")
    assert clerk.desk.review is not None
    clerk.desk.review.outlet.ask.path = lambda _title, _path, _kind: out  # type: ignore[method-assign]
    clerk.desk.review.ways.asked.emit(next(way for way in WAYS if way.id == "draft"))
    back = jobs.read(out, CATALOG).to_document()
    shown, printed = effective(clerk.session.document), effective(back)
    assert {k: printed.get(k) for k in cells_of(edition)} == {
        k: shown.get(k) for k in cells_of(edition)
    }


def test_everything_that_was_typed_can_be_undone_and_done_again(clerk: Clerk) -> None:
    clerk.accept_import()
    clerk.window.open_path(SAMPLE)
    session = clerk.session
    before = dict(session.document.values)
    largest = max(session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    clerk.desk.go(largest.id)
    for text in ("12", "3", "4"):
        clerk.type(text)
        clerk.press(K.Key_Tab)
    clerk.does("fill_zero")
    narrative = session.edition.texts[1]
    clerk.desk.go(narrative.id)
    clerk.type("2026 ")
    clerk.desk.commit()
    after = dict(session.document.values)
    assert after != before
    while session.undo.canUndo():
        clerk.does("undo")
    assert session.document.values == before
    while session.undo.canRedo():
        clerk.does("redo")
    assert session.document.values == after


def test_undo_goes_to_what_it_changes(clerk: Clerk) -> None:
    clerk.accept_import()
    clerk.window.open_path(SAMPLE)
    largest = max(clerk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    clerk.desk.go(largest.id)
    changed = clerk.desk.key
    clerk.type("9")
    clerk.press(K.Key_Tab)
    clerk.desk.show_section(clerk.desk.ids[0])
    clerk.does("undo")
    assert clerk.desk.key == changed
    clerk.desk.show_section(clerk.desk.ids[1])
    clerk.does("redo")
    assert clerk.desk.key == changed
    assert clerk.session.value(changed) == "9"


def test_the_whole_form_can_be_walked_by_keys_alone(clerk: Clerk) -> None:
    clerk.accept_import()
    clerk.window.open_path(SAMPLE)
    seen: list[str] = []
    for _ in clerk.desk.ids[:-1]:
        seen.append(clerk.desk.section)
        clerk.does("next_section")
    seen.append(clerk.desk.section)
    assert seen == clerk.desk.ids
    for _ in clerk.desk.ids:
        clerk.does("previous_section") if clerk.desk.section != clerk.desk.ids[0] else None
    assert clerk.desk.section == clerk.desk.ids[0]
    clerk.does("next_region")
    clerk.does("next_region")
    clerk.does("next_region")
    largest = max(clerk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    clerk.desk.go(largest.id)
    clerk.press(K.Key_Home, M.ControlModifier)
    clerk.type("5")
    clerk.press(K.Key_Return)
    assert "5" in clerk.session.document.values.values()


def test_what_was_typed_is_there_after_closing_and_opening(
    clerk: Clerk, qtbot: QtBot, tmp_path: Path
) -> None:
    clerk.accept_import()
    clerk.window.open_path(SAMPLE)
    largest = max(clerk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    clerk.desk.go(largest.id)
    clerk.type("41")
    clerk.press(K.Key_Tab)
    place, values = clerk.desk.key, dict(clerk.session.document.values)
    clerk.close()

    again = at_work(qtbot, tmp_path / "data")
    assert again.window.desk is None
    draft = again.context.store.drafts()[0]
    again.window.start.opened.emit(draft.id)
    assert again.session.document.values == values
    assert again.desk.key == place
    again.close()


def test_the_start_page_counts_what_was_done(clerk: Clerk) -> None:
    clerk.accept_import()
    clerk.window.open_path(SAMPLE)
    largest = max(clerk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    clerk.desk.go(largest.id)
    filled = clerk.session.progress.filled
    clerk.type("7")
    clerk.press(K.Key_Tab)
    clerk.does("to_start")
    assert clerk.window.desk is None
    (draft,) = clerk.context.store.drafts()
    assert draft.filled == filled + 1


def test_a_file_that_is_no_report_opens_nothing_and_says_why(clerk: Clerk, tmp_path: Path) -> None:
    broken = tmp_path / "坏.rdesk"
    broken.write_text('{"reportdesk": 1, "edition": "none"}', encoding="utf-8")
    clerk.window.open_path(broken)
    assert clerk.window.desk is None
    assert len(clerk.told) == 1
    assert clerk.context.store.drafts() == []
