"""The panel of findings: it follows every edit, leads to each place, repairs, and takes reasons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.checks.reasons import TOO_LITTLE
from reportdesk.gui.findings.head import Head
from reportdesk.gui.findings.listing import NOTHING
from reportdesk.gui.findings.panel import FindingsPanel
from reportdesk.gui.session import Session
from tests.builders import NEW, Figures, report, requests
from tests.gui.conftest import OpenSession

LAST = report(NEW, 2024, {"disclosure.documents.in_force": 5}, texts={"problems": "去年的。"})
FIGURES: Figures = {
    **requests(new__person=60, granted__person=61),
    "disclosure.documents.made": 3,
    "disclosure.documents.in_force": 7,
}
TEXTS = {
    "others": "无",
    "overview": "一年来按时公开。\n截至2024年12月31日，没有变化。",
    "title": "年报",
}
REASON = "年中专项清理时，1 件到期自动失效"
GOOD = {"title": "年报"}


class Place:
    """The panel beside a field that stands for the page."""

    def __init__(self, qtbot: QtBot, session: Session, section: str = "s3") -> None:
        self.session = session
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.panel = FindingsPanel(session)
        self.page = QLineEdit()
        column = QVBoxLayout(self.window)
        column.addWidget(self.page)
        column.addWidget(self.panel, 1)
        self.panel.set_section(section)
        self.asked = QSignalSpy(session.asked)
        self.window.resize(284, 760)
        with qtbot.waitActive(self.window):
            self.window.show()

    @property
    def heads(self) -> list[Head]:
        heads = [h for h in self.panel.findChildren(Head) if h.isVisible()]
        return sorted(heads, key=lambda head: head.y())

    @property
    def open(self) -> str:
        return next((head.item.finding.rule for head in self.heads if head.is_open), "")

    def head(self, rule: str) -> Head:
        return next(head for head in self.heads if head.item.finding.rule == rule)

    def button(self, words: str) -> QPushButton:
        buttons = self.panel.findChildren(QPushButton)
        return next(b for b in buttons if b.text().startswith(words) and b.isVisible())

    def shows(self, words: str) -> bool:
        buttons = self.panel.findChildren(QPushButton)
        return any(b.text().startswith(words) and b.isVisible() for b in buttons)

    def went(self) -> list[str]:
        return [self.asked.at(n)[0] for n in range(self.asked.count())]


@pytest.fixture
def place(qtbot: QtBot, open_session: OpenSession) -> Place:
    return Place(qtbot, open_session(report(NEW, 2025, FIGURES, previous=LAST, texts=TEXTS)))


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_first_finding_of_the_section_is_unfolded(place: Place) -> None:
    assert [h.item.finding.rule for h in place.heads] == ["T3-1", "Y-2", "L-2", "L-3"]
    assert place.open == "T3-1"
    assert place.panel.count.text() == "4 处"
    assert place.head("T3-1").accessibleName() == "错误，三、自然人，收到与办理的件数不相等"
    place.panel.set_section("s2")
    assert place.open == "Y-2"
    assert place.heads[0].item.finding.rule == "Y-2"


def test_a_section_without_findings_unfolds_none(place: Place) -> None:
    place.panel.set_section("s4")
    assert place.open == ""


def test_both_sides_and_the_difference_are_read_out(place: Place) -> None:
    sides = place.panel.listing.body.sides
    assert sides.accessibleName() == "一 60 ＋ 二 0 ＝ 60；三（七）61 ＋ 四 0 ＝ 61；右边多 1 件"


def test_a_click_goes_to_the_place_and_unfolds(place: Place) -> None:
    click(place.head("L-3"))
    assert place.open == "L-3"
    key, start, length = place.asked.at(0)
    assert key == "overview"
    assert TEXTS["overview"][start : start + length] == "2024年12月31日"


def test_keys_go_about_and_enter_goes_there(place: Place) -> None:
    place.panel.focus_list()
    assert place.window.focusWidget() is place.head("T3-1")
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Down)
    assert place.window.focusWidget() is place.head("Y-2")
    assert place.open == "T3-1"
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Space)
    assert (place.open, place.went()) == ("Y-2", [])
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Return)
    assert place.went() == ["disclosure.documents.in_force"]
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_End)
    assert place.window.focusWidget() is place.head("L-3")
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Home)
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Up)
    assert place.window.focusWidget() is place.heads[0]


def test_tab_goes_from_a_finding_into_its_reason_and_on(place: Place) -> None:
    place.panel.set_section("s2")
    place.panel.focus_list()
    body = place.panel.listing.body
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Tab)
    assert place.window.focusWidget() is body.reason.edit
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Tab)
    assert place.window.focusWidget() is body.repair
    QTest.keyClick(place.window.focusWidget(), Qt.Key.Key_Tab)
    assert place.window.focusWidget() is body.save


def test_an_edit_mends_a_finding_and_the_others_stay_what_they_are(place: Place) -> None:
    others = {head.item.ident: head for head in place.heads if head.item.finding.rule != "T3-1"}
    place.session.edit({"requests.new.person": "61"}, "填写")
    assert {head.item.ident: head for head in place.heads} == others
    place.session.undo.undo()
    assert place.heads[0].item.finding.rule == "T3-1"


def test_the_one_that_is_unfolded_is_told_anew(place: Place) -> None:
    place.session.edit({"requests.new.person": "59"}, "填写")
    assert place.panel.listing.body.sides.accessibleName().endswith("右边多 2 件")
    assert place.open == "T3-1"


def test_what_is_mended_gives_way_to_the_next_of_its_section(place: Place) -> None:
    place.session.edit({"requests.new.company": "1"}, "填写")
    assert [head.item.finding.rule for head in place.heads][:2] == ["T3-1", "T3-1"]
    place.session.edit({"requests.new.person": "61"}, "填写")
    assert place.open == "T3-1"
    assert place.heads[0].is_open


def test_hidden_it_costs_nothing_and_catches_up_when_shown(place: Place) -> None:
    place.panel.hide()
    told = place.panel.listing.items
    place.session.edit({"requests.new.person": "61"}, "填写")
    assert place.panel.listing.items is told
    place.panel.show()
    assert [h.item.finding.rule for h in place.heads] == ["Y-2", "L-2", "L-3"]


def test_a_repair_is_a_step_that_can_be_undone(place: Place) -> None:
    repaired = QSignalSpy(place.panel.repaired)
    click(place.button("改为 61"))
    assert place.session.value("requests.new.person") == "61"
    assert place.session.undo.undoText() == "改为 61"
    assert place.went() == ["requests.new.person"]
    assert [repaired.at(n) for n in range(repaired.count())] == [["已改为 61。"]]
    place.session.undo.undo()
    assert place.session.value("requests.new.person") == "60"


def test_old_years_are_renewed_one_by_one_or_all_at_once_and_each_is_a_step(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    words = "2024年，公开信息5条。\n2024年，办理来信8件。\n2024年，答复咨询9件。"
    place = Place(qtbot, open_session(report(NEW, 2025, texts={**GOOD, "overview": words})))
    place.panel.set_section("s1")
    click(place.button("改为 2025年"))
    assert place.session.value("overview") == words.replace("2024", "2025", 1)
    click(place.button("2 处一起改"))
    assert place.session.value("overview") == words.replace("2024", "2025")
    assert place.session.undo.undoText() == "改正 2 处"
    place.session.undo.undo()
    assert place.session.value("overview") == words.replace("2024", "2025", 1)


def test_blanks_can_be_filled_from_here(qtbot: QtBot, open_session: OpenSession) -> None:
    figures = requests(new__person=None, left__other=None)
    place = Place(qtbot, open_session(report(NEW, 2025, figures, texts=GOOD)))
    assert place.panel.count.text() == ""
    QTest.keyClick(place.head("V-2"), Qt.Key.Key_Space)
    click(place.button("空白处填 0（2 格）"))
    assert place.session.progress.complete
    assert place.session.undo.undoText() == "空白处填 0（2 格）"


def test_a_reason_that_tells_nothing_is_gently_refused(place: Place) -> None:
    place.panel.set_section("s2")
    body = place.panel.listing.body
    QTest.keyClicks(body.reason.edit, "OK")
    click(place.button("保存原因"))
    assert body.reason.refused.text() == TOO_LITTLE
    assert body.reason.refused.isVisible()
    QApplication.processEvents()
    assert body.reason.edit.geometry().bottom() < body.reason.refused.y(), "it has its own line"
    assert body.reason.text == "OK"
    assert not place.session.document.reasons
    assert body.reason.edit.hasFocus(), "she writes on where the words are missing"
    QTest.keyClicks(body.reason.edit, " ")
    assert not body.reason.refused.isVisible()


def test_a_reason_is_kept_and_folded_away(place: Place) -> None:
    place.panel.set_section("s2")
    body = place.panel.listing.body
    body.reason.edit.setFocus()
    body.reason.edit.setPlainText(REASON)
    QTest.keyClick(body.reason.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert list(place.session.document.reasons.values()) == [REASON]
    assert [head.item.finding.rule for head in place.heads] == ["T3-1", "L-2", "L-3"]
    assert place.panel.count.text() == "3 处"
    assert place.shows("▸ 已说明 1 处")
    assert isinstance(place.window.focusWidget(), Head)


def test_a_reason_can_be_changed_and_taken_away(place: Place) -> None:
    finding = next(f for f in place.session.findings if f.rule == "Y-2")
    place.session.set_reason(finding, REASON)
    click(place.button("▸ 已说明 1 处"))
    head = place.head("Y-2")
    assert head.accessibleName() == f"已说明，二、行政规范性文件，{REASON}"
    click(head)
    body = place.panel.listing.body
    assert place.window.focusWidget() is body.reason.edit
    assert body.reason.text == REASON
    body.reason.edit.setPlainText("")
    click(place.button("保存原因"))
    assert not place.session.document.reasons
    assert not place.shows("▸ 已说明")


def test_a_reason_is_kept_when_she_leaves_it_as_a_figure_is(place: Place) -> None:
    place.panel.set_section("s2")
    body = place.panel.listing.body
    body.reason.edit.setFocus()
    body.reason.edit.setPlainText(REASON)
    body.save.setFocus()
    assert not place.session.document.reasons  # she is still here
    place.page.setFocus()
    assert list(place.session.document.reasons.values()) == [REASON]


def test_a_reason_half_written_waits_for_her(place: Place) -> None:
    place.panel.set_section("s2")
    body = place.panel.listing.body
    body.reason.edit.setFocus()
    QTest.keyClicks(body.reason.edit, "1 ")
    place.panel.set_section("s3")
    assert body.reason.text == ""
    place.panel.set_section("s2")
    assert body.reason.text == "1 "


def test_a_reason_being_typed_is_not_touched_by_an_edit(place: Place) -> None:
    place.panel.set_section("s2")
    edit = place.panel.listing.body.reason.edit
    edit.setFocus()
    QTest.keyClicks(edit, "abc")
    QTest.keyClick(edit, Qt.Key.Key_Left)
    place.session.edit({"disclosure.documents.in_force": "6"}, "填写")
    place.session.edit({"requests.new.person": "61"}, "填写")
    QTest.keyClicks(edit, "X")
    assert place.window.focusWidget() is edit
    assert edit.toPlainText() == "abXc"
    assert place.panel.listing.body.sides.accessibleName().endswith("相差 2 件")


def test_undoing_a_reason_shows_the_finding_as_it_was(place: Place) -> None:
    finding = next(f for f in place.session.findings if f.rule == "Y-2")
    place.panel.set_section("s2")
    place.session.set_reason(finding, REASON)
    place.session.undo.undo()
    assert place.open == "Y-2"
    assert place.panel.listing.body.reason.text == ""


def test_f8_walks_all_and_begins_again(place: Place) -> None:
    told = QSignalSpy(place.panel.told)
    walked: list[str] = []
    for _ in range(5):
        place.panel.next_finding()
        walked.append(place.open)
    assert walked == ["T3-1", "L-2", "L-3", "Y-2", "T3-1"]
    assert [told.at(n)[0] for n in range(told.count())] == ["到了最后一处，从第一处再看。"]
    place.panel.next_finding(-1)
    assert place.open == "Y-2"


def test_f8_begins_where_the_clerk_is(place: Place) -> None:
    place.panel.set_section("s5")
    place.panel.next_finding()
    assert place.open == "L-2"
    place.panel.set_section("s1")
    place.panel.next_finding(-1)
    assert place.open == "L-3"


def test_f8_backwards_from_the_beginning_goes_to_the_end(place: Place) -> None:
    told = QSignalSpy(place.panel.told)
    place.panel.set_section("cover")
    place.panel.next_finding(-1)
    assert place.open == "L-2"
    assert told.at(0)[0] == "到了第一处，从最后一处再看。"


def test_f8_works_with_the_panel_closed(place: Place) -> None:
    place.panel.hide()
    place.panel.next_finding()
    place.panel.next_finding()
    assert place.went() == ["requests.new.person", "others"]


def test_f8_says_when_there_is_one_finding_blanks_or_nothing(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    place = Place(qtbot, open_session(report(NEW, 2025, requests(new__person=1), texts=GOOD)))
    told = QSignalSpy(place.panel.told)
    place.panel.next_finding()
    place.panel.next_finding()
    place.session.edit({"requests.new.person": None}, "清除")
    place.panel.next_finding()
    place.session.edit({"requests.new.person": "0"}, "填写")
    place.panel.next_finding()
    words = [told.at(n)[0] for n in range(told.count())]
    assert words == ["只有这一处问题。", "没有别的问题了，这里还有空白。", NOTHING]
    assert place.went() == ["requests.new.person"] * 3


def test_a_cell_at_fault_unfolds_its_finding(place: Place) -> None:
    place.session.edit({"requests.new.company": "1"}, "填写")
    place.panel.show_key("requests.new.company")
    company = next(head for head in place.heads if head.is_open)
    assert "requests.new.company" in company.item.finding.keys
    place.panel.show_key("requests.new.legal")  # nothing is wrong there
    assert company.is_open


def test_whoever_goes_to_a_place_finds_its_finding_unfolded(place: Place) -> None:
    place.session.go("disclosure.documents.in_force")
    place.panel.set_section("s2")
    assert place.open == "Y-2"


def test_only_this_section_if_she_wants(place: Place) -> None:
    click(place.panel.only)
    assert [head.item.finding.rule for head in place.heads] == ["T3-1"]
    place.panel.set_section("s4")
    assert place.heads == []
    assert place.panel.count.text() == "4 处"


def test_with_nothing_wrong_it_says_so(qtbot: QtBot, open_session: OpenSession) -> None:
    place = Place(qtbot, open_session(report(NEW, 2025, texts=GOOD)))
    assert place.heads == []
    assert place.panel.listing.nothing.text() == NOTHING
    assert place.panel.listing.nothing.isVisible()
    place.panel.focus_list()
    assert place.window.focusWidget() is place.panel.close_button


def test_closing_is_told(place: Place) -> None:
    closed = QSignalSpy(place.panel.closed)
    click(place.panel.close_button)
    assert closed.count() == 1


def test_another_content_in_its_place_is_shown(place: Place) -> None:
    place.session.replace(report(NEW, 2025, requests(new__legal=2), texts=GOOD), "换成版本")
    assert [head.item.finding.rule for head in place.heads] == ["T3-1"]
    assert "requests.new.legal" in place.heads[0].item.finding.keys


def test_nothing_is_cut_off_in_the_narrow_form(place: Place) -> None:
    place.panel.set_section("s2")
    for width in (262, 236):
        place.panel.setFixedWidth(width)
        QTest.qWait(1)
        body = place.panel.listing.body
        for part in body.findChildren(QWidget):
            if part.isVisible() and part.parent() is body:
                assert body.rect().contains(part.geometry())
                if part.hasHeightForWidth():
                    assert part.height() >= part.heightForWidth(part.width())
