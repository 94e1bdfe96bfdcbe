"""Writers: a document as the bytes of a file, by the suffix of the file's name."""

from pathlib import Path

from reportdesk.errors import RequestError
from reportdesk.report.document import Document


def render(
    document: Document, out: Path, *, template: Path | bytes | None = None, draft: bool = False
) -> bytes:
    """``document`` as the bytes of the file ``out``. Raises RequestError for an unknown suffix,
    TemplateError."""
    suffix = out.suffix.lower()
    if suffix == ".docx":
        from reportdesk.formats.writers import word

        return word.render(document, template, draft=draft)
    if suffix == ".xlsx":
        from reportdesk.formats.writers import excel

        return excel.render(document, draft=draft)
    if suffix in (".html", ".htm"):
        from reportdesk.formats.writers import web

        return web.render(document, draft=draft)
    if suffix == ".rdesk":
        from reportdesk.formats.writers import archive

        return archive.render(document)
    if suffix == ".json":
        from reportdesk.formats.writers import data

        return data.render(document, draft=draft)
    raise RequestError(
        f"不会写「{suffix or out.name}」这种文件，可以写 .docx、.xlsx、.html、.rdesk、.json。"
    )
