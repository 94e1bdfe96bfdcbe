"""Ruled tables on a page: cells are what lines enclose, merged where no line parts them."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportdesk.formats.readers.pdf_page import Char, Rule
from reportdesk.formats.readers.pdf_words import words_of_cell
from reportdesk.formats.readers.word_symbols import UNKNOWN
from reportdesk.formats.story import Cell

_NEAR = 3.0
_FIGURES = frozenset("0123456789.,")
_TOUCHING = 0.1
"""Digits of one figure are no farther apart, as a part of their size."""
_MOST_RULES = 6_000
_MOST_PLACES = 60_000


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table's outer edges, and the places of its lines."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    def holds(self, char: Char) -> bool:
        """Whether a character stands inside."""
        middle = (char.left + char.right) / 2
        return (
            self.xs[0] - 1 <= middle <= self.xs[-1] + 1
            and self.ys[0] - 1 <= char.middle <= self.ys[-1] + 1
        )

    def cells(self, chars: Iterable[Char], *, cut_off: bool = False) -> list[Cell]:
        """The cells with the characters that stand in them. Where the table is ``cut_off`` at its
        right, a figure in its last column may be only the beginning of one."""
        owner = self._merged()
        inside: dict[tuple[int, int], list[Char]] = {}
        seats: list[tuple[Char, tuple[int, int]]] = []
        for char in chars:
            row = _index(self.ys, char.middle)
            column = _index(self.xs, (char.left + char.right) / 2)
            inside.setdefault(owner[row, column], []).append(char)
            seats.append((char, owner[row, column]))
        crossed, last = _crossed(seats), len(self.xs) - 1
        sizes: dict[tuple[int, int], tuple[int, int]] = {}
        for (row, column), first in owner.items():
            height, width = sizes.get(first, (1, 1))
            sizes[first] = max(height, row - first[0] + 1), max(width, column - first[1] + 1)
        return [
            Cell(
                words_of_cell(inside.get(at, []), self.xs[at[1] + width] - self.xs[at[1]])
                + (UNKNOWN if at in crossed or (cut_off and at[1] + width == last) else ""),
                *at,
                height,
                width,
            )
            for at, (height, width) in sorted(sizes.items())
        ]

    def _merged(self) -> dict[tuple[int, int], tuple[int, int]]:
        """For each place the upper left place of its cell. Cells are rectangles: a run of places
        in a row, and under it the same runs as long as no line is between."""
        right = self._walls(upright=True)
        below = self._walls(upright=False)
        owner: dict[tuple[int, int], tuple[int, int]] = {}
        above: dict[tuple[int, int], tuple[int, int]] = {}
        for row in range(len(self.ys) - 1):
            runs: dict[tuple[int, int], tuple[int, int]] = {}
            start = 0
            for column in range(len(self.xs) - 1):
                if (row, column) in right or column == len(self.xs) - 2:
                    run = start, column + 1
                    open_above = row and not any((row - 1, c) in below for c in range(*run))
                    first = above[run] if open_above and run in above else (row, start)
                    runs[run] = first
                    owner.update({(row, c): first for c in range(*run)})
                    start = column + 1
            above = runs
        return owner

    def _walls(self, *, upright: bool) -> set[tuple[int, int]]:
        """The places with a line at their right side (``upright``) or under them."""
        across, along = (self.xs, self.ys) if upright else (self.ys, self.xs)
        drawn: dict[int, list[tuple[float, float]]] = {}
        for rule in self.rules:
            if rule.upright == upright:
                drawn.setdefault(_nearest(across, rule.at), []).append((rule.start, rule.end))
        walls: set[tuple[int, int]] = set()
        for line, spans in drawn.items():
            for place in range(len(along) - 1):
                low, high = along[place], along[place + 1]
                covered = sum(max(0.0, min(high, e) - max(low, s)) for s, e in _united(spans))
                if covered * 2 >= high - low:
                    walls.add((place, line - 1) if upright else (line - 1, place))
        return walls


def ruled_tables(rules: Sequence[Rule]) -> list[RuledTable]:
    """The tables that the rules of a page draw, from top to bottom."""
    if len(rules) > _MOST_RULES:
        return []
    found: list[RuledTable] = []
    for group in _touching(sorted(rules, key=lambda r: (r.at, r.start))):
        level = [r for r in group if not r.upright]
        upright = [r for r in group if r.upright]
        if not level or len(upright) < 2:
            continue
        ys = [r.at for r in level]
        # At the end of a page the lowest line may be missing.
        ys += [end for r in upright for end in (r.start, r.end) if _outside(end, ys)]
        xs = [r.at for r in upright]
        xs += [end for r in level for end in (r.start, r.end) if _outside(end, xs)]
        table = RuledTable(_clustered(xs), _clustered(ys), tuple(group))
        places = (len(table.xs) - 1) * (len(table.ys) - 1)
        if 1 < places <= _MOST_PLACES:
            found.append(table)
    return sorted(found, key=lambda table: table.ys[0])


def _crossed(seats: Iterable[tuple[Char, tuple[int, int]]]) -> set[tuple[int, int]]:
    """The cells over whose border a figure runs: nobody knows where it ends and the next begins."""
    digits = sorted(
        (seat for seat in seats if seat[0].text in _FIGURES),
        key=lambda seat: (seat[0].base, seat[0].left),
    )
    crossed: set[tuple[int, int]] = set()
    for (one, first), (other, second) in itertools.pairwise(digits):
        touches = abs(other.left - one.right) < _TOUCHING * min(one.size, other.size)
        if first != second and one.base == other.base and touches:
            crossed |= {first, second}
    return crossed


def _outside(end: float, places: list[float]) -> bool:
    return end < min(places) - 2 * _NEAR or end > max(places) + 2 * _NEAR


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    level = [i for i, rule in enumerate(rules) if not rule.upright]
    for i, rule in enumerate(rules):
        if not rule.upright:
            continue
        for j in level:
            other = rules[j]
            if (
                other.start - _NEAR <= rule.at <= other.end + _NEAR
                and rule.start - _NEAR <= other.at <= rule.end + _NEAR
            ):
                parent[root(i)] = root(j)
    groups: dict[int, list[Rule]] = {}
    for i, rule in enumerate(rules):
        groups.setdefault(root(i), []).append(rule)
    return list(groups.values())


def _clustered(places: list[float]) -> tuple[float, ...]:
    """Places that differ only by the thickness of a line are one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(sum(group) / len(group) for group in groups)


def _united(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    united: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(united[-1][1], end)
        else:
            united.append((start, end))
    return united


def _index(places: Sequence[float], at: float) -> int:
    return min(max(bisect_right(places, at) - 1, 0), len(places) - 2)


def _nearest(places: Sequence[float], at: float) -> int:
    return min(range(len(places)), key=lambda index: abs(places[index] - at))
