"""Going out of the program: what each way writes, where to, and what came of it. No screen here.

Every export goes through ``jobs``, as the command line's does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportdesk import jobs
from reportdesk.errors import ReportdeskError, StoreError
from reportdesk.formats.judging import Judgement, judge
from reportdesk.formats.writers.naming import file_name
from reportdesk.formats.writers.word_fonts import STAND_INS, fonts_named
from reportdesk.formats.writers.word_places import FINGERPRINT, places_in
from reportdesk.gui.review.signing import Signing
from reportdesk.gui.review.way import BY_TEMPLATE, MARKED, Way
from reportdesk.gui.templates import Templates
from reportdesk.report.rollover import fill_default

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from reportdesk.gui.context import Context
    from reportdesk.gui.session import Session

DRAFT = "草稿"
_NAMED = 3
"""So many figures without a place are named; of more only their number is told."""


class Outcome(NamedTuple):
    """What came of an export: the file written, or the words of what stood in the way."""

    way: Way
    path: Path
    words: str
    written: bool
    notes: tuple[str, ...] = ()
    form: Path | None = None
    version: str = ""


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
        self.templates = Templates(context)
        self.signing = Signing(session, context)
        self._fonts: tuple[str, ...] = tuple(STAND_INS)
        self._fonts_of: tuple[Path | None, int] = (None, 0)

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

    def suggested(self, way: Way, stem: str = "") -> Path:
        """A name for the file, in the folder of the last export."""
        stem = stem or fill_default("{headline}", self._session.document)
        if self._marked(way):
            stem = f"{stem}（{DRAFT}）"
        elif way.id == "sign":
            stem = f"{stem}（送审稿）"
        return self.folder / file_name(stem, way.suffix)

    def _marked(self, way: Way) -> bool:
        """What is not ready to go out says so on every page of a document."""
        return way.id == "draft" or (way.id in MARKED and not self.is_final)

    @property
    def template(self) -> Path | None:
        """The office's own template for this report, if it chose one."""
        return self.templates.chosen(self._session.edition)

    @property
    def sheet_goes_beside(self) -> bool:
        """Whether a 送审单 has to be a file of its own: an office's template has no place for
        it."""
        template = self.template
        try:
            return template is not None and FINGERPRINT not in places_in(template.read_bytes())
        except OSError:
            return False

    def judged(self, way: Way) -> Judgement | None:
        """What the office's own template has no place for; None where everything has one."""
        template = self.template if way.id in BY_TEMPLATE else None
        if template is None:
            return None
        try:
            found = judge(self._session.document, template, self._context.catalog)
        except ReportdeskError as error:
            return Judgement(False, (), notes=(error.message,))
        return None if found.whole else found

    def export(self, way: Way, form: Path | None = None, version: str = "") -> Outcome | None:
        """Ask where to, and write; None where the clerk gave it up. ``form`` is an office's own
        empty Word file to be filled, ``version`` the name of what is sent for signature."""
        what = way.title if way.id != "form" else way.done
        between = " " if what[:1].isascii() else ""
        out = self._choose(f"导出{between}{what}", self.suggested(way), way.kind)
        if out is None:
            return None
        if out.suffix.lower() != way.suffix:
            out = out.with_name(out.name + way.suffix)
        return self.write(way, out, form, version)

    def write(self, way: Way, out: Path, form: Path | None = None, version: str = "") -> Outcome:
        """Write to ``out``; what stands in the way is told, and nothing was changed then."""
        try:
            written = self._write(way, out, form, version)
        except ReportdeskError as error:
            return Outcome(way, out, error.message, written=False, form=form, version=version)
        self._context.keep(export_folder=str(out.parent))
        notes = _notes(written)
        if way.id == "final":
            notes += self._since_signed()
            notes += self._keep_version(out)
        elif way.id == "sign":
            if written.own_form:
                notes += (f"送审单是另一个文件：{jobs.sheet_beside(out).name}",)
            trouble = self.signing.keep(version)
            notes += (trouble,) if trouble else ()
        words = f"已导出{way.done}到 {out}"
        return Outcome(way, out, words, written=True, notes=notes, form=form, version=version)

    def _write(self, way: Way, out: Path, form: Path | None, version: str) -> jobs.Written:
        document = self._session.document
        if way.id == "pdf":
            from reportdesk.gui.paper.printing import pdf_of

            return jobs.put_pdf(document, pdf_of(document, draft=self._marked(way)), out)
        return jobs.write(
            document,
            out,
            self._context.catalog,
            template=form or (self.template if way.id in BY_TEMPLATE else None),
            draft=self._marked(way),
            final=way.id == "final",
            findings=list(self._session.findings),
            sign=self.signing.sheet(version) if way.id == "sign" else None,
        )

    def _since_signed(self) -> tuple[str, ...]:
        signed = self.signing.signed()
        if signed is None or not signed.changes:
            return ()
        return (
            f"和已签发的“{signed.version.name}”相比有 {signed.changes} 处不同，"
            "请确认是否要重新送审。",
        )

    def _keep_version(self, out: Path) -> tuple[str, ...]:
        """Keep the report as it went out, so that it can be seen later what changed since."""
        session = self._session
        try:
            session.store.versions.take(session.id, "final", out.stem)
        except StoreError as error:
            return (f"文件已写好，但没能留下版本：{error.message}",)
        return ()

    def last_out(self) -> datetime | None:
        """When the final document was last written; None if it never was, or nobody knows."""
        session = self._session
        try:
            versions = session.store.versions.of(session.id)
        except StoreError:
            return None
        return next((version.taken for version in versions if version.kind == "final"), None)

    def fragment(self) -> str:
        """The report's body as HTML, for a website's editor."""
        from reportdesk.formats.writers import web

        return web.fragment(self._session.document, draft=not self.is_final)

    def plain(self) -> str:
        """The report's body as text, its tables with tabs."""
        from reportdesk.formats.writers.plain import render

        return render(self._session.document, draft=not self.is_final)

    def fonts(self) -> tuple[str, ...]:
        """The fonts that the Word file will name."""
        template = self.templates.used(self._session.edition)
        try:
            stamp = template.stat().st_mtime_ns if template is not None else 0
            if template is not None and (template, stamp) != self._fonts_of:
                self._fonts_of = (template, stamp)
                self._fonts = fonts_named(template.read_bytes())
        except OSError:
            return ()
        return self._fonts


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
