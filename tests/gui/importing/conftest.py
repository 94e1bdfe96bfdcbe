"""An import dialog as the desk opens it, shown and with its file read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.context import Context
from reportdesk.gui.importing.dialog import ImportDialog
from reportdesk.gui.importing.doubt_list import DoubtRow
from reportdesk.gui.importing.doubts import Doubt
from reportdesk.gui.importing.sides import Sides
from reportdesk.gui.session import Session


class Opened(ImportDialog):
    """A dialog with its file read; what tests ask of it by name."""

    @property
    def page(self) -> Sides:
        """The page with both sides."""
        assert self.sides is not None
        return self.sides

    def row(self, kind: str) -> DoubtRow:
        """The first doubt of a kind in the list."""
        return next(row for row in self.page.doubts.rows.values() if row.doubt.kind == kind)

    def doubts(self) -> list[Doubt]:
        """The doubts in the list."""
        return [row.doubt for row in self.page.doubts.rows.values()]

    def kinds(self) -> list[str]:
        """The kinds of the doubts in the list."""
        return [doubt.kind for doubt in self.doubts()]

    def say(self, kind: str, option: str) -> None:
        """Press a button of the first doubt of a kind."""
        self.row(kind).buttons[option].click()

    def values(self) -> dict[str, str]:
        """What would be taken."""
        assert self.proposal is not None
        return self.proposal.taken.document.values


OpenFile = Callable[..., Opened]


@pytest.fixture
def begin(context: Context, qtbot: QtBot) -> Iterator[OpenFile]:
    """Opens the dialog with a file, and does not wait. The dialogs are kept to the end: one that
    only Qt still shows could be collected in the middle of its own painting."""
    kept: list[Opened] = []

    def opened(file: Path, session: Session | None = None, parent: QWidget | None = None) -> Opened:
        dialog = Opened(context, file, session, parent)
        kept.append(dialog)
        qtbot.addWidget(dialog)
        return dialog

    yield opened
    kept.clear()


@pytest.fixture
def open_file(begin: OpenFile, qtbot: QtBot) -> OpenFile:
    """Opens the dialog with a file, and waits until it is read."""

    def opened(file: Path, session: Session | None = None) -> Opened:
        dialog = begin(file, session)
        dialog.resize(1208, 658)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.loading, timeout=60_000)
        return dialog

    return opened
