"""The open report: every edit reaches document, disk, checks and listeners, and can be undone."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from reportdesk.checks.checker import check
from reportdesk.checks.progress import progress
from reportdesk.gui.session import Session
from reportdesk.report.document import Document, Origin
from reportdesk.report.rollover import roll_over
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG, NEW, cells, report, requests
from tests.gui.conftest import OpenSession

PERSON, TOTAL = "requests.new.person", "requests.new.total"
CELLS = [*cells(NEW, block="disputes"), *cells(NEW, block="disputes", entries=False, totals=True)]

edits = st.tuples(
    st.dictionaries(
        st.sampled_from([*CELLS[:6], CELLS[-1], "overview", "organ"]),
        st.sampled_from([None, "", "0", "3", "12", "五"]),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from(["", "", "overview"]),
)


def refuse_writes(session: Session, refused: bool) -> None:
    """Have the database refuse to be written, as where the clerk may not write."""
    session.store.database.connection.execute(f"PRAGMA query_only = {int(refused)}")


def stored(session: Session) -> Document:
    return session.store.open(session.id, CATALOG)


def state(session: Session) -> tuple[Mapping[str, object], ...]:
    document = session.document
    return dict(document.values), dict(document.origins), dict(document.reasons)


def agrees(session: Session) -> None:
    """What is on the disk, the findings and the progress are those of the document."""
    document = session.document
    assert stored(session) == document
    assert list(session.findings) == check(document)
    assert session.progress == progress(document, session.findings)
    draft = session.store.draft(session.id)
    assert draft is not None
    assert draft.steps == session.progress.steps
    assert draft.organ == document.organ


def test_an_edit_is_in_the_document_on_the_disk_and_told(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    changed, saved = QSignalSpy(session.changed), QSignalSpy(session.saved)
    session.edit({PERSON: "5"}, "填写")
    assert session.value(PERSON) == "5"
    assert session.effective(TOTAL) == "5"
    agrees(session)
    assert saved.count() == changed.count() == 1
    keys = changed.at(0)[0]
    assert {PERSON, TOTAL} <= keys
    assert "requests.results.person" in keys  # the other side of the identity that broke
    assert CELLS[0] not in keys
    assert session.undo.undoText() == "填写"


def test_what_stands_already_makes_no_step(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    session.edit({PERSON: "0", "disclosure_note": None}, "填写")
    assert session.undo.count() == 0


def test_an_empty_text_is_a_blank(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    session.edit({"overview": ""}, "删去")
    assert "overview" not in session.document.values
    agrees(session)


def test_what_no_file_can_hold_does_not_come_in(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    session.edit({"overview": "一\ud83d段\x00话。\r\n又\x0b一段。"}, "粘贴")
    assert session.value("overview") == "一段话。\n又\n一段。"
    agrees(session)


@given(st.lists(edits, max_size=10))
@settings(max_examples=40)
def test_undo_to_the_beginning_and_redo_to_the_end(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[dict[str, str | None], str]]
) -> None:
    last = report(NEW, 2024, requests(left__person=1))
    with DraftStore(tmp_path_factory.mktemp("data")) as store:
        document = roll_over(last, NEW, 2025).document
        session = Session(document, store, store.create(document))
        states = [state(session)]
        for after, merge in done:
            steps = session.undo.count()
            session.edit(after, "填写", merge=merge)
            agrees(session)
            if session.undo.count() == steps:
                states[-1] = state(session)
            else:
                states.append(state(session))
        for wanted in reversed(states[:-1]):
            session.undo.undo()
            assert state(session) == wanted
            agrees(session)
        assert not session.undo.canUndo()
        for wanted in states[1:]:
            session.undo.redo()
            assert state(session) == wanted
            agrees(session)
        assert not session.undo.canRedo()


def test_typing_in_one_text_is_one_step_until_something_else_is_done(
    open_session: OpenSession,
) -> None:
    session = open_session(report(NEW, 2025))
    before = session.value("overview")
    for words in ("今", "今年", "今年以来"):
        session.edit({"overview": words}, "写文字", merge="overview")
    session.edit({PERSON: "1"}, "填写")
    session.edit({"overview": "今年以来，"}, "写文字", merge="overview")
    assert session.undo.count() == 3
    session.undo.undo()
    assert session.value("overview") == "今年以来"
    session.undo.undo()
    session.undo.undo()
    assert session.value("overview") == before
    agrees(session)


def test_texts_typed_one_after_the_other_are_steps_of_their_own(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    session.edit({"overview": "今"}, "写文字", merge="overview")
    session.edit({"problems": "问题"}, "写文字", merge="problems")
    assert session.undo.count() == 2


def test_who_edits_an_imported_value_vouches_for_it(open_session: OpenSession) -> None:
    document = report(NEW, 2025)
    document.origins = {PERSON: Origin("file", "2025.docx"), "overview": Origin("last_year")}
    session = open_session(document)
    session.edit({PERSON: "0"}, "填写")
    assert list(session.document.origins) == ["overview"]
    assert session.undo.count() == 1
    session.undo.undo()
    assert session.document.origins[PERSON].file == "2025.docx"
    agrees(session)


def test_values_come_in_with_their_origins_as_one_step(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    come = {PERSON: Origin("file", "a.xlsx", "B4", "5件")}
    session.edit({PERSON: "5", "overview": "从文件来。"}, "导入", origins=come)
    assert session.standing(PERSON).origin == "file"
    agrees(session)
    session.undo.undo()
    assert session.document == report(NEW, 2025)


def test_imported_values_are_confirmed_as_one_step(open_session: OpenSession) -> None:
    document = report(NEW, 2025)
    document.origins = dict.fromkeys((PERSON, "requests.new.company"), Origin("file", "a"))
    session = open_session(document)
    changed = QSignalSpy(session.changed)
    session.confirm([PERSON, "requests.new.company", "requests.new.other"])
    assert session.undo.undoText() == "确认 2 格"
    assert session.document.origins == {}
    assert {PERSON, "requests.new.company"} <= changed.at(0)[0]
    session.confirm([PERSON])
    assert session.undo.count() == 1
    agrees(session)


def test_zeros_are_filled_into_blanks_and_nothing_else(open_session: OpenSession) -> None:
    figures = requests(new__person=None, new__company=None, new__legal=7)
    session = open_session(report(NEW, 2025, figures))
    row = [key for key in NEW.fields if key.startswith("requests.new.")]
    assert session.fill_zero([*row, "overview", "number"]) == 2
    assert session.undo.undoText() == "空白处填 0（2 格）"
    assert [session.value(key) for key in row] == ["0", "0", "0", "0", "7", "0", ""]
    assert session.effective(TOTAL) == "7"
    assert session.value("number") == ""
    assert session.fill_zero(row) == 0
    assert session.undo.count() == 1
    session.undo.undo()
    assert PERSON not in session.document.values


def test_a_typed_total_is_given_back_to_the_program(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025, {PERSON: 5, TOTAL: 9}))
    assert session.standing(TOTAL).disagrees
    session.give_back([TOTAL, PERSON])
    assert session.effective(TOTAL) == "5"
    assert session.value(PERSON) == "5"
    assert session.standing(TOTAL).kind == "computed"
    session.undo.undo()
    assert session.value(TOTAL) == "9"


def test_a_reason_is_written_read_and_taken_away(open_session: OpenSession) -> None:
    last = report(NEW, 2024, requests(left__person=1))
    session = open_session(report(NEW, 2025, previous=last))
    (finding,) = [f for f in session.findings if f.severity == "review"]
    changed = QSignalSpy(session.changed)
    session.set_reason(finding, " 机构合并，统计范围变化。\n")
    assert session.reason(finding) == "机构合并，统计范围变化。"
    assert set(finding.keys) <= changed.at(0)[0]
    assert session.progress.reviews == 0
    agrees(session)
    session.set_reason(finding, "机构合并，统计范围变化。")
    assert session.undo.count() == 1
    session.set_reason(finding, "")
    assert session.undo.undoText() == "删去原因"
    assert session.progress.reviews == 1
    session.undo.undo()
    assert session.reason(finding) == "机构合并，统计范围变化。"


def test_last_year_s_value_stands_beside(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    assert not session.has_last
    assert session.last(TOTAL) == ""
    session = open_session(report(NEW, 2025, previous=report(NEW, 2024, {PERSON: 8})))
    assert session.has_last
    assert (session.last(PERSON), session.last(TOTAL)) == ("8", "8")


def test_another_content_comes_and_goes_as_one_step(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    session.edit({PERSON: "5"}, "填写")
    reset = QSignalSpy(session.reset)
    version = report(NEW, 2025, {PERSON: 3}, previous=report(NEW, 2024))
    session.replace(version, "恢复版本")
    assert (session.value(PERSON), session.has_last, reset.count()) == ("3", True, 1)
    agrees(session)
    session.edit({PERSON: "4"}, "填写")
    agrees(session)
    for wanted, has_last in (("3", True), ("5", False), ("0", False)):
        session.undo.undo()
        assert (session.value(PERSON), session.has_last) == (wanted, has_last)
        agrees(session)
    for wanted in ("5", "3", "4"):
        session.undo.redo()
        assert session.value(PERSON) == wanted
        agrees(session)


def test_a_save_that_did_not_succeed_is_told_and_made_good_by_the_next(
    open_session: OpenSession,
) -> None:
    session = open_session(report(NEW, 2025))
    told, saved = QSignalSpy(session.save_failed), QSignalSpy(session.saved)
    refuse_writes(session, True)
    session.edit({PERSON: "5", "overview": "一"}, "填写")
    session.edit({"overview": "二"}, "填写")
    assert "不能写入" in told.at(0)[0]
    assert (told.count(), saved.count()) == (2, 0)
    assert session.value(PERSON) == "5"
    assert not session.flush()
    assert stored(session) == report(NEW, 2025)
    refuse_writes(session, False)
    session.edit({"problems": "三"}, "填写")
    assert saved.count() == 1
    agrees(session)
    assert session.flush()
    assert saved.count() == 1  # there was nothing left to write


def test_a_save_is_tried_again_by_itself(open_session: OpenSession, qtbot: QtBot) -> None:
    session = open_session(report(NEW, 2025))
    refuse_writes(session, True)
    session.edit({PERSON: "5"}, "填写")
    refuse_writes(session, False)
    (waiting,) = [timer for timer in session.findChildren(QTimer) if timer.isActive()]
    with qtbot.waitSignal(session.saved):
        waiting.setInterval(1)
    agrees(session)
    assert not waiting.isActive()


def test_undo_while_nothing_can_be_saved_is_saved_in_the_end(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    session.edit({PERSON: "5"}, "填写")
    refuse_writes(session, True)
    session.replace(report(NEW, 2025, {PERSON: 9}), "恢复版本")
    session.edit({PERSON: "10"}, "填写")
    session.undo.undo()
    refuse_writes(session, False)
    assert session.flush()
    agrees(session)
    assert stored(session).values[PERSON] == "9"


def test_the_place_is_remembered_once_the_clerk_stays(
    open_session: OpenSession, qtbot: QtBot
) -> None:
    session = open_session(report(NEW, 2025))
    session.at(PERSON)
    assert session.store.place(session.id) == ""
    (staying,) = [timer for timer in session.findChildren(QTimer) if timer.isActive()]
    staying.setInterval(1)
    qtbot.waitUntil(lambda: session.store.place(session.id) == PERSON)
    session.at("overview")
    session.keep_place()
    assert session.store.place(session.id) == "overview"


def test_a_place_that_cannot_be_remembered_is_no_trouble(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    refuse_writes(session, True)
    session.at(PERSON)
    session.keep_place()
    assert session.flush()
    refuse_writes(session, False)
    session.keep_place()
    assert session.store.place(session.id) == PERSON


def test_to_go_to_a_blank_is_asked_of_the_screen(open_session: OpenSession) -> None:
    session = open_session(report(NEW, 2025))
    asked = QSignalSpy(session.asked)
    session.go("overview", 3, 2)
    session.go(PERSON)
    assert [asked.at(n) for n in range(2)] == [["overview", 3, 2], [PERSON, -1, 0]]
