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
ABSENT = {"zoneinfo", "pwd", "grp", "pty", "termios", "fcntl", "resource"}
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


# A file is moved in these places alone: in the first what holds it for moments is waited for; the
# second is a log, which may as well stay where it is; the third never takes a name that is there.
MOVERS = {"windows.py", "streams.py", "gallery.py"}
FLEETING = {
    "NamedTemporaryFile": "cannot be opened a second time there",
    "getcwd": "a shortcut may start the program anywhere",
    "cwd": "a shortcut may start the program anywhere",
    "chdir": "a folder that a program is in cannot be moved",
    "startfile": "raises without a program; Qt's openUrl says no",
    "Thread": "its troubles are not told; gui/tasks.py has threads whose are",
}


def fleeting(code: str) -> list[str]:
    """What works here and fails there, or there only at times."""
    found = [called for called, _ in calls(code) if called in FLEETING]
    for node in ast.walk(ast.parse(code)):
        # The connection's own context ends a transaction and leaves the file open.
        if isinstance(node, ast.With):
            found += [
                "with connect"
                for item in node.items
                if isinstance(item.context_expr, ast.Call)
                and isinstance(item.context_expr.func, ast.Attribute)
                and item.context_expr.func.attr == "connect"
            ]
    return found


def moves(code: str) -> list[int]:
    """The lines where a file is moved: what replaces or renames something else has more to say."""
    return [
        call.lineno
        for called, call in calls(code)
        if called in ("replace", "rename")
        and isinstance(call.func, ast.Attribute)
        and (ast.unparse(call.func.value) == "os" or (len(call.args) == 1 and not call.keywords))
    ]


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_nothing_is_used_that_fails_there_only_at_times(file: Path) -> None:
    code = file.read_text(encoding="utf-8")
    assert fleeting(code) == []
    assert file.name in MOVERS or moves(code) == []


@pytest.mark.parametrize(
    "line",
    [
        "tempfile.NamedTemporaryFile()",
        "Path.cwd()",
        "Thread(target=work)",
        "with sqlite3.connect(file) as db: pass",
    ],
)
def test_what_fails_there_at_times_would_be_found(line: str) -> None:
    assert fleeting(line)


def test_a_file_that_is_moved_would_be_found_and_a_text_is_not() -> None:
    assert moves("beside.replace(out)")
    assert moves("os.rename(beside, out)")
    assert moves("beside.rename(out)")
    assert moves('text.replace("a", "b")') == moves("when.replace(day=1)") == []
    assert fleeting("with closing(connect(file)) as db: pass") == []


def flashing(code: str) -> list[int]:
    """The lines where another program is started so that a black window flashes up, or so that
    it waits for somebody to type."""
    found: list[int] = []
    for _, call in calls(code):
        if ast.unparse(call.func) in ("subprocess.run", "subprocess.Popen"):
            given = {one.arg for one in call.keywords}
            if "stdin" not in given or not given & {"creationflags", None}:
                found.append(call.lineno)
    return found


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_no_black_window_flashes_up(file: Path) -> None:
    assert flashing(file.read_text(encoding="utf-8")) == []


def test_a_black_window_would_be_found() -> None:
    assert flashing('subprocess.run(["taskkill"], check=False)')
    assert not flashing("subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)")
    assert not flashing("subprocess.run(command, stdin=DEVNULL, creationflags=_NO_WINDOW)")


def test_what_only_posix_has_is_asked_for_there_alone() -> None:
    """By ``sys.platform``, which the type checker follows: it reads each branch for its system."""
    for file in SOURCES:
        code = file.read_text(encoding="utf-8")
        used = {called for called, _ in calls(code)} & OF_POSIX
        assert not used or "sys.platform" in code, (name(file), used)
