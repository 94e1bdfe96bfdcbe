from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk.checks.signoff import changed_between
from reportdesk.errors import StoreError
from reportdesk.gui.context import Context
from reportdesk.gui.dialogs.versions import VersionsDialog
from reportdesk.gui.session import Session
from tests.builders import CATALOG, NEW, report
from tests.gui.conftest import OpenSession

LEFT = Qt.MouseButton.LeftButton
CELL = "requests.new.person"


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(report(NEW, 2025))


@pytest.fixture
def dialog(session: Session, context: Context, qtbot: QtBot) -> VersionsDialog:
    dialog = VersionsDialog(session, context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def names(dialog: VersionsDialog) -> list[str]:
    return [str(dialog.model.index(row, 0).data()) for row in range(dialog.model.rowCount())]


def differences(dialog: VersionsDialog) -> list[tuple[str, ...]]:
    return [tuple(each[:3]) for each in dialog.found.found]


def test_without_versions_it_says_what_they_are_good_for(dialog: VersionsDialog) -> None:
    assert dialog.ui.none.isVisible()
    assert not dialog.ui.list.isVisible()
    assert dialog.ui.name.text() == "送审前"
    assert dialog.focusWidget() is dialog.ui.name


def test_enter_keeps_a_version_under_the_name_proposed(dialog: VersionsDialog) -> None:
    QTest.keyClick(dialog.ui.name, Qt.Key.Key_Return)
    assert names(dialog) == ["送审前"]
    assert dialog.ui.told.text() == "已存为版本“送审前”。"
    assert dialog.ui.name.text() == "报送前"
    assert "与现在的内容完全一样" in dialog.ui.summary.text()
    assert not dialog.ui.restore.isEnabled()
    QTest.keyClick(dialog.ui.name, Qt.Key.Key_Return)
    assert dialog.ui.name.text() == "1月20日"


def test_a_version_without_a_name_is_asked_for_one(dialog: VersionsDialog) -> None:
    dialog.ui.name.clear()
    QTest.mouseClick(dialog.ui.make, LEFT)
    assert names(dialog) == []
    assert "请先写版本的名称" in dialog.ui.told.text()


def test_the_list_tells_when_and_how_far(dialog: VersionsDialog, session: Session) -> None:
    session.edit({CELL: "5"}, "填写")
    dialog.make()
    row = [str(dialog.model.index(0, column).data()) for column in range(4)]
    assert row[2] == f"{session.progress.filled} / {session.progress.of}"
    assert row[3] == "错误 1"


def test_what_the_program_kept_by_itself_says_why(
    dialog: VersionsDialog, session: Session, context: Context
) -> None:
    context.store.versions.take(session.id, "before_import")
    dialog.make()
    assert names(dialog) == ["送审前", "导入前自动存的"]


def test_what_has_changed_since_is_told_in_words(dialog: VersionsDialog, session: Session) -> None:
    dialog.make()
    overview = session.value("overview")
    changed = {CELL: "60", "requests.carried.person": None, "overview": f"{overview}\n新的一段。"}
    session.edit(changed, "填写")
    again = VersionsDialog(session, dialog.context)
    assert differences(again) == [
        ("一、总体情况，第 2 段", "（空白）", "新的一段。"),
        ("三、依申请公开 › 本年新收 × 自然人", "0", "60"),
        ("三、依申请公开 › 上年结转 × 自然人", "0", "（空白）"),
    ]
    assert again.ui.summary.text().endswith("与现在相比，2 格、1 段文字不同。")
    again.deleteLater()


def test_going_back_asks_in_place_keeps_the_present_and_can_be_undone(
    dialog: VersionsDialog, session: Session
) -> None:
    dialog.make()
    session.edit({CELL: "60"}, "填写")
    dialog.ui.list.selectRow(0)
    dialog._show()  # pyright: ignore[reportPrivateUsage] - as when it is opened again
    QTest.mouseClick(dialog.ui.restore, LEFT)
    assert dialog.ui.sure_words.text() == (
        "用“送审前”的内容替换现在的内容？现在的内容会先存为一个版本。"
    )
    assert session.value(CELL) == "60"
    QTest.mouseClick(dialog.ui.sure_yes, LEFT)
    assert session.value(CELL) == "0"
    assert names(dialog) == ["替换前自动存的", "送审前"]
    assert dialog.ui.told.text() == "已换成“送审前”的内容，可以撤销。"
    stored = session.store.open(session.id, dialog.context.catalog)
    assert stored.values[CELL] == "0"
    session.undo.undo()
    assert session.value(CELL) == "60"


def test_esc_gives_up_the_question_before_it_closes(
    dialog: VersionsDialog, session: Session
) -> None:
    dialog.make()
    QTest.mouseClick(dialog.ui.remove, LEFT)
    assert dialog.ui.sure.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.ui.sure.isVisible()
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert session.store.versions.of(session.id)


def test_a_version_is_deleted_after_a_question(dialog: VersionsDialog) -> None:
    dialog.make()
    dialog.ui.name.setText("领导改后")
    dialog.make()
    QTest.mouseClick(dialog.ui.remove, LEFT)
    assert dialog.ui.sure_words.text().startswith("删除版本“领导改后”？")
    QTest.mouseClick(dialog.ui.sure_yes, LEFT)
    assert names(dialog) == ["送审前"]
    QTest.mouseClick(dialog.ui.remove, LEFT)
    QTest.mouseClick(dialog.ui.sure_yes, LEFT)
    assert names(dialog) == []
    assert dialog.ui.none.isVisible()


def test_a_version_gets_another_name_in_its_place(
    dialog: VersionsDialog, session: Session, qtbot: QtBot
) -> None:
    dialog.make()
    QTest.mouseClick(dialog.ui.rename, LEFT)
    editor = dialog.ui.list.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText("送局领导审")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(dialog) == ["送局领导审"])
    assert [version.name for version in session.store.versions.of(session.id)] == ["送局领导审"]
    assert dialog.isVisible()
    assert dialog.ui.name.text() == "送审前"  # free again


def test_an_empty_name_changes_nothing(dialog: VersionsDialog) -> None:
    dialog.make()
    assert not dialog.model.setData(dialog.model.index(0, 0), "  ")
    assert names(dialog) == ["送审前"]


def test_a_version_is_written_whole_into_a_file(
    dialog: VersionsDialog,
    session: Session,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog.make()
    session.edit({CELL: "60"}, "填写")
    proposed: list[str] = []

    def choose(_parent: QWidget, _title: str, suggested: Path, _kind: str) -> Path:
        proposed.append(suggested.name)
        return tmp_path / "那时"

    monkeypatch.setattr("reportdesk.gui.dialogs.save_copy.ask_path", choose)
    QTest.mouseClick(dialog.ui.save_as, LEFT)
    assert proposed == [f"{session.document.organ}2025年报（送审前）.rdesk"]
    written = reportdesk.read(tmp_path / "那时.rdesk", context.catalog).to_document()
    assert written.values[CELL] == "0"
    assert dialog.ui.told.text() == f"已另存到 {tmp_path / '那时.rdesk'}。"
    assert context.settings.last_folder == str(tmp_path)


def test_its_head_names_the_report_as_it_is_after_going_back(
    dialog: VersionsDialog, session: Session, context: Context, qtbot: QtBot
) -> None:
    before = session.document.organ
    dialog.make()
    session.edit({"organ": "云溪县林业局"}, "填写")
    opened = VersionsDialog(session, context)
    qtbot.addWidget(opened)
    assert opened.ui.report.text() == "云溪县林业局 2025年度"
    opened.restore()
    assert opened.ui.report.text() == f"{before} 2025年度"


def test_nothing_is_replaced_where_the_present_cannot_be_kept(
    dialog: VersionsDialog, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.make()
    session.edit({CELL: "60"}, "填写")

    def refuse(*_: object) -> None:
        raise StoreError("磁盘空间不够。")

    monkeypatch.setattr(session.store.versions, "take", refuse)
    dialog.restore()
    assert session.value(CELL) == "60"
    assert dialog.ui.told.text() == "磁盘空间不够。内容没有替换。"


def test_a_version_on_a_form_that_is_not_here_is_listed_and_left_alone(
    session: Session, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.store.versions.take(session.id, "named", "很久以前")

    def refuse(*_: object) -> None:
        raise StoreError("版式不在。")

    monkeypatch.setattr(context.store.versions, "open", refuse)
    dialog = VersionsDialog(session, context)
    qtbot.addWidget(dialog)
    dialog.show()
    assert names(dialog) == ["很久以前"]
    assert dialog.model.index(0, 2).data() == "打不开"
    assert "打不开" in dialog.ui.summary.text()
    assert not dialog.ui.restore.isEnabled()
    assert dialog.ui.remove.isEnabled()


def test_a_version_that_was_sent_is_signed_and_frozen_and_can_be_taken_back(
    session: Session, context: Context, qtbot: QtBot
) -> None:
    sent = context.store.versions.take(session.id, "sent", "第1次送审")
    context.store.versions.take(session.id, "named", "初稿")
    dialog = VersionsDialog(session, context, sent)
    qtbot.addWidget(dialog)
    dialog.show()
    assert names(dialog) == ["初稿", "【送审】第1次送审"]
    assert dialog.chosen is not None
    assert dialog.chosen.id == sent
    assert "和现在的一致" in dialog.ui.summary.text()
    session.edit({CELL: "60"}, "填写")
    QTest.mouseClick(dialog.ui.sign, LEFT)
    assert names(dialog)[1] == "【已签发】第1次送审"
    words = dialog.ui.summary.text()
    changed = changed_between(context.store.versions.open(sent, CATALOG), session.document)
    assert f"和现在的不同，含合计共 {len(changed)} 处。" in words
    assert "1 格不同" in words, "which was changed by hand"
    assert not dialog.ui.rename.isEnabled()
    assert not dialog.ui.remove.isEnabled()
    assert not dialog.model.flags(dialog.model.index(1, 0)) & Qt.ItemFlag.ItemIsEditable
    QTest.mouseClick(dialog.ui.sign, LEFT)
    assert dialog.ui.sure.isVisible()
    QTest.mouseClick(dialog.ui.sure_yes, LEFT)
    assert names(dialog)[1] == "【送审】第1次送审"
    assert dialog.ui.remove.isEnabled()
    dialog.ui.list.selectRow(0)
    assert not dialog.ui.sign.isVisible()
