"""Text without cell borders as tokens: words of labels, figures, and the blanks between figures."""

import re
from typing import NamedTuple

from reportdesk.formats.recognise.figures import blanks_are_cells, is_figure, is_page_number
from reportdesk.formats.story import Cell, Grid, Paragraph, Piece


class Token(NamedTuple):
    """A word of a label or a figure, "" for a blank cell between figures."""

    text: str
    place: str
    piece: Piece | None = None
    cell: Cell | None = None
    """The cell of the grid; for a word of a paragraph its line and its number there."""


def tokens_of_paragraph(paragraph: Paragraph) -> list[Token]:
    """The tokens of a line: figures at its end one by one, the words before them as they are."""
    tokens: list[Token] = []
    for row, line in enumerate(paragraph.text.split("\n")):
        if is_page_number(line):
            continue
        for piece in re.split(r"\t+|\s{2,}", _units_joined(line.strip())):
            for word in _parted(piece):
                cell = Cell(word, row, len(tokens))
                tokens.append(Token(word, paragraph.place, paragraph, cell))
    return tokens


def _units_joined(text: str) -> str:
    """The text with units put to their figures: 「168.5 万元」."""
    return re.sub(r"(?<=\d) +(?=(?:万|亿)?元|件|项)", "", text)


def _parted(text: str) -> list[str]:
    """The words of a text as one, then the figures at its end one by one."""
    words = text.split()
    end = len(words)
    while end and is_figure(words[end - 1]):
        end -= 1
    return [*([" ".join(words[:end])] if end else []), *words[end:]]


def tokens_of_grid(grid: Grid) -> list[Token]:
    """The tokens of an unaligned grid. A blank cell between a line's label and its figures, or at
    its end, is a blank only where no line shows that blanks stand for the rest of a label's
    merged cell."""
    tokens: list[Token] = []
    lines = [[c for c in line if c.row == row] for row, line in enumerate(grid.rows())]
    plain = blanks_are_cells(lines)
    for row, cells in enumerate(lines):
        place = f"{grid.place}第 {row + 1} 行"
        shown = [cell for cell in cells if not is_page_number(cell.text.strip())]
        filled = [n for n, cell in enumerate(shown) if cell.text.strip()]
        if not filled:
            continue
        figures = [n for n in filled if is_figure(shown[n].text)]
        words = [n for n in filled if n not in figures]
        last = len(shown) - 1
        if words and figures and not plain:
            last = filled[-1]
        for n, cell in enumerate(shown[: last + 1]):
            blank = not cell.text.strip()
            if blank and words and (n < words[0] or len(cells) == 1):
                continue
            if blank and words and not plain and (not figures or words[-1] < n < figures[0]):
                continue
            text = cell.text.strip()
            # Where columns are set with spaces, a long label comes near to its first figure.
            parts = _parted(_units_joined(text)) if " " in text and "\n" not in text else [text]
            tokens += [Token(part, place, grid, cell) for part in parts]
    return tokens
