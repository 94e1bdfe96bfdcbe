"""The main window: menus reach what has the focus, zoom with the wheel, the window remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.errors import StoreError
from reportdesk.gui import style
from reportdesk.gui.actions import MENUS
from reportdesk.gui.context import Context
from reportdesk.gui.dialogs import boxes
from reportdesk.gui.main_window import MainWindow
from reportdesk.store.drafts import DraftStore
from tests.builders import NEW, report


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    opened = MainWindow(context)
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    with qtbot.waitActive(opened):
        opened.show()
    yield opened
    opened.close()


def wheel(window: MainWindow, target: QWidget, by: int) -> None:
    at = target.mapTo(window, QPoint(30, 30))
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.wheelEvent(window.windowHandle(), QPointF(at), QPoint(0, by), QPoint(), ctrl)
    QApplication.processEvents()


def enabled(window: MainWindow) -> set[str]:
    return {id for id, action in window.actions_.by_id.items() if action.isEnabled()}


def test_every_menu_entry_does_something_and_its_keys_are_its_own(window: MainWindow) -> None:
    keys: list[str] = []
    for _, items in MENUS:
        for item in items:
            if item.id and item.id != "recent":
                assert item.id in window.actions_.by_id
                if window.actions_[item.id].text() == item.words:
                    keys += item.keys
    seen = [k for k in keys if k]
    assert len(seen) == len(set(seen))


def test_on_the_start_page_nothing_of_a_report_can_be_asked_for(window: MainWindow) -> None:
    able = enabled(window)
    assert {"start_from_file", "new_blank", "open_file", "help", "close"} <= able
    assert not able & {"undo", "fill_zero", "export", "versions", "save_copy", "insert_live"}


def test_what_can_be_asked_for_follows_the_place(window: MainWindow) -> None:
    window.reports.create(report(NEW, 2025))
    assert window.desk is not None
    window.desk.go(NEW.tables[0].id)
    assert {"fill_zero", "give_back"} <= enabled(window)
    window.desk.go("overview")
    assert "insert_live" in enabled(window)
    assert "fill_zero" not in enabled(window)


@pytest.mark.parametrize("place", [NEW.tables[1].id, "overview"])
def test_the_wheel_with_ctrl_zooms_wherever_it_is_turned(window: MainWindow, place: str) -> None:
    window.reports.create(report(NEW, 2025))
    assert window.desk is not None
    window.desk.go(place)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractScrollArea)
    focus = focus.viewport()
    wheel(window, focus, 120)
    assert style.theme().zoom == pytest.approx(1.1)
    wheel(window, focus, -120)
    wheel(window, focus, -120)
    assert style.theme().zoom == pytest.approx(0.9)
    assert window.context.settings.zoom == pytest.approx(0.9)


def test_the_title_says_whose_report_of_which_year(window: MainWindow) -> None:
    assert window.windowTitle() == "政府信息公开年报"
    window.reports.create(report(NEW, 2025))
    assert window.windowTitle() == "2025年度 云溪县水务局 - 政府信息公开年报"
    assert window.desk is not None
    window.desk.session.edit({"organ": "云溪县档案局"}, "改名")
    assert "云溪县档案局" in window.windowTitle()
    window.to_start()
    assert window.windowTitle() == "政府信息公开年报"


def test_the_report_that_was_left_is_the_chosen_one_in_the_list(window: MainWindow) -> None:
    for year in (2024, 2025):
        window.reports.create(report(NEW, year))
        window.to_start()
        assert [draft.year for draft in window.start.table.chosen] == [year]


def test_undo_in_the_menu_names_the_step(window: MainWindow) -> None:
    window.reports.create(report(NEW, 2025))
    assert window.desk is not None
    window.desk.session.edit({"organ": "云溪县档案局"}, "改机关名称")
    assert window.actions_["undo"].text().endswith("改机关名称")
    window.actions_["undo"].trigger()
    assert not window.actions_["undo"].isEnabled()
    assert window.actions_["redo"].text().endswith("改机关名称")


def test_files_lately_used_are_in_the_menu_and_one_that_is_gone_is_taken_off(
    window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "去年.rdesk"
    window.context.keep(recent=(str(gone),))
    window.recent.fill()
    (action,) = window.actions_.menus["recent"].actions()
    assert "去年.rdesk" in action.text()
    action.trigger()
    assert window.context.settings.recent == ()
    assert "已经不在" in window.bar.said


def test_the_window_comes_back_as_it_was_left(
    qtbot: QtBot, window: MainWindow, context: Context
) -> None:
    window.resize(777, 611)
    window.close()
    again = MainWindow(context)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 611)


def test_a_report_that_cannot_be_saved_is_not_left_without_a_word(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.reports.create(report(NEW, 2025))
    assert window.desk is not None

    def full(*_: object) -> None:
        raise StoreError("磁盘空间不够。")

    monkeypatch.setattr(DraftStore, "write", full)
    asked: list[bool] = []

    def stay(_window: QWidget, _title: str, safe: str, *, closing: bool) -> bool:
        asked.append(closing)
        return True

    monkeypatch.setattr(boxes, "stay", stay)
    window.desk.session.edit({"organ": "云溪县档案局"}, "改名")
    window.to_start()
    assert asked == [False]
    assert window.desk is not None
    monkeypatch.undo()
    window.to_start()
    assert window.desk is None
    (draft,) = window.context.store.drafts()
    assert draft.organ == "云溪县档案局"


def test_files_of_another_start_wait_for_the_open_question(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    opened: list[str] = []
    meanwhile: list[list[str]] = []

    def another() -> None:
        window.come("乙.docx")
        meanwhile.append(list(opened))

    def open_path(path: Path) -> None:
        opened.append(path.name)
        dialog = QDialog(window)
        if len(opened) == 1:
            QTimer.singleShot(0, another)
        QTimer.singleShot(0, dialog.accept)
        dialog.exec()

    monkeypatch.setattr(window.reports, "open_path", open_path)
    window.come("甲.docx")
    assert meanwhile == [["甲.docx"]]
    qtbot.waitUntil(lambda: opened == ["甲.docx", "乙.docx"])


def test_the_edit_menu_copies_figures_with_their_labels(window: MainWindow) -> None:
    action = window.actions_["copy_with_labels"]
    assert not action.isEnabled()
    assert window.reports.create(report(NEW, 2025, {"requests.new.person": 7}))
    assert window.desk is not None
    window.desk.go("requests.new.person")
    assert action.isEnabled()
    QTest.keyClick(
        window.desk.page.tables[0].view if window.desk.page is not None else window,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    lines = QApplication.clipboard().text().split("\n")
    assert lines[-1].split("\t")[-1] == "7"
    assert any("自然人" in line for line in lines[:-1])
