"""Figures never leave the view, labels give way first, and no row is ever seen in half."""

import itertools
from collections.abc import Callable

import pytest

from reportdesk.form.edition import Edition, Table
from reportdesk.gui import style
from reportdesk.gui.grid.identity import frozen_rows, identities
from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.layout import GridLayout
from reportdesk.gui.grid.scene import Room, Scene, is_simple
from reportdesk.gui.grid.widths import LABEL_LINES, leaf_room
from reportdesk.gui.grid.wrap import balanced, wrapped
from tests.builders import NEW, OLD, edition, table

BAR = 12
PAGE, NARROW = (940, 575), (797, 421)
"""The room over the where line at 1366 × 768 and at 1093 × 614."""
TABLES = [(form, each) for form in (NEW, OLD) for each in form.tables]

MakeScene = Callable[..., Scene]


@pytest.fixture
def make(look: None) -> MakeScene:
    def scene(
        form: Edition, each: Table, room: tuple[int, int] = PAGE, longest: str = "00"
    ) -> Scene:
        layout = GridLayout(each)
        return Scene(
            layout,
            ink(simple=is_simple(layout)),
            Room(*room, BAR),
            [longest] * layout.width,
            frozen_rows(form, layout),
            len(identities(form, layout)),
        )

    return scene


def requests(form: Edition = NEW) -> Table:
    return form.table("requests")


def heights(scene: Scene) -> set[int]:
    return {line.height for line in scene.heights.lines}


def test_the_largest_table_is_whole_on_the_page_of_a_1366_screen(make: MakeScene) -> None:
    scene = make(NEW, requests())
    assert not scene.heights.unit
    assert heights(scene) == {19, 31}
    assert len(scene.rows) == 25
    assert scene.size == PAGE
    columns = scene.widths.columns
    assert [b - a for a, b in itertools.pairwise(columns)] == [*(66, 66, 66, 80, 80, 66, 70)]
    assert scene.widths.labels[:3] == (0, 26, 120)


def test_with_a_line_for_the_note_below_it_is_still_whole(make: MakeScene) -> None:
    scene = make(NEW, requests(), (940, 551))
    assert not scene.heights.unit
    assert heights(scene) == {18, 31}


def test_at_125_percent_it_scrolls_and_the_identitys_rows_stay(make: MakeScene) -> None:
    scene = make(NEW, requests(), NARROW)
    assert scene.heights.unit
    assert scene.heights.frozen == (2, 2)
    columns = scene.widths.columns
    assert [b - a for a, b in itertools.pairwise(columns)] == [*(54, 54, 54, 76, 76, 54, 58)]
    assert scene.size == NARROW
    for first in (0, 3, scene.body.most):
        scene.scroll(first, 0)
        assert {0, 1, 23, 24} <= set(scene.rows)
        assert len(scene.rows) >= 13


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("room", [PAGE, NARROW, (900, 575), (1306, 575), (851, 340)])
@pytest.mark.parametrize(("form", "each"), TABLES, ids=lambda x: getattr(x, "id", ""))
def test_no_figure_is_ever_beyond_the_edge_and_no_row_in_half(
    make: MakeScene, form: Edition, each: Table, room: tuple[int, int], zoom: float
) -> None:
    style.set_theme(zoom=zoom)
    margin = 24 if is_simple(GridLayout(each)) else 0
    scene = make(form, each, (room[0] - margin, room[1] - margin))
    # Fifteen columns at 200 % beside an open panel are the one thing that has to be scrolled.
    assert not scene.across_most or (each.layout == "across" and zoom == 2 and room != PAGE)
    assert scene.size[0] <= room[0] - margin
    for first in range(scene.body.most + 1):
        scene.scroll(first, 0)
        below = 0
        for part in scene.shown:
            assert part.top == below
            below = part.top + part.height
            if scene.heights.unit:
                assert part.height % scene.heights.unit == 0
            else:
                assert part.height == part.line.height
        assert below == scene.heights.body
    assert scene.heights.head + scene.heights.body <= room[1]


@pytest.mark.parametrize(("form", "each"), TABLES, ids=lambda x: getattr(x, "id", ""))
def test_every_label_is_whole_on_a_1366_screen(make: MakeScene, form: Edition, each: Table) -> None:
    scene = make(form, each)
    for label in scene.layout.labels:
        width = leaf_room(scene.ink, scene.widths.labels, label)
        most = LABEL_LINES if label.leaf else 9
        assert wrapped(scene.ink, "label", label.text, width, most).whole, label.text


def test_every_row_can_be_scrolled_to_and_is_then_seen_whole(make: MakeScene) -> None:
    scene = make(NEW, requests(), NARROW)
    lines = {line.row: line for line in scene.heights.lines}
    for start in (0, scene.body.most):
        for row in range(25):
            scene.scroll(start, 0)
            scene.scroll(scene.body.position_for(row, scene.first), 0)
            assert scene.rows[row].height == lines[row].height


def test_going_up_shows_the_heads_of_the_part_too(make: MakeScene) -> None:
    style.set_theme(zoom=2.0)
    scene = make(NEW, NEW.table("disclosure"), (773, 397))
    assert scene.heights.unit
    scene.scroll(scene.body.most, 0)
    scene.scroll(scene.body.position_for(0, scene.first), 0)
    assert [part.line.kind for part in scene.shown][:3] == ["caption", "heads", "row"]


def test_a_small_table_is_not_wider_than_it_has_to_be(make: MakeScene) -> None:
    scene = make(NEW, NEW.table("disclosure"), (1500, 800))
    assert scene.size[0] == 840
    assert max(heights(scene)) == 32


def test_a_long_figure_widens_its_column_at_the_labels_expense(make: MakeScene) -> None:
    short = make(NEW, requests())
    long = make(NEW, requests(), longest="1234567")
    assert long.widths.columns[1] > short.widths.columns[1]
    assert long.widths.total == short.widths.total
    assert long.across_most == 0


def test_a_long_text_does_not_push_the_labels_out(make: MakeScene) -> None:
    scene = make(NEW, requests(), longest="字" * 300)
    assert scene.widths.columns[1] < 300


def test_columns_that_find_no_room_at_all_are_scrolled_to(make: MakeScene) -> None:
    wide = table("a b", " ".join(f"c{n}" for n in range(40)))
    scene = make(edition(wide), wide, (600, 300))
    assert scene.across_most > 0
    assert scene.size[0] <= 600


def test_points_find_their_cells(make: MakeScene) -> None:
    scene = make(NEW, requests(), NARROW)
    scene.scroll(4, 0)
    for row in scene.rows:
        for column in range(7):
            place = scene.layout.anchor(row, column)
            assert place is not None
            box = scene.box_of(place)
            assert box is not None
            left, top, width, height = box
            assert scene.place_at(left + width // 2, top + height // 2) == place
    assert scene.place_at(-5, 5) is None
    nearest = scene.nearest(10_000, -50)
    assert nearest is not None
    assert nearest.column == 6


def test_rows_that_freeze_come_from_the_checks_of_the_form() -> None:
    assert frozen_rows(NEW, GridLayout(requests())) == (2, 2)
    assert frozen_rows(OLD, GridLayout(requests(OLD))) == (2, 2)
    assert frozen_rows(NEW, GridLayout(NEW.table("disclosure"))) == (0, 0)


def test_centred_words_are_broken_into_lines_of_one_length(look: None) -> None:
    pen = ink(simple=False)
    four = pen.wide("strong", "商业企")
    assert balanced(pen, "strong", "商业企业", four, 2).lines == ("商业", "企业")
    six = pen.wide("label", "（三）不予")
    assert balanced(pen, "label", "（三）不予公开", six, 2).lines == ("（三）", "不予公开")


def test_what_does_not_fit_ends_in_an_ellipsis(look: None) -> None:
    pen = ink(simple=False)
    found = wrapped(pen, "label", "没有现成信息需要另行制作", pen.wide("label", "没有现成"), 2)
    assert not found.whole
    assert found.lines == ("没有现成", "信息需…")
    assert wrapped(pen, "label", "unbreakable", 20, 9).whole
