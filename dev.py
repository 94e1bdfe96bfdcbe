#!/usr/bin/env python3
"""Everything a developer types: ``python3 dev.py run | test | setup | bench``.

Standard library only, the same on Linux and Windows. Each command first sees to it that the
environment, the system's libraries and a Chinese font are there; when all is, that costs nothing
to speak of.
"""

import argparse
import contextlib
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
STAMP = VENV / "reportdesk-setup"
REQUIREMENTS = HERE / "packaging" / "requirements-dev.txt"

LIBRARIES = {
    # soname: Debian package; the first eight for any Qt, the others for a real window.
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FONT = "fonts-noto-cjk"
FONT_WORDS = (
    "cjk",
    "wqy",
    "droidsansfallback",
    "arphic",
    "uming",
    "ukai",
    "gbsn",
    "gkai",
    "simsun",
)
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


class SetupError(Exception):
    """Something that the person at the keyboard has to do first."""


def missing_packages() -> list[str]:
    """The Debian packages that this machine lacks; none where it is not Linux."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for name, package in LIBRARIES.items() if not _loads(name)]
    return missing if has_chinese_font() else [*missing, FONT]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def has_chinese_font() -> bool:
    """Whether a font with Chinese characters lies in one of the usual folders."""
    for folder in FONT_FOLDERS:
        for _, folders, files in os.walk(Path(folder).expanduser()):
            names = " ".join([*folders, *files]).lower()
            if any(word in names for word in FONT_WORDS):
                return True
    return False


def install_packages(packages: list[str]) -> None:
    """Install system packages as root on Debian and its like, else say what to type."""
    apt = shutil.which("apt-get")
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if apt is None:
        raise SetupError(f"System packages are missing; on Debian they are: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise SetupError(f"System packages are missing. Type:\n    sudo {line}")
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "update", "-qq"], env=quiet, check=False)
    if subprocess.run([apt, *line.split()[1:], "-qq"], env=quiet, check=False).returncode:
        raise SetupError(f"The system packages could not be installed. Type:\n    {line}")


def fingerprint() -> str:
    """What the environment was made from; another one means that it has to be made anew."""
    digest = hashlib.sha256(sys.version.encode() + str(HERE).encode())
    for file in (REQUIREMENTS, HERE / "pyproject.toml"):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_ready() -> bool:
    """Whether the environment is whole and made from today's files."""
    with contextlib.suppress(OSError):
        return PYTHON.exists() and STAMP.read_text(encoding="ascii") == fingerprint()
    return False


@contextlib.contextmanager
def alone() -> Generator[None]:
    """Wait until no other set-up is at work in this folder; a dead one's mark is ignored."""
    mark = HERE / ".venv.lock"
    for _ in range(1200):
        try:
            os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
            break
        except FileExistsError:
            with contextlib.suppress(OSError):
                if time.time() - mark.stat().st_mtime > 900:
                    mark.unlink()
            time.sleep(0.5)
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)


def make_environment() -> None:
    """Make ``.venv`` and put the pinned requirements and the project into it."""
    print("Setting up .venv (once; some minutes with a slow network)", flush=True)
    STAMP.unlink(missing_ok=True)
    if (
        not PYTHON.exists()
        or subprocess.run([PYTHON, "-m", "pip", "-V"], capture_output=True, check=False).returncode
    ):
        shutil.rmtree(VENV, ignore_errors=True)
        if subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False).returncode:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            install_packages([f"python{version}-venv"])
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    steps = (
        [*pip, "--require-hashes", "--prefer-binary", "-r", REQUIREMENTS],
        [*pip, "--no-deps", "--no-build-isolation", "-e", HERE],
    )
    for step in steps:
        if subprocess.run(step, check=False).returncode:
            raise SetupError("The requirements could not be installed; pip says why above.")
    STAMP.write_text(fingerprint(), encoding="ascii")


def set_up() -> None:
    """See to it that everything is there."""
    if not is_ready():
        with alone():
            if not is_ready():
                make_environment()
    packages = missing_packages()
    if packages:
        install_packages(packages)


def call(*arguments: str | Path) -> int:
    """Run the environment's Python in the project's folder."""
    return subprocess.run([PYTHON, *arguments], cwd=HERE, check=False).returncode


def run(options: argparse.Namespace) -> int:
    """The main job on the sample that ships with the project."""
    if not options.headless:
        print("The desk has no window yet; doing the main job on the sample report.", flush=True)
    sample = next(iter(sorted((HERE / "resources" / "samples").glob("*.docx"))))
    folder = HERE / "build" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    draft, word = folder / "new-year.rdesk", folder / "new-year.docx"
    steps: tuple[tuple[str, tuple[str | Path, ...]], ...] = (
        ("Last year's report", ("read", sample)),
        ("Rolled into the new year", ("roll", sample, "-o", draft)),
        ("Its check", ("check", draft)),
        ("The Word file", ("convert", draft, "-o", word, "--draft")),
    )
    for title, arguments in steps:
        print(f"\n== {title} ==", flush=True)
        status = call("-m", "reportdesk", *arguments)
        # A fresh report has blanks, so findings (status 1) are what is expected of its check.
        if status > (1 if arguments[0] == "check" else 0):
            return status
    print(f"\nThe Word file lies at {word}")
    return 0


def test(options: argparse.Namespace) -> int:
    """Format, lint, types, layers and all tests; pytest comes last."""
    steps: tuple[tuple[str, tuple[str | Path, ...]], ...] = (
        ("format", ("-m", "ruff", "format", "--check", "-q", ".")),
        ("lint", ("-m", "ruff", "check", "-q", ".")),
        ("types", ("-m", "pyright")),
        ("layers", ("-c", "from importlinter.cli import lint_imports_command as c; c()")),
        ("tests", ("-m", "pytest", "-q", "-n", "2", *options.rest)),
    )
    failed: list[str] = []
    for name, arguments in steps:
        begun = time.monotonic()
        if failed and name == "tests":
            print(f"Not in order: {', '.join(failed)}", flush=True)
        print(f"== {name} ==", flush=True)
        if call(*arguments):
            failed.append(name)
        if name != "tests":
            print(f"   {time.monotonic() - begun:.1f} s", flush=True)
    return 1 if failed else 0


def bench(options: argparse.Namespace) -> int:
    """The benchmarks; status 1 if a bound is missed."""
    return call("-m", "benchmarks", *(["--json"] if options.json else []))


def main() -> int:
    """Do what was typed."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before any environment is there
        print("reportdesk needs Python 3.11 or newer.", file=sys.stderr)
        return 2
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, work in (("run", run), ("test", test), ("bench", bench), ("setup", None)):
        command = commands.add_parser(name)
        command.set_defaults(work=work, rest=())
        if name == "run":
            command.add_argument("--headless", action="store_true")
        if name == "bench":
            command.add_argument("--json", action="store_true")
        if name == "test":
            command.add_argument("rest", nargs="*")
    options = parser.parse_args()
    try:
        set_up()
    except SetupError as trouble:
        print(trouble, file=sys.stderr)
        return 2
    return int(options.work(options)) if options.work is not None else 0


if __name__ == "__main__":
    sys.exit(main())
