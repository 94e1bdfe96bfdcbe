from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reportdesk.errors import StoreError
from reportdesk.gui.context import Context
from reportdesk.gui.start.bin import BinDialog
from reportdesk.gui.start.page import StartPage
from tests.gui.start.listed import BUREAU, STATION, TOWN, listed


@pytest.fixture
def binned(context: Context) -> list[int]:
    ids = [listed(context.store, organ) for organ in (BUREAU, STATION, TOWN)]
    for id in ids[:2]:
        context.store.to_bin(id)
    return ids


@pytest.fixture
def dialog(context: Context, binned: list[int], qtbot: QtBot) -> BinDialog:
    dialog = BinDialog(context)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def answer(verb: str, heard: list[str]) -> Callable[[], None]:
    """Answers the question that stands open, and keeps its words."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        heard.append(f"{box.text()}{box.informativeText()}")
        button = next(each for each in box.buttons() if each.text() == verb)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


def organs(dialog: BinDialog) -> list[str]:
    return [str(dialog.model.index(row, 0).data()) for row in range(dialog.model.rowCount())]


def test_what_is_in_the_bin_is_listed_newest_first(dialog: BinDialog) -> None:
    assert organs(dialog) == [STATION, BUREAU]
    assert dialog.ui.count.text() == "2 份"
    row = [str(dialog.model.index(0, column).data()) for column in range(5)]
    assert row[1:4] == ["2025", "2021版", "已填完"]


def test_a_copy_is_told_from_its_original(dialog: BinDialog, context: Context) -> None:
    (copy, *_), store = dialog.model.drafts, context.store
    store.set_label(copy.id, "副本")
    dialog.model.put(store.bin())
    assert organs(dialog) == [f"{STATION}（副本）", BUREAU]


def test_a_report_is_taken_back(dialog: BinDialog, context: Context, binned: list[int]) -> None:
    QTest.mouseClick(dialog.ui.restore, Qt.MouseButton.LeftButton)
    assert dialog.restored == [binned[1]]
    assert organs(dialog) == [BUREAU]
    assert {draft.organ for draft in context.store.drafts()} == {STATION, TOWN}


def test_deleting_for_good_asks_first_and_no_is_the_answer_of_enter(
    dialog: BinDialog, context: Context
) -> None:
    heard: list[str] = []
    QTimer.singleShot(0, answer("取消", heard))
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    assert heard == ["彻底删除选中的 1 份报告？删除后不能恢复。"]
    assert len(context.store.bin()) == 2
    QTimer.singleShot(0, answer("彻底删除", heard))
    QTest.mouseClick(dialog.ui.delete_for_good, Qt.MouseButton.LeftButton)
    assert organs(dialog) == [BUREAU]
    assert [draft.organ for draft in context.store.bin()] == [BUREAU]


def test_emptying_the_bin_asks_with_the_count_and_leaves_the_rest_alone(
    dialog: BinDialog, context: Context
) -> None:
    heard: list[str] = []
    QTimer.singleShot(0, answer("清空回收站", heard))
    QTest.mouseClick(dialog.ui.empty, Qt.MouseButton.LeftButton)
    assert heard == ["清空回收站里的 2 份报告？清空后不能恢复。"]
    assert context.store.bin() == []
    assert [draft.organ for draft in context.store.drafts()] == [TOWN]
    assert dialog.ui.count.text() == "空的"
    assert not dialog.ui.restore.isEnabled()
    assert not dialog.ui.empty.isEnabled()


def test_a_store_that_does_not_answer_is_told(
    dialog: BinDialog, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("磁盘读写不正常。")

    monkeypatch.setattr(context.store, "restore", refuse)
    QTest.mouseClick(dialog.ui.restore, Qt.MouseButton.LeftButton)
    assert dialog.ui.words.text() == "磁盘读写不正常。"
    assert organs(dialog) == [STATION, BUREAU]


def test_the_page_shows_what_came_back(context: Context, binned: list[int], qtbot: QtBot) -> None:
    page = StartPage(context)
    qtbot.addWidget(page)
    page.show()
    assert page.bin_count.text() == "2 份"

    def take_back_all() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BinDialog)
        dialog.ui.table.selectAll()
        QTest.mouseClick(dialog.ui.restore, Qt.MouseButton.LeftButton)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, take_back_all)
    QTest.mouseClick(page.ui.bin, Qt.MouseButton.LeftButton)
    assert page.model.total == 3
    assert {draft.id for draft in page.table.chosen} == set(binned[:2])
    assert page.bin_count.text() == "空"
