"""Write the shipped Word templates, templates/<id>.docx, from the shipped editions."""

from pathlib import Path

from reportdesk.formats.writers.word_form import form
from reportdesk.paths import shipped_catalog


def main() -> None:
    """Write one template for each edition."""
    folder = Path(__file__).resolve().parent.parent / "templates"
    for id, edition in shipped_catalog().items():
        (folder / f"{id}.docx").write_bytes(form(edition))


if __name__ == "__main__":
    main()
