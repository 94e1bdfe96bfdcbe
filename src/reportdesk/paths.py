"""Where data lie: what ships with the program, in a checkout and a wheel alike, and the clerk's."""

from pathlib import Path

from reportdesk.form.catalog import Catalog
from reportdesk.windows import long_path

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


def data_folder(wanted: Path | None = None) -> Path:
    """The folder of the drafts, settings and logs: ``wanted``, or the system's own place for
    data of this computer. Never the roaming one, which may be a share: there SQLite's write-ahead
    log is not safe. It need not exist yet."""
    if wanted is not None:
        return wanted.expanduser().absolute()
    import appdirs  # pyright: ignore[reportMissingTypeStubs]

    folder = str(appdirs.user_data_dir("reportdesk", appauthor=False))  # pyright: ignore
    # It gives the 8.3 form of a path with a Chinese name in it.
    return long_path(Path(folder))
