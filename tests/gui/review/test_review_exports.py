"""The ways out without a screen: where files go, what they are called, and what can go wrong."""

import json
from pathlib import Path

import pytest

import reportdesk
from reportdesk.gui.context import Context
from reportdesk.gui.review.exports import Exporter
from reportdesk.gui.review.way import WAYS, Way
from reportdesk.gui.session import Session
from reportdesk.report.document import Document
from tests.builders import CATALOG, NEW, report, requests
from tests.gui.conftest import OpenSession

GOOD = {"title": "云溪县水务局2025年政府信息公开工作年度报告"}
BROKEN = requests(new__person=60, granted__person=61)


class Desk:
    """An exporter, and what it was asked."""

    def __init__(self, session: Session, context: Context, folder: Path) -> None:
        self.session, self.context = session, context
        self.answer: Path | None = None
        self.asked: list[tuple[str, Path, str]] = []
        self.exporter = Exporter(session, context, self.choose, folder)

    def choose(self, title: str, suggested: Path, kind: str) -> Path | None:
        self.asked.append((title, suggested, kind))
        return self.answer


def desk(
    open_session: OpenSession, context: Context, tmp_path: Path, document: Document | None = None
) -> Desk:
    document = document if document is not None else report(NEW, 2025, texts=GOOD)
    return Desk(open_session(document), context, tmp_path)


def way(id: str) -> Way:
    return next(way for way in WAYS if way.id == id)


@pytest.mark.parametrize("each", [way for way in WAYS if way.id != "form"], ids=lambda way: way.id)
def test_every_way_writes_a_file_that_is_read_back(
    open_session: OpenSession, context: Context, tmp_path: Path, each: Way
) -> None:
    there = desk(open_session, context, tmp_path)
    there.answer = tmp_path / "out" / f"年报{each.suffix}"
    there.answer.parent.mkdir()
    outcome = there.exporter.export(each)
    assert outcome is not None
    assert outcome.written, outcome.words
    assert outcome.words == f"已导出{each.done}到 {there.answer}"
    assert context.settings.export_folder == str(tmp_path / "out")
    if each.id == "data":
        outline = json.loads(there.answer.read_text(encoding="utf-8"))
        assert (outline["organ"], outline["year"]) == ("云溪县水务局", 2025)
        return
    reading = reportdesk.read(there.answer, CATALOG)
    assert reading.organ == "云溪县水务局"
    assert reading.year == 2025
    assert context.settings.export_folder == str(tmp_path / "out")
    assert there.exporter.folder == tmp_path / "out"


def test_the_final_document_is_not_marked_and_the_draft_is(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path)
    for id, marked in (("final", False), ("draft", True)):
        there.exporter.write(way(id), tmp_path / f"{id}.docx")
        assert ("草稿" in words_of(tmp_path / f"{id}.docx")) is marked


def words_of(docx: Path) -> str:
    import re
    import zipfile

    with zipfile.ZipFile(docx) as package:
        parts = [package.read(n).decode() for n in package.namelist() if n.endswith(".xml")]
    return re.sub(r"<[^>]+>", "", "".join(parts))


def test_what_is_in_the_way_of_the_final_document_is_told(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path, report(NEW, 2025, BROKEN, texts=GOOD))
    assert there.exporter.obstacle == "改好 1 处错误后可导出"
    there.session.edit({"requests.left.other": None, "overview": None}, "清除")
    assert there.exporter.obstacle == "改好 1 处错误、填完 2 处空白后可导出"
    there.session.edit({"requests.new.person": "61"}, "填写")
    assert there.exporter.obstacle == "填完 2 处空白后可导出"
    there.session.edit({"requests.left.other": "0", "overview": "一年来按时公开。"}, "填写")
    assert there.exporter.obstacle == ""


def test_a_final_document_with_an_error_in_it_is_never_written(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path, report(NEW, 2025, BROKEN, texts=GOOD))
    out = tmp_path / "final.docx"
    outcome = there.exporter.write(way("final"), out)
    assert not outcome.written
    assert "没有写出定稿" in outcome.words
    assert not out.exists()
    assert context.settings.export_folder == ""


def test_what_is_not_ready_says_so_in_whatever_goes_out(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path, report(NEW, 2025, BROKEN, texts=GOOD))
    there.exporter.write(way("web"), tmp_path / "page.html")
    assert "草稿" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "草稿" in there.exporter.fragment()
    assert there.exporter.plain().startswith("草稿")
    there.session.edit({"requests.new.person": "61"}, "填写")
    assert "草稿" not in there.exporter.fragment()
    assert "草稿" not in there.exporter.plain()


def test_what_went_out_for_good_is_kept_as_a_version(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path)
    there.exporter.write(way("draft"), tmp_path / "草稿.docx")
    assert there.exporter.last_out() is None
    there.exporter.write(way("final"), tmp_path / "正式稿.docx")
    there.session.edit({"organ": "别的局"}, "填写")
    (version,) = there.session.store.versions.of(there.session.id)
    assert (version.kind, version.name) == ("final", "正式稿")
    assert there.exporter.last_out() == version.taken
    assert there.session.store.versions.open(version.id, CATALOG).organ == "云溪县水务局"


def test_a_good_name_is_suggested(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path)
    stem = "云溪县水务局2025年政府信息公开工作年度报告"
    assert there.exporter.export(way("draft")) is None
    assert there.exporter.export(way("final")) is None
    assert there.exporter.export(way("excel")) is None
    assert there.asked == [
        ("导出 Word 草稿", tmp_path / f"{stem}（草稿）.docx", "Word 文档"),
        ("导出 Word 正式稿", tmp_path / f"{stem}.docx", "Word 文档"),
        ("导出 Excel 汇总表", tmp_path / f"{stem}.xlsx", "Excel 工作簿"),
    ]


def test_a_name_has_nothing_in_it_that_a_system_refuses(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    texts = {**GOOD, "organ": 'A/B:C*"局"'}
    there = desk(open_session, context, tmp_path, report(NEW, 2025, texts=texts))
    name = there.exporter.suggested(way("copy")).name
    assert not set(name) & set('/\\:*?"<>|')
    assert name.endswith(".rdesk")


def test_the_folder_that_is_gone_is_not_suggested(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    context.keep(export_folder=str(tmp_path / "gone"))
    there = desk(open_session, context, tmp_path)
    assert there.exporter.folder == tmp_path


def test_a_name_without_its_ending_gets_it(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path)
    there.answer = tmp_path / "年报1.2版"
    outcome = there.exporter.export(way("copy"))
    assert outcome is not None
    assert outcome.path == tmp_path / "年报1.2版.rdesk"
    assert outcome.path.exists()


def test_what_cannot_be_written_is_told_and_can_be_tried_again(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    there = desk(open_session, context, tmp_path)
    out = tmp_path / "later" / "年报.docx"
    outcome = there.exporter.write(way("draft"), out)
    assert not outcome.written
    assert "文件夹不存在" in outcome.words
    assert there.exporter.folder == tmp_path
    out.parent.mkdir()
    assert there.exporter.write(outcome.way, outcome.path, outcome.form).written


def test_a_form_that_the_office_above_sent_is_filled_and_left_as_it_was(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    form = tmp_path / "空表.docx"
    reportdesk.write(Document(NEW, 2025, {}), form, CATALOG)  # no places of ours are left in it
    before = form.read_bytes()
    figures = requests(new__person=7, granted__person=7)
    there = desk(open_session, context, tmp_path, report(NEW, 2025, figures, texts=GOOD))
    there.answer = tmp_path / "填好.docx"
    outcome = there.exporter.export(way("form"), form)
    assert outcome is not None
    assert outcome.written, outcome.words
    assert form.read_bytes() == before
    reading = reportdesk.read(there.answer, CATALOG)
    assert reading.values["requests.new.person"] == "7"
    assert reading.values["requests.results.total"] == "7"


def test_what_the_form_has_no_place_for_is_told(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    form = tmp_path / "空表.docx"
    reportdesk.write(Document(NEW, 2025, {}), form, CATALOG)
    texts = {**GOOD, "disputes_note": "含上年转入的 1 件。"}
    there = desk(open_session, context, tmp_path, report(NEW, 2025, texts=texts))
    outcome = there.exporter.write(way("form"), tmp_path / "填好.docx", form)
    assert outcome.written, outcome.words
    assert any("没有位置" in note for note in outcome.notes)


def test_the_form_itself_is_never_written_over(
    open_session: OpenSession, context: Context, tmp_path: Path
) -> None:
    form = tmp_path / "空表.docx"
    template = CATALOG.template(NEW.id)
    assert template is not None
    form.write_bytes(template.read_bytes())
    there = desk(open_session, context, tmp_path)
    outcome = there.exporter.write(way("form"), form, form)
    assert not outcome.written
    assert "请换一个名字" in outcome.words
    assert form.read_bytes() == template.read_bytes()
    out = tmp_path / "填好.docx"
    assert there.exporter.write(way("form"), out, form).written
    assert reportdesk.read(out, CATALOG).organ == "云溪县水务局"
