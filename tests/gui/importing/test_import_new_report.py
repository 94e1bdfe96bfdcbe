"""A file becomes a new report: the start of the next year, or this year's going on."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk.checks.narrative import length
from reportdesk.formats.writers.word_form import form
from reportdesk.gui.context import Context
from reportdesk.gui.importing.words import entries
from reportdesk.paths import resource
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG, NEW, OLD, report, requests
from tests.gui.importing.conftest import Opened, OpenFile
from tests.gui.importing.keys import press, write
from tests.gui.importing.pages import page

SAMPLE = resource("samples", "yunxi-2025.docx")
GUIDE = Path(__file__).resolve().parents[3] / "docs" / "editions.md"


def made(dialog: Opened) -> Document:
    dialog.ui.takeButton.click()
    assert dialog.outcome is not None
    assert dialog.outcome.kind == "create"
    return dialog.outcome.document


def test_last_year_s_file_begins_the_next_year(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    assert dialog.ui.takeButton.text() == "开始 2026 年度：沿用 6 格和 4 段文字"
    document = made(dialog)
    file = reportdesk.read(SAMPLE, CATALOG)
    assert document.year == 2026
    assert document.values["requests.carried.person"] == file.values["requests.left.person"]
    assert document.previous is not None
    assert document.previous.year == 2025
    assert effective(document.previous) == file.values


def test_the_words_of_a_text_are_counted_as_on_its_page(
    open_file: OpenFile, tmp_path: Path
) -> None:
    texts = {"overview": "2025年共公开信息1249条，详见www.yunxi.gov.cn。"}
    dialog = open_file(page(tmp_path, report(NEW, 2025, texts=texts)))
    assert dialog.proposal is not None
    amounts = [entry.amount for entry in entries(dialog.proposal)]
    assert f"{length(texts['overview'])} 字" in amounts


def test_a_report_of_the_old_form_begins_one_of_the_new_with_its_notes(
    open_file: OpenFile, tmp_path: Path
) -> None:
    dialog = open_file(page(tmp_path, report(OLD, 2020, requests(left__person=2))))
    told = [row.doubt.words for row in dialog.page.doubts.rows.values()]
    document = made(dialog)
    assert document.edition is NEW
    assert document.values["requests.carried.person"] == "2"
    assert dialog.outcome is not None
    assert dialog.outcome.notes
    assert {note.rstrip("。") for note in dialog.outcome.notes} <= set(told)


def test_the_same_file_can_be_gone_on_with(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    dialog.ui.thisRadio.click()
    assert dialog.ui.takeButton.text().startswith("填入 ")
    document = made(dialog)
    file = reportdesk.read(SAMPLE, CATALOG)
    assert (document.year, document.previous) == (2025, None)
    assert effective(document) == file.values
    totals = {key for key, field in NEW.fields.items() if field.total}
    assert not totals & document.values.keys()
    assert {origin.file for origin in document.origins.values()} == {SAMPLE.name}
    assert document.origins.keys() == document.values.keys()


def test_a_file_without_a_year_asks_for_it(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, title=False))
    ui = dialog.ui
    assert not ui.takeButton.isEnabled()
    assert "哪一年" in ui.footerWords.text()
    assert dialog.focusWidget() is ui.yearBox
    ui.yearBox.setValue(2023)
    assert ui.takeButton.text().startswith("开始 2024 年度")
    document = made(dialog)
    assert document.year == 2024
    assert document.previous is not None
    assert document.previous.year == 2023


def test_the_first_step_from_an_unknown_year_goes_to_last_year(
    open_file: OpenFile, tmp_path: Path, context: Context
) -> None:
    dialog = open_file(page(tmp_path, title=False))
    dialog.ui.yearBox.stepUp()
    assert dialog.ui.yearBox.value() == context.today().year - 1


def test_a_file_of_the_very_year_is_no_last_years_report(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    dialog.ui.startBox.setValue(dialog.ui.yearBox.value())
    assert not dialog.ui.takeButton.isEnabled()
    assert "接着填" in dialog.ui.footerWords.text()


def test_another_year_than_the_next_can_be_begun(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    dialog.ui.startBox.setValue(2028)
    document = made(dialog)
    assert document.year == 2028
    assert "requests.carried.person" not in document.values


def test_a_year_without_a_form_is_refused_in_words(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    dialog.ui.startBox.setValue(2010)
    assert not dialog.ui.takeButton.isEnabled()
    assert "2010" in dialog.ui.footerWords.text()


def test_enter_in_a_year_ends_the_typing_and_takes_nothing(
    open_file: OpenFile, qtbot: QtBot
) -> None:
    dialog = open_file(SAMPLE)
    dialog.ui.yearBox.setFocus()
    dialog.ui.yearBox.selectAll()
    write(dialog.ui.yearBox, "2024")
    press(dialog.ui.yearBox, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.ui.takeButton.text().startswith("开始 2025 年度")


def test_enter_takes_and_escape_leaves(open_file: OpenFile, qtbot: QtBot) -> None:
    taking, leaving = open_file(SAMPLE), open_file(SAMPLE)
    press(taking.page.result, Qt.Key.Key_Return)
    assert taking.outcome is not None
    press(leaving.page.result, Qt.Key.Key_Escape)
    assert leaving.isHidden()
    assert leaving.outcome is None


def test_sections_that_are_not_ticked_are_not_taken(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    sections = {section.id: section for section in NEW.sections}
    cases = next(s for s in sections.values() if any(b.id == "requests" for b in s.blocks))
    dialog.page.bar.tabs[cases.id].check.click()
    assert dialog.page.bar.tabs[cases.id].entry.amount == "不填"
    assert dialog.ui.takeButton.text() == "开始 2026 年度：沿用 4 段文字"
    document = made(dialog)
    assert document.previous is not None
    assert not [key for key in document.previous.values if key.startswith("requests.")]
    assert not [key for key in document.values if key.startswith("requests.")]


def test_a_report_that_is_there_already_is_pointed_out_and_can_be_opened(
    open_file: OpenFile, store: DraftStore
) -> None:
    organ = reportdesk.read(SAMPLE, CATALOG).organ
    id = store.create(Document(NEW, 2026, {"organ": organ}))
    dialog = open_file(SAMPLE)
    assert "已有一份 2026 年度的报告" in dialog.ui.existingLabel.text()
    dialog.ui.thisRadio.click()
    assert dialog.ui.existingLabel.isHidden()
    dialog.ui.lastRadio.click()
    dialog.ui.existingButton.click()
    assert dialog.existing == id
    assert dialog.outcome is None
    assert dialog.result() == Opened.DialogCode.Accepted


def test_what_is_known_of_the_office_is_added(open_file: OpenFile, store: DraftStore) -> None:
    organ = reportdesk.read(SAMPLE, CATALOG).organ
    assert "organ_kind" in NEW.fields
    store.create(Document(NEW, 2020, {"organ": organ, "organ_kind": "部门"}))
    assert made(open_file(SAMPLE)).values["organ_kind"] == "部门"


def test_an_office_s_own_form_comes_in_the_same_way(
    open_file: OpenFile, tmp_path: Path, context: Context
) -> None:
    examples = re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    folder = tmp_path / "own"
    folder.mkdir()
    text = next(example for example in examples if "family" in example)
    (folder / "form.toml").write_text(text, encoding="utf-8")
    catalog = reportdesk.editions(folder)
    edition = next(e for e in catalog.values() if e.family != NEW.family)
    (folder / f"{edition.id}.docx").write_bytes(form(edition))
    context.catalog = catalog = reportdesk.editions(folder)
    edition = catalog[edition.id]
    entries = [k for k, f in edition.fields.items() if f.row is not None and not f.total]
    values = {key: str(number) for number, key in enumerate(entries)}
    values |= {text.id: "The year was quiet." for text in edition.texts}
    last = Document(edition, edition.first_year, {**values, "organ": "Harbour Office"})
    reportdesk.write(last, tmp_path / "return.docx", catalog)
    dialog = open_file(tmp_path / "return.docx")
    for section in edition.sections:
        dialog.page.show_section(section.id)
    document = made(dialog)
    assert document.edition is edition
    assert document.year == edition.first_year + 1
    assert document.values["cases.opening.citizens"] == values["cases.closing.citizens"]
    assert document.previous is not None
    assert effective(document.previous).items() >= effective(last).items()


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".rdesk"])
def test_every_format_of_our_own_comes_back_whole(
    open_file: OpenFile, tmp_path: Path, suffix: str
) -> None:
    document = report(NEW, 2024, requests(new__person=5, granted__person=5))
    reportdesk.write(document, tmp_path / f"报告{suffix}", CATALOG)
    dialog = open_file(tmp_path / f"报告{suffix}")
    dialog.ui.thisRadio.click()
    assert effective(made(dialog)).items() >= effective(document).items()
