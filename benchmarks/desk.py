"""Benchmarks of the desk: its start, its memory, opening a report, a committed cell, the list."""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.figures import Figure, best

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reportdesk.gui.context import Context
    from reportdesk.gui.main_window import MainWindow
    from reportdesk.report.document import Document

_RUNS = 9
_SCREEN = (1366, 768)
"""The clerk's screen."""


def measure(document: Document, folder: Path) -> Iterator[Figure]:
    """All figures of the desk; ``document`` is a filled report, ``folder`` takes scratch files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from reportdesk import app as start

    data = folder / "desk"
    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else start.make_application()
    context = start.gather(start.Wish(data=data))
    start.dress(app, context)
    id = context.store.create(document)
    yield from _processes(data)
    yield _first_opened(data)
    window = _window(app, context)
    yield _opened(app, window, id)
    yield _committed(app, window, id)
    window.close()
    context.store.close()
    from benchmarks.desk_start import measure as measure_list

    yield measure_list(folder / "list")


def _processes(data: Path) -> Iterator[Figure]:
    """Starts of whole processes, the desk's and the bare window's in turn."""
    times: dict[str, list[float]] = {"bare": [], "start": []}
    memory: dict[str, float] = {}
    for run in range(_RUNS + 1):
        for what in times:
            taken, peak = _run(what, data)
            if run:  # the first of each warms the caches
                times[what].append(taken)
            memory[what] = peak
    _, memory["open"] = _run("open", data)
    ratio = statistics.median(
        ours / floor for ours, floor in zip(times["start"], times["bare"], strict=True)
    )
    floor = statistics.median(times["bare"])
    yield Figure(
        "start to a usable start page", floor * ratio, floor, "bare table window", 1.5, True
    )
    yield Figure(
        "memory of the open desk",
        memory["open"] / 1024,
        memory["bare"] / 1024,
        "bare table window",
        1.6,
        True,
        "MB",
    )


def _first_opened(data: Path) -> Figure:
    """The first report that a process opens; the floor is the start page before it."""
    page = min(_run("start", data)[0] for _ in range(3))
    opened = min(_run("first", data)[1] for _ in range(5))
    return Figure("opening the first draft", opened, page, "the start itself", 150, False)


def _run(what: str, data: Path) -> tuple[float, float]:
    """How many milliseconds a process took, and the figure that it gave."""
    screen = data.parent / "screen.json"
    width, height = _SCREEN
    size = {"name": "desk", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96}
    screen.write_text(json.dumps({"screens": [size | dots]}), encoding="utf-8")
    # An installed program has its bytecode; a machine that forbids it measures the compiler.
    home = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    home["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    begin = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.desk_window", what, str(data)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        env=home,
    )
    return (time.perf_counter() - begin) * 1000, float(done.stdout.split()[-1])


def _window(app: QApplication, context: Context) -> MainWindow:
    from PySide6.QtCore import Qt

    from reportdesk.gui.main_window import MainWindow

    window = MainWindow(context)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*_SCREEN)
    window.show()
    app.processEvents()
    gc.collect()
    gc.freeze()  # as the command does when its window is there
    return window


def _opened(app: QApplication, window: MainWindow, id: int) -> Figure:
    """From the list to a painted desk; the floor is reading the draft alone."""

    times: list[float] = []
    for _ in range(8):
        begin = time.perf_counter()
        window.reports.open(id)
        app.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        window.to_start()
        app.processEvents()
    context = window.context
    floor = best(lambda: context.store.open(id, context.catalog), 10, 5)
    return Figure("opening another draft", min(times), floor, "reading it alone", 150, False)


def _committed(app: QApplication, window: MainWindow, id: int) -> Figure:
    from benchmarks.desk_grid import committed_cell

    window.reports.open(id)
    app.processEvents()
    figure = committed_cell(app, window)
    window.to_start()
    return figure
