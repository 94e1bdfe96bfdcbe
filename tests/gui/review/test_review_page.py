"""核对与导出 on screen: it follows the report, leads to what is left, and lets it out."""

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.gui.context import Context
from reportdesk.gui.review.asking import Asking
from reportdesk.gui.review.exports import Exporter
from reportdesk.gui.review.page import ReviewPage
from reportdesk.report.document import Document
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

OLD_TEXTS = {"problems": "去年", "overview": "去年的情况。", "others": "去年未收取信息处理费。"}
LAST = report(NEW, 2024, requests(new__person=58, granted__person=58), texts=OLD_TEXTS)
FIGURES = {**requests(new__person=60, granted__person=61), "disclosure.documents.in_force": 7}
GOOD = {"title": "年报", "date": "2026年1月20日"}
TEXTS = {**GOOD, "others": "无"}


class Answers(Asking):
    """Answers in place of the dialogs, in the order in which they are asked for."""

    def __init__(self, there: "Page", context: Context) -> None:
        super().__init__(there.session, context, there.page)
        self._there = there
        self.versions: list[str | None] = []
        self.going_on: list[bool] = []
        self.shown: list[int] = []

    def path(self, title: str, suggested: Path, kind: str) -> Path | None:
        return self._there.answers.pop(0)

    def form(self) -> Path | None:
        return self._there.answers.pop(0)

    def version(self, exporter: Exporter) -> str | None:
        return self.versions.pop(0) if self.versions else exporter.signing.proposed()

    def go_on(self) -> bool:
        return self.going_on.pop(0)

    def changes(self, version: int) -> None:
        self.shown.append(version)


class Page:
    """The page, with answers in place of the dialogs."""

    def __init__(
        self, qtbot: QtBot, open_session: OpenSession, context: Context, document: Document
    ) -> None:
        self.session = open_session(document)
        self.page = ReviewPage(self.session, context)
        qtbot.addWidget(self.page)
        self.answers: list[Path | None] = []
        self.asked = Answers(self, context)
        self.page.outlet.ask = self.asked
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
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts=GOOD))
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

    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("reportdesk.gui.review.result.QDesktopServices.openUrl", open_url)
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


def test_without_a_program_for_it_the_file_is_told_to_be_there_all_the_same(
    there: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(url: QUrl) -> bool:
        return False

    monkeypatch.setattr("reportdesk.gui.review.result.QDesktopServices.openUrl", refuse)
    there.answers = [tmp_path / "年报.docx"]
    there.press("draft")
    result = there.page.ways.result
    click(result.open)
    assert "本机没有能打开它的程序" in result.notes.text()
    assert result.notes.isVisible()
    assert result.show_folder.isVisible()


def test_the_last_final_document_is_told_when_the_page_is_opened_again(
    qtbot: QtBot, open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts=GOOD))
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


def test_the_body_for_a_website_can_be_copied_as_html_as_text_and_as_source(there: Page) -> None:
    click(there.page.ways.copy_button)
    result = there.page.ways.result
    html, text = QGuiApplication.clipboard().mimeData().html(), clipboard()
    assert "<h2>" in html
    assert "<h1>" not in html
    assert "<html" not in html
    assert "草稿" in html
    assert "<" not in text
    assert "一年来" in text
    assert any(line.split("\t")[-1] == "60" for line in text.splitlines())
    assert "已复制" in result.words.text()
    assert not result.open.isVisible()
    click(result.source)
    assert clipboard() == html
    assert not result.source.isVisible()


def test_a_report_sent_for_signature_is_told_with_what_changed_since(
    there: Page, tmp_path: Path
) -> None:
    assert not there.page.ways.sent.isVisible()
    there.answers = [tmp_path / "送审稿.docx"]
    there.press("sign")
    ways = there.page.ways
    told = ways.sent_words.text()
    assert told.startswith("“第1次送审，2026年1月20日”（校验码 ")
    assert told.endswith("送审后没有改动")
    assert ways.last.text().startswith("上次导出：送审稿，")
    look = ways.links["查看送审后的改动"]
    assert not look.isVisible()
    there.session.edit({"requests.new.person": "61", "requests.new.legal": "1"}, "填写")
    assert ways.sent_words.text().endswith("送审后改动了 3 处")
    click(look)
    (version,) = there.session.store.versions.of(there.session.id)
    assert there.asked.shown == [version.id]
    there.session.undo.undo()
    assert ways.sent_words.text().endswith("送审后没有改动")


def test_a_final_document_that_is_not_what_was_signed_says_so(
    qtbot: QtBot, open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts=GOOD))
    there.answers = [tmp_path / "送审稿.docx", tmp_path / "年报.docx", tmp_path / "年报2.docx"]
    there.press("sign")
    (version,) = there.session.store.versions.of(there.session.id)
    there.session.store.versions.sign(version.id)
    there.press("final")
    assert not there.page.ways.result.notes.isVisible()
    there.session.edit({"others": "本年度收取信息处理费 380 元。"}, "填写")
    assert there.page.ways.words["final"].text() == "内容和已签发的不同"
    assert there.page.ways.sent_words.text().endswith("已签发后改动了 1 处")
    there.press("final")
    assert there.page.ways.result.notes.text() == (
        "和已签发的“第1次送审，2026年1月20日”相比有 1 处不同，请确认是否要重新送审。"
    )


def test_a_version_that_is_not_named_is_not_sent(there: Page) -> None:
    there.asked.versions = [None]
    there.press("sign")
    assert there.session.store.versions.of(there.session.id) == []
    assert not there.page.ways.result.isVisible()


def test_a_full_disk_is_told_in_place_and_the_old_file_is_intact(
    there: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "年报.docx"
    out.write_bytes(b"old")
    result = there.page.ways.result
    there.answers = [out]
    with monkeypatch.context() as full:

        def no_room(_handle: int) -> None:
            raise OSError(28, "No space left on device")

        full.setattr("os.fsync", no_room)
        there.press("draft")
    assert "磁盘满了" in result.words.text()
    assert out.read_bytes() == b"old"
    assert (result.again.text(), result.elsewhere.text()) == ("重试", "换个名字…")
    click(result.again)
    assert result.words.text() == f"已导出草稿到 {out}"
    assert out.read_bytes() != b"old"


def test_a_file_open_in_word_is_told_and_another_name_goes(
    there: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "年报.pdf"
    out.write_bytes(b"old")
    (tmp_path / "~$年报.pdf").write_bytes(b"")
    there.answers = [out, tmp_path / "年报2.pdf"]
    with monkeypatch.context() as held:

        def refuse(_beside: Path, _to: Path) -> Path:
            raise PermissionError(13, "Permission denied")

        held.setattr(Path, "replace", refuse)
        there.press("pdf")
    result = there.page.ways.result
    assert "它正在 Word 里打开着" in result.words.text()
    assert out.read_bytes() == b"old"
    click(result.elsewhere)
    assert (tmp_path / "年报2.pdf").read_bytes().startswith(b"%PDF")
    assert out.read_bytes() == b"old"


def test_what_the_offices_template_lacks_is_shown_before_anything_is_written(
    there: Page, tmp_path: Path
) -> None:
    form = tmp_path / "本局模板.docx"
    made = docx.Document()
    made.add_paragraph("{{headline}}")
    made.save(str(form))
    exporter = there.page.outlet.exporter
    exporter.templates.choose(NEW, exporter.templates.gallery.add(form))
    there.page.outlet.freshen()
    assert there.page.ways.template_words.text() == "Word 模板：本局模板"
    there.asked.going_on = [False]
    there.press("draft")
    assert not there.page.ways.result.isVisible()
    there.asked.going_on, there.answers = [True], [tmp_path / "out.docx"]
    there.press("draft")
    assert "没有位置" in there.page.ways.result.notes.text()
    there.answers = [tmp_path / "out.xlsx"]
    there.press("excel")
    assert there.asked.going_on == []


def test_the_preview_is_asked_for(there: Page) -> None:
    asked = QSignalSpy(there.page.preview_asked)
    click(there.page.ways.preview)
    assert asked.count() == 1


def test_the_focus_begins_with_the_first_thing_to_do(there: Page) -> None:
    there.page.setFocus()
    assert there.page.focusWidget() is there.page.todos.lines[0].go
    there.session.edit({"requests.new.person": "61", "others": "未收取信息处理费。"}, "填写")


def test_with_nothing_to_do_the_focus_is_on_the_way_out(
    qtbot: QtBot, open_session: OpenSession, context: Context
) -> None:
    there = Page(qtbot, open_session, context, report(NEW, 2025, texts=GOOD))
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
