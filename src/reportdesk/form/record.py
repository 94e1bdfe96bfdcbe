"""Records: frozen classes whose fields are their annotations, and that cost nothing to define.

A dataclass is written out as source and compiled, for every class and each time the program
starts; that alone took longer than reading a report. All that a record can do is written here.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Never, Self, dataclass_transform

EMPTY: Mapping[str, Never] = MappingProxyType({})
"""What a field for a mapping has in its class."""


@dataclass_transform(frozen_default=True, eq_default=False)
class Record:
    """A frozen thing that equals only itself. A field that has a value in its class need not be
    given; nobody changes such a value, so all may share it."""

    def __init__(self, *given: object, **named: object) -> None:
        """Take the fields, in order or by name. Raises TypeError where one is missing, unknown or
        given twice."""
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

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.__dict__.get('id', '')}>"


def fields_of(kind: type[Record]) -> Mapping[str, Any]:
    """The fields of a kind of record in order, each with its type."""
    return kind.__annotations__


def is_required(kind: type[Record], field: str) -> bool:
    """Whether a field has to be given."""
    return not hasattr(kind, field)
