"""Whatever a clerk does, in whatever order: the report, its checks, its file and its undo agree."""

import copy
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reportdesk.checks.checker import check
from reportdesk.gui import style
from tests.journeys.desk import Clerk, K, at_work

STEPS = 140


class Restless(Clerk):
    """Does the next best thing."""

    chance = random.Random()

    def answer(self) -> None:
        """Give up whatever is asked about."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            buttons = [b for b in dialog.findChildren(QPushButton) if "不要了" in b.text()]
            buttons[0].click() if buttons else dialog.reject()

    def step(self) -> None:
        """One thing of all that can be done."""
        does = (
            *(self.wander, self.wander, self.type_there, self.type_there, self.type_there),
            *(self.compose, self.undo, self.redo, self.look, self.resize),
            *(self.exchange, self.preview, self.find, self.fill, self.hold),
        )
        self.chance.choice(does)()
        QApplication.processEvents()

    def wander(self) -> None:
        self.window.previewing.leave()
        self.desk.show_section(self.chance.choice(self.desk.ids))

    def type_there(self) -> None:
        for sign in str(self.chance.choice(("7", "15", "-3", "0.5", "x", "1234567"))):
            if (field := self.field()) is not None:
                QTest.keyClicks(field, sign)
        ends = (K.Key_Tab, K.Key_Return, K.Key_Escape, K.Key_Down, K.Key_Backspace, K.Key_Delete)
        if (field := self.field()) is not None:
            QTest.keyClick(field, self.chance.choice(ends))

    def compose(self) -> None:
        for words, commit in (("zheng", ""), ("政府", ""), ("", self.chance.choice(("", "政府")))):
            if (field := self.field()) is not None:
                event = QInputMethodEvent(words, [])
                event.setCommitString(commit)
                QApplication.sendEvent(field, event)

    def undo(self) -> None:
        self.window.actions_["undo"].trigger()

    def redo(self) -> None:
        self.window.actions_["redo"].trigger()

    def look(self) -> None:
        style.set_theme(zoom=self.chance.choice((0.8, 1, 2)), dark=self.chance.random() < 0.5)

    def resize(self) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.window.resize(self.chance.randrange(640, 1400), self.chance.randrange(320, 800))

    def exchange(self) -> None:
        if self.chance.random() < 0.5:
            document = copy.copy(self.session.document)
            document.values = dict(document.values)
            key = self.chance.choice([k for k, value in document.values.items() if value.isdigit()])
            document.values[key] = str(self.chance.randrange(90))
            for key in ("organ", *(text.id for text in document.edition.texts)):
                document.values[key] = f"{self.chance.randrange(90)}另一份的文字"
            self.session.replace(document, "换入另一份")

    def preview(self) -> None:
        if self.chance.random() < 0.1:
            self.window.previewing.print_report()

    def find(self) -> None:
        self.window.views.next_finding()

    def fill(self) -> None:
        self.session.fill_zero(self.chance.sample(sorted(self.session.edition.fields), 20))

    def hold(self) -> None:
        text = self.chance.choice(self.session.edition.texts)
        self.session.hold(text.id, self.session.value(text.id).split("\n")[:1])

    def field(self) -> QWidget | None:
        return QApplication.focusWidget()


@pytest.mark.parametrize("seed", range(4))
def test_the_report_its_checks_its_file_and_its_undo_agree(
    qtbot: QtBot, tmp_path: Path, seed: int
) -> None:
    clerk = at_work(qtbot, tmp_path / "data", Restless)
    clerk.chance = random.Random(seed)
    answering = QTimer(interval=50)
    answering.timeout.connect(clerk.answer)
    answering.start()
    clerk.window.reports.sample()
    first = dict(clerk.session.document.values)
    for _ in range(STEPS):
        clerk.step()
    clerk.window.previewing.leave()
    clerk.desk.commit()
    session = clerk.session
    assert session.flush()
    last, undo = dict(session.document.values), session.undo
    there = undo.index()
    draft = clerk.context.store.drafts()[0].id
    assert clerk.context.store.open(draft, clerk.context.catalog).values == last
    assert list(session.findings) == check(session.document)
    while undo.canUndo():
        undo.undo()
    assert session.document.values == first
    assert list(session.findings) == check(session.document)
    while undo.index() < there:
        undo.redo()
    assert session.document.values == last
    assert clerk.context.store.open(draft, clerk.context.catalog).values == last
    assert clerk.told == []
    clerk.close()
