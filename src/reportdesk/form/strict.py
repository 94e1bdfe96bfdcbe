"""Filling records from plain data, strictly, with every complaint and its place.

Nothing is converted and nothing is overlooked: an unknown key, a missing one and a value of
another type are complaints. What is wrong is left out, so that one pass finds all of it.
"""

from collections.abc import Callable, Mapping
from types import UnionType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

from reportdesk.form.record import Record, fields_of, is_required

T = TypeVar("T", bound=Record)
Convert = Callable[[object, str], Any]

_WORDS: Mapping[type, str] = {
    str: "文字",
    int: "整数",
    bool: "true 或 false",
    list: "列表",
    dict: "一组键值",
    float: "小数",
}
_EMPTY: dict[object, object] = {str: "", int: 0, bool: False, tuple: ()}


class Strict:
    """A reader of plain data. ``names`` gives, for each class, the key in the data of a field that
    is called otherwise there; ``kinds`` gives the classes of a union by the word under ``kind``."""

    def __init__(
        self,
        names: Mapping[type[Record], Mapping[str, str]] | None = None,
        kinds: Mapping[str, type[Record]] | None = None,
    ) -> None:
        self.complaints: list[str] = []
        self._names = names or {}
        self._kinds = kinds or {}
        self._plans: dict[type[Record], dict[str, tuple[str, Convert, bool]]] = {}

    def complain(self, place: str, words: str) -> None:
        """Note one thing that is wrong."""
        self.complaints.append(f"{place}：{words}" if place else words)

    def fill(self, cls: type[T], data: object, place: str = "") -> T | None:
        """An instance of ``cls`` from a table of data; None if it is no table at all. What was
        complained of has its default value, or an empty one."""
        if not isinstance(data, dict):
            self.complain(place, f"应为{_WORDS[dict]}，现在是{_shown(data)}")
            return None
        given = cast("dict[str, object]", data)
        plan = self._plans.get(cls) or self._plan(cls)
        values: dict[str, object] = {}
        for key, value in given.items():
            if (known := plan.get(key)) is None:
                self.complain(place, _unknown(key, plan))
                continue
            found = known[1](value, f"{place} › {key}" if place else key)
            if found is not None:
                values[known[0]] = found
        for key, (name, convert, required) in plan.items():
            if required and name not in values:
                if key not in given:
                    self.complain(place, f"缺少「{key}」")
                values[name] = getattr(convert, "empty", "")
        return cls(**values)

    def _plan(self, cls: type[Record]) -> dict[str, tuple[str, Convert, bool]]:
        keys = self._names.get(cls, {})
        plan = {
            keys.get(name, name): (name, self._convert(kind), is_required(cls, name))
            for name, kind in fields_of(cls).items()
        }
        self._plans[cls] = plan
        return plan

    def _convert(self, kind: Any) -> Convert:
        """What turns data into a value of the type ``kind``; it answers None after a complaint."""
        origin, args = get_origin(kind), get_args(kind)
        if origin is Literal:
            return self._one_of(args)
        if origin is tuple:
            return self._many(args[0])
        if origin is UnionType or str(origin) == "typing.Union":
            rest = [a for a in args if a is not type(None)]
            return self._convert(rest[0]) if len(rest) == 1 else self._union
        if origin is not None:
            return self._mapping(args[1])
        if kind in (str, int, bool):
            return self._plain(kind)
        return lambda data, place: self.fill(kind, data, place)

    def _plain(self, kind: type) -> Convert:
        def convert(data: object, place: str) -> object:
            # A bool is an int to Python, but not to the person who writes the file.
            if type(data) is kind:
                return data
            self.complain(place, f"应为{_WORDS[kind]}，现在是{_shown(data)}")
            return None

        return _with_empty(convert, _EMPTY[kind])

    def _one_of(self, words: tuple[object, ...]) -> Convert:
        def convert(data: object, place: str) -> object:
            if data in words and type(data) is type(words[0]):
                return data
            choices = "、".join(f'"{word}"' for word in words if word)
            self.complain(place, f"应为 {choices} 之一，现在是{_shown(data)}")
            return None

        return _with_empty(convert, words[0])

    def _many(self, kind: Any) -> Convert:
        one = self._convert(kind)

        def convert(data: object, place: str) -> object:
            if not isinstance(data, list):
                self.complain(place, f"应为{_WORDS[list]}（写在方括号里），现在是{_shown(data)}")
                return None
            found: list[object] = []
            for n, item in enumerate(cast("list[object]", data), 1):
                value = one(item, f"{place} {_which(item, n)}")
                if value is not None:
                    found.append(value)
            return tuple(found)

        return _with_empty(convert, ())

    def _mapping(self, kind: Any) -> Convert:
        one = self._convert(kind)

        def convert(data: object, place: str) -> object:
            if not isinstance(data, dict):
                self.complain(place, f"应为{_WORDS[dict]}，现在是{_shown(data)}")
                return None
            pairs = cast("dict[str, object]", data)
            found = {key: one(value, f"{place} › {key}") for key, value in pairs.items()}
            return {key: value for key, value in found.items() if value is not None}

        return _with_empty(convert, {})

    def _union(self, data: object, place: str) -> object:
        if not isinstance(data, dict):
            self.complain(place, f"应为{_WORDS[dict]}，现在是{_shown(data)}")
            return None
        rest = dict(cast("dict[str, object]", data))
        word = rest.pop("kind", None)
        if not isinstance(word, str) or (cls := self._kinds.get(word)) is None:
            choices = "、".join(f'"{known}"' for known in self._kinds)
            now = "没有写" if word is None else f"是{_shown(word)}"
            self.complain(place, f"「kind」应为 {choices} 之一，现在{now}")
            return None
        return cast("object", self.fill(cls, rest, place))


def _with_empty(convert: Convert, empty: object) -> Convert:
    """Remember on the converter what stands in for a required value that is wrong."""
    setattr(convert, "empty", empty)  # noqa: B010 - a function's attribute, unknown to its type
    return convert


def _which(item: object, n: int) -> str:
    """How an item of a list is called: by its number, and its id if it has one."""
    if isinstance(item, dict):
        id = cast("dict[str, object]", item).get("id")
        if isinstance(id, str):
            return id
    return f"第 {n} 项"


def _shown(data: object) -> str:
    kind = _WORDS.get(type(data), "别的东西")
    if isinstance(data, (dict, list)):
        return kind
    return f"{kind} {str(data).lower() if isinstance(data, bool) else repr(data)}"


def _unknown(key: str, known: Mapping[str, object]) -> str:
    from difflib import get_close_matches  # only for a file that is wrong

    near = get_close_matches(key, known, 1)
    return f"不认识「{key}」" + (f"，是不是「{near[0]}」？" if near else "")
