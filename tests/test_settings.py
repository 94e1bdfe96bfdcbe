"""The clerk's choices: kept whole, and no file of them keeps the program from starting."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.settings import THEMES, Settings, SettingsFile

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


def test_before_any_choice_the_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert SettingsFile(tmp_path / "none.json").load() == Settings()


def other(name: str, usual: object) -> Any:
    """What a clerk might choose instead of the usual."""
    chosen: dict[type, object] = {float: 1.25, str: "D:\\导出", tuple: ("C:\\2024.docx", "/乙.pdf")}
    if name == "theme":
        return "dark"
    return not usual if isinstance(usual, bool) else chosen[type(usual)]


def test_choices_come_back_as_they_were(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "new" / "settings.json")
    usual = Settings()
    chosen = Settings(**{name: other(name, value) for name, value in usual._asdict().items()})
    assert all(a != b for a, b in zip(chosen, usual, strict=True))
    file.save(chosen)
    assert file.load() == chosen
    file.save(chosen._replace(zoom=1.0))
    assert file.load().zoom == 1.0
    assert [each.name for each in file.path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '"zoom"', "\x00"])
def test_a_damaged_file_is_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.json").write_text(text, encoding="utf-8")
    assert SettingsFile(tmp_path / "settings.json").load() == Settings()


def test_a_file_that_is_no_text_is_as_if_there_were_none(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe\x00")
    assert SettingsFile(tmp_path / "settings.json").load() == Settings()


def test_what_is_wrong_with_one_choice_costs_no_other(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    wrong = {"zoom": "big", "theme": "pink", "recent": ["a", 1], "show_last": 1, "newer": True}
    file.write_text(json.dumps({**wrong, "welcomed": True, "last_folder": "x"}), encoding="utf-8")
    assert SettingsFile(file).load() == Settings(welcomed=True, last_folder="x")


@given(data=st.dictionaries(st.sampled_from(Settings._fields), anything))
def test_whatever_stands_in_the_file_the_settings_are_of_their_kinds(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("data") / "settings.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    found = SettingsFile(file).load()
    assert found.theme in THEMES
    assert [type(each) for each in found] == [type(each) for each in Settings()]
    assert all(isinstance(name, str) for name in found.recent)


def test_where_it_cannot_be_written_the_old_file_stays(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    file.path.mkdir()
    with pytest.raises(OSError, match="settings"):
        file.save(Settings())
    assert [each.name for each in tmp_path.iterdir()] == ["settings.json"]
