"""The program tried on the computer that it is on: ``reportdesk --self-test FILE``.

Every part that a packed program may lack is used once, and what came of it is written as JSON: a
program with a window has no standard output on Windows. The data folder and the database are made
where the clerk's are to lie; everything else is done in a folder that is thrown away.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEventLoop, QLibraryInfo, QTimer, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImageReader, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QLabel

import reportdesk
from reportdesk import app, jobs
from reportdesk.paths import data_folder, resource

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from PySide6.QtWidgets import QApplication

    from reportdesk.report.document import Document

PASSED, FAILED = 0, 1
_LIBRARIES = ("lxml.etree", "olefile", "xlrd", "pypdfium2", "sqlite3")


class Trial:
    """What was tried, and what came of it."""

    def __init__(self) -> None:
        self.steps: list[dict[str, Any]] = []

    @contextmanager
    def step(self, name: str) -> Generator[dict[str, Any]]:
        """Try one thing; what goes wrong is kept and the next thing is tried. What the block puts
        into the mapping is told too."""
        told: dict[str, Any] = {"name": name}
        begun = time.perf_counter()
        try:
            yield told
            told["ok"] = True
        except Exception as error:
            told |= {"ok": False, "error": f"{type(error).__name__}: {error}"}
        told["ms"] = round((time.perf_counter() - begun) * 1000)
        self.steps.append(told)

    @property
    def passed(self) -> bool:
        """Whether everything went well."""
        return all(step["ok"] for step in self.steps)

    def report(self) -> dict[str, Any]:
        """What is written."""
        return {
            "ok": self.passed,
            "version": reportdesk.__version__,
            "packaged": bool(getattr(sys, "frozen", False)),
            "python": platform.python_version(),
            "qt": qVersion(),
            "system": f"{platform.system()} {platform.release()}",
            "steps": self.steps,
        }


def main(file: Path, arguments: Sequence[str] = ()) -> int:
    """Try everything and write ``file``; PASSED, or FAILED if anything failed or the file could
    not be written."""
    trial = Trial()
    wish = app.understand(arguments)
    with trial.step("data folder") as told:
        folder = data_folder(wish.data)
        told["folder"] = str(folder)
        app.gather(wish).store.close()
        told["free_mb"] = _free(folder)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        documents: list[Document] = []
        with trial.step("libraries") as told:
            for library in _LIBRARIES:
                told[library] = str(getattr(import_module(library), "__version__", "?"))
        with trial.step("read and roll") as told:
            documents.append(_roll(told))
        for kind in (".docx", ".xlsx", ".html", ".rdesk"):
            with trial.step(f"write {kind}") as told:
                told["bytes"] = _write(documents[0], Path(name, f"年报{kind}"))
        # Without it nothing after it would do anything but end the process.
        qt = app.make_application()
        with trial.step("Qt") as told:
            told |= _qt()
        with trial.step("PDF") as told:
            told["bytes"] = _pdf(Path(name, "年报.pdf"))
        with trial.step("window") as told:
            told["blanks"] = _window(qt, Path(name, "数据"), documents[0])
    text = json.dumps(trial.report(), ensure_ascii=False, indent=1) + "\n"
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        if sys.stderr is not None:  # type: ignore[redundant-expr]
            print(f"reportdesk: {file}: {error.strerror}", file=sys.stderr)
        return FAILED
    return PASSED if trial.passed else FAILED


def _free(folder: Path) -> int:
    import shutil

    return shutil.disk_usage(folder).free // 1_000_000


def _roll(told: dict[str, Any]) -> Document:
    sample = sorted(resource("samples").glob("*.docx"))[0]
    rolled = jobs.roll(jobs.read(sample)).document
    told |= {"values": len(rolled.values), "findings": dict(jobs.counts(jobs.check(rolled)))}
    if not rolled.values:
        raise ValueError("nothing was carried over")
    return rolled


def _write(document: Document, to: Path) -> int:
    jobs.write(document, to, draft=True)
    again = jobs.read(to).to_document()
    lost = {key for key, value in document.values.items() if again.values.get(key) != value}
    table = {key for key in lost if document.edition.fields[key].row is not None}
    if table:
        raise ValueError(f"{len(table)} figures are not read back")
    return to.stat().st_size


def _qt() -> dict[str, Any]:
    cancel = QCoreApplication.translate("QPlatformTheme", "Cancel")
    if cancel != "取消":
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        raise ValueError(f"Qt's own words are not Chinese ({folder})")
    chinese = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    # Without a screen Qt knows no font of Windows.
    if not chinese and QGuiApplication.platformName() != "offscreen":
        raise ValueError("no Chinese font")
    return {
        "platform": QGuiApplication.platformName(),
        "screens": [
            f"{one.size().width()}x{one.size().height()} at {one.devicePixelRatio():g}"
            for one in QGuiApplication.screens()
        ],
        "fonts": chinese[:5],
        "pictures": sorted(
            bytes(one.data()).decode() for one in QImageReader.supportedImageFormats()
        ),
        "printers": len(QPrinterInfo.availablePrinterNames()),
    }


def _pdf(to: Path) -> int:
    writer = QPdfWriter(str(to))
    painter = QPainter(writer)
    painter.drawText(300, 300, "政府信息公开工作年度报告")
    painter.end()
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(str(to))
    try:
        if len(document) != 1:
            raise ValueError("the PDF is not one page")
    finally:
        document.close()
    return to.stat().st_size


def _window(qt: QApplication, folder: Path, document: Document) -> int:
    """Open the main window on a data folder of its own, with a report in it, and close it."""
    context = app.gather(app.Wish(data=folder))
    troubles: list[str] = []
    window = app.open_window(qt, context)
    # Nobody is there to read what a window says of trouble.
    sys.excepthook = lambda kind, error, _: troubles.append(f"{kind.__name__}: {error}")
    watch = QTimer()
    watch.timeout.connect(lambda: troubles.extend(_dismissed(qt)))
    watch.start(100)
    try:
        _settle(qt)
        shown = window.isVisible() and window.reports.create(document)
        _settle(qt)
        if troubles or not shown or window.desk is None:
            raise ValueError("; ".join(troubles) or "the window does not show a report")
        return len(window.desk.session.document.edition.fields)
    finally:
        watch.stop()
        window.close()
        _settle(qt)
        with suppress(Exception):
            context.store.close()


def _dismissed(qt: QApplication) -> list[str]:
    """Close a box that waits for an answer; what it says."""
    box = qt.activeModalWidget()
    if box is None:
        return []
    box.close()
    return [" ".join(label.text() for label in box.findChildren(QLabel))]


def _settle(qt: QApplication) -> None:
    until = time.monotonic() + 0.3
    while time.monotonic() < until:
        qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def leave(status: int) -> None:
    """End the process at once: what a broken library does while it is taken down is no part of
    the trial."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # type: ignore[redundant-expr]
            stream.flush()
    os._exit(status)
