"""The packaged program: what is in it, and what each system is told of it."""

import ast
import configparser
import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

import reportdesk
from benchmarks import packaged
from content import EXCLUDED, HIDDEN, METADATA, is_shipped, shipped_data
from freeze import licence_files, version, version_information
from machine import LIBRARIES
from pack import control, glibc_of
from reportdesk.app import understand
from reportdesk.gui.actions import MENUS
from sizes import MODULES, PARTS, by_origin, sizes

TOP = Path(__file__).resolve().parents[1]
SOURCES = sorted((TOP / "src").rglob("*.py"))
LINUX = TOP / "packaging" / "linux"
WINDOWS = TOP / "packaging" / "windows"

IMPORTS_ALL = """
import importlib, sys

class Gate:
    def find_spec(self, name, path=None, target=None):
        if any(name == one or name.startswith(f"{one}.") for one in EXCLUDED):
            raise ImportError(f"{name} is left out of the package")

EXCLUDED = sys.argv[1].split()
sys.meta_path.insert(0, Gate())
for name in sys.argv[2].split():
    importlib.import_module(name)
"""


def imported() -> set[str]:
    """Every module that the program imports anywhere, and its own."""
    names: set[str] = set()
    for file in SOURCES:
        if file.parent.name == "forms" or file.name == "__main__.py":
            continue
        names.add(".".join(file.relative_to(TOP / "src").with_suffix("").parts))
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module)
    return {name.removesuffix(".__init__") for name in names} - NOT_EVERYWHERE


NOT_EVERYWHERE = {"winreg", "msvcrt", "fcntl", "PySide6.QtTest", "_typeshed"}


def test_the_program_needs_nothing_that_is_left_out() -> None:
    names = sorted(imported() | set(HIDDEN))
    assert len(names) > 100
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS_ALL, " ".join(EXCLUDED), " ".join(names)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_library_named_only_as_text_is_put_in_by_name() -> None:
    named = {
        str(match)
        for file in SOURCES
        for match in re.findall(r'import_module\("([\w.]+)"', file.read_text(encoding="utf-8"))
    }
    assert named
    assert named - {"sqlite3"} <= set(HIDDEN)


@pytest.mark.parametrize(
    "name",
    [
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\Qt6Core.dll",
        r"PySide6\translations\qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libicuuc.so.73",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "libpython3.11.so.1.0",
        "libxcb-cursor.so.0",
        "reportdesk/_data/resources/help/01-quick.md",
        "pypdfium2_raw/pdfium.dll",
    ],
)
def test_what_the_program_needs_is_shipped(name: str) -> None:
    assert is_shipped(name)


@pytest.mark.parametrize(
    "name",
    [
        r"PySide6\opengl32sw.dll",
        r"PySide6\Qt6Network.dll",
        r"PySide6\plugins\tls\qopensslbackend.dll",
        r"PySide6\translations\qtbase_de.qm",
        "icuuc.dll",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/wayland-shell-integration/libivi-shell.so",
        "libglib-2.0.so.0",
        "libX11.so.6",
    ],
)
def test_what_nothing_needs_and_what_belongs_to_the_system_is_not(name: str) -> None:
    assert not is_shipped(name)


def test_the_data_lie_in_the_package_where_they_lie_in_the_wheel() -> None:
    shipped = dict(shipped_data(TOP))
    for file in (
        "resources/editions/cn-2021.toml",
        "templates/cn-2021.docx",
        "resources/look.toml",
    ):
        place = shipped[str(TOP / file)]
        assert place == f"reportdesk/_data/{Path(file).parent.as_posix()}"
    assert not any(Path(file).name.startswith(("~$", ".")) for file in shipped)


def test_the_about_box_finds_the_versions_of_what_is_shipped() -> None:
    code = (TOP / "src/reportdesk/gui/dialogs/about.py").read_text(encoding="utf-8")
    told = set(re.findall(r"_version\('([\w-]+)'\)", code))
    (libraries,) = re.findall(r"_LIBRARIES = \((.*?)\)", code, re.DOTALL)
    assert told | set(re.findall(r'"([\w-]+)"', libraries)) == set(METADATA)


def test_everything_shipped_comes_with_its_licence() -> None:
    notices = (TOP / "packaging/licences/第三方组件.txt").read_text(encoding="utf-8")
    for name in METADATA[2:]:
        assert licence_files(name)
        assert name in notices
    for word in ("LGPL", "PySide6", "Python", "SQLite", "可以换成"):
        assert word in notices
    for text in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        assert text in notices
        assert (TOP / "packaging/licences" / text).stat().st_size > 5000


def test_the_version_is_one_everywhere() -> None:
    assert version() == reportdesk.__version__
    information = version_information("1.2.3")
    assert "filevers=(1, 2, 3, 0)" in information
    assert 'StringStruct("ProductVersion", "1.2.3")' in information
    ast.parse(information)


def icon_sizes(file: Path) -> list[int]:
    data = file.read_bytes()
    zero, kind, count = struct.unpack_from("<HHH", data)
    assert (zero, kind) == (0, 1)
    found: list[int] = []
    for number in range(count):
        width, _, _, _, _, bits, size, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert bits == 32
        assert data[at : at + 4] in (b"\x89PNG", struct.pack("<I", 40))
        assert at + size <= len(data)
        found.append(width or 256)
    return found


@pytest.mark.parametrize("name", ["reportdesk.ico", "rdesk.ico"])
def test_an_icon_has_every_size_that_windows_shows(name: str) -> None:
    assert {16, 24, 32, 48, 256} <= set(icon_sizes(WINDOWS / name))


def test_the_installer_s_words_are_for_the_clerk_and_it_asks_for_no_administrator() -> None:
    script = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script
    assert "RMDir /r $LOCALAPPDATA" not in script
    removed = re.findall(r'RMDir /r "([^"]+)"', script)
    assert set(removed) == {r"$INSTDIR\_internal", r"$INSTDIR\licences"}


def test_what_the_zip_says_first_is_so() -> None:
    text = (WINDOWS / "请先看我.txt").read_bytes().decode("utf-8-sig")
    # The oldest editor that Windows 10 may have knows no other end of a line.
    assert text.count("\r\n") == text.count("\n") > 5
    entries = {f"{menu} › {item.words}" for menu, items in MENUS for item in items}
    bare = {re.sub(r"\(&\w\)", "", entry) for entry in entries}
    named = re.findall("[“（]([^“（”]+ › [^”]+)”", text)
    assert named
    assert set(named) <= bare
    assert understand(["--data-dir", "E:/年报数据"]).data == Path("E:/年报数据")
    assert "--data-dir" in text


def test_the_desktop_knows_the_program_and_its_file_type() -> None:
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[assignment, method-assign]
    entry.read(LINUX / "reportdesk.desktop", encoding="utf-8")
    about = entry["Desktop Entry"]
    assert about["Exec"] == "reportdesk open %f"
    kinds = ElementTree.parse(LINUX / "reportdesk.xml").getroot()
    (kind,) = [one.get("type") for one in kinds if one.tag.endswith("mime-type")]
    assert about["MimeType"] == f"{kind};"
    assert (TOP / "resources/icons" / f"{about['Icon']}.svg").is_file()


def test_the_package_for_debian_asks_for_every_library_that_it_does_not_carry(
    tmp_path: Path,
) -> None:
    (tmp_path / "reportdesk").write_bytes(b"\x7fELF\0GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.4\0")
    (tmp_path / "data.txt").write_bytes(b"GLIBC_9.9")
    assert glibc_of(tmp_path) == (2, 34)
    text = control(tmp_path)
    assert "libc6 (>= 2.34)" in text
    asked = set(re.findall(r"[a-z][a-z0-9+.-]+", text.partition("Depends:")[2]))
    for package, files in LIBRARIES.items():
        if not any(is_shipped(file) for file in files):
            assert package in asked, package


def test_every_file_of_the_package_is_counted_once(tmp_path: Path) -> None:
    placed = {
        "_internal/PySide6/Qt6Core.dll": "Qt",
        "_internal/PySide6/Qt/lib/libicudata.so.73": "ICU, of Qt on Linux",
        "_internal/PySide6/plugins/platforms/qwindows.dll": "Qt's plugins and words",
        "_internal/PySide6/QtCore.pyd": "PySide6",
        "_internal/lxml/etree.pyd": "lxml",
        "_internal/reportdesk/_data/resources/look.toml": "forms, templates, help",
        "_internal/python311.dll": "Python and libraries of the system",
        "reportdesk.exe": "the programs with all modules",
        "licences/Python.txt": "licences",
    }
    for number, path in enumerate(placed):
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(2**number))
    found = sizes(tmp_path)
    assert sum(found.values()) == 2 ** len(placed) - 1
    assert {found[name] for name in placed.values()} == {2**n for n in range(len(placed))}
    assert set(found) == {name for name, _ in PARTS}


def test_every_module_in_a_program_is_of_one_origin() -> None:
    modules = {"reportdesk": 1, "reportdesk.gui.desk": 2, "xlrd.book": 4, "typing": 8, "_abc": 16}
    assert by_origin(modules) == {
        "our own modules": 3,
        "modules of libraries": 4,
        "modules of Python": 24,
    }
    assert set(by_origin({})) == {name for name, _ in MODULES}


def test_the_bench_says_in_a_line_why_it_measures_no_packaged_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packaged, "TOP", tmp_path)
    assert len(packaged.absent().splitlines()) == 1
    assert packaged.measure(tmp_path) == []
