"""An office's own forms: copies in a folder, and what each would make of a report."""

import io
from pathlib import Path

import docx
import pytest

from reportdesk.errors import TemplateError, WriteError
from reportdesk.form.edition import Edition
from reportdesk.formats.gallery import Gallery
from reportdesk.formats.judging import judge
from tests.builders import CATALOG, NEW, OLD, report
from tests.formats.filling import forms
from tests.formats.filling.test_filling import filled_report


@pytest.fixture
def gallery(tmp_path: Path) -> Gallery:
    return Gallery(tmp_path / "data" / "templates")


@pytest.fixture
def form(tmp_path: Path) -> Path:
    file = tmp_path / "上级表.docx"
    file.write_bytes(forms.red_headed(NEW))
    return file


def names(gallery: Gallery) -> list[str]:
    return [form.name for form in gallery.forms()]


def with_places(folder: Path, *paragraphs: str) -> Path:
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    stream = io.BytesIO()
    made.save(stream)
    (folder / "模板.docx").write_bytes(stream.getvalue())
    return folder / "模板.docx"


def test_a_form_is_kept_as_a_copy_and_once(gallery: Gallery, form: Path) -> None:
    assert gallery.forms() == []
    kept = gallery.add(form)
    assert gallery.add(form) == kept
    assert names(gallery) == ["上级表.docx"]
    assert kept.read_bytes() == form.read_bytes()
    form.write_bytes(b"PK another")
    assert gallery.add(form).name == "上级表（2）.docx"
    assert gallery.find("上级表.docx") == kept
    assert gallery.find("没有.docx") is None


def test_names_are_made_such_as_any_system_takes(gallery: Gallery, form: Path) -> None:
    kept = gallery.rename(gallery.add(form), '红头 "A/B" ')
    assert names(gallery) == ["红头 AB.docx"]
    assert gallery.rename(kept, "") == kept
    assert gallery.rename(kept, "红头 AB") == kept
    (gallery.folder / "~$红头 AB.docx").write_bytes(b"")
    assert names(gallery) == ["红头 AB.docx"]
    gallery.remove(kept)
    gallery.remove(kept)
    assert names(gallery) == []


def test_a_form_is_not_renamed_onto_another(gallery: Gallery, form: Path, tmp_path: Path) -> None:
    one = gallery.add(form)
    two = gallery.add(with_places(tmp_path, "{{title}}"))
    assert gallery.rename(two, one.stem).name == "上级表（2）.docx"
    assert len(gallery.forms()) == 2


@pytest.mark.parametrize("content", [b"", b"old word", None])
def test_what_is_no_word_file_is_refused_in_words(
    gallery: Gallery, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "旧.doc"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TemplateError, match="没有添加"):
        gallery.add(file)
    assert gallery.forms() == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, form: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WriteError, match="模板文件夹"):
        Gallery(tmp_path / "file" / "templates").add(form)


def test_a_form_filled_by_its_labels_is_judged_blank_by_blank(form: Path) -> None:
    document = filled_report(NEW)
    document.values["preamble"] = "根据条例编制。"
    found = judge(document, form, CATALOG)
    assert not found.by_places
    assert found.cells == 200
    assert found.texts == 15
    assert found.emptied == 0
    assert [(key, value) for key, _, value in found.missing] == [("preamble", "根据条例编制。")]
    assert not found.whole
    assert not found.carries_sheet
    first = found.items[0]
    assert (first.before, first.after) == ("", document.values[first.key])


def test_what_a_filled_form_loses_is_counted(tmp_path: Path) -> None:
    from reportdesk import jobs

    last = tmp_path / "去年.docx"
    jobs.write(filled_report(NEW), last, CATALOG)
    this = report(NEW, 2026)
    keys = [key for key, field in NEW.fields.items() if field.row is not None]
    for key in keys[:5]:
        this.values.pop(key, None)
    found = judge(this, last, CATALOG)
    assert found.emptied == 7, "the five, signature and date of last year's"


def test_a_template_with_places_tells_what_it_has_and_what_it_lacks(tmp_path: Path) -> None:
    template = with_places(tmp_path, "{{title}}", "{{overview}}", "{{ no_such }}", "{{year}}")
    found = judge(report(NEW), template, CATALOG)
    assert found.by_places
    assert [item.key for item in found.items] == ["title", "overview"]
    assert found.unknown == ("no_such",)
    assert "problems" in {key for key, _, _ in found.missing}
    assert not found.carries_sheet


def test_a_template_with_a_place_for_the_rest_lacks_nothing(tmp_path: Path) -> None:
    template = with_places(tmp_path, "{{headline}}", "{{more}}", "{{fingerprint}}")
    found = judge(report(NEW), template, CATALOG)
    assert found.whole
    assert found.carries_sheet


@pytest.mark.parametrize("edition", [OLD, NEW], ids=["2019", "2021"])
def test_the_built_in_templates_lack_nothing(edition: Edition) -> None:
    template = CATALOG.template(edition.id)
    assert template is not None
    found = judge(filled_report(edition), template, CATALOG)
    assert found.whole
    assert found.carries_sheet


def test_the_form_of_another_edition_is_no_template(tmp_path: Path) -> None:
    file = tmp_path / "旧表.docx"
    file.write_bytes(forms.red_headed(OLD))
    with pytest.raises(TemplateError, match="不能用作模板"):
        judge(report(NEW), file, CATALOG)
