"""Putting a file in place: all of it or nothing, and never a trace of the attempt."""

import os
import stat
import sys
from pathlib import Path

import pytest

from reportdesk.errors import RequestError, WriteError
from reportdesk.formats.writers.placing import put
from reportdesk.jobs import write
from tests.builders import NEW, report

posix = pytest.mark.skipif(
    sys.platform == "win32", reason="rights and lengths are others on Windows"
)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_written_and_nothing_else(tmp_path: Path):
    put(b"new", tmp_path / "报告 2024.docx")
    assert (tmp_path / "报告 2024.docx").read_bytes() == b"new"
    assert names(tmp_path) == ["报告 2024.docx"]


def test_an_old_file_is_replaced_whole(tmp_path: Path):
    out = tmp_path / "a.docx"
    out.write_bytes(b"something much longer")
    put(b"new", out)
    assert out.read_bytes() == b"new"
    assert names(tmp_path) == ["a.docx"]


def refused(out: Path) -> str:
    with pytest.raises(WriteError) as caught:
        put(b"new", out)
    assert "原来的文件没有动" in caught.value.message
    assert len(caught.value.message.splitlines()) == 1
    return caught.value.message


def test_a_folder_is_never_replaced(tmp_path: Path):
    (tmp_path / "out.docx").mkdir()
    assert "文件夹" in refused(tmp_path / "out.docx")
    assert names(tmp_path) == ["out.docx"]
    assert (tmp_path / "out.docx").is_dir()


def test_a_missing_folder_is_told_and_not_made(tmp_path: Path):
    assert "文件夹不存在" in refused(tmp_path / "none" / "a.docx")
    assert names(tmp_path) == []


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"old")
    assert refused(tmp_path / "file" / "a.docx")
    assert (tmp_path / "file").read_bytes() == b"old"


@posix
def test_a_name_that_is_too_long_is_told_in_few_words(tmp_path: Path):
    message = refused(tmp_path / ("长" * 300 + ".docx"))
    assert len(message) < 200
    assert names(tmp_path) == []


def test_a_name_that_cannot_be_is_told(tmp_path: Path):
    assert refused(tmp_path / "a\0b.docx")
    assert names(tmp_path) == []


@pytest.mark.skipif(
    sys.platform == "win32" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="nothing is read-only to root",
)
def test_a_read_only_folder_is_told_and_the_old_file_intact(tmp_path: Path):
    (tmp_path / "a.docx").write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        assert "权限" in refused(tmp_path / "a.docx")
        assert "文件夹不让写入" in refused(tmp_path / "b.docx")
        assert (tmp_path / "a.docx").read_bytes() == b"old"
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_device_is_no_folder_either():
    assert refused(Path("/dev/full") / "a.docx")


def test_when_replacing_fails_the_old_file_is_intact_and_no_other_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)  # a full disk cannot be had for the asking
    assert "磁盘满了" in refused(out)
    assert out.read_bytes() == b"old"
    assert names(tmp_path) == ["a.docx"]


@pytest.mark.parametrize(
    ("beside", "words"),
    [
        ("~$报告.docx", "正在 Word 里打开着"),
        ("~$25年报告.docx", "正在 Word 里打开着"),
        (".~报告.docx", "正在 WPS 里打开着"),
        (".~lock.报告.docx#", "正在 LibreOffice 里打开着"),
        ("别的.docx", "正被别的程序打开"),
    ],
)
def test_a_file_that_is_open_elsewhere_is_told_with_the_program_where_it_can_be_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: str, words: str
):
    out = tmp_path / ("2025年报告.docx" if "25" in beside else "报告.docx")
    out.write_bytes(b"old")
    (tmp_path / beside).write_bytes(b"")

    def held(_beside: Path, _to: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", held)  # only Windows keeps a file that is open
    message = refused(out)
    assert words in message
    assert "再重试，或者换个名字" in message
    assert out.read_bytes() == b"old"
    assert names(tmp_path) == sorted([out.name, beside])


@posix
def test_a_link_stays_a_link_to_the_new_content(tmp_path: Path):
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to(tmp_path / "real.docx")
    put(b"new", tmp_path / "link.docx")
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


@posix
def test_a_new_file_has_the_usual_rights_and_an_old_one_keeps_its_own(tmp_path: Path):
    mask = os.umask(0o022)
    try:
        put(b"new", tmp_path / "new.docx")
        (tmp_path / "old.docx").write_bytes(b"old")
        (tmp_path / "old.docx").chmod(0o640)
        put(b"new", tmp_path / "old.docx")
    finally:
        os.umask(mask)
    rights = [stat.S_IMODE((tmp_path / n).stat().st_mode) for n in ("new.docx", "old.docx")]
    assert rights == [0o644, 0o640]


@pytest.mark.parametrize("name", ["报告.pdf", "报告", "报告.rdesk.txt", ".rdesk"])
def test_a_suffix_that_nobody_writes_is_refused_before_anything_is_written(
    name: str, tmp_path: Path
):
    with pytest.raises(RequestError) as caught:
        write(report(NEW, 2024), tmp_path / name)
    assert ".docx" in caught.value.message
    assert names(tmp_path) == []
