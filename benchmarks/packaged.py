"""Benchmark of the packaged program: its start against a packaged bare window, and its size.

    python -m benchmarks.packaged

packs both first, which takes a minute; ``measure`` gives nothing where PyInstaller is not there.
"""

from __future__ import annotations

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

_BUILT = TOP / "build" / "benchmark"
_ROUNDS = 11
_BOUND = 1.5


def measure(folder: Path) -> list[Figure]:
    """The start of the packaged desk, offscreen, to its painted start page; ``folder`` takes the
    data. Nothing where nothing can be packed: PyInstaller comes with ``packaging/freeze.py``."""
    if sys.platform != "linux" or not (TOP / "build" / "tools" / "PyInstaller").is_dir():
        return []
    _pack()
    desk = [str(_BUILT / "desk" / "desk"), "start", str(folder / "packaged")]
    bare = [str(_BUILT / "bare" / "bare"), "bare"]
    # By turns, so that the machine's moods fall on both; the first of each fills the caches.
    pairs = [(_timed(desk), _timed(bare)) for _ in range(_ROUNDS)][1:]
    ratio = statistics.median(ours / floor for ours, floor in pairs)
    floor = statistics.median(floor for _, floor in pairs)
    return [
        Figure(
            "start of the packaged program",
            floor * ratio,
            floor,
            "packaged bare 28x10 table",
            _BOUND,
            True,
        )
    ]


def _pack() -> None:
    from freeze import tools

    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(_BUILT), "--workpath", str(TOP / "build" / "benchmark-work")]
    command.append(str(TOP / "benchmarks" / "packaged.spec"))
    environment = {**os.environ, **tools()}
    subprocess.run(command, check=True, cwd=TOP, env=environment, stdout=subprocess.DEVNULL)


def _timed(command: list[str]) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    begun = time.perf_counter()
    subprocess.run(command, check=True, env=environment, capture_output=True)
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for figure in measure(Path(name)):
            print("  ".join(figure.row()))
