"""A file is read away from the window; what cannot be read is told in the same dialog."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk.gui.importing import dialog as dialog_module
from reportdesk.gui.importing.loading import Loaded, load_file
from reportdesk.gui.importing.shade import Shade
from reportdesk.paths import resource
from reportdesk.report.document import Document
from tests.builders import CATALOG, NEW
from tests.gui.importing.conftest import Opened, OpenFile
from tests.gui.importing.keys import press
from tests.gui.importing.pages import page

SAMPLE = resource("samples", "yunxi-2025.docx")
PDF = Path(__file__).resolve().parents[2] / "data" / "yunxi-2023.pdf"


class Slow:
    """A reading that takes until it is told to go on."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()
        self.thread = 0
        self.given_up: bool = False

    def __call__(self, file: Path, catalog: object, tell: object, cancelled: object) -> Loaded:
        self.thread = threading.get_ident()
        tell("正在请办公软件转换…")  # type: ignore[operator]
        self.begun.set()
        self.go.wait(10)
        self.given_up = bool(cancelled())  # type: ignore[operator]
        return load_file(SAMPLE, CATALOG, lambda _: None, lambda: False)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    reading = Slow()
    monkeypatch.setattr(dialog_module, "load_file", reading)
    return reading


@pytest.fixture
def waiting(begin: OpenFile, qtbot: QtBot, slow: Slow) -> Opened:
    """A dialog that waits for a slow reading."""
    dialog = begin(SAMPLE)
    dialog.show()
    qtbot.waitUntil(slow.begun.is_set)
    return dialog


def test_reading_is_done_in_another_thread_and_says_what_it_does(
    waiting: Opened, qtbot: QtBot, slow: Slow
) -> None:
    dialog = waiting
    assert slow.thread != threading.get_ident()
    assert dialog.ui.stages.currentWidget() is dialog.ui.loadingPage
    assert dialog.ui.loadingWords.isHidden()
    qtbot.waitUntil(dialog.ui.loadingWords.isVisible)
    assert "办公软件" in dialog.ui.loadingWords.text()
    slow.go.set()
    qtbot.waitUntil(lambda: not dialog.loading)
    assert dialog.ui.stages.currentWidget() is dialog.ui.importPage


def test_cancel_is_obeyed_at_once_and_the_reading_is_not_heard_of_again(
    waiting: Opened, qtbot: QtBot, slow: Slow
) -> None:
    dialog = waiting
    dialog.ui.stopButton.click()
    assert dialog.isHidden()
    assert not dialog.loading
    slow.go.set()
    qtbot.waitUntil(lambda: slow.given_up)
    qtbot.wait(50)
    assert dialog.proposal is None
    assert dialog.outcome is None


def test_escape_cancels_the_reading(waiting: Opened, slow: Slow) -> None:
    dialog = waiting
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
    assert not dialog.loading
    slow.go.set()


def test_a_cancelled_reading_is_over_before_the_next_begins() -> None:
    told: list[str] = []
    with pytest.raises(reportdesk.errors.ReadError):
        load_file(PDF, CATALOG, told.append, lambda: True)
    assert told == []
    assert load_file(PDF, CATALOG, told.append, lambda: False).reading.values
    assert any("PDF" in words for words in told)


def test_a_file_that_is_no_report_is_told_with_what_to_do(
    open_file: OpenFile, tmp_path: Path
) -> None:
    file = tmp_path / "菜谱.txt"
    file.write_text("番茄炒蛋：鸡蛋三个，番茄两个。\n先炒蛋，再炒番茄。\n", encoding="utf-8")
    dialog = open_file(file)
    ui = dialog.ui
    assert ui.stages.currentWidget() is ui.troublePage
    assert "没有找到年度报告" in ui.troubleWords.text()
    assert ui.troubleFile.text() == "菜谱.txt"
    assert ui.troubleSafe.isVisible()
    assert dialog.focusWidget() is ui.againButton


def test_a_missing_file_and_an_empty_form_are_told(open_file: OpenFile, tmp_path: Path) -> None:
    assert "找不到文件" in open_file(tmp_path / "没有.docx").ui.troubleWords.text()
    reportdesk.write(Document(NEW, 2024), tmp_path / "空.docx", CATALOG)
    assert "空白的报告" in open_file(tmp_path / "空.docx").ui.troubleWords.text()


def test_another_file_can_be_taken_from_the_trouble(
    open_file: OpenFile, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def chosen(*_: object) -> Path:
        return SAMPLE

    monkeypatch.setattr("reportdesk.gui.importing.dialog.ask_file", chosen)
    dialog = open_file(tmp_path / "没有.docx")
    dialog.ui.againButton.click()
    qtbot.waitUntil(lambda: not dialog.loading)
    assert dialog.ui.stages.currentWidget() is dialog.ui.importPage
    assert dialog.ui.fileLabel.text() == SAMPLE.name
    assert dialog.file == SAMPLE


def test_a_file_dropped_on_the_dialog_takes_the_place_of_this_one(
    open_file: OpenFile, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = open_file(SAMPLE)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(page(tmp_path)))])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPointF(5, 5), action, data, button, Qt.KeyboardModifier.NoModifier)
    dialog.dropEvent(drop)
    qtbot.waitUntil(lambda: not dialog.loading)
    assert dialog.ui.fileLabel.text() == "去年.html"


def test_what_nobody_expected_goes_to_the_crash_hook(
    begin: OpenFile, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Loaded:
        raise RuntimeError("broken")

    monkeypatch.setattr(dialog_module, "load_file", broken)
    dialog = begin(SAMPLE)
    with qtbot.capture_exceptions() as caught:
        dialog.show()
        qtbot.waitUntil(dialog.isHidden)
    assert [type(each[1]) for each in caught] == [RuntimeError]
    assert dialog.outcome is None


def test_the_window_behind_is_dimmed_while_the_dialog_is_open(
    begin: OpenFile, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(780, 700)
    window.show()
    dialog = begin(SAMPLE, parent=window)
    shades: list[QRect] = []

    def look() -> None:
        window.resize(1000, 640)
        shades.extend(shade.geometry() for shade in window.findChildren(Shade))
        dialog.reject()

    QTimer.singleShot(50, look)
    assert dialog.exec() == Opened.DialogCode.Rejected
    assert shades == [QRect(0, 0, 1000, 640)]
    qtbot.waitUntil(lambda: not window.findChildren(Shade))
    dialog.setParent(None)
    assert (dialog.width(), dialog.height()) == (780 - 80, 700 - 24)
