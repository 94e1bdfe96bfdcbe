"""Columns that an office put beside the form's: a number for each line, a place for remarks.

Only where it surely is one: at the edge of a table that is full to that edge, under a head of its
own, with nothing in it that could be one of the form's figures.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportdesk.formats.recognise.figures import is_figure
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.vocabulary import Vocabulary
from reportdesk.formats.story import Cell, Grid

_FOREIGN = (
    r"序号|备注|(?:与|较|比|同)?(?:上|去)年(?:数|数据|同期|度|总数|总计|合计|相比|增减)*"
    r"|(?:同比|环比)(?:增减|变化|增长)*率?|增减(?:率|幅度|情况|比例)"
)
_NUMBER = re.compile(r"\d{1,2}|[一二三四五六七八九十]{0,3}")


def cells_aside(grid: Grid, words: Vocabulary) -> Iterator[tuple[str, Cell]]:
    """The cells of columns at the edges of ``grid`` that are none of the form's, each with the
    head of its column."""
    for head, column in (("序号", 0), ("备注", grid.width - 1)):
        heads = [c.text for c in grid.cells if head[0] in c.text and _is(head, c)]
        if not heads or any(words.find(text) for text in heads):
            continue
        over = [c for c in grid.cells if c.column <= column < c.column + c.columns]
        own = [c for c in over if c.columns == 1]
        full = sum(c.rows for c in over) == grid.height
        if full and any(_is(head, c) for c in own) and _fits(head, own):
            yield from ((head, cell) for cell in own)


def reaches(line: Sequence[Cell], heads: Sequence[Cell]) -> bool:
    """Whether a line has cells under all ``heads``; if not, it lacks some cell, and its others
    stand under the heads beside theirs."""
    return all(
        any(h.column < c.column + c.columns and c.column < h.column + h.columns for c in line)
        for h in heads
    )


def is_foreign_head(text: str, words: Vocabulary) -> bool:
    """Whether the text is the head of a column that offices add, and none of the form's."""
    return _sounds_foreign(text) and not words.find(text)


@lru_cache(maxsize=8192)
def _sounds_foreign(text: str) -> bool:
    return len(text) < 20 and re.fullmatch(_FOREIGN, normal(text)) is not None


def _is(head: str, cell: Cell) -> bool:
    return len(cell.text) < 10 and normal(cell.text) == head


def _fits(head: str, cells: Sequence[Cell]) -> bool:
    if head == "备注":
        return not any(is_figure(cell.text) for cell in cells)
    texts = [normal(cell.text) for cell in cells]
    return all(text == head or _NUMBER.fullmatch(text) for text in texts)
