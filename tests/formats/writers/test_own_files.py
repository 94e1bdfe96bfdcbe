"""What the program wrote is read again without a word about what it wrote itself."""

from pathlib import Path

import pytest

from reportdesk.form.edition import Edition
from reportdesk.jobs import read, write
from tests.builders import CATALOG, NEW, OLD, cells, report

TEXTS = {
    "number": "云水发〔2025〕1号",
    "preamble": "本报告根据《中华人民共和国政府信息公开条例》编制。",
    "disclosure_note": "本年专项清理了一批文件。",
    "signature": "云溪县水务局",
    "date": "2025年1月20日",
}


@pytest.mark.parametrize("draft", [False, True], ids=["final", "draft"])
@pytest.mark.parametrize("form", [OLD, NEW], ids=lambda form: form.id)
@pytest.mark.parametrize("kind", ["docx", "xlsx", "html", "json", "rdesk"])
def test_a_file_of_our_own_has_nothing_in_it_that_is_not_read(
    tmp_path: Path, kind: str, form: Edition, draft: bool
):
    document = report(form, texts=TEXTS)
    out = tmp_path / f"报告.{kind}"
    write(document, out, draft=draft)

    reading = read(out, CATALOG)

    assert [f"{note.place} {note.message}" for note in reading.notes] == []
    assert reading.values.items() >= {**TEXTS, "organ": document.values["organ"]}.items()


@pytest.mark.parametrize("form", [OLD, NEW], ids=lambda form: form.id)
@pytest.mark.parametrize("kind", ["docx", "xlsx", "html", "json", "rdesk"])
def test_a_total_that_still_waits_for_its_parts_is_nothing_to_tell_of(
    tmp_path: Path, kind: str, form: Edition
):
    out = tmp_path / f"报告.{kind}"
    write(report(form, figures=dict.fromkeys(cells(form)[::3])), out)

    assert [note.message for note in read(out, CATALOG).notes] == []
