"""What the import dialog says: where from, what for, how much, and what is safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.checks.narrative import length
from reportdesk.form.edition import Table, Text
from reportdesk.gui.importing.section_bar import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Section
    from reportdesk.gui.importing.choices import Proposal
    from reportdesk.report.adopt import Counts


def amount_words(counts: Counts) -> str:
    """「194 格和 3 段文字」; what there is none of is not said."""
    cells = f"{counts.cells} 格" if counts.cells else ""
    texts = f"{counts.texts} 段文字" if counts.texts else ""
    lines = f"{counts.lines} 项封面信息" if counts.lines and not (cells or texts) else ""
    return "和 ".join(filter(None, (cells, texts, lines)))


def button_words(proposal: Proposal) -> str:
    """What the button does."""
    amount = amount_words(proposal.counts)
    if proposal.use == "last":
        year = proposal.new_year
        begin = f"开始 {year} 年度" if year is not None else "开始新年度"
        return f"{begin}：沿用 {amount}" if amount else begin
    if proposal.use == "previous":
        return f"用来比较：{amount}" if amount else "用来比较"
    return f"填入 {amount}" if amount else "没有可填入的"


def safe_words(proposal: Proposal) -> str:
    """What happens to what there is."""
    if proposal.use == "last":
        return "会新建一份报告，上年的内容放在旁边对照；原文件不会改动。"
    if proposal.use == "this":
        return "会新建一份报告；原文件不会改动。"
    if proposal.use == "previous":
        return "只放在旁边对照，可一步撤销；原文件不会改动。"
    return "填入后可一步撤销；原文件不会改动。"


def role_words(proposal: Proposal) -> str:
    """What the right side is."""
    year = f"{proposal.year} 年度" if proposal.year is not None else "年度不明"
    if proposal.use in ("last", "previous"):
        return f"{year}，作为上年数据"
    if proposal.use == "into" and proposal.target is not None:
        return f"{proposal.target.year or '本'} 年度，本报告"
    return year


def legend_words(proposal: Proposal, section: Section) -> tuple[str, str]:
    """What a sign in the section's tables means, and the tone to say it in."""
    keys = [k for k, f in proposal.edition.fields.items() if f.section is section]
    if any(proposal.state(key) == "near" for key in keys):
        return "紫色带箭头的，请对照文件确认", "import"
    if any(proposal.carried_to(key) for key in keys):
        return f"带 → 的会带入 {proposal.new_year} 年度", "soft"
    texts = [b for b in section.blocks if isinstance(b, Text) and b.id in proposal.found.values]
    if proposal.rolled is not None and texts:
        kept = any(text.carry for text in texts)
        there = f"会沿用到 {proposal.new_year} 年度，请到时核改"
        return (there if kept else "不沿用，只供对照"), "soft"
    return "", "soft"


def count_words(proposal: Proposal) -> str:
    """How many doubts are left, and how much is sure."""
    left = sum(d.grave and d.id not in proposal.decisions for d in proposal.doubts)
    sure = proposal.sure_cells()
    rest = f"{'其余 ' if left else ''}{sure} 格都对上了" if sure else ""
    return "，".join(filter(None, (f"{left} 处" if left else "没有要核实的", rest)))


def entries(proposal: Proposal) -> list[Entry]:
    """The sections for the row of tabs."""
    return [_entry(proposal, section) for section in proposal.edition.sections]


def _entry(proposal: Proposal, section: Section) -> Entry:
    name = section.short or section.title
    values = proposal.found.values
    ids = {block.id for block in section.blocks}
    open = [d for d in proposal.open_doubts() if d.section == section.id]
    refused = [id for id in proposal.reading.refused if id in ids]
    amount = _amount(section, values)
    if section.id in proposal.left:
        return Entry(section.id, name, "不填", "", bool(amount))
    if not amount:
        mark = "review" if refused else ""
        return Entry(section.id, name, "没有读入" if refused else "文件里没有", mark, False)
    return Entry(section.id, name, amount, "review" if open or refused else "ok", True)


def _amount(section: Section, values: Mapping[str, str]) -> str:
    cells = lines = 0
    words = 0
    for block in section.blocks:
        if isinstance(block, Table):
            cells += sum(key.startswith(f"{block.id}.") for key in values)
        elif isinstance(block, Text):
            words += length(values.get(block.id, ""))
        else:
            lines += bool(values.get(block.id))
    told = (f"{cells} 格" if cells else "", f"{lines} 项" if lines else "")
    return " ".join(filter(None, (*told, f"{words} 字" if words else "")))
