"""核对与导出 on screen: it follows the report, leads to what is left, and lets it out."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.gui.context import Context
from reportdesk.gui.review.page import ReviewPage
from reportdesk.report.document import Document
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

LAST = report(NEW, 2024, requests(new__person=58, granted__person=58), texts={"problems": "去年"})
FIGURES = {**requests(new__person=60, granted__person=61), "disclosure.documents.in_force": 7}
TEXTS = {"title": "年报", "others": "无"}


class Page:
    """The page, with answers in place of the dialogs."""

    def __init__(
        self, qtbot: QtBot, open_session: OpenSession, context: Context, document: Document
    ) -> None:
        self.session = open_session(document)
        self.page = ReviewPage(self.session, context)
        qtbot.addWidget(self.page)
        self.answers: list[Path | None] = []
        self.page.ask_path = lambda _title, _path, _kind: self.answers.pop(0)
        self.page.ask_form = lambda: self.answers.pop(0)
        self.page.resize(1202, 615)
        with qtbot.waitActive(self.page):
            self.page.show()

    def press(self, id: str) -> None:
        click(self.page.ways.buttons[id])

    @property
    def kinds(self) -> list[str]:
        return [line.todo.kind for line in self.page.todos.lines if line.todo is not None]


@pytest.fixture
def there(qtbot: QtBot, open_session: OpenSession, context: Context) -> Page:
    document = report(NEW, 2025, FIGURES, previous=LAST, texts=TEXTS)
    return Page(qtbot, open_session, context, document)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_it_shows_what_is_left_and_the_years_side_by_side(there: Page) -> None:
    assert there.kinds == ["error", "review", "review"]
    assert there.page.summary.text() == "错误 1，核实 2"
    assert there.page.chart.years == ("2024", "2025")
    new = there.page.chart.rows[0]
    assert (new.last, new.this, new.change) == ("58", "60", "2")
    assert there.page.unit.text() == "单位：件"


def test_it_follows_the_report(there: Page) -> None:
    there.session.edit({"requests.new.person": "61"}, "填写")
    assert there.kinds == ["review", "review"]
    assert there.page.chart.rows[0].change == "3"
    there.page.hide()
    there.session.undo.undo()
    assert there.kinds == ["review", "review"]
    there.page.show()
    assert there.kinds == ["error", "review", "review"]


def test_a_line_leads_to_its_place(there: Page) -> None:
    asked = QSignalSpy(there.session.asked)
    click(there.page.todos.lines[0].go)
    assert asked.at(0)[0] == "requests.new.person"


def test_without_last_year_it_says_where_to_get_it(
    qtbot: QtBot, open_session: OpenSession, context: Context
) -> None:
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts={"title": "年报"}))
    assert there.page.unit.text() == "还没有上年报告，可从文件导入后比较。"
    assert there.page.todos.nothing.isVisible()
    assert not there.page.copy_todos.isEnabled()
    assert there.page.chart.years == ("", "2025")


def test_the_final_document_waits_and_the_draft_is_the_primary(there: Page) -> None:
    final, draft = (there.page.ways.buttons[id] for id in ("final", "draft"))
    assert not final.isEnabled()
    assert final.toolTip() == "改好 1 处错误后可导出"
    assert there.page.ways.words["final"].text() == "改好 1 处错误后可导出"
    assert (final.property("primary"), draft.property("primary")) == ("false", "true")
    assert there.page.ways.marked.isVisible()
    there.session.edit({"requests.new.person": "61"}, "填写")
    assert final.isEnabled()
    assert (final.property("primary"), draft.property("primary")) == ("true", "false")
    assert not there.page.ways.marked.isVisible()


def test_an_export_is_told_with_the_way_to_it(
    there: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_url(url: QUrl) -> None:
        opened.append(Path(url.toLocalFile()))

    monkeypatch.setattr("reportdesk.gui.review.ways.QDesktopServices.openUrl", open_url)
    out = tmp_path / "年报（草稿）.docx"
    there.answers = [out]
    there.press("draft")
    assert out.exists()
    result = there.page.ways.result
    assert result.words.text() == f"已导出草稿到 {out}"
    assert not result.again.isVisible()
    click(result.open)
    click(result.show_folder)
    assert opened == [out, tmp_path]
    assert there.page.ways.last.text().startswith("上次导出：草稿，今天 ")
    assert str(tmp_path) in there.page.ways.folder.toolTip()


def test_the_last_final_document_is_told_when_the_page_is_opened_again(
    qtbot: QtBot, open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts={"title": "年报"}))
    assert not there.page.ways.last.isVisible()
    there.answers = [tmp_path / "年报.docx"]
    there.press("final")
    again = ReviewPage(there.session, context)
    qtbot.addWidget(again)
    assert again.ways.last.text().startswith("上次导出：正式稿，")


def test_what_did_not_work_is_told_in_place_and_tried_again(there: Page, tmp_path: Path) -> None:
    out = tmp_path / "later" / "年报.xlsx"
    there.answers = [out]
    there.press("excel")
    result = there.page.ways.result
    assert "文件夹不存在" in result.words.text()
    assert not result.open.isVisible()
    click(result.again)
    assert "文件夹不存在" in result.words.text()
    there.answers = [tmp_path / "年报.xlsx"]
    click(result.elsewhere)
    assert result.words.text() == f"已导出汇总表到 {tmp_path / '年报.xlsx'}"
    assert not result.again.isVisible()


def test_given_up_nothing_happens(there: Page) -> None:
    there.answers = [None, None, Path("form.docx"), None]
    there.press("copy")
    there.press("form")  # no form chosen
    there.press("form")  # a form, and no place for the result
    assert not there.page.ways.result.isVisible()
    assert there.answers == []


def test_the_list_can_be_copied(there: Page) -> None:
    click(there.page.copy_todos)
    assert "1. 【错误】三、自然人" in clipboard()
    assert there.page.copy_todos.text() == "已复制"


def test_the_table_can_be_copied(there: Page) -> None:
    click(there.page.copy_table)
    assert clipboard().splitlines()[1].split("\t")[1:] == ["58", "60", "2"]
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_the_web_page_can_be_copied(there: Page) -> None:
    click(there.page.ways.copy_button)
    assert "<h1>" in QGuiApplication.clipboard().mimeData().html()
    assert "已复制" in there.page.ways.result.words.text()
    assert not there.page.ways.result.open.isVisible()


def test_the_focus_begins_with_the_first_thing_to_do(there: Page) -> None:
    there.page.setFocus()
    assert there.page.focusWidget() is there.page.todos.lines[0].go
    there.session.edit({"requests.new.person": "61", "others": "未收取信息处理费。"}, "填写")


def test_with_nothing_to_do_the_focus_is_on_the_way_out(
    qtbot: QtBot, open_session: OpenSession, context: Context
) -> None:
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts={"title": "年报"}))
    there.page.setFocus()
    assert there.page.focusWidget() is there.page.ways.buttons["final"]


@pytest.mark.parametrize("width", [1202, 1033, 930])
def test_nothing_is_wider_than_the_page(there: Page, width: int) -> None:
    there.page.resize(width, 486)
    QTest.qWait(1)
    right = there.page.ways.mapTo(there.page, there.page.ways.rect().topRight()).x()
    assert right < width
    for label in there.page.ways.words.values():
        assert label.height() >= label.heightForWidth(label.width())


def test_every_button_is_reached_by_tab(there: Page) -> None:
    page = there.page
    there.page.setFocus()
    reached: set[QPushButton] = set()
    for _ in range(40):
        focused = page.focusWidget()
        if isinstance(focused, QPushButton):
            reached.add(focused)
        QTest.keyClick(focused or page, Qt.Key.Key_Tab)
    shown = [one for one in page.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    assert page.ways.buttons["draft"] in shown
    assert reached >= set(shown)
