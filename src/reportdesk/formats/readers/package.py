"""Opens a zip package (.docx, .xlsx) so that no file, however made, can harm or exhaust us.

Sizes are judged before anything is inflated, XML is parsed without entities, document types or
network, and every trouble becomes a ``ReadError`` in words for the clerk.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator

from reportdesk.errors import ReadError
from reportdesk.formats.readers.safe_xml import DAMAGED, Node, parse

MAX_ENTRIES = 10_000
MAX_PART = 64 << 20
"""The most bytes that one part may have when it is inflated."""
MAX_XML = 12 << 20
"""The most bytes of XML that are parsed at once: a tree takes up to thirty times its text."""
MAX_READ = 160 << 20
"""The most bytes inflated from one package altogether."""
_HARMLESS = 4 << 20
_MAX_RATIO = 300

_TOO_LARGE = "文件展开后太大，为了安全没有打开。请确认它是不是年度报告。"
_ENCRYPTED = "文件设置了密码，读不了。请在 Word 或 WPS 里取消密码后再试。"


class Relationship:
    """A link from one part to another (or, ``external``, to somewhere that is never opened)."""

    __slots__ = ("external", "kind", "target")

    def __init__(self, kind: str, target: str, external: bool) -> None:
        """``kind`` is the last word of the type: officeDocument, styles, image."""
        self.kind = kind
        self.target = target
        self.external = external


class Package:
    """A zip package held in memory. Names of parts have no leading slash; case is ignored."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadError where ``data`` is no zip, is damaged, or holds too many parts."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as trouble:
            raise ReadError(DAMAGED) from trouble
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES:
            raise ReadError(_TOO_LARGE)
        self._entries = {_plain(entry.filename): entry for entry in entries}
        self._read = 0

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def __iter__(self) -> Iterator[str]:
        """The names of the parts, in lower case."""
        return iter(self._entries)

    def require_moderate(self, limit: int = MAX_READ) -> None:
        """Raise ReadError if the XML of this package, all inflated, is past ``limit``, or one part
        is a bomb or under a password. For libraries that inflate by themselves (openpyxl)."""
        total = 0
        for name, entry in self._entries.items():
            if name.endswith((".xml", ".rels", ".vml")):
                _judge(entry, MAX_PART)
                total += entry.file_size
        if total > limit:
            raise ReadError(_TOO_LARGE)

    def part(self, name: str, limit: int = MAX_PART) -> bytes:
        """The bytes of a part. Raises ReadError if it is missing, damaged, encrypted, or larger
        than ``limit``."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            raise ReadError(DAMAGED)
        _judge(entry, limit)
        self._read += entry.file_size
        if self._read > MAX_READ:
            raise ReadError(_TOO_LARGE)
        try:
            # A size that lies is cut off at what was declared, and then the checksum fails.
            return self._zip.read(entry)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
        ) as trouble:
            raise ReadError(DAMAGED) from trouble

    def xml(self, name: str) -> Node:
        """The root of a part that is XML, in the names of the transitional standard.

        Raises ReadError as ``part`` does, and where it is not well-formed or has a DTD."""
        return parse(self.part(name, MAX_XML))

    def relationships(self, part: str = "") -> dict[str, Relationship]:
        """The links of a part (of the package itself, where none is named), by their id."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self:
            return {}
        links: dict[str, Relationship] = {}
        for element in self.xml(path):
            get = element.get
            target, external = get("Target") or "", get("TargetMode") == "External"
            if not external:
                base = "" if target.startswith("/") else folder
                target = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
            kind = (get("Type") or "").rpartition("/")[2]
            links[get("Id") or ""] = Relationship(kind, target, external)
        return links

    def main_part(self) -> str:
        """The name of the part that holds the document. Raises ReadError if there is none."""
        for link in self.relationships().values():
            if link.kind == "officeDocument" and not link.external and link.target in self:
                return link.target
        raise ReadError(DAMAGED)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _judge(entry: zipfile.ZipInfo, limit: int) -> None:
    if entry.flag_bits & 0x1:
        raise ReadError(_ENCRYPTED)
    size = entry.file_size
    if size > limit or (size > _HARMLESS and size > _MAX_RATIO * max(entry.compress_size, 1)):
        raise ReadError(_TOO_LARGE)
