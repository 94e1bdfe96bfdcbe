"""Live numbers on screen: one character each, drawn as a chip with the value of its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextFormat,
)

from reportdesk.gui.style import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QTextDocument

KIND = QTextFormat.ObjectTypes.UserObject + 1
KEY = QTextFormat.Property.UserProperty + 1
CHARACTER = "\ufffc"
"""What stands in the document for a chip."""
WAITING = "待填"
"""What a chip shows whose cell has no value yet."""


def chip_format(key: str) -> QTextCharFormat:
    """The format of the character that stands for the live number ``key``."""
    made = QTextCharFormat()
    made.setObjectType(KIND)
    made.setProperty(KEY, key)
    return made


def key_of(character: QTextCharFormat) -> str:
    """The live number that a character stands for, "" if it is none."""
    return str(character.property(KEY) or "") if character.objectType() == KIND else ""


class Chips(QPyTextObject):
    """Draws the chips of one document. The document does not keep it alive: its owner does."""

    def __init__(self, value: Callable[[str], str], parent: QObject) -> None:
        super().__init__(parent)
        self._value = value

    def intrinsicSize(  # noqa: N802 - Qt's name
        self,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,
    ) -> QSizeF:
        """No higher than the letters, so that a line with a chip is as high as any other."""
        metrics = QFontMetricsF(_font())
        words = self._value(_key(format)) or WAITING
        return QSizeF(metrics.horizontalAdvance(words) + theme().px(14), metrics.ascent())

    def drawObject(  # noqa: N802 - Qt's name
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's name
        format: QTextFormat,
    ) -> None:
        """A box with the value in bold; dashed and pale while there is none."""
        paint_chip(painter, QRectF(rect), self._value(_key(format)))


def paint_chip(painter: QPainter, rect: QRectF, value: str, *, chosen: bool = False) -> None:
    """Draw a chip whose letters stand on the lower edge of ``rect``."""
    look = theme()
    metrics = QFontMetricsF(_font())
    box = rect.adjusted(look.px(2), 0, -look.px(2), metrics.descent())
    box.setTop(rect.bottom() - metrics.ascent() * 0.98)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.colour("accent" if value or chosen else "line_strong"), 1)
    if not value:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(look.colour("accent" if chosen else "accent_soft" if value else "computed"))
    radius = look.px(look.size("radius"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setFont(_font())
    painter.setPen(look.colour("on_accent" if chosen else "text" if value else "text_2"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, value or WAITING)
    painter.restore()


def _font() -> QFont:
    return theme().font("reading", bold=True, zoomed=True)


def _key(format: QTextFormat) -> str:
    return str(format.property(KEY) or "")
