"""The database file: migrated in steps, never half; its troubles told in the clerk's words."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportdesk.errors import DamagedStoreError, StoreError
from reportdesk.store.database import FILE, Database
from reportdesk.store.drafts import DraftStore
from reportdesk.store.schema import MIGRATIONS
from tests.builders import CATALOG, NEW, report

MUSEUM = Path(__file__).resolve().parents[1] / "data"


def second(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE draft ADD COLUMN note TEXT")


def broken(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE draft ADD COLUMN other TEXT")
    raise sqlite3.OperationalError("no such thing")


def version_of(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def columns_of(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info (draft)")}


def test_a_new_database_has_been_through_every_migration(tmp_path: Path) -> None:
    Database(tmp_path / "new" / FILE).close()
    assert version_of(tmp_path / "new" / FILE) == len(MIGRATIONS)


def test_what_is_committed_is_on_the_disk_and_relations_hold(tmp_path: Path) -> None:
    database = Database(tmp_path / FILE)
    settings = ("journal_mode", "synchronous", "foreign_keys")
    assert [database.rows(f"PRAGMA {name}")[0][0] for name in settings] == ["wal", 2, 1]
    database.close()


def test_an_older_database_is_backed_up_and_brought_up_to_date(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        id = store.create(report(NEW, 2025))
    Database(tmp_path / FILE, [*MIGRATIONS, second]).close()
    assert version_of(tmp_path / FILE) == len(MIGRATIONS) + 1
    assert "note" in columns_of(tmp_path / FILE)
    (backup,) = tmp_path.glob(f"drafts-v{len(MIGRATIONS)}.sqlite3")
    assert "note" not in columns_of(backup)
    shutil.copy(backup, tmp_path / FILE)
    with DraftStore(tmp_path) as store:
        assert store.open(id, CATALOG) == report(NEW, 2025)


def test_a_migration_that_does_not_work_leaves_the_database_as_it_was(tmp_path: Path) -> None:
    Database(tmp_path / FILE).close()
    with pytest.raises(sqlite3.OperationalError):
        Database(tmp_path / FILE, [*MIGRATIONS, second, broken])
    assert version_of(tmp_path / FILE) == len(MIGRATIONS) + 1
    assert "other" not in columns_of(tmp_path / FILE)


def test_the_database_of_a_newer_program_is_refused_untouched(tmp_path: Path) -> None:
    Database(tmp_path / FILE, [*MIGRATIONS, second]).close()
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreError) as caught:
        DraftStore(tmp_path)
    assert "较新版本" in caught.value.message
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.parametrize("file", sorted(MUSEUM.glob("drafts-v*.sqlite3")), ids=lambda f: f.stem)
def test_a_database_of_every_version_that_there_was_still_opens(tmp_path: Path, file: Path) -> None:
    shutil.copy(file, tmp_path / FILE)
    with DraftStore(tmp_path) as store:
        (draft,) = store.drafts()
        (binned,) = store.bin()
        document = store.open(draft.id, CATALOG)
        assert (draft.organ, draft.year, draft.place) == (
            "云溪县水务局",
            2025,
            "requests.new.person",
        )
        assert (draft.filled, draft.of, draft.errors) == (171, 171, 1)
        assert binned.organ == "云溪县教育局"
        assert document.values["requests.new.person"] == "9"
        assert document.values["gone.row.column"] == "7"
        assert document.origins["requests.carried.person"].kind == "rolled"
        assert document.reasons == {"Y-2 disclosure": "专项清理时一件到期失效"}
        assert document.previous is not None
        assert document.previous.year == 2024
        assert document.previous.group_values == {"requests.denied.person": "4"}
        versions = store.versions.of(draft.id)
        assert [(v.kind, v.name) for v in versions] == [("named", "初稿"), ("opened", "")]
        assert store.versions.open(versions[0].id, CATALOG).values["requests.new.person"] == "0"
        assert store.office(NEW)["contact_phone"] == "0000-1234567"


def test_the_museum_has_a_database_of_the_version_that_is_written_now() -> None:
    assert (MUSEUM / f"drafts-v{len(MIGRATIONS)}.sqlite3").exists()


def test_a_full_disk_is_told_and_what_was_saved_stays(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        id = store.create(report(NEW, 2025))
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError) as caught:
            store.write(id, {"overview": "长" * 100_000, "problems": "改过了。"}, {}, {})
        assert "磁盘空间不够" in caught.value.message
        assert f"{store.database.saved_at:%H:%M:%S} 之后的改动还没有保存" in caught.value.message
        assert store.open(id, CATALOG) == report(NEW, 2025)
        store.database.connection.execute("PRAGMA max_page_count = 1000000")
        store.write(id, {"problems": "改过了。"}, {}, {})
        assert store.open(id, CATALOG).values["problems"] == "改过了。"


def test_a_file_in_use_by_another_program_is_told(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store, closing(sqlite3.connect(tmp_path / FILE)) as other:
        id = store.create(report(NEW, 2025))
        store.database.connection.execute("PRAGMA busy_timeout = 0")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="占用"):
            store.write(id, {"overview": "改过了。"}, {}, {})
        other.rollback()
        store.write(id, {"overview": "改过了。"}, {}, {})


def test_a_database_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        id = store.create(report(NEW, 2025))
        store.database.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(StoreError) as caught:
            store.write(id, {"overview": "改过了。"}, {}, {})
        assert "不能写入" in caught.value.message
        assert str(tmp_path) in caught.value.message


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="--data-dir"):
        DraftStore(tmp_path / "file" / "data")


def test_a_file_that_is_no_database_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 1000)
    with pytest.raises(DamagedStoreError, match="没有改动它"):
        DraftStore(tmp_path)
    assert (tmp_path / FILE).read_bytes() == b"no database at all" * 1000


def test_a_database_damaged_in_its_middle_is_told_when_it_shows(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        ids = [store.create(report(NEW, 2025)) for _ in range(5)]
    data = bytearray((tmp_path / FILE).read_bytes())
    data[2 * 4096 :] = b"\xff" * (len(data) - 2 * 4096)
    (tmp_path / FILE).write_bytes(data)
    with DraftStore(tmp_path) as store, pytest.raises(DamagedStoreError):
        [store.open(id, CATALOG) for id in ids]


def test_a_mistake_of_ours_is_not_told_as_the_clerk_s_trouble(tmp_path: Path) -> None:
    with DraftStore(tmp_path) as store:
        with pytest.raises(sqlite3.OperationalError):
            store.database.rows("SELECT nothing FROM nowhere")
        with pytest.raises(sqlite3.IntegrityError):
            store.write(99, {"overview": "没有这份报告。"}, {}, {})
