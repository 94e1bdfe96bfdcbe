"""Keys lead where they do in a spreadsheet."""

import pytest

from reportdesk.gui.grid.cursor import Block, Cursor
from reportdesk.gui.grid.layout import GridLayout, Place
from reportdesk.gui.grid.moves import Moves
from tests.builders import NEW

REQUESTS = GridLayout(NEW.table("requests"))
DISCLOSURE = GridLayout(NEW.table("disclosure"))


def is_entry(key: str) -> bool:
    return bool(key) and not NEW.fields[key].total


def moves(layout: GridLayout, filled: str = "") -> Moves:
    return Moves(layout, is_entry, lambda key: key in filled.split())


def test_tab_goes_through_every_entry_cell_once_and_skips_totals() -> None:
    way = moves(REQUESTS)
    at, seen = way.first, [way.first]
    while (at := way.tab(at, 1)) is not None:
        seen.append(at)
    assert len(seen) == 144
    assert all(is_entry(REQUESTS.key_at(*place)) for place in seen)
    assert way.tab(seen[-1], 1) is None


def test_shift_tab_goes_the_same_way_back() -> None:
    way = moves(DISCLOSURE)
    forth, at = [way.first], way.first
    while (at := way.tab(at, 1)) is not None:
        forth.append(at)
    back, at = [forth[-1]], forth[-1]
    while (at := way.tab(at, -1)) is not None:
        back.append(at)
    assert back == forth[::-1]


def test_from_the_end_of_a_row_tab_goes_to_the_next() -> None:
    assert moves(REQUESTS).tab(Place(0, 5), 1) == Place(1, 0)


def test_enter_goes_down_past_totals_and_then_to_the_next_column() -> None:
    way = moves(REQUESTS)
    assert way.enter(Place(22, 1), 1, 1) == Place(24, 1)
    assert way.enter(Place(24, 1), 1, 1) == Place(0, 2)
    assert way.enter(Place(24, 5), 1, 5) is None
    assert way.enter(Place(0, 2), -1, 2) == Place(24, 1)
    assert way.enter(Place(0, 0), -1, 0) is None


def test_arrows_keep_to_their_column_over_a_wide_cell() -> None:
    way = moves(DISCLOSURE)
    assert way.step(Place(1, 2), 1, 0, 2) == Place(2, 0)
    assert way.step(Place(2, 0), -1, 0, 2) == Place(1, 2)
    assert way.step(Place(2, 0), 0, 1, 0) == Place(2, 0)


@pytest.mark.parametrize(
    ("at", "down", "right", "to"),
    [
        (Place(0, 0), 0, -1, Place(0, 0)),
        (Place(0, 6), 0, 1, Place(0, 6)),
        (Place(0, 3), -1, 0, Place(0, 3)),
        (Place(24, 3), 1, 0, Place(24, 3)),
        (Place(22, 3), 1, 0, Place(23, 3)),
    ],
)
def test_arrows_stop_at_the_edge_and_enter_totals(
    at: Place, down: int, right: int, to: Place
) -> None:
    assert moves(REQUESTS).step(at, down, right, at.column) == to


def test_ctrl_and_an_arrow_jump_to_the_edge_of_a_run() -> None:
    row = [REQUESTS.key_at(0, column) for column in range(7)]
    way = moves(REQUESTS, " ".join((row[0], row[1], row[2], row[5])))
    assert way.edge(Place(0, 0), 0, 1, 0) == Place(0, 2)
    assert way.edge(Place(0, 2), 0, 1, 2) == Place(0, 5)
    assert way.edge(Place(0, 5), 0, 1, 5) == Place(0, 6)
    assert way.edge(Place(0, 5), 0, -1, 5) == Place(0, 2)


def test_home_and_end_are_the_ends_of_the_row_and_of_the_table() -> None:
    way = moves(DISCLOSURE)
    assert way.home(Place(1, 2)) == Place(1, 0)
    assert way.end(Place(1, 0)) == Place(1, 2)
    assert way.end(Place(2, 0)) == Place(2, 0)
    assert way.top() == Place(0, 0)
    assert way.bottom() == Place(5, 0)
    assert way.by_rows(Place(1, 1), 100, 1) == Place(5, 0)


def test_a_selection_is_as_wide_as_the_cells_that_it_meets() -> None:
    cursor = Cursor(DISCLOSURE, Place(1, 1))
    assert cursor.single
    cursor.extend(Place(2, 0))
    assert cursor.block == Block(1, 0, 2, 2)
    assert not cursor.single
    assert len(list(cursor.selected_keys())) == 4


def test_a_wide_cell_alone_is_a_single_one() -> None:
    cursor = Cursor(DISCLOSURE, Place(0, 0))
    cursor.go(Place(2, 0), column=2)
    assert cursor.single
    assert cursor.column == 2
    cursor.go(Place(1, 2), column=0)
    assert cursor.column == 2
