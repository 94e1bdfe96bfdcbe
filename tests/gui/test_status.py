"""The status bar tells what is saved, filled and wrong, and says things that can be taken back."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.gui import status, style
from reportdesk.gui.report_status import ReportStatus
from reportdesk.gui.session import Session
from reportdesk.gui.status import StatusBar
from reportdesk.store.drafts import DraftStore
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

FIGURES = {**requests(new__person=60, granted__person=61), "disclosure.documents.in_force": 7}
TEXTS = {"others": "无", "overview": "截至2024年12月31日，没有变化。"}
MOMENT = datetime(2026, 1, 20, 9, 41, 7)


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(report(NEW, 2025, FIGURES, texts=TEXTS))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 80)
    return window


@pytest.fixture
def bar(qtbot: QtBot, window: QMainWindow, session: Session) -> StatusBar:
    bar = StatusBar(window)
    window.setStatusBar(bar)
    bar.attach(session)
    with qtbot.waitActive(window):
        window.show()
    return bar


def of_report(bar: StatusBar) -> ReportStatus:
    assert bar.report is not None
    return bar.report


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(bar: StatusBar) -> dict[str, str]:
    return {k: b.text() for k, b in of_report(bar).counts.items() if b.isVisible()}


def test_it_says_when_all_was_saved(bar: StatusBar, session: Session) -> None:
    session.saved.emit(MOMENT)
    assert of_report(bar).saved_words.text() == "已保存 09:41:07"
    assert bar.safe_words() == "填写的内容都在，最后保存于 09:41:07。"
    bar.say_saved()
    assert bar.said == "内容都已保存，最后一次 09:41:07。"


def test_before_the_first_save_it_names_no_time(bar: StatusBar) -> None:
    assert of_report(bar).saved_words.text() == "已保存"
    assert bar.safe_words() == "填写的内容都在。"
    bar.say_saved()
    assert bar.said == "内容都已保存。"


def test_what_was_not_saved_is_said_until_it_is(bar: StatusBar, session: Session) -> None:
    session.saved.emit(MOMENT)
    session.save_failed.emit("磁盘空间不够。")
    assert of_report(bar).saved_words.text() == "没有保存成功"
    assert of_report(bar).saved_words.property("tone") == "error"
    assert "磁盘空间不够。" in of_report(bar).saved_words.toolTip()
    session.findings_changed.emit()
    assert of_report(bar).saved_words.text() == "没有保存成功"
    assert bar.safe_words() == "09:41:07 之后的改动还没有保存。"
    bar.say_saved()
    assert bar.said == "磁盘空间不够。"
    session.saved.emit(MOMENT.replace(second=12))
    assert of_report(bar).saved_words.text() == "已保存 09:41:12"
    assert of_report(bar).saved_words.property("tone") == ""
    assert of_report(bar).saved_words.toolTip() == ""


def test_the_mark_of_a_save_that_did_not_succeed_has_another_shape(
    bar: StatusBar, session: Session
) -> None:
    session.saved.emit(MOMENT)
    before = of_report(bar).saved_mark.pixmap().toImage()
    session.save_failed.emit("磁盘空间不够。")
    assert of_report(bar).saved_mark.pixmap().toImage() != before
    assert of_report(bar).saved_mark.accessibleName() == "没有保存成功"


def test_it_counts_what_is_filled_and_what_is_wrong(bar: StatusBar, session: Session) -> None:
    progress = session.progress
    assert of_report(bar).filled.text() == f"已填 {progress.filled} / {progress.of} 格"
    assert shown(bar) == {"error": "错误 1", "review": "核实 1", "hint": "提示 1"}
    session.edit({"requests.new.person": "61", "requests.left.other": None}, "填写")
    assert shown(bar) == {"review": "核实 1", "hint": "提示 1"}
    assert of_report(bar).filled.text() == f"已填 {progress.filled - 1} / {progress.of} 格"


def test_each_count_leads_to_the_first_of_its_kind(bar: StatusBar, session: Session) -> None:
    asked = QSignalSpy(session.asked)
    for severity in ("error", "review", "hint"):
        click(of_report(bar).counts[severity])
    places = [asked.at(n) for n in range(asked.count())]
    assert [place[0] for place in places] == ["requests.new.person", "others", "overview"]
    assert places[2][1:] == [2, 11]
    assert of_report(bar).counts["error"].accessibleName() == "错误 1 处，去第一处"


def test_a_count_asks_for_the_list_and_goes_to_the_first(bar: StatusBar, session: Session) -> None:
    listed, asked = QSignalSpy(bar.list_asked), QSignalSpy(session.asked)
    click(of_report(bar).counts["error"])
    assert (listed.count(), asked.count()) == (1, 1)


def test_f8_is_offered_while_something_stands(bar: StatusBar, session: Session) -> None:
    asked = QSignalSpy(bar.next_asked)
    click(of_report(bar).next_button)
    assert asked.count() == 1
    session.replace(report(NEW, 2025), "换成版本")
    assert shown(bar) == {}
    assert not of_report(bar).next_button.isVisible()


def test_a_message_goes_by_itself(
    bar: StatusBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "_SHOWN", 1)
    bar.say("已复制。")
    assert bar.message.text() == "已复制。"
    assert not bar.action.isVisible()
    qtbot.waitUntil(lambda: bar.said == "")
    assert bar.message.text() == ""


def test_what_was_said_can_be_taken_back_once(bar: StatusBar) -> None:
    undone: list[str] = []
    bar.say("已移到回收站。", lambda: undone.append("回来"))
    click(bar.action)
    assert undone == ["回来"]
    assert bar.said == ""
    assert not bar.action.isVisible()
    bar.say("别的。")
    assert not bar.action.isVisible()


def test_a_long_message_is_cut_and_whole_in_its_tool_tip(
    bar: StatusBar, window: QMainWindow
) -> None:
    words = "已导出草稿到 " + "很长的文件夹名字/" * 30
    bar.say(words)
    assert bar.message.text().endswith("…")
    assert bar.message.toolTip() == words
    assert bar.width() == window.width()
    bar.set_place("第 1 行 第 1 列")
    assert bar.place.isVisible()


def test_a_new_finding_is_announced_once_she_pauses(
    bar: StatusBar, session: Session, qtbot: QtBot
) -> None:
    session.edit({"requests.new.company": "1"}, "填写")
    assert bar.said == ""
    qtbot.waitUntil(lambda: bar.said != "")
    assert bar.said == "三、商业企业：收到与办理的件数不相等"


def test_several_new_findings_are_one_message(
    bar: StatusBar, session: Session, qtbot: QtBot
) -> None:
    session.edit({"requests.new.company": "1", "requests.new.legal": "2"}, "粘贴")
    qtbot.waitUntil(lambda: bar.said != "")
    assert bar.said.endswith("收到与办理的件数不相等；共 2 处新问题")


def test_what_she_mended_at_once_is_not_announced(bar: StatusBar, session: Session) -> None:
    of_report(bar).announcing.setInterval(1)
    session.edit({"requests.new.company": "1"}, "填写")
    session.edit({"requests.granted.company": "1"}, "填写")
    QTest.qWait(30)
    assert bar.said == ""


def test_an_offer_to_take_back_is_not_talked_over(bar: StatusBar, session: Session) -> None:
    of_report(bar).announcing.setInterval(1)
    session.edit({"requests.new.company": "1"}, "填写")
    bar.say("已改为 61。", lambda: None)
    QTest.qWait(30)
    assert bar.said == "已改为 61。"


def test_what_was_announced_goes_with_the_finding(
    bar: StatusBar, session: Session, qtbot: QtBot
) -> None:
    session.edit({"requests.new.company": "1"}, "填写")
    qtbot.waitUntil(lambda: bar.said != "")
    session.edit({"requests.new.person": "62"}, "填写")
    assert bar.said, "it still stands"
    session.edit({"requests.granted.company": "1"}, "填写")
    assert bar.said == ""


def test_only_the_last_step_is_offered_to_be_taken_back(bar: StatusBar, session: Session) -> None:
    session.edit({"requests.new.person": "61"}, "改为 61")
    bar.say("已改为 61。", session.step_back)
    assert bar.action.isVisible()
    session.edit({"requests.new.legal": "0", "requests.new.other": "1"}, "填写")
    assert not bar.action.isVisible()
    assert bar.said == ""


def test_the_zoom_is_told_and_chosen(bar: StatusBar) -> None:
    asked = QSignalSpy(bar.zoom_asked)
    bar.set_zoom(1.25)
    assert bar.zoom_button.text() == "缩放 125%"
    actions = bar.zoom_button.menu().actions()
    assert [action.text() for action in actions][:: len(actions) - 1] == ["80%", "200%"]
    actions[-1].trigger()
    assert asked.at(0) == [2.0]


def test_without_a_report_only_messages_and_the_zoom_are_left(
    bar: StatusBar, session: Session
) -> None:
    bar.attach(None)
    assert not of_report(bar).saved_words.isVisible()
    assert shown(bar) == {}
    assert bar.zoom_button.isVisible()
    session.edit({"requests.new.company": "1"}, "填写")
    assert shown(bar) == {}
    bar.say("还没有报告。")
    assert bar.message.isVisible()
    bar.attach(session)
    assert of_report(bar).saved_words.isVisible()


def test_it_survives_a_change_of_colours(bar: StatusBar, session: Session) -> None:
    session.save_failed.emit("磁盘空间不够。")
    before = bar.grab().toImage()
    style.set_theme(dark=True)
    assert bar.grab().toImage() != before
    assert of_report(bar).saved_words.text() == "没有保存成功"


def test_a_save_is_told_before_it_begins_where_the_last_one_was_felt(
    bar: StatusBar, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = of_report(bar)
    seen: list[tuple[str, str]] = []
    takes, now = [0.1, 2.5, 0.1, 0.1], [0.0]
    write = DraftStore.write

    def slow(store: DraftStore, *rest: Any) -> datetime:
        painted = told.saved_words.text().partition(" ")[0]
        seen.append((painted, told.saved_mark.accessibleName()))
        now[0] += takes[len(seen) - 1]
        return write(store, *rest)

    monkeypatch.setattr(DraftStore, "write", slow)
    monkeypatch.setattr("reportdesk.gui.session.monotonic", lambda: now[0])
    for number in range(4):
        session.edit({"requests.new.person": str(number)}, "填写")
        assert told.saved_words.text().startswith("已保存 ")
        if number == 1:
            assert told.saved_words.toolTip().startswith("上次保存用了 2.5 秒，内容已经存好。")
    quick = ("已保存", "已保存")
    assert seen == [quick, quick, ("正在保存…", "正在保存"), quick]
    assert told.saved_words.toolTip() == ""


def test_that_a_save_goes_on_is_on_the_screen_before_it_begins(
    bar: StatusBar, session: Session
) -> None:
    told = of_report(bar)
    painted: list[str] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                painted.append(told.saved_words.text())
            return False

    watch = Watch()
    told.saved_words.installEventFilter(watch)
    session.saving.emit()
    assert "正在保存…" in painted
    told.saved_words.removeEventFilter(watch)
