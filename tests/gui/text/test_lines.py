"""The single lines of the cover: typed, chosen, offered, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reportdesk.form.edition import Edition, Line, Section, TextRule
from reportdesk.gui import style
from reportdesk.gui.text.calendar import Calendar
from reportdesk.gui.text.date_field import DateField, as_date
from reportdesk.gui.text.line_row import NO_DAY
from reportdesk.gui.text.lines import LinesForm
from reportdesk.report.document import Document, Origin
from tests.gui.conftest import OpenSession
from tests.gui.text.conftest import write

KIND = ("部门", "乡镇街道")
YEAR = TextRule("W", "stale_year", "标题里写的是{found}年。", words=("#年",))
COVER = Section(
    "cover",
    "封面",
    (
        Line("organ", "机关名称", required=True, carry=True, help="写全称。"),
        Line("kind", "类别", choices=KIND),
        Line("title", "标题", required=True, default="{headline}", rules=(YEAR,)),
        Line("signature", "落款", default="{organ}"),
        Line("date", "成文日期", holds="date"),
    ),
)
FORM = Edition("small", "tests", "工作年度报告", "办法", 2000, (COVER,))
ORGAN = "云溪县水务局"

ShowForm = Callable[..., LinesForm]


@pytest.fixture
def show_form(open_session: OpenSession, qtbot: QtBot) -> ShowForm:
    """Shows the cover of a report with these values; ``carried`` are last year's."""

    def shown(carried: tuple[str, ...] = (), **values: str) -> LinesForm:
        origins = {key: Origin("last_year") for key in carried}
        form = LinesForm(open_session(Document(FORM, 2025, values, origins)), COVER)
        qtbot.addWidget(form)
        form.resize(900, 400)
        form.focus_first()
        with qtbot.waitActive(form):
            form.show()
        return form

    return shown


def edit(form: LinesForm, key: str) -> QLineEdit:
    field = form.rows[key].field
    found = field.field if isinstance(field, DateField) else field
    assert isinstance(found, QLineEdit)
    return found


def box(form: LinesForm, key: str) -> QComboBox:
    field = form.rows[key].field
    assert isinstance(field, QComboBox)
    return field


def test_the_focus_goes_to_what_must_be_filled_and_tab_follows_the_form(show_form: ShowForm):
    form = show_form(organ=ORGAN)
    assert edit(form, "title").hasFocus()
    form.rows["organ"].focus()
    title, signature = form.rows["title"], form.rows["signature"]
    for stop in (
        form.rows["kind"].target,
        title.target,
        title.beside.offer,
        signature.target,
        signature.beside.offer,
        form.rows["date"].target,
    ):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert stop.hasFocus()


def test_enter_commits_and_leaving_commits_and_undo_takes_back(show_form: ShowForm):
    form = show_form()
    form.go("organ")
    write(edit(form, "organ"), " 云溪县  水务局 ")
    assert form.session.value("organ") == ""
    QTest.keyClick(edit(form, "organ"), Qt.Key.Key_Return)
    assert form.session.value("organ") == edit(form, "organ").text() == "云溪县 水务局"
    assert form.session.undo.undoText() == "填写机关名称"
    form.go("title")
    write(edit(form, "title"), "年报")
    form.go("date")
    assert form.session.value("title") == "年报"
    form.session.undo.undo()
    assert edit(form, "title").text() == ""


def test_esc_gives_up(show_form: ShowForm):
    form = show_form(organ=ORGAN)
    form.go("organ")
    write(edit(form, "organ"), "别的")
    QTest.keyClick(edit(form, "organ"), Qt.Key.Key_Escape)
    assert edit(form, "organ").text() == ORGAN
    form.flush()
    assert form.session.undo.count() == 0


def test_flush_commits_what_is_being_typed(show_form: ShowForm):
    form = show_form()
    form.go("organ")
    write(edit(form, "organ"), ORGAN)
    form.flush()
    assert form.session.value("organ") == ORGAN


def test_a_line_that_is_emptied_is_blank(show_form: ShowForm):
    form = show_form(organ=ORGAN)
    edit(form, "organ").clear()
    form.flush()
    assert "organ" not in form.session.document.values
    assert form.rows["organ"].beside.state.text() == "必填"


def test_what_is_last_years_says_so_until_it_is_confirmed(show_form: ShowForm):
    form = show_form(carried=("organ", "signature"), organ=ORGAN, signature=ORGAN)
    row = form.rows["organ"]
    assert (row.beside.state.text(), row.beside.confirm.isVisible()) == ("沿用上年", True)
    QTest.mouseClick(row.beside.confirm, Qt.MouseButton.LeftButton)
    assert (row.beside.state.text(), row.beside.confirm.isVisible()) == ("", False)
    assert form.session.document.origins.keys() == {"signature"}
    form.go("signature")
    QTest.keyClick(edit(form, "signature"), Qt.Key.Key_Return)
    assert form.session.document.origins == {}


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin("last_year"), "沿用上年"),
        (Origin("last_year", place="2024"), "沿用上年"),
        (Origin("last_year", place="2022"), "沿用 2022 年"),
        (Origin("last_year", place="2025"), "取自本年另一份报告"),
        (Origin("file", "2025.docx"), "来自文件"),
    ],
)
def test_a_line_says_from_which_year_it_is(show_form: ShowForm, origin: Origin, words: str):
    form = show_form(organ=ORGAN)
    form.session.document.origins["organ"] = origin
    form.rows["organ"].renew()
    assert form.rows["organ"].beside.state.text() == words


def test_a_title_is_offered_where_it_is_another_than_the_usual(show_form: ShowForm):
    form = show_form(organ=ORGAN, title="水务局年报")
    offer = form.rows["title"].beside.offer
    assert (offer.text(), offer.toolTip()) == ("按机关名称和年度生成", f"{ORGAN}2025年工作年度报告")
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    assert form.session.value("title") == f"{ORGAN}2025年工作年度报告"
    assert not offer.isVisible()
    form.session.edit({"organ": "云溪县水利局"}, "改")
    assert offer.isVisible()
    assert form.rows["signature"].beside.offer.text() == "填入“云溪县水利局”"


def test_nothing_is_offered_while_the_organ_is_not_known(show_form: ShowForm):
    form = show_form()
    assert not form.rows["title"].beside.offer.isVisible()


def test_what_is_found_against_a_line_stands_under_it(show_form: ShowForm):
    form = show_form(organ=ORGAN, title="2024年年报")
    assert form.rows["title"].below.finding.text() == "标题里写的是2024年。"
    form.session.edit({"title": "2025年年报"}, "改")
    assert not form.rows["title"].below.isVisible()


def test_a_finding_is_gone_to_with_its_words_selected(show_form: ShowForm):
    form = show_form(organ=ORGAN, title="水务局2024年年报")
    assert form.go("title", 3, 5)
    assert edit(form, "title").selectedText() == "2024年"
    assert not form.go("story")


def test_a_choice_is_made_with_the_keyboard_and_can_be_undone(show_form: ShowForm):
    form = show_form()
    choices = box(form, "kind")
    form.go("kind")
    assert choices.currentText() == "（未选）"
    QTest.keyClick(choices, Qt.Key.Key_Down)
    QTest.keyClick(choices, Qt.Key.Key_Down)
    assert form.session.value("kind") == "乡镇街道"
    form.session.undo.undo()
    assert choices.currentText() == "部门"
    form.session.undo.undo()
    assert "kind" not in form.session.document.values


def test_a_choice_that_the_form_does_not_have_stays(show_form: ShowForm):
    form = show_form(kind="事业单位")
    assert box(form, "kind").currentText() == "事业单位"
    form.flush()
    assert form.session.value("kind") == "事业单位"


def test_the_wheel_turns_no_choice(show_form: ShowForm):
    form = show_form(kind="部门")
    choices = box(form, "kind")
    at = QPointF(choices.rect().center())
    event = QWheelEvent(
        at,
        QPointF(choices.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choices, event)
    assert form.session.value("kind") == "部门"


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2026年1月20日", "2026年1月20日"),
        ("2026-1-20", "2026年1月20日"),
        ("2026.01.20", "2026年1月20日"),
        ("2026/1/20", "2026年1月20日"),
        ("２０２６年１月２０日", "2026年1月20日"),
        ("二〇二六年一月二十日", "2026年1月20日"),
        (" 2026 年 1 月 20 日 ", "2026年1月20日"),
        ("2026年2月30日", "2026年2月30日"),
        ("一月中旬", "一月中旬"),
        ("", ""),
    ],
)
def test_a_date_is_written_as_reports_write_it(typed: str, date: str):
    assert as_date(typed) == date


def test_a_date_that_is_no_day_is_kept_and_told(show_form: ShowForm):
    form = show_form()
    form.go("date")
    QTest.keyClicks(edit(form, "date"), "2026-2-30")
    QTest.keyClick(edit(form, "date"), Qt.Key.Key_Return)
    below = form.rows["date"].below
    assert form.session.value("date") == "2026-2-30"
    assert below.isVisible()
    assert below.finding.text() == NO_DAY
    for known in ("2026年2月28日", ""):
        form.session.edit({"date": known or None}, "x")
        assert not below.isVisible()


def test_a_typed_date_is_understood_when_it_is_committed(show_form: ShowForm):
    form = show_form()
    form.go("date")
    QTest.keyClicks(edit(form, "date"), "2026-1-20")
    QTest.keyClick(edit(form, "date"), Qt.Key.Key_Return)
    assert form.session.value("date") == edit(form, "date").text() == "2026年1月20日"


def test_a_day_is_chosen_in_the_calendar_with_the_keyboard(show_form: ShowForm):
    form = show_form(date="2026年1月20日")
    form.go("date")
    QTest.keyClick(edit(form, "date"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, Calendar)
    assert calendar.month.selectedDate() == QDate(2026, 1, 20)
    focus = calendar.month.focusProxy() or calendar.month
    QTest.keyClick(focus, Qt.Key.Key_Right)
    QTest.keyClick(focus, Qt.Key.Key_Return)
    assert form.session.value("date") == "2026年1月21日"
    assert edit(form, "date").hasFocus()


def test_fields_have_names_for_who_cannot_see_them(show_form: ShowForm):
    form = show_form()
    assert edit(form, "organ").accessibleName() == "机关名称，必填"
    assert form.rows["date"].label.buddy() is edit(form, "date")


def test_another_content_is_shown_when_the_report_is_replaced(show_form: ShowForm):
    form = show_form(organ=ORGAN)
    form.session.replace(Document(FORM, 2025, {"organ": "云溪县水利局"}), "换一份")
    assert edit(form, "organ").text() == "云溪县水利局"


def test_the_current_blank_is_told(show_form: ShowForm):
    form = show_form()
    current = QSignalSpy(form.current)
    QApplication.sendEvent(edit(form, "date"), QEvent(QEvent.Type.Enter))
    assert current.count() == 0
    form.go("date")
    assert current.at(0) == ["date"]


def test_a_line_has_no_more_parts_than_it_needs_and_tab_finds_those_that_come_later(
    show_form: ShowForm,
):
    form = show_form()
    row = form.rows["signature"]
    assert not row.beside.findChildren(QPushButton)
    edit(form, "organ").setFocus()
    QTest.keyClicks(edit(form, "organ"), "Office")
    QTest.keyClick(edit(form, "organ"), Qt.Key.Key_Return)
    assert [each.text() for each in row.beside.findChildren(QPushButton)] == ["填入“Office”"]
    row.focus()
    QTest.keyClick(row.target, Qt.Key.Key_Tab)
    assert row.beside.offer.hasFocus()
    QTest.keyClick(row.beside.offer, Qt.Key.Key_Tab)
    assert form.rows["date"].target.hasFocus()


def test_the_form_grows_with_the_zoom(show_form: ShowForm):
    form = show_form(("organ",), organ=ORGAN)
    row, field = form.rows["organ"], edit(form, "organ")
    assert row.beside.help is not None
    words = (row.label, field, row.beside.help, row.beside.state, row.beside.confirm)
    before = [widget.fontMetrics().height() for widget in words], field.height(), field.width()
    style.set_theme(zoom=2.0)
    QApplication.processEvents()
    for widget, was in zip(words, before[0], strict=True):
        assert widget.fontMetrics().height() >= 1.8 * was
    assert field.height() > before[1]
    assert edit(form, "date").width() < edit(form, "title").width() <= form.width()


def test_what_is_said_of_a_field_goes_below_it_where_the_page_is_narrow(show_form: ShowForm):
    form = show_form(("organ",), organ=ORGAN)
    field, said = edit(form, "organ"), form.rows["organ"].beside.state

    def places() -> tuple[QPoint, QPoint]:
        QApplication.processEvents()
        return field.mapTo(form, QPoint()), said.mapTo(form, QPoint())

    at, beside = places()
    assert beside.x() > at.x() + field.width()
    form.resize(560, 400)
    at, below = places()
    assert below.y() >= at.y() + field.height()
    assert at.x() + field.width() <= 560
    form.resize(900, 400)
    assert places()[1].x() > at.x() + field.width()
