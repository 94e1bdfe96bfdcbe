"""The office program as a last way: on a copy, within its time, with clear words."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers import office, story_of
from reportdesk.formats.readers.stopping import stoppable
from reportdesk.formats.story import Paragraph

RTF = rb"{\rtf1\ansi\ansicpg936 {\b one line of words}\par another line\par}"

posix = pytest.mark.skipif(sys.platform == "win32", reason="the false programs are shell scripts")


def program(folder: Path, script: str) -> Path:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.mark.skipif(office.find_program() is None, reason="no office program here")
def test_a_real_program_converts() -> None:
    story = story_of(RTF, "a.rtf")
    assert [p.text for p in story.pieces if isinstance(p, Paragraph)] == [
        "one line of words",
        "another line",
    ]
    assert any("办公软件" in note for note in story.notes)


def test_without_a_program_the_clerk_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(ReadError, match=r"没有找到 LibreOffice.*另存为"):
        story_of(RTF, "a.rtf")


@posix
def test_a_program_that_does_not_end_is_stopped_with_its_children(tmp_path: Path) -> None:
    mark = tmp_path / "child"
    slow = program(tmp_path, f"sleep 60 & echo $! > '{mark}'; wait")
    begun = time.monotonic()
    with pytest.raises(ReadError, match="已停止"):
        office.convert(b"x", ".wps", ".docx", program=slow, seconds=1)
    assert time.monotonic() - begun < 10
    child = int(mark.read_text())
    for _ in range(50):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            break
        # A child that nobody waits for may linger as a name only.
        if "Z" in Path(f"/proc/{child}/stat").read_text().split(")")[-1]:
            break
        time.sleep(0.05)
    else:
        pytest.fail("the child lives on")


@posix
def test_a_conversion_that_is_not_wanted_any_more_ends_at_once(tmp_path: Path) -> None:
    mark = tmp_path / "begun"
    slow = program(tmp_path, f"touch '{mark}'; sleep 60")
    begun = time.monotonic()
    with stoppable(mark.exists), pytest.raises(ReadError, match="已停止"):
        office.convert(b"x", ".wps", ".docx", program=slow)
    assert time.monotonic() - begun < 10


@posix
def test_the_program_gets_a_copy_a_profile_and_no_window(tmp_path: Path) -> None:
    told = tmp_path / "told"
    fake = program(
        tmp_path,
        f'echo "$@" > "{told}";'
        ' while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out="$2"; shift; done;'
        ' cp "$1" "$out/copy.docx"',
    )
    assert office.convert(b"words", ".wps", ".docx", program=fake) == b"words"
    words = told.read_text()
    assert "--headless" in words
    assert "-env:UserInstallation=file://" in words
    assert not Path(words.split()[-1]).exists()


@posix
def test_a_program_that_makes_nothing_or_cannot_start_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="打不开"):
        office.convert(b"x", ".et", ".xlsx", program=program(tmp_path, "exit 1"))
    with pytest.raises(ReadError, match="启动不了"):
        office.convert(b"x", ".et", ".xlsx", program=tmp_path / "none")
