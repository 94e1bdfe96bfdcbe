"""Benchmark of the packaged program: its start against a packaged bare window, and its size.

    python -m benchmarks.packaged

packs both first, which takes a minute, and prints the size by part too.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / "packaging"))

from freeze import quiet  # noqa: E402 - its folder is on the path only now
from sizes import MEGABYTE, show_sizes, sizes  # noqa: E402 - as well

_BUILT = TOP / "build" / "benchmark"
_DESK, _BARE = _BUILT / "reportdesk", _BUILT / "bare"
_ROUNDS = 11
_SLOWER = 1.5
_LARGER = 1.25


def absent() -> str:
    """Why nothing can be packed here, in a line; "" if it can."""
    if sys.platform != "linux":
        return "the packaged program is measured on Linux only"
    if not (TOP / "build" / "tools" / "PyInstaller").is_dir():
        return "the packaged program is not measured: packaging/freeze.py was not run here yet"
    return ""


def measure(folder: Path) -> list[Figure]:
    """The start of the packaged desk, offscreen, to its painted start page, and its size;
    ``folder`` takes the data. Nothing where nothing can be packed."""
    if absent():
        return []
    _pack()
    desk = [str(_DESK / "reportdesk"), "start", str(folder / "packaged")]
    bare = [str(_BARE / "bare"), "bare"]
    home = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={_screen(folder)}"}
    # By turns, so that the machine's moods fall on both; the first of each fills the caches.
    pairs = [(_timed(desk, home), _timed(bare, home)) for _ in range(_ROUNDS)][1:]
    ratio = statistics.median(ours / floor for ours, floor in pairs)
    floor = statistics.median(floor for _, floor in pairs)
    name = "packaged bare 28x10 table"
    size, least = (sum(sizes(one).values()) / MEGABYTE for one in (_DESK, _BARE))
    return [
        Figure("start of the packaged program", floor * ratio, floor, name, _SLOWER, True),
        Figure("size of the packaged program", size, least, name, _LARGER, True, "MB"),
    ]


def show() -> None:
    """Print the size of the packaged program by part, once it was measured."""
    if not absent():
        print("\nthe packaged program, by part:")
        show_sizes(_DESK)


def _pack() -> None:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm"]
    command += ["--distpath", str(_BUILT), "--workpath", str(TOP / "build" / "benchmark-work")]
    command.append(str(TOP / "benchmarks" / "packaged.spec"))
    subprocess.run(command, check=True, cwd=TOP, env=quiet(), stdout=subprocess.DEVNULL)


def _screen(folder: Path) -> Path:
    """A clerk's screen, as Qt's platform without one reads it."""
    screen = {"name": "desk", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    file = folder / "packaged-screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return file


def _timed(command: list[str], home: dict[str, str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, env=home, capture_output=True)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    if why := absent():
        raise SystemExit(why)
    with tempfile.TemporaryDirectory() as name:
        for figure in measure(Path(name)):
            print("  ".join(figure.row()))
    show()
