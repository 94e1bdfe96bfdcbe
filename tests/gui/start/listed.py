"""Drafts as the start page's tests want them, and what its signals say."""

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import SignalInstance

from reportdesk.form.edition import Edition
from reportdesk.store.drafts import DraftStore
from tests.builders import NEW, report

BUREAU, STATION, TOWN = "青禾县农业农村局", "青禾县畜牧兽医站", "青禾县柳溪镇人民政府"


def listed(
    store: DraftStore,
    organ: str = BUREAU,
    year: int = 2025,
    *,
    kind: str = "部门",
    changed: str = "2026-01-20T01:41",
    edition: Edition = NEW,
    figures: Mapping[str, int | str | None] | None = None,
    place: str = "",
) -> int:
    """Puts a draft into the store; complete, but for the ``figures``."""
    texts = {"organ": organ, "organ_kind": kind, "title": f"{organ}{year}年报告"}
    id = store.create(report(edition, year, figures, texts=texts))
    store.keep_place(id, place)
    when = datetime.fromisoformat(changed).replace(tzinfo=UTC).isoformat(timespec="microseconds")
    with store.database.writing() as connection:
        connection.execute("UPDATE draft SET updated_at = ? WHERE id = ?", (when, id))
    return id


def heard(signal: SignalInstance) -> list[tuple[object, ...]]:
    """A list that grows by what ``signal`` says from now on."""
    found: list[tuple[object, ...]] = []

    def hear(*words: object) -> None:
        found.append(words)

    signal.connect(hear)
    return found
