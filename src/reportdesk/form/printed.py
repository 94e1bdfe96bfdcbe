"""How a table is printed: every cell of the page with its place, spans, words and key."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from reportdesk.form.table import Column, Group, Part, Row, Table, path_of

Kind = Literal["caption", "stub", "head", "label", "value"]


class PrintedCell(NamedTuple):
    """A cell at ``row``, ``column`` over ``rows`` × ``columns``; ``key`` for a value."""

    kind: Kind
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    key: str = ""


class Sheet(NamedTuple):
    """A printed table: its cells in reading order, its size, how many of its first rows are
    heads to repeat on every page, and how many of its first columns hold labels."""

    cells: tuple[PrintedCell, ...]
    height: int
    width: int
    heads: int
    labels: int

    def rows(self) -> list[list[PrintedCell]]:
        """The cells that begin in each row, left to right."""
        lines: list[list[PrintedCell]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            lines[cell.row].append(cell)
        for line in lines:
            line.sort(key=lambda c: c.column)
        return lines


def printed(table: Table) -> Sheet:
    """The printed form of ``table``."""
    return _across(table) if table.layout == "across" else _grid(table)


def _grid(table: Table) -> Sheet:
    labels = max(
        1 + len(path_of(part.groups, row.under)) for part in table.parts for row in part.rows
    )
    figures = max(len(part.columns) for part in table.parts)
    width = labels + figures
    cells: list[PrintedCell] = []
    top = heads = 0
    for part in table.parts:
        if part.caption:
            cells.append(PrintedCell("caption", part.caption, top, 0, 1, width))
            top += 1
        deep = _depth(part)
        cells.append(PrintedCell("stub", part.stub, top, 0, deep, labels))
        cells.extend(_heads(part, top, labels, deep, figures))
        top += deep
        if part is table.parts[0] and len(table.parts) == 1:
            heads = top
        for offset, row in enumerate(part.rows):
            cells.extend(_labels(part, row, offset, top, labels))
            for index, column in enumerate(part.columns):
                span = figures - index if index == len(part.columns) - 1 else 1
                key = table.key(row.id, column.id)
                at = labels + index
                cells.append(PrintedCell("value", "", top + offset, at, 1, span, key))
        top += len(part.rows)
    return Sheet(tuple(cells), top, width, heads, labels)


def _depth(part: Part) -> int:
    return 1 + max((len(path_of(part.column_groups, c.under)) for c in part.columns), default=0)


def _heads(part: Part, top: int, left: int, deep: int, figures: int) -> Iterator[PrintedCell]:
    seen: set[str] = set()
    for index, column in enumerate(part.columns):
        path = path_of(part.column_groups, column.under)
        for level, group in enumerate(path):
            if group.id not in seen:
                seen.add(group.id)
                span = sum(group in path_of(part.column_groups, c.under) for c in part.columns)
                yield PrintedCell("head", group.label, top + level, left + index, 1, span)
        span = figures - index if index == len(part.columns) - 1 else 1
        yield PrintedCell(
            "head", column.label, top + len(path), left + index, deep - len(path), span
        )


def _labels(part: Part, row: Row, offset: int, top: int, labels: int) -> Iterator[PrintedCell]:
    path = path_of(part.groups, row.under)
    for level, group in enumerate(path):
        if _first_row(part, group) is row:
            count = sum(group in path_of(part.groups, r.under) for r in part.rows)
            yield PrintedCell("label", group.label, top + offset, level, count, 1)
    at = len(path)
    yield PrintedCell("label", row.label + row.note, top + offset, at, 1, labels - at)


def _first_row(part: Part, group: Group) -> Row:
    return next(row for row in part.rows if group in path_of(part.groups, row.under))


def _across(table: Table) -> Sheet:
    blocks: list[tuple[Part, Row, tuple[Column, ...]]] = [
        (part, row, part.columns) for part in table.parts for row in part.rows
    ]
    deep = 1 + max(1 + len(path_of(part.groups, row.under)) for part, row, _ in blocks)
    cells: list[PrintedCell] = []
    at = 0
    for part, row, columns in blocks:
        path = path_of(part.groups, row.under)
        for level, group in enumerate(path):
            if _first_row(part, group) is row:
                count = sum(
                    len(part.columns) for r in part.rows if group in path_of(part.groups, r.under)
                )
                cells.append(PrintedCell("head", group.label, level, at, 1, count))
        level = len(path)
        cells.append(PrintedCell("head", row.label + row.note, level, at, 1, len(columns)))
        for column in columns:
            cells.append(PrintedCell("head", column.label, level + 1, at, deep - level - 1))
            cells.append(PrintedCell("value", "", deep, at, key=table.key(row.id, column.id)))
            at += 1
    cells.sort(key=lambda c: (c.row, c.column))
    return Sheet(tuple(cells), deep + 1, at, deep, 0)
