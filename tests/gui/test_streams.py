"""The streams of a program that was started without any: given, kept short, never in the way."""

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from reportdesk.gui.streams import NAME, give_streams

Give = Callable[[Path], TextIO | None]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Iterator[Give]:
    """Takes the streams away and has them given. Not before the test itself begins: pytest puts
    its own there at that moment."""
    before = qInstallMessageHandler(None)

    def give(logs: Path) -> TextIO | None:
        monkeypatch.setattr(sys, "stdout", None)
        monkeypatch.setattr(sys, "stderr", None)
        return give_streams(logs)

    yield give
    qInstallMessageHandler(before)


def words(logs: Path, stream: TextIO | None) -> str:
    assert stream is not None
    stream.close()
    return (logs / NAME).read_text(encoding="utf-8")


def test_what_is_said_without_a_stream_is_in_the_log(tmp_path: Path, given: Give) -> None:
    stream = given(tmp_path / "logs")
    print("一句话 €😀")
    sys.stderr.write("another\n")
    qWarning("and Qt's")
    assert words(tmp_path / "logs", stream) == "一句话 €😀\nanother\nQt: and Qt's\n"


def test_streams_that_are_there_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, err = io.StringIO(), io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    assert give_streams(tmp_path) is None
    assert (sys.stdout, sys.stderr) == (out, err)
    assert list(tmp_path.iterdir()) == []


def test_a_log_that_has_grown_long_is_put_aside(tmp_path: Path, given: Give) -> None:
    (tmp_path / NAME).write_text("old\n" * 100_000, encoding="utf-8")
    stream = given(tmp_path)
    print("new")
    assert words(tmp_path, stream) == "new\n"
    assert (tmp_path / "output.old.log").read_text(encoding="utf-8").startswith("old\n")


def test_a_folder_that_cannot_be_written_keeps_nobody_from_speaking(
    tmp_path: Path, given: Give
) -> None:
    (tmp_path / "logs").write_bytes(b"a file where the folder should be")
    stream = given(tmp_path / "logs")
    print("lost")
    sys.stderr.write("lost too\n")
    assert stream is not None
    stream.close()
