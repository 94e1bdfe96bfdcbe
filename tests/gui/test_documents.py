"""Where a file dialog opens."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from reportdesk.gui.documents import documents


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "文档"
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))  # pyright: ignore
    return folder


def test_it_opens_where_the_clerk_was_last(tmp_path: Path, own: Path) -> None:
    own.mkdir()
    assert documents(str(tmp_path)) == tmp_path


def test_it_opens_in_her_documents_the_first_time_and_where_the_stick_is_out(
    tmp_path: Path, own: Path
) -> None:
    own.mkdir()
    assert documents("") == own
    assert documents(str(tmp_path / "E盘")) == own


def test_it_never_opens_where_the_program_lies(
    tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert documents("") == Path.home()
