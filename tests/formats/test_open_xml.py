"""Word files held to the rules of Open XML by a validator that is not ours.

What an office's own form has against the rules was there before and stays: filling adds nothing.
"""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator  # pyright: ignore[reportMissingTypeStubs]

from reportdesk import jobs
from reportdesk.checks.signoff import sign_off
from reportdesk.form.edition import Edition
from reportdesk.formats.filling.form import fill
from reportdesk.formats.readers.opening import story_of
from reportdesk.formats.recognise.report import Recognition
from reportdesk.formats.writers.sign_sheet import file_of_its_own
from reportdesk.formats.writers.word import render
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import CATALOG, NEW, OLD
from tests.formats.filling import forms
from tests.formats.filling.test_filling import filled_report

SHARED = Path(__file__).resolve().parents[3] / "shared"
# Word itself needs no theme, and nothing in our files names one.
NOT_NEEDED = "relationships/theme' is missing"


def faults(data: bytes, folder: Path) -> set[str]:
    """What the validator has against a Word file."""
    file = folder / "file.docx"
    file.write_bytes(data)
    result = OpenXmlValidator(max_errors=0).validate(file)
    found = {f"{one.part_uri} {one.path}: {one.description}" for one in result.errors}
    return {one for one in found if NOT_NEEDED not in one}


@pytest.mark.parametrize("edition", [OLD, NEW], ids=["2019", "2021"])
@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
def test_what_we_write_on_our_own_templates_has_no_fault(
    edition: Edition, draft: bool, tmp_path: Path
) -> None:
    template = CATALOG.template(edition.id)
    assert faults(render(filled_report(edition), template, draft=draft), tmp_path) == set()


def test_a_report_sent_for_signature_and_its_sheet_have_no_fault(tmp_path: Path) -> None:
    document = filled_report(NEW)
    sign = sign_off(document, "第1次送审，2027年1月20日")
    assert faults(render(document, None, draft=False, sign=sign), tmp_path) == set()
    assert faults(file_of_its_own(sign), tmp_path) == set()


def test_a_fault_would_be_found(tmp_path: Path) -> None:
    document = render(filled_report(NEW), None, draft=False)
    broken = forms.without(document, rb"<w:pPr><w:pStyle", b"<w:pPr><w:nonsense/><w:pStyle")
    assert faults(broken, tmp_path)


OWN: dict[str, Callable[[], bytes]] = {
    "red head": lambda: forms.red_headed(NEW),
    "landscape": lambda: forms.with_landscape(NEW),
    "empty": lambda: forms.blanked(NEW),
    "content controls": lambda: forms.in_content_controls(NEW),
    "last year's": lambda: render(filled_report(NEW, 7000), None, draft=False),
}
REAL = {
    "official": SHARED / "forms" / "official-2021-30-blank.docx",
    "hongze": SHARED / "cases" / "hongze-2024.docx",
    "pingtan": SHARED / "cases" / "pingtan-2022.docx",
}
OWN.update({name: file.read_bytes for name, file in REAL.items() if file.is_file()})


@pytest.mark.parametrize("name", OWN)
@pytest.mark.parametrize("draft", [False, True], ids=["plain", "draft"])
def test_filling_an_offices_form_adds_no_fault(name: str, draft: bool, tmp_path: Path) -> None:
    form = OWN[name]()
    data, _ = fill(filled_report(NEW), form, "form.docx", CATALOG, draft=draft)
    added = {without_numbers(one) for one in faults(data, tmp_path)}
    assert added <= {without_numbers(one) for one in faults(form, tmp_path)}


def without_numbers(fault: str) -> str:
    """Paragraphs come and go: the same fault may stand a few further down."""
    return re.sub(r"\[\d+\]", "", fault)


def template_with_places() -> bytes:
    made = docx.Document()
    made.add_paragraph("云溪县水务局文件")
    made.add_paragraph("{{headline}}")
    made.add_paragraph("{{overview}}")
    table = made.add_table(1, 2).rows[0].cells
    keys = [key for key, field in NEW.fields.items() if field.row is not None]
    table[0].text, table[1].text = f"{{{{{keys[0]}}}}}", f"{{{{{keys[1]}}}}}"
    made.add_paragraph("{{more}}")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_filling_places_adds_no_fault(tmp_path: Path) -> None:
    template = template_with_places()
    added = faults(render(filled_report(NEW), template, draft=False), tmp_path)
    assert added <= faults(template, tmp_path)


soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")


def resaved(data: bytes, folder: Path) -> bytes:
    """The file as LibreOffice saves it after opening."""
    (folder / "in.docx").write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"),
         str(folder / "in.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )  # fmt: skip
    return (folder / "out" / "in.docx").read_bytes()


def figures(data: bytes, edition: Edition) -> dict[str, str]:
    reading = Recognition(story_of(data, "x.docx"), edition, "x.docx").run()
    return {k: v for k, v in reading.values.items() if edition.fields[k].row is not None}


def wanted(document: Document) -> dict[str, str]:
    fields = document.edition.fields
    return {k: v for k, v in effective(document).items() if fields[k].row is not None}


@soffice
@pytest.mark.parametrize("name", ["built in", "red head", "landscape", "official"])
def test_another_program_opens_it_and_saves_it_with_every_number(name: str, tmp_path: Path) -> None:
    if name != "built in" and name not in OWN:
        pytest.skip("the real forms are not beside the repository")
    document = filled_report(NEW)
    out = tmp_path / "filled.docx"
    template = None
    if name != "built in":
        template = tmp_path / "form.docx"
        template.write_bytes(OWN[name]())
    jobs.write(document, out, CATALOG, template=template)
    assert figures(resaved(out.read_bytes(), tmp_path), NEW) == wanted(document)
