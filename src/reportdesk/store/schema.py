"""The migrations of the drafts' database, oldest first. Append; never change one that was released.

A database of version n has been through the first n. What is stored:

``draft``      one report; last year's report is a draft too, a ``reference`` that is not listed,
               to which ``previous_id`` leads. Completeness and counts are those of its last save.
               ``label`` tells it from others of the same organ and year, as 「副本」.
``value``      the canonical text in a blank. A blank is a row that is absent.
``origin``     where an imported value comes from, while nobody has confirmed it.
``reason``     the written reason for a finding of severity review.
``snapshot``   a report as it once was, whole, as compressed JSON (see ``report.outline``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    Migration = Callable[[Connection], None]

_FIRST = (
    """
    CREATE TABLE draft (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      edition TEXT NOT NULL,
      revision INTEGER NOT NULL,
      year INTEGER,
      organ TEXT NOT NULL,
      kind TEXT NOT NULL,
      previous_id INTEGER REFERENCES draft (id) ON DELETE SET NULL,
      reference INTEGER NOT NULL DEFAULT 0,
      extra TEXT NOT NULL DEFAULT '{}',
      place TEXT NOT NULL DEFAULT '',
      filled INTEGER NOT NULL DEFAULT 0,
      wanted INTEGER NOT NULL DEFAULT 0,
      errors INTEGER NOT NULL DEFAULT 0,
      reviews INTEGER NOT NULL DEFAULT 0,
      hints INTEGER NOT NULL DEFAULT 0,
      steps TEXT NOT NULL DEFAULT '[]',
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL,
      deleted_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE value (
      draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (draft_id, key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE origin (
      draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      kind TEXT NOT NULL,
      file TEXT NOT NULL,
      place TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (draft_id, key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE reason (
      draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (draft_id, name)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE snapshot (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      payload BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX snapshot_of_draft ON snapshot (draft_id)",
    "CREATE INDEX draft_of_previous ON draft (previous_id)",
)


def _first(connection: Connection) -> None:
    for statement in _FIRST:
        connection.execute(statement)


def _second(connection: Connection) -> None:
    connection.execute("ALTER TABLE draft ADD COLUMN label TEXT NOT NULL DEFAULT ''")


MIGRATIONS: tuple[Migration, ...] = (_first, _second)
"""Each brings a database from the version that is its index to the next."""
