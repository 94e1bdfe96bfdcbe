"""The dialog of an unexpected trouble: what is safe first, details for who wants them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.crash import Record
from reportdesk.gui.trouble import CLOSE, TroubleDialog

SAFE = "最后保存于 09:41:07：三、本年新收 × 自然人 60"


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> TroubleDialog:
    made = TroubleDialog(None, Record(KeyError, None), SAFE, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def click(widget: QWidget, qtbot: QtBot) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)  # pyright: ignore[reportUnknownMemberType]


def press(widget: QWidget, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(widget, key)  # pyright: ignore[reportUnknownMemberType]


def button(dialog: TroubleDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text() == words)


def test_it_says_what_is_so_what_is_safe_and_what_to_do_in_this_order(
    dialog: TroubleDialog,
) -> None:
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    labels.sort(key=lambda label: label.mapTo(dialog, label.rect().topLeft()).y())
    words = "\n".join(label.text() for label in labels)
    places = [
        words.index(part) for part in ("没有做完", "填写的内容都在", SAFE, "可以这样做", "1.")
    ]
    assert places == sorted(places)
    for word in ("错误", "失败", "异常", "致命", "KeyError", "Traceback"):
        assert word not in words


@pytest.mark.parametrize(
    ("safe", "saved", "told"),
    [
        ("填写的内容都在。", True, ["填写的内容都在"]),
        (
            "填写的内容都在，最后保存于 09:41:07。",
            True,
            ["填写的内容都在", "最后保存于 09:41:07。"],
        ),
        (
            "09:41:07 之后的改动还没有保存。",
            False,
            [
                "最后的改动还没有保存",
                "09:41:07 之后的改动还没有保存。程序会自动再存，请先不要关闭程序。",
            ],
        ),
    ],
)
def test_nothing_is_said_twice_and_nothing_unsaved_is_called_safe(
    qtbot: QtBot, tmp_path: Path, safe: str, saved: bool, told: list[str]
) -> None:
    dialog = TroubleDialog(None, Record(KeyError, None), safe, tmp_path, saved=saved)
    qtbot.addWidget(dialog)
    dialog.show()
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert [words for words in labels if "保存" in words or "都在" in words] == told


def test_to_go_on_is_what_enter_does(dialog: TroubleDialog, qtbot: QtBot) -> None:
    assert button(dialog, "继续使用").isDefault()
    press(dialog, Qt.Key.Key_Return, qtbot)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_escape_goes_on_as_well(dialog: TroubleDialog, qtbot: QtBot) -> None:
    press(dialog, Qt.Key.Key_Escape, qtbot)
    assert dialog.result() != CLOSE
    assert not dialog.isVisible()


def test_the_program_can_be_closed_from_it(dialog: TroubleDialog, qtbot: QtBot) -> None:
    click(button(dialog, "关闭程序"), qtbot)
    assert dialog.result() == CLOSE


def test_details_are_folded_until_asked_for(dialog: TroubleDialog, qtbot: QtBot) -> None:
    (details,) = dialog.findChildren(QPlainTextEdit)
    assert not details.isVisible()
    click(button(dialog, "技术细节"), qtbot)
    assert details.isVisible()
    assert "KeyError" in details.toPlainText()
    click(button(dialog, "技术细节"), qtbot)
    assert not details.isVisible()


def test_the_record_is_copied_for_a_technician(dialog: TroubleDialog, qtbot: QtBot) -> None:
    click(button(dialog, "复制问题记录"), qtbot)
    assert "KeyError" in QGuiApplication.clipboard().text()
