"""Opening any file a clerk has: read within limits, told by its content, given to its reader.

The file is only ever read. Whatever it holds, the answer is a story or a ReadError.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path, PurePath

from reportdesk.errors import ReadError
from reportdesk.formats.readers.sniffing import kind_of
from reportdesk.formats.story import Story
from reportdesk.windows import in_the_cloud

LARGEST = 60_000_000
"""The largest file that is read at all; a report with pictures has some megabytes."""

_SIGN = 1000
"""Bytes; what an office program leaves beside an open file has a few hundred at most."""
_SAFE = "文件没有被改动。"
_WHY = {errno.ENAMETOOLONG: "文件名太长", errno.ELOOP: "快捷方式绕成了圈"}
_REFUSED = {
    "empty": "文件是空的，里面什么也没有。请确认选的是报告本身。",
    "image": "这是一张图片（照片或扫描件），里面的文字读不出来。请用原来的 Word 或网页文件。",
    "archive": "这是压缩包。请先解压，再打开里面的报告。",
    "zip": "这是压缩包，里面不是一份 Word 或 Excel 文件。请先解压，再打开里面的报告。",
    "slides": "这是演示文稿，不是报告。请用 Word、Excel、网页或文字文件。",
    "ofd": "这是 OFD 版式文件，读不出来。请用原来的 Word 文件，或另存为 PDF 再试。",
    "program": "这是程序文件，不是报告。",
    "encrypted": "文件加了打开密码。请先用 Word 或 WPS 打开，去掉密码另存一份再试。",
    "ole": "认不出这是哪种文件。请用 Word 或 WPS 打开，另存为 .docx 再试。",
}
_SUFFIXES = {
    "docx": {".docx", ".docm", ".dotx", ".dotm"},
    "doc": {".doc", ".dot", ".wps", ".wpt"},
    "xlsx": {".xlsx", ".xlsm", ".xltx", ".xltm"},
    "xls": {".xls", ".xlt", ".et", ".ett"},
    "pdf": {".pdf"},
    "html": {".html", ".htm", ".xhtml", ".shtml", ".md", ".txt"},
    "mht": {".mht", ".mhtml", ".eml"},
}
_NAMES = {
    "docx": "Word 文件（.docx）",
    "doc": "旧版 Word 文件（.doc）",
    "xlsx": "Excel 文件（.xlsx）",
    "xls": "旧版 Excel 文件（.xls）",
    "pdf": "PDF 文件",
    "html": "网页文件",
    "mht": "单个文件网页（.mht）",
    "txt": "文字文件",
}
_OFFICE_SUFFIX = {"oldword": ".doc", "xmloffice": ".xml", "xlsb": ".xlsb"}


def open_story(path: Path) -> Story:
    """The content of the file at ``path``, whatever its kind. An .rdesk gives a story without
    pieces: it is a document, not words to recognise. Raises ReadError."""
    return story_of(load(path), path.name)


def load(path: Path) -> bytes:
    """The bytes of a regular file of bearable size; links are followed, devices and pipes are
    not waited for. Raises ReadError."""
    try:
        # O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ReadError(f"「{path.name or path}」是文件夹，不是文件。请选里面的报告文件。")
        if not stat.S_ISREG(found.st_mode):
            raise ReadError(f"「{path.name}」不是普通文件，不能读。")
        if path.name.startswith(("~$", ".~")) and found.st_size <= _SIGN:
            raise ReadError(
                f"「{path.name}」是 Word 或 WPS 打开文件时放在旁边的记号，不是报告。"
                "请选名字前面没有这个符号的那一份。"
            )
        if found.st_size > LARGEST:
            size, most = found.st_size // 1_000_000, LARGEST // 1_000_000
            raise ReadError(
                f"文件太大（{size} MB，最多 {most} MB），不像是一份报告。"
                "请去掉里面的图片另存一份，或只留报告部分。"
            )
        with os.fdopen(os.open(path, flags), "rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise ReadError(
            f"找不到文件「{path.name[:60] or path}」。请检查文件名和所在的文件夹。"
        ) from error
    except PermissionError as error:
        raise ReadError(
            f"没有读「{path.name}」的权限，或文件正被别的程序占用。请关掉别的程序，或复制一份再试。"
        ) from error
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and in_the_cloud(error):
            raise ReadError(
                f"「{path.name}」只存在网盘（如 OneDrive）上，现在取不下来。"
                "请连上网络，在文件夹里对它点右键选“始终保留在此设备上”，再试。"
            ) from error
        # Among others a name that is too long, a loop of links, a zero byte in the name.
        reason = _WHY.get(getattr(error, "errno", None) or 0, "文件名或路径不对，或者磁盘读取出错")
        raise ReadError(f"文件打不开（{reason}）。请检查文件名和所在的文件夹。") from error
    if len(data) > LARGEST:
        raise ReadError("文件太大，不像是一份报告。")
    return data


def story_of(data: bytes, name: str = "") -> Story:
    """The content of a file given as bytes. Raises ReadError."""
    kind = kind_of(data, name)
    if kind in _REFUSED:
        raise ReadError(_told(_REFUSED[kind]))
    if kind == "rdesk":
        return Story("rdesk")
    story = _careful(kind, data, name)
    suffix = PurePath(name).suffix.lower()
    if suffix and kind in _SUFFIXES and suffix not in _SUFFIXES[kind]:
        story.notes.insert(0, f"文件名以「{suffix}」结尾，内容却是{_NAMES[kind]}，已按内容读入。")
    return story


def _careful(kind: str, data: bytes, name: str) -> Story:
    """Run the reader; what a damaged file does to a library becomes a ReadError."""
    from reportdesk.formats.readers.needs_office import NeedsOffice

    try:
        reader = _reader(kind)
        if reader is None:
            return _through_office(kind, data, name)
        return reader(data)
    except NeedsOffice:
        return _through_office(kind, data, name)
    except ReadError as error:
        raise ReadError(_told(error.message)) from error
    except (MemoryError, RecursionError) as error:
        raise ReadError("文件太大或太复杂，读不下去。" + _SAFE) from error
    except Exception as error:
        # Formats are many and libraries trust their input; to her all of it is a damaged file.
        raise ReadError(
            f"文件已损坏，或不是完整的{_NAMES.get(kind, '文件')}，读不出来。"
            "请用原来的程序打开看看，另存一份再试。" + _SAFE
        ) from error


def _reader(kind: str) -> Callable[[bytes], Story] | None:
    """The reader of a kind, imported only now; None if it takes an office program."""
    match kind:
        case "docx":
            from reportdesk.formats.readers.docx import read
        case "doc":
            from reportdesk.formats.readers.doc import read
        case "xlsx":
            from reportdesk.formats.readers.xlsx import read
        case "xls":
            from reportdesk.formats.readers.xls import read
        case "pdf":
            from reportdesk.formats.readers.pdf import read
        case "html":
            from reportdesk.formats.readers.html import read
        case "mht":
            from reportdesk.formats.readers.mht import read
        case "txt":
            from reportdesk.formats.readers.text import read
        case _:
            return None
    return read


def _through_office(kind: str, data: bytes, name: str) -> Story:
    from reportdesk.formats.readers import office

    suffix = _OFFICE_SUFFIX.get(kind) or PurePath(name).suffix.lower() or f".{kind}"
    wanted = ".xlsx" if kind in {"xls", "et", "ods", "xlsb"} else ".docx"
    converted = office.convert(data, suffix, wanted)
    reader = _reader(wanted[1:])
    if reader is None or kind_of(converted) != wanted[1:]:
        raise ReadError("办公软件没有把文件转换成能读的样子。请用它打开，另存为 .docx 再试。")
    story = reader(converted)
    story.format = kind if kind in {"doc", "xls"} else story.format
    story.notes.insert(0, "文件是由本机的办公软件转换以后读入的，请核对。")
    return story


def _told(message: str) -> str:
    return message if _SAFE in message else message + _SAFE
