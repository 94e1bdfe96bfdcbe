"""What one side of the import shows: bands of boxes, one under the other.

A band is a table (the file's own or the form's) or a run of paragraphs. What belongs together on
both sides has the same link: the key of a blank, a paragraph of a narrative, a figure left over.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["head", "label", "caption", "value", "words", "paragraph", "title"]
"""``words`` is a text cell that is no label of the form's; ``title`` stands over a band."""

Look = Literal["", "near", "doubt", "broken", "waiting", "computed", "blank", "aside"]
"""Likely; to be looked at; a stated total that differs; one that waits; one that the program
reckons; an empty blank; left over, or not taken."""


class Box(NamedTuple):
    """A cell or a paragraph. ``sign`` is the small text at its left: ＝, ≠75, →."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    kind: Kind = "value"
    links: tuple[str, ...] = ()
    look: Look = ""
    bold: bool = False
    sign: str = ""
    tip: str = ""


class Band(NamedTuple):
    """Boxes in a grid. The first ``heads`` rows stay in view while the band is scrolled."""

    boxes: tuple[Box, ...]
    rows: int
    columns: int
    heads: int = 0
    lined: bool = True
    """Whether it is drawn as a table."""


class Sheet(NamedTuple):
    """One side. Without bands ``words`` says why there is nothing."""

    bands: tuple[Band, ...] = ()
    words: str = ""

    def boxes(self) -> list[tuple[int, Box]]:
        """All boxes with the number of their band."""
        return [(n, box) for n, band in enumerate(self.bands) for box in band.boxes]


def paragraph_link(key: str, number: int) -> str:
    """The link of a narrative's paragraph."""
    return f"{key}#{number}"


def stray_link(number: int) -> str:
    """The link of a figure without a blank, by its number in the reading."""
    return f"stray:{number}"


def row_link(key: str) -> str:
    """The link of the label of a cell's row."""
    return f"row:{key.rpartition('.')[0]}"


def lines_band(boxes: list[Box], *, lined: bool = False) -> Band:
    """A band of one column from boxes whose rows are set here."""
    placed = tuple(box._replace(row=number) for number, box in enumerate(boxes))
    return Band(placed, len(placed), 1, lined=lined)
