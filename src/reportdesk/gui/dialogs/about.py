"""What the program is made of: versions, forms at hand, licences, and where the data lie."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reportdesk.gui.editions import edition_words
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.forms.ui_about import Ui_About

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.context import Context

_LICENCES = """\
本程序以 MIT 许可发布，可以自由使用、修改和分发，不提供任何担保。

界面使用 Qt 和 PySide6（Qt for Python），按 LGPL 第 3 版以动态链接的方式使用，没有修改。\
可以换用自己编译的同一接口的 Qt 和 PySide6。源代码见 Qt 公司的网站 qt.io。

其余组件各按其许可使用：
· Python：PSF 许可
· lxml：BSD 许可（其中的 libxml2、libxslt 为 MIT 许可）
· appdirs：MIT 许可
· olefile、xlrd：BSD 许可
· pypdfium2：Apache 2.0 或 BSD 许可（其中的 PDFium 为 BSD 许可）
· SQLite：公有领域
许可全文在程序文件夹的 licences 里。

报告格式取自国务院办公厅公开发布的通知，标签一字未改。表格的核对关系和说明各注明出处。"""

_LIBRARIES = ("lxml", "olefile", "xlrd", "pypdfium2")


class AboutDialog(AnsweringDialog):
    """Tells; changes nothing."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.ui = Ui_About()
        self.ui.setupUi(self)
        ui, catalog = self.ui, context.catalog
        ui.program.setText(f"reportdesk {_version('reportdesk')}")
        ui.libraries.setText(
            f"Qt {qVersion()}　PySide6 {_version('PySide6-Essentials')}"
            f"　Python {platform.python_version()}\n"
            + "　".join(f"{name}\u00a0{_version(name)}" for name in _LIBRARIES)
        )
        ui.editions.setText("\n".join(f"{id}：{edition_words(catalog, id)}" for id in catalog))
        ui.folder.setText(str(context.folder))
        ui.folder.setCursorPosition(0)
        ui.licences.setPlainText(_LICENCES)
        ui.open_folder.clicked.connect(self._open_folder)
        ui.copy.clicked.connect(self._copy)
        ui.close_.clicked.connect(self.accept)
        ui.close_.setFocus()

    def words(self) -> str:
        """The versions, as they are copied for whoever helps."""
        ui = self.ui
        system = f"{platform.system()} {platform.release()}"
        return "\n".join((ui.program.text(), ui.libraries.text(), system, ui.editions.text()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self.ui.copied.setText("已复制，可以粘贴给帮忙的人。")

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.context.folder)))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"
