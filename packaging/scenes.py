"""The scenes of ``shots``: what is on screen in each picture, in the order of a clerk's work."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from reportdesk import jobs
from reportdesk.formats.reading import Reading
from reportdesk.gui import style
from reportdesk.gui.main_window import MainWindow
from reportdesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from contextlib import AbstractContextManager

    from reportdesk.form.table import Table
    from reportdesk.gui.desk import Desk
    from reportdesk.report.document import Document
    from shots import Studio

from contextlib import contextmanager

WIDE, NARROW, SMALL = QSize(1366, 697), QSize(1093, 543), QSize(683, 340)
"""What a maximised window has on 1366×768, at 100 %, at 125 % and at 200 %."""
ORGANS = ("云溪县清渠镇人民政府", "云溪县文化馆", "云溪县档案局")


def sample() -> Document:
    """The sample report, complete: last year's."""
    return jobs.read(sorted(resource("samples").glob("*.docx"))[0]).to_document()


def this_year() -> Document:
    """The year after the sample's, filled with figures like last year's: most of them fit, a few
    things are to be told."""
    last = sample()
    reading = Reading("上年.docx", "docx", last.edition, last.year, document=last)
    reading.values = dict(last.values)
    document = jobs.roll(reading).document
    chance = random.Random(11)
    for key, field in document.edition.fields.items():
        if field.row is None or field.total or key in document.values:
            continue
        was = last.values.get(key, "0")
        small = was.isdigit() and 0 < int(was) < 1000
        document.values[key] = str(max(0, int(was) + chance.randint(-2, 3))) if small else was
    for text in document.edition.texts:
        if text.id in document.values:
            document.origins.pop(text.id, None)
    return document


def start(studio: Studio) -> None:
    """The start page, empty and with reports, wide and narrow, light and dark."""
    with _window(studio) as window:
        studio.take("start-empty", window)
        last, now = sample(), this_year()
        for organ in ORGANS:
            twin = now.but(values={**now.values, "organ": organ})
            for key in list(twin.values)[60:]:
                if twin.edition.fields[key].row is not None and organ != ORGANS[0]:
                    del twin.values[key]
            studio.context.store.create(twin)
        studio.context.store.create(last)
        studio.context.store.create(now)
        window.start.refresh()
        window.start.setFocus()
        studio.take("start", window)
        studio.size(window, NARROW)
        studio.take("start-narrow", window)
        with _look(dark=True):
            studio.size(window, WIDE)
            studio.take("start-dark", window)


def new_report(studio: Studio) -> None:
    """Beginning a new report, and importing last year's file."""
    from reportdesk.gui.dialogs.new_report import NewReportDialog
    from reportdesk.gui.importing.dialog import ImportDialog

    with _window(studio) as window:
        dialog = NewReportDialog(studio.context, parent=window)
        dialog.show()
        studio.take("new-report", dialog)
        dialog.close()
        file = sorted(resource("samples").glob("*.docx"))[0]
        taking = ImportDialog(studio.context, file, parent=window)
        taking.show()
        studio.until(lambda: taking.sides is not None)
        studio.take("import", taking)
        taking.close()


def tables(studio: Studio) -> None:
    """Every statistical table; the largest in all its forms."""
    with _window(studio) as window:
        desk = _open(studio, window, this_year())
        largest = _largest(desk)
        for number, table in enumerate(desk.session.edition.tables, 2):
            desk.go(table.id)
            studio.take(f"table{number}", window)
        desk.go(largest.id)
        desk.toggle_last()
        studio.take("table3-last", window)
        with _look(dark=True):
            studio.take("table3-dark", window)
        desk.toggle_last()
        studio.size(window, NARROW)
        studio.take("table3-narrow", window)
        studio.size(window, WIDE)
        with _look(zoom=2.0):
            studio.take("table3-zoom", window)


def texts(studio: Studio) -> None:
    """Cover and narratives."""
    with _window(studio) as window:
        document = this_year()
        narrative = next(t for t in document.edition.texts if t.aspects)
        largest = max(document.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
        _, row, _ = next(iter(largest.cells()))
        total = largest.sums[0].column
        words = document.values[narrative.id]
        live = f"{{{{{largest.key(row.id, total)}}}}}"
        document.values[narrative.id] = words.replace("申请18件", f"申请{live}件")
        desk = _open(studio, window, document)
        studio.take("cover", window)
        desk.go(narrative.id)
        studio.take("text", window)
        desk.toggle_last()
        studio.take("text-last", window)
        with _look(dark=True):
            studio.take("text-dark", window)
        studio.size(window, NARROW)
        studio.take("text-narrow", window)
        desk.toggle_last()


def review(studio: Studio) -> None:
    """核对与导出, the Word templates, and the pages on paper."""
    from reportdesk.gui.dialogs.templates import TemplatesDialog

    with _window(studio) as window:
        desk = _open(studio, window, this_year())
        desk.show_section(desk.ids[-1])
        studio.take("review", window)
        studio.size(window, NARROW)
        studio.take("review-narrow", window)
        studio.size(window, WIDE)
        templates = TemplatesDialog(desk.session, studio.context, parent=window)
        templates.show()
        studio.take("templates", templates)
        templates.close()
        window.previewing.print_report()
        studio.take("print", window)
        with _look(dark=True):
            studio.take("print-dark", window)


def dialogs(studio: Studio) -> None:
    """Versions, the bin, about, the user guide, trouble."""
    from reportdesk.gui.crash import Record
    from reportdesk.gui.dialogs.about import AboutDialog
    from reportdesk.gui.dialogs.versions import VersionsDialog
    from reportdesk.gui.guide.window import GuideWindow
    from reportdesk.gui.trouble import TroubleDialog

    with _window(studio) as window:
        desk = _open(studio, window, this_year())
        studio.context.store.versions.take(desk.session.id, "named", "送审前")
        table = _largest(desk)
        key = next(table.key(row.id, column.id) for _, row, column in table.cells())
        desk.session.edit({key: "99"}, "填写")
        for name, dialog in (
            ("versions", VersionsDialog(desk.session, studio.context, parent=window)),
            ("about", AboutDialog(studio.context, window)),
            ("guide", GuideWindow(window)),
            ("trouble", TroubleDialog(
                window, Record(ValueError, None), window.bar.safe_words(), studio.context.logs
            )),
        ):  # fmt: skip
            dialog.show()
            studio.take(name, dialog)
            dialog.close()


def small(studio: Studio) -> None:
    """The screens at the size that 1366×768 has at 200 %."""
    with _window(studio) as window:
        studio.size(window, SMALL)
        id = studio.context.store.create(this_year())
        studio.context.store.duplicate(id)
        window.start.refresh()
        studio.take("small-start", window)
        window.reports.open(id)
        assert window.desk is not None
        for number, section in enumerate(window.desk.ids, 1):
            window.desk.show_section(section)
            studio.take(f"small-{number}", window)
        window.desk.set_side(True)
        window.desk.go(_largest(window.desk).id)
        studio.take("small-findings", window)
        window.previewing.print_report()
        studio.take("small-print", window)


def _largest(desk: Desk) -> Table:
    return max(desk.session.edition.tables, key=lambda t: sum(1 for _ in t.cells()))


def _open(studio: Studio, window: MainWindow, document: Document) -> Desk:
    window.reports.create(document)
    assert window.desk is not None
    studio.settle()
    return window.desk


def _window(studio: Studio) -> AbstractContextManager[MainWindow]:
    @contextmanager
    def opened() -> Generator[MainWindow]:
        window = MainWindow(studio.context)
        window.show()
        studio.size(window, WIDE)
        try:
            yield window
        finally:
            window.close()
            window.deleteLater()
            studio.settle()

    return opened()


@contextmanager
def _look(*, dark: bool = False, zoom: float = 1.0) -> Generator[None]:
    style.set_theme(dark=dark, zoom=zoom)
    try:
        yield
    finally:
        style.set_theme(dark=False, zoom=1.0)


SCENES: tuple[Callable[[Studio], None], ...] = (
    start,
    new_report,
    tables,
    texts,
    review,
    dialogs,
    small,
)
