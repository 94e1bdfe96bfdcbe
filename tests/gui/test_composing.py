"""What an input method was composing stays when the focus leaves its field."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.composing import Composition


class Field(QLineEdit):
    """A field whose text is asked for as that of a longer one."""

    def toPlainText(self) -> str:  # noqa: N802 - Qt's name
        return self.text()


class Clearing:
    """What ibus does where it is told to commit: it clears the field."""

    def __init__(self, field: QWidget) -> None:
        self._field = field

    def commit(self) -> None:
        compose(self._field, "")


@pytest.fixture(params=[Field, QPlainTextEdit])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field | QPlainTextEdit]:
    made: Field | QPlainTextEdit = request.param()
    window, other = QWidget(), QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(other)
    qtbot.addWidget(window)
    made.setProperty("other", other)
    Composition(made)
    window.show()
    made.setFocus()
    yield made
    window.close()


def compose(field: QWidget, text: str, *, commit: str = "") -> None:
    event = QInputMethodEvent(text, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def leave(field: QWidget) -> None:
    other: QWidget = field.property("other")
    other.setFocus()
    QApplication.processEvents()


def test_words_that_were_cleared_as_the_focus_went_are_kept(field: Field | QPlainTextEdit) -> None:
    compose(field, "zheng")
    compose(field, "政府")
    compose(field, "")
    leave(field)
    assert field.toPlainText() == "政府"


def test_what_was_committed_is_not_committed_twice(field: Field | QPlainTextEdit) -> None:
    compose(field, "政府")
    compose(field, "", commit="政府")
    leave(field)
    assert field.toPlainText() == "政府"


def test_what_was_given_up_by_a_key_stays_given_up(field: Field | QPlainTextEdit) -> None:
    compose(field, "政府")
    compose(field, "")
    QApplication.processEvents()
    leave(field)
    assert field.toPlainText() == ""


def test_finishing_keeps_what_an_input_method_would_rather_clear(
    field: Field | QPlainTextEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "reportdesk.gui.composing.QGuiApplication.inputMethod", lambda: Clearing(field)
    )
    compose(field, "政府")
    composition = next(each for each in field.children() if isinstance(each, Composition))
    composition.finish()
    assert field.toPlainText() == "政府"
    composition.finish()
    assert field.toPlainText() == "政府"
