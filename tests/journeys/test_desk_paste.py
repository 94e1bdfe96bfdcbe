"""Pasting through the main window: Ctrl+V from other programs, undone to the beginning and back."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reportdesk.gui.grid.paste_dialog import PasteDialog
from reportdesk.report.totals import effective
from tests.builders import NEW, cells, report
from tests.gui.grid import payloads
from tests.journeys.desk import Clerk, K, M, at_work

LAST = report(NEW, figures={key: random.Random(key).randint(0, 60) for key in cells(NEW)})
"""A report whose tables the clerk has in other programs."""


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Iterator[Clerk]:
    """A clerk with a report in which nothing is filled."""
    QGuiApplication.clipboard().clear()
    found = at_work(qtbot, tmp_path / "data")
    blank = report(NEW, figures=dict.fromkeys(cells(NEW)))
    found.window.reports.open(found.context.store.create(blank))
    yield found
    QGuiApplication.clipboard().clear()
    found.close()


def paste(clerk: Clerk, held: QMimeData, *, looked_at: bool) -> None:
    """Ctrl+V, and Enter where the clerk is shown first what would be done."""
    seen: list[PasteDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PasteDialog):
            seen.append(dialog)
            QTest.keyClick(dialog, K.Key_Return)

    QGuiApplication.clipboard().setMimeData(held)
    watch = QTimer(interval=10)
    watch.timeout.connect(answer)
    watch.start()
    clerk.press(K.Key_V, M.ControlModifier)
    watch.stop()
    assert len(seen) == looked_at


@pytest.mark.parametrize("program", [payloads.word, payloads.browser, payloads.excel])
def test_three_tables_copied_whole_are_three_steps(
    clerk: Clerk, program: Callable[[payloads.Rows], QMimeData]
) -> None:
    seen = effective(LAST)
    for table in NEW.tables:
        clerk.desk.go(table.id)
        paste(clerk, program(payloads.form(table, seen)), looked_at=True)
    wanted = {key: LAST.values[key] for key in cells(NEW)}
    values = clerk.session.document.values
    assert {key: values.get(key) for key in wanted} == wanted
    assert not any(key in values for key in cells(NEW, entries=False, totals=True))
    undo = clerk.session.undo
    assert [undo.text(step) for step in range(undo.count())] == [
        "粘贴 10 格",
        "粘贴 175 格",
        "粘贴 15 格",
    ]
    while undo.canUndo():
        clerk.does("undo")
    assert not any(key in clerk.session.document.values for key in wanted)
    while undo.canRedo():
        clerk.does("redo")
    assert {key: clerk.session.document.values.get(key) for key in wanted} == wanted
    stored = clerk.context.store.open(clerk.session.id, clerk.context.catalog)
    assert {key: stored.values.get(key) for key in wanted} == wanted


def test_figures_alone_are_copied_from_one_place_to_another_by_the_menu(clerk: Clerk) -> None:
    clerk.desk.go("requests.new.person")
    paste(clerk, payloads.excel([["60", "12"], ["7", "2"]]), looked_at=False)
    clerk.does("copy")
    clerk.desk.go("requests.denied_secret.research")
    clerk.does("paste")
    values = clerk.session.document.values
    assert values["requests.denied_secret.research"] == "60"
    assert values["requests.denied_secret.charity"] == "12"
    assert values["requests.denied_law.charity"] == "2"
