"""Pin what the project needs: exact versions, with the hash of every wheel that may be installed.

    .venv/bin/python packaging/pin.py [NAME==VERSION …]

The names come from pyproject.toml. Versions pinned before stay unless one is given here or
pyproject.toml asks for another; so a renewal is one deliberate step. pip is asked, through
whatever index this machine has been given, which wheel it would take for each system and Python
that is served; only names, versions and hashes are written down, never an address.
"""

import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parent.parent
RUN = TOP / "packaging" / "requirements.txt"
DEV = TOP / "packaging" / "requirements-dev.txt"
BUILD = TOP / "packaging" / "requirements-build.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_GLIBC = ("_2_39", "_2_34", "_2_31", "_2_28", "_2_27", "_2_26", "_2_24", "_2_17", "2014", "_2_5")
PLATFORMS = (
    tuple(f"manylinux{glibc}_x86_64" for glibc in _GLIBC),
    tuple(f"manylinux{glibc}_aarch64" for glibc in _GLIBC),
    ("win_amd64",),
)
# Packages that others ask for on Windows only: pip on Linux does not see that they do.
WINDOWS_ONLY = {"colorama": "0.4.6"}
WINDOWS_BUILD = {"pefile": "2024.8.26", "pywin32-ctypes": "0.2.3"}
HEAD = "# Made by packaging/pin.py. Versions and hashes only: any index may serve them.\n"


def normal(name: str) -> str:
    """A distribution's name as all its spellings agree on it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_pins(file: Path) -> dict[str, str]:
    """Name → version of a requirements file; empty if there is none yet."""
    if not file.exists():
        return {}
    found = re.findall(r"^([\w.-]+)==([\w.!+]+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    return {normal(name): version for name, version in found}


def written(pins: Mapping[str, str], hashes: Mapping[str, Iterable[str]]) -> str:
    """The text of a requirements file."""
    lines = [HEAD]
    for name in sorted(pins):
        marker = ' ; sys_platform == "win32"' if name in WINDOWS_ONLY | WINDOWS_BUILD else ""
        parts = [f"{name}=={pins[name]}{marker}"]
        parts += [f"    --hash=sha256:{digest}" for digest in sorted(hashes[name])]
        lines.append(" \\\n".join(parts) + "\n")
    return "".join(lines)


def _report(*arguments: str) -> list[dict[str, Any]]:
    """What pip would install, one entry a distribution, without installing it."""
    command = [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--ignore-installed"]
    command += ["--only-binary=:all:", "--report", "-", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return list(json.loads(done.stdout)["install"])


def _target(python: str, platform: tuple[str, ...]) -> list[str]:
    """pip's options for another system; "3.11" means 3.11.0, so nothing newer is relied on."""
    tags = [part for tag in platform for part in ("--platform", tag)]
    return ["--target", "unused", "--python-version", python, *tags]


def resolve(wanted: Iterable[str], kept: Mapping[str, str]) -> dict[str, str]:
    """Name → version of what is wanted and all that it needs, near to what was kept."""
    with tempfile.TemporaryDirectory() as folder:
        limits = Path(folder, "kept.txt")
        limits.write_text("".join(f"{n}=={v}\n" for n, v in kept.items()), encoding="utf-8")
        found = _report("-c", str(limits), *_target(PYTHONS[0], PLATFORMS[0]), *wanted)
    return {normal(one["metadata"]["name"]): one["metadata"]["version"] for one in found}


def collect(pins: Mapping[str, str]) -> dict[str, set[str]]:
    """Name → the hashes of the wheels that pip takes on each system and Python served."""
    hashes: dict[str, set[str]] = {name: set() for name in pins}
    exact = [f"{name}=={version}" for name, version in pins.items()]
    for python in PYTHONS:
        for platform in PLATFORMS:
            print(f"Python {python}, {platform[0]}", flush=True)
            for one in _report("--no-deps", *_target(python, platform), *exact):
                digest = one["download_info"]["archive_info"]["hashes"]["sha256"]
                hashes[normal(one["metadata"]["name"])].add(digest)
    return hashes


def main(renewed: list[str]) -> None:
    """Write the requirements files."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    run: list[str] = project["project"]["dependencies"]
    dev: list[str] = project["dependency-groups"]["dev"]
    build: list[str] = project["dependency-groups"]["build"]
    given = dict(one.split("==") for one in renewed)
    kept = read_pins(BUILD) | read_pins(DEV)
    kept |= {normal(name): version for name, version in given.items()}
    # What pyproject.toml pins itself it also changes itself.
    fixed = {normal(re.split(r"[=\[]", one)[0]) for one in [*run, *dev, *build] if "==" in one}
    kept = {name: version for name, version in kept.items() if name not in fixed}
    run_pins = resolve(run, kept)
    all_pins = resolve([*run, *dev], kept) | WINDOWS_ONLY
    hashes = collect(all_pins)
    build_pins = resolve(build, kept) | WINDOWS_BUILD
    build_hashes = collect(build_pins)
    RUN.write_text(written(run_pins, hashes), encoding="utf-8", newline="\n")
    DEV.write_text(written(all_pins, hashes), encoding="utf-8", newline="\n")
    BUILD.write_text(written(build_pins, build_hashes), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
