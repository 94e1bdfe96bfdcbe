"""The project's own ``.venv``, made from pinned, hashed requirements and known by its stamp.

The stamp is written last and taken away first, so that a set-up which was cut off anywhere is
seen by the next call, which then makes everything anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import platform
import shutil
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from typing import IO, TYPE_CHECKING

import machine

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

# PySide6's wheels for Linux ask for this C library; pip would only say that it finds nothing.
GLIBC = (2, 34)


class SetupError(Exception):
    """Something that the person at the keyboard has to do first; its text says what."""


class Environment:
    """The virtual environment of one checkout."""

    def __init__(self, top: Path, say: Callable[[str], None]) -> None:
        self.top = top
        self.folder = top / ".venv"
        self.stamp = self.folder / "reportdesk-stamp"
        self.requirements = top / "packaging" / "requirements-dev.txt"
        self._say = say

    @property
    def scripts(self) -> Path:
        """The folder of the environment's programs."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.scripts / ("python.exe" if sys.platform == "win32" else "python")

    def base(self) -> str:
        """What the environment itself depends on: a Python, and the folder written into it."""
        version = platform.python_version()
        return _digest([version, platform.machine(), sys.platform, str(self.top)])

    def contents(self) -> str:
        """What lies in it depends on: the requirements, and how the project is installed."""
        project = tomllib.loads((self.top / "pyproject.toml").read_text(encoding="utf-8"))
        hatch = project.get("tool", {}).get("hatch")
        return _digest(
            [
                self.requirements.read_text(encoding="utf-8"),
                json.dumps([project["project"], project["build-system"], hatch], sort_keys=True),
            ]
        )

    def is_ready(self) -> bool:
        """Whether it is whole and made for what the project asks now."""
        return self._stamped() == [self.base(), self.contents()] and self.python.exists()

    def ensure(self, *, anew: bool = False) -> None:
        """Make or renew it if needed. Raises SetupError if that cannot be done here."""
        if self.is_ready() and not anew:
            return
        with alone(self.top / ".venv.lock", self._say):
            # Whoever was first may have done the work while we waited.
            if anew or not self.is_ready():
                self._make(anew=anew)

    def _make(self, *, anew: bool) -> None:
        begun = time.monotonic()
        stamped = self._stamped()
        usable = not anew and len(stamped) == 2 and stamped[0] == self.base()
        self.stamp.unlink(missing_ok=True)
        if not (usable and self.python.exists()):
            self._create()
        self._say("installing the pinned requirements")
        self._pip("--require-hashes", "--only-binary=:all:", "-r", str(self.requirements))
        self._pip("--no-deps", "--no-build-isolation", "-e", str(self.top))
        # Beside and then in its place: a stamp that is only half written must not exist.
        beside = self.stamp.with_suffix(".new")
        beside.write_text(f"{self.base()}\n{self.contents()}\n", encoding="ascii")
        beside.replace(self.stamp)
        self._say(f"the environment is ready ({time.monotonic() - begun:.0f} s)")

    def _create(self) -> None:
        _refuse_old_system()
        if Path(sys.prefix).resolve() == self.folder.resolve():
            raise SetupError(
                "This is the Python of the .venv that has to be made anew. "
                "Call dev.py with the Python of the system."
            )
        if importlib.util.find_spec("ensurepip") is None:
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            if not machine.install([package], self._say):
                raise SetupError("Without this package Python cannot make a .venv.")
        self._say(f"making .venv with Python {platform.python_version()}")
        if self.folder.exists():
            shutil.rmtree(self.folder)
        self._run([sys.executable, "-m", "venv", str(self.folder)], "The .venv cannot be made.")

    def _pip(self, *arguments: str) -> None:
        options = ["-qq", "--disable-pip-version-check", "--no-input"]
        command = [str(self.python), "-m", "pip", "install", *options, *arguments]
        self._run(command, "pip could not install what the project needs.")

    def _run(self, command: list[str], failure: str) -> None:
        # Standard output stays free for what the command itself has to say.
        if subprocess.run(command, stdout=sys.stderr, cwd=self.top, check=False).returncode:
            raise SetupError(f"{failure} The reason stands above; call again once it is mended.")

    def _stamped(self) -> list[str]:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return self.stamp.read_text(encoding="ascii").split()
        return []


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _refuse_old_system() -> None:
    """Say in words what pip would only call "no matching distribution"."""
    name, version = platform.libc_ver()
    if name != "glibc":
        return
    found = tuple(int(part) for part in version.split(".")[:2])
    if found < GLIBC:
        raise SetupError(
            f"This system's C library is glibc {version}; Qt needs {GLIBC[0]}.{GLIBC[1]} or newer."
        )


@contextlib.contextmanager
def alone(file: Path, say: Callable[[str], None]) -> Generator[None]:
    """Wait until no other call is at the set-up; the system frees the lock of one that died."""
    with file.open("a+b") as lock:
        told = False
        while not _locked(lock):
            if not told:
                say("another call is at the set-up; waiting for it")
                told = True
            time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(lock: IO[bytes]) -> bool:
        try:
            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(lock: IO[bytes]) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
