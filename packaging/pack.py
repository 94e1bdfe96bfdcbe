"""Make of the program's folder what a clerk gets, with its size and its SHA-256.

    python packaging/pack.py windows FOLDER OUT    an installer and a zip of the folder
    python packaging/pack.py linux   FOLDER OUT    a package for Debian and its like, and an archive

The folder comes from ``packaging/freeze.py``. Both kinds can be made on Linux: NSIS makes Windows'
installer there too.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from pathlib import Path

from sizes import MEGABYTE, NAME, files, show_made, show_sizes

TOP = Path(__file__).resolve().parents[1]
HERE = TOP / "packaging"

INSTALLER_MAY_HAVE = 32
INSTALLED_MAY_HAVE = 100
"""Megabytes on Windows. The office's computers are small, and the file travels on a stick."""


def version() -> str:
    """The program's version."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def zipped(folder: Path, out: Path) -> Path:
    """The folder as a zip, for computers that let nobody install anything."""
    made = out / f"{NAME}-{version()}-windows-x64.zip"
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.write(HERE / "windows" / "请先看我.txt", f"{NAME}-{version()}/请先看我.txt")
        for file in files(folder):
            archive.write(file, f"{NAME}-{version()}/{file.relative_to(folder).as_posix()}")
    return made


def installer(folder: Path, out: Path) -> Path:
    """The installer for Windows. The one made on Linux starts in a 64-bit Wine prefix too."""
    made = out / f"{NAME}-{version()}-windows-x64-setup.exe"
    program = shutil.which("makensis") or r"C:\Program Files (x86)\NSIS\makensis.exe"
    command = [program, "-V2", "-INPUTCHARSET", "UTF8", f"-DVERSION={version()}"]
    command += [f"-DFOLDER={folder.resolve()}", f"-DOUT={made.resolve()}"]
    command += ["-DAMD64"] if sys.platform == "linux" else []
    environment = {**os.environ, **({"LC_ALL": "C.UTF-8"} if sys.platform == "linux" else {})}
    subprocess.run([*command, "installer.nsi"], check=True, cwd=HERE / "windows", env=environment)
    return made


def glibc_of(folder: Path) -> tuple[int, ...]:
    """The newest version of glibc that anything in the folder asks for."""
    asked = re.compile(rb"GLIBC_(\d+(?:\.\d+)+)")
    newest: tuple[int, ...] = (2, 0)
    for file in files(folder):
        data = file.read_bytes()
        if data.startswith(b"\x7fELF"):
            for match in asked.finditer(data):
                newest = max(newest, tuple(int(part) for part in match[1].decode().split(".")))
    return newest


def debian_architecture() -> str:
    """What Debian calls this machine."""
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())


def control(folder: Path) -> str:
    """What dpkg is told of the package."""
    template = (HERE / "linux" / "control").read_text(encoding="utf-8")
    size = sum(file.lstat().st_size for file in files(folder)) // 1024
    return template.format(
        version=version(),
        architecture=debian_architecture(),
        size=size,
        glibc=".".join(str(part) for part in glibc_of(folder)),
    )


def debian(folder: Path, out: Path) -> Path:
    """The package for Debian and its like: Kylin, UOS, Ubuntu."""
    made = out / f"{NAME}_{version()}_{debian_architecture()}.deb"
    linux, icons = HERE / "linux", TOP / "resources" / "icons"
    with tempfile.TemporaryDirectory() as name:
        root = Path(name, "root")
        home = root / "opt" / NAME
        shutil.copytree(folder, home, symlinks=True)
        placed = {
            "usr/bin/reportdesk": linux / "reportdesk.sh",
            "usr/share/applications/reportdesk.desktop": linux / "reportdesk.desktop",
            "usr/share/mime/packages/reportdesk.xml": linux / "reportdesk.xml",
            "usr/share/icons/hicolor/scalable/apps/reportdesk.svg": icons / "reportdesk.svg",
            "usr/share/icons/hicolor/scalable/mimetypes/application-x-reportdesk.svg": icons
            / "reportdesk-file.svg",
            "usr/share/doc/reportdesk/copyright": TOP / "LICENSE",
        }
        for size in (16, 24, 32, 48, 64, 128, 256):
            place = f"usr/share/icons/hicolor/{size}x{size}/apps/reportdesk.png"
            placed[place] = icons / f"reportdesk-{size}.png"
        for place, file in placed.items():
            (root / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, root / place)
        _plain_rights(root, programs=(root / "usr/bin/reportdesk", home / NAME))
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(control(folder), encoding="utf-8")
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(made)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return made


def _plain_rights(root: Path, programs: tuple[Path, ...]) -> None:
    """Readable for all, writable for the system alone, whatever the builder's own habits are."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)


def archive(folder: Path, out: Path) -> Path:
    """The folder as an archive, for who may not install packages."""
    made = out / f"{NAME}-{version()}-linux-{platform.machine()}.tar.xz"
    with tarfile.open(made, "w:xz", preset=6) as packed:
        packed.add(folder, f"{NAME}-{version()}")
    return made


def digests(made: list[Path], out: Path) -> None:
    """Write the SHA-256 of each file, as ``sha256sum --check`` reads it."""
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in made]
    (out / f"SHA256SUMS-{sys.argv[1]}").write_text("".join(lines), encoding="utf-8", newline="\n")


def main() -> int:
    """Make them; 1 if what was made is larger than it may be."""
    options = argparse.ArgumentParser()
    options.add_argument("system", choices=["windows", "linux"])
    options.add_argument("folder", type=Path)
    options.add_argument("out", type=Path)
    wanted = options.parse_args()
    wanted.out.mkdir(parents=True, exist_ok=True)
    installed = show_sizes(wanted.folder)
    makers = {"windows": (installer, zipped), "linux": (debian, archive)}[wanted.system]
    made = [make(wanted.folder, wanted.out) for make in makers]
    digests(made, wanted.out)
    show_made(made)
    if wanted.system == "windows" and (
        installed > INSTALLED_MAY_HAVE * MEGABYTE
        or made[0].stat().st_size > INSTALLER_MAY_HAVE * MEGABYTE
    ):
        print("larger than it may be")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
