"""Opening: kinds told by content, and a clear answer for whatever is there."""

import os
import random
import struct
import sys
import time
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers import kind_of, open_story, story_of
from reportdesk.formats.story import Paragraph, Story

DATA = Path(__file__).parents[2] / "data"
WORDS = "云溪县水务局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息12条。\n"


def container(stream: str) -> bytes:
    """A compound file with one stream of nothing."""
    size, free, end = 4096, 0xFFFFFFFF, 0xFFFFFFFE
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack(
        "<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0, 0
    )
    header += struct.pack("<108I", *[free] * 108)
    fat = [0xFFFFFFFD, end, *range(3, 10), end]

    def entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
        raw = (name + "\0").encode("utf-16-le")
        fields = struct.pack("<HBBIII", len(raw), kind, 1, free, free, child)
        return raw.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<IQ", start, length)

    directory = entry("Root Entry", 5, 1, end, 0) + entry(stream, 2, free, 2, size)
    sectors = struct.pack("<128I", *fat, *[free] * (128 - len(fat))) + directory.ljust(512, b"\0")
    return header + sectors + bytes(size)


def zipped(**parts: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            # A date of its own: the bytes name the cases, which all workers have to agree on.
            entry = zipfile.ZipInfo(
                name.replace("__", "/").replace("_", "."), (2020, 1, 1, 0, 0, 0)
            )
            package.writestr(entry, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"", "a.docx", "empty"),
        (b" \r\n\x00", "a.txt", "empty"),
        (zipped(word__document_xml="x"), "a.xlsx", "docx"),
        (zipped(xl__workbook_xml="x"), "a.docx", "xlsx"),
        (zipped(ppt__presentation_xml="x"), "a.docx", "slides"),
        (zipped(OFD_xml="x"), "a.ofd", "ofd"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "a.odt", "odt"),
        (zipped(readme_txt="x"), "a.zip", "zip"),
        (zipped(word__document_xml="x")[:30], "a.docx", "docx"),
        (container("WordDocument"), "a.wps", "doc"),
        (container("Workbook"), "a.et", "xls"),
        (container("EncryptedPackage"), "a.docx", "encrypted"),
        (container("Contents"), "a.wps", "wps"),
        (container("Contents"), "a.bin", "ole"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"x" * 90, "a.doc", "doc"),
        (b"junk%PDF-1.4\n", "a.txt", "pdf"),
        (b"{\\rtf1 x}", "a.doc", "rtf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.docx", "image"),
        (b"BMW is a car", "a.txt", "txt"),
        (b"MZ\x90\x00", "a.docx", "program"),
        ("<html><p>云</p>".encode(), "a.doc", "html"),
        ("\ufeff<!DOCTYPE html><p>云</p>".encode(), "a.txt", "html"),
        ("<p>云</p>".encode("utf-16"), "a.txt", "html"),
        ("一段文字\n<table>\n<tr><td>1</td></tr></table>".encode(), "a.md", "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n b=c\r\n\r\n", "a.txt", "mht"),
        (b'{"format": "reportdesk", "version": 1}', "a.txt", "rdesk"),
        (WORDS.encode("gb18030"), "a.html", "txt"),
        (WORDS.encode(), "", "txt"),
    ],
)
def test_the_kind_is_told_by_the_content(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


def test_a_renamed_file_is_read_by_its_content_and_told(tmp_path: Path) -> None:
    path = tmp_path / "年报 '二' \".docx" if sys.platform != "win32" else tmp_path / "年报.docx"
    path.write_bytes(f"<html><p>{WORDS}</p></html>".encode("gb18030"))
    story = open_story(path)
    assert story.format == "html"
    assert "已按内容读入" in story.notes[0]


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.docx", "空的"),
        (b"\xff\xd8\xff\xe0\x00\x00", "a.docx", "图片"),
        (container("EncryptedPackage"), "a.docx", "密码"),
        (b"\x1f\x8b\x08\x00", "a.docx", "压缩包"),
        (os.urandom(5000), "a.txt", ""),
        (zipped(xl__workbook_xml="x")[:-30], "a.xlsx", ""),
        (container("WordDocument"), "a.doc", ""),
        (container("Workbook"), "a.xls", "已损坏"),
        (b"%PDF-1.4", "a.pdf", "损坏"),
    ],
)
def test_what_cannot_be_read_gets_a_clear_answer(data: bytes, name: str, words: str) -> None:
    with pytest.raises(ReadError) as caught:
        story_of(data, name)
    assert words in caught.value.message
    assert "文件没有被改动" in caught.value.message


def test_an_own_document_is_left_to_its_reader() -> None:
    assert story_of(b'{"format": "reportdesk"}').format == "rdesk"


def test_missing_files_folders_and_names_too_long(tmp_path: Path) -> None:
    for path, words in (
        (tmp_path / "没有.docx", "找不到"),
        (tmp_path, "文件夹"),
        # Windows says of a name that is too long that there is no such file.
        (tmp_path / ("长" * 300), "打不开|找不到"),
        (tmp_path / "a\0b", "打不开"),
    ):
        with pytest.raises(ReadError, match=words):
            open_story(path)


def test_a_file_that_is_only_in_the_cloud_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(b"PK")

    def not_there(*_: object) -> int:
        error = OSError(22, "The cloud file provider is not running")
        error.winerror = 362  # type: ignore[attr-defined]
        raise error

    monkeypatch.setattr("os.open", not_there)
    with pytest.raises(ReadError, match="始终保留在此设备上"):
        open_story(path)


@pytest.mark.parametrize("name", ["~$度报告.docx", ".~年度报告.docx"])
def test_what_an_office_program_leaves_beside_an_open_file_is_no_report(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(b"\x08" + b"clerk\0" * 27)
    with pytest.raises(ReadError, match="记号"):
        open_story(tmp_path / name)


@pytest.mark.parametrize("name", ["yunxi-2023.pdf", "yunxi-2023.xls", "word97.doc"])
def test_a_file_that_was_read_is_held_by_nobody(name: str, tmp_path: Path) -> None:
    """Windows would let nobody replace it, not even Word."""
    path = tmp_path / name
    path.write_bytes((DATA / name).read_bytes())
    assert open_story(path).pieces
    assert not held(path)


def test_a_file_that_is_held_would_be_found(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    with path.open("rb"):
        assert held(path)


def held(path: Path) -> bool:
    if sys.platform == "linux":
        own = Path("/proc/self/fd")
        return any(path.samefile(each) for each in own.iterdir() if each.exists())
    try:
        path.unlink()
    except PermissionError:
        return True
    return False


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(ReadError, match="不是普通文件"):
            open_story(path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_and_loops_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "c.txt").symlink_to(tmp_path / "c.txt")
    assert open_story(tmp_path / "b.txt").pieces
    with pytest.raises(ReadError):
        open_story(tmp_path / "c.txt")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="here everything may be read"
)
def test_a_file_without_the_right_to_read_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(WORDS, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(ReadError, match="权限"):
        open_story(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    begun = time.monotonic()
    with pytest.raises(ReadError, match="太大"):
        open_story(path)
    assert time.monotonic() - begun < 1


def test_nothing_is_changed_by_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes((DATA / "yunxi-2023.pdf").read_bytes())
    before = path.stat().st_mtime_ns, path.read_bytes()
    open_story(path)
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.pdf"]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _flip(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 8, 64))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _drop(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(3000) :]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start : start + 2000] * 3 + data[start:]


def _answer(data: bytes, name: str) -> Story | ReadError:
    """What the clerk gets; anything but these two fails the test by itself."""
    try:
        return story_of(data, name)
    except ReadError as error:
        return error


PAGE = (
    "<html><meta charset=utf-8><p>一、总体情况</p><table><tr><td rowspan=2>甲</td><td colspan=2>乙"
    "<tr><td>1<td>2</table></html>"
)


@pytest.mark.parametrize("mutate", [_cut, _flip, _drop, _repeat])
@pytest.mark.parametrize("name", ["yunxi-2023.pdf", "yunxi-2023.xls", "page.html", "words.txt"])
def test_damaged_files_give_a_story_or_a_refusal(
    name: str, mutate: Callable[[bytes, random.Random], bytes]
) -> None:
    made = {"page.html": PAGE.encode(), "words.txt": (WORDS + "\t规章\n\t0\n\t1\n").encode()}
    data = made[name] if name in made else (DATA / name).read_bytes()
    for seed in range(12):
        chance = random.Random(f"{name} {seed}")
        begun = time.monotonic()
        assert isinstance(_answer(mutate(data, chance), name), Story | ReadError)
        assert time.monotonic() - begun < 10


REAL = Path(__file__).resolve().parents[3].parent / "shared" / "cases"


@pytest.mark.skipif(not REAL.is_dir(), reason="the real reports are not here")
@pytest.mark.parametrize("suffix", ["pdf", "html", "txt", "xlsx"])
def test_real_reports_are_read_and_survive_damage(suffix: str) -> None:
    paths = sorted(REAL.glob(f"*.{suffix}"))
    assert paths
    for path in paths:
        story = open_story(path)
        assert any(isinstance(p, Paragraph) for p in story.pieces)
        data = path.read_bytes()
        for seed, mutate in enumerate((_cut, _flip, _drop, _repeat)):
            answer = _answer(mutate(data, random.Random(seed)), path.name)
            assert isinstance(answer, Story | ReadError)
