"""Choosing a live number by name, with the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.text.live_menu import Choice, LiveMenu
from reportdesk.gui.text.text_widget import TextBlock
from reportdesk.gui.text.where import where_words
from tests.gui.text.conftest import ShowText, write

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(block: TextBlock, qtbot: QtBot) -> LiveMenu:
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(block.editor, Qt.Key.Key_K, CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LiveMenu)
    return menu


def choices(menu: LiveMenu) -> list[Choice]:
    model = menu.list.model()
    rows = range(model.rowCount())
    return [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in rows]


def test_ctrl_k_offers_totals_first_and_enter_inserts(show_text: ShowText, qtbot: QtBot):
    block = show_text("共")
    menu = opened(block, qtbot)
    assert [(c.figure, c.value) for c in choices(menu)[:2]] == [("A × SUM", "7"), ("B × SUM", "0")]
    QTest.keyClick(menu.words, Qt.Key.Key_Return)
    block.flush()
    assert block.session.value("story") == "共{{t.a.sum}}"
    assert block.session.undo.undoText() == "插入实时数字"
    assert block.editor.hasFocus()


def test_arrows_choose_and_words_narrow_the_list_down(show_text: ShowText, qtbot: QtBot):
    block = show_text("共")
    menu = opened(block, qtbot)
    QTest.keyClicks(menu.words, "A x")
    assert choices(menu) == []
    menu.words.clear()
    QTest.keyClicks(menu.words, "A X")
    assert [c.key for c in choices(menu)] == ["t.a.x"]
    menu.words.clear()
    QTest.keyClick(menu.words, Qt.Key.Key_Down)
    QTest.keyClick(menu.words, Qt.Key.Key_Down)
    QTest.keyClick(menu.words, Qt.Key.Key_Up)
    QTest.keyClick(menu.words, Qt.Key.Key_Return)
    block.flush()
    assert block.session.value("story") == "共{{t.b.sum}}"


def test_a_figure_is_found_by_what_it_is(show_text: ShowText, qtbot: QtBot):
    menu = opened(show_text(), qtbot)
    QTest.keyClicks(menu.words, "7")
    assert [c.key for c in choices(menu)] == ["t.a.sum"]


def test_esc_and_nothing_found_insert_nothing(show_text: ShowText, qtbot: QtBot):
    block = show_text("共")
    menu = opened(block, qtbot)
    write(menu.words, "没有这个")
    QTest.keyClick(menu.words, Qt.Key.Key_Down)
    QTest.keyClick(menu.words, Qt.Key.Key_Return)
    menu = opened(block, qtbot)
    QTest.keyClick(menu.words, Qt.Key.Key_Escape)
    block.flush()
    assert block.session.value("story") == "共"
    assert block.session.undo.count() == 0


def test_a_click_inserts(show_text: ShowText, qtbot: QtBot):
    block = show_text("共")
    menu = opened(block, qtbot)
    box = menu.list.visualRect(menu.list.model().index(1, 0))
    QTest.mouseClick(menu.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    block.flush()
    assert block.session.value("story") == "共{{t.b.sum}}"


def test_a_figure_that_waits_says_so(show_text: ShowText, qtbot: QtBot):
    block = show_text("共{{t.a.x}}")
    block.session.edit({"t.a.x": None}, "清")
    menu = opened(block, qtbot)
    assert choices(menu)[0].value == ""
    QTest.keyClick(menu.words, Qt.Key.Key_Escape)
    words = where_words(1, [], "t.a.x", 1, block.session.edition, block.value)
    assert "待填" in words[1].words
