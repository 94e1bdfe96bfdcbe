"""What a report of the list is called and how far it is, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.store.drafts import Draft

NO_ORGAN = "（还没有填机关名称）"


def name_words(draft: Draft) -> str:
    """Its organ, what it is labelled with, and its year."""
    year = f"，{draft.year}年度" if draft.year is not None else ""
    return f"{organ_words(draft)}{year}"


def organ_words(draft: Draft) -> str:
    """Its organ, and what it is labelled with."""
    return f"{draft.organ or NO_ORGAN}{label_words(draft)}"


def label_words(draft: Draft) -> str:
    """What it is labelled with, as it stands behind a name."""
    return f"（{draft.label}）" if draft.label else ""


def names_words(drafts: Sequence[Draft]) -> str:
    """The one report, or how many they are."""
    return name_words(drafts[0]) if len(drafts) == 1 else f"{len(drafts)} 份报告"


def complete_words(draft: Draft) -> str:
    """How far it is."""
    return "已填完" if draft.filled >= draft.of else f"{draft.filled} / {draft.of} 格"


def findings_words(draft: Draft) -> str:
    """What stands against it."""
    counts = (("错误", draft.errors), ("核实", draft.reviews))
    found = [f"{word} {count}" for word, count in counts if count]
    return "　".join(found) or ("没有" if draft.filled >= draft.of else "暂无")
