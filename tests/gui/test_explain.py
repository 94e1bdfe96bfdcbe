"""本行说明 follows the clerk from blank to blank and unfolds to all that the edition explains."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.explain import RowHelp
from reportdesk.gui.explain_all import AllHelps
from reportdesk.gui.session import Session
from reportdesk.report.document import Document
from tests.builders import NEW, edition, report, table
from tests.gui.conftest import OpenSession

Shown = Callable[..., RowHelp]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Shown]:
    """Shows the help at the foot of a column of its own, so wide."""
    windows: list[QWidget] = []

    def show(session: Session, width: int = 262) -> RowHelp:
        windows.append(window := QWidget())
        qtbot.addWidget(window)
        help = RowHelp(session)
        help.setFixedWidth(width)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(help)
        window.resize(width, 500)
        with qtbot.waitActive(window):
            window.show()
        return help

    yield show
    windows.clear()


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(report(NEW, 2025))


def test_a_section_is_explained_until_she_is_in_a_blank(shown: Shown, session: Session) -> None:
    help = shown(session)
    help.show_section("s3")
    assert help.words.startswith("三、收到和处理政府信息公开申请情况\n每件申请")
    help.show_key("requests.new.person")
    assert help.words.startswith("一、本年新收\n报告年度1月1日至12月31日")
    assert "《条例》第三十一条" in help.words
    assert "自然人" in help.words
    help.show_section("s4")
    assert help.words.startswith("四、")


def test_what_is_told_is_what_is_seen(shown: Shown, session: Session) -> None:
    help = shown(session)
    help.show_section("s2")
    help.show_key("disclosure.documents.in_force")
    assert help.seen == help.words
    assert help.area.accessibleName() == help.words


def test_hidden_it_catches_up_when_shown(shown: Shown, session: Session) -> None:
    help = shown(session)
    help.hide()
    help.show_section("s3")
    help.show_key("requests.left.person")
    assert "结转下年度" not in help.seen
    help.show()
    assert "结转下年度" in help.seen


def test_it_grows_with_the_words_and_does_not_shrink_within_a_section(
    shown: Shown, session: Session
) -> None:
    help = shown(session)
    help.show_section("cover")
    help.show_key("organ")
    low = help.area.height()
    help.show_section("s3")
    help.show_key("requests.denied_secret.company")
    high = help.area.height()
    help.show_key("requests.results.total")
    assert low < high == help.area.height()


def test_narrow_it_is_folded_to_its_title_until_she_wants_it(
    shown: Shown, session: Session
) -> None:
    help = shown(session, 236)
    help.show_section("s3")
    assert not help.area.isVisible()
    QTest.mouseClick(help.title, Qt.MouseButton.LeftButton)
    assert help.area.isVisible()
    assert help.title.text() == "▾ 本行说明"
    QTest.keyClick(help.title, Qt.Key.Key_Space)
    assert not help.area.isVisible()
    help.focus_words()
    assert help.area.isVisible()
    assert help.window().focusWidget() is help.area


def test_all_of_a_section_is_read_in_a_window(shown: Shown, session: Session) -> None:
    help = shown(session)
    help.show_section("s3")
    help.show_key("requests.other_rest.total")
    QTest.mouseClick(help.all_button, Qt.MouseButton.LeftButton)
    (window,) = help.window().findChildren(AllHelps)
    assert window.isVisible()
    assert window.windowTitle() == "填报说明：三、收到和处理政府信息公开申请情况"
    text = window.browser.toPlainText()
    for row in NEW.table("requests").parts[0].rows:
        assert row.label in text
        assert row.help in text
    # It begins with the row where she was.
    assert window.browser.textCursor().block().text().startswith("以上各项都不能包括")
    help.show_section("s4")
    assert "行政复议" in window.browser.toPlainText()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_words_are_found_in_the_window(shown: Shown, session: Session) -> None:
    help = shown(session)
    help.show_section("s3")
    help.show_all()
    (window,) = help.window().findChildren(AllHelps)
    QTest.keyClicks(window.search, "7")
    assert window.browser.textCursor().selectedText() == "7"
    first = window.browser.textCursor().position()
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    found = window.browser.textCursor()
    assert found.selectedText() == "7"
    assert found.position() >= first


def test_a_form_that_explains_nothing_offers_nothing(
    shown: Shown, open_session: OpenSession
) -> None:
    form = edition(table("x", "a"))
    help = shown(open_session(Document(form, 2020, {})))
    help.show_section("s1")
    assert not help.all_button.isEnabled()
    help.show_key("t.x.a")
    assert help.words == "X"
    help.show_key("nowhere")
    assert help.words == "X"
