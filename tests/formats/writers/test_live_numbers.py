"""Live numbers in files: every export prints what they stand for, and .rdesk keeps them live."""

from pathlib import Path

import pytest

import reportdesk
from reportdesk.errors import UnfinishedError
from reportdesk.report.document import Document
from reportdesk.report.live import escaped
from tests.builders import NEW, report, requests

FIGURES = requests(new__person=3, granted__person=2, denied_law__person=1)
WORDS = "（一）主动公开\n收到申请{{requests.new.total}}件，不予公开{{requests.denied.total}}件。"
PRINTED = "（一）主动公开\n收到申请3件，不予公开1件。"


def written(document: Document, out: Path) -> dict[str, str]:
    reportdesk.write(document, out, reportdesk.editions())
    return reportdesk.read(out).values


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
def test_a_file_prints_what_the_numbers_are(suffix: str, tmp_path: Path):
    document = report(NEW, 2024, FIGURES, texts={"overview": WORDS})
    assert written(document, tmp_path / f"a{suffix}")["overview"] == PRINTED
    assert document.values["overview"] == WORDS


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
def test_a_number_that_is_not_there_yet_is_a_line_to_fill(suffix: str, tmp_path: Path):
    document = report(NEW, 2024, requests(new__person=None), texts={"overview": WORDS})
    read = written(document, tmp_path / f"a{suffix}")["overview"]
    assert read == "（一）主动公开\n收到申请＿＿件，不予公开0件。"


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx"])
def test_braces_that_are_words_are_printed_and_read_as_words(suffix: str, tmp_path: Path):
    words = "模板里写{{requests.new.total}}，\\{{requests.left.total}}和{{organ}}。"
    document = report(NEW, 2024, FIGURES, texts={"overview": escaped(words)})
    assert written(document, tmp_path / f"a{suffix}")["overview"] == escaped(words)


def test_the_exchange_file_keeps_them_live(tmp_path: Path):
    document = report(NEW, 2024, FIGURES, texts={"overview": WORDS})
    assert written(document, tmp_path / "a.rdesk")["overview"] == WORDS


def test_a_final_file_is_refused_while_a_number_is_not_there(tmp_path: Path):
    document = report(NEW, 2024, requests(new__person=None), texts={"overview": WORDS})
    with pytest.raises(UnfinishedError):
        reportdesk.write(document, tmp_path / "a.docx", final=True)
    assert list(tmp_path.iterdir()) == []
