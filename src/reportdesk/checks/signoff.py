"""What a leader has to know before signing: the checks, the reasons, what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.checker import check
from reportdesk.checks.findings import counts
from reportdesk.checks.progress import progress, waits
from reportdesk.checks.standing import reason_name
from reportdesk.form.names import name_of
from reportdesk.report.compare import differences
from reportdesk.report.fingerprint import fingerprint
from reportdesk.report.live import printed_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reportdesk.checks.findings import Finding
    from reportdesk.report.document import Document

BLANK = "空白"


class Item(NamedTuple):
    """A finding to be verified, and the written reason ("" while there is none)."""

    message: str
    reason: str


class Changed(NamedTuple):
    """A blank that is another than in the version that was sent before."""

    name: str
    before: str
    after: str


class SignOff(NamedTuple):
    """The content of a 送审单."""

    organ: str
    year: int | None
    title: str
    version: str
    """Which version it is, in words (「第2次送审，2026年1月20日」)."""
    fingerprint: str
    counts: Mapping[str, int]
    """How many findings of each severity; a blank that is still to be filled is none, as in the
    list of sections."""
    unfilled: int
    """How many blanks are still to be filled."""
    errors: tuple[str, ...]
    blanks: tuple[str, ...]
    """Where they are, in words."""
    reviews: tuple[Item, ...]
    hints: tuple[str, ...]
    changes: tuple[Changed, ...] | None
    """What changed since the last version that was sent; None where none was sent before."""


def sign_off(
    document: Document,
    version: str,
    sent: Document | None = None,
    findings: Sequence[Finding] | None = None,
) -> SignOff:
    """The sheet for ``document``; ``sent`` is the version sent before it, if there was one."""
    all_found = list(findings) if findings is not None else check(document)
    how_far = progress(document, all_found)
    waiting = [finding for finding in all_found if waits(document, finding)]
    found = [finding for finding in all_found if finding not in waiting]
    return SignOff(
        document.organ,
        document.year,
        document.values.get("title", "") or document.edition.title,
        version,
        fingerprint(document),
        counts(found),
        how_far.of - how_far.filled,
        tuple(f.message for f in found if f.severity == "error"),
        tuple(finding.message for finding in waiting),
        tuple(
            Item(f.message, document.reasons.get(reason_name(f.rule, f.keys), ""))
            for f in found
            if f.severity == "review"
        ),
        tuple(f.message for f in found if f.severity == "hint"),
        changed_between(sent, document) if sent is not None else None,
    )


def changed_between(before: Document, after: Document) -> tuple[Changed, ...]:
    """What is printed otherwise than before, in the order of the form."""
    old = before.but(values=printed_values(before))
    new = after.but(values=printed_values(after))
    return tuple(
        Changed(
            name_of(after.edition, each.key),
            each.before if each.before is not None else BLANK,
            each.after if each.after is not None else BLANK,
        )
        for each in differences(old, new)
    )
