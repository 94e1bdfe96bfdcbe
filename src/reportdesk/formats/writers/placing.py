"""Putting a finished file in place: written beside, then moved over the old one in one step."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from reportdesk.errors import WriteError
from reportdesk.windows import cannot_be, replace

_SAFE = "原来的文件没有动，填写的内容都在。"
_ELSEWHERE = "请换一个位置。"
_HELD = ("文件正被别的程序打开，或者没有写入的权限", "请关闭打开它的程序再重试，或者换个名字。")
_WORDS = {
    errno.ENOSPC: ("磁盘满了", "请腾出空间再重试，或者换一个磁盘。"),
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: (
        "磁盘配额用完了",
        "请腾出空间再重试，或者换一个磁盘。",
    ),
    errno.EROFS: ("这个磁盘是只读的", _ELSEWHERE),
    errno.EACCES: _HELD,
    errno.EPERM: _HELD,
    errno.ENOENT: ("文件夹不存在", "它可能被移走、改名，或者 U 盘、网络盘已断开。" + _ELSEWHERE),
    errno.ENOTDIR: ("路径里有一段不是文件夹", _ELSEWHERE),
    errno.ENAMETOOLONG: ("文件名太长", "请换个短些的名字。"),
    errno.EISDIR: ("这个名字是一个文件夹", "请换个名字。"),
    errno.EINVAL: ("文件名里有不能用的字符", "请换个名字。"),
}
_OTHERWISE = ("系统不让写入", "请重试，或者换一个位置或名字。")


def put(data: bytes, out: Path) -> None:
    """Make ``out`` hold ``data``, or leave everything as it was and raise WriteError."""
    why, what_to_do = cannot_be(out.absolute())
    if why:
        raise WriteError(f"“{out.name[:60]}”没有写成：{why}。{_SAFE}{what_to_do}")
    beside: str | None = None
    try:
        if out.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if out.is_symlink():
            out = out.resolve()
        handle, beside = tempfile.mkstemp(prefix=".~", suffix=".tmp", dir=out.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _keep_mode(beside, out)
        replace(Path(beside), out)
        beside = None
    except (OSError, ValueError) as error:
        code = error.errno if isinstance(error, OSError) else errno.EINVAL
        why, what_to_do = _WORDS.get(code or 0, _OTHERWISE)
        if code in (errno.EACCES, errno.EPERM) and (program := opened_in(out)):
            why, what_to_do = (
                f"它正在{program}里打开着",
                f"请在{program}里关闭它再重试，或者换个名字。",
            )
        elif code in (errno.EACCES, errno.EPERM) and not out.exists():
            why, what_to_do = "这个文件夹不让写入", _ELSEWHERE
        raise WriteError(f"“{out.name[:60]}”没有写成：{why}。{_SAFE}{what_to_do}") from error
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                os.unlink(beside)  # noqa: PTH108 - the name is a plain string from mkstemp


def opened_in(out: Path) -> str:
    """The program that has a file open, by the file that it leaves beside it meanwhile; "" where
    none can be told."""
    name = out.name
    beside = {
        " Word ": (f"~${name}", f"~${name[2:]}", f"~${name[1:]}"),
        " WPS ": (f".~{name}",),
        " LibreOffice ": (f".~lock.{name}#",),
    }
    with contextlib.suppress(OSError, ValueError):
        for program, left in beside.items():
            if any(out.with_name(each).exists() for each in left):
                return program
    return ""


def _keep_mode(beside: str, out: Path) -> None:
    """A new file gets the rights that any program would give it, an old one keeps its own."""
    with contextlib.suppress(OSError):
        if out.exists():
            mode = out.stat().st_mode & 0o777
        else:
            mask = os.umask(0)
            os.umask(mask)
            mode = 0o666 & ~mask
        Path(beside).chmod(mode)
