"""The start of the desk: the one module that knows everything and puts it together."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from reportdesk.errors import DamagedStoreError, ReportdeskError, RequestError, StoreError
from reportdesk.gui import style
from reportdesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.gui.context import Context
    from reportdesk.gui.main_window import MainWindow

DONE, BAD_INPUT = 0, 2
TITLE = "政府信息公开年报"
_SETTLED = 400
"""Milliseconds after which the start page stands and nobody waits for anything."""
_NO_SCREEN = "这里没有图形界面，窗口打不开。可以用命令，例如 reportdesk check 文件。"


class Wish(NamedTuple):
    """What the start asks for."""

    file: Path | None = None
    data: Path | None = None
    editions: Path | None = None


def understand(arguments: Sequence[str]) -> Wish:
    """The start's options: ``[--data-dir DIR] [--editions DIR] [open [FILE]]``. Raises
    RequestError."""
    if not arguments:  # as by a double click
        return Wish()
    import argparse

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> None:  # type: ignore[override]
            raise RequestError(f"命令不完整或写错了：{message}。用 reportdesk --help 看用法。")

    parser = Parser(prog="reportdesk", add_help=False)
    parser.add_argument("--data-dir", type=Path)
    parser.add_argument("--editions", type=Path)
    parser.add_argument("command", nargs="?", choices=["open"])
    parser.add_argument("file", nargs="?", type=Path)
    found = parser.parse_args(arguments)
    return Wish(found.file, found.data_dir, found.editions)


def has_screen() -> bool:
    """Whether a window can be shown; without any screen Qt would end the process with a crash."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """The Qt application, speaking Chinese throughout; made once a process."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    app = QApplication(["reportdesk", *style.ARGUMENTS, *arguments])
    app.setApplicationName("reportdesk")
    app.setApplicationDisplayName(TITLE)
    app.setDesktopFileName("reportdesk")
    app.setWindowIcon(_icon())
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateMenu, False)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateTooltip, False)
    app.setEffectEnabled(Qt.UIEffect.UI_FadeMenu, False)
    app.setEffectEnabled(Qt.UIEffect.UI_FadeTooltip, False)
    speak_chinese(app)
    return app


def speak_chinese(app: QApplication) -> None:
    """Have Qt's own buttons and dialogs in Chinese."""
    own = str(resource("words"))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The last one is asked first: ours have only what Qt's lack.
    for name, folder in (("qt_words", own), ("qtbase_zh_CN", qts)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def _icon() -> QIcon:
    icon = QIcon()
    for file in sorted(resource("icons").glob("reportdesk-*.png")):
        icon.addFile(str(file))
    return icon


def gather(wish: Wish) -> Context:
    """Everything the window works with. Raises StoreError, EditionError."""
    from reportdesk.gui.context import Context
    from reportdesk.paths import data_folder, shipped_catalog
    from reportdesk.settings import SettingsFile
    from reportdesk.store.drafts import DraftStore

    folder = data_folder(wish.data)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"数据文件夹建不了：{folder}（{error.strerror}）。"
            "请检查权限，或用 --data-dir 指定别处。"
        ) from error
    settings_file = SettingsFile(folder / "settings.json")
    own = wish.editions
    if own is None and (folder / "editions").is_dir():
        own = folder / "editions"
    return Context(
        DraftStore(folder),
        shipped_catalog(own),
        settings_file,
        settings_file.load(),
        folder,
        folder / "logs",
    )


def dress(app: QApplication, context: Context) -> None:
    """Give the application the look that the clerk chose."""
    from reportdesk.gui.appearance import follow

    style.set_theme(zoom=context.settings.zoom)
    style.apply(app)
    follow(app, context.settings.theme)


def start(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed; the process's status."""
    try:
        wish = understand(arguments)
    except RequestError as error:
        print(f"reportdesk: {error.message}", file=sys.stderr)
        return BAD_INPUT
    if not has_screen():
        print(f"reportdesk: {_NO_SCREEN}", file=sys.stderr)
        return BAD_INPUT
    from reportdesk.gui.garbage import Collector
    from reportdesk.gui.instance import Instance
    from reportdesk.gui.streams import give_streams
    from reportdesk.paths import data_folder

    give_streams(data_folder(wish.data) / "logs")
    app = make_application()
    try:
        instance = Instance(data_folder(wish.data))
        if not instance.claim():
            instance.call(wish.file)
            print("程序已在运行，已切换到打开的窗口。", file=sys.stderr)
            return DONE
        context = _gathered(wish)
    except (ReportdeskError, OSError) as error:
        style.apply(app)
        _tell(error)
        return BAD_INPUT
    if context is None:
        instance.release()
        return DONE
    window = open_window(app, context)
    # What is there now stays as long as the window: garbage is looked for in what comes after.
    gc.freeze()
    Collector(app)
    instance.called.connect(window.come)
    if wish.file is not None:
        window.open_path(wish.file)
    else:
        window.reopen()
    QTimer.singleShot(_SETTLED, _load_desk)
    try:
        return app.exec()
    finally:
        context.store.close()
        instance.release()


def _load_desk() -> None:
    """What a report is shown with, loaded while the clerk looks at her list: the first one opens
    as fast as any other then."""
    for part in ("session", "desk", "report_status"):
        import_module(f"reportdesk.gui.{part}")


def _gathered(wish: Wish) -> Context | None:
    """As ``gather``; where the drafts' file is damaged the clerk may have the newest backup put in
    its place. None where she would rather not."""
    try:
        return gather(wish)
    except DamagedStoreError as error:
        from PySide6.QtWidgets import QMessageBox

        from reportdesk.paths import data_folder
        from reportdesk.store.backups import put_back

        style.apply(_application())
        box = QMessageBox(QMessageBox.Icon.NoIcon, TITLE, error.message)
        box.setInformativeText("可以换回最近一次的备份。损坏的文件会另外留着，不会删掉。")
        back = box.addButton("换回备份", QMessageBox.ButtonRole.AcceptRole)
        box.addButton("先不动", QMessageBox.ButtonRole.RejectRole)
        box.exec()
        if box.clickedButton() is not back:
            return None
        when = put_back(data_folder(wish.data))
        if when is None:
            raise
        _say(f"已换回 {when:%Y年%m月%d日 %H:%M} 的备份。之后的改动可能不在里面。")
        return gather(wish)


def open_window(app: QApplication, context: Context) -> MainWindow:
    """The main window, shown, with trouble caught."""
    from reportdesk.gui.crash import CrashHook
    from reportdesk.gui.main_window import MainWindow

    dress(app, context)
    window = MainWindow(context)
    hook = CrashHook(context.logs, window.tell_trouble)
    hook.install()
    app.aboutToQuit.connect(hook.remove)
    window.show()
    return window


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _tell(error: Exception) -> None:
    words = error.message if isinstance(error, ReportdeskError) else str(error)
    if sys.stderr is not None:  # a program without a console has none
        print(f"reportdesk: {words}", file=sys.stderr)
    _say(words)


def _say(words: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    QMessageBox(QMessageBox.Icon.NoIcon, TITLE, words).exec()
