"""A short fingerprint of what a report prints, to tell what was signed from what was changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from reportdesk.report.document import Document

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which read like others on paper (Crockford's base 32)."""
_COUNT = 8


def fingerprint(document: Document) -> str:
    """「7F3K-92CD」: the same for the same printed content, whatever reasons, origins and typed or
    reckoned totals stand behind it."""
    import hashlib  # only where a report is sent round

    values = printed_values(document)
    lines = [document.edition.id, str(document.year or "")]
    lines += [f"{key}\x1f{values[key]}" for key in sorted(values) if values[key].strip()]
    number = int.from_bytes(hashlib.sha256("\x1e".join(lines).encode()).digest()[:8], "big")
    letters = ""
    for _ in range(_COUNT):
        number, at = divmod(number, len(_LETTERS))
        letters += _LETTERS[at]
    return f"{letters[:4]}-{letters[4:]}"
