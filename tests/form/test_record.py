import pytest

from reportdesk.form.record import EMPTY, Record, State, fields_of, fresh, is_required


class Point(Record):
    x: int
    y: int = 0
    id: str = ""


def test_fields_are_taken_in_order_or_by_name():
    for point in (Point(1, 2), Point(1, y=2), Point(y=2, x=1)):
        assert (point.x, point.y, point.id) == (1, 2, "")


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1,), {"x": 2}), ((1,), {"z": 2}), ((1, 2, "a", 3), {}), ((), {"y": 1})],
)
def test_a_field_missing_unknown_or_given_twice_is_refused(
    given: tuple[int, ...], named: dict[str, int]
):
    with pytest.raises(TypeError, match="Point takes x, y, id"):
        Point(*given, **named)  # pyright: ignore[reportArgumentType, reportCallIssue]


def test_a_record_cannot_be_changed():
    point = Point(1)
    with pytest.raises(AttributeError):
        point.x = 2  # pyright: ignore[reportAttributeAccessIssue]
    with pytest.raises(AttributeError):
        del point.x  # pyright: ignore[reportAttributeAccessIssue]
    assert point.x == 1


def test_a_changed_copy_keeps_the_rest_and_leaves_the_first_alone():
    point = Point(1, 2, "a")
    moved = point.but(x=5)
    assert (moved.x, moved.y, moved.id) == (5, 2, "a")
    assert (point.x, moved is point) == (1, False)
    with pytest.raises(TypeError):
        point.but(z=1)


def test_a_record_equals_only_itself_and_shows_its_id():
    assert Point(1) != Point(1)
    assert repr(Point(1, 2, "a")) == "<Point a>"


def test_fields_and_whether_they_have_to_be_given_can_be_asked():
    assert dict(fields_of(Point)) == {"x": int, "y": int, "id": str}
    assert [name for name in fields_of(Point) if is_required(Point, name)] == ["x"]
    assert dict(EMPTY) == {}


class Basket(State):
    name: str
    things: list[str] = fresh(factory=list[str])
    _seen: set[str] = fresh(factory=set[str])
    count: int = 0


def test_each_state_begins_with_its_own_list():
    one, other = Basket("a"), Basket("a")
    one.things.append("x")
    one.count = 1
    assert (other.things, other.count) == ([], 0)


def test_states_are_equal_where_all_their_fields_are():
    assert Basket("a", ["x"]) == Basket("a", things=["x"])
    assert Basket("a") != Basket("b")
    assert Basket("a") != "a"
    with pytest.raises(TypeError):
        hash(Basket("a"))


def test_a_state_lacking_a_field_is_refused():
    with pytest.raises(TypeError, match="Basket takes name, things, _seen, count"):
        Basket()  # pyright: ignore[reportCallIssue]
