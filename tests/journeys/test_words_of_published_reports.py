"""Reports as offices published them, their words: nothing is said of what is right, and each year
that is not renewed in the next report is told."""

import re
from pathlib import Path

import pytest

from reportdesk import jobs
from reportdesk.checks.checker import check
from reportdesk.report.document import Document

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "cases"
FILES = [
    CASES / name
    for name in (
        "city-2025.html",
        "haiyan-2020.txt",
        "hongze-2023.docx",
        "hongze-2024.docx",
        "pingtan-2020.docx",
        "pingtan-2022.docx",
        "shuyang-fgj-2023.html",
    )
    if (CASES / name).exists()
]
WRONG = {"hongze-2024.docx": [("X-1", "17", "95")]}
"""What they say wrongly themselves."""

pytestmark = [
    pytest.mark.skipif(not FILES, reason="the published reports are not at hand"),
    pytest.mark.parametrize("file", FILES, ids=lambda file: file.name),
]


def years_left(document: Document, year: int) -> list[tuple[str, int]]:
    """Where ``year`` stands in the narratives, but for the preamble, which is renewed."""
    return [
        (text.id, match.start())
        for text in document.edition.texts
        if text.required
        for match in re.finditer(rf"{year}\s*年", document.values.get(text.id, ""))
    ]


def test_of_a_report_s_own_words_only_what_is_wrong_is_told(file: Path) -> None:
    found = check(jobs.read(file).to_document())
    told = [f for f in found if f.rule.startswith("X-") or f.rule == "L-3"]
    told = [(f.rule, f.found, f.expected.partition("或")[0]) for f in told]
    assert told == WRONG.get(file.name, [])


def test_every_year_of_the_report_is_told_in_the_next_one(file: Path) -> None:
    last = jobs.read(file)
    assert last.year is not None
    document = jobs.roll(last).document
    told = {(f.keys[0], f.at[0]) for f in check(document) if f.rule == "L-3"}
    left = years_left(document, last.year)
    assert left
    assert set(left) <= told


def test_a_year_that_was_renewed_is_told_no_more(file: Path) -> None:
    last = jobs.read(file)
    assert last.year is not None
    document = jobs.roll(last).document
    for text in document.edition.texts:
        if text.id in document.values:
            words = document.values[text.id]
            for year in (last.year + 1, last.year, last.year - 1):
                words = re.sub(rf"{year}(?=\s*年)", str(year + 1), words)
            document.values[text.id] = words
    assert [f.message for f in check(document) if f.rule == "L-3" and f.keys[0] != "preamble"] == []
