"""An office's own form, filled: every figure in its cell, all else as it was."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from reportdesk import jobs
from reportdesk.errors import TemplateError
from reportdesk.form.edition import Edition
from reportdesk.formats.filling.form import fill
from reportdesk.formats.filling.looks import usual_size
from reportdesk.formats.filling.plan import plan
from reportdesk.formats.readback import read_back
from reportdesk.formats.readers.opening import story_of
from reportdesk.formats.recognise.report import Recognition
from reportdesk.formats.writers.word import render
from reportdesk.formats.writers.word_parts import W
from reportdesk.formats.writers.word_places import places_in
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import CATALOG, NEW, OLD, cells, report
from tests.formats.filling import forms

SHARED = Path(__file__).resolve().parents[4] / "shared"
NARRATIVES = {
    "overview": "一年来，我局按时公开各类信息。\n（一）主动公开\n全年公开信息214条。\n"
    "（二）依申请公开\n收到的申请都在期限内答复。\n（三）政府信息管理\n逐件核对公开属性。",
    "problems": "（一）存在的主要问题\n更新不够及时。\n（二）改进情况\n专人每周核对一次。",
    "others": "本年度未收取信息处理费。",
    "signature": "云溪县水务局",
    "date": "2026年1月16日",
}
FORMS: dict[str, Callable[[Edition], bytes]] = {
    "red head": forms.red_headed,
    "landscape": forms.with_landscape,
    "empty": forms.blanked,
    "content controls": forms.in_content_controls,
}


def filled_report(edition: Edition, first: int = 1000) -> Document:
    """A report in which every figure is another number."""
    figures = {key: str(first + n) for n, key in enumerate(cells(edition))}
    return report(edition, 2025, figures, texts=NARRATIVES)


def parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        return {entry.filename: source.read(entry) for entry in source.infolist()}


def figures_in(data: bytes, edition: Edition) -> dict[str, str]:
    reading = Recognition(story_of(data, "x.docx"), edition, "x.docx").run()
    fields = edition.fields
    return {k: v for k, v in reading.values.items() if fields[k].row is not None}


def wanted(document: Document) -> dict[str, str]:
    fields = document.edition.fields
    return {k: v for k, v in effective(document).items() if fields[k].row is not None}


@pytest.mark.parametrize("name", FORMS)
def test_every_figure_stands_in_its_cell_and_every_sentence_under_its_heading(name: str) -> None:
    document = filled_report(NEW)
    data, planned = fill(document, FORMS[name](NEW), "form.docx", draft=False)
    assert figures_in(data, NEW) == wanted(document)
    compared = read_back(document, data, "x.docx", {key for key, _, _ in planned.missing})
    assert compared.wrong == ()
    assert compared.unseen == 0


def test_the_form_of_the_older_edition_is_filled_too() -> None:
    document = filled_report(OLD)
    data, _ = fill(document, forms.red_headed(OLD), "form.docx", draft=False)
    assert figures_in(data, OLD) == wanted(document)


@pytest.mark.parametrize("name", FORMS)
def test_all_parts_but_the_text_stay_as_they_were_to_the_byte(name: str) -> None:
    form = FORMS[name](NEW)
    data, _ = fill(filled_report(NEW), form, "form.docx", draft=False)
    before, after = parts(form), parts(data)
    assert list(after) == list(before)
    changed = {part for part in before if before[part] != after[part]}
    assert changed <= {"word/document.xml", "docProps/core.xml"}


def test_the_names_of_persons_are_emptied_and_nothing_else_in_the_properties() -> None:
    form = forms.red_headed(NEW)
    data, _ = fill(filled_report(NEW), form, "form.docx", draft=False)
    before = parts(form)["docProps/core.xml"].decode()
    after = parts(data)["docProps/core.xml"].decode()
    assert "张三" in before
    assert "李四" in before
    assert after == before.replace("张三", "").replace("李四", "")


def test_head_landscape_page_footer_and_what_the_superior_wrote_stay() -> None:
    data, _ = fill(filled_report(NEW), forms.red_headed(NEW), "form.docx", draft=False)
    document = docx.Document(io.BytesIO(data))
    assert document.paragraphs[0].text == "云溪县政务公开领导小组办公室文件"
    assert document.sections[0].footer.paragraphs[0].text == "联系电话：0999-5550100"
    data, _ = fill(filled_report(NEW), forms.with_landscape(NEW), "form.docx", draft=False)
    document = docx.Document(io.BytesIO(data))
    wide = [section.page_width > section.page_height for section in document.sections]  # type: ignore[operator]
    assert wide == [False, True, False]
    assert document.paragraphs[-1].text.startswith("填表说明")


def test_prompts_and_sample_names_go() -> None:
    data, _ = fill(filled_report(NEW), forms.red_headed(NEW), "form.docx", draft=False)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    assert "文字描述" not in text
    assert "××" not in text
    assert "2025年1月10日" not in text
    assert "2026年1月16日" in text


def test_narratives_take_the_look_of_the_place() -> None:
    data, _ = fill(filled_report(NEW), forms.red_headed(NEW), "form.docx", draft=False)
    made = docx.Document(io.BytesIO(data))
    body = [p for p in made.paragraphs if "一年来" in p.text]
    assert [p.paragraph_format.first_line_indent.pt for p in body] == [32.0]  # type: ignore[union-attr]


def test_last_years_report_is_a_form_and_nothing_of_last_year_is_left() -> None:
    last = filled_report(NEW, 1000)
    form = render(last, None, draft=False)
    assert places_in(form) == ()
    this = filled_report(NEW, 5000)
    this.year = 2026
    this.values["overview"] = NARRATIVES["overview"].replace("214", "305")
    this.values["date"] = "2027年1月18日"
    data, planned = fill(this, form, "last.docx", CATALOG, draft=False)
    assert planned.missing == ()
    assert figures_in(data, NEW) == wanted(this)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    assert "305条" in text
    assert "214" not in text
    assert "2026年1月16日" not in text
    assert "2027年1月18日" in text
    assert "2026年政府信息公开工作年度报告" in text.replace("\n", "")


def test_a_form_that_has_the_words_already_is_not_touched_at_all() -> None:
    document = filled_report(NEW)
    form = render(document, None, draft=False)
    _, planned = fill(document, form, "same.docx", draft=False)
    assert planned.changes == 0


def test_what_is_blank_in_the_report_is_blank_in_the_form() -> None:
    form = render(filled_report(NEW), None, draft=False)
    empty = Document(NEW, 2026, {"organ": "云溪县水务局"})
    data, _ = fill(empty, form, "last.docx", draft=False)
    assert figures_in(data, NEW) == {}
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    assert "214" not in text


def test_what_has_no_place_is_listed_with_its_value() -> None:
    document = filled_report(NEW)
    document.values["preamble"] = "根据条例编制。"
    planned = plan(document, forms.red_headed(NEW), "form.docx")
    assert [(key, value) for key, _, value in planned.missing] == [("preamble", "根据条例编制。")]


def test_a_figure_in_the_form_that_is_in_no_blank_is_told() -> None:
    made = docx.Document(io.BytesIO(forms.red_headed(NEW)))
    row = made.tables[1].add_row().cells
    row[0].text, row[3].text = "五、本表没有的一行", "37"
    stream = io.BytesIO()
    made.save(stream)
    planned = plan(filled_report(NEW), stream.getvalue(), "form.docx")
    assert any("没有认出" in note and "37" in note for note in planned.notes)


def test_a_draft_is_marked_as_its_first_line() -> None:
    data, _ = fill(filled_report(NEW), forms.red_headed(NEW), "form.docx", draft=True)
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "草稿"


def test_the_form_of_another_edition_is_refused_in_words() -> None:
    with pytest.raises(TemplateError, match=r"60号.*30号"):
        fill(filled_report(NEW), forms.red_headed(OLD), "旧表.docx", CATALOG, draft=False)


@pytest.mark.parametrize("content", [b"", b"PK", b"no word file at all"])
def test_a_file_that_is_no_form_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(TemplateError, match="没有写出任何文件"):
        fill(filled_report(NEW), content, "坏的.docx", CATALOG, draft=False)


def test_a_letter_is_no_form() -> None:
    made = docx.Document()
    made.add_paragraph("关于召开会议的通知")
    stream = io.BytesIO()
    made.save(stream)
    with pytest.raises(TemplateError, match="没有认出"):
        fill(filled_report(NEW), stream.getvalue(), "通知.docx", CATALOG, draft=False)


def test_a_picture_among_the_narrative_stays() -> None:
    document = filled_report(NEW)
    form = parts(render(document, None, draft=False))
    xml = form["word/document.xml"].decode()
    at = xml.index("全年公开信息214条")
    end = xml.index("</w:p>", at)
    form["word/document.xml"] = (xml[:end] + "<w:r><w:drawing/></w:r>" + xml[end:]).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in form.items():
            package.writestr(name, data)
    document.values["overview"] = "今年改了说法。"
    data, _ = fill(document, out.getvalue(), "form.docx", draft=False)
    after = parts(data)["word/document.xml"].decode()
    assert "<w:drawing/>" in after
    assert "214" not in after


def test_writing_through_a_form_says_what_was_compared_and_what_is_missing(tmp_path: Path) -> None:
    form = tmp_path / "上级表.docx"
    form.write_bytes(forms.red_headed(NEW))
    document = filled_report(NEW)
    document.values["preamble"] = "根据条例编制。"
    written = jobs.write(document, tmp_path / "out.docx", CATALOG, template=form)
    assert written.same == len(wanted(document))
    assert written.unseen == 0
    assert [key for key, _, _ in written.missing] == ["preamble"]
    assert figures_in((tmp_path / "out.docx").read_bytes(), NEW) == wanted(document)


def test_a_form_may_not_be_overwritten_by_what_is_made_of_it(tmp_path: Path) -> None:
    form = tmp_path / "上级表.docx"
    form.write_bytes(forms.red_headed(NEW))
    with pytest.raises(Exception, match="不能就是"):
        jobs.write(filled_report(NEW), form, CATALOG, template=form)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_a_form_that_another_program_saved_is_filled_too(tmp_path: Path) -> None:
    (tmp_path / "form.docx").write_bytes(forms.red_headed(NEW))
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx",
         "--outdir", str(tmp_path / "saved"), str(tmp_path / "form.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )  # fmt: skip
    document = filled_report(NEW)
    form = (tmp_path / "saved" / "form.docx").read_bytes()
    data, _ = fill(document, form, "form.docx", CATALOG, draft=False)
    assert figures_in(data, NEW) == wanted(document)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real forms are not beside the repository")
def test_the_official_blank_form_is_filled_whole() -> None:
    form = next((SHARED / "forms").glob("*.docx")).read_bytes()
    document = filled_report(NEW)
    data, planned = fill(document, form, "official.docx", CATALOG, draft=False)
    assert figures_in(data, NEW) == wanted(document)
    assert {key for key, _, _ in planned.missing} == {"signature", "date"}
    before, after = parts(form), parts(data)
    assert {n for n in before if before[n] != after[n]} <= {
        "word/document.xml",
        "docProps/core.xml",
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not beside the repository")
@pytest.mark.parametrize("name", ["hongze-2024", "pingtan-2022"])
def test_a_real_report_is_a_form_and_none_of_its_figures_is_left(name: str) -> None:
    form = (SHARED / "cases" / f"{name}.docx").read_bytes()
    document = filled_report(NEW)
    data, planned = fill(document, form, name, CATALOG, draft=False)
    left_out = {key for key, _, _ in planned.missing}
    assert read_back(document, data, "x.docx", left_out).wrong == ()
    found = figures_in(data, NEW)
    assert all(found[key] == value for key, value in wanted(document).items() if key in found)
    text = re.sub(r"<[^>]+>", "", parts(data)["word/document.xml"].decode())
    assert "云溪县水务局" in text


def sizes_of_figures(data: bytes) -> set[str | None]:
    """The sizes in which the figures of the largest table stand."""
    table = max(docx.Document(io.BytesIO(data)).tables, key=lambda t: len(t.rows))._tbl  # pyright: ignore
    found: set[str | None] = set()
    for run in table.iter(qn("w:r")):
        text = "".join(t.text or "" for t in run.iter(qn("w:t")))
        size = run.find(f"{qn('w:rPr')}/{qn('w:sz')}")
        if text.isdigit():
            found.add(size.get(qn("w:val")) if size is not None else None)
    return found


def small_report() -> Document:
    return report(NEW, 2025, dict.fromkeys(cells(NEW), 1), texts=NARRATIVES)


@pytest.mark.parametrize("left_out", [0, 1, 3])
def test_figures_of_a_table_look_alike_where_some_empty_cells_have_no_size(left_out: int) -> None:
    form = forms.sized_cells(NEW, "21", unsized=left_out)
    data, _ = fill(small_report(), form, "form.docx", draft=False)
    assert sizes_of_figures(data) == {"21"}


def test_a_cell_with_words_of_its_own_keeps_its_look() -> None:
    form = forms.sized_cells(NEW, "21", unsized=2, sample="0")
    data, _ = fill(small_report(), form, "form.docx", draft=False)
    assert sizes_of_figures(data) == {"21", None}


def test_where_no_figure_says_a_size_they_take_that_of_the_labels() -> None:
    data, _ = fill(small_report(), forms.red_headed(NEW), "form.docx", draft=False)
    assert sizes_of_figures(data) == {"18"}


def test_a_figure_too_long_for_its_cell_is_set_smaller_and_no_other() -> None:
    document = small_report()
    largest = max(NEW.tables, key=lambda table: sum(1 for _ in table.cells()))
    document.values[cells(NEW, block=largest.id)[0]] = "123456789012"
    data, _ = fill(document, forms.sized_cells(NEW, "21", unsized=0), "form.docx", draft=False)
    assert "21" in sizes_of_figures(data)
    others = sizes_of_figures(data) - {"21"}
    # The figure itself, and the total that is as long.
    assert others == {"10"}


@pytest.mark.parametrize(
    ("styles", "size"),
    [
        ("", 20),
        ("<no xml", 20),
        ("<w:docDefaults><w:rPrDefault>{}</w:rPrDefault></w:docDefaults>", 24),
        ('<w:style w:type="paragraph" w:default="1">{}</w:style>', 24),
        ('<w:style w:type="character" w:default="1">{}</w:style>', 20),
    ],
)
def test_the_usual_size_is_that_of_the_styles(styles: str, size: int) -> None:
    inside = styles.format('<w:rPr><w:sz w:val="24"/></w:rPr>')
    assert usual_size(f'<w:styles xmlns:w="{W}">{inside}</w:styles>'.encode()) == size
    assert usual_size(inside.encode()) == 20
