"""Make the program's icons from the drawings: ``.venv/bin/python packaging/make_icon.py``.

``resources/icons/reportdesk.svg`` is what a designer edits, with ``reportdesk-small.svg`` for sizes
where its lines would blur and ``reportdesk-file.svg`` for a saved report. The window takes the PNG
files, so that the program needs no library for SVG; Windows takes the .ico files.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

TOP = Path(__file__).resolve().parents[1]
ICONS = TOP / "resources" / "icons"
WINDOWS = TOP / "packaging" / "windows"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256)
GROUND = "#DDEAF8"
LARGEST_SMALL = 24
"""The largest size that the small drawing is for."""
LARGEST_BITMAP = 64
"""Windows wants bitmaps in an .ico for what it shows in lists; larger ones may be PNG."""


def drawn(svg: Path, size: int) -> QImage:
    """The drawing as a picture."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    return image


def png(image: QImage) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]
    return bytes(buffer.data().data())


def bitmap(image: QImage) -> bytes:
    """The picture as it stands in an .ico file: blue, green, red, opacity from the last row up,
    then a mask, which the opacity makes needless."""
    size = image.width()
    rows = bytes(image.constBits())
    stride = image.bytesPerLine()
    colours = b"".join(rows[y * stride : y * stride + size * 4] for y in reversed(range(size)))
    mask = bytes((size + 31) // 32 * 4 * size)
    return struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0) + colours + mask


def ico(images: list[QImage]) -> bytes:
    """The pictures as one .ico file."""
    bodies = [bitmap(one) if one.width() <= LARGEST_BITMAP else png(one) for one in images]
    head = struct.pack("<HHH", 0, 1, len(images))
    at = len(head) + 16 * len(images)
    for image, body in zip(images, bodies, strict=True):
        size = image.width() % 256
        head += struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(body), at)
        at += len(body)
    return head + b"".join(bodies)


def side(svg: Path) -> QImage:
    """The picture beside the installer's first and last page."""
    image = QImage(164, 314, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter, QRectF(34, 40, 96, 96))
    painter.end()
    return image.convertToFormat(
        QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.ThresholdDither
    )


def main() -> None:
    """Make them all."""
    QGuiApplication(["make_icon", "-platform", "offscreen"])
    large, small = ICONS / "reportdesk.svg", ICONS / "reportdesk-small.svg"
    program = {size: drawn(small if size <= LARGEST_SMALL else large, size) for size in SIZES}
    for size in PNG_SIZES:
        (ICONS / f"reportdesk-{size}.png").write_bytes(png(program[size]))
    (WINDOWS / "reportdesk.ico").write_bytes(ico(list(program.values())))
    file = [drawn(ICONS / "reportdesk-file.svg", size) for size in SIZES]
    (WINDOWS / "rdesk.ico").write_bytes(ico(file))
    side(large).save(str(WINDOWS / "side.bmp"))


if __name__ == "__main__":
    sys.exit(main())
