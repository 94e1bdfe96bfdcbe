"""What Windows does otherwise with files: played here where this is another system, and asked of
the system itself where it is Windows."""

import os
import sys
from contextlib import suppress
from pathlib import Path, PureWindowsPath

import pytest

from reportdesk.errors import WriteError
from reportdesk.formats.writers.placing import put
from reportdesk.store.database import FILE, Database
from reportdesk.windows import (
    cannot_be,
    in_the_cloud,
    is_far,
    lies_far,
    long_form,
    long_path,
    replace,
)

windows = pytest.mark.skipif(sys.platform != "win32", reason="asks Windows itself")
SHORT = PureWindowsPath("C:/Users/__~~~1SU/AppData/Local")
LONG = PureWindowsPath("C:/Users/李秀英/AppData/Local")


def held(times: int, winerror: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Have the next ``times`` replacings refused as Windows refuses them; the waits come here."""
    really = Path.replace
    left = [times]

    def refuse(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            error = PermissionError(13, "Access is denied")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return really(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    return waits


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_a_file_held_for_a_moment_is_replaced_all_the_same(
    winerror: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = held(3, winerror, monkeypatch)
    (tmp_path / "beside").write_bytes(b"new")
    (tmp_path / "file").write_bytes(b"old")
    replace(tmp_path / "beside", tmp_path / "file", waits.append)
    assert (tmp_path / "file").read_bytes() == b"new"
    assert len(waits) == 3


def test_a_file_held_for_long_is_given_up_after_some_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = held(100, 5, monkeypatch)
    (tmp_path / "beside").write_bytes(b"new")
    with pytest.raises(PermissionError):
        replace(tmp_path / "beside", tmp_path / "file", waits.append)
    assert 2 < sum(waits) < 3


def test_what_another_reason_refuses_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = held(1, 112, monkeypatch)  # the disk is full
    (tmp_path / "beside").write_bytes(b"new")
    with pytest.raises(PermissionError):
        replace(tmp_path / "beside", tmp_path / "file", waits.append)
    assert waits == []


def test_an_export_waits_until_the_virus_scanner_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "年报.docx"
    put(b"old", out)
    held(2, 32, monkeypatch)
    put(b"new", out)
    assert out.read_bytes() == b"new"
    assert [entry.name for entry in tmp_path.iterdir()] == [out.name]


@pytest.mark.parametrize("name", ["nul.docx", "CON", "com1.2025.docx", "Aux .docx", "LPT².xlsx"])
def test_the_name_of_a_device_can_be_no_file(name: str) -> None:
    why, what_to_do = cannot_be(PureWindowsPath("C:/报告", name), "win32")
    assert "名字" in why
    assert what_to_do
    assert cannot_be(PureWindowsPath("C:/报告", name), "linux") == ("", "")


@pytest.mark.parametrize("name", ["con报.docx", "nullen.docx", "报告.nul.docx", "com.docx"])
def test_a_name_that_only_begins_like_a_device_can(name: str) -> None:
    assert cannot_be(PureWindowsPath("C:/报告", name), "win32") == ("", "")


def test_a_path_longer_than_word_takes_can_be_no_file() -> None:
    folder = PureWindowsPath("C:/" + "很长的文件夹/" * 36)
    assert "太长" in cannot_be(folder / "年报.docx", "win32")[0]
    assert cannot_be(folder.parent / "年报.docx", "win32") == ("", "")


def test_what_can_be_no_file_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(path: Path) -> tuple[str, str]:
        return cannot_be(path, "win32")

    monkeypatch.setattr("reportdesk.formats.writers.placing.cannot_be", ask)
    with pytest.raises(WriteError, match="请换个名字"):
        put(b"new", tmp_path / "nul.docx")
    assert list(tmp_path.iterdir()) == []


def test_a_short_name_is_put_long() -> None:
    names = {str(SHORT): str(LONG)}
    assert long_form(SHORT, names.__getitem__) == LONG


def test_what_does_not_exist_yet_keeps_its_own_name_below_what_does() -> None:
    def ask(path: str) -> str:
        if path != str(SHORT):
            raise FileNotFoundError
        return str(LONG)

    assert long_form(SHORT / "reportdesk" / "a~b", ask) == LONG / "reportdesk" / "a~b"


def test_a_path_of_which_the_system_knows_nothing_stays_as_it_is() -> None:
    def ask(path: str) -> str:
        raise FileNotFoundError

    assert long_form(SHORT, ask) == SHORT


def test_a_path_without_short_names_is_not_asked_about(tmp_path: Path) -> None:
    assert long_path(tmp_path / "报告") == tmp_path / "报告"


@pytest.mark.parametrize(
    "path",
    [
        r"\\server\share\reportdesk",
        r"\\?\UNC\server\share\reportdesk",
        r"Z:\reportdesk",
        r"\\?\Z:\reportdesk",
    ],
)
def test_a_share_and_a_drive_that_is_one_are_far(path: str) -> None:
    assert lies_far(PureWindowsPath(path), {"Z:\\": 4}.__getitem__)


@pytest.mark.parametrize("path", [r"C:\Users\a", r"\\?\C:\Users\a", r"reportdesk"])
def test_a_drive_of_this_computer_is_near(path: str) -> None:
    assert not lies_far(PureWindowsPath(path), {"C:\\": 3}.__getitem__)


@pytest.mark.parametrize(("winerror", "cloud"), [(362, True), (426, True), (5, False), (2, False)])
def test_what_cannot_be_fetched_from_a_cloud_is_told_from_other_trouble(
    winerror: int, cloud: bool
) -> None:
    error = OSError(22, "The cloud file provider is not running")
    assert not in_the_cloud(error)
    error.winerror = winerror  # type: ignore[attr-defined]
    assert in_the_cloud(error) is cloud


def journal(folder: Path) -> str:
    db = Database(folder / FILE)
    (mode,) = db.connection.execute("PRAGMA journal_mode").fetchone()
    db.close()
    return str(mode)


def test_the_database_keeps_its_log_in_a_way_that_a_share_can_bear(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert journal(tmp_path) == "wal"
    monkeypatch.setattr("reportdesk.store.database.is_far", Path.is_absolute)
    assert journal(tmp_path) == "delete"
    assert [entry.name for entry in tmp_path.iterdir()] == [FILE]


@windows
def test_windows_gives_a_folder_its_long_name_back(tmp_path: Path) -> None:
    import ctypes

    folder = tmp_path / "李秀英的文件夹"
    folder.mkdir()
    buffer = ctypes.create_unicode_buffer(1000)
    assert ctypes.windll.kernel32.GetShortPathNameW(str(folder), buffer, 1000)  # type: ignore
    if "~" not in buffer.value:
        pytest.skip("this drive keeps no short names")
    assert long_path(Path(buffer.value, "none")).parent.samefile(folder)
    assert long_path(Path(buffer.value, "none")).parts[-2:] == (folder.name, "none")


@windows
def test_a_file_that_another_program_has_open_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "beside").write_bytes(b"new")
    (tmp_path / "file").write_bytes(b"old")
    waits: list[float] = []
    with (tmp_path / "file").open("rb"), pytest.raises(PermissionError):
        replace(tmp_path / "beside", tmp_path / "file", waits.append)
    assert len(waits) > 3
    replace(tmp_path / "beside", tmp_path / "file", waits.append)
    assert (tmp_path / "file").read_bytes() == b"new"


@windows
def test_a_file_that_may_only_be_read_stays_as_it_is_and_that_is_told(tmp_path: Path) -> None:
    out = tmp_path / "年报.docx"
    out.write_bytes(b"old")
    out.chmod(0o444)
    with suppress(PermissionError), out.open("r+b"):
        pytest.skip("here everything may be written")
    with pytest.raises(WriteError, match="原来的文件没有动"):
        put(b"new", out)
    assert out.read_bytes() == b"old"
    out.chmod(0o666)
    assert [entry.name for entry in tmp_path.iterdir()] == [out.name]


@windows
def test_a_database_that_was_closed_can_be_taken_away(tmp_path: Path) -> None:
    Database(tmp_path / FILE).close()
    (tmp_path / FILE).replace(tmp_path / "elsewhere.sqlite3")
    (tmp_path / "elsewhere.sqlite3").unlink()


@windows
def test_the_system_s_own_drive_is_near() -> None:
    assert not is_far(Path(os.environ["SYSTEMROOT"]))
