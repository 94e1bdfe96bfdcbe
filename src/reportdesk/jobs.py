"""The program's jobs, whole: read a file, check it, begin a new year, write a document.

The command line, the desk and scripts all go through these few functions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reportdesk.errors import RequestError, UnfinishedError
from reportdesk.paths import shipped_catalog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.checks.findings import Finding
    from reportdesk.form.catalog import Catalog
    from reportdesk.formats.reading import Reading
    from reportdesk.report.document import Document
    from reportdesk.report.rollover import Rolled


def editions(own: str | Path | None = None) -> Catalog:
    """The shipped editions, and those in the folder ``own``. Raises EditionError."""
    return shipped_catalog(Path(own) if own is not None else None)


def read(file: str | Path, catalog: Catalog | None = None) -> Reading:
    """The report in ``file``, of any kind. Raises ReadError."""
    from reportdesk.formats import read_file

    return read_file(Path(file), catalog if catalog is not None else editions())


def check(document: Document, previous: Document | None = None) -> list[Finding]:
    """All findings on ``document``; ``previous`` takes the place of its own last year."""
    from reportdesk.checks.checker import check as check_document

    if previous is not None:
        document.previous = previous
    return check_document(document)


def roll(reading: Reading, year: int | None = None, catalog: Catalog | None = None) -> Rolled:
    """The start of ``year`` (the file's + 1) from last year's report. Raises RequestError where
    no year is known, or no edition is for it."""
    from reportdesk.report.adopt import begin

    catalog = catalog if catalog is not None else editions()
    last = reading.to_document()
    if year is None:
        if last.year is None:
            raise RequestError(
                "文件里没有认出年份，请用 --year 说明新报告的年份，例如 --year 2025。"
            )
        year = last.year + 1
    return begin(last, year, catalog)


def write(
    document: Document,
    out: str | Path,
    catalog: Catalog | None = None,
    *,
    template: str | Path | None = None,
    draft: bool = False,
    final: bool = False,
    findings: list[Finding] | None = None,
    sources: tuple[str | Path, ...] = (),
) -> None:
    """Write ``document`` as .docx, .xlsx, .html or .rdesk, by the suffix of ``out``.

    Raises RequestError (an unknown suffix, or ``out`` is one of ``sources``), UnfinishedError
    (``final`` while errors stand), TemplateError, WriteError; then nothing was written.
    """
    from reportdesk.formats.writers import write as write_file

    out = Path(out)
    for source in (*sources, *([template] if template is not None else [])):
        if _same_file(Path(source), out):
            raise RequestError(f"输出文件不能就是「{Path(source).name}」本身，请换一个名字。")
    if final:
        standing = [f for f in (findings or check(document)) if f.severity == "error"]
        if standing:
            raise UnfinishedError(
                f"还有{len(standing)}个错误，没有写出定稿。第一个：{standing[0].message}"
            )
    if template is None and catalog is not None:
        template = catalog.template(document.edition.id)
    write_file(document, out, template=Path(template) if template else None, draft=draft)


def counts(findings: list[Finding]) -> Mapping[str, int]:
    """How many findings there are of each severity."""
    from reportdesk.checks.findings import counts as count

    return count(findings)


def _same_file(source: Path, out: Path) -> bool:
    try:
        return out.exists() and source.samefile(out)
    except (OSError, ValueError):
        return source.absolute() == out.absolute()
