"""Going out on screen: what the ways out ask for is done, and what came of it is told beside."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QApplication

from reportdesk.gui.documents import documents
from reportdesk.gui.paper.fonts import fonts_words, missing_fonts
from reportdesk.gui.review.asking import Asking
from reportdesk.gui.review.exports import Exporter
from reportdesk.gui.review.way import BY_TEMPLATE
from reportdesk.gui.when import when_words

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.context import Context
    from reportdesk.gui.review.exports import Outcome
    from reportdesk.gui.review.way import Way
    from reportdesk.gui.review.ways import WaysOut
    from reportdesk.gui.session import Session

_COPIED = "网页正文已复制，在网站后台的编辑器里粘贴。表格贴不好时，复制源代码粘贴到“源码”里。"


class Outlet(QObject):
    """Puts exporter, dialogs and the box of ways together."""

    def __init__(self, session: Session, context: Context, ways: WaysOut, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session, self.ways = context, session, ways
        self.ask = Asking(session, context, window)
        self.exporter = Exporter(session, context, self._ask_path, documents())
        self._failed: Outcome | None = None
        ways.asked.connect(self._export)
        ways.copy_asked.connect(self._copy)
        ways.again_asked.connect(self._again)
        ways.elsewhere_asked.connect(self._elsewhere)
        ways.templates_asked.connect(self.choose_template)
        ways.changes_asked.connect(self._show_changes)
        ways.result.source.clicked.connect(self._copy_source)
        last = self.exporter.last_out()
        if last is not None:
            ways.show_last(f"正式稿，{when_words(last, context.today())}")

    def freshen(self) -> None:
        """Say anew what the report's state means for the ways out."""
        exporter, ways = self.exporter, self.ways
        sent = exporter.signing.signed() or exporter.signing.last()
        last = exporter.signing.last()
        if sent is not None and last is not None and sent.version.id != last.version.id:
            sent = last  # what was sent after the signature is what is being worked on
        ways.show_sent(
            sent.words if sent is not None else "",
            changed=sent is not None and sent.changes > 0,
            signed=sent is not None and sent.signed,
        )
        ways.show_obstacle(exporter.obstacle)
        template = exporter.template
        name = template.stem if template is not None else "自带模板"
        ways.show_template(name, fonts_words(missing_fonts(exporter.fonts())))
        ways.show_folder(exporter.folder)

    def choose_template(self) -> None:
        """Let the clerk choose the office's template."""
        self.ask.other_template()
        self.freshen()

    def _ask_path(self, title: str, suggested: Path, kind: str) -> Path | None:
        return self.ask.path(title, suggested, kind)

    def _export(self, way: Way) -> None:
        if way.id in BY_TEMPLATE and self.exporter.judged(way) is not None and not self.ask.go_on():
            return
        form, version = None, ""
        if way.id == "form":
            form = self.ask.form()
            if form is None:
                return
        elif way.id == "sign":
            named = self.ask.version(self.exporter)
            if not named:
                return
            version = named
        self._take(self.exporter.export(way, form, version))

    def _again(self) -> None:
        if (failed := self._failed) is not None:
            again = self.exporter.write(failed.way, failed.path, failed.form, failed.version)
            self._take(again)

    def _elsewhere(self) -> None:
        if (failed := self._failed) is not None:
            self._take(self.exporter.export(failed.way, failed.form, failed.version))

    def _take(self, outcome: Outcome | None) -> None:
        if outcome is None:
            return
        self._failed = None if outcome.written else outcome
        self.ways.result.tell(outcome)
        if outcome.written:
            now = datetime.now()
            self.ways.show_last(f"{outcome.way.done.strip()}，{when_words(now, now.date())}")
        self.freshen()

    def _copy(self) -> None:
        data = QMimeData()
        data.setHtml(self.exporter.fragment())
        data.setText(self.exporter.plain())
        QApplication.clipboard().setMimeData(data)
        self.ways.result.say_copied(_COPIED, source=True)

    def _copy_source(self) -> None:
        QApplication.clipboard().setText(self.exporter.fragment())
        self.ways.result.say_copied("网页源代码已复制，粘贴到编辑器的“源码”里。")

    def _show_changes(self) -> None:
        last = self.exporter.signing.last()
        if last is not None:
            self.ask.changes(last.version.id)
            self.freshen()
