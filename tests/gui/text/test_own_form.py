"""Another country's form: its narrative and its lines are written like any other's."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk.form.edition import Edition
from reportdesk.gui.text.lines import LinesForm
from reportdesk.gui.text.live_menu import LiveMenu
from reportdesk.gui.text.text_widget import TextBlock
from reportdesk.report.document import Document
from tests.gui.conftest import OpenSession

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "editions.md"


@pytest.fixture
def own(tmp_path: Path) -> Edition:
    """The example of the guide for offices."""
    examples = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    text = next(example for example in examples if "family" in example)
    (tmp_path / "form.toml").write_text(text, encoding="utf-8")
    return next(e for e in reportdesk.editions(tmp_path).values() if e.family != "cn-annual")


def test_a_live_number_of_its_own_is_chosen_by_name(
    own: Edition, open_session: OpenSession, qtbot: QtBot
):
    values = {"cases.received.citizens": "5", "cases.received.press": "2"}
    session = open_session(Document(own, 2024, values))
    block = TextBlock(session, own.texts[0])
    qtbot.addWidget(block)
    block.focus_first()
    with qtbot.waitActive(block):
        block.show()
    QTest.keyClicks(block.editor, "We had ")
    QTest.keyClick(block.editor, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, LiveMenu)
    QTest.keyClicks(menu.words, "Received All")
    QTest.keyClick(menu.words, Qt.Key.Key_Return)
    block.flush()
    assert session.value("remarks") == "We had {{cases.received.all}}"
    assert block.value("cases.received.all") == "7"
    assert "Received × All" in block.where.words()


def test_its_lines_are_filled(own: Edition, open_session: OpenSession, qtbot: QtBot):
    session = open_session(Document(own, 2024, {}))
    form = LinesForm(session, own.sections[0])
    qtbot.addWidget(form)
    form.focus_first()
    with qtbot.waitActive(form):
        form.show()
    QTest.keyClicks(form.rows["organ"].target, "Harbour Office")
    QTest.keyClick(form.rows["organ"].target, Qt.Key.Key_Return)
    assert session.value("organ") == "Harbour Office"
    assert (
        form.rows["title"].beside.offer.toolTip() == "Harbour Office: Records Requests Return 2024"
    )
