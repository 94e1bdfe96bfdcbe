"""The start of the desk: what is asked for, one running program, a damaged store."""

import os
import string
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from reportdesk import app as start
from reportdesk.__main__ import wants_window
from reportdesk.errors import DamagedStoreError, EditionError, RequestError, StoreError
from reportdesk.gui.instance import Instance
from reportdesk.store.database import FILE

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["open"], True),
        (["open", "去年.docx"], True),
        (["--data-dir", "d"], True),
        (["--data-dir=d", "--editions", "e", "open"], True),
        (["check", "x.docx"], False),
        (["--data-dir", "d", "editions"], False),
        (["--help"], False),
        (["--version"], False),
    ],
)
def test_no_command_or_open_means_the_window(arguments: list[str], window: bool) -> None:
    assert wants_window(arguments) is window


def test_the_starts_options_are_understood() -> None:
    wish = start.understand(["--data-dir", "d", "--editions", "e", "open", "去年 的.docx"])
    assert wish == start.Wish(Path("去年 的.docx"), Path("d"), Path("e"))
    assert start.understand([]) == start.Wish()


@pytest.mark.parametrize("arguments", [["open", "a", "b"], ["shut"], ["--data-dir"], ["--x"]])
def test_what_is_not_understood_is_refused_in_words(arguments: list[str]) -> None:
    with pytest.raises(RequestError, match="reportdesk --help"):
        start.understand(arguments)


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a screen")
def test_a_start_without_any_screen_says_so_instead_of_crashing(tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {k: v for k, v in ENVIRONMENT.items() if k not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "reportdesk", "--data-dir", str(tmp_path / "d")],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert "没有图形界面" in done.stderr
    assert "Traceback" not in done.stderr


def test_everything_is_gathered_in_the_data_folder(qapp: QApplication, tmp_path: Path) -> None:
    context = start.gather(start.Wish(data=tmp_path / "新 的" / "data"))
    assert context.folder.is_dir()
    assert list(context.catalog)
    assert context.store.drafts() == []
    context.store.close()


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="数据文件夹"):
        start.gather(start.Wish(data=tmp_path / "file" / "data"))


def test_an_offices_own_edition_that_is_wrong_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "own.toml").write_text("id = 3", encoding="utf-8")
    with pytest.raises(EditionError):
        start.gather(start.Wish(data=tmp_path))


def test_a_damaged_store_is_told_apart(tmp_path: Path) -> None:
    start.gather(start.Wish(data=tmp_path)).store.close()
    database = tmp_path / FILE
    database.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096)
    with pytest.raises(DamagedStoreError):
        start.gather(start.Wish(data=tmp_path))


def test_qts_own_words_are_chinese(qtbot: QtBot, qapp: QApplication) -> None:
    start.speak_chinese(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    words = "".join(each.text() for each in dialog.findChildren(QLabel))
    assert "文件名称" in words
    assert not set(string.ascii_lowercase) & set(words), "Qt's translation lacks some of them"


def test_a_second_start_hands_its_file_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path / "d")
    assert first.claim()
    called: list[str] = []
    first.called.connect(called.append)
    second = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "reportdesk",
            "--data-dir",
            str(tmp_path / "d"),
            "open",
            "去年.docx",
        ],
        env=ENVIRONMENT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=tmp_path,
    )
    _, told = second.communicate(timeout=60)
    assert second.returncode == 0
    assert "程序已在运行" in told
    qtbot.waitUntil(lambda: bool(called), timeout=10_000)
    assert called == [str(tmp_path / "去年.docx")]
    first.release()


def test_the_window_opens_and_leaves_in_order(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from reportdesk import app\n"
        "made = app.open_window\n"
        "def opened(*given):\n"
        "    window = made(*given)\n"
        "    QTimer.singleShot(300, window.close)\n"
        "    return window\n"
        "app.open_window = opened\n"
        f"sys.exit(app.start(['--data-dir', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert not (tmp_path / "open-report").exists()
