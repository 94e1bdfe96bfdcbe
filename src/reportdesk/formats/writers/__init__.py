"""Writers: a document out, by the suffix of the file's name."""

from pathlib import Path

from reportdesk.errors import RequestError
from reportdesk.formats.writers.placing import put
from reportdesk.report.document import Document


def write(
    document: Document, out: Path, *, template: Path | None = None, draft: bool = False
) -> None:
    """Write ``document`` to ``out``, beside first and then in place. Raises RequestError for an
    unknown suffix, TemplateError, WriteError."""
    suffix = out.suffix.lower()
    if suffix == ".docx":
        from reportdesk.formats.writers import word

        data = word.render(document, template, draft=draft)
    elif suffix == ".xlsx":
        from reportdesk.formats.writers import excel

        data = excel.render(document, draft=draft)
    elif suffix in (".html", ".htm"):
        from reportdesk.formats.writers import web

        data = web.render(document, draft=draft)
    elif suffix == ".rdesk":
        from reportdesk.formats.writers import archive

        data = archive.render(document)
    else:
        raise RequestError(
            f"不会写「{suffix or out.name}」这种文件，可以写 .docx、.xlsx、.html、.rdesk。"
        )
    put(data, out)
