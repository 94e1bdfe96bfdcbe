"""The types of a parsed tree, for the type checker alone: at run time they would cost a start."""

from collections.abc import Iterator, Mapping
from typing import Protocol


class Node(Protocol):
    """An element of a tree without comments and processing instructions."""

    @property
    def tag(self) -> str:
        """The name, with its namespace in braces before it."""
        ...

    @property
    def text(self) -> str | None:
        """The text before the first child."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes by their names."""
        ...

    def get(self, key: str, default: str = ...) -> str | None:
        """An attribute."""
        ...

    def iter(self, *tags: str) -> Iterator["Node"]:
        """This element and all below it, of these names, in the order of the text."""
        ...

    def __iter__(self) -> Iterator["Node"]: ...
    def __len__(self) -> int: ...


class _Info(Protocol):
    internalDTD: object  # noqa: N815 - lxml's own name


class _Tree(Protocol):
    docinfo: _Info


class _Root(Node, Protocol):
    def getroottree(self) -> _Tree: ...


class Lxml(Protocol):
    """What is used of ``lxml.etree``."""

    def XMLParser(self, **options: bool) -> object:  # noqa: N802 - lxml's own name
        """A parser."""
        ...

    def fromstring(self, data: bytes, parser: object) -> _Root:
        """The root of ``data``."""
        ...
