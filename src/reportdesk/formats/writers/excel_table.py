"""A table of the form on a sheet: figures as numbers, totals as formulas with their results."""

import math
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from reportdesk.form.printed import PrintedCell, Sheet, printed
from reportdesk.form.table import Table
from reportdesk.formats.writers.excel_book import Cell, Look, Page, place
from reportdesk.formats.writers.sequence import clean
from reportdesk.formats.writers.word_form import widths
from reportdesk.report.document import Document
from reportdesk.report.totals import sums_of

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_DIGITS = 15
"""So many digits a number in a workbook keeps; a longer figure is written as text."""
_TWIPS = 105.0
"""A character of a column's width, in twentieths of a point."""
_LINE = 14.0
_LEAST = 22.0
_SIGNS = ("=", "+", "-", "@")
_TOP = 1
"""Lines over the table."""
_BACK = "返回正文"


def page(
    name: str, table: Table, document: Document, values: Mapping[str, str], *, mark: str, back: str
) -> Page:
    """The sheet of ``table``; ``back`` names the sheet of the report's words."""
    sheet = printed(table)
    twips = widths(sheet)
    made = Page(
        name,
        [round(width / _TWIPS, 2) for width in twips],
        heights=_heights(sheet, twips),
        header=clean(table.title),
        mark=mark,
        top=_TOP,
        heads=sheet.heads,
        size=(sheet.height + _TOP, sheet.width),
    )
    _title_line(made, name, sheet, back)
    figures = _Figures(sheet, document, values)
    for cell in sheet.cells:
        content = figures.cell(cell) if cell.key else _label(cell, twips)
        for row in range(cell.row + _TOP, cell.row + _TOP + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                # The places that a merged cell covers have its border too.
                made.cells[row, column] = Cell(content.look)
        made.cells[cell.row + _TOP, cell.column] = content
        if cell.rows > 1 or cell.columns > 1:
            made.merges.append((cell.row + _TOP, cell.column, cell.rows, cell.columns))
    return made


def _title_line(made: Page, name: str, sheet: Sheet, back: str) -> None:
    """The line over the table, on the screen only: what the table is, and the way back to the
    words. Its two cells also keep the table's first line from being read as a remark."""
    last = max(1, sheet.width - max(1, sheet.width // 4))
    made.cells[0, 0] = Cell(Look("strong", wrap=False), name)
    made.cells[0, last] = Cell(Look("link", "right", wrap=False), _BACK)
    made.links[0, last] = back
    if last > 1:
        made.merges.append((0, 0, 1, last))
    if sheet.width - last > 1:
        made.merges.append((0, last, 1, sheet.width - last))


def _is_number(value: str) -> bool:
    return _NUMBER.fullmatch(value) is not None and sum(map(str.isdigit, value)) <= _DIGITS


def _label(cell: PrintedCell, twips: Sequence[int]) -> Cell:
    width = sum(twips[cell.column : cell.column + cell.columns])
    long = cell.kind == "label" and len(cell.text) * 200 > width
    across = "left" if long else "center"
    look = Look("table", across, boxed=True, shaded=cell.kind == "caption")
    return Cell(look._replace(literal=cell.text.startswith(_SIGNS)), clean(cell.text))


def _heights(sheet: Sheet, twips: Sequence[int]) -> dict[int, float]:
    """Row heights that show every label: a program does not fit rows to merged cells."""
    heights = dict.fromkeys(range(sheet.height + _TOP), _LEAST)
    for cell in sheet.cells:
        room = max(1, (sum(twips[cell.column : cell.column + cell.columns]) - 100) // 205)
        lines = math.ceil(len(cell.text) / room)
        for row in range(cell.row + _TOP, cell.row + _TOP + cell.rows):
            heights[row] = max(heights[row], (lines * _LINE + 6) / cell.rows)
    return {row: min(round(height, 1), 400.0) for row, height in heights.items()}


class _Figures:
    """The figures of one sheet: which are numbers, which text, which are reckoned."""

    def __init__(self, sheet: Sheet, document: Document, values: Mapping[str, str]) -> None:
        self.places = {c.key: (c.row + _TOP, c.column) for c in sheet.cells if c.key}
        self.written = document.values
        self.sums = sums_of(document.edition)
        self.values = values

    def cell(self, cell: PrintedCell) -> Cell:
        """The cell of one figure."""
        value = clean(self.values.get(cell.key, ""))
        formula = self._formula(cell.key, value)
        look = Look("table", "center", wrap=False, boxed=True)
        if _is_number(value):
            decimals = len(value.partition(".")[2])
            code = "0." + "0" * decimals if decimals else "0"
            return Cell(look._replace(format=code), number=value, formula=formula)
        if formula:
            return Cell(look, formula=formula)
        return Cell(look._replace(literal=value.startswith(_SIGNS), wrap=True), value)

    def _formula(self, key: str, value: str) -> str:
        """The formula of a total that nobody wrote, "" for any other figure. A total that is
        not the sum of the cells themselves (a figure stood for a whole group) has none."""
        if key in self.written or key not in self.sums:
            return ""
        ways = [way for way in self.sums[key] if all(part in self.places for part in way)]
        if not value:
            if not ways:
                return ""
            cells = ",".join(self._ranges(ways[0]))
            return f'IF(COUNT({cells})={len(ways[0])},SUM({cells}),"")'
        for way in ways:
            parts = [self.values.get(part, "") for part in way]
            if all(map(_is_number, parts)) and sum(map(Decimal, parts)) == Decimal(value):
                return f"SUM({','.join(self._ranges(way))})"
        return ""

    def _ranges(self, keys: Sequence[str]) -> list[str]:
        """The cells of ``keys``, those side by side or one under the other as ranges."""
        places = [self.places[key] for key in keys]
        down = len({column for _, column in places}) == 1
        places.sort()
        ordinals = [row if down else column for row, column in places]
        found: list[str] = []
        if not down and len({row for row, _ in places}) > 1:
            return [place(*at) for at in places]
        for _, group in groupby(enumerate(ordinals), lambda pair: pair[1] - pair[0]):
            run = [places[index] for index, _ in group]
            found.append(place(*run[0]) + (f":{place(*run[-1])}" if len(run) > 1 else ""))
        return found
