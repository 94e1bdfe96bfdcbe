"""Benchmarks of the document: a form filled by its labels, the preview's first page, an export."""

from __future__ import annotations

import io
import os
import time
from typing import TYPE_CHECKING

import docx

from benchmarks.figures import Figure, best, paired
from reportdesk import jobs
from reportdesk.formats.filling.form import fill
from reportdesk.formats.writers import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from reportdesk.gui.context import Context
    from reportdesk.report.document import Document

_SIZE = (1366, 650)
_ROUNDS = 15


def measure(document: Document, folder: Path) -> Iterator[Figure]:
    """All figures; ``document`` is a filled report, ``folder`` takes scratch files."""
    catalog = jobs.editions()
    # Last year's report is a form without any place of ours: the hardest that offices send round.
    form = word.render(document, catalog.template(document.edition.id), draft=False)
    this = document.but(year=(document.year or 0) + 1, values=dict(document.values))

    def floor() -> None:
        docx.Document(io.BytesIO(form)).save(io.BytesIO())

    ours, theirs = paired(
        lambda: fill(this, form, "form.docx", catalog, draft=False), floor, _ROUNDS
    )
    yield Figure(
        "form filled by its labels", ours, theirs, "python-docx opens and saves it", 4.0, True
    )
    out = folder / "export.docx"
    ours = best(lambda: jobs.write(document, out, catalog), _ROUNDS)
    yield Figure(
        "export, read back", ours, best(floor, 5), "python-docx opens and saves it", 150, False
    )
    yield _preview(document, folder / "preview")


def _preview(document: Document, data: Path) -> Figure:
    """From the command to the first page on screen, laid out by the program itself; the floor is
    the same page out of a layout that is there already."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from reportdesk import app as start
    from reportdesk.gui.paper.pages import OwnPages

    known = QApplication.instance()
    app = known if isinstance(known, QApplication) else start.make_application()
    context = start.gather(start.Wish(data=data))
    start.dress(app, context)
    times = [_first_page(app, context, document) for _ in range(8)][1:]
    pages = OwnPages(document, draft=False)
    context.store.close()
    return Figure(
        "preview, first page",
        sorted(times)[len(times) // 2],
        best(lambda: pages.picture(0, 880), 5),
        "one page painted",
        300,
        False,
    )


def _first_page(app: QApplication, context: Context, document: Document) -> float:
    from reportdesk.gui.paper.preview import PreviewPage
    from reportdesk.gui.session import Session

    session = Session(document.but(), context.store, context.store.create(document))
    begin = time.perf_counter()
    page = PreviewPage(session, context)
    page.resize(*_SIZE)
    page.show()
    page.view.viewport().repaint()
    taken = (time.perf_counter() - begin) * 1000
    page.release()
    page.close()
    page.deleteLater()
    app.processEvents()
    return taken
