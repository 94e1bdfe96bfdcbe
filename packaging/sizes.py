"""The size of the packaged program by part, and of what is made of it.

    .venv/bin/python packaging/sizes.py [FOLDER [OUT]]

FOLDER (build/package/reportdesk) comes from ``packaging/freeze.py``, OUT (build/out), if it is
there, from ``packaging/pack.py``, which prints the same for what it packs.
"""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
NAME = "reportdesk"
MEGABYTE = 1_000_000

PARTS = (
    ("Qt", re.compile(r"PySide6/(?:Qt/lib/(?!libicu)|Qt6)|PySide6/[^/]*\.dll$")),
    ("ICU, of Qt on Linux", re.compile(r"PySide6/Qt/lib/libicu")),
    ("Qt's plugins and words", re.compile(r"PySide6/.*(?:plugins|translations)/")),
    ("PySide6", re.compile(r"PySide6/|shiboken6/")),
    ("PDFium", re.compile(r"pypdfium2")),
    ("lxml", re.compile(r"lxml/")),
    ("forms, templates, help", re.compile(r"reportdesk/_data/")),
    ("licences", re.compile(r"^licences/")),
    ("the programs with all modules", re.compile(rf"^{NAME}[^/]*$")),
    ("Python and libraries of the system", re.compile("")),
)
"""Parts of the folder, each file being of the first whose pattern is found in its path. There is
no font among them: the system's are used."""

MODULES = (
    ("our own modules", re.compile(r"reportdesk(?:\.|$)")),
    (
        "modules of libraries",
        re.compile(r"(?:PySide6|shiboken6|lxml|olefile|xlrd|pypdfium2|appdirs)"),
    ),
    ("modules of Python", re.compile("")),
)
"""Parts of the archive of modules in a program, by a module's name."""

MADE = (".exe", ".zip", ".deb", ".tar.xz")
"""What a file ends with that an office gets."""


def files(folder: Path) -> list[Path]:
    """Every file below the folder, in order."""
    return sorted(file for file in folder.rglob("*") if file.is_file())


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of each part, the largest first."""
    found = dict.fromkeys((name for name, _ in PARTS), 0)
    for file in files(folder):
        path = file.relative_to(folder).as_posix()
        name = next(name for name, pattern in PARTS if pattern.search(path))
        if not file.is_symlink():
            found[name] += file.stat().st_size
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def lengths(program: Path) -> dict[str, int]:
    """Bytes that each module takes in a program; nothing without PyInstaller, which can read it."""
    sys.path.append(str(TOP / "build" / "tools"))
    try:
        readers: Any = importlib.import_module("PyInstaller.archive.readers")
    except ImportError:
        return {}
    archive = readers.CArchiveReader(str(program))
    (name,) = (one for one in archive.toc if one.endswith(".pyz"))
    table: dict[str, tuple[int, int, int]] = archive.open_embedded_archive(name).toc
    return {module: length for module, (_, _, length) in table.items()}


def by_origin(modules: dict[str, int]) -> dict[str, int]:
    """Bytes of the modules of each origin."""
    found = dict.fromkeys((name for name, _ in MODULES), 0)
    for module, length in modules.items():
        found[next(name for name, pattern in MODULES if pattern.match(module))] += length
    return found


def megabytes(size: int) -> str:
    """A size as the tables have it."""
    return f"{size / MEGABYTE:8.1f} MB"


def show_sizes(folder: Path) -> int:
    """Print the size of each part; the bytes of all."""
    found = sizes(folder)
    for name, size in found.items():
        if size:
            print(f"{megabytes(size)}  {name}")
    total = sum(found.values())
    print(f"{megabytes(total)}  installed")
    return total


def show_made(made: list[Path]) -> None:
    """Print the size of each file that an office gets."""
    for file in made:
        print(f"{megabytes(file.stat().st_size)}  {file.name}")


def main() -> None:
    """Print it all."""
    given = [Path(argument) for argument in sys.argv[1:]]
    folder, out = (*given, *(TOP / "build" / "package" / NAME, TOP / "build" / "out")[len(given) :])
    if not folder.is_dir():
        raise SystemExit(f"sizes.py: no program in {folder}; packaging/freeze.py makes it")
    show_sizes(folder)
    for program in sorted(folder.glob(f"{NAME}*")):
        if origins := by_origin(lengths(program)) if program.is_file() else {}:
            print(f"\nin {program.name}, packed:")
            for name, size in origins.items():
                print(f"{megabytes(size)}  {name}")
    made = [file for file in files(out) if file.name.endswith(MADE)] if out.is_dir() else []
    if made:
        print(f"\nin {out.name}:")
        show_made(made)


if __name__ == "__main__":
    main()
