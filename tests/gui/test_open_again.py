"""What was exported is opened again through the window: a copy whole, a data file as a file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk import jobs
from reportdesk.gui.importing.dialog import ImportDialog
from reportdesk.gui.main_window import MainWindow
from reportdesk.report.document import Document
from tests.builders import CATALOG, NEW, report, requests


@pytest.fixture
def document() -> Document:
    last = report(NEW, 2024, requests(new__person=58, granted__person=58))
    made = report(NEW, 2025, requests(new__person=60, granted__person=61), previous=last)
    made.reasons["Y-2 disclosure"] = "专项清理时一件到期失效"
    return made


def answer(window: MainWindow, qtbot: QtBot, use: str) -> None:
    """Take the file in the dialog that comes up, as ``use``."""

    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        qtbot.waitUntil(lambda: dialog.sides is not None)
        assert dialog.sides is not None
        dialog.sides.heading.radios[use].click()  # pyright: ignore[reportArgumentType]
        assert dialog.ui.takeButton.isEnabled()
        dialog.ui.takeButton.click()

    QTimer.singleShot(0, window, take)


def test_a_copy_opens_as_the_report_with_all_that_was_in_it(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    file = tmp_path / "年报.rdesk"
    jobs.write(document, file, CATALOG)
    window.open_path(file)
    assert window.reports.session is not None
    assert window.reports.session.document == document
    assert window.bar.said == "已打开“年报.rdesk”。原文件不会改动。"


def test_a_copy_beside_its_original_says_so(
    window: MainWindow, document: Document, tmp_path: Path
) -> None:
    file = tmp_path / "年报.rdesk"
    jobs.write(document, file, CATALOG)
    assert window.reports.create(document)
    window.open_path(file)
    assert "两份都保留，这一份标为副本" in window.bar.said
    assert "（副本）" in window.windowTitle()
    assert [d.label for d in window.context.store.drafts()] == ["副本", ""]


def test_a_data_file_is_gone_on_with_as_any_file_is(
    window: MainWindow, qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    file = tmp_path / "年报.json"
    jobs.write(document, file, CATALOG)
    answer(window, qtbot, "this")
    window.open_path(file)
    session = window.reports.session
    assert session is not None
    assert session.document.year == 2025
    assert session.document.values == document.values
    assert any(finding.severity == "error" for finding in session.findings)


def test_a_data_file_begins_the_next_year(
    window: MainWindow, qtbot: QtBot, document: Document, tmp_path: Path
) -> None:
    file = tmp_path / "年报.json"
    jobs.write(document, file, CATALOG)
    answer(window, qtbot, "last")
    window.open_path(file)
    session = window.reports.session
    assert session is not None
    assert session.document.year == 2026
    assert session.last("requests.new.person") == "60"
