import platform
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reportdesk.gui.context import Context
from reportdesk.gui.dialogs.about import AboutDialog


def shown(context: Context, qtbot: QtBot) -> AboutDialog:
    dialog = AboutDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_it_tells_every_version_that_matters_for_help(context: Context, qtbot: QtBot) -> None:
    words = shown(context, qtbot).words()
    for version in (PySide6.__version__, platform.python_version(), "cn-2021", "cn-2019"):
        assert version in words
    assert "?" not in words


def test_the_versions_are_copied(context: Context, qtbot: QtBot) -> None:
    dialog = shown(context, qtbot)
    QTest.mouseClick(dialog.ui.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.words()
    assert dialog.ui.copied.text()


def test_it_tells_the_licences_and_where_the_data_lie(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = shown(context, qtbot)
    assert "LGPL" in dialog.ui.licences.toPlainText()
    assert dialog.ui.folder.text() == str(context.folder)
    QTest.mouseClick(dialog.ui.open_folder, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [context.folder]


def test_enter_closes_it(context: Context, qtbot: QtBot) -> None:
    dialog = shown(context, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
