"""What a cell looks like and how it is told in words, from how it stands.

Left edge: part in an identity. Top left: who made the number. Top right: a finding. Where several
states meet, ground and figure are those of the gravest and all marks stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.checks.relations import Relation
    from reportdesk.checks.standing import Standing

Ground = Literal["surface", "computed", "error_soft", "review_soft", "import_soft"]


class Face(NamedTuple):
    """A cell as it is drawn."""

    text: str = ""
    last: str = ""
    """Last year's value, where there is one to show."""
    ground: Ground = "surface"
    tone: Literal["text", "error", "import"] = "text"
    bold: bool = False
    bars: int = 0
    """At the left edge: one left of the equals sign of a broken identity, two right of it."""
    corner: Literal["", "solid", "hollow"] = ""
    rule: Literal["", "dash", "dot"] = ""
    """Under the figure."""
    sign: str = ""
    """Left of the figure: 「＝」 or 「≠75」."""
    sigma: bool = False
    arrow: bool = False
    echo: bool = False
    waiting: bool = False


def face_of(standing: Standing, last: str = "") -> Face:
    """What a cell looks like; ``last`` is last year's value, "" if unknown."""
    error = standing.severity == "error" or bool(standing.side) or standing.disagrees
    review = standing.severity == "review" and not error
    imported = bool(standing.origin)
    ground: Ground = "surface"
    if error:
        ground = "error_soft"
    elif review:
        ground = "review_soft"
    elif imported:
        ground = "import_soft"
    elif standing.kind in ("computed", "waiting"):
        ground = "computed"
    sign = ""
    if standing.disagrees:
        sign = f"≠{standing.expected}"
    elif standing.kind == "typed" and standing.expected:
        sign = "＝"
    return Face(
        text=standing.text,
        last="" if last == standing.text == "0" else last,
        ground=ground,
        tone="error" if error else "import" if imported and not review else "text",
        bold=error or standing.kind != "entry",
        bars={"": 0, "left": 1, "right": 2}[standing.side],
        corner="solid" if error else "hollow" if review else "",
        rule="dash" if review else "dot" if imported else "",
        sign=sign,
        sigma=standing.kind == "computed",
        arrow=imported,
        echo=standing.echo,
        waiting=standing.kind == "waiting",
    )


def state_words(standing: Standing, relations: Iterable[Relation] = ()) -> list[str]:
    """How a cell stands, in words. Nothing is said of a plain figure."""
    words: list[str] = []
    if standing.kind == "waiting":
        words.append("待填")
    elif standing.kind == "computed":
        words.append("自动合计")
    elif standing.disagrees:
        words.append(f"手填总计，各项相加是 {standing.expected}")
    elif standing.kind == "typed":
        words.append("手填总计，与各项之和相符" if standing.expected else "手填总计")
    if standing.side:
        apart = [r.difference for r in relations if r.state == "broken" and not r.total]
        words.append("勾稽不平" + "".join(f"，相差 {each}" for each in apart[:1] if each))
    elif standing.severity == "error" and not standing.disagrees:
        words.append("有错误")
    if standing.echo:
        words.append("随各列相差")
    if standing.severity == "review":
        words.append("待核实")
    elif standing.reasoned:
        words.append("已说明原因")
    if standing.origin:
        words.append("导入未确认")
    return words
