"""What of a narrative stands as last year: counted, marked, and confirmed where it holds."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reportdesk.gui.text.text_widget import TextBlock
from tests.gui.text.conftest import ShowText, write

ONE, TWO = "（一）主动公开情况。按月公开水价信息。", "对社会评议的意见逐条整改，监督有力。"
LAST = f"{ONE}\n（二）标题\n{TWO}"
CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def confirm(block: TextBlock) -> None:
    QTest.keyClick(block.editor, Qt.Key.Key_Return, CONTROL)


def rail(block: TextBlock) -> str:
    return next(step.words for step in block.session.progress.steps if step.id == "s1")


def beside(block: TextBlock) -> list[str]:
    """What the margin says of each paragraph."""
    document = block.editor.document()
    blocks = [document.findBlockByNumber(n) for n in range(document.blockCount())]
    return [block.gutter._words(each)[0] for each in blocks]  # pyright: ignore[reportPrivateUsage]


def test_the_bar_counts_the_paragraphs_that_stand_as_last_year(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    assert block.toolbar.same.text() == "2 段同上年 ▾"
    assert block.toolbar.same.isVisible()
    assert beside(block) == ["同上年", "二级", "同上年"]
    other = show_text("新的一段话，和上年不同。", last=LAST)
    assert not other.toolbar.same.isVisible()


def test_a_small_change_leaves_the_other_paragraphs_to_be_looked_at(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    assert rail(block) == "2 段还同上年"
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    write(block.editor, "今年更好。")
    block.flush()
    assert rail(block) == "1 段还同上年"
    assert block.toolbar.same.text() == "1 段同上年 ▾"


def test_the_paragraph_at_the_caret_is_confirmed_by_keys_and_that_is_one_step(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    assert "Ctrl+Shift+Enter" in block.where.words()
    confirm(block)
    assert beside(block) == ["仍适用", "二级", "同上年"]
    assert rail(block) == "1 段还同上年"
    assert "还有 1 段同上年" in block.where.words()
    assert block.session.undo.count() == 1
    block.session.step_back()
    assert beside(block) == ["同上年", "二级", "同上年"]
    block.session.step_forward()
    assert block.toolbar.same.text() == "1 段同上年 ▾"


def test_the_same_keys_take_it_back(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    confirm(block)
    confirm(block)
    assert beside(block) == ["同上年", "二级", "同上年"]


def test_a_paragraph_that_is_another_needs_no_confirming(show_text: ShowText):
    block = show_text("新的一段话，和上年不同。", last=LAST)
    confirm(block)
    assert block.session.undo.count() == 0
    assert "不用确认" in block.where.words()


def test_all_are_confirmed_in_one_step_and_the_section_is_done(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    block.holding.hold_all()
    assert beside(block) == ["仍适用", "二级", "仍适用"]
    assert not block.toolbar.same.isVisible()
    assert rail(block) == "已填完"
    assert block.session.undo.undoText() == "确认 2 段没有变化"
    block.session.step_back()
    assert rail(block) == "2 段还同上年"


def test_a_confirmed_paragraph_stays_so_when_others_are_written(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    confirm(block)
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    write(block.editor, "今年更好。")
    block.flush()
    assert beside(block)[0] == "仍适用"
    assert rail(block) == "已填完"


def test_what_was_being_typed_is_a_step_before_the_confirming(show_text: ShowText):
    block = show_text(LAST, last=LAST)
    block.editor.moveCursor(QTextCursor.MoveOperation.End)
    write(block.editor, "改。")
    block.holding.hold_all()
    assert [block.session.undo.text(n) for n in range(2)] == ["输入文字", "确认 1 段没有变化"]


def test_a_click_on_the_margin_confirms_and_another_takes_it_back(
    show_text: ShowText, qtbot: QtBot
):
    block = show_text(LAST, last=LAST)
    at = QPoint(
        block.gutter.width() - 30, block.editor.cursorRect().center().y() + block.editor.top
    )
    QTest.mouseMove(block.gutter, at)
    qtbot.waitUntil(lambda: "点一下确认" in block.gutter.toolTip())
    QTest.mouseClick(block.gutter, Qt.MouseButton.LeftButton, pos=at)
    assert beside(block) == ["仍适用", "二级", "同上年"]
    QTest.mouseClick(block.gutter, Qt.MouseButton.LeftButton, pos=at)
    assert beside(block) == ["同上年", "二级", "同上年"]


def test_the_button_s_menu_says_what_can_be_done(show_text: ShowText):
    block = show_text(LAST, last=LAST)

    def entries(menu: QMenu) -> list[tuple[str, bool]]:
        acts = [act for act in menu.actions() if not act.isSeparator()]
        return [(act.text().partition("\t")[0], act.isEnabled()) for act in acts]

    assert entries(block.holding.make_menu()) == [
        ("下一段同上年的", True),
        ("本段今年没有变化", True),
        ("2 段今年都没有变化", True),
    ]
    block.holding.next_same()
    assert block.editor.textCursor().blockNumber() == 2
    block.holding.next_same()
    assert block.editor.textCursor().blockNumber() == 0
    confirm(block)
    menu = entries(block.holding.make_menu())
    assert menu[1:] == [
        ("本段今年没有变化", False),
        ("1 段今年都没有变化", True),
        ("收回已确认的 1 段", True),
    ]
