"""The file's side: the story's own tables and paragraphs, as they were found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.edition import Line, Table, Text
from reportdesk.formats.recognise.figures import is_figure
from reportdesk.formats.recognise.tokens import tokens_of_paragraph
from reportdesk.formats.story import Grid, Paragraph
from reportdesk.gui.importing.sheets import (
    Band,
    Box,
    Sheet,
    lines_band,
    paragraph_link,
    row_link,
    stray_link,
)

if TYPE_CHECKING:
    from reportdesk.form.edition import Section
    from reportdesk.formats.reading import Reading, Trace
    from reportdesk.formats.recognise.tokens import Token
    from reportdesk.formats.story import Cell, Piece, Story

_BEFORE = 40
"""So many lines before a table's first figure are looked through for its heads."""
_LONG = 60


def squeezed(text: str) -> str:
    """A cell's text in one line: breaks inside Chinese words go, other spaces stay."""
    parts = [part.strip() for part in text.replace("\xa0", " ").split("\n")]
    joined = ""
    for part in filter(None, parts):
        gap = " " if joined[-1:].isascii() and part[:1].isascii() and joined else ""
        joined += gap + part
    return joined


class Source:
    """Shows of a story what became of a section of the report."""

    def __init__(self, story: Story, reading: Reading) -> None:
        self.story, self.reading = story, reading
        self._at = {id(piece): number for number, piece in enumerate(story.pieces)}
        self._links: dict[tuple[int, int, int], list[str]] = {}
        self._labels: dict[tuple[int, int], str] = {}
        self._collect()

    def _collect(self) -> None:
        reading = self.reading
        for key, trace in reading.traces.items():
            self._link(trace, key)
        for key, mark in reading.marks.items():
            self._link(mark.trace, key)
        for number, stray in enumerate(reading.strays):
            if stray.trace is not None:
                self._link(stray.trace, stray_link(number))

    def _link(self, trace: Trace, link: str) -> None:
        if trace.cell is None or not trace.pieces:
            return
        piece = id(trace.pieces[0])
        links = self._links.setdefault((piece, trace.cell.row, trace.cell.column), [])
        if link not in links:
            links.append(link)
        if "." in link:
            self._labels.setdefault((piece, trace.cell.row), link)

    def section(self, section: Section) -> Sheet:
        """The pieces that a section was read from."""
        bands: list[Band] = []
        for block in section.blocks:
            if isinstance(block, Table):
                bands += self._table(block)
            elif isinstance(block, Text) and (band := self._text(block.id)):
                bands.append(band)
        lines = [block.id for block in section.blocks if isinstance(block, Line)]
        if lines:
            bands = self._with_lines(lines, bands)
        return Sheet(tuple(bands), "" if bands else "文件里没有找到这一部分。")

    # Words

    def _with_lines(self, keys: list[str], bands: list[Band]) -> list[Band]:
        """The bands with the lines of a cover: in the paragraph where one was found, or above."""
        shown = {box.tip: box for band in bands for box in band.boxes if box.kind == "paragraph"}
        more: dict[str, list[str]] = {}
        above: dict[str, list[str]] = {}
        for key in keys:
            value, origin = self.reading.values.get(key), self.reading.origins.get(key)
            if value is None or origin is None:
                continue
            if origin.place in shown:
                more.setdefault(origin.place, []).append(key)
                continue
            found = [
                piece.text.strip()
                for piece in self.story.pieces
                if isinstance(piece, Paragraph) and piece.place == origin.place
            ]
            text = found[0] if found and value in found[0] else value
            above.setdefault(text, []).append(key)
        bands = [
            band._replace(
                boxes=tuple(
                    box._replace(links=(*box.links, *more.get(box.tip, ()))) for box in band.boxes
                )
            )
            for band in bands
        ]
        lines = [
            Box(text, 0, 0, kind="paragraph", links=tuple(found)) for text, found in above.items()
        ]
        return [lines_band(lines), *bands] if lines else bands

    def _text(self, key: str) -> Band | None:
        trace = self.reading.traces.get(key)
        if trace is None:
            return None
        boxes: list[Box] = []
        number = 0
        for piece in trace.pieces:
            text = piece.text.strip() if isinstance(piece, Paragraph) else ""
            if not text:
                continue
            links = tuple(paragraph_link(key, number + n) for n in range(text.count("\n") + 1))
            number += len(links)
            boxes.append(Box(text, 0, 0, kind="paragraph", links=links, tip=piece.place))
        return lines_band(boxes) if boxes else None

    # Tables

    def _table(self, table: Table) -> list[Band]:
        pieces = self._pieces_of(table)
        bands: list[Band] = []
        words: list[Paragraph] = []
        for piece in pieces:
            if isinstance(piece, Grid):
                bands += self._flow(words)
                words = []
                bands.append(self._grid(piece))
            else:
                words.append(piece)
        return bands + self._flow(words)

    def _pieces_of(self, table: Table) -> list[Piece]:
        reading, mark = self.reading, f"{table.id}."
        traces = [t for k, t in reading.traces.items() if k.startswith(mark)]
        traces += [m.trace for k, m in reading.marks.items() if k.startswith(mark)]
        traces += [
            stray.trace
            for one, stray in zip(reading.unplaced, reading.strays, strict=False)
            if one.table == table.id and stray.trace is not None
        ]
        used = {self._at[id(p)] for t in traces for p in t.pieces if id(p) in self._at}
        if not used:
            return []
        pieces = self.story.pieces
        first, last = min(used), max(used)
        if all(isinstance(pieces[at], Grid) for at in used):
            return [pieces[at] for at in sorted(used)]
        others = {
            self._at[id(p)]
            for k, t in reading.traces.items()
            if not k.startswith(mark)
            for p in t.pieces
            if id(p) in self._at
        }
        for _ in range(_BEFORE):
            before = first - 1
            if before < 0 or before in others or len(_text_of(pieces[before])) > _LONG:
                break
            first = before
        return [pieces[at] for at in range(first, last + 1) if at not in others or at in used]

    def _grid(self, grid: Grid) -> Band:
        placed = [row for piece, row, _ in self._links if piece == id(grid)]
        heads = min(placed, default=0) if grid.aligned else 0
        boxes = [self._box(grid, cell, cell.row < heads) for cell in grid.cells]
        if not grid.aligned:
            boxes = _to_the_right(boxes, grid.width)
        return Band(tuple(boxes), grid.height, grid.width, heads if heads <= 4 else 0)

    def _box(self, grid: Grid, cell: Cell, head: bool) -> Box:
        links = tuple(self._links.get((id(grid), cell.row, cell.column), ()))
        text = squeezed(cell.text)
        if links or (text and is_figure(text)):
            return Box(text, *cell[1:], kind="value", links=links, tip=grid.place)
        key = self._labels.get((id(grid), cell.row), "")
        kind = "head" if head else "label" if text else "words"
        row = (row_link(key),) if key and text and cell.rows == 1 else ()
        return Box(text, *cell[1:], kind=kind, links=row)

    def _flow(self, paragraphs: list[Paragraph]) -> list[Band]:
        """Lines of text as rows: the words before figures, then the figures."""
        tokens = [token for each in paragraphs for token in tokens_of_paragraph(each)]
        rows: list[tuple[list[Token], list[Token]]] = []
        words: list[Token] = []
        figures: list[Token] = []
        for token in tokens:
            if is_figure(token.text):
                figures.append(token)
                continue
            if figures:
                rows.append((words, figures))
                words, figures = [], []
            words.append(token)
        if words or figures:
            rows.append((words, figures))
        most = max((len(found) for _, found in rows), default=0)
        return [self._flow_band(rows, most)] if rows else []

    def _flow_band(self, rows: list[tuple[list[Token], list[Token]]], most: int) -> Band:
        boxes: list[Box] = []
        row = 0
        for words, figures in rows:
            label, before = self._label_of(words, figures)
            if before:
                boxes.append(Box("　".join(before), row, 0, 1, 1 + most, kind="words"))
                row += 1
            if not figures:
                if label:
                    boxes.append(Box(label, row, 0, 1, 1 + most, kind="words"))
                    row += 1
                continue
            key = self._labels.get(_spot(figures[0])[:2], "")
            links = (row_link(key),) if key else ()
            boxes.append(Box(label, row, 0, kind="label", links=links))
            for number, token in enumerate(figures):
                found = tuple(self._links.get(_spot(token), ()))
                boxes.append(Box(token.text, row, 1 + number, links=found, tip=token.place))
            row += 1
        return Band(tuple(boxes), row, 1 + most)

    def _label_of(self, words: list[Token], figures: list[Token]) -> tuple[str, list[str]]:
        """The words that are the row's label, and those before them."""
        texts = [token.text for token in words]
        if not figures:
            return "　".join(texts), []
        known = ""
        for link in self._links.get(_spot(figures[0]), ()):
            if (trace := self.reading.traces.get(link)) is not None:
                known = trace.label
        for count in range(1, len(texts) + 1):
            if known and "".join(texts[-count:]) == known:
                return known, texts[:-count]
        return (texts[-1], texts[:-1]) if texts else ("", [])


def _to_the_right(boxes: list[Box], width: int) -> list[Box]:
    """Boxes of lines of which only the order of cells is known: the figures of all lines end in
    the last column, and the words before them take the room."""
    rows: dict[int, list[Box]] = {}
    for box in boxes:
        rows.setdefault(box.row, []).append(box)
    found: list[Box] = []
    for row in rows.values():
        first = next((n for n, box in enumerate(row) if box.kind == "value"), len(row))
        spare = width - len(row)
        for number, box in enumerate(row):
            more = spare if number == first - 1 else 0
            column = box.column + (spare if number >= first else 0)
            found.append(box._replace(column=column, columns=box.columns + more))
    return found


def _spot(token: Token) -> tuple[int, int, int]:
    cell = token.cell
    return (id(token.piece), cell.row, cell.column) if cell is not None else (0, 0, 0)


def _text_of(piece: Piece) -> str:
    return piece.text if isinstance(piece, Paragraph) else ""
