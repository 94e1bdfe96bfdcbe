"""Marks on the file's side: what of it the doubts are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.gui.importing.sheets import Sheet, row_link, stray_link

if TYPE_CHECKING:
    from reportdesk.gui.importing.choices import Proposal
    from reportdesk.gui.importing.sheets import Box


def marked(sheet: Sheet, proposal: Proposal) -> Sheet:
    """``sheet`` with the cells that are not read plainly marked while nothing is decided."""
    doubtful: set[str] = set()
    near: set[str] = set()
    aside = {stray_link(number) for number in range(len(proposal.found.unplaced))}
    for doubt in proposal.doubts:
        if doubt.id in proposal.decisions or not doubt.options:
            continue
        if doubt.kind == "label":
            near |= {row_link(key) for key in doubt.keys}
        elif doubt.kind in ("blank", "note", "twice", "stray"):
            doubtful.update(doubt.keys, (stray_link(number) for number in doubt.strays))

    def mark(box: Box) -> Box:
        links = set(box.links)
        if links & near:
            return box._replace(look="near")
        if links & doubtful:
            return box._replace(look="doubt")
        if links & aside:
            return box._replace(look="aside")
        return box

    bands = tuple(band._replace(boxes=tuple(map(mark, band.boxes))) for band in sheet.bands)
    return Sheet(bands, sheet.words)
