"""What the machine itself must have: Qt's system libraries and a font with Chinese characters.

Looked for without starting a process where that is possible, so that every call of dev.py can
afford to look.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Debian package → the libraries that Qt opens out of it.
LIBRARIES = {
    # For Qt at all, without a screen too.
    "libglib2.0-0": ("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    "libegl1": ("libEGL.so.1",),
    "libgl1": ("libGL.so.1",),
    "libx11-6": ("libX11.so.6",),
    "libdbus-1-3": ("libdbus-1.so.3",),
    "libfontconfig1": ("libfontconfig.so.1",),
    "libfreetype6": ("libfreetype.so.6",),
    "libxkbcommon0": ("libxkbcommon.so.0",),
    # For a real window besides. Qt itself only says that it "could not load" its plug-in.
    "libx11-xcb1": ("libX11-xcb.so.1",),
    "libxcb1": ("libxcb.so.1",),
    "libxcb-cursor0": ("libxcb-cursor.so.0",),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-image0": ("libxcb-image.so.0",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-randr0": ("libxcb-randr.so.0",),
    "libxcb-render0": ("libxcb-render.so.0",),
    "libxcb-render-util0": ("libxcb-render-util.so.0",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
    "libxcb-shm0": ("libxcb-shm.so.0",),
    "libxcb-sync1": ("libxcb-sync.so.1",),
    "libxcb-util1": ("libxcb-util.so.1",),
    "libxcb-xfixes0": ("libxcb-xfixes.so.0",),
    "libxcb-xkb1": ("libxcb-xkb.so.1",),
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0",),
}
FONT_PACKAGE = "fonts-noto-cjk"
# Parts of the file names of the usual fonts with all the characters that a report needs.
FONT_NAMES = (
    *("sanscjk", "serifcjk", "sanssc", "serifsc", "sourcehan", "wqy", "droidsansfallback"),
    *("uming", "ukai", "gbsn00lp", "gkai00mp", "fandol", "lxgw"),
    *("msyh", "simsun", "simhei", "simfang", "simkai", "deng.ttf"),
)


def loads(library: str) -> bool:
    """Whether the system's loader finds the library, wherever it may lie."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def font_folders() -> list[Path]:
    """Where this system keeps fonts."""
    if sys.platform == "win32":
        own = Path(os.environ.get("LOCALAPPDATA", "~")).expanduser()
        windows = Path(os.environ.get("SYSTEMROOT", "C:\\Windows"))
        return [windows / "Fonts", own / "Microsoft" / "Windows" / "Fonts"]
    own = Path(os.environ.get("XDG_DATA_HOME", "~/.local/share")).expanduser()
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    return [Path(folder, "fonts") for folder in [*shared, own]] + [Path("~/.fonts").expanduser()]


def has_chinese_font(folders: Iterable[Path] | None = None) -> bool:
    """Whether a font with Chinese characters is there; without one every character is a box."""
    for folder in font_folders() if folders is None else folders:
        for _, _, files in os.walk(folder):
            for file in files:
                plain = file.lower().replace("-", "").replace("_", "")
                if any(name in plain for name in FONT_NAMES):
                    return True
    return folders is None and _is_known_to_fontconfig()


def _is_known_to_fontconfig() -> bool:
    """A font of a name that we do not know, or in a folder that only fontconfig knows."""
    program = shutil.which("fc-list")
    if program is None:
        return False
    done = subprocess.run([program, ":lang=zh-cn", "file"], capture_output=True, check=False)
    return bool(done.stdout.strip())


def missing_packages(
    loads: Callable[[str], bool] = loads, has_font: Callable[[], bool] = has_chinese_font
) -> list[str]:
    """The packages, by their names on Debian, of what this machine lacks."""
    missing: list[str] = []
    if sys.platform == "linux":
        missing += [name for name, files in LIBRARIES.items() if not all(map(loads, files))]
    if not has_font():
        missing.append(FONT_PACKAGE)
    return missing


def advice(packages: Sequence[str], *, apt: bool, root: bool, system: str = sys.platform) -> str:
    """The one line to type for what is missing, or what to look for where apt is not known."""
    if system == "win32":
        return "add the language pack 中文(简体) in Settings: no Chinese font is installed"
    if not apt:
        files = [name for package in packages for name in LIBRARIES.get(package, (package,))]
        return f"with this system's own package manager, install what holds: {' '.join(files)}"
    line = f"apt-get install --no-install-recommends -y {' '.join(packages)}"
    return line if root else f"sudo {line}"


def is_root() -> bool:
    """Whether packages may be installed without asking anyone."""
    return sys.platform != "win32" and os.geteuid() == 0


def install(packages: Sequence[str], say: Callable[[str], None]) -> bool:
    """Install the packages as root on Debian and its like; whether they are in place now.

    What cannot be installed here is told as one line to type.
    """
    apt = shutil.which("apt-get")
    if apt is not None and is_root():
        say(f"installing system packages: {' '.join(packages)}")
        if _apt(apt, packages):
            return True
        say("apt-get did not manage that; its own words are above")
    say(f"to type: {advice(packages, apt=apt is not None, root=is_root())}")
    return False


def _apt(apt: str, packages: Sequence[str]) -> bool:
    def done(*command: str) -> bool:
        # Standard output stays free for what the command itself has to say.
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        return not subprocess.run(
            command, env=quiet, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False
        ).returncode

    wait = ("-o", "DPkg::Lock::Timeout=300")
    # Mends an installation that was cut off; does nothing otherwise.
    done("dpkg", "--configure", "-a")
    # An index that cannot be renewed may still be good enough.
    done(apt, *wait, "-qq", "update")
    return done(apt, *wait, "-qq", "install", "--no-install-recommends", "-y", *packages)
