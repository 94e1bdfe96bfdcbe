from pathlib import Path

import pytest

from reportdesk.paths import data_folder, resource, shipped_catalog, template


def test_the_shipped_data_lie_where_the_program_looks():
    assert resource("editions", "cn-2021.toml").is_file()
    assert resource("editions").is_dir()
    assert template().is_dir()
    assert template("cn-2021.docx").parent == template()


def test_the_shipped_catalog_has_both_official_editions():
    catalog = shipped_catalog()
    assert sorted(catalog) == ["cn-2019", "cn-2021"]
    assert [
        (e.id if (e := catalog.for_year(y)) else None) for y in (2018, 2019, 2020, 2021, 2030)
    ] == [
        None,
        "cn-2019",
        "cn-2019",
        "cn-2021",
        "cn-2021",
    ]


def test_the_clerk_s_data_lie_in_the_system_s_place_for_them_and_are_made_by_nobody_here(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    folder = data_folder()
    assert folder.name == "reportdesk"
    assert folder.is_absolute()
    assert not (tmp_path / "reportdesk").exists()


def test_where_her_data_lie_is_told_by_the_folder_s_real_name(monkeypatch: pytest.MonkeyPatch):
    real = Path("/Users/李秀英/reportdesk")
    asked: list[Path] = []

    def long_path(path: Path) -> Path:
        asked.append(path)
        return real

    monkeypatch.setattr("reportdesk.paths.long_path", long_path)
    assert data_folder() == real
    (short,) = asked
    assert short.parts.count("reportdesk") == 1


def test_the_clerk_s_data_lie_where_she_wants_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("stick")) == tmp_path / "stick"
    assert data_folder(Path("~/reports")) == Path.home() / "reports"
