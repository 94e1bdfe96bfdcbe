"""The main job: last year's file in, this year's report out, every figure where it belongs."""

from pathlib import Path

import pytest

import reportdesk
from reportdesk.form.edition import Edition
from reportdesk.paths import resource
from reportdesk.report.document import Document
from reportdesk.report.totals import effective

CATALOG = reportdesk.editions()
SAMPLE = resource("samples", "yunxi-2025.docx")


def counted(edition: Edition, year: int) -> Document:
    """A report on ``edition`` in which every figure is another one."""
    values = {
        "organ": "青禾市档案馆",
        "title": f"青禾市档案馆{year}年政府信息公开工作年度报告",
        "preamble": f"本报告统计期限自{year}年1月1日起至{year}年12月31日止。",
        "overview": "（一）主动公开。全年公开信息三十条。\n1.公开方式更加多样。",
        "problems": "解读材料偏少。\n下一步增加图解。",
        "others": "本年度未收取信息处理费。",
        "signature": "青禾市档案馆",
        "date": f"{year + 1}年1月20日",
    }
    for number, (key, field) in enumerate(edition.fields.items(), 1):
        if field.row is not None and not field.total:
            shapes = {"signed": f"-{number}", "money": f"{number}.25", "amount": f"{number}.5万元"}
            values[key] = shapes.get(field.holds, str(number))
    return Document(edition, year, values)


@pytest.mark.parametrize(("id", "year"), [("cn-2019", 2020), ("cn-2021", 2024)])
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_what_was_written_is_read_back_equal(
    tmp_path: Path, id: str, year: int, suffix: str
) -> None:
    document = counted(CATALOG[id], year)
    out = tmp_path / f"报告{suffix}"
    reportdesk.write(document, out, CATALOG)
    reading = reportdesk.read(out, CATALOG)
    assert reading.edition.id == id
    assert reading.year == year
    assert reading.values == effective(document)
    assert reading.unplaced == []


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_the_draft_mark_does_not_come_back_as_text(tmp_path: Path, suffix: str) -> None:
    document = counted(CATALOG["cn-2021"], 2024)
    out = tmp_path / f"报告{suffix}"
    reportdesk.write(document, out, CATALOG, draft=True)
    assert reportdesk.read(out, CATALOG).values == effective(document)


def test_the_sample_has_no_findings() -> None:
    document = reportdesk.read(SAMPLE, CATALOG).to_document()
    assert reportdesk.check(document) == []


def test_the_sample_begins_the_new_year() -> None:
    reading = reportdesk.read(SAMPLE, CATALOG)
    new = reportdesk.roll(reading, None, CATALOG).document
    assert new.year == 2026
    assert "2026年" in new.values["title"]
    assert "自2026年1月1日起至2026年12月31日止" in new.values["preamble"]
    assert new.values["requests.carried.person"] == reading.values["requests.left.person"]
    assert new.values["requests.carried.company"] == reading.values["requests.left.company"]
    assert "requests.carried.total" not in new.values
    assert "requests.new.person" not in new.values
    assert "date" not in new.values
    assert new.origins["overview"].kind == "last_year"
    assert new.previous is not None
    assert new.previous.values == reading.values


def test_the_new_year_survives_its_own_file(tmp_path: Path) -> None:
    new = reportdesk.roll(reportdesk.read(SAMPLE, CATALOG), None, CATALOG).document
    reportdesk.write(new, tmp_path / "新.rdesk", CATALOG)
    again = reportdesk.read(tmp_path / "新.rdesk", CATALOG).to_document()
    assert again == new


def test_a_report_of_2020_becomes_one_of_2021(tmp_path: Path) -> None:
    reportdesk.write(counted(CATALOG["cn-2019"], 2020), tmp_path / "旧.docx", CATALOG)
    old = reportdesk.read(tmp_path / "旧.docx", CATALOG)
    rolled = reportdesk.roll(old, None, CATALOG)
    assert rolled.document.edition.id == "cn-2021"
    assert rolled.document.values["requests.carried.person"] == old.values["requests.left.person"]
    assert any("采购" in note for note in rolled.notes)
