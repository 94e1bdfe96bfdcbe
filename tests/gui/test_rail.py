"""The rail tells by mark and word how each section stands, and is gone about by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from reportdesk.gui import style
from reportdesk.gui.rail import REVIEW, Rail
from reportdesk.gui.rail_entry import Entry
from reportdesk.report.document import Document
from tests.builders import NEW, edition, report, requests, table, text
from tests.gui.conftest import OpenSession

BROKEN = requests(new__person=60, granted__person=61)


def rail_of(qtbot: QtBot, open_session: OpenSession, document: Document) -> Rail:
    rail = Rail(open_session(document))
    qtbot.addWidget(rail)
    rail.set_current(document.edition.sections[0].id)
    rail.resize(rail.width(), 640)
    with qtbot.waitActive(rail):
        rail.show()
    return rail


def states(rail: Rail) -> dict[str, tuple[str, str]]:
    return {id: (entry.state.mark, entry.state.words) for id, entry in rail.entries.items()}


def test_every_section_has_an_entry_and_the_last_is_the_way_out(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    rail = rail_of(qtbot, open_session, report(NEW, 2025, BROKEN))
    assert list(rail.entries) == [*(section.id for section in NEW.sections), REVIEW]
    assert states(rail)["s3"] == ("error", "错误 1 处")
    assert states(rail)[REVIEW][1] == "尚有 1 处错误"
    assert rail.entries["s3"].accessibleName() == "三、依申请公开，错误 1 处"


def test_it_follows_an_edit_without_making_anything_anew(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    document = report(NEW, 2025, BROKEN, texts={"title": "年报"})
    session = open_session(document)
    rail = Rail(session)
    qtbot.addWidget(rail)
    before = dict(rail.entries)
    session.edit({"requests.new.person": "61"}, "填写")
    assert states(rail)["s3"] == ("done", "已填完")
    session.edit({"requests.new.person": None}, "清除")
    assert states(rail)["s3"][0] == "part"
    assert states(rail)[REVIEW][1] == "还有 1 格未填"
    session.undo.undo()
    assert states(rail)[REVIEW] == ("done", "可以导出正式稿")
    assert rail.entries == before


def test_a_review_without_its_reason_is_told_at_the_way_out(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    texts = {"title": "年报", "others": "无"}
    session = open_session(report(NEW, 2025, texts=texts))
    rail = Rail(session)
    qtbot.addWidget(rail)
    assert states(rail)[REVIEW] == ("none", "1 处待写原因")
    (finding,) = (f for f in session.findings if f.severity == "review")
    session.set_reason(finding, "本年度没有收取过任何费用")
    assert states(rail)[REVIEW] == ("done", "可以导出正式稿")


def test_the_report_is_named_on_top(qtbot: QtBot, open_session: OpenSession) -> None:
    organ = "云溪县自然资源和规划局城东分局登记事务中心第二管理站综合科"
    document = report(NEW, 2025, texts={"organ": organ})
    session = open_session(document)
    rail = Rail(session)
    qtbot.addWidget(rail)
    assert rail.organ.text().count("\n") == 1
    assert rail.organ.text().endswith("…")
    assert rail.organ.toolTip() == organ
    assert rail.year.text() == "2025年度（2021版格式）"
    session.edit({"organ": "水务局"}, "填写")
    assert (rail.organ.text(), rail.organ.toolTip()) == ("水务局", "")


def test_a_click_asks_for_a_section_and_leaves_the_mark_where_it_is(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    rail = rail_of(qtbot, open_session, report(NEW, 2025))
    chosen = QSignalSpy(rail.chosen)
    QTest.mouseClick(rail.entries["s4"], Qt.MouseButton.LeftButton)
    assert [chosen.at(n) for n in range(chosen.count())] == [["s4"]]
    assert rail.current == "cover"
    rail.set_current("s4")
    assert [id for id, entry in rail.entries.items() if entry.isChecked()] == ["s4"]


def test_arrows_home_and_end_move_the_focus_and_enter_chooses(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    rail = rail_of(qtbot, open_session, report(NEW, 2025))
    rail.focus_current()
    chosen = QSignalSpy(rail.chosen)

    def press(key: Qt.Key) -> str:
        focus = rail.focusWidget()
        assert isinstance(focus, Entry)
        QTest.keyClick(focus, key)
        after = rail.focusWidget()
        assert isinstance(after, Entry)
        return after.id

    assert press(Qt.Key.Key_Up) == "cover"
    assert press(Qt.Key.Key_Down) == "s1"
    assert press(Qt.Key.Key_End) == REVIEW
    assert press(Qt.Key.Key_Down) == REVIEW
    press(Qt.Key.Key_Return)
    assert press(Qt.Key.Key_Home) == "cover"
    press(Qt.Key.Key_Space)
    assert [chosen.at(n)[0] for n in range(chosen.count())] == [REVIEW, "cover"]


def test_only_the_current_entry_is_a_stop_of_the_tab_key(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    rail = rail_of(qtbot, open_session, report(NEW, 2025))
    rail.set_current("s2")
    stops = [id for id, e in rail.entries.items() if e.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == ["s2"]


def test_narrow_it_keeps_marks_and_tells_the_rest_in_tool_tips(
    qtbot: QtBot, open_session: OpenSession
) -> None:
    rail = rail_of(qtbot, open_session, report(NEW, 2025, BROKEN))
    rail.set_narrow(True)
    assert rail.width() == style.theme().size("rail_narrow")
    assert rail.entries["s3"].toolTip() == "三、依申请公开：错误 1 处"
    assert rail.entries["s3"].height() == style.theme().size("rail_item")
    rail.set_narrow(False)
    assert rail.entries["s3"].toolTip() == ""


@pytest.mark.parametrize("narrow", [False, True])
def test_an_error_looks_other_than_a_section_that_is_done(
    qtbot: QtBot, open_session: OpenSession, narrow: bool
) -> None:
    rail = rail_of(qtbot, open_session, report(NEW, 2025, BROKEN))
    rail.set_narrow(narrow)
    error = style.theme().colour("error").rgb()
    inked = [has_colour(rail.entries[id], error) for id in ("s3", "s4")]
    assert inked == [True, False]


def has_colour(entry: Entry, colour: int) -> bool:
    picture = entry.grab().toImage()
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return any(picture.pixel(x, y) == colour for x, y in points)


def test_another_offices_sections_fit_and_scroll(qtbot: QtBot, open_session: OpenSession) -> None:
    form = edition(table("x", "a"), text("words"))
    rail = rail_of(qtbot, open_session, Document(form, None, {}))
    assert list(rail.entries) == ["cover", "s1", REVIEW]
    assert rail.year.text() == "未定年度（2000版格式）"
    assert rail.organ.text() == "未填机关名称"
    rail.resize(rail.width(), 120)
    rail.focus_current()
    QTest.keyClick(rail.entries["cover"], Qt.Key.Key_End)
    assert not rail.entries[REVIEW].visibleRegion().isEmpty()
