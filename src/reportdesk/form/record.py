"""Records and states: classes whose fields are their annotations, and that cost nothing to define.

A dataclass is written out as source and compiled, for every class and each time the program
starts; that alone took longer than reading a report. All that these can do is written here once.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Never, Self, TypeVar, dataclass_transform

T = TypeVar("T")

EMPTY: Mapping[str, Never] = MappingProxyType({})
"""What a record's field for a mapping has in its class."""


class _Fresh:
    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], T]) -> T:
    """What a state's field has in its class if each state begins with one of its own."""
    made: Any = _Fresh(factory)
    return made


class _Fields:
    """What records and states share: fields, taken in order or by name. One that has a value in
    its class need not be given; a value that nobody changes may be shared by all."""

    def __init__(self, *given: object, **named: object) -> None:
        """Raises TypeError where a field is missing, unknown or given twice."""
        fields, cls = self.__annotations__, type(self)
        values = dict(zip(fields, given, strict=False), **named) if given else named
        lacking = [name for name in fields if name not in values and not hasattr(cls, name)]
        if lacking or len(values) < len(given) + len(named) or not values.keys() <= fields.keys():
            raise TypeError(f"{cls.__name__} takes {', '.join(fields)}")
        self.__dict__.update(values)

    def but(self, **changes: object) -> Self:
        """The same with some fields changed."""
        fields = self.__annotations__
        given = {name: value for name, value in self.__dict__.items() if name in fields}
        return type(self)(**{**given, **changes})

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.__dict__.get('id', '')}>"


@dataclass_transform(frozen_default=True, eq_default=False)
class Record(_Fields):
    """A frozen thing that equals only itself."""

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")


@dataclass_transform(field_specifiers=(fresh,))
class State(_Fields):
    """A thing that changes; it equals another of its kind whose fields are all equal."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        for name in self.__annotations__:
            if name not in self.__dict__:
                value = getattr(type(self), name)
                self.__dict__[name] = value.factory() if isinstance(value, _Fresh) else value

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if type(self) is type(other) else NotImplemented

    __hash__ = None  # type: ignore[assignment]


def fields_of(kind: type[Record]) -> Mapping[str, Any]:
    """The fields of a kind of record in order, each with its type."""
    return kind.__annotations__


def is_required(kind: type[Record], field: str) -> bool:
    """Whether a field has to be given."""
    return not hasattr(kind, field)
