"""全部说明: all that the edition explains about a section, in a window to read and to search."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from reportdesk.form.explaining import all_helps
from reportdesk.gui.enter import AnsweringDialog
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from reportdesk.form.edition import Section

_SIZE = QSize(560, 620)


class AllHelps(AnsweringDialog):
    """Stays open beside the main window and follows it from section to section."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: Section | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText("在说明里查找")
        self.search.setAccessibleName("在说明里查找")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find_first)
        self.search.returnPressed.connect(self._find_next)
        self.browser = QTextBrowser()
        self.browser.setProperty("plain", "true")
        self.browser.setOpenLinks(False)
        self.browser.setAccessibleName("全部说明")
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 12, 10)
        top.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.browser)
        self.resize(_SIZE)
        self.setModal(False)
        self.browser.setFocus()
        themes.changed.connect(self._write)

    def show_section(self, section: Section, *, at: str = "") -> None:
        """Show a section; ``at`` is a passage to begin with."""
        if section is not self._section:
            self._section = section
            self.setWindowTitle(f"填报说明：{section.heading or section.title}")
            self._write()
        if at:
            self.browser.moveCursor(self.browser.textCursor().MoveOperation.Start)
            if self.browser.find(at.partition("\n")[0][:40]):
                cursor = self.browser.textCursor()
                cursor.clearSelection()
                self.browser.setTextCursor(cursor)

    def _write(self) -> None:
        if self._section is None:
            return
        faint = theme().colour("text_3").name()
        parts: list[str] = []
        for number, help in enumerate(all_helps(self._section)):
            size = 12 if number == 0 else 10
            title = f"<p style='font-size:{size}pt; margin: 14px 0 2px 0'><b>{escape(help.title)}"
            parts.append(f"{title}</b></p>")
            if help.text:
                parts.append(f"<p style='margin: 0'>{escape(help.text)}</p>")
            if help.source:
                parts.append(f"<p style='margin: 2px 0; color:{faint}'>{escape(help.source)}</p>")
        self.browser.document().setDocumentMargin(16)
        self.browser.setHtml("".join(parts))

    def _find_first(self, words: str) -> None:
        self.browser.moveCursor(self.browser.textCursor().MoveOperation.Start)
        if words:
            self.browser.find(words)

    def _find_next(self) -> None:
        words = self.search.text()
        if words and not self.browser.find(words):
            self._find_first(words)
