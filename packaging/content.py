"""What is in the packaged program, and what is left out of what PyInstaller finds.

The program draws widgets and needs neither Qt's other worlds (QML, 3D, networks, databases) nor
pictures of kinds that no file of ours has. What is left out here was seen to be needed by nothing:
``reportdesk --self-test`` of the built program proves it.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

HIDDEN = ["shiboken6", "lxml.etree", "lxml._elementpath", "olefile", "xlrd", "pypdfium2"]
"""Libraries that are named only at the moment a file needs them."""

METADATA = ["reportdesk", "PySide6-Essentials", "lxml", "olefile", "xlrd", "pypdfium2"]
"""Distributions of which the program tells the version."""

EXCLUDED = [
    *("tkinter", "unittest", "pydoc", "doctest", "pytest", "_pytest", "numpy", "PIL"),
    *("openpyxl", "et_xmlfile", "docx", "bs4", "cssselect", "html5lib", "setuptools", "pip"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify", "lxml.sax"),
    # Nothing is sent over a network; and without these two there is no OpenSSL in it.
    *("ssl", "_ssl", "_hashlib", "ftplib", "smtplib", "asyncio", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL"),
    *("PySide6.QtSvg", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtDBus"),
    *("pypdfium2_cli", "curses", "multiprocessing", "concurrent", "lib2to3", "distutils"),
]

_TRANSLATION = re.compile(r"/translations/(?!qtbase_zh_CN\.qm)")
_PLUGINS = re.compile(r"/plugins/([a-z0-9-]+)/(?:lib)?([a-z0-9_-]+)")
_KEPT_PLUGINS = {
    "platforms": {"qwindows", "qxcb", "qoffscreen", "qwayland", "qwayland-generic"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "xcbglintegrations": set[str](),
    "imageformats": {"qico", "qjpeg"},
    "printsupport": {"cupsprintersupport", "windowsprintersupport"},
    "styles": set[str](),
    "platformthemes": {"qxdgdesktopportal"},
    "iconengines": set[str](),
    "generic": set[str](),
    "tls": set[str](),
    "networkinformation": set[str](),
    "egldeviceintegrations": set[str](),
    "accessiblebridge": set[str](),
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-graphics-integration-client": set[str](),
    "wayland-decoration-client": {"bradient"},
}
"""Qt's plugins that are shipped; of a kind that is not named, all are."""

_CARRIED = re.compile(
    r"lib(?:python3|sqlite3|ffi|bz2|lzma|uuid|xcb-(?:cursor|icccm|image|keysyms|render-util|util)"
    r"|xkbcommon(?:-x11)?)[.\d]*\.so"
)
"""On Linux the system's own libraries are used; these are not on every desktop, or not under the
same name. The package names the others as what it needs."""

_LEFT_OUT = re.compile(
    # A renderer in software for what draws with OpenGL; parts of Windows itself, which a build
    # under Wine would take from the prefix.
    r"(?:opengl32sw|icuuc|mscms|d3dcompiler|ucrtbase|api-ms-win"
    r"|(?:lib)?qt6(?:network|qml|quick|opengl|svg|sql|test|pdf|virtualkeyboard|eglfs|waylandegl)"
    r"|(?:lib)?qt(?:network|qml|quick|opengl|svg|sql|test)\b"
    r")",
    re.IGNORECASE,
)


def is_shipped(name: str) -> bool:
    """Whether the file that would lie at ``name`` in the program's folder is to lie there."""
    path = "/" + name.replace("\\", "/")
    if _TRANSLATION.search(path):
        return False
    if plugin := _PLUGINS.search(path):
        kept = _KEPT_PLUGINS.get(plugin[1])
        return kept is None or plugin[2] in kept
    if re.fullmatch(r"/lib[^/]+\.so[.\d]*", path):
        return bool(_CARRIED.match(path[1:]))
    return not _LEFT_OUT.match(PurePosixPath(path).name)


def shipped_data(top: Path) -> list[tuple[str, str]]:
    """The program's own data with the folder of each, as in the wheel; what Word, a Mac or an
    editor left there is left there."""
    found: list[tuple[str, str]] = []
    for folder in ("resources", "templates"):
        for file in sorted((top / folder).rglob("*")):
            if file.is_file() and not file.name.startswith(("~$", ".~", ".DS_Store")):
                to = PurePosixPath("reportdesk/_data", file.parent.relative_to(top).as_posix())
                found.append((str(file), str(to)))
    return found
