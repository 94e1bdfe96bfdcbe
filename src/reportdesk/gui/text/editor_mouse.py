"""What the mouse finds in a narrative: the live number under it, and a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from reportdesk.gui.text.content import selected_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextLine


def chip_at(editor: QTextEdit, point: QPoint) -> int:
    """The place of the live number at a point of the viewport, -1 if there is none."""
    scrolled = point + QPoint(0, editor.verticalScrollBar().value())
    layout = editor.document().documentLayout()
    place = layout.hitTest(scrolled.toPointF(), Qt.HitTestAccuracy.FuzzyHit)
    for first in (place, place - 1):
        box = chip_box(editor, first)
        if box is not None and box.contains(point.toPointF()):
            return first
    return -1


def chip_box(editor: QTextEdit, place: int) -> QRectF | None:
    """Where the live number at a place is drawn in the viewport: as wide as it is, down to the
    line that the letters stand on; None if there is no live number."""
    cursor = QTextCursor(editor.document())
    if place < 0 or place >= editor.document().characterCount() - 1:
        return None
    cursor.setPosition(place)
    cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
    if not selected_key(cursor):
        return None
    block = cursor.document().findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    if not line.isValid():
        return None
    corner = block.layout().position() - QPointF(0, editor.verticalScrollBar().value())
    left, right = (_x(line, place + n - block.position()) for n in (0, 1))
    base = line.y() + line.ascent()
    return QRectF(corner.x() + left, corner.y() + line.y(), right - left, base - line.y())


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)  # the place itself comes with it
    x = cast("tuple[float, int]", found)[0] if isinstance(found, tuple) else cast("float", found)
    return float(x)


def menu_of(editor: QTextEdit, on_chip: bool, ask: Callable[[str], None]) -> QMenu:
    """The menu of the right button; ``ask`` is told what is chosen of what concerns live numbers:
    ``live`` (insert one), and ``on_chip`` also ``go`` and ``freeze``."""
    menu = QMenu(editor)
    selected = editor.textCursor().hasSelection()
    for words, do, enabled in (
        ("剪切", editor.cut, selected),
        ("复制", editor.copy, selected),
        ("粘贴", editor.paste, editor.canPaste()),
        ("全选", editor.selectAll, not editor.document().isEmpty()),
    ):
        menu.addAction(words, do).setEnabled(enabled)
    menu.addSeparator()
    menu.addAction("插入实时数字…", lambda: ask("live"))
    if on_chip:
        menu.addAction("前往该格", lambda: ask("go"))
        menu.addAction("变成普通数字", lambda: ask("freeze"))
    return menu
