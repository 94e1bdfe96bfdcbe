"""Reading back what was written, before anybody is told that it was: each figure, each sentence.

A figure that reads otherwise is an error of the program, and the file is not put in place. What
cannot be recognised (an office's own form may name its rows as it likes) is told as not compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.errors import ReadError
from reportdesk.form.edition import Text
from reportdesk.form.names import name_of
from reportdesk.formats.readers.opening import story_of
from reportdesk.formats.recognise.report import Recognition
from reportdesk.formats.story import Grid
from reportdesk.formats.writers.sequence import clean
from reportdesk.report.figures import figure
from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reportdesk.formats.story import Story
    from reportdesk.report.document import Document


class Compared(NamedTuple):
    """What reading back found: ``wrong`` in words for the clerk, and how many figures there are
    that could (``same``) and could not (``unseen``) be compared."""

    wrong: tuple[str, ...]
    same: int
    unseen: int


def read_back(
    document: Document,
    data: bytes,
    name: str,
    left_out: Collection[str] = (),
    *,
    figures_only: bool = False,
) -> Compared:
    """Compare the file ``data`` with ``document``, but for the keys that were left out of it. In a
    PDF, where page numbers stand amidst the sentences, only the figures can be."""
    values = printed_values(document)
    try:
        story = story_of(data, name)
    except ReadError as error:
        return Compared((f"写出的文件读不回来：{error.message}",), 0, 0)
    wrong, same, unseen = _figures(document, story, name, values, left_out)
    if not figures_only:
        wrong += _narratives(document, story, values, left_out)
    return Compared(tuple(wrong), same, unseen)


def _figures(
    document: Document,
    story: Story,
    name: str,
    values: Mapping[str, str],
    left_out: Collection[str],
) -> tuple[list[str], int, int]:
    reading = Recognition(story, document.edition, name).run()
    wrong: list[str] = []
    same = unseen = 0
    for key, field in document.edition.fields.items():
        if field.row is None or key in left_out:
            continue
        expected, found = values.get(key, ""), reading.values.get(key, "")
        if key not in reading.seats:
            unseen += bool(expected)
        elif _equal(expected, found):
            same += 1
        else:
            cell = reading.seats[key].cell
            shown = found or (cell.text.strip() if cell is not None else "") or "空白"
            wrong.append(f"{name_of(document.edition, key)}：应为{expected or '空白'}，读到{shown}")
    return wrong, same, unseen


def _equal(expected: str, found: str) -> bool:
    if expected == found:
        return True
    one, other = figure(expected), figure(found)
    return one is not None and one == other


def _narratives(
    document: Document, story: Story, values: Mapping[str, str], left_out: Collection[str]
) -> list[str]:
    """The narratives of which a line does not stand in the file, in the order of the report."""
    words = "\n".join(
        "\n".join(cell.text for cell in piece.cells) if isinstance(piece, Grid) else piece.text
        for piece in story.pieces
    )
    bare, at = _bare(words), 0
    wrong: list[str] = []
    for key, field in document.edition.fields.items():
        if not isinstance(field.block, Text) or key in left_out:
            continue
        for line in clean(values.get(key, "")).split("\n"):
            place = bare.find(_bare(line), at)
            if place < 0:
                shown = line.strip()[:24]
                wrong.append(f"{name_of(document.edition, key)}：“{shown}…”这一段没有写全")
                break
            at = place + len(_bare(line))
    return wrong


def _bare(text: str) -> str:
    return "".join(text.split())
