"""A desk that is really killed while a clerk types, and opened again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.desk import at_work

OPEN = """
import faulthandler
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from reportdesk import app as start
from reportdesk.form.edition import Text

faulthandler.dump_traceback_later(60, exit=True)  # in case nobody kills it
app = start.make_application()
context = start.gather(start.Wish(data=Path(sys.argv[1])))
window = start.open_window(app, context)
window.reports.sample()
"""
"""A window with the sample, in a process of its own."""

TYPING = """
desk = window.desk
largest = max(desk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
window.activateWindow()
for _ in range(5):
    app.processEvents()
desk.go(largest.id)
app.processEvents()
count = 0

def key():
    global count
    count += 1
    QTest.keyClicks(QApplication.focusWidget(), str(count % 10))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    print(count, flush=True)

timer = QTimer(interval=20)
timer.timeout.connect(key)
timer.start()
app.exec()
"""

WRITING = """
session = window.desk.session
text = next(f.block.id for f in session.edition.fields.values() if isinstance(f.block, Text)
            and len(f.section.blocks) == 1)
session.edit({text: chr(10).join(["words"] * 120)}, "paragraphs")
window.activateWindow()
app.processEvents()
window.desk.go(text)
app.processEvents()
for _ in range(70):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
session.saved.connect(lambda when: print("saved", flush=True))
timer = QTimer(interval=20)
timer.timeout.connect(lambda: QTest.keyClicks(QApplication.focusWidget(), "x"))
timer.start()
app.exec()
"""

posix = pytest.mark.skipif(sys.platform == "win32", reason="there a process is ended otherwise")


def killed(program: str, folder: Path, lines: int) -> None:
    """Run a program and kill it when it has printed so many lines."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen(
        [sys.executable, "-c", OPEN + program, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert process.stdout is not None
    try:
        for number, _ in enumerate(process.stdout, 1):
            if number == lines:
                break
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(30)
        process.stdout.close()


@posix
def test_what_was_committed_before_the_kill_is_there_and_so_is_the_place(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    killed(TYPING, folder, 25)

    clerk = at_work(qtbot, folder)
    assert clerk.window.reports.marker.left() is not None
    clerk.window.reopen()
    values = clerk.session.document.values
    largest = max(clerk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    assert clerk.desk.page is not None
    assert clerk.desk.page.tables[0].table is largest
    entries = [
        key
        for key, field in clerk.session.edition.fields.items()
        if field.block is largest and not field.total
    ]
    kept = [key for key in entries if values.get(key) is not None]
    assert len(kept) >= 25
    assert [values[key] for key in entries[:25]] == [str(n % 10) for n in range(1, 26)]
    assert "上次没有正常关闭" in clerk.window.bar.said
    clerk.close()
    assert not (folder / "open-report").exists()


@posix
def test_in_a_narrative_she_is_back_in_the_paragraph_in_which_she_wrote(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    killed(WRITING, folder, 2)

    clerk = at_work(qtbot, folder)
    clerk.window.reopen()
    QApplication.processEvents()

    assert "已回到当时的位置" in clerk.window.bar.said
    assert clerk.desk.page is not None
    editor = clerk.desk.page.texts[0].editor
    cursor = editor.textCursor()
    written = cursor.block().text()
    assert cursor.blockNumber() == 70
    assert written == "x" * cursor.positionInBlock() + "words", "it is where she went on writing"
    assert cursor.positionInBlock() > 0
    assert editor.verticalScrollBar().value() > 0
    assert editor.rect().contains(editor.cursorRect())
    assert editor.hasFocus()
    clerk.close()


def test_a_desk_closed_in_order_opens_on_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    clerk = at_work(qtbot, tmp_path / "data")
    clerk.window.reports.sample()
    clerk.close()
    again = at_work(qtbot, tmp_path / "data")
    again.window.reopen()
    assert again.window.desk is None
    again.close()
