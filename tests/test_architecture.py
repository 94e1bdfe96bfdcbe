"""What the architecture promises by absence: it is looked for here, so that it stays absent."""

import ast
import functools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportdesk.form.edition import Edition, Table
from reportdesk.paths import shipped_catalog

TOP = Path(__file__).resolve().parents[1]
SOURCES = sorted((TOP / "src").rglob("*.py"))
# Compiled by Qt's own compiler: nobody writes or reads them.
WRITTEN = [file for file in SOURCES if file.parent.name != "forms"]
CODE = [*WRITTEN, TOP / "dev.py", *(TOP / "packaging").glob("*.py"), *TOP.glob("benchmarks/*.py")]
LONGEST = 320

# Ids that the program needs as words of its own: kinds of values and severities, the sides of a
# check and of a page, a table that was refused, and the version kept when a report was opened.
PLAIN_WORDS = {"amount", "review", "left", "refused", "opened"}
# 「其他」 and the like are words of the language before they are labels.
SHORTEST_LABEL = 3

NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "imaplib"),
    *("poplib", "xmlrpc", "asyncio", "requests", "httpx", "aiohttp", "urllib3"),
    *("webbrowser", "PySide6.QtNetwork", "PySide6.QtWebSockets"),
}


def name(file: Path) -> str:
    return file.relative_to(TOP).as_posix()


def tables(edition: Edition) -> Iterator[Table]:
    for section in edition.sections:
        for block in section.blocks:
            if isinstance(block, Table):
                yield block


@functools.cache
def statutory_words() -> tuple[set[str], set[str]]:
    """The ids and the labels of all rows, columns and groups of the shipped editions."""
    ids, labels = set[str](), set[str]()
    for edition in shipped_catalog().values():
        for table in tables(edition):
            ids.add(table.id)
            labels.add(table.title)
            for part in table.parts:
                labels |= {part.caption, part.stub}
                for one in (*part.rows, *part.columns, *part.groups, *part.column_groups):
                    ids.add(one.id)
                    labels.add(one.label)
    return ids - PLAIN_WORDS, {label for label in labels if len(label) >= SHORTEST_LABEL}


def literals(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every text in the code that is not documentation."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def statutory_literals(code: str) -> list[str]:
    """The texts in ``code`` that name a row, a column or a label of a shipped edition."""
    ids, labels = statutory_words()
    key = re.compile(rf"\b(?:{'|'.join(sorted(ids))})\.[a-z_]+\.[a-z_]+\b")
    found: list[str] = []
    for node in literals(ast.parse(code)):
        text = str(node.value)
        if text in ids or key.search(text) or any(label in text for label in labels):
            found.append(f"line {node.lineno}: {text!r}")
    return found


def forbidden_imports(code: str, forbidden: set[str]) -> set[str]:
    parts = {one: one.split(".") for one in imported(ast.parse(code))}
    return {
        one
        for one, path in parts.items()
        if any(".".join(path[:length]) in forbidden for length in range(1, len(path) + 1))
    }


def test_the_layers_hold() -> None:
    command = "import importlinter.cli; importlinter.cli.lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=TOP,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("file", CODE, ids=name)
def test_a_module_is_short_enough_for_one_idea(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


@pytest.mark.parametrize("file", WRITTEN, ids=name)
def test_no_code_names_what_stands_on_the_form(file: Path) -> None:
    assert statutory_literals(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'value = values["requests.new.person"]',
        'if row.id == "denied_secret":',
        'heading = "三、本年度办理结果"',
        'raise ValueError("自然人一列应为空")',
    ],
)
def test_code_that_names_the_form_would_be_found(line: str) -> None:
    code = line + "\n    pass\n" if line.endswith(":") else line
    assert statutory_literals(code)


def test_words_of_the_program_and_its_documentation_are_not_taken_for_the_form() -> None:
    assert statutory_literals('"""Like 自然人."""\nside = "left"\nkind = "其他"\n') == []


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_qt_stays_on_the_screen(file: Path) -> None:
    place = file.relative_to(TOP / "src" / "reportdesk")
    if place.parts[0] not in ("gui", "app.py", "selftest.py"):
        code = file.read_text(encoding="utf-8")
        assert not forbidden_imports(code, {"PySide6", "shiboken6"})


@pytest.mark.parametrize("file", SOURCES, ids=name)
def test_no_code_speaks_to_a_network(file: Path) -> None:
    assert not forbidden_imports(file.read_text(encoding="utf-8"), NETWORK)


@pytest.mark.parametrize(
    "line", ["import socket", "from urllib import request", "import http.client as web"]
)
def test_code_that_speaks_to_a_network_would_be_found(line: str) -> None:
    assert forbidden_imports(line, NETWORK)


def test_checking_a_word_file_loads_no_library_it_does_not_need() -> None:
    probe = (
        "import sys, reportdesk\n"
        "document = reportdesk.read(sys.argv[1]).to_document()\n"
        "reportdesk.check(document)\n"
        "print(*sys.modules)\n"
    )
    sample = next((TOP / "resources" / "samples").glob("*.docx"))
    done = subprocess.run(
        [sys.executable, "-c", probe, sample], capture_output=True, encoding="utf-8", check=True
    )
    loaded = {module.partition(".")[0] for module in done.stdout.split()}
    assert "lxml" in loaded
    heavy = {"PySide6", "docx", "openpyxl", "xlrd", "olefile", "pypdfium2", "appdirs"}
    assert not loaded & heavy


def tracked() -> list[Path]:
    """What is in the repository, as far as it is text."""
    git = shutil.which("git")
    if git is None or not (TOP / ".git").exists():
        pytest.skip("not a checkout")
    done = subprocess.run([git, "ls-files", "-z"], cwd=TOP, capture_output=True, check=True)
    files = [TOP / one for one in done.stdout.decode().split("\0") if one]
    return [file for file in files if file.is_file() and b"\0" not in file.read_bytes()[:8000]]


def test_no_file_names_an_index_or_a_path_of_somebody_s_machine() -> None:
    # Parted, so that this file does not name them either.
    hosts = [("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("deb.debian", "org")]
    words = "|".join(re.escape(".".join(host)) for host in hosts)
    forbidden = re.compile(rf"{words}|--(?:extra-)?index-url|(?<![\w.}}])/(?:work|root|home)/\w")
    found = [
        f"{name(file)}: {match.group()}"
        for file in tracked()
        for match in forbidden.finditer(file.read_text(encoding="utf-8", errors="replace"))
        if file != Path(__file__)
    ]
    assert found == []
