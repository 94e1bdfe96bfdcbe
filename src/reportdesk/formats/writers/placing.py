"""Putting a finished file in place: written beside, then moved over the old one in one step."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from reportdesk.errors import WriteError
from reportdesk.windows import replace

_SAFE = "原来的文件没有动。"
_WORDS = {
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: "磁盘配额用完了",
    errno.EROFS: "这个磁盘是只读的",
    errno.EACCES: "没有写入的权限，或者文件正被别的程序打开",
    errno.EPERM: "没有写入的权限，或者文件正被别的程序打开",
    errno.ENOENT: "文件夹不存在",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EISDIR: "这个名字是一个文件夹",
    errno.EINVAL: "文件名里有不能用的字符",
}


def put(data: bytes, out: Path) -> None:
    """Make ``out`` hold ``data``, or leave everything as it was and raise WriteError."""
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
        why = _WORDS.get(code or 0, "系统不让写入")
        raise WriteError(
            f"「{out.name[:60]}」没有写成：{why}。{_SAFE}请换一个位置或名字，或关闭占用它的程序再试。"
        ) from error
    finally:
        if beside is not None:
            with contextlib.suppress(OSError):
                os.unlink(beside)  # noqa: PTH108 - the name is a plain string from mkstemp


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
