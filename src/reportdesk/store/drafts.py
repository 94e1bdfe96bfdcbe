"""The store of drafts: every report of the clerk, written at each change, listed, kept and binned.

There is no Save: ``write`` is called with every edit and is on the disk when it returns.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple, Self

from reportdesk.checks.steps import Step
from reportdesk.store import rows
from reportdesk.store.backups import keep_backup
from reportdesk.store.database import FILE, Database
from reportdesk.store.versions import Versions

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reportdesk.checks.steps import Progress
    from reportdesk.form.edition import Edition
    from reportdesk.report.document import Document, Origin
    from reportdesk.report.outline import Editions

_LISTED = (
    "id, organ, kind, year, edition, filled, wanted, errors, reviews, hints, place,"
    " created_at, updated_at, deleted_at, steps, label"
)


COPY = "副本"
"""What a copy is labelled with."""


class Draft(NamedTuple):
    """A report as the list of reports shows it; all of it as of its last save. Times and steps
    are read when asked for: a list of thousands shows a screenful."""

    id: int
    organ: str
    kind: str
    """Kind of organ, "" where it was not said."""
    year: int | None
    edition: str
    filled: int
    of: int
    errors: int
    reviews: int
    hints: int
    place: str
    """Where the clerk was, as given to ``keep_place``."""
    created_at: str
    updated_at: str
    deleted_at: str | None
    told: str
    label: str = ""
    """What tells it from other reports of the same organ and year."""

    @property
    def created(self) -> datetime:
        """When it was put in, in this computer's time."""
        return datetime.fromisoformat(self.created_at).astimezone()

    @property
    def updated(self) -> datetime:
        """When it was last changed."""
        return datetime.fromisoformat(self.updated_at).astimezone()

    @property
    def deleted(self) -> datetime | None:
        """When it was put into the bin, None if it is not there."""
        return datetime.fromisoformat(self.deleted_at).astimezone() if self.deleted_at else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The sections and their states."""
        return tuple(Step(*each) for each in json.loads(self.told))


class DraftStore:
    """The drafts in a data folder. Raises StoreError where the computer does not let it work."""

    def __init__(self, folder: Path) -> None:
        self.database = Database(folder / FILE)
        self.versions = Versions(self.database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; a day's last state is kept as a backup now and then."""
        keep_backup(self.database)
        self.database.close()

    # One report

    def create(self, document: Document) -> int:
        """Put a report in as a new draft; its id."""
        from reportdesk.report.outline import outline_of  # the list of reports does without

        with self.database.writing():
            id = rows.insert(self.database, outline_of(document), _now())
            self._tell(id, _progress_of(document))
        return id

    def open(self, id: int, editions: Editions) -> Document:
        """A draft's report. Raises StoreError where it is gone or its edition is not known."""
        return rows.document(rows.outline(self.database, id), editions)

    def write(
        self,
        id: int,
        values: Mapping[str, str | None],
        origins: Mapping[str, Origin | None],
        reasons: Mapping[str, str | None],
        progress: Progress | None = None,
        place: str | None = None,
    ) -> datetime:
        """Put in place what has changed (None: absent), how far the report is now and where the
        clerk is; when."""
        now = datetime.now(UTC)
        with self.database.writing() as connection:
            rows.write(self.database, id, values, origins, reasons)
            connection.execute("UPDATE draft SET updated_at = ? WHERE id = ?", (_written(now), id))
            for column, key in (("organ", rows.ORGAN), ("kind", rows.KIND)):
                if key in values:
                    named = rows.sound(values[key] or "")
                    connection.execute(f"UPDATE draft SET {column} = ? WHERE id = ?", (named, id))
            if progress is not None:
                self._tell(id, progress)
            if place is not None:
                self._keep_place(id, place)
        return now.astimezone()

    def replace(self, id: int, document: Document) -> datetime:
        """Put a report in the place of all that a draft holds; when."""
        from reportdesk.report.outline import outline_of

        now = datetime.now(UTC)
        with self.database.writing():
            rows.overwrite(self.database, id, outline_of(document), _written(now))
            self._tell(id, _progress_of(document))
        return now.astimezone()

    def keep_place(self, id: int, place: str) -> None:
        """Remember where the clerk is in a draft. It is no change of the report."""
        with self.database.writing():
            self._keep_place(id, place)

    def _keep_place(self, id: int, place: str) -> None:
        self.database.connection.execute(
            "UPDATE draft SET place = ? WHERE id = ?", (rows.sound(place), id)
        )

    def place(self, id: int) -> str:
        """Where the clerk was, "" where that is not known."""
        found = self.database.rows("SELECT place FROM draft WHERE id = ?", id)
        return found[0][0] if found else ""

    def _tell(self, id: int, progress: Progress) -> None:
        self.database.connection.execute(
            "UPDATE draft SET filled = ?, wanted = ?, errors = ?, reviews = ?, hints = ?, steps = ?"
            " WHERE id = ?",
            (*progress[1:], json.dumps(progress.steps, ensure_ascii=False), id),
        )

    # All reports

    def drafts(self) -> list[Draft]:
        """All reports but those in the bin, the one changed last first."""
        return self._list("deleted_at IS NULL ORDER BY updated_at DESC, id DESC")

    def bin(self) -> list[Draft]:
        """The reports in the bin, the one put there last first."""
        return self._list("deleted_at IS NOT NULL ORDER BY deleted_at DESC, id DESC")

    def find(self, organ: str, year: int | None) -> list[Draft]:
        """The reports of an organ for a year, the one changed last first."""
        return self._list(
            "deleted_at IS NULL AND organ = ? AND year IS ? ORDER BY updated_at DESC, id DESC",
            organ,
            year,
        )

    def draft(self, id: int) -> Draft | None:
        """One report as it is listed, None where there is none."""
        return next(iter(self._list("id = ?", id)), None)

    def _list(self, condition: str, *values: object) -> list[Draft]:
        found = self.database.rows(
            f"SELECT {_LISTED} FROM draft WHERE reference = 0 AND {condition}", *values
        )
        return list(map(Draft._make, found))

    def duplicate(self, id: int) -> int:
        """A copy of a draft as a new one, without its versions, marked as a copy; its id."""
        with self.database.writing() as connection:
            new = rows.insert(self.database, rows.outline(self.database, id), _now())
            connection.execute(
                "UPDATE draft SET (place, filled, wanted, errors, reviews, hints, steps) ="
                " (SELECT place, filled, wanted, errors, reviews, hints, steps FROM draft"
                " WHERE id = ?) WHERE id = ?",
                (id, new),
            )
            self.mark_copy(new, self._label(id))
        return new

    def mark_copy(self, id: int, of: str = "") -> str:
        """Label a draft as a copy, of the one with the label ``of``; the first label of that kind
        that no other report of the same organ and year has."""
        taken = {
            row[0]
            for row in self.database.rows(
                "SELECT other.label FROM draft AS own JOIN draft AS other"
                " ON other.organ = own.organ AND other.year IS own.year AND other.id <> own.id"
                " WHERE own.id = ? AND other.reference = 0",
                id,
            )
        }
        base = COPY if not of or of.startswith(COPY) else f"{of} {COPY}"
        label = next(
            name
            for number in range(1, len(taken) + 2)
            if (name := base if number == 1 else f"{base} {number}") not in taken
        )
        self.set_label(id, label)
        return label

    def _label(self, id: int) -> str:
        found = self.database.rows("SELECT label FROM draft WHERE id = ?", id)
        return found[0][0] if found else ""

    def set_label(self, id: int, label: str) -> None:
        """Label a draft. It is no change of the report."""
        with self.database.writing() as connection:
            connection.execute("UPDATE draft SET label = ? WHERE id = ?", (rows.sound(label), id))

    def to_bin(self, id: int) -> None:
        """Put a draft into the bin."""
        self._deleted(id, _now())

    def restore(self, id: int) -> None:
        """Take a draft out of the bin."""
        self._deleted(id, None)

    def _deleted(self, id: int, when: str | None) -> None:
        with self.database.writing() as connection:
            connection.execute("UPDATE draft SET deleted_at = ? WHERE id = ?", (when, id))

    def delete(self, id: int) -> None:
        """Delete a draft for good, its versions and last year's report with it."""
        with self.database.writing():
            rows.remove(self.database, id)

    def empty_bin(self) -> int:
        """Delete for good all that is in the bin; how many."""
        binned = [draft.id for draft in self.bin()]
        with self.database.writing():
            for id in binned:
                rows.remove(self.database, id)
        return len(binned)

    def office(self, edition: Edition, organ: str = "") -> dict[str, str]:
        """The office's own data for a new report on ``edition``: the lines that it keeps from
        year to year, as they stand in the report changed last; with ``organ``, in its own."""
        from reportdesk.form.edition import Line

        newest = self.database.rows(
            "SELECT id FROM draft WHERE reference = 0 AND deleted_at IS NULL AND organ <> ''"
            " AND ?1 IN ('', organ) ORDER BY updated_at DESC, id DESC LIMIT 1",
            organ,
        )
        if not newest:
            return {}
        known = dict(
            self.database.rows("SELECT key, value FROM value WHERE draft_id = ?", newest[0][0])
        )
        lines = [b for s in edition.sections for b in s.blocks if isinstance(b, Line)]
        return {line.id: known[line.id] for line in lines if line.carry and line.id in known}


def _now() -> str:
    return _written(datetime.now(UTC))


def _written(when: datetime) -> str:
    return when.isoformat(timespec="microseconds")


def _progress_of(document: Document) -> Progress:
    from reportdesk.checks.checker import check
    from reportdesk.checks.progress import progress

    return progress(document, check(document))
