"""The checks on reports as offices published them, against the breaks found in them by hand."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reportdesk.checks.checker import check
from reportdesk.form.edition import Edition, Part, Table
from reportdesk.report.document import Document
from tests.builders import NEW, OLD, TEXTS

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "cases"
FILES = sorted(CASES.glob("*.expected.json"))

pytestmark = pytest.mark.skipif(not FILES, reason="the published reports are not at hand")


def plain(label: str) -> str:
    return re.sub(r"（(?:区分处理|本列).*?）|\s", "", label)


def ids(items: Any) -> dict[str, str]:
    """The id for each label and other wording."""
    return {plain(words): item.id for item in items for words in (*item.also, item.label)}


def put(document: Document, table: Table, part: Part, row: str, figures: dict[str, Any]) -> None:
    rows, groups, columns = ids(part.rows), ids(part.groups), ids(part.columns)
    for label, figure in figures.items():
        if figure is not None:
            column = columns[plain(label)]
            if plain(row) in rows:
                document.values[table.key(rows[plain(row)], column)] = str(figure)
            else:
                document.group_values[table.key(groups[plain(row)], column)] = str(figure)


def document_of(case: dict[str, Any]) -> Document:
    form: Edition = NEW if case["edition"].startswith("2021") else OLD
    document = Document(form, case["year"], dict(TEXTS), as_printed=True)
    disclosure, requests, disputes = form.tables
    for part in disclosure.parts:
        for row, figures in case["table2"][part.caption].items():
            put(document, disclosure, part, row, figures)
    for path, figures in case["table3"].items():
        named = dict(zip(case["columns"], figures, strict=True))
        put(document, requests, requests.parts[0], path.split("/")[-1], named)
    for path, figures in case["table4"].items():
        put(document, disputes, disputes.parts[0], path.split("/")[-1], figures)
    return document


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.split(".")[0])
def test_the_checks_find_the_breaks_that_a_person_found_and_no_other(file: Path):
    case = json.loads(file.read_text(encoding="utf-8"))
    document = document_of(case)
    names = {key: f.row.label for key, f in document.edition.fields.items() if f.row}
    columns = {key: f.column.label for key, f in document.edition.fields.items() if f.column}
    told = {
        (
            f.rule,
            columns[f.keys[0]] if f.rule in ("T3-1", "T3-2") else names[f.keys[0]],
            f.difference,
        )
        for f in check(document)
        if f.severity == "error" and f.rule.startswith("T")
    }
    expected: set[tuple[str, str, str]] = set()
    broken: dict[str, int] = {}
    for failure in case["relations"]["failures"]:
        rule = failure["rule"].split()[0]
        place = failure.get("column") or (failure.get("block") or failure["row"]).split("/")[-1]
        gap = failure["left"] - failure["right"]
        if place == "总计" and rule in ("T3-1", "T3-2") and gap == broken.get(rule):
            continue  # the total only repeats its columns
        broken[rule] = broken.get(rule, 0) + gap
        expected.add((rule, place, str(abs(gap))))
    assert told == expected


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name.split(".")[0])
def test_a_hybrid_form_is_told_once_and_has_no_blanks_of_its_own(file: Path):
    case = json.loads(file.read_text(encoding="utf-8"))
    findings = check(document_of(case))
    hybrids = [finding for finding in findings if finding.rule == "hybrid"]
    assert len(hybrids) == ("old way" in case["edition"])
    if hybrids:
        assert not [finding for finding in findings if finding.rule == "V-2"]
