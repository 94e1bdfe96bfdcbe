"""The places of a Word template: which ``{{key}}`` stand in it, and what has none."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.formats.writers.word_form import unprinted
from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from reportdesk.report.document import Document

PLACE = re.compile(r"\{\{\s*([A-Za-z_][\w.]*)\s*\}\}")
"""A place; Word may part it into runs anywhere."""
PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
"""The parts of a Word file in which places are filled."""
DRAFT, FINGERPRINT, MORE = "draft", "fingerprint", "more"
OF_THE_PROGRAM = frozenset({DRAFT, FINGERPRINT, MORE, "year", "headline"})
"""Places that are no blank of the form."""


class Places(NamedTuple):
    """What a template's places come to for a report: the blanks that have one, the names that
    mean nothing, and what the report has that has none (key, value)."""

    known: tuple[str, ...]
    unknown: tuple[str, ...]
    missing: tuple[tuple[str, str], ...]


def places_in(template: bytes) -> tuple[str, ...]:
    """The keys in the places of a Word file, each once, in order; none where it is no such
    file."""
    found: dict[str, None] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            for entry in package.infolist():
                if PARTS.fullmatch(entry.filename):
                    words = re.sub(rb"<[^>]*>", b"", package.read(entry))
                    found.update(dict.fromkeys(PLACE.findall(words.decode("utf-8", "replace"))))
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return ()
    return tuple(found)


def judged(template: bytes, document: Document) -> Places:
    """The places of ``template`` for ``document``."""
    edition, keys = document.edition, places_in(template)
    known = tuple(key for key in keys if key in edition.fields)
    unknown = tuple(key for key in keys if key not in edition.fields and key not in OF_THE_PROGRAM)
    left_out = unprinted(edition)
    missing: tuple[tuple[str, str], ...] = ()
    if MORE not in keys:
        titled = "title" in known or "headline" in keys
        missing = tuple(
            (key, value)
            for key, value in printed_values(document).items()
            if value.strip()
            and key in edition.fields
            and key not in known
            and key not in left_out
            and not (key == "title" and titled)
        )
    return Places(known, unknown, missing)
