"""Pages one below the other: scrolled, made larger and smaller, and told by their numbers."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.paper.pages import Beginning, OwnPages, PdfPages
from reportdesk.gui.paper.pages_view import LEAST, MOST, PagesView
from reportdesk.gui.paper.printing import pdf_of
from reportdesk.report.document import Document
from tests.builders import NEW, report

COLOURS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00")


class Coloured:
    """Four pages in plain colours, the third landscape; it remembers what was painted."""

    beginnings = (Beginning("a", 0, 0.0),)

    def __init__(self) -> None:
        self.painted: list[int] = []

    def count(self) -> int:
        return len(COLOURS)

    def size(self, number: int) -> QSizeF:
        return QSizeF(842, 595) if number == 2 else QSizeF(595, 842)

    def picture(self, number: int, width: int) -> QImage:
        self.painted.append(number)
        size = self.size(number)
        image = QImage(
            width, round(width * size.height() / size.width()), QImage.Format.Format_RGB32
        )
        image.fill(QColor(COLOURS[number]))
        return image


@pytest.fixture
def pages() -> Coloured:
    return Coloured()


@pytest.fixture
def view(qtbot: QtBot, pages: Coloured) -> PagesView:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_pages(pages)
    with qtbot.waitActive(view):
        view.show()
    return view


def seen(view: PagesView) -> str:
    image = view.viewport().grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2).name()


def settle() -> None:
    QTest.qWait(20)


def test_the_first_page_is_there_at_once_and_only_what_is_seen_is_painted(
    view: PagesView, pages: Coloured
) -> None:
    assert seen(view) == COLOURS[0]
    settle()
    assert set(pages.painted) <= {0, 1}


def test_every_page_is_told_when_it_is_reached(view: PagesView) -> None:
    told = QSignalSpy(view.page_changed)
    for number in range(1, 4):
        view.go(number)
        settle()
        assert view.page == number
        assert seen(view) == COLOURS[number]
    assert [told.at(n)[0] for n in range(told.count())] == [1, 2, 3]
    assert view.accessibleDescription() == "第 4 页，共 4 页"
    view.go(9)
    assert view.page == 3


def test_home_end_and_the_space_bar_go_through_the_pages(view: PagesView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert view.page == 3
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.page == 0
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert 0 < view.verticalScrollBar().value() < 600
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.verticalScrollBar().value() == 0


def wheel(view: PagesView, delta: int) -> None:
    at = QPointF(200, 200)
    event = QWheelEvent(
        at,
        view.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def test_ctrl_and_the_wheel_make_pages_larger_and_smaller_and_keep_the_place(
    view: PagesView,
) -> None:
    view.go(1, 100)
    before, place = view.zoom, view.page
    wheel(view, 120)
    assert view.zoom == pytest.approx(before * 1.2)
    assert view.fit == ""
    assert view.page == place
    for _ in range(40):
        wheel(view, -120)
    assert view.zoom == LEAST
    for _ in range(40):
        view.zoom_in()
    assert view.zoom == MOST
    assert view.horizontalScrollBar().maximum() > 0


def test_pages_are_fitted_to_the_width_or_whole(view: PagesView) -> None:
    wide = view.zoom
    view.set_fit("page")
    assert view.zoom < wide
    height = 842 * view.zoom * view.logicalDpiX() / 72
    assert height <= view.viewport().height()
    view.resize(700, 600)
    assert view.fit == "page"
    view.set_fit("width")
    assert view.horizontalScrollBar().maximum() == 0


def test_a_whole_page_begins_at_the_top(view: PagesView) -> None:
    view.go(1, 500)
    reached = view.page
    view.set_fit("page")
    assert view.page == reached
    settle()
    image = view.viewport().grab().toImage()
    assert image.pixelColor(image.width() // 2, 30).name() == COLOURS[reached]
    assert image.pixelColor(image.width() // 2, 3).name() not in COLOURS


def test_a_double_click_says_which_place_was_meant(view: PagesView) -> None:
    view.set_fit("page")
    picked = QSignalSpy(view.picked)
    middle = view.viewport().rect().center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    page, top = picked.at(0)
    assert page == 0
    assert 842 * 0.4 < top < 842 * 0.6
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert picked.count() == 1


def test_other_pages_are_shown_from_the_same_place_on(view: PagesView) -> None:
    view.go(1, 300)
    before = view.verticalScrollBar().value()
    view.show_pages(Coloured())
    assert abs(view.verticalScrollBar().value() - before) <= 2
    assert view.page == 1


def sections(document: Document) -> list[tuple[str, str]]:
    return [(s.id, s.heading) for s in document.edition.sections if s.heading]


def test_both_kinds_of_pages_know_where_each_section_begins(qtbot: QtBot) -> None:
    document = report(NEW, texts={"overview": "\n".join(["一年来按时公开。"] * 30)})
    own = OwnPages(document, draft=False)
    pdf = PdfPages(pdf_of(document, draft=False), sections(document))
    assert [b.section for b in own.beginnings] == [id for id, _ in sections(document)]
    assert [b.section for b in pdf.beginnings] == [id for id, _ in sections(document)]
    assert own.count() == pdf.count()
    for one, other in zip(own.beginnings, pdf.beginnings, strict=True):
        assert one.page == other.page
        assert abs(one.top - other.top) < 25
    pdf.close()


def test_both_kinds_of_pages_are_painted_alike(qtbot: QtBot) -> None:
    document = report(NEW)
    own = OwnPages(document, draft=True)
    pdf = PdfPages(pdf_of(document, draft=True), sections(document))
    for pages in (own, pdf):
        image = pages.picture(0, 400)
        assert image.width() == 400
        assert abs(image.height() - 566) <= 1
        colours = {
            image.pixelColor(x, y).name()
            for x in range(0, 400, 2)
            for y in range(0, image.height(), 2)
        }
        assert "#ffffff" in colours
        assert any(QColor(name).lightness() < 80 for name in colours)
    pdf.close()


def test_what_is_no_pdf_is_refused(qtbot: QtBot) -> None:
    with pytest.raises(ValueError, match="no PDF"):
        PdfPages(b"not at all", [])
