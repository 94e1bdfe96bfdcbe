"""One running program a data folder: the second start hands its wish to the first."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from reportdesk.gui.instance import Instance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from reportdesk.gui.instance import Instance
application = QCoreApplication([])
instance = Instance(Path(sys.argv[1]))
claimed = instance.claim()
if not claimed:
    instance.call(Path(sys.argv[2]) if len(sys.argv) > 2 else None)
print(claimed, flush=True)
if claimed:
    sys.stdin.readline()
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def running(folder: Path, qtbot: QtBot) -> Iterator[Instance]:
    instance = Instance(folder)
    assert instance.claim()
    yield instance
    instance.release()


def start(*arguments: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SECOND, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_a_second_start_hands_over_its_file_and_leaves(
    running: Instance, folder: Path, qtbot: QtBot
) -> None:
    file = folder / "上年 报告.docx"
    called = QSignalSpy(running.called)
    with qtbot.waitSignal(running.called, timeout=20_000):
        output, _ = start(folder, file).communicate()
    assert output.strip() == "False"
    assert called.at(0) == [str(file)]
    assert list((folder / "calls").iterdir()) == []


def test_a_second_start_without_a_file_only_asks_for_the_window(
    running: Instance, folder: Path, qtbot: QtBot
) -> None:
    called = QSignalSpy(running.called)
    with qtbot.waitSignal(running.called, timeout=20_000):
        start(folder).communicate()
    assert called.at(0) == [""]


def test_another_data_folder_is_another_program(running: Instance, folder: Path) -> None:
    output, _ = start(folder.parent / "other").communicate("\n")
    assert output.strip() == "True"


def test_a_folder_that_was_given_back_can_be_claimed(running: Instance, folder: Path) -> None:
    running.release()
    output, _ = start(folder).communicate("\n")
    assert output.strip() == "True"
    assert running.claim()


def test_a_killed_program_leaves_the_folder_free(folder: Path, qtbot: QtBot) -> None:
    first = start(folder)
    assert first.stdin is not None
    assert first.stdout is not None
    assert first.stdout.readline().strip() == "True"
    instance = Instance(folder)
    assert not instance.claim()
    first.kill()
    first.communicate()
    assert instance.claim()
    instance.release()


def test_a_call_that_is_left_from_another_day_opens_nothing(folder: Path, qtbot: QtBot) -> None:
    Instance(folder).call(folder / "old.docx")
    instance = Instance(folder)
    called = QSignalSpy(instance.called)
    assert instance.claim()
    assert list((folder / "calls").iterdir()) == []
    assert called.count() == 0
    instance.release()


def test_a_call_that_cannot_be_understood_is_passed_over(
    running: Instance, folder: Path, qtbot: QtBot
) -> None:
    calls = folder / "calls"
    called = QSignalSpy(running.called)
    with qtbot.waitSignal(running.called, timeout=20_000):
        for number, text in enumerate(("{", '"open"')):
            (calls / f"{number}.json").write_text(text, encoding="utf-8")
        os.utime(calls)
        running.call(None)
    assert called.at(0) == [""]
