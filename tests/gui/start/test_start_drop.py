from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.context import Context
from reportdesk.gui.start.page import StartPage
from tests.gui.start.listed import heard, listed

ACTIONS = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
TITLE = "把上年的报告拖到这里"


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> StartPage:
    listed(context.store)
    page = StartPage(context)
    qtbot.addWidget(page)
    page.resize(1093, 494)
    page.show()
    return page


def dragged(*names: str | Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(name)) for name in names])
    return data


def enter(page: StartPage, data: QMimeData) -> bool:
    """Whether the page goes on hearing of the drag."""
    event = QDragEnterEvent(QPoint(600, 200), ACTIONS, data, LEFT, PLAIN)
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def would_take(page: StartPage, data: QMimeData) -> bool:
    event = QDragMoveEvent(QPoint(600, 200), ACTIONS, data, LEFT, PLAIN)
    QApplication.sendEvent(page, event)
    return event.isAccepted()


def drop(page: StartPage, data: QMimeData) -> None:
    QApplication.sendEvent(page, QDropEvent(QPointF(600, 200), ACTIONS, data, LEFT, PLAIN))


def test_a_file_over_the_page_lights_the_drop_area_and_says_what_will_happen(
    page: StartPage, tmp_path: Path
) -> None:
    data = dragged(tmp_path / "2024年报.docx")
    assert enter(page, data)
    assert would_take(page, data)
    assert page.ui.drop_title.text() == "松开，从“2024年报.docx”开始"
    assert page.ui.drop.property("drop") == "over"
    QApplication.sendEvent(page, QDragLeaveEvent())
    assert page.ui.drop_title.text() == TITLE
    assert page.ui.drop.property("drop") == "idle"


def test_a_long_name_is_cut_in_its_middle(page: StartPage, tmp_path: Path) -> None:
    enter(page, dragged(tmp_path / "青禾县农业农村局2024年政府信息公开工作年度报告.docx"))
    assert page.ui.drop_title.text() == "松开，从“青禾县农业农村…报告.docx”开始"


def test_a_dropped_file_is_handed_on(page: StartPage, tmp_path: Path) -> None:
    file = tmp_path / "2024年报.docx"
    dropped = heard(page.file_dropped)
    data = dragged(file)
    enter(page, data)
    drop(page, data)
    assert dropped == [], "where it was dragged from, the drop is over first"
    QApplication.processEvents()
    assert dropped == [(str(file),)]
    assert page.ui.drop.property("drop") == "idle"


@pytest.mark.parametrize("which", ["two", "folder", "web"])
def test_what_cannot_be_taken_is_told_and_not_taken(
    page: StartPage, tmp_path: Path, which: str
) -> None:
    data, words = {
        "two": (dragged(tmp_path / "a.docx", tmp_path / "b.docx"), "一次拖一个文件"),
        "folder": (dragged(tmp_path), "这是文件夹，请拖里面的文件"),
        "web": (QMimeData(), "请先把文件存到这台电脑上"),
    }[which]
    if which == "web":
        data.setUrls([QUrl("https://example.invalid/a.docx")])
    dropped = heard(page.file_dropped)
    assert enter(page, data)  # or it would not hear when the drag has left
    assert not would_take(page, data)
    assert page.ui.drop_title.text() == words
    assert page.ui.drop.property("drop") == "refused"
    drop(page, data)
    QApplication.processEvents()
    assert dropped == []
    assert page.ui.drop_title.text() == TITLE


def test_dragged_text_is_no_file(page: StartPage) -> None:
    data = QMimeData()
    data.setText("云溪县水务局")
    assert not enter(page, data)
    assert page.ui.drop_title.text() == TITLE


def test_the_search_field_takes_no_files(page: StartPage) -> None:
    assert not page.ui.search.acceptDrops()


def test_a_click_on_the_drop_area_asks_for_the_file(page: StartPage) -> None:
    asked = heard(page.from_file_asked)
    QTest.mouseClick(page.ui.drop, LEFT)
    assert asked == [()]
