"""Versions of a report: what it once was, kept by name or by the program before it changes much."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple

from reportdesk.errors import StoreError
from reportdesk.store import rows

if TYPE_CHECKING:
    from reportdesk.report.document import Document
    from reportdesk.report.outline import Editions
    from reportdesk.store.database import Database

Kind = Literal["opened", "named", "before_import", "before_restore", "final", "sent", "signed"]
"""Who took it: the clerk (``named``), or the program when the report was opened, before an import,
before a version was restored, when a final file was written, or when a 送审稿 was (``sent``). One
that was sent and came back with its signature is ``signed``."""

_ASKED: frozenset[Kind] = frozenset({"named", "final", "sent", "signed"})
_LISTED = ", ".join(f"'{kind}'" for kind in sorted(_ASKED))
_FROZEN = "这个版本已签发，不能改名，也不能删除。"
_KEPT = 20
"""So many versions that the program took by itself are kept of a report, the newest."""


class Version(NamedTuple):
    """A version, without its content."""

    id: int
    name: str
    kind: Kind
    taken: datetime


class Versions:
    """The versions of all drafts of a database."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def take(self, draft: int, kind: Kind, name: str = "") -> int:
        """Keep the report as it is now; the version's id. Where the newest version has just this
        content and was taken by the program too, that one stands for it."""
        content = json.dumps(rows.outline(self._db, draft), sort_keys=True)
        payload = zlib.compress(content.encode(), 6)
        with self._db.writing() as connection:
            newest = self._db.rows(
                "SELECT id, payload FROM snapshot WHERE draft_id = ? ORDER BY id DESC LIMIT 1",
                draft,
            )
            if kind not in _ASKED and newest and newest[0][1] == payload:
                return int(newest[0][0])
            id = connection.execute(
                "INSERT INTO snapshot (draft_id, kind, name, taken_at, payload)"
                " VALUES (?, ?, ?, ?, ?)",
                (draft, kind, rows.sound(name.strip()), datetime.now(UTC).isoformat(), payload),
            ).lastrowid
            assert id is not None
            self._thin(draft)
        return id

    def of(self, draft: int) -> list[Version]:
        """The versions of a report, the newest first."""
        found = self._db.rows(
            "SELECT id, name, kind, taken_at FROM snapshot WHERE draft_id = ? ORDER BY id DESC",
            draft,
        )
        return [
            Version(id, name, kind, datetime.fromisoformat(taken).astimezone())
            for id, name, kind, taken in found
        ]

    def open(self, version: int, editions: Editions) -> Document:
        """The report as it was. Raises StoreError."""
        found = self._db.rows("SELECT payload FROM snapshot WHERE id = ?", version)
        if not found:
            raise StoreError("这个版本已经不在了。")
        return rows.document(json.loads(zlib.decompress(found[0][0])), editions)

    def rename(self, version: int, name: str) -> None:
        """Give a version another name. One that the program took is the clerk's from then on.
        Raises StoreError for one that was signed."""
        self._require_not_signed(version)
        with self._db.writing() as connection:
            connection.execute(
                f"UPDATE snapshot SET name = ?, kind = CASE WHEN kind IN ({_LISTED}) THEN kind"
                " ELSE 'named' END WHERE id = ?",
                (rows.sound(name.strip()), version),
            )

    def sign(self, version: int, *, signed: bool = True) -> None:
        """Mark a version that was sent as signed, or take the mark back. Raises StoreError where
        it was never sent."""
        before, after = ("sent", "signed") if signed else ("signed", "sent")
        with self._db.writing() as connection:
            done = connection.execute(
                "UPDATE snapshot SET kind = ? WHERE id = ? AND kind = ?", (after, version, before)
            )
            if not done.rowcount:
                raise StoreError("这个版本没有送审过，或者已经不在了。")

    def _require_not_signed(self, version: int) -> None:
        found = self._db.rows("SELECT kind FROM snapshot WHERE id = ?", version)
        if found and found[0][0] == "signed":
            raise StoreError(_FROZEN)

    def delete(self, version: int) -> None:
        """Delete a version for good. Raises StoreError for one that was signed."""
        self._require_not_signed(version)
        with self._db.writing() as connection:
            connection.execute("DELETE FROM snapshot WHERE id = ?", (version,))

    def _thin(self, draft: int) -> None:
        self._db.connection.execute(
            f"DELETE FROM snapshot WHERE draft_id = ?1 AND kind NOT IN ({_LISTED})"
            " AND id NOT IN (SELECT id FROM snapshot WHERE draft_id = ?1"
            f" AND kind NOT IN ({_LISTED}) ORDER BY id DESC LIMIT ?2)",
            (draft, _KEPT),
        )
