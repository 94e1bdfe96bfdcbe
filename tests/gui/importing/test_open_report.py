"""A file goes into the open report: as its content in one step, or beside it as last year's."""

from pathlib import Path

import pytest

import reportdesk
from reportdesk.errors import StoreError
from reportdesk.gui.context import Context
from reportdesk.gui.importing.dialog import apply_into
from reportdesk.gui.session import Session
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG, NEW, OLD, report, requests
from tests.gui.conftest import OpenSession
from tests.gui.importing.conftest import Opened, OpenFile
from tests.gui.importing.pages import page

FILE = report(NEW, 2025, requests(new__person=4, granted__person=4))


def take(dialog: Opened, session: Session, store: DraftStore) -> None:
    dialog.ui.takeButton.click()
    assert dialog.outcome is not None
    apply_into(session, dialog.outcome, store)


def begun() -> Document:
    return Document(NEW, 2025, {"organ": "云溪县水务局", "requests.new.person": "1"})


def test_the_content_goes_in_as_one_step_with_its_origins(
    open_file: OpenFile, open_session: OpenSession, store: DraftStore, tmp_path: Path
) -> None:
    session = open_session(begun())
    before = dict(session.document.values)
    dialog = open_file(page(tmp_path, FILE), session)
    assert dialog.ui.intoRadio.isChecked()
    take(dialog, session, store)
    assert effective(session.document).items() >= effective(FILE).items()
    assert session.document.origins["requests.granted.person"].file == "去年.html"
    assert session.standing("requests.granted.person").origin == "file"
    assert session.standing("requests.granted.total").kind == "computed"
    assert session.undo.count() == 1
    session.undo.undo()
    assert session.document.values == before
    assert session.document.origins == {}
    session.undo.redo()
    reopened = store.open(session.id, CATALOG)
    assert reopened.values == session.document.values
    assert reopened.origins == session.document.origins


def test_how_the_report_was_is_kept_as_a_version(
    open_file: OpenFile, open_session: OpenSession, store: DraftStore, tmp_path: Path
) -> None:
    session = open_session(begun())
    take(open_file(page(tmp_path, FILE), session), session, store)
    version = store.versions.of(session.id)[0]
    assert version.kind == "before_import"
    assert store.versions.open(version.id, CATALOG).values == begun().values


def test_nothing_changes_where_the_version_cannot_be_kept(
    open_file: OpenFile,
    open_session: OpenSession,
    store: DraftStore,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> int:
        raise StoreError("磁盘空间不够。")

    session = open_session(begun())
    monkeypatch.setattr(store.versions, "take", full)
    with pytest.raises(StoreError):
        take(open_file(page(tmp_path, FILE), session), session, store)
    assert session.document.values == begun().values
    assert session.undo.count() == 0


def test_what_is_filled_already_can_keep_what_it_holds(
    open_file: OpenFile, open_session: OpenSession, store: DraftStore, tmp_path: Path
) -> None:
    session = open_session(begun())
    dialog = open_file(page(tmp_path, FILE), session)
    row = dialog.row("replaced")
    assert "1 处" in row.words.text()
    assert "自然人" in row.words.text()
    row.buttons["ours"].click()
    take(dialog, session, store)
    assert session.document.values["requests.new.person"] == "1"
    assert session.document.values["requests.granted.person"] == "4"


def test_a_file_that_says_nothing_new_cannot_be_taken(
    open_file: OpenFile, open_session: OpenSession, tmp_path: Path
) -> None:
    file = page(tmp_path, FILE)
    document = reportdesk.read(file, CATALOG).to_document()
    dialog = open_file(file, open_session(document))
    assert not dialog.ui.takeButton.isEnabled()
    assert dialog.ui.takeButton.text() == "没有可填入的"


def test_another_year_and_another_organ_are_told(
    open_file: OpenFile, open_session: OpenSession, tmp_path: Path
) -> None:
    session = open_session(Document(NEW, 2023, {"organ": "青禾县农业农村局"}))
    dialog = open_file(page(tmp_path, FILE), session)
    said = "".join(row.words.text() for row in dialog.page.doubts.rows.values())
    assert "文件是 2025 年度的，本报告是 2023 年度" in said
    assert "云溪县水务局" in said


def test_the_file_of_the_year_before_goes_beside_the_report(
    open_file: OpenFile, open_session: OpenSession, store: DraftStore, tmp_path: Path
) -> None:
    session = open_session(begun())
    session.edit({"requests.new.other": "3"}, "填写")
    last = report(NEW, 2024, requests(left__person=6))
    dialog = open_file(page(tmp_path, last), session)
    assert dialog.ui.previousRadio.isChecked()
    assert dialog.ui.takeButton.text().startswith("用来比较：")
    take(dialog, session, store)
    assert session.has_last
    assert session.last("requests.left.person") == "6"
    assert session.last("requests.left.total") == "6"
    assert session.document.values["requests.new.other"] == "3"
    stored = store.open(session.id, CATALOG).previous
    assert stored is not None
    assert stored.values["requests.left.person"] == "6"
    session.undo.undo()
    assert not session.has_last
    assert store.open(session.id, CATALOG).previous is None
    session.undo.undo()
    assert session.document.values == begun().values


def test_figures_of_a_group_come_along_and_go_with_the_step(
    open_file: OpenFile, open_session: OpenSession, store: DraftStore, tmp_path: Path
) -> None:
    document = Document(NEW, 2025, {k: v for k, v in FILE.values.items() if ".other_" not in k})
    document.group_values = {"requests.other.person": "4"}
    file = tmp_path / "去年.rdesk"
    reportdesk.write(document, file, CATALOG)
    session = open_session(begun())
    take(open_file(file, session), session, store)
    assert session.document.group_values == document.group_values
    assert store.open(session.id, CATALOG).group_values == document.group_values
    session.undo.undo()
    assert session.document.group_values == {}
    assert session.document.values == begun().values


def test_a_file_of_another_form_fills_only_what_both_have(
    open_file: OpenFile, open_session: OpenSession, store: DraftStore, tmp_path: Path
) -> None:
    session = open_session(Document(NEW, 2020, {"organ": "云溪县水务局"}))
    old = report(OLD, 2020, requests(new__person=7, granted__person=7))
    dialog = open_file(page(tmp_path, old), session)
    assert dialog.ui.intoRadio.isChecked()
    said = "".join(row.words.text() for row in dialog.page.doubts.rows.values())
    assert "文件的格式和本报告不同" in said
    take(dialog, session, store)
    assert session.document.values["requests.new.person"] == "7"
    assert session.document.values.keys() <= NEW.fields.keys()


def test_a_report_with_a_story_or_without_shows_both_sides(
    open_file: OpenFile, open_session: OpenSession, tmp_path: Path, context: Context
) -> None:
    file = tmp_path / "去年.rdesk"
    reportdesk.write(FILE, file, CATALOG)
    dialog = open_file(file, open_session(begun()))
    cases = next(s for s in NEW.sections if any(b.id == "requests" for b in s.blocks))
    dialog.page.show_section(cases.id)
    assert "requests.new.person" in dialog.page.source.laid().links
    assert "requests.new.person" in dialog.page.result.laid().links
