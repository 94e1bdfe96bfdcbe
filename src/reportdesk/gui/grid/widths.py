"""How wide labels and figures are in the room there is: labels give way first, figures never leave
the view while there is any way to keep them."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.gui.grid.paint import LEAST_PAD, LEFT_PAD
from reportdesk.gui.grid.wrap import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.gui.grid.ink import Ink
    from reportdesk.gui.grid.layout import GridLayout, Label

LABEL_LINES = 2
"""A label takes at most so many lines."""
_LEAST_LABEL = 17
"""Characters in a line of a label below which figures give way rather than labels."""
_VERY_LEAST = 5
"""Characters in a line of a label below which the table rather scrolls sideways."""
HEAD_LINES = 3
"""A column's head takes at most so many lines."""
LEAST_SLACK = 2
"""Beside the words of a head in the narrowest column."""
_LONGEST = 14
"""More characters than this do not widen a column."""
_SIMPLE_WIDTH = 840
_LABEL_SHARE = 0.3


class Widths(NamedTuple):
    """Left edges: of the label columns, and of the figure columns counted from the first; each
    ends with the right edge of the last."""

    labels: tuple[int, ...]
    columns: tuple[int, ...]

    @property
    def label(self) -> int:
        """The width of all labels."""
        return self.labels[-1]

    @property
    def total(self) -> int:
        """The width of the whole table."""
        return self.labels[-1] + self.columns[-1]


def label_pad(ink: Ink) -> int:
    """The room left and right of a label."""
    return ink.grid("pad")


def digits_need(ink: Ink, text: str) -> int:
    """The width of a column that shows ``text`` in bold, with its distance from the edge and room
    for the marks at the left. No figure is so long as a text that somebody may have typed."""
    return ink.wide("bold", text[:_LONGEST]) + ink.px(9) + ink.px(8)


def _tight_need(ink: Ink, text: str) -> int:
    """The least width of a column that shows ``text`` at all."""
    around = ink.px(LEFT_PAD) + ink.px(LEAST_PAD) + 1
    return ink.wide("bold", max(text, "00", key=len)[:_LONGEST]) + around


def widths(ink: Ink, layout: GridLayout, room: int, longest: Sequence[str]) -> Widths:
    """The widths in ``room``; ``longest`` is for each column the longest figure in it."""
    if ink.simple:
        return _simple(ink, layout, room, longest)
    sets = [_columns(ink, layout, longest, each) for each in ("ideal", "narrow", "least")]
    ideal, narrow, least = sets
    for at, columns in enumerate((ideal, narrow, *_between(narrow, least), least)):
        groups = _groups(ink, layout, ("ideal", "narrow", "least")[min(at, 2)])
        label = room - sum(columns)
        own = label - sum(groups) - 2 * label_pad(ink)
        if (at == 0 and _all_whole(ink, layout, groups, label)) or (
            at > 0 and own >= _LEAST_LABEL * ink.sizes["label"]
        ):
            return _edges(groups, label, columns)
    groups = _groups(ink, layout, "least")
    if room - sum(least) - sum(groups) < _VERY_LEAST * ink.sizes["label"]:
        least = _columns(ink, layout, longest, "tight")
    least_label = sum(groups) + _VERY_LEAST * ink.sizes["label"] + 2 * label_pad(ink)
    return _edges(groups, max(room - sum(least), least_label), least)


def _edges(groups: list[int], label: int, columns: Sequence[int]) -> Widths:
    return Widths((*accumulate(groups, initial=0), label), (0, *accumulate(columns)))


def _between(wide: list[int], slim: list[int]) -> list[list[int]]:
    return [
        [round(s + (w - s) * share) for w, s in zip(wide, slim, strict=True)]
        for share in (0.75, 0.5, 0.25)
    ]


def _columns(ink: Ink, layout: GridLayout, longest: Sequence[str], size: str) -> list[int]:
    narrow = "" if size == "ideal" else "narrow_"
    found: list[int] = []
    for column in range(layout.width):
        head = layout.blocks[0].leaf(column)
        words = head.text if head is not None else ""
        need = digits_need(ink, longest[column])
        if size == "tight":
            need = max(
                _tight_need(ink, longest[column]), _parted(ink, words, HEAD_LINES) + ink.px(4)
            )
        elif size == "least":
            need = max(need, digits_need(ink, "000"), _parted(ink, words, 2) + ink.px(6))
        else:
            slack = ink.px(8 if size == "ideal" else 4)
            base = "column_total" if _is_total(layout, column) else "column"
            most = ink.grid(f"{narrow}column_wide")
            need = max(need, ink.grid(narrow + base), min(ink.wide("label", words) + slack, most))
        found.append(need)
    return found


def _parted(ink: Ink, words: str, lines: int) -> int:
    """The width in which ``words`` stand in so many lines."""
    width = ink.wide("strong", words) // lines
    while width < 10_000 and not wrapped(ink, "strong", words, width, lines).whole:
        width += 2
    return width


def _is_total(layout: GridLayout, column: int) -> bool:
    name = layout.blocks[0].leaf(column)
    ids = {layout.fields[key][2].id for key in layout if layout.place_of(key).column == column}
    totals = {each.column for each in layout.table.sums if each.column}
    return name is not None and bool(ids) and ids <= totals


def _groups(ink: Ink, layout: GridLayout, size: str) -> list[int]:
    """The widths of the columns that hold nothing but merged headings."""
    found: list[int] = []
    for level in range(layout.levels - 1):
        labels = [label for label in layout.labels if label.level == level and not label.leaf]
        if level < layout.levels - 2:
            found.append(ink.grid("group_1"))
            continue
        most = max((ink.wide("label", label.text) for label in labels), default=0)
        if size == "least":
            most = max((_parted(ink, label.text, 2) for label in labels), default=0)
        slack = {"ideal": 10, "narrow": 8, "least": 6}[size]
        found.append(min(most, ink.px(150)) + ink.px(slack))
    return found


def leaf_room(ink: Ink, edges: Sequence[int], label: Label) -> int:
    """The width that a label's words have."""
    pad = label_pad(ink) if label.leaf else ink.px(2)
    return edges[label.level + label.levels] - edges[label.level] - pad - ink.px(2)


def _all_whole(ink: Ink, layout: GridLayout, groups: list[int], width: int) -> bool:
    edges = (*accumulate(groups, initial=0), width)
    return all(
        wrapped(ink, "label", label.text, leaf_room(ink, edges, label), LABEL_LINES).whole
        for label in layout.labels
        if label.leaf
    )


def _simple(ink: Ink, layout: GridLayout, room: int, longest: Sequence[str]) -> Widths:
    """A small table: it takes its own width, and its figure columns are all alike."""
    least = max([digits_need(ink, "000"), *(digits_need(ink, text) for text in longest)])
    if least * layout.width > room:
        heads = [head for block in layout.blocks for head in block.heads if head.columns == 1]
        words = [_parted(ink, head.text, HEAD_LINES) + LEAST_SLACK for head in heads]
        least = max(*(_tight_need(ink, text) for text in longest), *words)
    wanted = layout.width * ink.grid("column")
    if not layout.levels:
        width = min(room, max(ink.px(_SIMPLE_WIDTH), wanted))
        each = max(width // layout.width, least)
        return Widths((0,), tuple(range(0, each * layout.width + 1, each)))
    total = min(room, max(ink.px(_SIMPLE_WIDTH), wanted + ink.px(250)))
    need = max(ink.wide("strong", label.text) for label in layout.labels if label.leaf)
    groups = _groups(ink, layout, "ideal")
    label = max(round(total * _LABEL_SHARE), sum(groups) + need + 2 * label_pad(ink))
    label = min(label, max(total - least * layout.width, round(total * _LABEL_SHARE)))
    each = max((total - label) // layout.width, least)
    label = max(total - each * layout.width, min(label, ink.px(90)))
    return Widths(
        (*accumulate(groups, initial=0), label), tuple(range(0, each * layout.width + 1, each))
    )
