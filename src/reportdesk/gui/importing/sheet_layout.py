"""Where the boxes of a sheet lie: widths by their words, heights by their wrapped lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from PySide6.QtGui import QFont

    from reportdesk.gui.importing.sheets import Band, Box, Sheet
    from reportdesk.gui.style import Theme

WRAP = Qt.TextFlag.TextWordWrap.value
_CHARACTER = re.compile(r".[、，。：）]*")
_UNBROKEN = re.compile(r"（[^（）]{1,2}）[、，。：]*|[A-Za-z0-9.]+|.[、，。：）]*", re.DOTALL)
"""What stays together on one line: a number in brackets, a word, a character with its mark."""
_UPRIGHT = 10
"""A label beside so many rows may be written from the top down."""
_DIGITS = 10
_HEAD = 8
"""Heads of no more characters than this are broken evenly."""


class Placed(NamedTuple):
    """A box with its rectangle, in the sheet's own coordinates."""

    band: int
    box: Box
    rect: QRect


class Stretch(NamedTuple):
    """A band's height: from where to where it goes, and where its heads end."""

    top: int
    heads: int
    bottom: int


class SheetLayout:
    """A sheet laid out in ``width`` pixels. Rows not among ``only`` (band, row) take no room,
    where ``only`` is given; heads always do."""

    def __init__(
        self,
        sheet: Sheet,
        width: int,
        look: Theme,
        only: Collection[tuple[int, int]] | None = None,
    ) -> None:
        self.sheet, self.look = sheet, look
        self._only = only
        self._metrics: dict[int, QFontMetrics] = {}
        self.placed: list[Placed] = []
        self.bands: list[Stretch] = []
        self.width = width
        top = 1
        for number, band in enumerate(sheet.bands):
            if number:
                top += look.px(10)
            top = self._lay(number, band, top, width)
        self.height = top + 1
        self.links: dict[str, int] = {}
        """The first box of each link, by its number in ``placed``."""
        for index, one in enumerate(self.placed):
            for link in one.box.links:
                self.links.setdefault(link, index)

    def font(self, box: Box) -> QFont:
        """The font of a box."""
        if box.kind == "paragraph":
            return self.look.font("figure", zoomed=True)
        use = "figure" if box.kind == "value" else "body"
        return self.look.font(use, bold=box.bold or box.kind == "caption", zoomed=True)

    def metrics(self, box: Box) -> QFontMetrics:
        """The measures of its font."""
        font = self.font(box)
        known = self._metrics.get(id(font))
        if known is None:
            known = self._metrics[id(font)] = QFontMetrics(font)
        return known

    def _lay(self, number: int, band: Band, top: int, width: int) -> int:
        columns = self._columns(band, width)
        lefts = [1 + sum(columns[:n]) for n in range(len(columns) + 1)]
        self.width = max(self.width, lefts[-1])
        heights = self._heights(band, columns, number)
        tops = [top + sum(heights[:n]) for n in range(len(heights) + 1)]
        for box in band.boxes:
            bottom = tops[min(box.row + box.rows, band.rows)]
            right = lefts[min(box.column + box.columns, band.columns)]
            rect = QRect(
                lefts[box.column], tops[box.row], right - lefts[box.column], bottom - tops[box.row]
            )
            if rect.height() > 0:
                self.placed.append(Placed(number, box, rect))
        self.bands.append(Stretch(top, tops[min(band.heads, band.rows)], tops[-1]))
        return tops[-1]

    # Widths

    def _columns(self, band: Band, width: int) -> list[int]:
        width -= 2
        if band.columns == 1:
            return [width]
        figures = {box.column for box in band.boxes if box.kind == "value" and box.columns == 1}
        least, most = [0] * band.columns, [0] * band.columns
        for box in band.boxes:
            if box.columns > 1 or not (box.text or box.sign):
                continue
            low, high = self._wishes(box, box.column in figures)
            least[box.column] = max(least[box.column], min(low, width // 3))
            most[box.column] = max(most[box.column], high)
        least = [max(self.look.px(26), one) for one in least]
        most = [max(pair) for pair in zip(least, most, strict=True)]
        labels = {box.column for box in band.boxes if box.kind == "label" and figures} - figures
        return _shared(least, most, width, labels)

    def _wishes(self, box: Box, over_figures: bool) -> tuple[int, int]:
        """The least width that a box can do with, and the one it would like."""
        measure = self.metrics(box)
        whole = measure.horizontalAdvance(box.text)
        if box.kind == "value":
            marks = QFontMetrics(self.sign_font(box)).horizontalAdvance(box.sign)
            need = whole + (marks + self.look.px(4) if marks else 0)
            # A figure with more words to it is cut short; its tip has them all.
            need = min(need, measure.horizontalAdvance("0") * _DIGITS) + self.look.px(12)
            return need, need
        # Two characters a line are enough; a tall box has room for more lines.
        character, pad = measure.horizontalAdvance("国"), 2 * self.pad(box)
        pieces = _CHARACTER if _upright(box) else _UNBROKEN
        widest = max(map(measure.horizontalAdvance, pieces.findall(box.text)), default=0)
        least = max(min(character * (1 if _upright(box) else 2), whole), widest) + pad
        if over_figures:
            return least, max(
                least, (whole + 1) // 2 + pad if whole > 3 * character else whole + pad
            )
        return least, whole // box.rows + pad

    def pad(self, box: Box) -> int:
        """The room at both sides of a box's words."""
        tight = box.kind == "head" or (box.kind == "label" and box.rows > 2)
        return self.look.px(2 if _upright(box) else 3 if tight else 6)

    def words(self, box: Box, room: int) -> str:
        """The text for ``room`` pixels: a head is broken into lines of one length, and what
        stands upright beside many rows into characters."""
        if _upright(box) and room < 2 * self.metrics(box).horizontalAdvance("国") + self.look.px(8):
            return "\n".join(_CHARACTER.findall(box.text))
        if box.kind != "head" or len(box.text) > _HEAD:
            return box.text
        measure, inside = self.metrics(box), room - 2 * self.pad(box)
        whole = measure.horizontalAdvance(box.text)
        if whole <= inside or inside <= 0:
            return box.text
        size = -(-len(box.text) // -(-whole // inside))
        return "\n".join(box.text[at : at + size] for at in range(0, len(box.text), size))

    def sign_font(self, box: Box) -> QFont:
        """The font of a box's sign: small where it is a number."""
        return self.look.font("mark" if len(box.sign) > 1 else "body", bold=True, zoomed=True)

    # Heights

    def _heights(self, band: Band, columns: list[int], number: int) -> list[int]:
        base = self.look.px(24 if band.lined else 20)
        heights = [base] * band.rows
        for row in range(band.heads, band.rows):
            if self._only is not None and (number, row) not in self._only:
                heights[row] = 0
        for box in sorted(band.boxes, key=lambda box: box.rows):
            rows = range(box.row, min(box.row + box.rows, band.rows))
            shown = [row for row in rows if heights[row]]
            if not shown or (self._only is not None and box.rows > 1):
                continue
            room = sum(columns[box.column : box.column + box.columns])
            lack = self._needed(box, room) - sum(heights[row] for row in shown)
            if lack > 0:
                heights[shown[-1]] += lack
        return heights

    def _needed(self, box: Box, room: int) -> int:
        if not box.text or (box.kind == "value" and "\n" not in box.text):
            return 0
        measure = self.metrics(box)
        inside = max(room - 2 * self.pad(box), measure.height())
        text = self.words(box, room)
        found = measure.boundingRect(QRect(0, 0, inside, 1 << 20), WRAP, text)
        gap = self.look.px(10 if box.kind == "paragraph" else 7)
        return found.height() + gap

    # Finding

    def at(self, x: int, y: int) -> int:
        """The number of the box at a point, -1 if none is there."""
        for index, one in enumerate(self.placed):
            if one.rect.contains(x, y):
                return index
        return -1

    def tops(self) -> dict[str, int]:
        """The top of each link's box."""
        return {link: self.placed[index].rect.top() for link, index in self.links.items()}

    def next(self, index: int, dx: int, dy: int) -> int:
        """The nearest box that can be chosen, to the right (dx 1), left, below (dy 1) or above;
        the same if there is none."""
        if index < 0:
            return next((n for n, one in enumerate(self.placed) if one.box.links), -1)
        here = self.placed[index].rect
        best, found = 0, index
        for number, one in enumerate(self.placed):
            if number == index or not one.box.links:
                continue
            by = one.rect.center() - here.center()
            ahead, aside = (by.x() * dx, abs(by.y())) if dx else (by.y() * dy, abs(by.x()))
            if ahead <= 0 or (dx and aside > here.height() // 2 and not _level(one.rect, here)):
                continue
            cost = ahead + 4 * aside
            if found == index or cost < best:
                best, found = cost, number
        return found


def _upright(box: Box) -> bool:
    return box.kind == "label" and box.rows >= _UPRIGHT


def beside(
    ours: Mapping[str, int], theirs: Mapping[str, int], at: int, ends: tuple[int, int]
) -> int:
    """How far to scroll a sheet whose links have the tops ``ours`` while the other, with
    ``theirs``, is scrolled to ``at``; ``ends`` is how far both can be scrolled, theirs first."""
    before, after = (0, 0), ends
    for pair in sorted((theirs[link], ours[link]) for link in ours.keys() & theirs.keys()):
        if pair[0] >= ends[0] or pair[1] >= ends[1]:
            continue  # nobody can scroll so far
        if pair[0] > at:
            after = pair
            break
        before = max(before, pair)
    share = (at - before[0]) / max(after[0] - before[0], 1)
    return round(before[1] + min(max(share, 0), 1) * (after[1] - before[1]))


def _level(one: QRect, other: QRect) -> bool:
    return one.top() < other.bottom() and other.top() < one.bottom()


def _shared(least: list[int], most: list[int], width: int, labels: Collection[int]) -> list[int]:
    """Widths between the least and the most that fill ``width`` if they can: what is too little
    is taken from the widest, what is left over makes the columns of figures as wide as each
    other."""
    if sum(least) >= width:
        return least
    if sum(most) > width:
        low, high = 0, max(most)
        while low < high:
            cap = (low + high + 1) // 2
            if sum(_capped(least, most, cap)) <= width:
                low = cap
            else:
                high = cap - 1
        found = _capped(least, most, low)
    else:
        found = list(most)
    if labels and len(labels) < len(found):
        # Words first: they like to stand in one line.
        worded = max(labels, key=most.__getitem__)
        found[worded] += min(
            width - sum(found), max(0, width * 2 // 5 - sum(found[n] for n in labels))
        )
    takers = [n for n in range(len(found)) if n not in labels] or list(range(len(found)))
    for _ in range(width - sum(found)):
        found[min(takers, key=found.__getitem__)] += 1
    return found


def _capped(least: Iterable[int], most: Iterable[int], cap: int) -> list[int]:
    return [max(low, min(high, cap)) for low, high in zip(least, most, strict=True)]
