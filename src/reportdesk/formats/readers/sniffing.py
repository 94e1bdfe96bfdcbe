"""What kind of file this is, by its first bytes and inner names; the suffix is only a hint."""

import io
import re
import zipfile
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"RIFF",
    b"\x00\x00\x00\x0cjP",
    b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00 ftyp",
)
_OTHERS = (
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xdb\xa5", "oldword"),  # Word 2 for Windows
    (b"1\xbe\x00\x00", "oldword"),  # Write, Word for DOS
)
_ZIPPED = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("ppt/presentation.xml", "slides"),
    ("OFD.xml", "ofd"),
)
_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "slides"),
)
# Patterns for text: no zip or PDF has to wait until they are compiled.
_TAGS = r"(?i)<(?:!doctype\s+html|html|head|body|table|div|p|span|meta|article|section|h1|td)[\s>/]"
_TABLE = rb"(?is)<table[\s>].{0,20000}?</t[dr]>"
_MIME = rb"(?i)\A\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/"
_HEAD = 4096
_MOST_MEMBERS = 20_000


class _Container(Protocol):
    def exists(self, stream: str) -> bool: ...


class _Olefile(Protocol):
    def OleFileIO(self, file: io.BytesIO) -> _Container: ...  # noqa: N802


def kind_of(data: bytes, name: str = "") -> str:
    """The kind of file: docx, xlsx, doc, xls, pdf, html, mht, rdesk or txt, which are read
    here; oldword, et, wps, rtf, odt and ods, which need an office program; and empty, image,
    archive, zip, slides, ofd, encrypted, program, workbook or ole, which are no reports.

    ``name`` decides only what the bytes leave open."""
    suffix = PurePath(name).suffix.lower()
    if not data.strip(b"\x00 \t\r\n"):
        return "empty"
    if data.startswith(_OLE):
        return _ole_kind(data, suffix)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(data, suffix)
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for mark, kind in _OTHERS:
        if data.startswith(mark):
            return kind
    if data.startswith(_IMAGES) and _binary(head):
        return "image"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if data[:2] == b"\x09\x08" or data[:4] in (b"\x09\x04\x06\x00", b"\x09\x02\x06\x00"):
        return "xls"
    return _text_kind(data, suffix)


def is_archive(data: bytes) -> bool:
    """Whether this looks like an .rdesk file."""
    start = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith(b"{") and b'"reportdesk"' in data[:200_000]


def _binary(head: bytes) -> bool:
    return any(byte < 9 or 13 < byte < 27 for byte in head)


def _text_kind(data: bytes, suffix: str) -> str:
    head = data[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head.decode("utf-16", "ignore")
    else:
        text = head.decode("latin-1").replace("\x00", "").removeprefix("\xef\xbb\xbf")
    shown = text.lstrip()
    if is_archive(data):
        return "rdesk"
    if re.match(_MIME, head) or (suffix in {".mht", ".mhtml"} and b"multipart/" in head.lower()):
        return "mht"
    if shown.startswith("<?xml"):
        if "schemas.microsoft.com/office/word" in text or "mso-application" in text:
            return "xmloffice"
        if "opendocument" in text:
            return "odt"
    if shown.startswith("<") and re.search(_TAGS, text):
        return "html"
    if re.search(_TABLE, data[:2_000_000]):
        return "html"
    return "html" if suffix in {".html", ".htm"} and "<" in text else "txt"


def _zip_kind(data: bytes, suffix: str) -> str:
    # The list of members stands at the end, their names uncompressed.
    tail = data[-200_000:]
    for member, kind in _ZIPPED:
        if member.encode() in tail:
            return kind
    if data.count(b"PK\x01\x02") > _MOST_MEMBERS:
        return "zip"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lstrip("/").lower() for name in package.namelist()}
            type_ = _type_of(package, names)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        # A damaged package: its reader can say what is wrong with it.
        hint = {".docx": "docx", ".xlsx": "xlsx"}.get(suffix, "zip")
        return next((kind for member, kind in _ZIPPED if member.encode() in data), hint)
    for member, kind in (
        *_ZIPPED,
        ("xl/workbook.bin", "xlsb"),
        ("word/document", "docx"),
        ("xl/workbook", "xlsx"),
    ):
        if any(name.startswith(member.lower()) for name in names):
            return kind
    if "opendocument.text" in type_:
        return "odt"
    return "ods" if "opendocument.spreadsheet" in type_ else "zip"


def _type_of(package: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" not in names:
        return ""
    with package.open("mimetype") as member:
        return member.read(200).decode("latin-1")


def _ole_kind(data: bytes, suffix: str) -> str:
    container = cast("_Olefile", import_module("olefile"))
    try:
        ole = container.OleFileIO(io.BytesIO(data))
    except Exception:
        # olefile raises nearly anything on damaged containers.
        return "xls" if suffix in {".xls", ".et"} else "doc"
    for stream, kind in _STREAMS:
        if ole.exists(stream):
            return kind
    kinds = {".wps": "wps", ".et": "et", ".doc": "oldword", ".xls": "xls"}
    return kinds.get(suffix, "ole")
