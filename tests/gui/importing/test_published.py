"""Reports as offices published them go through the dialog, every figure seen on both sides."""

import json
from pathlib import Path

import pytest

from reportdesk.report.totals import effective
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG
from tests.gui.importing.conftest import OpenFile

CASES = Path(__file__).resolve().parents[3].parent / "shared" / "cases"
FILES = [
    CASES / name
    for case in sorted(CASES.glob("*.expected.json"))
    for key in ("files", "derived_files")
    for name in json.loads(case.read_text(encoding="utf-8"))[key]
    if not name.endswith("-page.txt")
]

pytestmark = pytest.mark.skipif(not FILES, reason="the published reports are not at hand")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_figure_is_seen_where_it_stood_and_is_taken(
    open_file: OpenFile, file: Path, store: DraftStore
) -> None:
    dialog = open_file(file)
    assert dialog.ui.stages.currentWidget() is dialog.ui.importPage, dialog.ui.troubleWords.text()
    proposal = dialog.proposal
    assert proposal is not None
    reading, fields = proposal.reading, proposal.edition.fields
    figures = {key for key in reading.values if fields[key].row is not None}
    assert figures == {key for key in reading.traces if key in fields and fields[key].row}
    taken = effective(proposal.taken.document)
    assert {key: taken[key] for key in figures} == {key: reading.values[key] for key in figures}
    for section in proposal.edition.sections:
        dialog.page.show_section(section.id)
        found, result = dialog.page.source.laid().links, dialog.page.result.laid().links
        here = {key for key in figures if fields[key].section is section}
        assert here <= found.keys()
        assert here <= result.keys()
        for key in here:
            box = dialog.page.source.laid().placed[found[key]].box
            assert box.text
    dialog.ui.takeButton.click()
    assert dialog.outcome is not None
    id = store.create(dialog.outcome.document)
    assert store.open(id, CATALOG).values == dialog.outcome.document.values


@pytest.mark.parametrize("name", ["haiyan-2020.txt"])
def test_the_report_that_began_it_all_starts_the_next_year(open_file: OpenFile, name: str) -> None:
    dialog = open_file(CASES / name)
    assert dialog.ui.takeButton.text() == "开始 2021 年度：沿用 6 格和 4 段文字"
    dialog.ui.takeButton.click()
    assert dialog.outcome is not None
    new = dialog.outcome.document
    rolled = [new.values[key] for key, origin in new.origins.items() if origin.kind == "rolled"]
    assert rolled == ["0"] * 6
    assert any("678.15万元" in note for note in dialog.outcome.notes)


@pytest.mark.parametrize("name", [f.name for f in CASES.glob("*-page.txt")])
def test_a_page_whose_figures_have_run_together_is_told(open_file: OpenFile, name: str) -> None:
    dialog = open_file(CASES / name)
    words = dialog.ui.troubleWords.text()
    if dialog.proposal is not None:
        words = "".join(doubt.words for doubt in dialog.doubts() if doubt.kind == "refused")
    assert words
