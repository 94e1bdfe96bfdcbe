"""A narrative on screen, with a small form under it."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.form.edition import Sum, Text, TextRule
from reportdesk.gui.text.text_widget import TextBlock
from reportdesk.report.document import Document
from tests.builders import edition, table
from tests.gui.conftest import OpenSession

RULES = (
    TextRule("W-1", "length", "太长了。", limit=20),
    TextRule("W-2", "stale_year", "“{words}”像是上年留下的。", words=("截至#年12月31日",)),
    TextRule(
        "W-3", "figure", "文中写“{words}”，表中是{expected}。", "review",
        words=("收到…申请#件",), equals=("t.a.sum",),
    ),
)  # fmt: skip
STORY = Text("story", "情况", required=True, aspects=("主动公开", "监督保障|监督"), rules=RULES)
FORM = edition(
    table("a b", "x y sum", sums=[Sum("S", ("x", "y"), column="sum")]),
    STORY,
    Text("note", "表后说明"),
)
CELLS = {"t.a.x": "3", "t.a.y": "4", "t.b.x": "0", "t.b.y": "0"}

ShowText = Callable[..., TextBlock]


def write(widget: QWidget, words: str) -> None:
    """Type words with an input method, as one types Chinese."""
    event = QInputMethodEvent("pinyin", [])
    QApplication.sendEvent(widget, event)
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(widget, event)


def last_year(words: str) -> Document:
    return Document(FORM, 2019, {"story": words})


@pytest.fixture
def show_text(open_session: OpenSession, qtbot: QtBot) -> ShowText:
    """Opens a report with ``words`` in its narrative and shows that."""

    def shown(words: str = "", *, last: str = "", compact: bool = False) -> TextBlock:
        values = {**CELLS, **({"note" if compact else "story": words} if words else {})}
        previous = last_year(last) if last else None
        session = open_session(Document(FORM, 2020, values, previous=previous))
        text = FORM.block("note") if compact else STORY
        assert isinstance(text, Text)
        block = TextBlock(session, text, compact)
        qtbot.addWidget(block)
        block.resize(900, 500)
        with qtbot.waitActive(block):
            block.show()
        if not compact:
            block.focus_first()
        return block

    return shown
