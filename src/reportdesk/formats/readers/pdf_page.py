"""What stands on a page of a PDF: characters with their places, and the lines drawn on it.

Places are in points from the upper left corner of the page as it is shown, y downward. All that
is asked of pdfium is asked here.
"""

import ctypes
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

_MOST_CHARACTERS = 30_000
_MOST_OBJECTS = 30_000
_MOST_SEGMENTS = 200
_THIN = 3.0
_HUGE = 40.0
_PATH, _PICTURE = 2, 3
_LINE_TO, _MOVE_TO = 0, 2


@dataclass(frozen=True, slots=True)
class Char:
    """A character that is not a space: its left and right edge, base line and size."""

    text: str
    left: float
    right: float
    base: float
    size: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.base - 0.35 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line drawn on the page, level or upright, from ``start`` to ``end`` at ``at``."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class PageMarks:
    """A page's characters and rules."""

    width: float
    height: float
    chars: list[Char]
    rules: list[Rule]
    pictures: int = 0
    unknown: int = 0
    """Glyphs of which the file does not say what character they are."""


_Place = Callable[[float, float], tuple[float, float]]


def marks_of(page: Any, raw: Any) -> PageMarks:
    """Everything on a page of pypdfium2; ``raw`` is pdfium's own interface."""
    width, height = page.get_size()
    place = _placing(page.get_rotation() % 360, width, height)
    marks = PageMarks(width, height, [], [])
    _read_chars(page.get_textpage(), raw, place, marks)
    _read_rules(page, raw, place, marks)
    return marks


def _placing(rotation: int, width: float, height: float) -> _Place:
    """From the page's own coordinates to those of the page as shown."""
    ways: dict[int, _Place] = {
        90: lambda x, y: (y, x),
        180: lambda x, y: (width - x, y),
        270: lambda x, y: (width - y, height - x),
    }
    return ways.get(rotation, lambda x, y: (x, height - y))


def _read_chars(textpage: Any, raw: Any, place: _Place, marks: PageMarks) -> None:
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    tight = tuple(ctypes.c_double() for _ in range(4))
    for index in range(min(textpage.count_chars(), _MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if code in {0, 0xFFFD, 0xFFFE} or 0xE000 <= code <= 0xF8FF:
            marks.unknown += 1
            continue
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            continue
        text = chr(code)
        if text.isspace() or not text.isprintable() or code in {0xAD, 0x200B}:
            continue
        raw.FPDFText_GetLooseCharBox(textpage, index, box)
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        left, top = place(box.left, box.top)
        right, bottom = place(box.right, box.bottom)
        _, base = place(x.value, y.value)
        if max(abs(right - left), abs(bottom - top)) > _HUGE:
            # Turned characters have a box that is far too large; their ink tells better.
            raw.FPDFText_GetCharBox(textpage, index, *tight)
            ink = [value.value for value in tight]
            if 4 * max(ink[1] - ink[0], ink[3] - ink[2]) < abs(right - left):
                left, top = place(ink[0], ink[3])
                right, bottom = place(ink[1], ink[2])
                base = max(top, bottom)
        left, right = min(left, right), max(left, right)
        size = max(abs(bottom - top), 1.0)
        # Some programs write whole labels with the characters of the radicals' block.
        if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
            text = unicodedata.normalize("NFKC", text)
        marks.chars.append(Char(text, left, right, base, min(size, 3 * max(right - left, 4.0))))


def _read_rules(page: Any, raw: Any, place: _Place, marks: PageMarks) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    for count, item in enumerate(page.get_objects(max_depth=6)):
        if count > _MOST_OBJECTS:
            return
        if item.type == _PICTURE:
            marks.pictures += 1
        if item.type != _PATH:
            continue
        raw.FPDFPath_GetDrawMode(item.raw, fill, stroke)
        if fill.value or stroke.value:
            _add_path(item, raw, place, marks, drawn=bool(stroke.value))


def _add_path(item: Any, raw: Any, place: _Place, marks: PageMarks, *, drawn: bool) -> None:
    """Add a path's straight lines if it is drawn; of one that is filled, only a thin bar."""
    matrix = item.get_matrix()
    outer = item.container
    while outer is not None:
        matrix = matrix.multiply(outer.get_matrix())
        outer = outer.container
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    begun: tuple[float, float] | None = None
    lines: list[tuple[tuple[float, float], tuple[float, float]]] = []
    for index in range(min(raw.FPDFPath_CountSegments(item.raw), _MOST_SEGMENTS)):
        segment = raw.FPDFPath_GetPathSegment(item.raw, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = place(*matrix.on_point(x.value, y.value))
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO:
            begun = point
        elif kind == _LINE_TO and points:
            lines.append((points[-1], point))
        points.append(point)
        if begun is not None and raw.FPDFPathSegment_GetClose(segment):
            lines.append((point, begun))
    if drawn:
        for (x0, y0), (x1, y1) in lines:
            _add_line(marks.rules, x0, y0, x1, y1)
        return
    # Every fifth point begins a new bar where one path has many of them.
    for part in _parts(points):
        xs, ys = [p[0] for p in part], [p[1] for p in part]
        wide, high = max(xs) - min(xs), max(ys) - min(ys)
        if high <= _THIN < wide:
            middle = (max(ys) + min(ys)) / 2
            marks.rules.append(Rule(False, middle, min(xs), max(xs)))
        elif wide <= _THIN < high:
            middle = (max(xs) + min(xs)) / 2
            marks.rules.append(Rule(True, middle, min(ys), max(ys)))


def _parts(points: list[tuple[float, float]]) -> list[list[tuple[float, float]]]:
    if len(points) > 5 and len(points) % 5 == 0:
        return [points[i : i + 5] for i in range(0, len(points), 5)]
    return [points] if points else []


def _add_line(rules: list[Rule], x0: float, y0: float, x1: float, y1: float) -> None:
    if abs(y1 - y0) <= 1 < abs(x1 - x0):
        rules.append(Rule(False, (y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x1 - x0) <= 1 < abs(y1 - y0):
        rules.append(Rule(True, (x0 + x1) / 2, min(y0, y1), max(y0, y1)))
