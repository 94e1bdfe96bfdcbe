"""The wheel: the package with its data, whole, and nothing that strayed into the folders."""

import os
import shutil
import subprocess
import sys
import zipfile
from contextlib import chdir
from pathlib import Path, PurePosixPath

import pytest
from hatchling.build import build_wheel

import reportdesk

TOP = Path(__file__).resolve().parents[1]
SHIPPED = {"src/reportdesk": "reportdesk"} | {
    folder: f"reportdesk/_data/{folder}" for folder in ("resources", "templates")
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built beside it from a copy with strays in it."""
    copy = tmp_path_factory.mktemp("checkout")
    for folder in (*SHIPPED, "ui", "tests/data"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(TOP / folder, copy / folder, ignore=ignored)
    for file in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy(TOP / file, copy)
    # What Word, a Mac and Python leave behind.
    (copy / "templates" / "~$cn-2021.docx").write_bytes(b"owner")
    (copy / "resources" / ".DS_Store").write_bytes(b"view")
    (copy / "src" / "reportdesk" / "__pycache__").mkdir()
    (copy / "src" / "reportdesk" / "__pycache__" / "cli.cpython-311.pyc").write_bytes(b"code")
    out = tmp_path_factory.mktemp("wheel")
    with chdir(copy):
        name = build_wheel(str(out))
    return out / name


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def expected() -> set[str]:
    """Every file of the shipped folders, at its place in the wheel."""
    return {
        str(PurePosixPath(place, file.relative_to(TOP / folder).as_posix()))
        for folder, place in SHIPPED.items()
        for file in (TOP / folder).rglob("*")
        if file.is_file()
        and "__pycache__" not in file.parts
        and not file.name.startswith(("~$", ".DS_Store"))
    }


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel: Path) -> None:
    info = f"reportdesk-{reportdesk.__version__}.dist-info/"
    assert {name for name in names(wheel) if not name.startswith(info)} == expected()


def test_the_editions_and_their_templates_are_among_the_data(wheel: Path) -> None:
    held = names(wheel)
    for edition in ("cn-2019", "cn-2021"):
        assert f"reportdesk/_data/resources/editions/{edition}.toml" in held
        assert f"reportdesk/_data/templates/{edition}.docx" in held


def test_the_wheel_has_the_version_that_the_program_names(wheel: Path) -> None:
    assert wheel.name == f"reportdesk-{reportdesk.__version__}-py3-none-any.whl"


def test_the_program_works_out_of_the_wheel_away_from_any_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    (sample,) = sorted(tmp_path.glob("reportdesk/_data/resources/samples/*.docx"))[:1]
    done = subprocess.run(
        [sys.executable, "-c", PROBE, str(sample)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    place, edition = done.stdout.split()
    assert Path(place).is_relative_to(tmp_path.resolve())
    assert edition == "cn-2021"


PROBE = """
import sys
import reportdesk
from pathlib import Path
reading = reportdesk.read(sys.argv[1], reportdesk.editions())
print(Path(reportdesk.__file__).resolve(), reading.edition.id)
"""
