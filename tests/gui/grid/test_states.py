"""Every state of a cell is told by more than colour, and gives way to what is graver."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from reportdesk.checks.standing import Standing
from reportdesk.gui import style
from reportdesk.gui.grid.face import Face, face_of, state_words
from reportdesk.gui.grid.ink import ink
from reportdesk.gui.grid.paint import paint_cell
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.report.document import Origin
from tests.builders import NEW, report, requests
from tests.gui.grid.conftest import ShowGrid

STATES = {
    "empty": Standing(""),
    "filled": Standing("60"),
    "computed": Standing("78", "computed"),
    "typed, agrees": Standing("78", "typed", "78"),
    "typed, disagrees": Standing("76", "typed", "75"),
    "broken, left": Standing("60", side="left", severity="error"),
    "broken, right": Standing("61", side="right", severity="error"),
    "echo": Standing("79", "computed", echo=True),
    "to review": Standing("7", severity="review"),
    "imported": Standing("47", origin="file"),
    "waiting": Standing("", "waiting"),
}


@pytest.fixture
def drawn(look: None) -> Callable[[Standing], QImage]:
    def draw(standing: Standing, last: str = "", *, height: int = 28) -> QImage:
        picture = QImage(80, height, QImage.Format.Format_RGB32)
        face = face_of(standing, last)
        painter = QPainter(picture)
        pen = ink(simple=False)
        paint_cell(painter, pen, face, (0, 0, 80, height), inner=0, ground=face.ground)
        painter.end()
        return picture

    return draw


def has(picture: QImage, token: str, area: QRect | None = None) -> bool:
    wanted = style.theme().colour(token).rgb()
    box = area or picture.rect()
    return any(
        picture.pixel(x, y) == wanted
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    )


def shape(picture: QImage) -> bytes:
    """The picture without colour: what differs from the ground that most of it has."""
    ground = picture.pixel(40, 3)
    return bytes(picture.pixel(x, y) != ground for y in range(picture.height()) for x in range(80))


def test_no_two_states_look_alike_without_colour(drawn: Callable[..., QImage]) -> None:
    seen: dict[bytes, str] = {}
    for name, standing in STATES.items():
        same = shape(drawn(standing._replace(text="7" if standing.text else "")))
        assert same not in seen, (name, seen.get(same))
        seen[same] = name


@pytest.mark.parametrize("height", [19, 28])
def test_marks_stand_where_they_belong(drawn: Callable[..., QImage], height: int) -> None:
    def of(name: str) -> QImage:
        return drawn(STATES[name], height=height)

    left, corner = QRect(0, 4, 8, height - 8), QRect(71, 0, 8, 6)
    assert has(of("broken, left"), "error", QRect(0, 4, 3, 4))
    assert not has(of("broken, left"), "error", QRect(4, 4, 4, 4))
    assert has(of("broken, right"), "error", QRect(4, 4, 2, 4))
    for name in ("broken, left", "broken, right", "typed, disagrees"):
        assert has(of(name), "error", corner)
    assert has(of("to review"), "review", corner)
    assert not has(of("filled"), "error", left)
    assert has(of("imported"), "import", QRect(3, 2, 8, 10))
    assert has(of("echo"), "error", QRect(1, 1, 78, 1))
    assert has(of("empty"), "line_strong", QRect(60, height // 2, 12, height // 2 - 1))


def test_the_gravest_gives_ground_and_figure_and_all_marks_stay() -> None:
    face = face_of(Standing("60", side="left", severity="error", origin="file"))
    assert (face.ground, face.tone, face.bold) == ("error_soft", "error", True)
    assert face.arrow
    assert face.bars == 1
    assert face.corner == "solid"
    face = face_of(Standing("7", severity="review", origin="file"))
    assert (face.ground, face.corner, face.arrow) == ("review_soft", "hollow", True)


def test_what_is_explained_is_no_mark_any_more() -> None:
    assert face_of(Standing("7", reasoned=True)) == Face("7")


def test_a_typed_total_with_a_blank_part_has_no_sign() -> None:
    face = face_of(Standing("78", "typed"))
    assert (face.bold, face.sign) == (True, "")


def test_last_years_value_is_shown_unless_both_are_0() -> None:
    assert face_of(Standing("0"), "0").last == ""
    assert face_of(Standing("1"), "0").last == "0"
    assert face_of(Standing(""), "0").last == "0"
    assert face_of(Standing("0"), "3").last == "3"


def test_the_ghost_gives_way_to_a_long_figure(drawn: Callable[..., QImage]) -> None:
    short, long = Standing("1"), Standing("123456789")
    assert drawn(short, "58") != drawn(short)
    assert drawn(long, "58") == drawn(long)


def test_a_text_too_long_for_its_cell_loses_its_end_and_not_its_beginning(
    drawn: Callable[..., QImage],
) -> None:
    assert drawn(Standing("1234567890123456")) == drawn(Standing("1234567890123499"))
    assert drawn(Standing("1234567890123456")) != drawn(Standing("9934567890123456"))


def test_states_are_told_in_words() -> None:
    assert state_words(STATES["filled"]) == []
    assert state_words(STATES["computed"]) == ["自动合计"]
    assert state_words(STATES["typed, disagrees"]) == ["手填总计，各项相加是 75"]
    assert state_words(STATES["broken, left"]) == ["勾稽不平"]
    assert state_words(STATES["to review"]) == ["待核实"]
    assert state_words(STATES["imported"]) == ["导入未确认"]
    assert state_words(STATES["waiting"]) == ["待填"]


@pytest.fixture
def broken(show_grid: ShowGrid) -> TableGrid:
    document = report(NEW, figures=requests(new__person=60, granted__person=61))
    return show_grid(document, "requests", at="requests.new.person")


def test_a_break_is_seen_in_its_column_only_and_echoed_in_the_total(broken: TableGrid) -> None:
    face = broken.model.face
    assert face("requests.new.person").bars == 1
    assert face("requests.results.person").bars == 2
    assert face("requests.new.total").echo
    assert face("requests.new.total").ground == "computed"
    assert face("requests.new.company") == Face("0")


def test_the_repair_is_seen_at_once(broken: TableGrid) -> None:
    broken.session.edit({"requests.new.person": "61"}, "改为 61")
    for key in broken.layout_:
        face = broken.model.face(key)
        assert not face.bars
        assert not face.echo


def test_last_years_values_can_be_shown(show_grid: ShowGrid) -> None:
    last = report(NEW, 2024, requests(new__person=58))
    grid = show_grid(report(NEW, 2025, previous=last), "requests")
    assert grid.model.face("requests.new.person").last == ""
    grid.set_show_last(True)
    assert grid.model.face("requests.new.person").last == "58"
    assert grid.model.face("requests.new.total").last == "58"
    grid.set_show_last(False)
    assert grid.model.face("requests.new.person").last == ""


def test_a_waiting_total_names_its_blanks(show_grid: ShowGrid) -> None:
    document = report(NEW, figures=requests(new__person=None, new__legal=None))
    grid = show_grid(document, "requests")
    index = grid.model.index_of("requests.new.total")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "还没有填：自然人、法律服务机构"
    assert grid.model.face("requests.new.total").waiting


def test_an_imported_figure_is_marked_until_it_is_edited(show_grid: ShowGrid) -> None:
    document = report(NEW, figures=requests(new__person=5))
    document.origins["requests.new.person"] = Origin("file", "x.docx")
    grid = show_grid(document, "requests")
    assert grid.model.face("requests.new.person").arrow
    grid.session.edit({"requests.new.person": "6"}, "填写")
    assert not grid.model.face("requests.new.person").arrow


def test_every_theme_draws_every_state(drawn: Callable[..., QImage]) -> None:
    for dark, plain in ((True, False), (False, True)):
        style.set_theme(dark=dark, plain=plain)
        marks = {shape(drawn(s._replace(text="7" if s.text else ""))) for s in STATES.values()}
        assert len(marks) == len(STATES)
