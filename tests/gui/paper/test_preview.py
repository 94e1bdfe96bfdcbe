"""The preview in the window: whose layout it shows, ways to the sections, print and PDF."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk import jobs
from reportdesk.errors import ReadError
from reportdesk.gui.context import Context
from reportdesk.gui.main_window import MainWindow
from reportdesk.gui.paper import preview as module
from reportdesk.gui.paper.pages import OwnPages, PdfPages
from reportdesk.gui.paper.preview import PreviewPage
from reportdesk.gui.paper.printing import pdf_of
from reportdesk.gui.session import Session
from reportdesk.report.document import Document
from tests.builders import CATALOG, NEW, report, requests
from tests.gui.conftest import OpenSession

LEFT = Qt.MouseButton.LeftButton
GOOD = {"title": "云溪县水务局2025年政府信息公开工作年度报告"}
BROKEN = requests(new__person=60, granted__person=61)


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "office_name", lambda: "")


def office(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[bytes, Callable[[], bool]], bytes]
) -> None:
    monkeypatch.setattr(module, "office_name", lambda: "LibreOffice")
    monkeypatch.setattr(module, "make_pdf", make)


def opened(qtbot: QtBot, session: Session, context: Context) -> PreviewPage:
    page = PreviewPage(session, context)
    qtbot.addWidget(page)
    page.resize(1366, 650)
    with qtbot.waitActive(page):
        page.show()
    return page


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    return open_session(report(NEW, 2025, texts=GOOD))


@pytest.mark.usefixtures("no_office")
def test_without_an_office_program_the_programs_own_layout_is_told_as_such(
    qtbot: QtBot, session: Session, context: Context
) -> None:
    page = opened(qtbot, session, context)
    assert isinstance(page.pages, OwnPages)
    qtbot.waitUntil(lambda: "本机没有能排 Word 版面的 LibreOffice" in page.foot.words.text())
    assert page.foot.words.text().startswith("按程序自己的版式；Word 里的分页可能略有不同。")
    assert not page.foot.stop.isVisible()
    assert page.head.title.text() == "打印预览"
    assert page.head.page.text() == f"第 1 页，共 {page.view.count} 页"
    assert page.head.zoom.text().endswith("%")


def test_what_an_office_program_makes_of_the_word_file_takes_its_place(
    qtbot: QtBot, session: Session, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = pdf_of(session.document, draft=False)
    given: list[bytes] = []

    shown = threading.Event()

    def make(word: bytes, _cancelled: Callable[[], bool]) -> bytes:
        given.append(word)
        shown.wait(20)
        return pdf

    office(monkeypatch, make)
    page = opened(qtbot, session, context)
    assert isinstance(page.pages, OwnPages)
    qtbot.waitUntil(lambda: "正在请 LibreOffice" in page.foot.words.text())
    assert isinstance(page.pages, OwnPages)
    shown.set()
    qtbot.waitUntil(lambda: isinstance(page.pages, PdfPages))
    assert "按 Word 文件的版式，由本机的 LibreOffice 排版" in page.foot.words.text()
    assert not page.foot.stop.isVisible()
    (tmp := context.folder / "given.docx").write_bytes(given[0])
    assert reportdesk.read(tmp, CATALOG).organ == "云溪县水务局"
    page.ask_path = lambda _suggested: context.folder / "年报.pdf"
    QTest.mouseClick(page.head.save, LEFT)
    assert (context.folder / "年报.pdf").read_bytes() == pdf


def test_an_office_program_that_fails_leaves_the_own_layout(
    qtbot: QtBot, session: Session, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_word: bytes, _cancelled: Callable[[], bool]) -> bytes:
        raise ReadError("没有成")

    office(monkeypatch, fail)
    page = opened(qtbot, session, context)
    qtbot.waitUntil(lambda: "没有排成" in page.foot.words.text())
    assert isinstance(page.pages, OwnPages)
    assert not page.foot.stop.isVisible()


def test_waiting_for_the_office_program_can_be_given_up(
    qtbot: QtBot, session: Session, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []

    def wait(_word: bytes, cancelled: Callable[[], bool]) -> bytes:
        while not cancelled():
            QTest.qSleep(5)
        stopped.append(True)
        return b""

    office(monkeypatch, wait)
    page = opened(qtbot, session, context)
    qtbot.waitUntil(page.foot.stop.isVisible)
    QTest.mouseClick(page.foot.stop, LEFT)
    qtbot.waitUntil(lambda: stopped == [True])
    assert page.foot.words.text() == "按程序自己的版式。"
    assert isinstance(page.pages, OwnPages)


@pytest.mark.usefixtures("no_office")
def test_a_section_leads_to_its_page_and_a_page_to_its_section(
    qtbot: QtBot, session: Session, context: Context
) -> None:
    page = opened(qtbot, session, context)
    assert page.pages is not None
    items = [page.contents.list.item(row) for row in range(page.contents.list.count())]
    assert len(items) == len(page.pages.beginnings)
    last = page.pages.beginnings[-1]
    rect = page.contents.list.visualItemRect(items[-1])
    QTest.mouseClick(page.contents.list.viewport(), LEFT, pos=rect.center())
    assert page.view.page == last.page
    assert page.contents.current == last.section
    asked = QSignalSpy(page.section_asked)
    QTest.mouseClick(page.contents.edit, LEFT)
    assert asked.at(0)[0] == last.section
    page.view.go(0)
    page.view.pick(QPointF(page.view.viewport().width() / 2, 40))
    assert asked.at(1)[0] == NEW.sections[0].id, "above the first heading stands the cover"


@pytest.mark.usefixtures("no_office")
def test_arrow_keys_go_through_the_sections(
    qtbot: QtBot, session: Session, context: Context
) -> None:
    page = opened(qtbot, session, context)
    page.contents.list.setFocus()
    QTest.keyClick(page.contents.list, Qt.Key.Key_End)
    assert page.pages is not None
    assert page.view.page == page.pages.beginnings[-1].page
    asked = QSignalSpy(page.section_asked)
    QTest.keyClick(page.contents.list, Qt.Key.Key_Return)
    assert asked.at(0)[0] == page.pages.beginnings[-1].section


@pytest.mark.usefixtures("no_office")
def test_pages_follow_the_report(qtbot: QtBot, open_session: OpenSession, context: Context) -> None:
    session = open_session(report(NEW, 2025, BROKEN, texts=GOOD))
    page = opened(qtbot, session, context)
    assert page.head.title.text() == "打印预览（草稿）"
    before = page.pages
    session.edit({"requests.new.person": "61"}, "填写")
    qtbot.waitUntil(lambda: page.pages is not before)
    assert page.head.title.text() == "打印预览"


@pytest.mark.usefixtures("no_office")
def test_the_own_layout_is_saved_as_pdf_and_trouble_is_told(
    qtbot: QtBot, session: Session, context: Context, tmp_path: Path
) -> None:
    page = opened(qtbot, session, context)
    asked: list[Path] = []

    def answer(suggested: Path) -> Path:
        asked.append(suggested)
        return tmp_path / "年报"

    page.ask_path = answer
    QTest.mouseClick(page.head.save, LEFT)
    assert asked[0].name == "云溪县水务局2025年政府信息公开工作年度报告.pdf"
    assert (tmp_path / "年报.pdf").read_bytes().startswith(b"%PDF")
    assert page.foot.done.text() == f"已存为 {tmp_path / '年报.pdf'}。"
    assert reportdesk.read(tmp_path / "年报.pdf", CATALOG).organ == "云溪县水务局"
    page.ask_path = lambda _suggested: tmp_path / "没有" / "年报.pdf"
    QTest.mouseClick(page.head.save, LEFT)
    assert "文件夹不存在" in page.foot.done.text()
    page.ask_path = lambda _suggested: None
    QTest.mouseClick(page.head.save, LEFT)
    assert "文件夹不存在" in page.foot.done.text()


def printed_into(file: Path) -> Callable[[QPrinter], bool]:
    def choose(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        return True

    return choose


@pytest.mark.usefixtures("no_office")
def test_what_is_shown_is_printed(
    qtbot: QtBot, session: Session, context: Context, tmp_path: Path
) -> None:
    page = opened(qtbot, session, context)
    page.ask_printer = printed_into(tmp_path / "own.pdf")
    QTest.mouseClick(page.head.print_, LEFT)
    assert page.foot.done.text() == "已交给打印机。"
    pages = PdfPages((tmp_path / "own.pdf").read_bytes(), [])
    assert pages.count() == page.view.count
    pages.close()


def test_the_office_programs_pages_are_printed_in_their_own_sizes(
    qtbot: QtBot,
    session: Session,
    context: Context,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pdf = pdf_of(session.document, draft=False)
    office(monkeypatch, lambda _word, _cancelled: pdf)
    page = opened(qtbot, session, context)
    qtbot.waitUntil(lambda: isinstance(page.pages, PdfPages))
    page.ask_printer = printed_into(tmp_path / "office.pdf")
    page.print_pages()
    pages = PdfPages((tmp_path / "office.pdf").read_bytes(), [])
    assert pages.count() == page.view.count
    assert abs(pages.size(0).width() - 595) < 2
    image = pages.picture(0, 300)
    dark = [
        (x, y)
        for x in range(0, 300, 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    assert min(x for x, _ in dark) > 25
    assert min(y for _, y in dark) > 40
    pages.close()


@pytest.mark.usefixtures("no_office")
def test_without_a_printer_it_says_what_can_be_done(
    qtbot: QtBot, session: Session, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        module.QPrinterInfo, "availablePrinterNames", staticmethod(lambda: list[str]())
    )
    page = opened(qtbot, session, context)
    QTest.mouseClick(page.head.print_, LEFT)
    assert "没有装打印机" in page.foot.done.text()


@pytest.mark.usefixtures("no_office")
def test_with_the_offices_own_template_the_difference_is_told(
    qtbot: QtBot, session: Session, context: Context, tmp_path: Path
) -> None:
    from reportdesk.gui.templates import Templates

    form = tmp_path / "红头.docx"
    jobs.write(Document(NEW, 2025, {}), form, CATALOG)
    templates = Templates(context)
    templates.choose(NEW, templates.gallery.add(form))
    page = opened(qtbot, session, context)
    assert "和模板“红头”的样子不同" in page.foot.words.text()


# In the window


@pytest.fixture
def window(qtbot: QtBot, context: Context, no_office: None) -> MainWindow:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1366, 697)
    with qtbot.waitActive(window):
        window.show()
    window.reports.create(report(NEW, 2025, texts=GOOD))
    return window


def test_the_preview_opens_at_the_section_and_goes_back_to_another(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    desk.show_section(desk.ids[3])
    window.actions_["print_report"].trigger()
    page = window.previewing.page
    assert page is not None
    assert window.centralWidget().currentWidget() is page  # type: ignore[attr-defined]
    assert page.contents.current == desk.ids[3]
    assert not window.actions_["fill_zero"].isEnabled()
    page.section_asked.emit(desk.ids[4])
    assert window.previewing.page is None
    assert desk.section == desk.ids[4]
    assert desk.isVisible()
    assert window.actions_["fill_zero"].isEnabled()


def test_escape_goes_back_to_where_the_clerk_was(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    desk.show_section(desk.ids[2])
    window.previewing.print_report()
    page = window.previewing.page
    assert page is not None
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert window.previewing.page is None
    assert desk.isVisible()
    assert desk.section == desk.ids[2]


def test_the_zoom_keys_change_the_pages_and_not_the_report(window: MainWindow) -> None:
    window.previewing.print_report()
    page = window.previewing.page
    assert page is not None
    page.view.setFocus()
    before, zoom = page.view.zoom, window.context.settings.zoom
    QTest.keyClick(page.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.view.zoom > before
    QTest.keyClick(page.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.view.fit == "width"
    QTest.keyClick(page.view, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.view.page == 1
    assert window.context.settings.zoom == zoom


def test_leaving_the_report_leaves_the_preview_too(window: MainWindow) -> None:
    window.previewing.print_report()
    window.actions_["to_start"].trigger()
    assert window.previewing.page is None
    assert window.start.isVisible()


def test_the_review_page_leads_to_the_preview_and_back(window: MainWindow) -> None:
    window.export()
    desk = window.desk
    assert desk is not None
    assert desk.review is not None
    QTest.mouseClick(desk.review.ways.preview, LEFT)
    assert window.previewing.page is not None
    window.actions_["export"].trigger()
    assert window.previewing.page is None
    assert desk.review.isVisible()


def test_f8_in_the_preview_goes_back_to_the_finding(window: MainWindow) -> None:
    desk = window.desk
    assert desk is not None
    desk.session.edit({"others": "无"}, "改写")
    desk.show_section(desk.ids[0])
    window.previewing.print_report()
    assert window.previewing.page is not None
    window.actions_["next_finding"].trigger()
    assert window.previewing.page is None
    assert desk.isVisible()
    assert desk.section == desk.session.edition.fields["others"].section.id
