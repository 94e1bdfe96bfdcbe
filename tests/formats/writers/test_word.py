"""A Word template is filled where its placeholders stand, and is otherwise left as it is."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from reportdesk.errors import TemplateError
from reportdesk.formats.writers import word
from reportdesk.formats.writers.word_form import form
from reportdesk.paths import shipped_catalog
from reportdesk.paths import template as shipped_template
from reportdesk.report.document import Document
from reportdesk.report.live import escaped

EDITION = shipped_catalog()["cn-2021"]


def report(**values: str) -> Document:
    return Document(EDITION, 2024, {"organ": "青禾市档案馆", **values})


def template(*paragraphs: tuple[str, ...]) -> bytes:
    """A Word file; each paragraph is given as the runs that it was split into."""
    document = docx.Document()
    for runs in paragraphs:
        paragraph = document.add_paragraph()
        for run in runs:
            paragraph.add_run(run)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def texts(data: bytes) -> list[str]:
    return [p.text for p in docx.Document(io.BytesIO(data)).paragraphs]


@pytest.mark.parametrize("id", ["cn-2019", "cn-2021"])
def test_the_shipped_template_is_what_the_script_makes(id: str) -> None:
    edition = shipped_catalog()[id]
    assert shipped_template(f"{id}.docx").read_bytes() == form(edition)


@pytest.mark.parametrize("id", ["cn-2019", "cn-2021"])
def test_a_template_has_a_place_for_every_figure_once(id: str) -> None:
    edition = shipped_catalog()[id]
    with zipfile.ZipFile(io.BytesIO(form(edition))) as package:
        text = package.read("word/document.xml").decode()
    for key, field in edition.fields.items():
        if field.row is not None:
            assert text.count(f"{{{{{key}}}}}") == 1, key


def test_a_placeholder_split_over_runs_is_filled() -> None:
    data = template(("本年共收到", "{{requests", ".new.", "person}}", "件。"))
    filled = word.render(report(**{"requests.new.person": "12"}), data, draft=False)
    assert texts(filled) == ["本年共收到12件。"]


def test_a_narrative_has_as_many_paragraphs_as_were_written() -> None:
    filled = word.render(
        report(overview="第一段。\n第二段。"), template(("{{overview}}",)), draft=False
    )
    assert texts(filled) == ["第一段。", "第二段。"]


def test_what_is_blank_leaves_no_paragraph() -> None:
    filled = word.render(report(), template(("甲",), ("{{number}}",), ("乙",)), draft=False)
    assert texts(filled) == ["甲", "乙"]


def test_braces_in_the_clerks_own_words_stay_words() -> None:
    own = "写作{{requests.new.person}}的只是文字。"
    filled = word.render(report(overview=escaped(own)), template(("{{overview}}",)), draft=False)
    assert texts(filled) == [own]


def test_words_that_look_like_the_templates_own_places_stay_words() -> None:
    own = "{{more}}\n{{organ}}\n{{number}}{{nothing}}"
    data = template(("{{overview}}",), ("前后{{preamble}}",), ("{{more}}",))
    filled = word.render(report(overview=own, preamble=own, problems="忙。"), data, draft=False)
    assert texts(filled)[:3] == own.split("\n")
    assert texts(filled)[3] == f"前后{own}"
    assert texts(filled)[-1].endswith("忙。")


def test_an_unknown_placeholder_is_named_and_nothing_is_made() -> None:
    with pytest.raises(TemplateError, match=r"requests\.nwe\.person"):
        word.render(report(), template(("{{requests.nwe.person}}",)), draft=False)


def test_what_the_template_does_not_mention_stands_where_more_is() -> None:
    filled = word.render(
        report(others="无其他事项。"), template(("{{more}}",), ("末",)), draft=False
    )
    lines = texts(filled)
    assert lines[-1] == "末"
    assert any(line.endswith("无其他事项。") for line in lines)


def test_a_draft_on_a_template_without_its_mark_says_so_first() -> None:
    assert texts(word.render(report(), template(("甲",)), draft=True)) == ["草稿", "甲"]


def test_characters_that_xml_cannot_hold_are_left_out() -> None:
    filled = word.render(
        report(overview="甲\x00乙\x0b丙"), template(("{{overview}}",)), draft=False
    )
    assert texts(filled) == ["甲乙丙"]


def test_a_file_that_is_no_word_file_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "模板.docx"
    wrong.write_bytes(b"not a package")
    with pytest.raises(TemplateError, match="模板"):
        word.render(report(), wrong, draft=False)


def test_a_waiting_total_is_empty_and_a_reckoned_one_is_printed() -> None:
    data = template(("[{{requests.new.total}}]",))
    row = {f"requests.new.{c}": "1" for c in ("person", "company", "research", "charity", "legal")}
    assert texts(word.render(report(**row), data, draft=False)) == ["[]"]
    row["requests.new.other"] = "2"
    assert texts(word.render(report(**row), data, draft=False)) == ["[7]"]
