"""Make the folder of the packaged program, for the system that this runs on.

    .venv/bin/python packaging/freeze.py [--out build/package]

It holds the program as PyInstaller gathers it (``packaging/reportdesk.spec``) and the licences of
all that is in it. ``packaging/pack.py`` then makes of it what a clerk gets.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
TOOLS = TOP / "build" / "tools"
LICENSED = ("lxml", "olefile", "xlrd", "appdirs", "pypdfium2", "pyinstaller")
"""Distributions that bring the text of their licence; PyInstaller's start is in the program."""

VERSION_INFORMATION = """\
# What Windows shows of the program's file; made by packaging/freeze.py.
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("080404b0", [
      StringStruct("FileDescription", "{title}"),
      StringStruct("ProductName", "{title}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("OriginalFilename", "reportdesk.exe"),
      StringStruct("LegalCopyright", "MIT 许可"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0804, 1200])]),
  ],
)
"""
TITLE = "政府信息公开年报"


def version() -> str:
    """The program's version."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def version_information(version: str) -> str:
    """What Windows shows of the program's file, as PyInstaller wants it."""
    numbers = (*(int(part) for part in version.split(".")), 0, 0, 0)[:4]
    return VERSION_INFORMATION.format(numbers=numbers, version=version, title=TITLE)


def tools() -> dict[str, str]:
    """The environment in which PyInstaller is found, installed if need be."""
    if importlib.util.find_spec("PyInstaller") is not None:
        return {}
    requirements = TOP / "packaging" / "requirements-build.txt"
    if not (TOOLS / "PyInstaller").is_dir():
        command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        command += ["--no-deps", "--require-hashes", "--only-binary=:all:"]
        command += ["--target", str(TOOLS), "-r", str(requirements)]
        subprocess.run(command, check=True)
    return {"PYTHONPATH": os.pathsep.join([str(TOOLS), os.environ.get("PYTHONPATH", "")])}


def quiet() -> dict[str, str]:
    """The environment in which PyInstaller runs, and says only what is wrong."""
    return {**os.environ, "PYI_LOG_LEVEL": "ERROR", **tools()}


def gather(out: Path) -> Path:
    """Have PyInstaller make the program's folder in ``out``."""
    information = TOP / "build" / "version.txt"
    information.parent.mkdir(exist_ok=True)
    information.write_text(version_information(version()), encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean"]
    command += ["--distpath", str(out)]
    command += ["--workpath", str(TOP / "build" / "work")]
    command.append(str(TOP / "packaging" / "reportdesk.spec"))
    subprocess.run(command, check=True, cwd=TOP, env=quiet())
    return out / "reportdesk"


def add_licences(folder: Path) -> None:
    """Put the licences of the program and of all that is in it beside the program."""
    to = folder / "licences"
    shutil.copytree(TOP / "packaging" / "licences", to, dirs_exist_ok=True)
    shutil.copy(TOP / "LICENSE", to / "reportdesk.txt")
    shutil.copy(python_licence(), to / "Python.txt")
    for name in LICENSED:
        for file in licence_files(name):
            place = to / name / file.name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)


def python_licence() -> Path:
    """The text of Python's own licence: the installer of Windows puts it elsewhere."""
    library = Path(sysconfig.get_path("stdlib"))
    for file in (library / "LICENSE.txt", Path(sys.base_prefix, "LICENSE.txt")):
        if file.is_file():
            return file
    raise SystemExit("freeze.py: this Python has no LICENSE.txt; it may not be shipped without")


def licence_files(name: str) -> list[Path]:
    """The licence texts that a distribution brings."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        sys.path.append(str(TOOLS))
        found = distribution(name)
    texts = [
        Path(str(file.locate()))
        for file in found.files or ()
        if ".dist-info" in str(file)
        and any(word in str(file).lower() for word in ("licen", "copying"))
    ]
    if not texts:
        raise SystemExit(f"freeze.py: {name} brings no licence")
    return texts


def main() -> None:
    """Make it."""
    options = argparse.ArgumentParser()
    options.add_argument("--out", type=Path, default=TOP / "build" / "package")
    folder = gather(options.parse_args().out.resolve())
    add_licences(folder)
    print(f"the program's folder is {folder}")


if __name__ == "__main__":
    main()
