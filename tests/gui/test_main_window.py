"""The main window: menus reach what has the focus, zoom with the wheel, the window remembered."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reportdesk.errors import StoreError
from reportdesk.gui import style
from reportdesk.gui.actions import MENUS
from reportdesk.gui.context import Context
from reportdesk.gui.dialogs import boxes
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.gui.main_window import MainWindow
from reportdesk.report.rollover import roll_over
from reportdesk.store.drafts import DraftStore
from tests.builders import NEW, report


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


def test_a_paragraph_as_last_year_is_confirmed_from_the_menu(window: MainWindow) -> None:
    window.reports.create(roll_over(report(NEW, 2024), NEW, 2025).document)
    assert window.desk is not None
    window.desk.go("overview")
    words = {step.id: step.words for step in window.desk.session.progress.steps}
    assert words["s1"] == "1 段还同上年"
    window.actions_["hold"].trigger()
    words = {step.id: step.words for step in window.desk.session.progress.steps}
    assert words["s1"] != "1 段还同上年"


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


@pytest.fixture
def refused(window: MainWindow) -> TableGrid:
    """A table in which a figure was typed that is none."""
    assert window.reports.create(report(NEW, 2025, {"requests.new.person": 7}))
    assert window.desk is not None
    window.desk.go("requests.new.person")
    assert window.desk.page is not None
    grid = window.desk.page.tables[0]
    QTest.keyClicks(grid.view, "1")
    QTest.keyClicks(grid.editing.editor, "2a")
    QTest.keyClick(grid.editing.editor, Qt.Key.Key_Return)
    assert grid.editing.refused_words
    return grid


Leave = Callable[[MainWindow], object]
LEAVES: dict[str, Leave] = {
    "close": lambda window: window.close(),
    "list of reports": lambda window: window.to_start(),
    "another report": lambda window: window.reports.create(report(NEW, 2024)),
}


@pytest.mark.parametrize("leave", LEAVES.values(), ids=LEAVES)
def test_a_refused_figure_is_asked_about_once_before_the_report_is_left(
    leave: Leave, window: MainWindow, refused: TableGrid, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [False, True]

    def give_up(_window: QWidget, _title: str, why: str, verb: str) -> bool:
        asked.append(f"{why} {verb}")
        return answers.pop(0)

    monkeypatch.setattr(boxes, "give_up", give_up)
    assert window.desk is not None
    window.desk.show_section(window.desk.ids[0])
    leave(window)
    assert window.isVisible()
    assert window.desk is not None
    assert window.desk.key == "requests.new.person"
    assert window.focusWidget() is refused.editing.editor
    assert refused.editing.editor.text() == "12a"
    before = window.desk
    leave(window)
    assert window.desk is not before or not window.isVisible()
    assert len(asked) == 2
    assert "“12a”不是数字，原来的 7 没有改动。" in asked[0]
    (draft, *_) = window.context.store.find("云溪县水务局", 2025)
    document = window.context.store.open(draft.id, window.context.catalog)
    assert document.values["requests.new.person"] == "7"


def test_the_box_about_a_refused_figure_goes_back_by_itself(
    window: MainWindow, refused: TableGrid
) -> None:
    seen: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend([box.text(), box.informativeText(), box.defaultButton().text()])
        seen.extend(sorted(button.text() for button in box.buttons()))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    assert not window.close()
    assert seen[0] == "有一格里的内容还没有填进去。"
    assert "“12a”不是数字" in seen[1]
    assert seen[2:] == ["回去改", "不要了，关闭", "回去改"]
    refused.editing.cancel()  # or it would be asked again when the test ends


def test_a_figure_that_is_one_is_taken_without_a_question(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(boxes, "give_up")
    assert window.reports.create(report(NEW, 2025, {"requests.new.person": 7}))
    assert window.desk is not None
    assert window.desk.page is not None
    window.desk.go("requests.new.person")
    QTest.keyClicks(window.desk.page.tables[0].view, "9")
    id = window.desk.session.id
    assert window.reports.create(report(NEW, 2024))
    kept = window.context.store.open(id, window.context.catalog)
    assert kept.values["requests.new.person"] == "9"


def test_who_asks_to_save_is_told_of_a_refused_figure(
    window: MainWindow, refused: TableGrid
) -> None:
    window.save_now()
    assert "“12a”不是数字" in window.bar.said
    window.previewing.print_report()
    assert "“12a”不是数字" in window.bar.said
    window.previewing.leave()
    refused.editing.cancel()
    window.save_now()
    assert "已保存" in window.bar.said


def test_the_title_tells_a_copy_from_its_original(window: MainWindow) -> None:
    store = window.context.store
    id = store.create(report(NEW, 2025))
    copy = store.duplicate(id)
    assert window.reports.open(copy)
    assert "（副本）" in window.windowTitle()
    assert window.reports.open(id)
    assert "副本" not in window.windowTitle()


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
    assert action.shortcut().toString() == "Ctrl+Shift+C"
    assert not action.isEnabled()
    assert window.reports.create(report(NEW, 2025, {"requests.new.person": 7}))
    assert window.desk is not None
    window.desk.go("requests.new.person")
    assert action.isEnabled()
    action.trigger()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[-1].split("\t")[-1] == "7"
    assert any("自然人" in line for line in lines[:-1])
