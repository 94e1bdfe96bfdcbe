"""A figure: what was measured, its floor in the same run, and the bound it has to keep."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` and ``floor`` in milliseconds, or reports a second where ``unit`` says so.

    ``bound`` limits ``value / floor`` where ``relative``, else ``value`` itself; ``at_least``
    turns it round.
    """

    name: str
    value: float
    floor: float
    floor_name: str
    bound: float
    relative: bool
    unit: str = "ms"
    at_least: bool = False

    @property
    def judged(self) -> float:
        """The number that the bound is for."""
        return self.value / self.floor if self.relative else self.value

    @property
    def kept(self) -> bool:
        """Whether the bound is kept."""
        return self.judged >= self.bound if self.at_least else self.judged <= self.bound

    def outline(self) -> dict[str, Any]:
        """For JSON."""
        return {**asdict(self), "judged": self.judged, "kept": self.kept}

    def row(self) -> tuple[str, ...]:
        """For the table."""
        sign = "≥" if self.at_least else "≤"
        times = "×" if self.relative else f" {self.unit}"
        return (
            self.name,
            f"{self.value:.3f} {self.unit}",
            f"{self.floor:.3f} {self.unit} ({self.floor_name})",
            f"{self.judged:.3f}{times}",
            f"{sign} {self.bound:g}{times}",
            "kept" if self.kept else "MISSED",
        )


def best(work: Callable[[], object], rounds: int, each: int = 1) -> float:
    """The best time of one call in milliseconds: minimum over ``rounds`` of ``each`` calls."""
    least = float("inf")
    for _ in range(rounds):
        begun = time.perf_counter()
        for _ in range(each):
            work()
        least = min(least, (time.perf_counter() - begun) / each)
    return least * 1000


def paired(
    work: Callable[[], object], floor: Callable[[], object], rounds: int, each: int = 1
) -> tuple[float, float]:
    """The best times of both, measured by turns so that the machine's moods fall on both."""
    work()
    floor()
    pairs = [(best(work, 1, each), best(floor, 1, each)) for _ in range(rounds)]
    return min(a for a, _ in pairs), min(b for _, b in pairs)
