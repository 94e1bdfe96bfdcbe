"""An office program of this machine as a last way: what no reader of ours opens, it converts.

It works on a copy in a folder of its own, with a profile of its own in which macros are off,
and is ended with all its children when its time is up. The clerk's file is never touched.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportdesk.errors import ReadError
from reportdesk.formats.readers.stopping import go_on

TIME_LIMIT = 60.0
"""Seconds; a report takes about two, the very first start some more."""
_LOOK = 0.2
_NO_WINDOW = 0x08000000
"""What keeps Windows from flashing a black window up for a command."""
"""Seconds between two looks whether it is still wanted."""

_PROGRAMS = ("soffice", "libreoffice", "openoffice4")
_FILTERS = {
    ".docx": "docx:MS Word 2007 XML",
    ".xlsx": "xlsx:Calc MS Excel 2007 XML",
    ".pdf": "pdf:writer_pdf_Export",
}
_FOLDERS = (
    "/usr/lib/libreoffice/program",
    "/usr/lib64/libreoffice/program",
    "/opt/libreoffice*/program",
    "/opt/openoffice*/program",
    "/snap/bin",
    "/Applications/LibreOffice.app/Contents/MacOS",
)
_WINDOWS_FOLDERS = ("LibreOffice*/program", "OpenOffice*/program")
_NO_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def find_program() -> Path | None:
    """The office program that can convert without a window, None if this machine has none."""
    for name in _PROGRAMS:
        found = shutil.which(name)
        if found:
            return Path(found)
    for folder in _folders():
        for name in ("soffice.com", "soffice.exe", "soffice", "libreoffice"):
            if (folder / name).is_file():
                return folder / name
    return None


def convert(
    data: bytes,
    suffix: str,
    wanted: str,
    *,
    program: Path | None = None,
    seconds: float = TIME_LIMIT,
) -> bytes:
    """The file converted to ``wanted`` (.docx, .xlsx or .pdf). Raises ReadError: no program, out of
    time, or the program could not open it."""
    program = program or find_program()
    if program is None:
        raise ReadError(
            "这种文件要靠办公软件转换，但本机没有找到 LibreOffice。"
            "请用 WPS 或 Word 打开它，另存为 .docx（表格存为 .xlsx）再试。"
        )
    with tempfile.TemporaryDirectory(prefix="reportdesk-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"copy{suffix if suffix[1:].isalnum() else '.doc'}"
        source.write_bytes(data)
        profile, out = folder / "profile", folder / "out"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_NO_MACROS, encoding="utf-8")
        out.mkdir()
        command = [
            str(program),
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            _FILTERS[wanted],
            "--outdir",
            str(out),
            str(source),
        ]
        _run(command, folder, seconds)
        made = sorted(out.glob(f"*{wanted}"))
        if not made or not made[0].stat().st_size:
            raise ReadError(
                "本机的办公软件也打不开这个文件，它可能已损坏或加了密码。"
                "请用原来的程序打开，另存为 .docx 再试。"
            )
        return made[0].read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run to the end or the limit; its children end with it."""
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    options: dict[str, int | bool] = (
        {"creationflags": _NO_WINDOW | 0x00000200}  # and a process group of its own
        if sys.platform == "win32"
        else {"start_new_session": True}
    )
    try:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,  # pyright: ignore[reportArgumentType, reportCallIssue]
        )
    except OSError as error:
        raise ReadError("本机的办公软件启动不了。请用它打开文件，另存为 .docx 再试。") from error
    until = time.monotonic() + seconds
    try:
        while True:
            try:
                process.wait(min(_LOOK, max(until - time.monotonic(), 0)))
                break
            except subprocess.TimeoutExpired as error:
                go_on()
                if time.monotonic() >= until:
                    raise ReadError(
                        f"办公软件转换了 {seconds:.0f} 秒还没有完成，已停止。"
                        "请用它打开文件，另存为 .docx 再试。"
                    ) from error
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/T", "/F", "/PID", str(process.pid)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
                creationflags=_NO_WINDOW,
            )
    else:
        # The group outlives its leader if a child was left behind.
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)


def _folders() -> list[Path]:
    folders: list[Path] = []
    for pattern in _FOLDERS if sys.platform != "win32" else ():
        folders += sorted(Path("/").glob(pattern.lstrip("/")), reverse=True)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432", "LOCALAPPDATA"):
            base = os.environ.get(variable)
            if base:
                for pattern in _WINDOWS_FOLDERS:
                    folders += sorted(Path(base).glob(pattern), reverse=True)
        folders += _registered()
    return folders


def _registered() -> list[Path]:
    """Where the Windows registry says the program is."""
    if sys.platform != "win32":
        return []
    import winreg

    found: list[Path] = []
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        for key in (
            r"SOFTWARE\LibreOffice\UNO\InstallPath",
            r"SOFTWARE\OpenOffice\UNO\InstallPath",
        ):
            with contextlib.suppress(OSError):
                found.append(Path(winreg.QueryValue(root, key)))
    return found
