"""What is to be said of a file's report as it would be taken: its totals, and the open report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.importing.doubts import KEEP, OURS, SUM, THEIRS, Doubt, named, section_of
from reportdesk.gui.importing.doubts import name_of_table as short_name
from reportdesk.report.figures import figure, written
from reportdesk.report.totals import Amounts, sums_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from reportdesk.form.edition import Edition
    from reportdesk.report.adopt import Merge
    from reportdesk.report.document import Document

_MANY = 5
"""More totals of a table than this are told together."""
_SHOWN = 3
_KEPT = "保留文件里的数"


def total_doubts(document: Document) -> list[Doubt]:
    """The stated totals that are not what their parts add up to."""
    amounts = Amounts(document)
    tables: dict[str, list[tuple[str, str, str]]] = {}
    for total, ways in amounts.ledger.ways.items():
        key = amounts.ledger.keys[total]
        stated = document.values.get(key)
        known = [n for n in map(amounts.add, ways) if n is not None]
        other = next((n for n in known if n != figure(stated)), None)
        if stated is not None and other is not None:
            tables.setdefault(key.partition(".")[0], []).append((key, stated, written(other)))
    found: list[Doubt] = []
    for table, entries in tables.items():
        if len(entries) > _MANY:
            found.append(_together(document.edition, table, entries))
        else:
            found += [_one(document.edition, *entry) for entry in entries]
    return found


def _one(edition: Edition, key: str, stated: str, sum: str) -> Doubt:
    return Doubt(
        f"stated {key}",
        "stated",
        named(edition, key),
        f"文件里是 {stated}，各项相加是 {sum}",
        (SUM, KEEP),
        (key,),
        section_of(edition, key.partition(".")[0]),
        meanwhile=_KEPT,
    )


def _together(edition: Edition, table: str, entries: list[tuple[str, str, str]]) -> Doubt:
    key, stated, sum = entries[0]
    example = f"如“{named(edition, key)}”是 {stated}，相加是 {sum}"
    return Doubt(
        f"stated {table}",
        "stated",
        f"{short_name(edition, table)}有 {len(entries)} 处合计",
        f"和各项相加不一样，{example}",
        (SUM, KEEP),
        tuple(entry[0] for entry in entries),
        section_of(edition, table),
        meanwhile=_KEPT,
    )


def proved(agreed: Collection[str], edition: Edition) -> frozenset[str]:
    """The cells that stand in a sum which comes out as the file states it."""
    sums = sums_of(edition)
    found = set(agreed)
    for key in agreed:
        for way in sums[key]:
            found.update(way)
    return frozenset(found)


def told_of_target(taken: Document, target: Document, *, into: bool) -> list[Doubt]:
    """What does not go together: the years, the organs, the forms."""
    found: list[Doubt] = []
    wanted = target.year if into else target.year and target.year - 1
    if taken.year and wanted and taken.year != wanted:
        role = "本报告" if into else "本报告的上年"
        found.append(_told("year", "年份", f"文件是 {taken.year} 年度的，{role}是 {wanted} 年度"))
    if taken.organ and target.organ and taken.organ != target.organ:
        found.append(_told("organ", "机关", f"文件是“{taken.organ}”的，本报告是“{target.organ}”的"))
    if into and taken.edition is not target.edition:
        found.append(_told("edition", "格式", "文件的格式和本报告不同，只填两种格式里相同的空"))
    if not into and target.previous is not None:
        found.append(_told("last", "上年报告", "现在用来比较的上年报告会换成这一份", grave=False))
    return found


def replaced_words(merge: Merge, target: Document | None) -> list[Doubt]:
    """What in the open report would be another afterwards, and what it has no blank for."""
    found: list[Doubt] = []
    if merge.replaced and target is not None:
        names = [named(target.edition, key) for key in merge.replaced[:_SHOWN]]
        more = "等" if len(merge.replaced) > _SHOWN else ""
        found.append(
            Doubt(
                "replaced",
                "replaced",
                f"本报告已填的 {len(merge.replaced)} 处",
                f"和文件里的不同：{'、'.join(names)}{more}",
                (THEIRS, OURS),
                meanwhile="用文件里的替换",
            )
        )
    if merge.lost:
        found.append(
            _told("lost", f"{len(merge.lost)} 处没有填入", "本报告的格式里没有这些空", grave=False)
        )
    return found


def _told(id: str, title: str, words: str, *, grave: bool = True) -> Doubt:
    return Doubt(f"told {id}", "told", title, words, grave=grave)
