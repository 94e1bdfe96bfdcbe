"""What every test of the desk relies on: a store of its own, an open report, the desk's look."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reportdesk.gui import style
from reportdesk.gui.context import Context
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.session import Session
from reportdesk.report.document import Document
from reportdesk.settings import SettingsFile
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG

TODAY = date(2026, 1, 20)
"""The day on which the tests' clerk works."""

OpenSession = Callable[[Document], Session]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As the program makes its application."""
    return ["reportdesk", *style.ARGUMENTS]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The look in which the desk starts."""
    style.set_theme(dark=False, zoom=1.0, plain=False)
    style.apply(qapp)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DraftStore]:
    with DraftStore(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def open_session(store: DraftStore, qapp: QApplication) -> Iterator[OpenSession]:
    """Puts a document into the store and opens it as the desk does: with an owner that takes it
    along when it goes. One that is left to the garbage collector may be taken apart in an order in
    which its undo stack deletes its steps a second time."""
    owner = QObject()

    def opened(document: Document) -> Session:
        return Session(document, store, store.create(document), owner)

    yield opened
    delete(owner)


@pytest.fixture
def context(store: DraftStore, tmp_path: Path) -> Context:
    """What the window works with, on a day in January."""
    settings = SettingsFile(tmp_path / "settings.json")
    return Context(
        store, CATALOG, settings, settings.load(), tmp_path, tmp_path / "logs", lambda: TODAY
    )


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    """The program's window on its start page, as on a clerk's screen."""
    opened = MainWindow(context)
    qtbot.addWidget(opened)
    opened.resize(1366, 697)
    with qtbot.waitActive(opened):
        opened.show()
    yield opened
    opened.close()
