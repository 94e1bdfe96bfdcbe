"""A screen of 1366 × 768 at 200 % has 683 × 384 pixels: every page and every dialog works there."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reportdesk.gui import fitting, style
from reportdesk.gui.context import Context
from reportdesk.gui.crash import Record
from reportdesk.gui.dialogs.about import AboutDialog
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.gui.dialogs.sign_off import SignOffDialog
from reportdesk.gui.dialogs.templates import TemplatesDialog
from reportdesk.gui.dialogs.versions import VersionsDialog
from reportdesk.gui.grid.clipboard import block_of
from reportdesk.gui.grid.clipboard_judge import plan
from reportdesk.gui.grid.cursor import Block
from reportdesk.gui.guide.window import GuideWindow
from reportdesk.gui.importing.dialog import ImportDialog
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.review.signing import Signing
from reportdesk.gui.scrolling import StillArea, WholeArea
from reportdesk.gui.session import Session
from reportdesk.gui.start.bin import BinDialog
from reportdesk.gui.trouble import TroubleDialog
from reportdesk.paths import resource
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

WINDOW = QSize(683, 340)
DIALOG = QSize(675, 312)
"""What a window may have there, within its frame."""
REPORT = report(
    NEW, 2025, requests(new__person=60, granted__person=61), previous=report(NEW, 2024, {})
)


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small screen."""
    _screen(monkeypatch, DIALOG)


def _screen(monkeypatch: pytest.MonkeyPatch, room: QSize) -> None:
    def room_for(_window: QWidget) -> QSize:
        return room

    monkeypatch.setattr(fitting, "room_for", room_for)


def lost(window: QWidget) -> list[str]:
    """What could be pressed or typed into, and lies where nobody gets to it."""
    found: list[str] = []
    # What Qt does on Windows alone.
    size = QLayout.closestAcceptableSize(window, window.size())
    if window.hasHeightForWidth() and size.height() > window.height():
        found.append(f"{window.height()} would be {size.height()} on Windows")
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    for part in [p for kind in kinds for p in window.findChildren(kind) if p.isVisible()]:
        inside: QWidget = part
        box = part.rect()
        while inside is not window:
            outer = inside.parentWidget()
            assert outer is not None
            box = QRect(inside.mapTo(outer, box.topLeft()), box.size())
            area = outer.parentWidget()
            if isinstance(area, QScrollArea) and area.widget() is inside:
                # Up and down it can be scrolled to; never sideways.
                box = QRect(box.left(), 0, box.width(), 1)
            if not outer.rect().contains(box):
                found.append(f"{part.objectName()} {part.accessibleName()} {box.getRect()}")
                break
            inside = outer
            if isinstance(inside, QAbstractScrollArea) and not isinstance(inside, QScrollArea):
                break
    return found


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> Iterator[MainWindow]:
    opened = MainWindow(context)
    qtbot.addWidget(opened)
    opened.setWindowState(Qt.WindowState.WindowNoState)
    opened.resize(WINDOW)
    with qtbot.waitActive(opened):
        opened.show()
    yield opened
    opened.close()


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def test_something_out_of_reach_would_be_found(qtbot: QtBot) -> None:
    window, area = QWidget(), QScrollArea()
    qtbot.addWidget(window)
    window.resize(200, 100)
    content = QWidget()
    content.resize(400, 400)
    area.setParent(window)
    area.resize(200, 100)
    area.setWidget(content)
    names = {"seen": (10, 10), "below": (10, 300), "beside": (300, 10)}
    for name, place in names.items():
        field = QLineEdit(content)
        field.setObjectName(name)
        field.setGeometry(QRect(QPoint(*place), QSize(60, 20)))
    away = QLineEdit(window)
    away.setObjectName("away")
    away.setGeometry(10, 95, 50, 20)
    window.show()
    assert {each.split()[0] for each in lost(window)} == {"beside", "away"}


# The window


def test_the_empty_start_page_shows_every_way_in(window: MainWindow) -> None:
    settle()
    assert window.size() == WINDOW
    ui = window.start.ui
    for button in (ui.empty_from_file, ui.empty_blank, ui.empty_open, ui.empty_sample):
        assert button.isVisible()
        assert window.rect().contains(QRect(button.mapTo(window, QPoint()), button.size()))
    assert lost(window) == []


def test_the_list_of_reports_keeps_its_rows_and_its_buttons(
    window: MainWindow, context: Context
) -> None:
    for year in range(2020, 2026):
        context.store.create(report(NEW, year))
    window.start.refresh()
    settle()
    assert window.size() == WINDOW
    assert lost(window) == []
    ui, table = window.start.ui, window.start.table
    for button in (ui.go_on, ui.next_year, ui.more, ui.to_bin, ui.from_file, ui.blank, ui.open):
        assert window.rect().contains(QRect(button.mapTo(window, QPoint()), button.size()))
    assert table.viewport().height() >= 3 * table.delegate.row_height()
    assert table.horizontalScrollBar().maximum() == 0
    assert not ui.duplicate.isVisible()
    assert {"创建副本(&C)", "另存 .rdesk(&S)…"} <= {a.text() for a in window.start.menu().actions()}


def test_the_bin_can_be_reached_from_an_empty_list(window: MainWindow, context: Context) -> None:
    context.store.to_bin(context.store.create(report(NEW, 2025)))
    window.start.refresh()
    settle()
    assert window.start.ui.bin.isVisible()
    assert lost(window) == []


@pytest.mark.parametrize("side", [False, True], ids=["page", "page and findings"])
@pytest.mark.parametrize("zoom", [1.0, 1.25])
def test_every_step_of_a_report_can_be_worked_on(
    window: MainWindow, side: bool, zoom: float
) -> None:
    assert window.reports.create(REPORT)
    desk = window.desk
    assert desk is not None
    style.set_theme(zoom=zoom)
    desk.set_side(side)
    for id in desk.ids:
        desk.show_section(id)
        settle()
        assert window.size() == WINDOW, id
        assert lost(window) == [], id
        for grid in desk.page.tables if desk.page is not None else []:
            assert grid.view.scene is not None
            assert len(grid.view.scene.rows) >= 1


def test_the_rail_shows_every_step_without_scrolling(window: MainWindow) -> None:
    assert window.reports.create(REPORT)
    assert window.desk is not None
    settle()
    rail = window.desk.rail
    for entry in rail.entries.values():
        assert rail.rect().contains(QRect(entry.mapTo(rail, QPoint()), entry.size()))


def test_an_explanation_leaves_the_page_its_room(window: MainWindow) -> None:
    assert window.reports.create(REPORT)
    desk = window.desk
    assert desk is not None
    desk.toggle_explained()
    for section in desk.session.edition.sections:
        desk.show_section(section.id)
        settle()
        assert window.size() == WINDOW
        page = desk.page
        assert page is not None
        if page.explains:
            explanation = page.findChild(WholeArea)
            assert explanation is not None
            assert explanation.isVisible()
            assert explanation.height() <= page.height() // 2
    desk.toggle_explained()


def test_the_preview_keeps_its_ways_out(window: MainWindow) -> None:
    assert window.reports.create(REPORT)
    window.previewing.print_report()
    settle()
    assert window.size() == WINDOW
    assert lost(window) == []
    page = window.previewing.page
    assert page is not None
    head = page.head
    assert all(each.isVisible() for each in (head.back, head.smaller, head.save, head.print_))


# Dialogs

Made = Callable[[Session, Context], QWidget]


def _bin(_session: Session, context: Context) -> QWidget:
    context.store.to_bin(context.store.create(report(NEW, 2023)))
    return BinDialog(context)


def _next_year(_session: Session, context: Context) -> QWidget:
    context.store.create(report(NEW, 2026))  # one that is there already: it is told
    return NewReportDialog(context, last=context.store.create(report(NEW, 2025)))


def _paste(session: Session, _context: Context) -> QWidget:
    from reportdesk.formats.recognise.vocabulary import vocabulary_of
    from reportdesk.gui.grid.layout import GridLayout
    from reportdesk.gui.grid.paste_dialog import PasteDialog

    layout = GridLayout(NEW.table("requests"))
    mime, words = QMimeData(), vocabulary_of(NEW)
    mime.setText("\n".join(["12\tx\t3"] * 12))
    block = block_of(mime, layout.table, words)
    found = plan(block, layout, words, session.document, Block(0, 0, 0, 0))
    return PasteDialog(found, layout)


def _sign_off(session: Session, context: Context) -> QWidget:
    sheet = Signing(session, context).sheet("第1次送审")
    return SignOffDialog(sheet, 12, beside=True)


DIALOGS: dict[str, Made] = {
    "new report": lambda _session, context: NewReportDialog(context),
    "next year": _next_year,
    "bin": _bin,
    "versions": VersionsDialog,
    "templates": TemplatesDialog,
    "form to fill": lambda session, context: TemplatesDialog(session, context, "fill"),
    "about": lambda _session, context: AboutDialog(context),
    "trouble": lambda _session, context: TroubleDialog(
        None, Record(ValueError, None), "填写的内容都在。", context.logs
    ),
    "paste": _paste,
    "sign off": _sign_off,
}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_comes_up_within_the_screen_with_its_buttons(
    name: str, qtbot: QtBot, open_session: OpenSession, context: Context
) -> None:
    dialog = DIALOGS[name](open_session(REPORT), context)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert dialog.width() <= DIALOG.width()
    assert dialog.height() <= DIALOG.height()
    assert lost(dialog) == []


def test_the_details_of_a_trouble_leave_its_buttons_in_reach(
    qtbot: QtBot, context: Context
) -> None:
    dialog = TroubleDialog(None, Record(ValueError, None), "填写的内容都在。", context.logs)
    qtbot.addWidget(dialog)
    dialog.show()
    next(b for b in dialog.findChildren(QAbstractButton) if b.text() == "技术细节").click()
    settle()
    assert dialog.height() <= DIALOG.height()
    assert lost(dialog) == []


@pytest.mark.parametrize("there_already", [False, True])
def test_a_file_is_taken_in_with_both_sides_and_the_buttons_in_view(
    window: MainWindow, qtbot: QtBot, context: Context, there_already: bool
) -> None:
    file = sorted(resource("samples").glob("*.docx"))[0]
    if there_already:
        from reportdesk import jobs

        taken = jobs.read(file).to_document()
        context.store.create(report(NEW, (taken.year or 0) + 1, texts={"organ": taken.organ}))
    dialog = ImportDialog(context, file, parent=window)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.sides is not None)
    settle()
    assert dialog.width() <= WINDOW.width()
    assert dialog.height() <= DIALOG.height() + 4
    assert lost(dialog) == []
    assert dialog.sides is not None
    assert dialog.sides.source.height() > 60
    assert dialog.ui.existingButton.isVisible() == there_already
    dialog.reject()


def test_the_guide_comes_up_within_the_screen(window: MainWindow) -> None:
    window.help()
    guide = window.findChild(GuideWindow)
    assert guide is not None
    assert guide.width() <= DIALOG.width()
    assert guide.height() <= DIALOG.height()
    guide.close()


def test_a_large_screen_takes_nothing_away(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    _screen(monkeypatch, QSize(1920, 1000))
    dialog = AboutDialog(context)
    qtbot.addWidget(dialog)
    layout = dialog.layout()
    assert layout is not None
    before, margins = dialog.size(), layout.contentsMargins()
    dialog.show()
    assert (dialog.size(), layout.contentsMargins()) == (before, margins)


def test_content_that_grows_longer_does_not_become_narrower(qtbot: QtBot) -> None:
    content = QWidget()
    area = StillArea(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    area.show()
    settle()
    before = content.width()
    bar = area.verticalScrollBar()
    assert not bar.isEnabled()
    content.setMinimumHeight(1000)
    settle()
    assert content.width() == before
    assert bar.isEnabled()


def test_a_dialog_of_the_program_is_one_that_fits() -> None:
    """Every dialog has the base that keeps it within the screen."""
    folder = Path(fitting.__file__).parent
    plain = [
        file.name
        for file in folder.rglob("*.py")
        if "(QDialog)" in file.read_text(encoding="utf-8") and file.name != "enter.py"
    ]
    assert plain == []
    assert issubclass(AboutDialog, QDialog)
