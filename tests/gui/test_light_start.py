"""The start page loads little: whatever it loads, a clerk waits for every morning."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PLACE = {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768}
SCREEN = {**PLACE, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
PROBE = """
import json, linecache, sys
from reportdesk import app as program

class Leaving(program.QApplication):
    def exec(self):
        for _ in range(3):
            self.processEvents()
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QStyle, QWidget
        def names(kind):
            return [each.__name__ for each in kind.__subclasses__()]
        found = {
            "modules": list(sys.modules),
            "sources": list(linecache.cache),
            "widgets": names(QWidget),
            "events": names(QEvent),
            "styles": names(QStyle),
        }
        print(json.dumps(found))
        return 0

program.QApplication = Leaving
program.start(["--data-dir", sys.argv[1]])
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is there when the start page was painted."""
    folder = tmp_path_factory.mktemp("start")
    # Its name without its folder: Qt takes a colon, as of a drive, for the end of it.
    (folder / "screen.json").write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PROBE, folder / "data"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen:configfile=screen.json"},
        capture_output=True,
        check=True,
        encoding="utf-8",
        cwd=folder,
    )
    return json.loads(done.stdout)


def test_no_report_is_read_and_none_is_judged(loaded: dict[str, Any]) -> None:
    wanted = {"reportdesk.gui.start.page", "reportdesk.store.drafts", "reportdesk.form.catalog"}
    assert wanted <= set(loaded["modules"])
    parts = (
        "report",
        "formats",
        "jobs",
        "checks.checker",
        "form.edition",
        "gui.desk",
        "gui.session",
    )
    names = [f"reportdesk.{part}" for part in parts]
    early = [m for m in loaded["modules"] if any(m == n or m.startswith(f"{n}.") for n in names)]
    assert early == []


def test_no_library_is_loaded_that_files_need(loaded: dict[str, Any]) -> None:
    heavy = {"lxml", "openpyxl", "docx", "xlrd", "olefile", "pypdfium2", "decimal", "html"}
    assert not heavy & set(loaded["modules"])
    assert "PySide6.QtPrintSupport" not in loaded["modules"]
    assert "importlib.metadata" not in loaded["modules"]


def test_pyside_reads_no_source_of_ours(loaded: dict[str, Any]) -> None:
    read = [Path(file) for file in loaded["sources"] if "gui" in Path(file).parts]
    assert [file.name for file in read if file.name != "__init__.py"] == []


def test_pyside_builds_no_class_that_nobody_asked_for(loaded: dict[str, Any]) -> None:
    # It builds them all as soon as it is handed a widget or an event that Qt made, to find out what
    # it is: by viewport(), or by an event filter.
    assert "QMainWindow" in loaded["widgets"]
    assert "QDockWidget" not in loaded["widgets"]
    assert "QShowEvent" in loaded["events"]
    assert "QGestureEvent" not in loaded["events"]
    # And every style, as soon as it is handed one: by style().
    assert "QCommonStyle" not in loaded["styles"]
