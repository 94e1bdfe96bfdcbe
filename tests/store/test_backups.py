"""Backups of the drafts: one a day at most, and put back where the database is damaged."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reportdesk.errors import DamagedStoreError
from reportdesk.store.backups import backups, keep_backup, put_back
from reportdesk.store.database import FILE, Database
from reportdesk.store.drafts import DraftStore
from tests.builders import CATALOG, NEW, report

NOW = datetime(2026, 1, 20, 9, 41, 7, tzinfo=UTC)


def changed(folder: Path) -> Database:
    database = Database(folder / FILE)
    with database.writing():
        pass
    return database


def test_closing_after_a_change_keeps_a_backup(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        store.create(report(NEW, 2025))
    assert len(backups(tmp_path)) == 1


def test_closing_without_a_change_keeps_none(tmp_path: Path) -> None:
    DraftStore(tmp_path).close()  # it was made, and that is a change
    for _, file in backups(tmp_path):
        file.unlink()
    DraftStore(tmp_path).close()
    assert backups(tmp_path) == []


def test_there_is_one_backup_a_day_and_the_newest_three_are_kept(tmp_path: Path) -> None:
    database = changed(tmp_path)
    for hours in range(0, 24 * 6, 6):
        keep_backup(database, NOW + timedelta(hours=hours))
    database.close()
    days = [0, 24, 48, 72, 96, 120]
    assert [when for when, _ in backups(tmp_path)] == [
        NOW + timedelta(hours=hours) for hours in reversed(days[-3:])
    ]


def test_a_backup_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    database = changed(tmp_path)
    (tmp_path / f"drafts-{NOW:%Y%m%d-%H%M%S}.sqlite3.part").mkdir()
    keep_backup(database, NOW)
    database.close()
    assert backups(tmp_path) == []


def test_a_damaged_database_gives_way_to_the_newest_backup_and_is_kept(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        id = store.create(report(NEW, 2025))
    (tmp_path / FILE).write_bytes(b"damaged" * 5000)
    with pytest.raises(DamagedStoreError):
        DraftStore(tmp_path)
    when = put_back(tmp_path)
    assert when == backups(tmp_path)[0][0]
    with DraftStore(tmp_path) as store:
        assert store.open(id, CATALOG) == report(NEW, 2025)
    (aside,) = tmp_path.glob("drafts-damaged-*.sqlite3")
    assert aside.read_bytes() == b"damaged" * 5000


def test_without_a_backup_nothing_is_put_back_and_nothing_touched(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"damaged")
    assert put_back(tmp_path) is None
    assert [file.name for file in tmp_path.iterdir()] == [FILE]


def test_a_file_that_only_looks_like_a_backup_is_none(tmp_path: Path) -> None:
    for name in ("drafts-v1.sqlite3", "drafts-20269999-000000.sqlite3", "drafts-x.sqlite3"):
        (tmp_path / name).write_bytes(b"")
    assert backups(tmp_path) == []
