"""Backups of the database, one a day at most: kept when it is closed, put back if it is damaged."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from reportdesk.errors import StoreError
from reportdesk.store.database import FILE
from reportdesk.windows import replace

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.store.database import Database

_KEPT = 3
_AGE = timedelta(hours=20)
_STEM, _, _SUFFIX = FILE.partition(".")
_NAME = re.compile(rf"{_STEM}-(\d{{8}}-\d{{6}})\.{_SUFFIX}")
_TIME = "%Y%m%d-%H%M%S"


def backups(folder: Path) -> list[tuple[datetime, Path]]:
    """The backups in a data folder with the moment of each, the newest first."""
    found: list[tuple[datetime, Path]] = []
    for file in folder.glob(f"{_STEM}-*.{_SUFFIX}"):
        if match := _NAME.fullmatch(file.name):
            with suppress(ValueError):
                found.append((datetime.strptime(match[1], _TIME).replace(tzinfo=UTC), file))
    return sorted(found, reverse=True)


def keep_backup(db: Database, now: datetime | None = None) -> None:
    """Write a backup if something was changed and the newest is about a day old. It is a second
    net: where it cannot be written, nothing is said and the older ones stay."""
    now = now or datetime.now(UTC)
    folder = db.path.parent
    known = backups(folder)
    if db.saved_at is None or (known and now - known[0][0] < _AGE):
        return
    try:
        db.back_up(folder / f"{_STEM}-{now.astimezone(UTC):{_TIME}}.{_SUFFIX}")
        for _, old in known[_KEPT - 1 :]:
            old.unlink()
    except (StoreError, OSError, sqlite3.Error):
        return


def put_back(folder: Path) -> datetime | None:
    """Put the newest backup in the place of a damaged database, which is kept beside under
    another name; the moment that it is of, None if there is no backup. Raises StoreError."""
    known = backups(folder)
    if not known:
        return None
    when, backup = known[0]
    aside = f"{_STEM}-damaged-{datetime.now(UTC):{_TIME}}"
    beside = folder / f"{FILE}.part"
    try:
        shutil.copyfile(backup, beside)
        for ending in ("", "-wal", "-shm"):
            file = folder / f"{FILE}{ending}"
            if file.exists():
                replace(file, folder / f"{aside}.{_SUFFIX}{ending}")
        replace(beside, folder / FILE)
    except OSError as error:
        raise StoreError(
            f"备份放不回去：“{folder}”里的文件正被占用或不能写入。原来的文件和备份都在。"
            "请关闭别的程序后再打开。"
        ) from error
    return when.astimezone()
