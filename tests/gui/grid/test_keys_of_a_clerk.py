"""Typing the tables of a real report costs no more keys than it has digits, and one a cell."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import reportdesk
from reportdesk.form.edition import Edition
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.paths import resource
from reportdesk.report.document import Document
from tests.builders import CATALOG, report
from tests.gui.grid.conftest import ShowGrid, focus

CASES = Path(__file__).resolve().parents[4] / "shared" / "cases"
REPORTS = [*sorted(resource("samples").glob("*.docx")), CASES / "haiyan-2020.docx"]
K = Qt.Key


class Clerk:
    """Presses keys and counts them."""

    def __init__(self) -> None:
        self.keys = 0

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += 1
        QTest.keyClick(focus(), key, modifier)

    def type(self, text: str) -> None:
        for character in text:
            self.keys += 1
            if character.isascii():
                QTest.keyClicks(focus(), character)
            else:  # it comes from an input method
                event = QInputMethodEvent()
                event.setCommitString(character)
                QApplication.sendEvent(focus(), event)


def entries(grid: TableGrid) -> list[str]:
    return [key for key in grid.layout_ if grid.steps.is_entry(key)]


@pytest.fixture(params=REPORTS, ids=lambda file: file.stem)
def paper(request: pytest.FixtureRequest) -> Document:
    """A report as it lies on paper before the clerk."""
    file: Path = request.param
    if not file.exists():
        pytest.skip("the real reports are not beside the repository")
    return reportdesk.read(file, CATALOG).to_document()


@pytest.fixture
def blank_table(show_grid: ShowGrid) -> Callable[[Edition, str], TableGrid]:
    def made(form: Edition, table: str) -> TableGrid:
        empty = report(form, figures=dict.fromkeys(k for k, f in form.fields.items() if f.row))
        return show_grid(empty, table)

    return made


def wanted(paper: Document, grid: TableGrid) -> dict[str, str]:
    return {key: paper.values.get(key) or "0" for key in entries(grid)}


def test_every_figure_typed_costs_its_digits_and_one_key_a_cell(
    paper: Document, blank_table: Callable[[Edition, str], TableGrid]
) -> None:
    keys = allowed = 0
    for table in paper.edition.tables:
        grid, clerk = blank_table(paper.edition, table.id), Clerk()
        left: list[int] = []
        grid.left.connect(left.append)
        figures = wanted(paper, grid)
        for key in entries(grid):
            assert grid.spot.key == key  # she never has to move by herself
            clerk.type(figures[key])
            clerk.press(K.Key_Tab)
        assert left == [1]
        assert {key: grid.session.value(key) for key in figures} == figures
        keys += clerk.keys
        allowed += sum(map(len, figures.values())) + len(figures)
    assert keys <= allowed


def test_typed_column_by_column_it_costs_the_same(
    paper: Document, blank_table: Callable[[Edition, str], TableGrid]
) -> None:
    table = max(paper.edition.tables, key=lambda each: sum(1 for _ in each.cells()))
    grid, clerk = blank_table(paper.edition, table.id), Clerk()
    figures = wanted(paper, grid)
    place = grid.layout_.place_of
    for key in sorted(figures, key=lambda k: (place(k).column, place(k).row)):
        assert grid.spot.key == key
        clerk.type(figures[key])
        clerk.press(K.Key_Return)
    assert {key: grid.session.value(key) for key in figures} == figures
    assert clerk.keys <= sum(map(len, figures.values())) + len(figures)


def test_where_most_are_0_it_costs_the_other_digits_the_moves_and_one_command(
    paper: Document, blank_table: Callable[[Edition, str], TableGrid]
) -> None:
    for table in paper.edition.tables:
        grid, clerk = blank_table(paper.edition, table.id), Clerk()
        figures = wanted(paper, grid)
        others = [key for key in entries(grid) if figures[key] != "0"]
        moves = 0
        for key in others:
            moves += walk(clerk, grid, key)
            clerk.type(figures[key])
        clerk.press(K.Key_0, Qt.KeyboardModifier.AltModifier)
        assert {key: grid.session.value(key) for key in figures} == figures
        assert clerk.keys <= sum(len(figures[key]) for key in others) + moves + 1
        assert grid.session.undo.count() == len(others) + (len(others) < len(figures))


def walk(clerk: Clerk, grid: TableGrid, key: str) -> int:
    """Go to a cell with arrows, which also take what was typed; how many it took."""
    to, before = grid.layout_.place_of(key), clerk.keys
    while grid.spot.at.row != to.row:
        clerk.press(K.Key_Down if grid.spot.at.row < to.row else K.Key_Up)
    while grid.spot.at.column != to.column:
        clerk.press(K.Key_Right if grid.spot.at.column < to.column else K.Key_Left)
    return clerk.keys - before
