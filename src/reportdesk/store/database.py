"""The database file: opened safely, brought up to date, and its troubles put in the clerk's words.

Everything is written in transactions that are on the disk when they end (write-ahead log,
``synchronous=FULL``), so that a process or a computer that stops loses nothing committed.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reportdesk.errors import DamagedStoreError, StoreError
from reportdesk.store.schema import MIGRATIONS
from reportdesk.windows import is_far, replace

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from reportdesk.store.schema import Migration

FILE = "drafts.sqlite3"
"""The database's name in the data folder."""
_BUSY = 3.0
"""Seconds to wait for another program that has the file (a backup, a virus scanner)."""
_DISK_FULL = frozenset({sqlite3.SQLITE_FULL})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_CLOSED_TO_US = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
    }
)
_IN_USE = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DISK = frozenset({sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOLFS})


class Database:
    """One open database. Raises StoreError for what the computer does to it; anything else that
    goes wrong is a bug of ours and is not caught."""

    def __init__(self, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self.path = path
        self.saved_at: datetime | None = None
        """When the last transaction was on the disk."""
        with self.troubles():
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise StoreError(_closed_words(path)) from error
            self.connection = sqlite3.connect(path, timeout=_BUSY, isolation_level=None)
            try:
                self._prepare(migrations)
            except BaseException:
                self.connection.close()
                raise

    def _prepare(self, migrations: Sequence[Migration]) -> None:
        execute = self.connection.execute
        version = self.version
        if version > len(migrations):
            raise StoreError(
                "这里的报告是较新版本的程序保存的，这个版本打不开；内容没有改动。"
                "请用新版本的程序打开。"
            )
        if version < len(migrations):
            self._migrate(version, migrations)
        # The write-ahead log needs memory that all its programs share: not across a network.
        execute(f"PRAGMA journal_mode = {'DELETE' if is_far(self.path) else 'WAL'}")
        execute("PRAGMA synchronous = FULL")
        execute("PRAGMA foreign_keys = ON")

    @property
    def version(self) -> int:
        """How many migrations the database has been through."""
        (version,) = self.connection.execute("PRAGMA user_version").fetchone()
        return int(version)

    def _migrate(self, version: int, migrations: Sequence[Migration]) -> None:
        if version:
            self.back_up(self.path.with_name(f"{self.path.stem}-v{version}{self.path.suffix}"))
        for number in range(version, len(migrations)):
            with self.writing():
                migrations[number](self.connection)
                self.connection.execute(f"PRAGMA user_version = {number + 1}")

    def back_up(self, to: Path) -> None:
        """Write a copy of the whole database, beside and then in place."""
        beside = to.with_name(f"{to.name}.part")
        with suppress(OSError):
            beside.unlink()
        with closing(sqlite3.connect(beside)) as copy:
            self.connection.backup(copy)
        try:
            replace(beside, to)
        except OSError as error:
            raise StoreError(_closed_words(to)) from error

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection]:
        """A transaction: all of it or nothing. Inside another one it is part of that."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        with self.troubles():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        self.saved_at = datetime.now().astimezone()

    def rows(self, query: str, *values: object) -> list[Any]:
        """All rows of a query."""
        with self.troubles():
            return self.connection.execute(query, values).fetchall()

    @contextmanager
    def troubles(self) -> Generator[None]:
        """Tell what the computer does to the file in the clerk's words."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if code in _DAMAGED:
                raise DamagedStoreError(
                    f"保存报告的文件“{self.path.name}”已损坏，读不出来；程序没有改动它。"
                ) from error
            words = self._words(code)
            if not words:
                raise
            raise StoreError(words) from error

    def _words(self, code: int) -> str:
        saved = self.saved_at
        since = f"{saved:%H:%M:%S} 之后的改动" if saved is not None else "刚才的改动"
        if code in _DISK_FULL:
            return f"磁盘空间不够，{since}还没有保存。请腾出空间，程序会自动再存。"
        if code in _CLOSED_TO_US:
            return _closed_words(self.path)
        if code in _IN_USE:
            return f"保存报告的文件正被别的程序占用，{since}还没有保存。程序会自动再存。"
        if code in _DISK:
            return (
                f"磁盘读写不正常，{since}还没有保存，以前保存的都在。"
                f"请检查磁盘“{self.path.anchor or self.path.parent}”，程序会自动再存。"
            )
        return ""

    def close(self) -> None:
        """Close the file; the write-ahead log goes into it."""
        with suppress(sqlite3.Error):
            self.connection.close()


def _closed_words(path: Path) -> str:
    return (
        f"文件夹“{path.parent}”不能写入，报告存不进去；已保存的没有受影响。"
        "请检查文件夹的权限，或用 --data-dir 指定别的文件夹。"
    )
