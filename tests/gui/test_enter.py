"""Enter in the main window: it presses the focused button and nothing else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.enter import EnterPresses


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
