"""The real main window for journeys: what a clerk does in it, by keys, menus and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from reportdesk import app as start
from reportdesk.gui import style
from reportdesk.gui.importing.dialog import ImportDialog
from reportdesk.gui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from reportdesk.gui.desk import Desk
    from reportdesk.gui.session import Session

K, M = Qt.Key, Qt.KeyboardModifier


class Clerk:
    """Works in one main window over a data folder of her own."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot, self.folder = qtbot, folder
        self.context = start.gather(start.Wish(data=folder))
        self.window = MainWindow(self.context)
        self.told: list[str] = []
        self.window.reports.troubled.disconnect()
        self.window.reports.troubled.connect(self.told.append)
        qtbot.addWidget(self.window)
        self.window.resize(1366, 697)
        with qtbot.waitActive(self.window):
            self.window.show()

    @property
    def desk(self) -> Desk:
        """The open report's desk."""
        assert self.window.desk is not None
        return self.window.desk

    @property
    def session(self) -> Session:
        """The open report."""
        return self.desk.session

    def does(self, id: str) -> None:
        """Choose a menu entry, as its shortcut does."""
        action = self.window.actions_[id]
        assert action.isEnabled(), id
        action.trigger()
        QApplication.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = M.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifier)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type plain characters where the focus is."""
        QTest.keyClicks(self._focus(), text)
        QApplication.processEvents()

    def _focus(self) -> QWidget:
        if QApplication.activeWindow() is not self.window:
            # A window manager does this when a dialog closes; offscreen there is none.
            self.window.activateWindow()
            self.qtbot.waitUntil(lambda: QApplication.activeWindow() is self.window)
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def accept_import(self) -> None:
        """Say yes to the import dialog that opens next, once its file is read."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ImportDialog) and dialog.sides is not None:
                dialog.ui.takeButton.click()
            else:
                QTimer.singleShot(50, answer)

        QTimer.singleShot(50, answer)

    def accept_next(self, button: str = "") -> None:
        """Say yes to the dialog that opens next, or press its button with these words."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(50, answer)
                return
            named = [b for b in dialog.findChildren(QPushButton) if button and button in b.text()]
            if named:
                named[0].click()
            else:
                dialog.accept()

        QTimer.singleShot(50, answer)

    def close(self) -> None:
        """Close the window in order, and the store with it."""
        self.window.close()
        self.context.store.close()


C = TypeVar("C", bound=Clerk)


def at_work(qtbot: QtBot, folder: Path, kind: type[C] = Clerk) -> C:
    """A clerk at her desk, in the look in which the program starts."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.set_theme(dark=False, zoom=1.0, plain=False)
    style.apply(app)
    return kind(qtbot, folder)
