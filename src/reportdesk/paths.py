"""Where the data that ships with the program lie, in a checkout and in an installed wheel alike."""

from pathlib import Path

from reportdesk.form.catalog import Catalog

_PACKAGE = Path(__file__).resolve().parent


def _root() -> Path:
    """The folder that holds ``resources`` and ``templates``."""
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent.parent


def resource(*parts: str) -> Path:
    """A file or folder among the shipped resources."""
    return _root().joinpath("resources", *parts)


def template(*parts: str) -> Path:
    """A file or folder among the shipped Word templates."""
    return _root().joinpath("templates", *parts)


def shipped_catalog(own: Path | None = None) -> Catalog:
    """The shipped editions, and an office's own from the folder ``own``. Raises EditionError if
    something there is wrong."""
    return Catalog(resource("editions"), template(), own)
