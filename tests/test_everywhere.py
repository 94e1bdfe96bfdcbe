"""What runs here and breaks on a clerk's Windows: looked for in the code, so that it stays out."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[1]
SOURCES = sorted((TOP / "src").rglob("*.py"))
CODE = [*SOURCES, TOP / "dev.py", *(TOP / "packaging").rglob("*.py"), *TOP.glob("benchmarks/*.py")]

# Not on Windows, or not as here: a zone's data, a locale that is set for the whole process.
ABSENT = {"zoneinfo", "pwd", "grp", "pty", "termios"}
OPENERS = {"open", "read_text", "write_text", "fdopen", "TextIOWrapper"}
OF_POSIX = {"fork", "getuid", "geteuid", "killpg", "symlink", "mkfifo", "chown"}


def name(file: Path) -> str:
    return file.relative_to(TOP).as_posix()


def calls(code: str) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call):
            function = node.func
            if isinstance(function, ast.Attribute):
                yield function.attr, node
            elif isinstance(function, ast.Name):
                yield function.id, node


def mode_of(called: str, call: ast.Call) -> str | None:
    """The mode in which a file is opened, None if the call opens no file."""
    if called in ("read_text", "write_text"):
        return "r"
    given = [one.value for one in call.keywords if one.arg == "mode"]
    given += call.args[:2]
    modes = [
        one.value
        for one in given
        if isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and re.fullmatch(r"[rwax][bt+]{0,2}", one.value)
    ]
    return modes[0] if modes else None


def without_encoding(code: str) -> list[int]:
    """The lines where a text file is opened as the system's own code page says."""
    return [
        call.lineno
        for called, call in calls(code)
        if called in OPENERS
        and (mode := mode_of(called, call)) is not None
        and "b" not in mode
        and not any(one.arg == "encoding" for one in call.keywords)
    ]


@pytest.mark.parametrize("file", CODE, ids=name)
def test_every_text_file_is_opened_with_its_encoding(file: Path) -> None:
    assert without_encoding(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    ['path.read_text()', 'open(path, "w")', 'path.open("a")', 'os.fdopen(handle, mode="r")'],
)  # fmt: skip
def test_a_file_opened_without_would_be_found(line: str) -> None:
    assert without_encoding(line)


@pytest.mark.parametrize(
    "line", ['open(path, "rb")', 'path.read_text(encoding="utf-8")', "store.open(7, editions)"]
)
def test_a_file_opened_with_it_or_as_bytes_is_not_found(line: str) -> None:
    assert not without_encoding(line)


def strange(code: str) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names if alias.name in ABSENT]
        elif isinstance(node, ast.ImportFrom) and node.module in ABSENT:
            found.append(node.module)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            # "%-d" is an error there.
            found += re.findall(r"%-[dmHIjMSy]", node.value)
    return found + [called for called, _ in calls(code) if called == "setlocale"]


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_no_date_and_no_locale_depends_on_the_system(file: Path) -> None:
    assert strange(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line", ['when.strftime("%-d日")', "import zoneinfo", 'locale.setlocale(LC_ALL, "")']
)
def test_what_depends_on_it_would_be_found(line: str) -> None:
    assert strange(line)


def test_what_only_posix_has_is_asked_for_there_alone() -> None:
    """By ``sys.platform``, which the type checker follows: it reads each branch for its system."""
    for file in SOURCES:
        code = file.read_text(encoding="utf-8")
        used = {called for called, _ in calls(code)} & OF_POSIX
        assert not used or "sys.platform" in code, (name(file), used)
