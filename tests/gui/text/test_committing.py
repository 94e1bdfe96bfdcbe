"""What is typed into a narrative is in the report soon, and is undone in sensible steps."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.text import committing
from reportdesk.gui.text.text_widget import TextBlock
from reportdesk.report.document import Document
from tests.gui.text.conftest import ShowText


def compose(block: TextBlock, preedit: str, commit: str = "") -> None:
    """What an input method sends while a word is composed, and when it is chosen."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(block.editor, event)


def story(block: TextBlock) -> str:
    return block.session.value("story")


def test_what_was_typed_is_in_the_report_and_on_disk_after_a_pause(
    show_text: ShowText, qtbot: QtBot
):
    block = show_text()
    QTest.keyClicks(block.editor, "abc")
    assert story(block) == ""
    with qtbot.waitSignal(block.session.saved, timeout=1000):
        pass
    assert story(block) == "abc"
    session = block.session
    again = session.store.open(session.id, {session.edition.id: session.edition})
    assert again.values["story"] == "abc"


def test_who_never_pauses_is_saved_every_second(show_text: ShowText, qtbot: QtBot):
    block = show_text()
    for _ in range(12):
        QTest.keyClicks(block.editor, "a")
        qtbot.wait(100)
    assert len(story(block)) >= 5


def test_leaving_the_text_commits_it(show_text: ShowText):
    block = show_text()
    QTest.keyClicks(block.editor, "abc")
    block.toolbar.live.setFocus()
    assert story(block) == "abc"


def test_flush_commits_and_an_unchanged_text_is_no_step(show_text: ShowText):
    block = show_text()
    QTest.keyClicks(block.editor, "abc")
    block.flush()
    block.flush()
    assert (story(block), block.session.undo.count()) == ("abc", 1)


def test_a_text_that_is_emptied_is_blank(show_text: ShowText):
    block = show_text("甲")
    block.select_all()
    QTest.keyClick(block.editor, Qt.Key.Key_Delete)
    block.flush()
    assert "story" not in block.session.document.values


def test_a_paragraph_is_a_step_and_typing_in_it_another_of_the_same(show_text: ShowText):
    block = show_text()
    undo = block.session.undo
    QTest.keyClicks(block.editor, "one")
    block.flush()
    QTest.keyClicks(block.editor, "two")
    QTest.keyClick(block.editor, Qt.Key.Key_Return)
    QTest.keyClicks(block.editor, "three")
    block.flush()
    assert story(block) == "onetwo\nthree"
    undo.undo()
    assert (story(block), block.editor.toPlainText()) == ("onetwo", "onetwo")
    undo.undo()
    assert (story(block), block.editor.toPlainText()) == ("", "")
    while undo.canRedo():
        undo.redo()
    assert story(block) == block.editor.toPlainText() == "onetwo\nthree"


def test_after_a_long_pause_typing_is_a_new_step(
    show_text: ShowText, monkeypatch: pytest.MonkeyPatch
):
    block = show_text()
    QTest.keyClicks(block.editor, "one")
    block.flush()
    monkeypatch.setattr(committing, "_NEW_STEP", -1)
    QTest.keyClicks(block.editor, "two")
    block.flush()
    block.session.undo.undo()
    assert story(block) == "one"


def test_a_paste_is_a_step_of_its_own_name(show_text: ShowText):
    block = show_text()
    QTest.keyClicks(block.editor, "one")
    QGuiApplication.clipboard().setText("贴")
    QTest.keyClick(block.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(block.editor, "two")
    block.flush()
    undo = block.session.undo
    assert [undo.text(n) for n in range(undo.count())] == ["输入文字", "粘贴文字", "输入文字"]
    undo.undo()
    undo.undo()
    assert story(block) == "one"


def test_ctrl_z_and_ctrl_y_go_through_the_report(show_text: ShowText):
    block = show_text("甲")
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(block.editor, "b")
    QTest.keyClick(block.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (story(block), block.editor.toPlainText()) == ("甲", "甲")
    QTest.keyClick(block.editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (story(block), block.editor.toPlainText()) == ("甲b", "甲b")


def test_the_caret_stays_with_its_words_when_the_text_changes_elsewhere(show_text: ShowText):
    block = show_text("第一段\n第二段")
    cursor = block.editor.textCursor()
    cursor.setPosition(6)  # before 「段」 of the second paragraph
    block.editor.setTextCursor(cursor)
    block.session.edit({"story": "新的第一段，长了许多\n第二段"}, "改")
    cursor = block.editor.textCursor()
    assert cursor.block().text()[: cursor.positionInBlock()] == "第二"


def test_nothing_is_committed_amid_a_composition(show_text: ShowText, qtbot: QtBot):
    block = show_text()
    QTest.keyClicks(block.editor, "a")
    block.flush()
    QTest.keyClicks(block.editor, "b")
    compose(block, "zhuo")
    qtbot.wait(600)
    assert story(block) == "a"
    compose(block, "", "桌")
    block.flush()
    assert story(block) == "ab桌"


def test_what_an_input_method_writes_is_undone_like_what_keys_write(show_text: ShowText):
    block = show_text()
    for word in ("政府", "信息", "公开"):
        compose(block, "pinyin")
        compose(block, "", word)
    block.flush()
    assert story(block) == "政府信息公开"
    block.session.undo.undo()
    assert story(block) == ""


def test_a_change_from_elsewhere_waits_for_the_end_of_a_composition(show_text: ShowText):
    block = show_text("甲")
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    compose(block, "ni")
    block.session.edit({"story": "乙"}, "改")
    assert block.editor.toPlainText() == "甲"
    compose(block, "")
    assert block.editor.toPlainText() == "乙"
    block.flush()
    assert story(block) == "乙"


def test_another_content_is_shown_when_the_report_is_replaced(show_text: ShowText):
    block = show_text("甲")
    other = block.session.document
    block.session.replace(
        Document(other.edition, 2020, {**other.values, "story": "换了"}), "换一份"
    )
    assert block.editor.toPlainText() == "换了"
    block.session.undo.undo()
    assert block.editor.toPlainText() == "甲"
