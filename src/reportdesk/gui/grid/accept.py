"""Whether what was typed into a cell is a value of its kind, and if not, why, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.values import fault, find, plain

if TYPE_CHECKING:
    from reportdesk.form.table import Holds


class Typed(NamedTuple):
    """What a typed text means: a value, None for a blank; or words that refuse it."""

    value: str | None
    refused: str = ""


def accept(text: str, holds: Holds, unit: str, old: str) -> Typed:
    """Read ``text`` as a value. ``old`` is what the cell shows now, which a refusal keeps. Only a
    text without any character blanks the cell: a dash or 「无」 is not what the form wants."""
    shown = plain(text)
    if not shown:
        return Typed(None)
    if holds in ("text", "year", "date"):
        return Typed(shown)
    found = find(text, holds, unit)
    # A number with words behind it is one to a reader of files; here the words would be lost.
    if found.value is None or (found.note and any(c.isdigit() for c in shown)):
        return Typed(None, f"“{_short(shown)}”不是数字，{_kept(old)}")
    reason = fault(found.value, holds)
    if reason.endswith("整数"):
        what = "件数填整数" if unit == "件" else "这里填整数"
        return Typed(None, f"{what}；“{_short(shown)}”带小数，{_kept(old)}")
    if reason:
        return Typed(None, f"这里不填负数，{_kept(old)}")
    return Typed(found.value)


def _kept(old: str) -> str:
    return f"原来的 {old} 没有改动。" if old else "这一格还是空白。"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 20 else f"{text[:20]}…"
