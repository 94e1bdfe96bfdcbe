"""What is left to do, as a list on screen and as text."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from reportdesk.gui.review.todo import CHANGE_REASON, GO, as_text, summary, todo_of
from reportdesk.gui.review.todo_list import TodoList
from reportdesk.gui.session import Session
from tests.builders import NEW, report, requests
from tests.gui.conftest import OpenSession

LAST = report(NEW, 2024, texts={"problems": "去年的。"})
FIGURES = {
    **requests(new__person=60, granted__person=61),
    "disclosure.documents.in_force": 7,
    "disclosure.enforcement.decisions": None,
}
GOOD = {"title": "年报", "date": "2026年1月20日"}
SPOKEN = "主动公开、依申请公开、信息管理、平台建设、监督保障"
OVERVIEW = f"{SPOKEN}。\n截至2024年12月31日，没有变化。"
TEXTS = {**GOOD, "others": "无", "overview": OVERVIEW}
REASON = "专项清理时 1 件\n到期失效"


def opened(open_session: OpenSession) -> Session:
    session = open_session(report(NEW, 2025, FIGURES, previous=LAST, texts=TEXTS))
    session.set_reason(next(f for f in session.findings if f.rule == "Y-2"), REASON)
    return session


def test_everything_left_is_listed_and_what_is_done_comes_last(open_session: OpenSession) -> None:
    todos = todo_of(opened(open_session))
    assert [(todo.kind, todo.place, todo.action) for todo in todos] == [
        ("error", "三、自然人", GO),
        ("review", "六、其他事项", GO),
        ("blank", "二、主动公开", GO),
        ("hint", "一、第 2 段", GO),
        ("done", "二、行政规范性文件", CHANGE_REASON),
    ]
    assert todos[0].words == (
        "收到与办理的件数不相等：一 60 ＋ 二 0 ＝ 60，三（七）61 ＋ 四 0 ＝ 61，右边多 1 件"
    )
    assert todos[2].words == "还有 1 格没有填：行政强制"
    assert todos[4].words == "已写原因：专项清理时 1 件 到期失效"
    assert [todo.key for todo in todos] == [
        "requests.new.person",
        "others",
        "disclosure.enforcement.decisions",
        "overview",
        "disclosure.documents.in_force",
    ]


def test_what_is_left_is_counted(open_session: OpenSession) -> None:
    session = opened(open_session)
    assert summary(session) == "错误 1，核实 2（1 处已写原因），提示 1，未填 1"
    assert summary(open_session(report(NEW, 2025, texts=GOOD))) == ""


def test_blanks_of_a_section_are_one_line(open_session: OpenSession) -> None:
    session = open_session(
        report(NEW, 2025, texts={**GOOD, "overview": "", "organ": "", "title": ""})
    )
    session.edit({"requests.new.person": None, "requests.new.legal": None}, "清除")
    words = {todo.place: todo.words for todo in todo_of(session)}
    assert words["封面信息"] == "还没有写：机关名称、标题"
    assert words["一、总体情况"] == "还没有写"
    assert words["三、依申请公开"] == "还有 2 格没有填：本年新收 × 自然人、本年新收 × 法律服务机构"
    session.edit(dict.fromkeys(f"requests.left.{c}" for c in ("person", "legal")), "清除")
    words = {todo.place: todo.words for todo in todo_of(session)}
    assert words["三、依申请公开"] == "还有 4 格没有填"


def test_paragraphs_as_last_year_are_told_until_somebody_says_that_they_hold(
    open_session: OpenSession,
) -> None:
    words = f"（一）主动公开\n按月公开水价信息，答复群众来信。\n新的一段，{SPOKEN}。"
    last = report(NEW, 2024, texts={"overview": words.replace("新的", "去年的")})
    session = open_session(report(NEW, 2025, texts={**GOOD, "overview": words}, previous=last))
    (todo,) = [todo for todo in todo_of(session) if "同上年" in todo.words and todo.at[0] > 0]
    assert (todo.kind, todo.place, todo.key) == ("kept", "一、总体情况", "overview")
    assert todo.words.startswith("1 段还同上年")
    assert words[todo.at[0] :].startswith("按月公开")
    assert summary(session) == "同上年 2 段"
    session.hold("overview", [words.split("\n")[1]])
    assert not [todo for todo in todo_of(session) if todo.key == "overview"]
    assert summary(session) == "同上年 1 段"


def test_what_a_text_leaves_out_is_named_and_is_gone_once_it_is_written(
    open_session: OpenSession,
) -> None:
    words = "主动公开、依申请公开、政府信息管理、平台建设都有进展。"
    session = open_session(report(NEW, 2025, texts={**GOOD, "overview": words}))
    (todo,) = [todo for todo in todo_of(session) if todo.key == "overview"]
    assert (todo.kind, todo.place, todo.words) == (
        "unspoken",
        "一、总体情况",
        "还没有写到：监督保障",
    )
    assert summary(session) == "没写到 1 项"
    assert "【没写到】一、总体情况" in as_text(session)
    session.edit({"overview": words + "监督保障也有加强。"}, "改写")
    assert todo_of(session) == []


def test_a_date_that_is_missing_on_paper_is_told_and_holds_nothing_up(
    open_session: OpenSession,
) -> None:
    session = open_session(report(NEW, 2025, texts={"title": "年报"}))
    assert [(todo.kind, todo.place, todo.words, todo.key) for todo in todo_of(session)] == [
        ("undated", "封面信息", "成文日期还没有填", "date")
    ]
    assert summary(session) == "成文日期还没有填"
    assert session.progress.complete
    session.edit({"date": "2026年1月20日"}, "填写成文日期")
    assert todo_of(session) == []


def test_the_list_as_text_can_be_sent_to_somebody(open_session: OpenSession) -> None:
    lines = as_text(opened(open_session)).splitlines()
    assert lines[0] == (
        "云溪县水务局2025年度政府信息公开工作年度报告，还要处理："
        "错误 1，核实 2（1 处已写原因），提示 1，未填 1"
    )
    assert lines[1].startswith("1. 【错误】三、自然人：收到与办理的件数不相等")
    assert lines[3] == "3. 【还没填】二、主动公开：还有 1 格没有填：行政强制"


def test_a_line_leads_to_its_place(qtbot: QtBot, open_session: OpenSession) -> None:
    todos = todo_of(opened(open_session))
    widget = TodoList()
    qtbot.addWidget(widget)
    widget.show_todos(todos)
    widget.resize(600, 200)
    widget.show()
    chosen = QSignalSpy(widget.chosen)
    QTest.mouseClick(widget.lines[3].go, Qt.MouseButton.LeftButton)
    QTest.keyClick(widget.lines[0].go, Qt.Key.Key_Space)
    assert [chosen.at(n)[0] for n in range(chosen.count())] == [todos[3], todos[0]]
    assert widget.lines[0].go.accessibleName() == "前往：错误，三、自然人"
    assert widget.lines[4].go.text() == "修改原因"


def test_lines_are_told_anew_and_not_made_again(qtbot: QtBot, open_session: OpenSession) -> None:
    todos = todo_of(opened(open_session))
    widget = TodoList()
    qtbot.addWidget(widget)
    widget.show_todos(todos)
    first = widget.lines[0]
    widget.show_todos(todos[1:])
    assert widget.lines[0] is first
    assert first.todo == todos[1]
    assert len(widget.lines) == len(todos) - 1
    widget.show_todos([])
    assert widget.lines == []
    widget.show()
    assert widget.nothing.isVisible()
