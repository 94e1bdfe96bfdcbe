"""A table printed across: its rows stand side by side, as blocks with all their columns' heads.

Each figure has two labels over it, the block's and the column's. Where merged cells are lost and
only the order of the heads is left, the figures may be taken in the form's order.
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportdesk.form.edition import Column, Part, Table
from reportdesk.formats.recognise.heads import Heads
from reportdesk.formats.recognise.vocabulary import Term
from reportdesk.formats.story import Cell


class Place(NamedTuple):
    """A figure and the blank that it belongs to."""

    part: Part
    row: str
    column: Column
    cell: Cell


def place_across(table: Table, heads: Heads, values: Sequence[Cell]) -> list[Place] | None:
    """The blank of each figure, by the heads over it; None where they do not decide it. A table
    may have only some of the blocks, but these whole: else it was cut off."""
    leaves = _by_cell(heads.columns)
    blocks = _by_cell(heads.blocks)
    if not leaves or _overlap(leaves):
        return None
    placed: list[Place] = []
    used: set[int] = set()
    for leaf, names in leaves.items():
        over = [terms for block, terms in blocks.items() if _meet(block, leaf)]
        under = [value for value in values if _meet(value, leaf)]
        if len(over) != 1 or len(under) != 1 or id(under[0]) in used:
            return None
        used.add(id(under[0]))
        found = {
            (block.id, column.id): Place(block.part, block.id, column, under[0])
            for block in over[0]
            for head in names
            for column in block.part.columns
            if head.part is block.part and head.id == column.id
        }
        if len(found) != 1:
            return None
        placed += found.values()
    if any(value.text.strip() and id(value) not in used for value in values):
        return None
    blocks_of: dict[tuple[int, str], set[str]] = {}
    for place in placed:
        blocks_of.setdefault((id(place.part), place.row), set()).add(place.column.id)
    blanks = sum(map(len, blocks_of.values()))
    whole = sum(
        len(part.columns)
        for part in table.parts
        for row in part.rows
        if (id(part), row.id) in blocks_of
    )
    return placed if len(placed) == blanks == whole else None


def in_order(table: Table, heads: Heads, values: Sequence[Cell]) -> list[Place] | None:
    """All figures of the table in the form's order; None unless they are all there and the heads
    are lost, or stand in that order as far as they are known."""
    cells = list(table.cells())
    leaves = _by_cell(heads.columns)
    if len(values) > len(cells) == len(leaves):
        # Blanks that no head stands over are beside the table.
        values = [v for v in values if v.text.strip() or any(_meet(v, leaf) for leaf in leaves)]
    if len(values) != len(cells) or (heads.seen and not leaves):
        return None
    if not _heads_in_order(table, heads) or not _blocks_in_order(table, heads):
        return None
    return [
        Place(part, row.id, column, cell)
        for (part, row, column), cell in zip(cells, values, strict=True)
    ]


def _heads_in_order(table: Table, heads: Heads) -> bool:
    """Whether from each head to the next in its line it is as far as on the form."""
    order = {c.id: (n, len(p.columns)) for p in table.parts for n, c in enumerate(p.columns)}
    leaves = sorted(_by_cell(heads.columns).items(), key=lambda leaf: (leaf[0].row, leaf[0].column))
    for (one, before), (other, after) in itertools.pairwise(leaves):
        at, count = order[before[0].id]
        if (
            one.row == other.row
            and (order[after[0].id][0] - at - other.column + one.column) % count
        ):
            return False
    return True


def _blocks_in_order(table: Table, heads: Heads) -> bool:
    """Whether the labels over the heads, and those over these, go forward in each line."""
    rows = [(part, row.id) for part in table.parts for row in part.rows]
    order: dict[str, int] = {}
    for n, (part, row) in reversed(list(enumerate(rows))):
        order[row] = n
        for group in part.groups:
            if row in table.members(part, group.id):
                order[group.id] = n
    labels = sorted(
        _by_cell([*heads.blocks, *heads.groups]).items(), key=lambda b: (b[0].row, b[0].column)
    )
    return all(
        one.row != other.row or order[before[0].id] <= order[after[0].id]
        for (one, before), (other, after) in itertools.pairwise(labels)
    )


def _by_cell(found: Iterable[tuple[Term, Cell]]) -> dict[Cell, list[Term]]:
    cells: dict[Cell, list[Term]] = {}
    for term, cell in found:
        cells.setdefault(cell, []).append(term)
    return cells


def _overlap(cells: Iterable[Cell]) -> bool:
    ordered = sorted(cells, key=lambda cell: cell.column)
    return any(a.column + a.columns > b.column for a, b in itertools.pairwise(ordered))


def _meet(one: Cell, other: Cell) -> bool:
    """Whether two cells stand one above the other."""
    return one.column < other.column + other.columns and other.column < one.column + one.columns
