"""Before a 送审稿 is written: its name, and what its first page will say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reportdesk.checks.signoff import SignOff, sign_off
from reportdesk.gui.dialogs.sign_off import SignOffDialog, facts
from tests.builders import NEW, report, requests

BROKEN = requests(new__person=60, granted__person=61)


def sheet(name: str = "第1次送审，2026年1月20日", *, sent: bool = False) -> SignOff:
    before = report(NEW, 2025) if sent else None
    return sign_off(report(NEW, 2025, BROKEN), name, before)


def opened(qtbot: QtBot, *, beside: bool = False) -> SignOffDialog:
    dialog = SignOffDialog(sheet(), 3, beside=beside)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_name_proposed_is_taken_with_enter(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert dialog.focusWidget() is dialog.ui.name
    QTest.keyClick(dialog.ui.name, Qt.Key.Key_Return)
    assert dialog.result() == SignOffDialog.DialogCode.Accepted
    assert dialog.name == "第1次送审，2026年1月20日"


def test_without_a_name_it_stays_open_and_says_why(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.ui.name.setText("  ")
    QTest.mouseClick(dialog.ui.export_, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "请先写版本的名称" in dialog.ui.told.text()


@pytest.mark.parametrize("beside", [True, False])
def test_where_the_sheet_goes_is_told(qtbot: QtBot, beside: bool) -> None:
    dialog = opened(qtbot, beside=beside)
    words = dialog.ui.sheet.text()
    assert ("另一个文件" in words) is beside
    assert ("第一页" in words) is not beside


def test_what_a_leader_will_read_is_told_before() -> None:
    assert facts(sheet(), 3) == [
        "送审单会列出：错误 1 处，核实 0 处，提示 0 处。",
        "还有 3 处没有填，送审稿里是空白。",
        "第一次送审。",
    ]
    assert facts(sheet(sent=True), 0)[1:] == ["和上次送审相比改动了 6 处，送审单会逐处列出。"]
    same = sign_off(report(NEW, 2025), "x", report(NEW, 2025))
    assert facts(same, 0)[1:] == ["和上次送审的内容一样。"]
