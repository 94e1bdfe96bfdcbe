"""The words that come from Qt itself, as a clerk meets them: Chinese, all of them."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from reportdesk import app as program

Button = QMessageBox.StandardButton
# Names of keys, of sheets and of kinds of files are what they are; the last is no word at all.
NAMES = {"QShortcut", "QPageSize", "QMimeType", "QGuiApplication"}


class Listening(QTranslator):
    """Asked first for every word, and knows none: it hears what Qt says."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str, str | None]] = set()

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # pyright: ignore[reportIncompatibleMethodOverride] - None is "not here"
        self.heard.add((context, source, disambiguation))
        return None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def not_chinese(self) -> list[str]:
        """What was said in words of another language."""
        said = {
            f"{context}: {QCoreApplication.translate(context, source, note)}"
            for context, source, note in self.heard
            if context not in NAMES and re.search("[A-Za-z]{3}", source)
        }
        return sorted(one for one in said if not re.search("[一-鿿]", one))


def close_topmost() -> None:
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[Listening]:
    known = set(qapp.findChildren(QTranslator))
    program.speak_chinese(qapp)
    listening = Listening()
    qapp.installTranslator(listening)
    yield listening
    qapp.removeTranslator(listening)
    for translator in set(qapp.findChildren(QTranslator)) - known:
        qapp.removeTranslator(translator)
        translator.deleteLater()


@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_the_dialog_for_a_file_where_the_desktop_has_none(
    mode: QFileDialog.AcceptMode, heard: Listening, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "文件夹").mkdir()
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setAcceptMode(mode)
    dialog.setDirectory(str(tmp_path))
    dialog.show()
    files = dialog.findChild(QTreeView)
    assert files is not None
    model = files.model()
    qtbot.waitUntil(lambda: model.rowCount(files.rootIndex()) == 1)
    kinds = [model.index(0, column, files.rootIndex()).data() for column in range(4)]
    assert "文件夹" in kinds[1:]
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert len(set(heads)) == 4
    assert len(heard.heard) > 20
    assert heard.not_chinese() == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system has a dialog of its own")
def test_the_dialog_for_a_printer(heard: Listening, qtbot: QtBot) -> None:
    printer = QPrinter()
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.findChild(QPushButton, "properties")
    assert button is not None
    QTimer.singleShot(0, close_topmost)
    button.click()
    assert "QPageSetupWidget" in {context for context, *_ in heard.heard}
    assert heard.not_chinese() == []


def test_the_buttons_of_a_question_and_the_menus_of_a_field(heard: Listening, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in Button:
        # The others are flags and masks.
        if Button.Ok.value <= button.value <= Button.RestoreDefaults.value:
            box.addButton(button)
    fields = (QLineEdit(), QTextEdit(), QPlainTextEdit())
    menus: list[QMenu] = []
    for field in fields:
        qtbot.addWidget(field)
        menus.append(field.createStandardContextMenu())
    assert len(heard.heard) > 20
    assert heard.not_chinese() == []


def test_a_word_that_no_translation_has_would_be_found(heard: Listening) -> None:
    QCoreApplication.translate("QFileDialog", "Wordless nonsense")
    assert heard.not_chinese() == ["QFileDialog: Wordless nonsense"]
