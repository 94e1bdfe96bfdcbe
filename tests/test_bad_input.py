"""Bad input: whatever the file is, an answer in a line or two, in time, and the file untouched."""

import io
import os
import random
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportdesk.cli import main
from reportdesk.formats.writers.archive import render
from reportdesk.paths import resource
from tests.builders import NEW, report
from tests.text_reports import text_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="no name for a file on Windows")

Captured = pytest.CaptureFixture[str]
SAMPLE = resource("samples", "yunxi-2025.docx").read_bytes()
TEXT = text_of(report(NEW, 2023, {"requests.new.person": 5, "requests.granted.person": 5}))
LIMIT = 10


def read(path: Path, capsys: Captured) -> tuple[int, str, list[str]]:
    """``read`` of a file that may be anything: in time, orderly, and the file as it was."""
    before = content(path)
    begun = time.monotonic()
    status = main(["read", str(path), "--json"])
    assert time.monotonic() - begun < LIMIT
    done = capsys.readouterr()
    assert "Traceback" not in done.out + done.err
    assert "内部出错" not in done.err, done.err
    assert status in (0, 2)
    if status == 2:
        assert done.out == ""
        assert 1 <= len(done.err.splitlines()) <= 2
        assert len(done.err) < 400
    else:
        assert done.err == ""
    assert content(path) == before
    return status, done.out, done.err.splitlines()


def content(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def refused(path: Path, capsys: Captured) -> str:
    status, _, messages = read(path, capsys)
    assert status == 2
    return messages[0]


def put(folder: Path, name: str, words: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    return path


def package(**parts: bytes | str) -> bytes:
    """The sample with some parts of its package replaced (``document`` is its main part)."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SAMPLE)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            name = item.filename.removeprefix("word/").removesuffix(".xml")
            new.writestr(item.filename, parts.get(name, old.read(item.filename)))
    return out.getvalue()


SUFFIXES = ["docx", "doc", "xlsx", "xls", "html", "mht", "txt", "md", "pdf", "rdesk", "wps", "et"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_empty_file_is_told_as_empty(suffix: str, tmp_path: Path, capsys: Captured):
    assert "空的" in refused(put(tmp_path, f"a.{suffix}", b""), capsys)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_noise_is_no_report(suffix: str, tmp_path: Path, capsys: Captured):
    noise = random.Random(7).randbytes(20_000)
    assert refused(put(tmp_path, f"a.{suffix}", noise), capsys)


@pytest.mark.parametrize("text", ["你好。", "1\t2\t3\n", "<p>公告</p>", "\n\n\n", "{}", "%PDF-1.7"])
def test_a_file_of_something_else_is_no_report(text: str, tmp_path: Path, capsys: Captured):
    assert refused(put(tmp_path, "a.txt", text), capsys)


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_document_cut_short_is_told_as_damaged(share: float, tmp_path: Path, capsys: Captured):
    cut = SAMPLE[: int(len(SAMPLE) * share)]
    assert "没有被改动" in refused(put(tmp_path, "a.docx", cut), capsys)


def test_a_folder_is_no_file(tmp_path: Path, capsys: Captured):
    assert "文件夹" in refused(tmp_path, capsys)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: Captured):
    assert "去年的 报告.docx" in refused(tmp_path / "去年的 报告.docx", capsys)


@pytest.mark.parametrize("name", ["x" * 300 + ".docx", "长" * 300, "a\0b.txt", "a\nb.txt", ""])
def test_a_name_that_cannot_be_is_told(name: str, tmp_path: Path, capsys: Captured):
    assert refused(tmp_path / name, capsys)


@pytest.mark.parametrize(
    "name",
    [
        "a b.txt",
        pytest.param("引号'\"“”.txt", marks=posix),
        "-x.txt",
        "报" * 60 + ".txt",
        "$(x);&",
    ],
)
def test_a_name_of_any_kind_is_read(name: str, tmp_path: Path, capsys: Captured):
    status, out, _ = read(put(tmp_path, name, TEXT), capsys)
    assert status == 0
    assert "云溪县水务局" in out


@pytest.mark.parametrize("suffix", ["txt", "xlsx", "pdf", "html", "doc", ""])
def test_a_document_with_another_suffix_is_read_by_its_content(
    suffix: str, tmp_path: Path, capsys: Captured
):
    status, out, _ = read(put(tmp_path, f"a.{suffix}", SAMPLE), capsys)
    assert status == 0
    assert '"format": "docx"' in out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path: Path, capsys: Captured):
    os.mkfifo(tmp_path / "a.txt")
    assert refused(tmp_path / "a.txt", capsys)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_is_followed_and_a_loop_of_links_told(tmp_path: Path, capsys: Captured):
    put(tmp_path, "real.txt", TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert read(tmp_path / "link.txt", capsys)[0] == 0
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert refused(tmp_path / "loop.txt", capsys)


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="nothing is unreadable to root",
)
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, capsys: Captured):
    path = put(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    status = main(["read", str(path)])
    assert (status, capsys.readouterr().out) == (2, "")


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path, capsys: Captured):
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a hole: it takes no place on the disk
    status = main(["read", str(path)])
    done = capsys.readouterr()
    assert (status, done.out) == (2, "")
    assert "太大" in done.err


def test_a_package_that_would_unpack_to_far_too_much_is_refused(tmp_path: Path, capsys: Captured):
    bomb = package(document=b"<a>" + b" " * 300_000_000)
    assert len(bomb) < 1_000_000
    assert refused(put(tmp_path, "a.docx", bomb), capsys)


def test_entities_are_neither_fetched_nor_multiplied(tmp_path: Path, capsys: Captured):
    secret = put(tmp_path, "secret.txt", "只有本机知道的话")
    fetching = (
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>云溪县水务局2023年政府信息公开工作年度报告&x;</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    _, out, messages = read(put(tmp_path, "a.docx", package(document=fetching)), capsys)
    assert "本机知道" not in out + "".join(messages)
    names = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "laugh" * 10}">' for n in range(12)
    )
    laughing = f"<!DOCTYPE w [{names}]><w>&e11;</w>"
    assert refused(put(tmp_path, "b.docx", package(document=laughing)), capsys)


def test_elements_in_elements_without_end_are_told(tmp_path: Path, capsys: Captured):
    deep = b"<w>" * 200_000 + b"</w>" * 200_000
    assert refused(put(tmp_path, "a.docx", package(document=deep)), capsys)
    read(put(tmp_path, "b.html", "<table><tr><td>" * 20_000), capsys)


def test_a_text_of_a_million_lines_is_answered_in_time(tmp_path: Path, capsys: Captured):
    read(put(tmp_path, "a.txt", "这一行什么也没有说\t5\n" * 1_000_000), capsys)


def test_a_report_in_front_of_very_many_lines_is_answered_in_time(tmp_path: Path, capsys: Captured):
    read(put(tmp_path, "a.txt", TEXT + "又是一行话。\n" * 200_000), capsys)


def test_one_line_without_end_is_answered_in_time(tmp_path: Path, capsys: Captured):
    read(put(tmp_path, "a.txt", "一、总体情况" + "9" * 3_000_000), capsys)
    read(put(tmp_path, "b.txt", TEXT.replace("\t5\t", "\t" + "5" * 100_000 + "\t")), capsys)


SEEDS = {"docx": SAMPLE, "rdesk": render(report(NEW, 2023)), "txt": TEXT.encode()}


@pytest.mark.parametrize("suffix", SEEDS)
@given(data=st.data())
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_a_file_with_some_bytes_changed_is_read_or_refused(
    suffix: str, data: st.DataObject, tmp_path: Path, capsys: Captured
):
    changed = bytearray(SEEDS[suffix])
    for at in data.draw(st.lists(st.integers(0, len(changed) - 1), min_size=1, max_size=6)):
        changed[at] = data.draw(st.integers(0, 255))
    read(put(tmp_path, f"a.{suffix}", bytes(changed)), capsys)
