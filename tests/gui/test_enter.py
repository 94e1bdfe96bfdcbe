"""Enter in the main window: it presses the focused button and nothing else."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import reportdesk.gui
from reportdesk.gui.enter import AnsweringDialog, EnterPresses


class Window(EnterPresses):
    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self.button, self.field = QPushButton("导出"), QLineEdit()
        column = QVBoxLayout(inside)
        column.addWidget(self.button)
        column.addWidget(self.field)
        self.setCentralWidget(inside)
        self.pressed: list[str] = []
        self.button.clicked.connect(lambda: self.pressed.append("导出"))


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_focused_button(window: Window, key: Qt.Key) -> None:
    window.button.setFocus()
    QTest.keyClick(window.button, key)
    assert len(window.pressed) == 1


def test_enter_elsewhere_presses_nothing(window: Window) -> None:
    window.field.setFocus()
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert window.pressed == []


def test_a_button_that_cannot_be_pressed_is_not(window: Window) -> None:
    window.button.setFocus()
    window.button.setEnabled(False)
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert window.pressed == []


class Question(AnsweringDialog):
    def __init__(self) -> None:
        super().__init__()
        self.yes, self.no = QPushButton("替换"), QPushButton("取消")
        column = QVBoxLayout(self)
        column.addWidget(self.yes)
        column.addWidget(self.no)
        self.yes.setDefault(True)
        self.no.setAutoDefault(False)
        self.pressed: list[str] = []
        self.yes.clicked.connect(lambda: self.pressed.append("替换"))
        self.no.clicked.connect(lambda: self.pressed.append("取消"))


def test_enter_in_a_dialog_presses_the_focused_button_and_not_the_default(qtbot: QtBot) -> None:
    dialog = Question()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.no.setFocus()
    QTest.keyClick(dialog.no, Qt.Key.Key_Return)
    assert dialog.pressed == ["取消"]


def test_every_dialog_answers_so() -> None:
    for module in pkgutil.walk_packages(reportdesk.gui.__path__, "reportdesk.gui."):
        importlib.import_module(module.name)
    own = [kind for kind in QDialog.__subclasses__() if kind.__module__.startswith("reportdesk.")]
    assert {kind.__name__ for kind in own} == {"AnsweringDialog"}
