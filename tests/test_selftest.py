"""``reportdesk --self-test FILE``: what an office's technician and every build call."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportdesk.selftest import Trial


def try_out(folder: Path, data: Path) -> tuple[int, dict[str, Any]]:
    file = folder / "结果.json"
    done = subprocess.run(
        [sys.executable, "-m", "reportdesk", "--data-dir", str(data), "--self-test", str(file)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, json.loads(file.read_text(encoding="utf-8"))


def test_a_program_that_is_whole_passes(tmp_path: Path) -> None:
    status, found = try_out(tmp_path, tmp_path / "数据")
    assert found["ok"], [step for step in found["steps"] if not step["ok"]]
    assert status == 0
    names = {step["name"] for step in found["steps"]}
    assert {"data folder", "libraries", "write .docx", "write .xlsx", "Qt", "window"} <= names


def test_it_makes_the_data_folder_and_leaves_no_report_in_it(tmp_path: Path) -> None:
    from reportdesk.store.drafts import DraftStore

    try_out(tmp_path, tmp_path / "数据")
    with DraftStore(tmp_path / "数据") as store:
        assert store.drafts() == store.bin() == []


def test_a_computer_on_which_nothing_can_be_kept_fails_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "数据").write_bytes(b"a file where the folder should be")
    status, found = try_out(tmp_path, tmp_path / "数据")
    assert (status, found["ok"]) == (1, False)
    (failed,) = [step for step in found["steps"] if not step["ok"]]
    assert failed["name"] == "data folder"
    assert failed["error"]


def test_a_step_that_fails_is_kept_and_the_next_is_tried() -> None:
    trial = Trial()
    with trial.step("first") as told:
        told["seen"] = 1
        raise LookupError("gone")
    with trial.step("second"):
        pass
    assert [(step["name"], step["ok"]) for step in trial.steps] == [
        ("first", False),
        ("second", True),
    ]
    assert trial.steps[0] == {
        "name": "first",
        "seen": 1,
        "ok": False,
        "error": "LookupError: gone",
        "ms": pytest.approx(0, abs=1000),
    }
    assert not trial.passed
