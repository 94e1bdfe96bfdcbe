"""The Word file as an office program of this computer lays it out: a PDF, made on a copy."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportdesk.formats.readers.office import convert, find_program
from reportdesk.formats.readers.stopping import stoppable

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = {"openoffice4": "OpenOffice"}


@cache
def office_name() -> str:
    """What the office program of this computer is called, "" where there is none."""
    program = find_program()
    if program is None:
        return ""
    return next((v for k, v in _NAMES.items() if k in str(program).lower()), "LibreOffice")


def make_pdf(word: bytes, cancelled: Callable[[], bool]) -> bytes:
    """The PDF of a Word file. It takes seconds. Raises ReadError where the program could not, or
    it is not wanted any more."""
    with stoppable(cancelled):
        return convert(word, ".docx", ".pdf")
