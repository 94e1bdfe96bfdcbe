"""A document as rows of the database, and back, by way of its outline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from reportdesk.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.report.document import Document
    from reportdesk.report.outline import Editions
    from reportdesk.store.database import Database

ORGAN, KIND = "organ", "organ_kind"
_EXTRA = ("as_printed", "group_values", "unplaced", "refused")
"""What comes with a file and is never edited: kept together."""
_CONTENT = ("value", "origin", "reason")
_ORIGIN = ("kind", "file", "place", "text")


def insert(db: Database, outline: Mapping[str, Any], now: str, *, reference: bool = False) -> int:
    """A new draft with all that ``outline`` holds, last year's report as a reference; its id."""
    with db.writing() as connection:
        previous: Mapping[str, Any] | None = outline["previous"]
        previous_id = insert(db, previous, now, reference=True) if previous is not None else None
        values: Mapping[str, str] = outline["values"]
        id = connection.execute(
            "INSERT INTO draft (edition, revision, year, organ, kind, previous_id, reference,"
            " extra, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                outline["edition"],
                outline["revision"],
                outline["year"],
                sound(values.get(ORGAN, "")),
                sound(values.get(KIND, "")),
                previous_id,
                int(reference),
                _extra(outline),
                now,
                now,
            ),
        ).lastrowid
        assert id is not None
        _fill(db, id, outline)
        return id


def overwrite(db: Database, id: int, outline: Mapping[str, Any], now: str) -> None:
    """Put ``outline`` in the place of all that the draft ``id`` holds."""
    with db.writing() as connection:
        before = previous_of(db, id)
        previous: Mapping[str, Any] | None = outline["previous"]
        previous_id = insert(db, previous, now, reference=True) if previous is not None else None
        values: Mapping[str, str] = outline["values"]
        connection.execute(
            "UPDATE draft SET edition = ?, revision = ?, year = ?, organ = ?, kind = ?,"
            " previous_id = ?, extra = ?, updated_at = ? WHERE id = ?",
            (
                outline["edition"],
                outline["revision"],
                outline["year"],
                sound(values.get(ORGAN, "")),
                sound(values.get(KIND, "")),
                previous_id,
                _extra(outline),
                now,
                id,
            ),
        )
        if before is not None:
            remove(db, before)
        for table in _CONTENT:
            connection.execute(f"DELETE FROM {table} WHERE draft_id = ?", (id,))
        _fill(db, id, outline)


def remove(db: Database, id: int) -> None:
    """Delete a draft for good, and last year's report with it."""
    with db.writing() as connection:
        previous = previous_of(db, id)
        connection.execute("DELETE FROM draft WHERE id = ?", (id,))
        if previous is not None:
            remove(db, previous)


def previous_of(db: Database, id: int) -> int | None:
    """The draft that is last year's report of the draft ``id``."""
    found = db.rows("SELECT previous_id FROM draft WHERE id = ?", id)
    return found[0][0] if found else None


def outline(db: Database, id: int) -> dict[str, Any]:
    """All that the draft ``id`` holds. Raises StoreError where there is none."""
    found = db.rows(
        "SELECT edition, revision, year, previous_id, extra FROM draft WHERE id = ?", id
    )
    if not found:
        raise StoreError("这份报告已经不在了，可能已从回收站清除。")
    edition, revision, year, previous, extra = found[0]
    return {
        "edition": edition,
        "revision": revision,
        "year": year,
        "values": dict(db.rows("SELECT key, value FROM value WHERE draft_id = ?", id)),
        "origins": {
            key: {"kind": kind, "file": file, "place": place, "text": text}
            for key, kind, file, place, text in db.rows(
                "SELECT key, kind, file, place, text FROM origin WHERE draft_id = ?", id
            )
        },
        "reasons": dict(db.rows("SELECT name, text FROM reason WHERE draft_id = ?", id)),
        **json.loads(extra),
        "previous": outline(db, previous) if previous is not None else None,
    }


def document(found: Mapping[str, Any], editions: Editions) -> Document:
    """The document of an outline that was stored. Raises StoreError where its edition is not
    known here."""
    # The list of reports is read without any of this.
    from reportdesk.report.outline import UnknownEditionError, UnsoundError, document_of

    try:
        made = document_of(found, editions)
    except UnknownEditionError as error:
        raise StoreError(
            f"这份报告用的版式“{error.id}”这里没有，暂时打不开；内容没有改动。"
            "请把版式文件放回数据文件夹的 editions 里，再打开。"
        ) from error
    except UnsoundError as error:
        raise StoreError(
            f"这份报告里有一处内容读不出来（{error.part}），打不开；内容没有改动。"
            "请从版本或另存的副本恢复。"
        ) from error
    for each in (made, made.previous):
        if each is not None:  # what the form has in its order, then what it has no longer
            values = each.values
            each.values = {key: values[key] for key in each.edition.fields if key in values}
            each.values.update(values)
    return made


def write(
    db: Database,
    id: int,
    values: Mapping[str, str | None],
    origins: Mapping[str, tuple[str, ...] | None],
    reasons: Mapping[str, str | None],
) -> None:
    """Put values, origins (in the order of ``Origin``) and reasons in place; None takes one
    away."""
    _put(db, "value", ("key", "value"), id, _single(values))
    _put(db, "origin", ("key", *_ORIGIN), id, origins)
    _put(db, "reason", ("name", "text"), id, _single(reasons))


def _single(entries: Mapping[str, str | None]) -> dict[str, tuple[str] | None]:
    return {key: text if text is None else (text,) for key, text in entries.items()}


def _put(
    db: Database,
    table: str,
    columns: tuple[str, ...],
    id: int,
    entries: Mapping[str, tuple[str, ...] | None],
) -> None:
    if not entries:
        return
    connection = db.connection
    gone = [(id, key) for key, fields in entries.items() if fields is None]
    if gone:
        connection.executemany(f"DELETE FROM {table} WHERE draft_id = ? AND {columns[0]} = ?", gone)
    rows = [(id, key, *fields) for key, fields in entries.items() if fields is not None]
    if not rows:
        return
    names, places = ", ".join(columns), ", ".join("?" * len(columns))
    statement = f"INSERT OR REPLACE INTO {table} (draft_id, {names}) VALUES (?, {places})"
    try:
        connection.executemany(statement, rows)
    except UnicodeEncodeError:  # half a character, as in the name of a file in another encoding
        connection.executemany(statement, [(id, *map(sound, row[1:])) for row in rows])


def sound(text: str) -> str:
    """``text`` as a file can hold it: half a character becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def _fill(db: Database, id: int, outline: Mapping[str, Any]) -> None:
    origins: Mapping[str, Mapping[str, str]] = outline["origins"]
    write(
        db,
        id,
        outline["values"],
        {key: tuple(origin[name] for name in _ORIGIN) for key, origin in origins.items()},
        outline["reasons"],
    )


def _extra(outline: Mapping[str, Any]) -> str:
    return json.dumps({name: outline[name] for name in _EXTRA})
