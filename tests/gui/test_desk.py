"""The desk around the pages: it fits narrow screens, and knows where the clerk is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reportdesk.gui.context import Context
from reportdesk.gui.desk import Desk
from reportdesk.gui.status import StatusBar
from reportdesk.gui.style import theme
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

CELL = "requests.granted.person"


@pytest.fixture
def desk(qtbot: QtBot, context: Context, open_session: OpenSession) -> Iterator[Desk]:
    """A report open on a screen of 1366 × 768."""
    session = open_session(report(NEW, 2025, requests(new__person=60, granted__person=61)))
    window = QMainWindow()
    qtbot.addWidget(window)
    desk = Desk(context, session, window)
    window.setCentralWidget(desk)
    bar = StatusBar(window)
    window.setStatusBar(bar)
    bar.attach(session)
    window.resize(1366, 697)
    with qtbot.waitActive(window):
        window.show()
    yield desk
    delete(window)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(("width", "height"), [(1093, 543), (911, 480), (683, 440)])
def test_every_step_fits_a_narrow_screen(desk: Desk, width: int, height: int) -> None:
    for id in desk.ids:
        desk.window().resize(1366, 697)
        desk.show_section(id)
        QApplication.processEvents()

        desk.window().resize(width, height)
        QApplication.processEvents()

        assert desk.window().size().toTuple() == (width, height), id
        head = desk.head
        assert all(
            head.rect().contains(part.geometry())
            for part in head.findChildren(QWidget)
            if part.isVisible()
        )


@pytest.mark.parametrize("key", ["overview", "organ", CELL])
def test_another_content_is_taken_and_given_back_whole_whatever_has_the_focus(
    desk: Desk, key: str
) -> None:
    session = desk.session
    before = dict(session.document.values)
    other = report(NEW, 2025, texts={"organ": "云溪县林业局", "overview": "另一份的文字。"})
    after = dict(other.values)
    desk.go(key)
    session.replace(other, "恢复版本")
    for _ in range(3):
        desk.go(key)
        desk.commit()
        session.step_back()
        assert session.document.values == before
        desk.go(key)
        desk.commit()
        session.step_forward()
        assert session.document.values == after
    assert session.undo.count() == 1, "a field that goes makes no step of its own"


def test_a_narrow_page_keeps_title_and_arrows_and_leaves_their_words_out(desk: Desk) -> None:
    desk.go(CELL)
    assert desk.head.explain.isVisible()
    assert desk.head.next.text() == "下一节 ›"

    desk.window().resize(683, 440)
    QApplication.processEvents()

    assert not desk.head.explain.isVisible()
    assert desk.head.next.text() == "›"
    assert desk.head.next.accessibleName() == "下一节"
    assert desk.rail.width() == theme().size("rail_narrow")


def test_on_a_narrow_screen_the_panel_comes_when_it_is_asked_for(desk: Desk) -> None:
    desk.go(CELL)
    assert desk.side.isVisible()
    desk.window().resize(911, 480)
    QApplication.processEvents()
    assert not desk.side.isVisible()

    desk.set_side(not desk.side_shown)

    assert desk.side.isVisible()
    QApplication.processEvents()
    assert desk.window().width() == 911
    desk.set_side(not desk.side_shown)
    assert not desk.side.isVisible()
    desk.window().resize(1366, 697)
    QApplication.processEvents()
    assert desk.side.isVisible(), "of a wide window nothing was said"


def test_last_years_text_is_seen_though_the_panel_was_closed(
    qtbot: QtBot, context: Context, open_session: OpenSession
) -> None:
    session = open_session(report(NEW, 2025, previous=report(NEW, 2024)))
    desk = Desk(context, session)
    qtbot.addWidget(desk)
    desk.resize(911, 480)
    desk.show()
    desk.go("overview")
    desk.set_side(False)

    desk.toggle_last()

    assert desk.pages[desk.section].texts[0].last_view.isVisible()


def test_a_section_seen_before_is_where_it_was(desk: Desk) -> None:
    desk.go(CELL)
    words = desk.place_words()

    desk.next_section()
    assert desk.place_words() != words
    desk.previous_section()

    assert desk.place_words() == words
    assert desk.session.place.startswith(CELL)


def test_a_narrative_is_opened_again_where_it_was_left(
    qtbot: QtBot, context: Context, open_session: OpenSession, desk: Desk
) -> None:
    session = desk.session
    session.edit({"overview": "\n".join(f"第 {n} 段。" for n in range(200))}, "写")
    desk.go("overview")
    page = desk.page
    assert page is not None
    editor = page.texts[0].editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(80).position() + 2)
    editor.setTextCursor(cursor)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().value() + 90)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    seen = editor.cursorForPosition(QPoint(0, 0)).blockNumber()
    desk.commit()
    session.edit({"organ": "云溪县林业局"}, "写")

    assert session.place == session.store.place(session.id), "it is saved with what is saved"
    again = Desk(context, session)
    qtbot.addWidget(again)
    assert session.place == session.store.place(session.id), "before it has the focus too"
    again.resize(desk.size())
    again.show()
    QApplication.processEvents()

    assert again.page is not None
    editor = again.page.texts[0].editor
    assert editor.textCursor().blockNumber() == 80
    assert editor.textCursor().positionInBlock() == 3
    assert editor.cursorForPosition(QPoint(0, 0)).blockNumber() == seen
    assert session.place == session.store.place(session.id), "to be shown again is no other place"


@pytest.mark.parametrize(
    ("place", "caret"), [("9999 9999", 4), ("9" * 20 + " 1", 4), ("nonsense", 0), ("5", 0), ("", 0)]
)
def test_a_stand_that_cannot_be_is_the_end_or_the_beginning(
    desk: Desk, place: str, caret: int
) -> None:
    desk.session.edit({"overview": "一段。\n"}, "写")

    desk.show_place(f"overview\n{place}")
    QApplication.processEvents()

    assert desk.page is not None
    assert desk.page.texts[0].editor.textCursor().position() == caret


def test_what_could_not_be_taken_is_told_when_its_table_is_left(desk: Desk) -> None:
    desk.go(CELL)
    told = QSignalSpy(desk.told)
    QTest.keyClicks(focus(), "1.5")

    desk.next_section()

    assert told.count() == 1
    assert "“1.5”带小数" in told.at(0)[0]
    assert desk.session.value(CELL) == "61"
    desk.previous_section()
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    desk.next_section()
    assert told.count() == 1, "there is nothing more to tell of"


def test_undo_is_the_reports_in_the_lines_too(desk: Desk) -> None:
    asked = QSignalSpy(QShortcut(QKeySequence("Ctrl+Z"), desk).activated)
    desk.go("organ")
    QTest.keyClicks(focus(), "abc")
    QTest.keyClick(focus(), Qt.Key.Key_Return)

    QTest.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert asked.count() == 1
    assert desk.session.value("organ") == "abc", "the field undid nothing by itself"
