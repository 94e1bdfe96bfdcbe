"""The gallery of Word templates on screen: what is kept, what each would make of the report."""

import io
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.context import Context
from reportdesk.gui.dialogs.templates import TemplatesDialog
from reportdesk.gui.dialogs.templates_model import Purpose
from reportdesk.gui.review.asking import Asking
from reportdesk.gui.session import Session
from tests.builders import NEW, OLD, report
from tests.formats.filling import forms
from tests.formats.filling.test_filling import filled_report
from tests.gui.conftest import OpenSession

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(open_session: OpenSession) -> Session:
    document = filled_report(NEW)
    document.values["preamble"] = "根据条例编制。"
    return open_session(document)


@pytest.fixture
def form(tmp_path: Path) -> Path:
    file = tmp_path / "上级表.docx"
    file.write_bytes(forms.red_headed(NEW))
    return file


def opened(
    qtbot: QtBot, session: Session, context: Context, purpose: Purpose = "keep"
) -> TemplatesDialog:
    dialog = TemplatesDialog(session, context, purpose)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, context: Context, form: Path) -> TemplatesDialog:
    dialog = opened(qtbot, session, context)
    dialog.ask_file = lambda: form
    return dialog


def names(dialog: TemplatesDialog) -> list[str]:
    return [dialog.ui.list.item(row).text() for row in range(dialog.ui.list.count())]


def shown(dialog: TemplatesDialog) -> list[tuple[str, str]]:
    return [(row.does, row.name) for row in dialog.model.rows]


def test_the_built_in_template_is_there_and_in_use(dialog: TemplatesDialog) -> None:
    assert names(dialog) == [f"自带模板（{NEW.basis}）　在用"]
    assert "没有位置" not in dialog.ui.summary.text()
    assert not dialog.ui.use.isEnabled()
    assert not dialog.ui.remove.isEnabled()


def test_an_added_form_is_judged_before_it_is_used(dialog: TemplatesDialog) -> None:
    QTest.mouseClick(dialog.ui.add, LEFT)
    assert names(dialog)[1] == "上级表"
    assert dialog.ui.summary.text() == "将填入 200 格、15 段文字；1 项没有位置，不会写进文件。"
    assert shown(dialog)[0] == ("没有位置", "封面信息 › 开头的说明")
    assert ("填入", "二、主动公开 › 规章 × 本年制发") in shown(dialog)
    assert dialog.ui.use.isEnabled()
    QTest.mouseClick(dialog.ui.use, LEFT)
    assert names(dialog)[1] == "上级表　在用"
    assert dialog.isVisible()
    chosen = dialog.templates.chosen(NEW)
    assert chosen is not None
    assert chosen.name == "上级表.docx"
    assert dialog.templates.chosen(OLD) is None


def test_the_choice_follows_a_new_name_and_ends_with_its_form(
    dialog: TemplatesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.add()
    dialog.use()
    dialog.ui.list.currentItem().setText("红头")
    assert names(dialog)[1] == "红头　在用"
    chosen = dialog.templates.chosen(NEW)
    assert chosen is not None
    assert chosen.name == "红头.docx"

    def no(*_: object) -> bool:
        return False

    def yes(*_: object) -> bool:
        return True

    monkeypatch.setattr("reportdesk.gui.dialogs.templates.sure", no)
    QTest.mouseClick(dialog.ui.remove, LEFT)
    assert len(names(dialog)) == 2
    monkeypatch.setattr("reportdesk.gui.dialogs.templates.sure", yes)
    QTest.mouseClick(dialog.ui.remove, LEFT)
    assert names(dialog) == [f"自带模板（{NEW.basis}）　在用"]
    assert dialog.templates.chosen(NEW) is None


def test_the_name_is_edited_in_the_list(dialog: TemplatesDialog) -> None:
    dialog.add()
    dialog.use()
    QTest.mouseClick(dialog.ui.rename, LEFT)
    assert dialog.ui.list.currentItem().text() == "上级表", "without the words beside it"


def test_what_is_no_word_file_is_told(dialog: TemplatesDialog, tmp_path: Path) -> None:
    other = tmp_path / "旧.doc"
    other.write_bytes(b"old")
    dialog.ask_file = lambda: other
    QTest.mouseClick(dialog.ui.add, LEFT)
    assert "另存为 .docx" in dialog.ui.told.text()
    assert len(names(dialog)) == 1


def test_a_template_that_names_what_there_is_not_cannot_be_used(
    dialog: TemplatesDialog, tmp_path: Path
) -> None:
    made = docx.Document()
    made.add_paragraph("{{title}} {{no_such}}")
    stream = io.BytesIO()
    made.save(stream)
    (tmp_path / "错.docx").write_bytes(stream.getvalue())
    dialog.ask_file = lambda: tmp_path / "错.docx"
    dialog.add()
    assert shown(dialog)[0] == ("不认识", "{{no_such}}")
    assert "1 个占位符不认识" in dialog.ui.summary.text()
    assert not dialog.ui.use.isEnabled()


def test_the_form_of_another_edition_says_why_not(dialog: TemplatesDialog, tmp_path: Path) -> None:
    (tmp_path / "旧表.docx").write_bytes(forms.red_headed(OLD))
    dialog.ask_file = lambda: tmp_path / "旧表.docx"
    dialog.add()
    assert "不能用作模板" in dialog.ui.summary.text()
    assert "没有写出任何文件" not in dialog.ui.summary.text()
    assert not dialog.ui.found.isVisible()
    assert not dialog.ui.use.isEnabled()


def test_a_file_from_elsewhere_can_be_filled_without_being_kept(
    qtbot: QtBot, session: Session, context: Context, form: Path
) -> None:
    dialog = opened(qtbot, session, context, "fill")
    assert dialog.windowTitle() == dialog.ui.title.text() == "填入上级下发的空表"
    assert names(dialog) == []  # nobody sends the program's own template to be filled
    assert "选上级下发的 Word 文件" in dialog.ui.summary.text()
    assert not dialog.ui.use.isEnabled()
    dialog.ask_file = lambda: None
    assert not dialog.look_at_other()
    dialog.ask_file = lambda: form
    QTest.mouseClick(dialog.ui.other, LEFT)
    assert names(dialog) == ["上级表.docx"]
    assert dialog.ui.use.text() == "填入，另存为…"
    QTest.mouseClick(dialog.ui.use, LEFT)
    assert dialog.chosen == form
    assert dialog.result() == TemplatesDialog.DialogCode.Accepted
    assert dialog.templates.gallery.forms() == []
    assert context.settings.templates == ()


def test_the_file_is_asked_for_first_where_the_office_keeps_no_form(
    session: Session,
    context: Context,
    form: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    asked: list[str] = []
    files: list[Path | None] = [None, form]

    def choose(dialog: TemplatesDialog) -> Path | None:
        asked.append("file")
        return files.pop(0)

    def run(dialog: TemplatesDialog) -> int:
        asked.append("dialog")
        assert dialog.entry is not None
        assert dialog.entry.path == form
        dialog.use()
        return dialog.result()

    monkeypatch.setattr(TemplatesDialog, "_choose_file", choose)
    monkeypatch.setattr(TemplatesDialog, "exec", run)
    window = QWidget()
    qtbot.addWidget(window)
    asking = Asking(session, context, window)
    assert asking.form() is None
    assert asked == ["file"]
    assert asking.form() == form
    assert asked == ["file", "file", "dialog"]


def test_places_are_told_by_the_words_of_the_form_and_their_own_name_only_as_help(
    qtbot: QtBot, session: Session, context: Context
) -> None:
    dialog = opened(qtbot, session, context)
    model = dialog.model
    seen = [str(model.index(r, c).data()) for r in range(model.rowCount()) for c in range(4)]
    assert not any("{{" in words for words in seen)
    assert dialog.ui.found.isColumnHidden(2)
    row = next(n for n, each in enumerate(model.rows) if each.place == "{{requests.new.person}}")
    assert model.index(row, 1).data() == model.rows[row].name
    assert "自然人" in model.rows[row].name
    tip = model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("模板里的占位符：{{requests.new.person}}")


def test_before_an_export_the_clerk_may_go_back_to_the_built_in_template(
    qtbot: QtBot, session: Session, context: Context, form: Path
) -> None:
    before = opened(qtbot, session, context)
    before.ask_file = lambda: form
    before.add()
    before.use()
    dialog = opened(qtbot, session, context, "export")
    assert dialog.entry is not None
    assert dialog.entry.kind == "own"
    dialog.ui.list.setCurrentRow(0)
    QTest.mouseClick(dialog.ui.use, LEFT)
    assert dialog.chosen == dialog.templates.built_in(NEW)
    assert dialog.templates.chosen(NEW) is None


def test_the_built_in_template_can_be_saved_to_be_changed_and_added(
    dialog: TemplatesDialog, tmp_path: Path
) -> None:
    out = tmp_path / "改.docx"
    dialog.ask_path = lambda _suggested: out
    QTest.mouseClick(dialog.ui.copy, LEFT)
    built_in = dialog.templates.built_in(NEW)
    assert built_in is not None
    assert out.read_bytes() == built_in.read_bytes()
    assert str(out) in dialog.ui.told.text()
    dialog.ask_file = lambda: out
    dialog.add()
    assert dialog.judgement is not None
    assert dialog.judgement.whole
    dialog.ask_path = lambda _suggested: tmp_path / "没有" / "改.docx"
    dialog.save_copy()
    assert "文件夹不存在" in dialog.ui.told.text()


def test_the_folder_is_made_and_opened(
    dialog: TemplatesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def open_url(url: QUrl) -> None:
        shown.append(url.toLocalFile())

    monkeypatch.setattr("reportdesk.gui.dialogs.templates.QDesktopServices.openUrl", open_url)
    QTest.mouseClick(dialog.ui.folder, LEFT)
    assert Path(shown[0]).is_dir()
    assert Path(shown[0]).name == "templates"


def test_a_report_that_is_empty_is_judged_as_well(
    qtbot: QtBot, open_session: OpenSession, context: Context, form: Path
) -> None:
    session = open_session(report(NEW, 2025, texts={"overview": "", "problems": "", "others": ""}))
    dialog = opened(qtbot, session, context)
    dialog.ask_file = lambda: form
    dialog.add()
    assert dialog.judgement is not None
    assert dialog.judgement.whole
