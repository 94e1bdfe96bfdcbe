"""The report's side: the form's own tables and texts with what would be taken into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.form.edition import Line, Table, Text
from reportdesk.form.printed import printed
from reportdesk.gui.importing.doubts import named
from reportdesk.gui.importing.sheets import Band, Box, Sheet, lines_band, paragraph_link, row_link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Edition, Section
    from reportdesk.form.printed import PrintedCell
    from reportdesk.gui.importing.choices import Proposal
    from reportdesk.gui.importing.sheets import Look


def result_sheet(proposal: Proposal, section: Section) -> Sheet:
    """A section of the report as the proposal would take it."""
    bands: list[Band] = []
    lines = [block for block in section.blocks if isinstance(block, Line)]
    values = proposal.taken.document.values
    if lines and (band := _lines(lines, values)):
        bands.append(band)
    for block in section.blocks:
        if isinstance(block, Table):
            bands.append(_table(proposal, block))
        elif isinstance(block, Text) and values.get(block.id):
            bands.append(text_band(block.id, values[block.id]))
    return Sheet(tuple(bands), "" if bands else "这一部分没有内容可填。")


def document_sheet(section: Section, values: Mapping[str, str]) -> Sheet:
    """A section of a report that has no story: a file of our own, as it says itself."""
    bands: list[Band] = []
    lines = [block for block in section.blocks if isinstance(block, Line)]
    if lines and (band := _lines(lines, values)):
        bands.append(band)
    for block in section.blocks:
        if isinstance(block, Table):
            bands.append(_plain_table(block, values))
        elif isinstance(block, Text) and values.get(block.id):
            bands.append(text_band(block.id, values[block.id]))
    return Sheet(tuple(bands), "" if bands else "文件里没有这一部分。")


def text_band(key: str, text: str) -> Band:
    """A narrative as its paragraphs."""
    return lines_band(
        [
            Box(line, 0, 0, kind="paragraph", links=(paragraph_link(key, number),))
            for number, line in enumerate(text.split("\n"))
        ]
    )


def _lines(lines: list[Line], values: Mapping[str, str]) -> Band | None:
    filled = [line for line in lines if values.get(line.id)]
    if not filled:
        return None
    boxes: list[Box] = []
    for row, line in enumerate(filled):
        boxes.append(Box(line.label, row, 0, kind="label"))
        boxes.append(Box(values[line.id], row, 1, kind="words", links=(line.id,)))
    return Band(tuple(boxes), len(filled), 2)


def _plain_table(table: Table, values: Mapping[str, str]) -> Band:
    sheet = printed(table)
    boxes = [
        _label(sheet.cells, cell)
        if not cell.key
        else Box(values.get(cell.key, ""), *cell[2:6], links=(cell.key,))
        for cell in sheet.cells
    ]
    return Band(tuple(boxes), sheet.height, sheet.width, sheet.heads)


def _label(cells: tuple[PrintedCell, ...], cell: PrintedCell) -> Box:
    kind = {"caption": "caption", "stub": "head", "head": "head"}.get(cell.kind, "label")
    links: tuple[str, ...] = ()
    if kind == "label" and cell.rows == 1:
        key = next((c.key for c in cells if c.key and c.row == cell.row), "")
        links = (row_link(key),) if key else ()
    return Box(cell.text, *cell[2:6], kind=kind, links=links)  # type: ignore[arg-type]


def _table(proposal: Proposal, table: Table) -> Band:
    sheet = printed(table)
    boxes = [
        _value(proposal, cell) if cell.key else _label(sheet.cells, cell) for cell in sheet.cells
    ]
    return Band(tuple(boxes), sheet.height, sheet.width, sheet.heads)


def _value(proposal: Proposal, cell: PrintedCell) -> Box:
    key = cell.key
    found, state = proposal.standing(key), proposal.state(key)
    agreed = key in proposal.taken.agreed
    total = found.kind != "entry"
    text, sign, look = found.text, "", ""
    if found.kind == "waiting":
        text, look = "待填", "waiting"
    elif found.disagrees:
        sign, look = f"≠{found.expected}", "broken"
    elif agreed or (found.kind == "typed" and found.expected):
        sign = "＝"
    elif found.kind == "computed":
        sign, look = "Σ", "computed"
    elif not text:
        look = "blank"
    if state and look != "broken":
        look = state
    if not sign and proposal.carried_to(key):
        sign = "→"
    tip = _tip(proposal, key, look)
    return Box(text, *cell[2:6], links=(key,), look=_look(look), bold=total, sign=sign, tip=tip)


def _look(name: str) -> Look:
    return name  # type: ignore[return-value]


def _tip(proposal: Proposal, key: str, look: str) -> str:
    lines = [named(proposal.edition, key)]
    trace = proposal.reading.traces.get(key)
    if look == "near" and trace is not None and trace.label:
        lines.append(f"文件里的行名：{' '.join(trace.label.split())}")
    mark = proposal.reading.marks.get(key)
    if mark is not None:
        lines.append(f"文件里是“{' '.join(mark.text.split())}”")
    if target := proposal.carried_to(key):
        lines.append(f"会带入 {proposal.new_year} 年度的“{named(_new(proposal), target)}”")
    return "\n".join(lines)


def _new(proposal: Proposal) -> Edition:
    assert proposal.rolled is not None
    return proposal.rolled.document.edition
