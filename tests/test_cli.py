"""The command line as scripts meet it: statuses, shapes, and what is written where."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from reportdesk.cli import main
from reportdesk.form.edition import Edition
from reportdesk.formats.writers.archive import render
from reportdesk.report.document import Document
from tests.builders import CATALOG, NEW, OLD, report
from tests.text_reports import text_of

EARLIER = {"problems": "水价公布得晚，已改为当天公布。"}
"""What an earlier report says of its own problems."""
Captured = pytest.CaptureFixture[str]
SOME: dict[str, int | str | None] = {
    "requests.new.person": 12,
    "requests.granted.person": 9,
    "requests.left.person": 3,
    "disclosure.documents.made": 2,
}


def file_of(
    folder: Path,
    name: str = "去年.txt",
    form: Edition = NEW,
    year: int = 2023,
    texts: dict[str, str] | None = None,
    **more: int | str | None,
) -> Path:
    """A report of 云溪县水务局 as text; ``more`` figures are written row__column."""
    figures = {**SOME, **{key.replace("__", "."): value for key, value in more.items()}}
    path = folder / name
    path.write_text(text_of(report(form, year, figures, texts=texts)), encoding="utf-8")
    return path


def run(capsys: Captured, *arguments: object) -> tuple[int, str, list[str]]:
    """Status, standard output, and the lines of standard error."""
    status = main([str(argument) for argument in arguments])
    done = capsys.readouterr()
    assert "Traceback" not in done.out + done.err
    return status, done.out, done.err.splitlines()


def refused(capsys: Captured, *arguments: object, status: int = 2) -> str:
    """The message of a command that is refused with ``status``; nothing else is printed."""
    got, out, messages = run(capsys, *arguments)
    assert (got, out) == (status, "")
    assert 1 <= len(messages) <= 2, messages
    assert "内部出错" not in messages[0]
    return messages[0].removeprefix("reportdesk: ")


def loaded(capsys: Captured, *arguments: object, status: int = 0) -> Any:
    got, out, messages = run(capsys, *arguments, "--json")
    assert (got, messages) == (status, [])
    return json.loads(out)


def wrong(folder: Path) -> Path:
    return file_of(folder, "错.txt", requests__granted__person=10)


# read


def test_read_gives_one_object_with_all_that_stands_in_the_file(tmp_path: Path, capsys: Captured):
    got = loaded(capsys, "read", file_of(tmp_path))
    assert list(got) == [
        *("file", "format", "edition", "year", "title", "organ"),
        *("values", "cells", "sections", "unplaced", "notes"),
    ]
    assert (got["file"], got["format"]) == ("去年.txt", "txt")
    assert (got["edition"], got["year"]) == ("cn-2021", 2023)
    assert got["title"] == "云溪县水务局2023年政府信息公开工作年度报告"
    assert got["organ"] == "云溪县水务局"
    assert got["values"]["requests.new.total"] == "12"
    assert got["unplaced"] == []


def test_every_cell_has_its_official_labels_from_the_outermost_in(tmp_path: Path, capsys: Captured):
    cells = loaded(capsys, "read", file_of(tmp_path))["cells"]
    assert len(cells) == sum(field.row is not None for field in NEW.fields.values())
    (cell,) = [c for c in cells if c["key"] == "requests.denied_secret.company"]
    assert cell == {
        "key": "requests.denied_secret.company",
        "table": "requests",
        "row": ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"],
        "column": ["申请人情况", "法人或其他组织", "商业企业"],
        "value": "0",
    }
    (fee,) = [c for c in cells if c["key"] == "disclosure.fees.amount"]
    assert fee["row"] == ["第二十条第（八）项", "行政事业性收费"]


def test_the_sections_are_the_narratives(tmp_path: Path, capsys: Captured):
    sections = loaded(capsys, "read", file_of(tmp_path))["sections"]
    texts = {section["key"]: section for section in sections}
    assert {"overview", "problems", "others"} <= set(texts)
    assert texts["others"]["text"] == "本年度未收取信息处理费。"
    assert "其他需要报告的事项" in texts["others"]["title"]


def test_a_blank_and_a_total_that_is_not_printed_are_absent(tmp_path: Path, capsys: Captured):
    document = report(NEW, 2023, {"requests.new.person": None})
    path = tmp_path / "a.txt"
    path.write_text(text_of(document), encoding="utf-8")
    values = loaded(capsys, "read", path)["values"]
    assert "requests.new.person" not in values
    assert "requests.new.total" not in values
    assert values["requests.new.company"] == "0"


def test_read_tells_a_person_what_was_recognised(tmp_path: Path, capsys: Captured):
    status, out, messages = run(capsys, "read", file_of(tmp_path))
    assert (status, messages) == (0, [])
    assert "云溪县水务局，2023年" in out
    assert "《收到和处理政府信息公开申请情况》" in out


# check


def test_check_of_a_report_without_errors_is_status_0(tmp_path: Path, capsys: Captured):
    got = loaded(capsys, "check", file_of(tmp_path))
    assert list(got) == ["findings", "counts", "notes"]
    assert got["findings"] == []
    assert got["counts"] == {"error": 0, "review": 0, "hint": 0}


def test_check_of_a_report_with_an_error_is_status_1(tmp_path: Path, capsys: Captured):
    got = loaded(capsys, "check", wrong(tmp_path), status=1)
    (finding,) = got["findings"]
    assert list(finding) == ["rule", "severity", "keys", "message", "found", "expected"]
    assert (finding["rule"], finding["severity"]) == ("T3-1", "error")
    assert (finding["found"], finding["expected"]) == ("12", "13")
    assert "requests.left.person" in finding["keys"]
    assert got["counts"] == {"error": 1, "review": 0, "hint": 0}


def test_check_with_only_something_to_review_is_status_0(tmp_path: Path, capsys: Captured):
    last = file_of(tmp_path, texts=EARLIER)
    this = file_of(tmp_path, "今年.txt", year=2024, disclosure__documents__in_force=2)
    got = loaded(capsys, "check", this, "--previous", last)
    assert [f["rule"] for f in got["findings"]] == ["Y-1"]
    assert got["counts"] == {"error": 0, "review": 1, "hint": 0}


def test_check_of_our_own_file_uses_the_last_year_in_it_unless_another_is_given(
    tmp_path: Path, capsys: Captured
):
    figures = {"requests.left.person": 3, "requests.new.person": 3}
    last = report(NEW, 2023, figures, texts=EARLIER)
    other = report(NEW, 2023, texts=EARLIER)
    this = report(NEW, 2024, previous=last)
    assert [f["rule"] for f in own(capsys, tmp_path, this)] == ["Y-1"]
    path = tmp_path / "other.txt"
    path.write_text(text_of(other), encoding="utf-8")
    assert own(capsys, tmp_path, this, "--previous", path) == []


def test_check_says_that_a_report_of_another_year_is_not_compared(tmp_path: Path, capsys: Captured):
    words = "对照的是2022年的报告，不是上一年的，跨年的勾稽没有核对。"
    earlier = file_of(tmp_path, "前年.txt", year=2022, texts=EARLIER, requests__left__person=3)
    this = file_of(tmp_path, year=2024)
    got = loaded(capsys, "check", this, "--previous", earlier)
    assert (got["findings"], got["notes"][-1]) == (
        [],
        {"level": "warning", "place": "", "message": words},
    )
    assert words in run(capsys, "check", this, "--previous", earlier)[1]
    path = tmp_path / "own.rdesk"
    path.write_bytes(render(report(NEW, 2024, previous=report(NEW, 2022, texts=EARLIER))))
    assert [n["message"] for n in loaded(capsys, "check", path)["notes"]] == [words]


def own(capsys: Captured, folder: Path, document: Document, *more: object) -> list[dict[str, Any]]:
    path = folder / "own.rdesk"
    path.write_bytes(render(document))
    return loaded(capsys, "check", path, *more)["findings"]


def test_check_tells_a_person_each_finding_with_its_formula(tmp_path: Path, capsys: Captured):
    status, out, messages = run(capsys, "check", wrong(tmp_path))
    assert (status, messages) == (1, [])
    assert "[T3-1]" in out
    assert "12＋0＝12" in out
    assert "错误 1 项" in out


# roll and convert


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html", ".rdesk", ".DOCX"])
def test_convert_writes_each_kind_and_says_the_count_of_findings(
    suffix: str, tmp_path: Path, capsys: Captured
):
    file, out = wrong(tmp_path), tmp_path / f"写出{suffix}"
    before = file.read_bytes()
    status, printed, messages = run(capsys, "convert", file, "-o", out)
    assert (status, printed) == (0, ""), messages
    assert messages == ["reportdesk: 核对：错误 1 项，需核实 0 项，提示 0 项。"]
    assert file.read_bytes() == before
    again = loaded(capsys, "read", out)
    assert again["values"]["requests.granted.person"] == "10"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([file.name, out.name])


def test_roll_writes_the_next_year(tmp_path: Path, capsys: Captured):
    out = tmp_path / "今年.rdesk"
    status, _, messages = run(capsys, "roll", file_of(tmp_path), "-o", out)
    assert status == 0
    assert "错误" in messages[-1]
    values = loaded(capsys, "read", out)["values"]
    assert values["requests.carried.person"] == "3"
    assert values["title"] == "云溪县水务局2024年政府信息公开工作年度报告"
    assert "requests.new.person" not in values


def test_roll_tells_what_has_no_place_in_the_new_form(tmp_path: Path, capsys: Captured):
    values = {"requests.other.person": 0, "disclosure.procurement.items": 7}
    path = tmp_path / "旧.txt"
    path.write_text(text_of(report(OLD, 2020, values)), encoding="utf-8")
    status, out, _ = run(capsys, "roll", path, "-o", tmp_path / "新.docx")
    assert status == 0
    assert "政府集中采购" in out
    assert loaded(capsys, "read", tmp_path / "新.docx")["edition"] == "cn-2021"


def test_another_year_may_be_asked_for_and_then_nothing_is_carried(
    tmp_path: Path, capsys: Captured
):
    out = tmp_path / "a.rdesk"
    status, told, _ = run(capsys, "roll", file_of(tmp_path), "-o", out, "--year", "2025")
    assert status == 0
    assert "不是上一年的" in told
    assert "requests.carried.person" not in loaded(capsys, "read", out)["values"]


def test_roll_of_a_report_without_a_year_asks_for_it(tmp_path: Path, capsys: Captured):
    from reportdesk.formats.writers.archive import render

    nameless = Document(NEW, None, {"organ": "云溪县水务局"})
    (tmp_path / "a.rdesk").write_bytes(render(nameless))
    out = tmp_path / "b.rdesk"
    assert "--year" in refused(capsys, "roll", tmp_path / "a.rdesk", "-o", out)
    assert not out.exists()
    assert run(capsys, "roll", tmp_path / "a.rdesk", "-o", out, "--year", "2024")[0] == 0


@pytest.mark.parametrize("year", ["24", "二〇二四", "2024.5", "-2024", "", "1200", "2018"])
def test_a_year_that_is_none_or_has_no_form_is_refused(year: str, tmp_path: Path, capsys: Captured):
    out = tmp_path / "a.rdesk"
    assert refused(capsys, "roll", file_of(tmp_path), "-o", out, f"--year={year}")
    assert not out.exists()


def test_a_final_document_is_refused_while_errors_stand(tmp_path: Path, capsys: Captured):
    out = tmp_path / "定稿.docx"
    out.write_bytes(b"old")
    message = refused(capsys, "convert", wrong(tmp_path), "-o", out, "--final", status=1)
    assert "1 个错误" in message
    assert out.read_bytes() == b"old"
    fresh = tmp_path / "新.docx"
    assert refused(capsys, "roll", file_of(tmp_path), "-o", fresh, "--final", status=1)
    assert not fresh.exists()


def test_a_final_document_without_errors_is_written(tmp_path: Path, capsys: Captured):
    out = tmp_path / "定稿.html"
    assert run(capsys, "convert", file_of(tmp_path), "-o", out, "--final")[0] == 0
    assert "草稿" not in out.read_text(encoding="utf-8")


def test_a_draft_is_marked(tmp_path: Path, capsys: Captured):
    out = tmp_path / "草.html"
    assert run(capsys, "convert", file_of(tmp_path), "-o", out, "--draft")[0] == 0
    assert "草稿" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["roll", "convert"])
def test_out_is_never_the_file_itself(command: str, tmp_path: Path, capsys: Captured):
    file = tmp_path / "a.rdesk"
    assert run(capsys, "convert", file_of(tmp_path), "-o", file)[0] == 0
    before = file.read_bytes()
    for out in (file, tmp_path / "." / "a.rdesk"):
        assert "本身" in refused(capsys, command, file, "-o", out)
    assert file.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("command", ["roll", "convert"])
def test_out_is_not_the_file_itself_under_another_name(
    command: str, tmp_path: Path, capsys: Captured
):
    file = tmp_path / "a.rdesk"
    assert run(capsys, "convert", file_of(tmp_path), "-o", file)[0] == 0
    before = file.read_bytes()
    (tmp_path / "link.rdesk").symlink_to(file)
    assert "本身" in refused(capsys, command, file, "-o", tmp_path / "link.rdesk")
    assert file.read_bytes() == before


def test_out_is_never_the_template(tmp_path: Path, capsys: Captured):
    file, template = file_of(tmp_path), tmp_path / "模板.docx"
    shipped = CATALOG.template("cn-2021")
    assert shipped is not None
    template.write_bytes(shipped.read_bytes())
    assert refused(capsys, "convert", file, "-o", template, "--template", template)
    assert template.read_bytes() == shipped.read_bytes()


@pytest.mark.parametrize("name", ["a.pdf", "a", "a.doc"])
def test_a_kind_that_is_not_written_is_refused(name: str, tmp_path: Path, capsys: Captured):
    assert ".docx" in refused(capsys, "convert", file_of(tmp_path), "-o", tmp_path / name)
    assert not (tmp_path / name).exists()


def test_what_cannot_be_written_is_status_3(tmp_path: Path, capsys: Captured):
    file = file_of(tmp_path)
    (tmp_path / "folder.docx").mkdir()
    for out in (tmp_path / "none" / "a.docx", tmp_path / "folder.docx", file / "a.docx"):
        assert refused(capsys, "convert", file, "-o", out, status=3)
    assert refused(capsys, "roll", file, "-o", tmp_path / "none" / "a.rdesk", status=3)


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04", b"no template"])
def test_a_template_that_is_none_is_refused(
    content: bytes | None, tmp_path: Path, capsys: Captured
):
    template, out = tmp_path / "t.docx", tmp_path / "out.docx"
    if content is not None:
        template.write_bytes(content)
    assert refused(capsys, "convert", file_of(tmp_path), "-o", out, "--template", template)
    assert not out.exists()


# editions and options


def test_editions_are_listed(capsys: Captured):
    got = {edition["id"]: edition for edition in loaded(capsys, "editions")}
    assert set(got) == {"cn-2019", "cn-2021"}
    assert (got["cn-2019"]["from"], got["cn-2019"]["to"]) == (2019, 2020)
    assert (got["cn-2021"]["from"], got["cn-2021"]["to"]) == (2021, None)
    assert got["cn-2021"]["template"] is True
    status, out, _ = run(capsys, "editions")
    assert status == 0
    assert len(out.splitlines()) == 2


def test_a_folder_of_editions_that_is_none_is_refused(tmp_path: Path, capsys: Captured):
    assert refused(capsys, "--editions", tmp_path / "none", "editions")
    (tmp_path / "bad.toml").write_text("id = ", encoding="utf-8")
    got, out, messages = run(capsys, "--editions", tmp_path, "read", file_of(tmp_path))
    assert (got, out) == (2, "")
    assert "bad.toml" in messages[0]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nothing"],
        ["read"],
        ["read", "a", "b"],
        ["read", "--jason", "a"],
        ["roll", "a"],
        ["convert", "a", "-o"],
        ["convert", "a", "-o", "b.docx", "--draft", "--final"],
        ["--editions"],
    ],
    ids=" ".join,
)
def test_a_command_that_is_wrong_is_refused(arguments: list[str], capsys: Captured):
    assert refused(capsys, *arguments)


def test_help_is_help(capsys: Captured):
    for arguments, words in (
        (["--help"], "reportdesk [--data-dir DIR] [--editions DIR] convert FILE -o OUT"),
        (["roll", "-h"], "--year N"),
    ):
        assert main(arguments) == 0
        out, err = capsys.readouterr()
        assert words in out
        assert err == ""


def test_no_data_folder_is_made(tmp_path: Path, capsys: Captured):
    folder = tmp_path / "data"
    assert run(capsys, "--data-dir", folder, "read", file_of(tmp_path))[0] == 0
    assert not folder.exists()
