"""What follows the decision: the open report is changed in one step, or a new one is made whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.gui.importing.choices import Outcome
    from reportdesk.gui.session import Session
    from reportdesk.store.drafts import DraftStore


def apply_into(session: Session, outcome: Outcome, store: DraftStore) -> None:
    """Change the open report as decided, as one step that can be undone; how it was before is
    kept as a version. Raises StoreError where that cannot be kept; then nothing has changed."""
    session.flush()
    store.versions.take(session.id, "before_import", outcome.label)
    if outcome.whole:
        session.replace(outcome.document, outcome.label)
    else:
        session.edit(outcome.values, outcome.label, origins=outcome.origins)


def with_office(outcome: Outcome, office: Mapping[str, str]) -> Outcome:
    """A new report with what is known of its office and the file does not say (its kind)."""
    document = outcome.document
    if not document.organ or office.get("organ") != document.organ:
        return outcome
    known = {k: v for k, v in office.items() if k in document.edition.fields}
    return replace(outcome, document=document.but(values={**known, **document.values}))
