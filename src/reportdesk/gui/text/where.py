"""What the two lines under a narrative say: the paragraph, the live number, what is against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.checks.narrative import length
from reportdesk.gui.text.chips import WAITING
from reportdesk.gui.two_lines import Piece
from reportdesk.report.live import live_keys
from reportdesk.report.paragraphs import LEVEL_WORDS, heading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportdesk.form.edition import Edition
    from reportdesk.gui.text.gutter import Spot
    from reportdesk.report.live import Part

SAME = "本段与上年一字不差。没有变化的，按 Ctrl+Shift+Enter 确认。"
_MOST = 2
"""So many findings of a paragraph are told; the rest are counted."""


def where_words(
    number: int,
    pieces: Sequence[Part],
    key: str,
    at: int,
    edition: Edition,
    value: Callable[[str], str],
) -> list[Piece]:
    """Where the caret is: paragraph ``number``, at the ``at``-th live number of it, ``key``."""
    paragraph = f"第 {number} 段"
    if key:
        name = live_keys(edition)[key]
        shown = value(key)
        what = f"{shown or WAITING} ＝ {name.section}：{name.figure}，"
        what += "随表自动更新" if shown else "填了表格就有"
        return [Piece(f"{paragraph}，第 {at} 个实时数字", bold=True), Piece(what, "text_2")]
    words = "".join((value(p.key) or WAITING) if p.key else p.text for p in pieces)
    heading = heading_of(words)
    level = f"{LEVEL_WORDS[heading.level]}标题" if heading.whole else ""
    count = f"本段 {length(words)} 字" if words.strip() else "空的一段"
    return [Piece(paragraph, bold=True), Piece(level or count, "text_2")]


def state_words(
    pieces: Sequence[Part],
    spots: Sequence[Spot],
    value: Callable[[str], str],
    *,
    same: bool = False,
) -> list[Piece]:
    """What holds in the paragraph: its findings, its live numbers, and that it is as last year."""
    found = [Piece(spot.message, spot.severity, mark=spot.severity) for spot in spots[:_MOST]]
    if len(spots) > _MOST:
        found.append(Piece(f"还有 {len(spots) - _MOST} 处", "text_2"))
    keys = [piece.key for piece in pieces if piece.key]
    waiting = sum(1 for key in keys if not value(key))
    if keys and waiting:
        found.append(Piece(f"本段 {len(keys)} 个实时数字，{waiting} 个待填", "text_2", mark="none"))
    elif keys:
        words = f"本段 {len(keys)} 个实时数字与表一致"
        found.insert(0, Piece(words, "text_2", mark="ok"))
    if same:
        found.append(Piece(SAME, "text_2"))
    return found
