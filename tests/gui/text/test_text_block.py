"""A narrative on its page: ticks and count, margin, findings, last year, the lines under it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextFormat
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui import style
from reportdesk.gui.text.text_widget import TextBlock
from reportdesk.report.document import Document
from tests.gui.conftest import OpenSession
from tests.gui.text.conftest import FORM, ShowText

END = QTextCursor.MoveOperation.End


def marked(block: TextBlock) -> list[str]:
    """The words that are marked in the text."""
    waves = [s for s in block.editor.extraSelections() if s.format.underlineStyle().value]  # type: ignore[attr-defined]
    return [selection.cursor.selectedText() for selection in waves]  # type: ignore[attr-defined]


def gutter_words(block: TextBlock) -> QImage:
    return block.gutter.grab().toImage()


def has(image: QImage, colour: QColor) -> bool:
    return any(
        image.pixelColor(x, y) == colour
        for x in range(image.width())
        for y in range(image.height())
    )


def test_aspects_are_ticked_when_the_text_speaks_of_them(show_text: ShowText):
    block = show_text("主动公开了信息。")
    ticks = block.toolbar.ticks
    assert ticks.accessibleName() == "还没有写到：监督保障"
    block.editor.moveCursor(END)
    block.editor.insertPlainText("接受社会监督。")
    assert ticks.accessibleName() == "应写到的都写到了"


def test_the_count_is_told_beside_the_usual_limit_and_turns_over_it(show_text: ShowText):
    block = show_text("{{t.a.sum}}件")
    tone = block.toolbar.count.property("tone") or ""
    assert (block.toolbar.count.text(), tone) == ("2 字", "")
    block.editor.moveCursor(END)
    block.editor.insertPlainText("水" * 20)
    assert block.toolbar.count.text() == "22 字"
    assert block.toolbar.count.property("tone") == "review"
    block.resize(640, 400)
    assert block.toolbar.count.text() == "22 / 20 字"


def test_what_is_found_against_the_text_is_marked_at_its_words(show_text: ShowText):
    block = show_text("收到{{t.a.sum}}件。统计截至2019年12月31日。")
    assert marked(block) == ["2019年12月31日"]
    assert "像是上年留下的" in block.where.words()
    block.session.edit({"story": "统计截至2020年12月31日。"}, "改")
    assert marked(block) == []


def test_a_mark_moves_with_its_words_before_they_are_committed(show_text: ShowText):
    block = show_text("截至2019年12月31日。")
    block.editor.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClicks(block.editor, "abc")
    assert marked(block) == ["2019年12月31日"]


def test_a_review_that_is_explained_is_marked_no_more(show_text: ShowText):
    block = show_text("收到申请9件。")
    assert marked(block) == ["收到申请9件"]
    (finding,) = [f for f in block.session.findings if f.rule == "W-3"]
    block.session.set_reason(finding, "含上年结转的两件")
    assert marked(block) == []


def test_a_live_number_that_waits_for_its_cell_is_no_mark(show_text: ShowText):
    block = show_text("收到{{t.a.sum}}件。")
    block.session.edit({"t.a.x": None}, "清")
    assert any(f.rule == "live" for f in block.session.findings)
    assert marked(block) == []
    assert "1 个待填" in block.where.words()


def test_going_to_a_finding_selects_its_words(show_text: ShowText):
    block = show_text("𠮷{{t.a.sum}}\n截至2019年12月31日。")
    (finding,) = [f for f in block.session.findings if f.rule == "W-2"]
    block.toolbar.live.setFocus()
    block.go(*finding.at)
    assert block.editor.hasFocus()
    assert block.editor.textCursor().selectedText() == "2019年12月31日"
    block.go()
    assert block.editor.textCursor().selectedText() == "2019年12月31日"


def test_a_click_on_a_mark_in_the_margin_selects_the_words(show_text: ShowText, qtbot: QtBot):
    block = show_text("第一段。\n截至2019年12月31日。")
    (spot, box), *_ = block.gutter._marks()  # pyright: ignore[reportPrivateUsage]
    assert spot.severity == "hint"
    at = box.center().toPoint()
    QTest.mouseMove(block.gutter, at)
    # On a real screen the mouse takes its time.
    qtbot.waitUntil(lambda: "像是上年留下的" in block.gutter.toolTip())
    QTest.mouseClick(block.gutter, Qt.MouseButton.LeftButton, pos=at)
    assert block.editor.textCursor().selectedText() == "2019年12月31日"
    line = block.editor.cursorRect()
    middle = block.editor.viewport().mapTo(block.editor, line.center()).y()
    assert abs(box.center().y() - middle) < line.height()


def test_the_margin_shows_levels_and_what_is_as_last_year(show_text: ShowText):
    review = style.theme().colour("review")
    same = "这一段和上年的一个字也没有不同。"
    block = show_text(f"（一）主动公开\n{same}", last=f"（一）主动公开\n{same}\n别的。")
    assert has(gutter_words(block), review)
    assert not has(gutter_words(show_text("（一）主动公开\n别的话。", last=same)), review)


def test_headings_are_bold_as_soon_as_they_are_headings(show_text: ShowText):
    block = show_text("主动公开")
    layout = block.editor.document().begin().layout()
    assert layout.formats() == []
    block.editor.moveCursor(QTextCursor.MoveOperation.Start)
    block.editor.insertPlainText("（一）")
    (bold,) = block.editor.document().begin().layout().formats()
    assert (bold.start, bold.length) == (0, 7)  # type: ignore[attr-defined]
    assert bold.format.fontWeight() > 500  # type: ignore[attr-defined]


def test_last_year_stands_beside_with_what_is_unchanged_dotted(show_text: ShowText):
    same = "这一段和上年的一个字也没有不同。"
    block = show_text(same, last=f"（一）主动公开\n{same}\n截至{{{{t.a.x}}}}件。")
    block.set_show_last(True)
    view = block.last_view.view
    assert view.toPlainText() == f"（一）主动公开\n{same}\n截至＿＿件。"
    assert view.isReadOnly()
    dotted = [
        block_.text()
        for block_ in (view.document().findBlockByNumber(n) for n in range(3))
        if block_.begin().fragment().charFormat().underlineStyle().value
    ]
    assert dotted == [same]
    block.editor.insertPlainText("改")
    assert not view.document().findBlockByNumber(1).begin().fragment().charFormat().hasProperty(
        QTextFormat.Property.TextUnderlineStyle.value
    ) or not (
        view.document().findBlockByNumber(1).begin().fragment().charFormat().underlineStyle().value
    )


def test_a_paragraph_of_last_year_is_taken_where_the_caret_is(show_text: ShowText):
    block = show_text("今年的第一段。\n今年的第二段。", last="上年甲。\n上年{{t.a.x}}件。")
    view = block.last_view.view
    cursor = view.textCursor()
    cursor.setPosition(6)
    view.setTextCursor(cursor)
    QTest.mouseClick(block.last_view.take, Qt.MouseButton.LeftButton)
    assert block.session.value("story") == "今年的第一段。\n上年{{t.a.x}}件。\n今年的第二段。"
    assert block.session.undo.undoText() == "引入上年文字"
    assert "请改成今年的情况" in block.where.words()
    block.session.undo.undo()
    assert block.session.value("story") == "今年的第一段。\n今年的第二段。"


def test_enter_takes_the_paragraph_too(show_text: ShowText, qtbot: QtBot):
    block = show_text("", last="上年甲。\n上年乙。")
    with qtbot.waitActive(block.last_view):
        block.last_view.show()
    block.last_view.view.setFocus()
    QTest.keyClick(block.last_view.view, Qt.Key.Key_Return)
    assert block.session.value("story") == "上年甲。"


def test_without_last_year_it_is_said(show_text: ShowText):
    view = show_text("甲").last_view
    assert "还没有上年报告" in view.view.toPlainText()
    assert not view.take.isEnabled()


def test_the_lines_under_the_text_tell_paragraph_and_live_number(show_text: ShowText):
    block = show_text("（一）公开\n收到{{t.a.x}}件，共{{t.a.sum}}件。")
    assert block.where.words().startswith("第 1 段　二级标题")
    block.editor.select(12, 13)
    words = block.where.words()
    assert "第 2 段，第 2 个实时数字　7 ＝ 测试：A × SUM，随表自动更新" in words
    assert "本段 2 个实时数字与表一致" in words


def test_the_text_says_where_the_clerk_is(show_text: ShowText):
    block = show_text("甲")
    block.toolbar.live.setFocus()
    told = QSignalSpy(block.current)
    block.focus_first()
    assert told.at(0) == ["story"]


def test_a_small_text_under_a_table_is_a_line_until_it_is_unfolded(show_text: ShowText):
    block = show_text(compact=True)
    assert block.folder is not None
    assert block.folder.text() == "＋ 表后说明"
    assert block.sizeHint().height() <= 30
    block.focus_first()
    QTest.keyClick(block.folder, Qt.Key.Key_Space)
    assert block.editor.hasFocus()
    QTest.keyClicks(block.editor, "abc")
    block.flush()
    assert block.session.value("note") == "abc"
    QTest.mouseClick(block.folder, Qt.MouseButton.LeftButton)
    assert block.folder.text() == "▸ 表后说明：abc"
    assert not block.editor.isVisible()
    block.go(1, 1)
    assert block.editor.textCursor().selectedText() == "b"


def test_the_line_of_a_small_text_can_be_put_elsewhere(show_text: ShowText, qtbot: QtBot):
    block = show_text("含上年结转的一件。", compact=True)
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(600, 40)
    block.fold_into(holder)
    button = block.folder
    assert button is not None
    assert block.sizeHint().height() == 0
    holder.resize(700, 40)
    with qtbot.waitExposed(holder):
        holder.show()
    assert holder.rect().contains(button.geometry())
    assert button.geometry().right() > 680
    assert holder.contentsRect().right() < button.geometry().left()
    assert (button.text(), button.toolTip()) == ("▸ 表后说明", "含上年结转的一件。")
    button.click()
    assert block.editor.isVisible()


@pytest.mark.parametrize("zoom", [0.8, 2.0])
def test_everything_grows_with_the_zoom(show_text: ShowText, zoom: float):
    block = show_text("（一）公开\n收到{{t.a.x}}件。")
    before = block.editor.document().size().height()
    style.set_theme(zoom=zoom)
    after = block.editor.document().size().height()
    assert after / before == pytest.approx(zoom, rel=0.1)
    assert block.session.undo.count() == 0
    block.flush()
    assert block.session.undo.count() == 0


def test_the_editor_has_a_name_for_who_cannot_see_it(show_text: ShowText):
    assert show_text("甲").editor.accessibleName() == "情况"


def test_two_texts_of_one_report_are_independent(open_session: OpenSession, qtbot: QtBot):
    session = open_session(Document(FORM, 2020, {"story": "甲", "note": "乙"}))
    blocks = [TextBlock(session, text) for text in FORM.texts]
    for block in blocks:
        qtbot.addWidget(block)
        block.show()
    blocks[0].editor.insertPlainText("丙")
    blocks[0].flush()
    assert [block.editor.toPlainText() for block in blocks] == ["丙甲", "乙"]


def test_a_paragraph_that_stands_there_already_is_not_taken_again(show_text: ShowText):
    same, other = "这一段和上年的一个字也没有不同。", "这一段今年还没有写进来。"
    block = show_text(same, last=f"{same}\n{other}")
    view = block.last_view.view
    assert not block.last_view.take.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert block.session.value("story") == same
    view.moveCursor(QTextCursor.MoveOperation.Down)
    assert block.last_view.take.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert block.session.value("story") == f"{same}\n{other}"
    assert not block.last_view.take.isEnabled()
