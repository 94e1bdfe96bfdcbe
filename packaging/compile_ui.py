"""Compile the Qt Designer files: ui/NAME.ui becomes src/reportdesk/gui/forms/ui_NAME.py, and
ui/qt_words.ts, the words that Qt's Chinese lacks, resources/words/qt_words.qm.

    .venv/bin/python packaging/compile_ui.py

The results are committed, so that nobody needs the compiler to run the program; a test compiles
again and compares.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import PySide6

TOP = Path(__file__).resolve().parent.parent
SOURCES = TOP / "ui"
FORMS = TOP / "src" / "reportdesk" / "gui" / "forms"
WORDS = TOP / "resources" / "words" / "qt_words.qm"
HEAD = '"""Made from ui/{name}.ui by packaging/compile_ui.py; do not edit."""\n\n'


def compiled(source: Path) -> str:
    """The module of a Designer file, the same on every machine and for every version."""
    uic = Path(PySide6.__file__).parent / (
        "uic.exe" if sys.platform == "win32" else "Qt/libexec/uic"
    )
    done = subprocess.run(
        [str(uic), "-g", "python", str(source)],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    body = re.sub(r"\A(?:#.*\n|\s*\n)*", "", done.stdout)  # the coding line, the compiler's version
    # Say what it is given, for the type checker: the class of the form's own widget.
    found = re.search(r'<widget class="(\w+)"', source.read_text(encoding="utf-8"))
    base = found[1] if found else "QWidget"
    body = re.sub(r"def (\w+)\(self, (\w+)\):", rf"def \1(self, \2: {base}) -> None:", body)
    body = re.sub(r"from (\S+) import \(([^)]*)\)", lambda m: _used(m, body), body)
    lines = [line.rstrip() for line in body.splitlines()]
    return HEAD.format(name=source.stem) + "\n".join(lines).strip() + "\n"


def _used(statement: re.Match[str], body: str) -> str:
    """An import of the names that the form uses, of all that the compiler thought of: each costs
    the start of the program a moment."""
    names = [name.strip() for name in statement[2].split(",")]
    used = [name for name in names if len(re.findall(rf"\b{name}\b", body)) > 1]
    listed = "".join(f"    {name},\n" for name in used)
    return f"from {statement[1]} import (\n{listed})" if used else ""


def forms() -> Iterator[tuple[Path, str]]:
    """Each module that there has to be, with its text."""
    for source in sorted(SOURCES.glob("*.ui")):
        yield FORMS / f"ui_{source.stem}.py", compiled(source)


def words() -> bytes:
    """The compiled words."""
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, WORDS.name)
        command = [str(Path(PySide6.__file__).parent / name), "-silent"]
        command += [str(SOURCES / "qt_words.ts"), "-qm", str(out)]
        subprocess.run(command, check=True)
        return out.read_bytes()


def main() -> None:
    """Write the modules, and delete those whose Designer file has gone."""
    FORMS.mkdir(exist_ok=True)
    wanted = dict(forms())
    for old in FORMS.glob("ui_*.py"):
        if old not in wanted:
            old.unlink()
    for module, text in wanted.items():
        module.write_text(text, encoding="utf-8", newline="\n")
        print(module.relative_to(TOP).as_posix())
    WORDS.parent.mkdir(exist_ok=True)
    WORDS.write_bytes(words())
    print(WORDS.relative_to(TOP).as_posix())


if __name__ == "__main__":
    main()
