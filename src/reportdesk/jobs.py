"""The program's jobs, whole: read a file, check it, begin a new year, write a document.

The command line, the desk and scripts all go through these few functions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.errors import RequestError, TemplateError, UnfinishedError, WriteError
from reportdesk.paths import shipped_catalog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.checks.findings import Finding
    from reportdesk.checks.signoff import SignOff
    from reportdesk.form.catalog import Catalog
    from reportdesk.formats.reading import Note, Reading
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


def doubts(document: Document) -> list[Note]:
    """What is to be told of the report that ``document`` is compared with across years."""
    from reportdesk.checks.previous import doubts as doubts_of
    from reportdesk.checks.rules import rules_of
    from reportdesk.formats.reading import Note

    asked = frozenset(rules_of(document.edition).last.values())
    found = doubts_of(document, asked)
    return [Note("warning" if each.surely else "question", "", each.words) for each in found]


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


class Written(NamedTuple):
    """What a file that was written holds: how many figures were read back the same, how many
    could not be recognised in it, and what the form had no place for (key, name, value)."""

    same: int = 0
    unseen: int = 0
    missing: tuple[tuple[str, str, str], ...] = ()
    notes: tuple[str, ...] = ()
    own_form: bool = False
    """Whether a 送审单 has no place in it: an office's own form stays as it is."""


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
    sign: SignOff | None = None,
) -> Written:
    """Write ``document`` as .docx, .xlsx, .html or .rdesk, by the suffix of ``out``. A Word file
    without places of ours is filled by its labels. What was written is read again before it is
    put in place. With ``sign`` the Word file is a 送审稿; on an office's own form, which stays as
    it is, the 送审单 is a file of its own beside it.

    Raises RequestError (an unknown suffix, or ``out`` is one of ``sources``), UnfinishedError
    (``final`` while errors stand), TemplateError, WriteError; then nothing was written.
    """
    from reportdesk.formats.writers.placing import put

    out = Path(out)
    for source in (*sources, *([template] if template is not None else [])):
        if _same_file(Path(source), out):
            raise RequestError(f"输出文件不能就是「{Path(source).name}」本身，请换一个名字。")
    if final:
        standing = [f for f in (findings or check(document)) if f.severity == "error"]
        if standing:
            raise UnfinishedError(
                f"还有 {len(standing)} 个错误，没有写出定稿。第一个：{standing[0].message}"
            )
    own = Path(template) if template is not None else None
    if own is None and catalog is not None:
        own = catalog.template(document.edition.id)
    data, written = _made(document, out, own, catalog, draft=draft, sign=sign)
    if out.suffix.lower() not in (".rdesk", ".json"):
        written = _compared(document, data, out.name, written)
    put(data, out)
    if sign is not None and written.own_form:
        from reportdesk.formats.writers.sign_sheet import file_of_its_own

        put(file_of_its_own(sign), sheet_beside(out))
    return written


def word_file(document: Document, catalog: Catalog, *, template: Path | None, draft: bool) -> bytes:
    """The bytes of the Word file that ``write`` would put in place, read back like that. Raises
    TemplateError, WriteError."""
    name = Path("report.docx")
    own = template or catalog.template(document.edition.id)
    data, written = _made(document, name, own, catalog, draft=draft, sign=None)
    _compared(document, data, name.name, written)
    return data


def put_pdf(document: Document, data: bytes, out: Path) -> Written:
    """Put a PDF of ``document``, laid out by whoever can, in place, once its figures were read
    again. Raises WriteError; then nothing was written."""
    from reportdesk.formats.writers.placing import put

    written = _compared(document, data, "report.pdf", Written(), figures_only=True)
    put(data, out)
    return written


def sheet_beside(out: Path) -> Path:
    """Where the 送审单 of a report on an office's own form is written."""
    return out.with_name(f"{out.stem}（送审单）{out.suffix}")


def _made(
    document: Document,
    out: Path,
    template: Path | None,
    catalog: Catalog | None,
    *,
    draft: bool,
    sign: SignOff | None,
) -> tuple[bytes, Written]:
    """The file's bytes, not yet compared."""
    from reportdesk.formats.writers import render

    if out.suffix.lower() != ".docx":
        return render(document, out, draft=draft), Written()
    from reportdesk.form.names import name_of
    from reportdesk.formats.writers import word
    from reportdesk.formats.writers.word_places import FINGERPRINT, judged, places_in

    if template is None:
        return word.render(document, None, draft=draft, sign=sign), Written()
    try:
        form = template.read_bytes()
    except OSError as error:
        raise TemplateError(f"模板“{template.name}”打不开。没有写出任何文件。") from error
    places = places_in(form)
    if places:
        # Without a place for the fingerprint it is an office's own, and the sheet stays out of it.
        inside = sign if FINGERPRINT in places else None
        data = word.render(document, template, draft=draft, sign=inside)
        missing = tuple(
            (key, name_of(document.edition, key), value)
            for key, value in judged(form, document).missing
        )
        return data, Written(missing=missing, own_form=inside is not sign)
    from reportdesk.formats.filling.form import fill

    data, planned = fill(document, form, template.name, catalog, draft=draft)
    return data, Written(missing=planned.missing, notes=planned.notes, own_form=True)


def _compared(
    document: Document, data: bytes, name: str, written: Written, *, figures_only: bool = False
) -> Written:
    from reportdesk.formats.readback import read_back

    left_out = {key for key, _, _ in written.missing}
    found = read_back(document, data, name, left_out, figures_only=figures_only)
    if found.wrong:
        more = f"等 {len(found.wrong)} 处" if len(found.wrong) > 1 else ""
        raise WriteError(
            f"写好的文件读回来核对，有对不上的地方：{next(iter(found.wrong))}{more}。"
            "没有写出文件，原来的文件没有动。请换一个模板再试，并把这个情况告诉技术人员。"
        )
    return written._replace(same=found.same, unseen=found.unseen)


def counts(findings: list[Finding]) -> Mapping[str, int]:
    """How many findings there are of each severity."""
    from reportdesk.checks.findings import counts as count

    return count(findings)


def _same_file(source: Path, out: Path) -> bool:
    try:
        return out.exists() and source.samefile(out)
    except (OSError, ValueError):
        return source.absolute() == out.absolute()
