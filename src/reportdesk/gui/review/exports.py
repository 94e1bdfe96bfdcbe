"""The ways out of the program: what each writes, where to, and what came of it. No screen here.

Every export goes through ``jobs.write``, as the command line's does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportdesk import jobs
from reportdesk.errors import ReportdeskError, StoreError
from reportdesk.formats.writers.naming import file_name
from reportdesk.report.rollover import fill_default

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session

DRAFT = "草稿"
_NAMED = 3
"""So many figures without a place are named; of more only their number is told."""


class Way(NamedTuple):
    """One way out."""

    id: str
    title: str
    words: str
    """What comes of it, in a line."""
    button: str
    suffix: str
    kind: str
    """The kind of file, as a dialog calls it."""
    done: str
    """What was exported, in a sentence."""


WAYS = (
    Way("final", "Word 正式稿", "可以报送和公布", "导出…", ".docx", "Word 文档", "正式稿"),
    Way("draft", "Word 草稿", "每页标注“草稿”，随时可导出", "导出…", ".docx", "Word 文档", "草稿"),
    Way(
        "form",
        "填入上级下发的空表",
        "保留它的版式，只填数字和文字",
        "选择文件…",
        ".docx",
        "Word 文档",
        "填好的表",
    ),
    Way("excel", "Excel 汇总表", "带合计公式，供汇总", "导出…", ".xlsx", "Excel 工作簿", "汇总表"),
    Way("web", "网页正文", "复制后粘贴到网站后台", "保存…", ".html", "网页", "网页"),
    Way(
        "copy",
        "报告副本",
        "含全部内容，可在别的电脑上继续填",
        "保存…",
        ".rdesk",
        "报告副本",
        "副本",
    ),
)


class Outcome(NamedTuple):
    """What came of an export: the file written, or the words of what stood in the way."""

    way: Way
    path: Path
    words: str
    written: bool
    notes: tuple[str, ...] = ()
    form: Path | None = None


class Exporter:
    """Writes the open report. ``choose`` asks where to, and may be any function in a test."""

    def __init__(
        self,
        session: Session,
        context: Context,
        choose: Callable[[str, Path, str], Path | None],
        documents: Path,
    ) -> None:
        self._session, self._context = session, context
        self._choose, self._documents = choose, documents

    @property
    def obstacle(self) -> str:
        """What is in the way of the final document, in words; "" where nothing is."""
        progress = self._session.progress
        errors = [f for f in self._session.findings if f.severity == "error"]
        blank = progress.of - progress.filled
        parts = [
            f"改好 {progress.errors} 处错误" if progress.errors else "",
            f"填完 {blank} 处空白" if blank else "",
        ]
        if not any(parts) and errors:
            parts = [f"处理 {len(errors)} 处问题"]
        listed = "、".join(part for part in parts if part)
        return f"{listed}后可导出" if listed else ""

    @property
    def is_final(self) -> bool:
        """Whether nothing is in the way of the final document."""
        return not self.obstacle

    @property
    def folder(self) -> Path:
        """Where the last export went, if that folder is still there; else the documents."""
        last = self._context.settings.export_folder
        return Path(last) if last and Path(last).is_dir() else self._documents

    def suggested(self, way: Way) -> Path:
        """A name for the file, in the folder of the last export."""
        document = self._session.document
        stem = fill_default("{headline}", document)
        if way.id == "draft" or (way.id in ("form", "excel", "web") and not self.is_final):
            stem = f"{stem}（{DRAFT}）"
        return self.folder / file_name(stem, way.suffix)

    def export(self, way: Way, form: Path | None = None) -> Outcome | None:
        """Ask where to, and write; None where the clerk gave it up. ``form`` is an office's own
        empty Word file to be filled."""
        out = self._choose(f"导出{way.title}", self.suggested(way), way.kind)
        if out is None:
            return None
        if out.suffix.lower() != way.suffix:
            out = out.with_name(out.name + way.suffix)
        return self.write(way, out, form)

    def write(self, way: Way, out: Path, form: Path | None = None) -> Outcome:
        """Write to ``out``; what stands in the way is told, and nothing was changed then."""
        session = self._session
        # What is not ready to go out says so on every page of a document.
        marked = way.id == "draft" or (way.id in ("form", "excel", "web") and not self.is_final)
        try:
            written = jobs.write(
                session.document,
                out,
                self._context.catalog,
                template=form,
                draft=marked,
                final=way.id == "final",
                findings=list(session.findings),
            )
        except ReportdeskError as error:
            return Outcome(way, out, error.message, written=False, form=form)
        self._context.keep(export_folder=str(out.parent))
        notes = _notes(written)
        if way.id == "final":
            notes += self._keep_version(out)
        words = f"已导出{way.done}到 {out}"
        return Outcome(way, out, words, written=True, notes=notes, form=form)

    def _keep_version(self, out: Path) -> tuple[str, ...]:
        """Keep the report as it went out, so that it can be seen later what changed since."""
        session = self._session
        try:
            session.store.versions.take(session.id, "sent", out.stem)
        except StoreError as error:
            return (f"文件已写好，但没能留下版本：{error.message}",)
        return ()

    def last_sent(self) -> datetime | None:
        """When the final document was last written; None if it never was, or nobody knows."""
        session = self._session
        try:
            versions = session.store.versions.of(session.id)
        except StoreError:
            return None
        return next((version.taken for version in versions if version.kind == "sent"), None)

    def page(self) -> str:
        """The report as a web page, for the clipboard."""
        from reportdesk.formats.writers import web

        return web.render(self._session.document, draft=not self.is_final).decode("utf-8")


def _notes(written: jobs.Written) -> tuple[str, ...]:
    """What the clerk has to know of a form that was filled."""
    found = list(written.notes)
    if written.missing:
        names = "、".join(name for _, name, _ in written.missing[:_NAMED])
        more = "等" if len(written.missing) > _NAMED else ""
        found.append(f"有 {len(written.missing)} 项在这份表里没有位置，没有填入：{names}{more}")
    if written.unseen:
        found.append(f"有 {written.unseen} 个数写入后没能读回核对，请打开看一下。")
    return tuple(found)
