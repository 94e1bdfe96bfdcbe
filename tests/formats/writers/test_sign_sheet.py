import io
import zipfile
from pathlib import Path

import docx
import pytest

from reportdesk import jobs
from reportdesk.checks.signoff import Item, SignOff, sign_off
from reportdesk.formats.writers.sign_sheet import file_of_its_own
from reportdesk.formats.writers.word import render
from tests.builders import CATALOG, NEW, OLD, report, requests
from tests.formats.filling import forms


def words(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def footers(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = [name for name in package.namelist() if "footer" in name]
        return [package.read(name).decode() for name in names]


@pytest.fixture
def sign() -> SignOff:
    return sign_off(report(NEW, 2025), "第1次送审，2026年1月20日")


def test_the_sheet_is_the_first_page_and_the_report_begins_on_the_next(sign: SignOff) -> None:
    document = docx.Document(io.BytesIO(render(report(NEW, 2025), None, draft=False, sign=sign)))
    assert document.paragraphs[0].text == "政府信息公开工作年度报告送审单"
    title = next(p for p in document.paragraphs if "云溪县水务局" in p.text)
    assert "<w:pageBreakBefore" in title._p.xml  # pyright: ignore[reportPrivateUsage]
    assert "第1次送审" in words(render(report(NEW, 2025), None, draft=False, sign=sign))


def test_the_fingerprint_stands_under_every_page_of_a_review_and_of_no_other(
    sign: SignOff,
) -> None:
    sent = render(report(NEW, 2025), CATALOG.template("cn-2021"), draft=False, sign=sign)
    assert all(sign.fingerprint in footer for footer in footers(sent))
    for draft in (True, False):
        other = render(report(NEW, 2025), CATALOG.template("cn-2021"), draft=draft)
        assert not any("fingerprint" in f or "校验码" in f for f in footers(other))


def test_what_was_sent_reads_back_as_the_report(tmp_path: Path, sign: SignOff) -> None:
    out = tmp_path / "送审稿.docx"
    written = jobs.write(report(NEW, 2025), out, CATALOG, sign=sign)
    assert written.unseen == 0
    assert written.same > 150
    read = jobs.read(out, CATALOG).to_document()
    assert read.values["title"] == "云溪县水务局2025年政府信息公开工作年度报告"


def test_on_an_offices_own_form_the_sheet_is_a_file_of_its_own(
    tmp_path: Path, sign: SignOff
) -> None:
    form = tmp_path / "上级表.docx"
    form.write_bytes(forms.red_headed(NEW))
    out = tmp_path / "送审稿.docx"
    jobs.write(report(NEW, 2025), out, CATALOG, template=form, sign=sign)
    assert "送审单" not in words(out.read_bytes())
    assert "第1次送审" in words((tmp_path / "送审稿（送审单）.docx").read_bytes())


def test_the_signatures_come_before_the_lists_and_every_reason_is_whole() -> None:
    document = report(OLD, 2020)
    sign = sign_off(document, "第1次送审")
    reason = "专项清理时按文件逐件核对，" * 30
    items = [Item(f"第{n}处", reason) for n in range(40)]
    text = words(file_of_its_own(sign._replace(reviews=tuple(items), errors=("一处错误",))))
    assert text.index("签发") < text.index("一处错误") < text.index("第0处")
    assert text.count(reason) >= 40


def test_what_is_not_filled_is_told_apart_from_the_errors() -> None:
    texts = {"title": "年报"}
    blank = report(NEW, 2025, requests(new__legal=None), texts=texts)
    text = words(file_of_its_own(sign_off(blank, "第1次送审")))
    assert "错误0处，核实0处，提示0处，还有1处没有填。" in text
    assert "没有填的\n1．" in text
    assert "\n错误\n" not in text
    whole = sign_off(report(NEW, 2025, texts=texts), "第1次送审")
    assert "没有填" not in words(file_of_its_own(whole))


def test_of_a_long_text_the_place_where_it_was_changed_is_shown() -> None:
    sent, now = report(NEW, 2025), report(NEW, 2025)
    body = "一年来按时公开。" * 40
    sent.values["overview"] = body + "共214条。" + body
    now.values["overview"] = body + "共305条。" + body
    text = words(file_of_its_own(sign_off(now, "第2次送审", sent)))
    assert "共214条" in text
    assert "共305条" in text
    assert body not in text


def test_in_an_offices_template_without_a_place_for_the_fingerprint_the_sheet_stays_out(
    tmp_path: Path, sign: SignOff
) -> None:
    template = tmp_path / "本局模板.docx"
    made = docx.Document()
    made.add_paragraph("{{title}}")
    made.add_paragraph("{{overview}}")
    made.save(str(template))
    out = tmp_path / "送审稿.docx"
    written = jobs.write(report(NEW, 2025), out, CATALOG, template=template, sign=sign)
    assert "送审单" not in words(out.read_bytes())
    assert "第1次送审" in words((tmp_path / "送审稿（送审单）.docx").read_bytes())
    assert "problems" in {key for key, _, _ in written.missing}
    assert "overview" not in {key for key, _, _ in written.missing}


def test_long_lists_are_cut_with_a_count() -> None:
    sent = report(OLD, 2020)
    now = report(OLD, 2020)
    for number, key in enumerate(list(now.values)[:40]):
        if now.edition.fields[key].row is not None:
            now.values[key] = str(number + 7)
    text = words(file_of_its_own(sign_off(now, "第2次送审", sent)))
    assert "改动" in text
    assert "另有" in text
