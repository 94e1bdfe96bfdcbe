"""Live numbers in the editor: shown, typed around, copied, pasted, gone to."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.text.chips import CHARACTER
from reportdesk.gui.text.editor_mouse import chip_box
from reportdesk.gui.text.pasting import MOST, fit
from reportdesk.gui.text.places import Places, python_place, qt_place
from reportdesk.gui.text.text_widget import TextBlock
from tests.gui.text.conftest import FORM, ShowText

LIVE = "收到{{t.a.sum}}件。"
CONTROL = Qt.KeyboardModifier.ControlModifier
STEP = QTextCursor.MoveOperation


def select(block: TextBlock, start: int, end: int) -> None:
    block.editor.select(start, end)


def stored(block: TextBlock) -> str:
    block.flush()
    return block.session.value("story")


def test_a_live_number_is_one_character_for_the_caret(show_text: ShowText):
    block = show_text(LIVE)
    assert block.editor.toPlainText() == f"收到{CHARACTER}件。"
    block.editor.moveCursor(STEP.End)
    for _ in range(2):
        QTest.keyClick(block.editor, Qt.Key.Key_Left)
    QTest.keyClick(block.editor, Qt.Key.Key_Backspace)
    assert stored(block) == "收到件。"


def test_opening_a_text_changes_nothing(show_text: ShowText):
    words = "甲{{t.a.sum}}乙\\{{t.a.sum}}丙{{t.q.q}}\n𠮷{{t.a.x}}{{t.a.x}}"
    block = show_text(words)
    assert stored(block) == words
    assert block.session.undo.count() == 0


def test_what_is_typed_beside_a_live_number_is_words(show_text: ShowText):
    block = show_text("{{t.a.sum}}")
    block.editor.moveCursor(STEP.End)
    QTest.keyClicks(block.editor, "ab")
    block.editor.moveCursor(STEP.Start)
    QTest.keyClicks(block.editor, "c")
    assert stored(block) == "c{{t.a.sum}}ab"


def test_braces_that_are_typed_become_a_live_number_when_they_name_one(show_text: ShowText):
    block = show_text()
    QTest.keyClicks(block.editor, "a{{t.a.sum}}b{{t.q.q}}")
    assert block.editor.toPlainText() == f"a{CHARACTER}b{{{{t.q.q}}}}"
    assert stored(block) == "a{{t.a.sum}}b\\{{t.q.q}}"


def test_a_chip_grows_with_its_value(show_text: ShowText):
    block = show_text(LIVE)
    narrow = chip_box(block.editor, 2)
    assert narrow is not None
    block.session.edit({"t.a.x": "123456"}, "填")
    wide = chip_box(block.editor, 2)
    assert wide is not None
    assert wide.width() > narrow.width() + 20
    assert block.value("t.a.sum") == "123460"


def test_copying_gives_others_the_values_and_us_the_live_numbers(show_text: ShowText):
    block = show_text(f"{LIVE}\n{{{{t.b.x}}}}")
    QTest.keyClick(block.editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(block.editor, Qt.Key.Key_C, CONTROL)
    clipboard = QGuiApplication.clipboard()
    assert clipboard.text() == "收到7件。\n0"
    block.editor.moveCursor(STEP.End)
    QTest.keyClick(block.editor, Qt.Key.Key_V, CONTROL)
    assert stored(block) == f"{LIVE}\n{{{{t.b.x}}}}{LIVE}\n{{{{t.b.x}}}}"


def test_cutting_is_copying_and_deleting(show_text: ShowText):
    block = show_text(LIVE)
    select(block, 2, 4)
    QTest.keyClick(block.editor, Qt.Key.Key_X, CONTROL)
    assert stored(block) == "收到。"
    block.paste()
    assert stored(block) == LIVE
    assert block.session.undo.undoText() == "粘贴文字"


def test_pasted_braces_are_live_where_they_name_a_figure(show_text: ShowText):
    block = show_text()
    QGuiApplication.clipboard().setText("甲{{t.a.sum}}{{t.q.q}}")
    block.paste()
    assert block.editor.toPlainText() == f"甲{CHARACTER}{{{{t.q.q}}}}"


def test_a_paste_with_looks_is_plain_text(show_text: ShowText):
    block = show_text()
    data = QMimeData()
    data.setHtml("<p style='color:red'>红<b>字</b></p>")
    data.setText("红字")
    block.editor.insertFromMimeData(data)
    assert stored(block) == "红字"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("甲\r\n乙\r丙", "甲\n乙\n丙"),
        ("　　甲。\n\n  乙。\n", "甲。\n乙。"),
        ("甲\v乙\u2028丙\u2029丁", "甲\n乙\n丙\n丁"),
        ("1.\t目录", "1.目录"),
        ("（一）\t主动公开\n甲\t乙", "（一）主动公开\n甲 乙"),
        ("甲\x00\x07\u200b\ufeff乙\xa0丙", "甲乙 丙"),
        ("只有一行 ", "只有一行 "),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_words_from_elsewhere_are_made_plain_paragraphs(text: str, words: str):
    assert fit(text) == (words, 0)


def test_a_very_large_paste_is_cut_and_it_is_told(show_text: ShowText):
    block = show_text()
    QGuiApplication.clipboard().setText("甲" * (MOST + 5))
    block.paste()
    assert len(stored(block)) == MOST
    assert f"{MOST + 5} 字" in block.where.words()
    block.editor.moveCursor(STEP.Start)
    assert "剪贴板" not in block.where.words()


def test_enter_on_a_selected_live_number_goes_to_its_cell(show_text: ShowText):
    block = show_text(LIVE)
    select(block, 2, 3)
    asked = QSignalSpy(block.session.asked)
    QTest.keyClick(block.editor, Qt.Key.Key_Return)
    assert asked.at(0) == ["t.a.sum", -1, 0]
    assert stored(block) == LIVE


def test_enter_behind_a_live_number_is_a_new_paragraph(show_text: ShowText):
    block = show_text("甲{{t.a.sum}}")
    block.editor.moveCursor(STEP.End)
    QTest.keyClick(block.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(block.editor, "b")
    assert stored(block) == "甲{{t.a.sum}}\nb"


def test_a_click_selects_a_live_number_and_a_double_click_goes_to_its_cell(
    show_text: ShowText, qtbot: QtBot
):
    block = show_text(LIVE)
    box = chip_box(block.editor, 2)
    assert box is not None
    middle = box.center().toPoint()
    view = block.editor.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    cursor = block.editor.textCursor()
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (2, 3)
    with qtbot.waitSignal(block.session.asked):
        QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle)


def test_the_pointer_is_told_the_name_of_a_live_number(
    show_text: ShowText, monkeypatch: pytest.MonkeyPatch
):
    told: list[str] = []

    def tell(_at: QPoint, words: str, _widget: QWidget) -> None:
        told.append(words)

    monkeypatch.setattr(QToolTip, "showText", tell)
    block = show_text(LIVE)
    box = chip_box(block.editor, 2)
    assert box is not None
    view, at = block.editor.viewport(), box.center().toPoint()
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, at, view.mapToGlobal(at)))
    away = QPoint(at.x() + 300, at.y() + 100)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, away, view.mapToGlobal(away)))
    assert told == ["测试：A × SUM", ""]


def test_the_menu_of_the_right_button_speaks_chinese_and_freezes_a_number(show_text: ShowText):
    block = show_text(LIVE)
    select(block, 2, 3)
    menu = block.editor.make_menu()
    words = {action.text(): action for action in menu.actions()}
    assert {"剪切", "复制", "粘贴", "全选", "插入实时数字…", "前往该格"} <= words.keys()
    words["变成普通数字"].trigger()
    assert stored(block) == "收到7件。"
    block.session.undo.undo()
    assert block.session.value("story") == LIVE


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_H]
)
def test_keys_of_the_menus_are_left_to_the_menus(show_text: ShowText, key: Qt.Key):
    block = show_text("甲")
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, CONTROL)
    event.ignore()
    QApplication.sendEvent(block.editor, event)
    assert not event.isAccepted()
    block.editor.composing = True
    QApplication.sendEvent(block.editor, event)
    assert event.isAccepted()
    block.editor.composing = False


def test_tab_leaves_the_text(show_text: ShowText):
    block = show_text("甲")
    QTest.keyClick(block.editor, Qt.Key.Key_Tab)
    assert not block.editor.hasFocus()
    assert stored(block) == "甲"


def test_places_are_found_on_screen_and_back():
    words = "甲𠮷{{t.a.x}}乙\\{{t.a.x}}"
    places = Places(words, FORM)
    chip = words.index("{{")
    assert places.on_screen(chip) == 3
    assert places.end_on_screen(chip + len("{{t.a.x}}")) == 4
    assert places.stored(3) == chip
    assert places.stored(4) == words.index("乙")
    assert qt_place("甲𠮷乙", 2) == 3
    assert python_place("甲𠮷乙", 3) == 2
    assert python_place("甲乙", 1) == 1


def test_the_right_button_opens_the_menu_where_it_is(show_text: ShowText):
    block = show_text("甲")
    at = QPoint(50, 60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), at)
    QApplication.sendEvent(block.editor.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.pos() == at
    menu.close()
