"""The window of the user guide: pages at the left, with a search over all of them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reportdesk.gui.fitting import fit
from reportdesk.gui.guide.pages import guide_pages, look_up
from reportdesk.gui.style import theme, themes
from reportdesk.paths import resource

_SIZE = QSize(960, 640)
_LIST = 240
_PAGE = Qt.ItemDataRole.UserRole


class GuideWindow(QWidget):
    """One window for as long as it is open; asked for again it comes to the front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("使用说明")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE)
        self.pages = guide_pages(resource("help"))
        self.search = QLineEdit()
        self.search.setPlaceholderText("查找（Ctrl+F）")
        self.search.setAccessibleName("在使用说明里查找")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._look)
        self.search.returnPressed.connect(self._next)
        self.list = QListWidget()
        self.list.setAccessibleName("目录")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.currentItemChanged.connect(self._show_current)
        self.nothing = QLabel()
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("tone", "soft")
        self.text = QTextBrowser()
        self.text.setAccessibleName("说明")
        self.text.setProperty("plain", "true")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.text.document().setDocumentMargin(20)
        self.text.setSearchPaths([str(resource("help"))])
        self._lay_out()
        for keys, do in (("Ctrl+F", self._to_search), ("F3", self._next), ("Esc", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        themes.changed.connect(self._show_current)
        self._look("")

    @classmethod
    def open_over(cls, parent: QWidget, page: str = "") -> GuideWindow:
        """Show the guide beside ``parent``, at the page whose name ends in ``page`` if any."""
        known = parent.findChild(cls)
        window = known if known is not None else cls(parent)
        window.show_page(page)
        if known is None:
            fit(window)
        window.show()
        window.raise_()
        window.activateWindow()
        window.list.setFocus()
        return window

    def show_page(self, name: str) -> None:
        """Go to the page whose name is or ends in ``name``; where none is, all stays as it is."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            id: str = item.data(_PAGE)
            if name and (id == name or id.endswith(f"-{name}")):
                self.list.setCurrentItem(item)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        split = QSplitter()
        split.addWidget(side)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([_LIST, _SIZE.width() - _LIST])
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _look(self, words: str) -> None:
        row = self.list.currentRow()
        id: str = self.list.item(row).data(_PAGE) if row >= 0 else ""
        self.list.blockSignals(True)
        self.list.clear()
        hits = look_up(self.pages, words)
        for hit in hits:
            more = f"\n…{hit.excerpt}…" if hit.excerpt else ""
            item = QListWidgetItem(f"{hit.page.title}{more}")
            item.setData(_PAGE, hit.page.id)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.nothing.setText(f"没有找到“{words}”。" if not hits else "")
        self.nothing.setVisible(not hits)
        rows = [n for n, hit in enumerate(hits) if hit.page.id == id]
        if hits:
            self.list.setCurrentRow(rows[0] if rows else 0)
        self._mark()

    def _show_current(self) -> None:
        item = self.list.currentItem()
        page = next((p for p in self.pages if item and p.id == item.data(_PAGE)), None)
        if page is None:
            return
        look = theme()
        self.text.document().setDefaultFont(look.font("body" if look.plain else "heading"))
        self.text.document().setMarkdown(
            page.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._mark()

    def _mark(self) -> None:
        """Select the first of the words looked for in the page."""
        words = self.search.text().split()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        if words:
            self.text.find(words[0])

    def _next(self) -> None:
        words = self.search.text().split()
        if words and not self.text.find(words[0]):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words[0])

    def _to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _follow(self, link: QUrl) -> None:
        """Links lead to other pages of the guide only; nothing here opens a browser."""
        self.search.clear()
        self.show_page(link.path().removesuffix(".md"))
