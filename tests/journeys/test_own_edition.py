"""Another country's form, as one TOML file and one template, goes through the whole program."""

import re
from pathlib import Path

import pytest

import reportdesk
from reportdesk.form.catalog import Catalog
from reportdesk.formats.writers.word_form import form
from reportdesk.report.document import Document
from reportdesk.report.totals import effective

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "editions.md"


@pytest.fixture
def own(tmp_path: Path) -> Catalog:
    """The guide's example edition in an office's folder, with its template."""
    examples = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    text = next(example for example in examples if "family" in example)
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "form.toml").write_text(text, encoding="utf-8")
    edition = next(e for e in reportdesk.editions(folder).values() if e.family != "cn-annual")
    (folder / f"{edition.id}.docx").write_bytes(form(edition))
    return reportdesk.editions(folder)


def filled(catalog: Catalog) -> Document:
    edition = next(e for e in catalog.values() if e.family != "cn-annual")
    values = {
        key: str(number)
        for number, (key, field) in enumerate(edition.fields.items())
        if field.row is not None and not field.total
    }
    for text in edition.texts:
        values[text.id] = "The year was quiet.\nNothing else to tell."
    values["organ"] = "Harbour Office"
    return Document(edition, edition.first_year, values)


def test_it_is_written_and_read_back(own: Catalog, tmp_path: Path) -> None:
    document = filled(own)
    for suffix in (".docx", ".html", ".xlsx"):
        out = tmp_path / f"return{suffix}"
        reportdesk.write(document, out, own)
        reading = reportdesk.read(out, own)
        assert reading.edition is document.edition
        assert reading.organ == "Harbour Office"
        assert reading.year == document.year
        want = effective(document)
        assert {key: reading.values.get(key) for key in want} == want


def test_it_is_checked_by_its_own_rules(own: Catalog) -> None:
    rules = {finding.rule for finding in reportdesk.check(filled(own))}
    assert "A-3" in rules


def test_it_rolls_within_its_own_family(own: Catalog, tmp_path: Path) -> None:
    document = filled(own)
    reportdesk.write(document, tmp_path / "last.docx", own)
    rolled = reportdesk.roll(reportdesk.read(tmp_path / "last.docx", own), None, own).document
    assert rolled.edition is document.edition
    assert rolled.values["cases.opening.citizens"] == document.values["cases.closing.citizens"]
    assert "cases.received.citizens" not in rolled.values
    reportdesk.write(rolled, tmp_path / "new.docx", own)
    assert str(document.edition.first_year + 1) in reportdesk.read(tmp_path / "new.docx", own).title
