"""Finding and replacing in a narrative."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton

from reportdesk.gui.text.text_widget import TextBlock
from tests.gui.text.conftest import ShowText, write

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def selected(block: TextBlock) -> tuple[int, int]:
    cursor = block.editor.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def test_ctrl_f_finds_and_enter_and_f3_go_on_round_and_round(show_text: ShowText):
    block = show_text("水质、水量、水价")
    QTest.keyClick(block.editor, Qt.Key.Key_F, CONTROL)
    bar = block.find_bar
    assert bar.words.hasFocus()
    write(bar.words, "水")
    assert bar.count.text() == "共 3 处"
    places: list[int] = []
    for _ in range(4):
        QTest.keyClick(bar.words, Qt.Key.Key_Return)
        places.append(selected(block)[0])
    assert places == [0, 3, 6, 0]
    QTest.keyClick(bar.words, Qt.Key.Key_F3)
    assert (selected(block)[0], bar.count.text()) == (3, "第 2 / 3 处")
    QTest.keyClick(bar.words, Qt.Key.Key_F3, SHIFT)
    QTest.keyClick(bar.words, Qt.Key.Key_Return, SHIFT)
    assert selected(block)[0] == 6
    QTest.keyClick(bar.words, Qt.Key.Key_Escape)
    assert block.editor.hasFocus()
    assert not bar.isVisible()
    QTest.keyClick(block.editor, Qt.Key.Key_F3)
    assert selected(block)[0] == 0


def test_tab_goes_from_the_words_to_what_replaces_them(show_text: ShowText):
    block = show_text("水质、水量")
    QTest.keyClick(block.editor, Qt.Key.Key_H, CONTROL)
    bar = block.find_bar
    write(bar.words, "水")
    QTest.keyClick(bar.words, Qt.Key.Key_Tab)
    assert bar.instead.hasFocus()
    QTest.keyClick(bar.instead, Qt.Key.Key_Tab)
    assert bar.back.hasFocus()


def test_what_is_selected_is_looked_for(show_text: ShowText):
    block = show_text("水质、水量")
    block.editor.select(3, 5)
    block.find()
    assert block.find_bar.words.text() == "水量"


def test_words_are_found_behind_live_numbers_and_rare_characters(show_text: ShowText):
    block = show_text("𠮷{{t.a.x}}水")
    block.find_bar.words.setText("水")
    block.find()
    block.find_next()
    assert block.editor.textCursor().selectedText() == "水"


def test_what_is_not_there_is_told(show_text: ShowText):
    block = show_text("水质")
    block.find()
    block.find_bar.words.setText("河")
    assert block.find_bar.count.text() == "没有找到“河”"
    block.find_next()
    assert not block.find_bar.next.isEnabled()


def test_replacing_one_goes_on_to_the_next(show_text: ShowText):
    block = show_text("2024年、2024年")
    QTest.keyClick(block.editor, Qt.Key.Key_H, CONTROL)
    bar = block.find_bar
    QTest.keyClicks(bar.words, "2024")
    bar.instead.setFocus()
    QTest.keyClicks(bar.instead, "2025")
    QTest.keyClick(bar.instead, Qt.Key.Key_Return)
    QTest.keyClick(bar.instead, Qt.Key.Key_Return)
    block.flush()
    assert block.session.value("story") == "2025年、2024年"
    assert selected(block) == (6, 10)


def test_the_button_finds_first_and_replaces_then(show_text: ShowText):
    block = show_text("2024年、2024年")
    block.replace()
    bar = block.find_bar
    bar.words.setText("2024")
    bar.instead.setText("2025")
    button = next(b for b in bar.findChildren(QPushButton) if b.text() == "替换")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert block.session.value("story") == "2024年、2024年"
    assert selected(block) == (0, 4)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    block.flush()
    assert block.session.value("story") == "2025年、2024年"


def test_undo_is_the_reports_while_the_focus_is_in_the_bar(show_text: ShowText):
    block = show_text("2024年")
    asked = QSignalSpy(QShortcut(QKeySequence("Ctrl+Z"), block).activated)
    block.replace()
    QTest.keyClicks(block.find_bar.words, "2024")
    QTest.keyClick(block.find_bar.words, Qt.Key.Key_Z, CONTROL)
    assert asked.count() == 1
    assert block.find_bar.words.text() == "2024"


def test_esc_in_the_text_closes_the_bar(show_text: ShowText):
    block = show_text("2024年")
    block.find()
    block.editor.setFocus()
    QTest.keyClick(block.editor, Qt.Key.Key_Escape)
    assert not block.find_bar.isVisible()
    assert block.editor.hasFocus()


def test_replacing_all_is_one_step_and_leaves_live_numbers(show_text: ShowText):
    words = "水{{t.a.x}}水\n{{t.a.y}}水"
    block = show_text(words)
    block.replace()
    block.find_bar.words.setText("水")
    block.find_bar.instead.setText("河水")
    QTest.mouseClick(block.find_bar.every, Qt.MouseButton.LeftButton)
    assert block.session.value("story") == "河水{{t.a.x}}河水\n{{t.a.y}}河水"
    assert block.find_bar.count.text() == "已替换 3 处"
    assert block.session.undo.undoText() == "全部替换（3 处）"
    block.session.undo.undo()
    assert block.session.value("story") == words
    assert block.editor.toPlainText().count("河") == 0


def test_hits_follow_what_is_typed(show_text: ShowText):
    block = show_text("水")
    block.find()
    block.find_bar.words.setText("水")
    block.editor.setFocus()
    QTest.keyClicks(block.editor, "ab")
    assert block.find_bar.hits == [(2, 3)]
