"""What Windows does otherwise with files: held for moments, shortened in name, far away.

Everything here does nothing on other systems, so nobody has to ask which one it is.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path, PurePath, PureWindowsPath

_HELD = frozenset({5, 32, 33})
"""Access denied, sharing violation, lock violation: what a held file answers."""
_PAUSES = (0.05, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8)
_LONGEST = 259
"""Characters of a whole path. Windows can be told to take more; Word and WPS cannot."""
DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])[ .]*(?:\.|$)")
"""What the names of devices begin with; an ending changes nothing."""
_CLOUD = frozenset({*range(358, 405), 426})
"""What Windows says where a file is only in a cloud and cannot be fetched: ERROR_CLOUD_FILE_…"""
_FAR = 4
"""What GetDriveTypeW calls a drive across the network."""


def replace(beside: Path, to: Path, wait: Callable[[float], None] = time.sleep) -> None:
    """Move ``beside`` over ``to`` in one step. A virus scanner, the indexer or a synchronising
    program holds a fresh file for moments on Windows, so it is tried again for two and a half
    seconds; then, and for any other reason at once, OSError is raised."""
    for pause in _PAUSES:
        try:
            beside.replace(to)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            wait(pause)
        else:
            return
    beside.replace(to)


def cannot_be(path: PurePath, system: str = sys.platform) -> tuple[str, str]:
    """Why no file may have this path on Windows, and what to do; two empty texts if it may. What
    is written to the name of a device vanishes there without an error."""
    if system != "win32":
        return "", ""
    if DEVICES.match(path.name):
        return "这个名字 Windows 留作别用", "请换个名字。"
    if len(str(path)) > _LONGEST:
        return "文件夹和文件名合起来太长", "请换一个层次少些的文件夹，或者换个短些的名字。"
    return "", ""


def in_the_cloud(error: OSError) -> bool:
    """Whether a file could not be read because it is kept elsewhere, as OneDrive does with what
    was not used for long, and nothing reaches there now."""
    return getattr(error, "winerror", None) in _CLOUD


def long_path(path: Path) -> Path:
    """The path with its real names instead of short ones: ``C:\\Users\\__~1`` is where a clerk
    with a Chinese name would else find her data. It need not exist."""
    if "~" not in str(path):
        return path
    return Path(long_form(path, _ask_long_path))


def long_form(path: PurePath, ask: Callable[[str], str]) -> PurePath:
    """The path with what ``ask`` knows of it put long; it raises OSError for what is not there."""
    for known in (path, *path.parents):
        try:
            found = ask(str(known))
        except OSError:
            continue
        return type(path)(found) / path.relative_to(known)
    return path


def is_far(path: Path) -> bool:
    """Whether the path lies on another computer: a share, or a drive that is one."""
    return lies_far(path, _ask_drive_type)


def lies_far(path: PurePath, ask: Callable[[str], int]) -> bool:
    """The same, where ``ask`` gives what GetDriveTypeW says of a drive's root."""
    if not isinstance(path, PureWindowsPath):
        return False
    drive = path.drive.removeprefix("\\\\?\\")
    if drive.startswith("\\\\") or drive.upper().startswith("UNC"):
        return True
    return bool(drive) and ask(f"{drive}\\") == _FAR


def _ask_long_path(path: str) -> str:
    if sys.platform != "win32":
        return path
    import ctypes

    longest = 32768
    buffer = ctypes.create_unicode_buffer(longest)
    if not ctypes.windll.kernel32.GetLongPathNameW(path, buffer, longest):
        raise ctypes.WinError()
    return buffer.value


def _ask_drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))
