"""Another country's form is told to its clerk as well as the official ones are."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from reportdesk.form.load import load
from reportdesk.gui.context import Context
from reportdesk.gui.explain import RowHelp
from reportdesk.gui.findings.panel import FindingsPanel
from reportdesk.gui.rail import REVIEW, Rail
from reportdesk.gui.review.page import ReviewPage
from reportdesk.gui.session import Session
from reportdesk.gui.status import StatusBar
from reportdesk.report.document import Document
from tests.gui.conftest import OpenSession

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "editions.md"


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    """The guide's example, filled, with one request that is not accounted for."""
    examples = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    form = load(next(example for example in examples if "family" in example), "guide.toml")
    cells = [k for k, f in form.fields.items() if f.row is not None and not f.total]
    values = {**dict.fromkeys(cells, "0"), "organ": "Harbour Office", "remarks": "A quiet year."}
    last = Document(form, 2024, dict(values))
    values |= {"cases.received.citizens": "4", "cases.released.citizens": "5"}
    return open_session(Document(form, 2025, values, previous=last))


def test_its_sections_are_on_the_rail(qtbot: QtBot, session: Session) -> None:
    rail = Rail(session)
    qtbot.addWidget(rail)
    assert [entry.state.name for entry in rail.entries.values()][:3] == [
        "Cover",
        "Requests",
        "Remarks",
    ]
    assert rail.entries["part_a"].state.mark == "error"
    assert rail.entries[REVIEW].state.words == "尚有 1 处错误"
    for narrow in (False, True):
        rail.set_narrow(narrow)
        assert not rail.grab().isNull()


def test_its_findings_are_told_with_both_sides(qtbot: QtBot, session: Session) -> None:
    panel = FindingsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(262, 600)
    panel.show()
    panel.set_section("part_a")
    (item,) = [item for item in panel.listing.items if item.kind == "error"]
    head = panel.listing.head(item.ident)
    assert head is not None
    assert head.accessibleName().startswith("错误，Requests Citizens，4 requests came in")
    assert panel.listing.body.sides.accessibleName() == (
        "Open on 1 January 0 ＋ Received 4 ＝ 4；"
        "Total closed 5 ＋ Open on 31 December 0 ＝ 5；右边多 1"
    )
    causes = [line.words.text() for line in panel.listing.body.causes if not line.isHidden()]
    assert causes == ["· Received少登 1", "· “Total closed”有一项多计 1"]


def test_its_rows_are_explained(qtbot: QtBot, session: Session) -> None:
    help = RowHelp(session)
    qtbot.addWidget(help)
    help.show_section("part_a")
    help.show_key("cases.opening.citizens")
    assert help.words.startswith("Open on 1 January\nRequests not yet answered")


def test_it_is_summed_up_and_compared(
    qtbot: QtBot, session: Session, context: Context, tmp_path: Path
) -> None:
    page = ReviewPage(session, context)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    first = page.todos.lines[0].todo
    assert first is not None
    assert first.place == "Requests Citizens"
    received = next(row for row in page.chart.rows if row.name == "Received")
    assert (received.last, received.this) == ("0", "4")
    out = tmp_path / "return.xlsx"
    page.outlet.ask.path = lambda _title, _path, _kind: out  # type: ignore[method-assign]
    page.ways.buttons["excel"].click()
    assert out.exists()


def test_the_status_bar_leads_to_its_errors(qtbot: QtBot, session: Session) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.attach(session)
    bar.resize(900, 25)
    bar.show()
    asked = QSignalSpy(session.asked)
    assert bar.report is not None
    QTest.keyClick(bar.report.counts["error"], Qt.Key.Key_Space)
    assert asked.at(0)[0] == "cases.opening.citizens"
