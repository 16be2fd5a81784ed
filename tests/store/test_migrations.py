"""Collections of former formats open with all that they held; tests/data has one of each.

They are stored as SQL, so that a reader can see them; their articles are invented.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reportedly.corpus.merge import LedgerEntry
from reportedly.errors import CollectionError
from reportedly.store import Collection
from reportedly.store.database import schema
from reportedly.store.migrations import FORMAT, STEPS

DATA = Path(__file__).parents[1] / "data"


def stored(version: int, folder: Path) -> Path:
    """The stored example of a format, as a collection on disk."""
    example = DATA / f"collection-v{version}"
    folder.mkdir()
    shutil.copytree(example / "raw", folder / "raw")
    with closing(sqlite3.connect(folder / "collection.db")) as database:
        database.executescript((example / "collection.sql").read_text("utf-8"))
    return folder


@pytest.mark.parametrize("version", range(1, FORMAT))
def test_a_collection_of_each_former_format_opens_whole(version: int, tmp_path: Path) -> None:
    collection = Collection.open(stored(version, tmp_path / "news"))
    counts = collection.counts()
    assert (counts["inputs"], counts["articles"], counts["versions"]) == (7, 2, 3)
    assert {article.text for article, _ in collection.documents(latest=False)} == {
        "Workers marched in Belt on Monday.",
        "Clerks marched in Belt on Monday.",
        "Workers marched in Belt on Monday and Tuesday.",
    }
    assert [attached.how for attached in collection.attached_judgements()] == ["id"]
    assert [entry.event_id for entry in collection.ledger(LedgerEntry)] == ["e-1"]
    # the links are a projection, and no part of the stored example
    assert [fault.what for fault in collection.check()] == ["links"]
    assert [entry[1] for entry in collection.log_entries()] == ["read", "migrate"]


@pytest.mark.parametrize("version", range(1, FORMAT))
def test_migrated_tables_have_the_columns_of_new_ones(version: int, tmp_path: Path) -> None:
    folder = stored(version, tmp_path / "news")
    Collection.open(folder)
    with (
        closing(sqlite3.connect(folder / "collection.db")) as old,
        closing(sqlite3.connect(":memory:")) as new,
    ):
        new.executescript(schema("collection"))
        assert columns(old) == columns(new)


def columns(database: sqlite3.Connection) -> dict[str, list[tuple]]:
    tables = [
        row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    # name, type, not null, default
    return {
        table: sorted(row[1:5] for row in database.execute(f"PRAGMA table_info({table})"))
        for table in tables
    }


def test_outcomes_of_format_1_get_their_read_and_place(tmp_path: Path) -> None:
    folder = stored(1, tmp_path / "news")
    Collection.open(folder)
    with closing(sqlite3.connect(folder / "collection.db")) as database:
        rows = database.execute("SELECT source, read, place FROM outcomes ORDER BY number")
        assert list(rows) == [
            ("a.html", 1, 1),
            ("copy.html", 1, 2),
            ("c.gz", 1, 3),
            ("d.png", 1, 4),
            ("b.html", 1, 5),
            ("e.gz", 1, 6),  # of the second read in truth: format 1 does not tell
            ("later/a.html", 2, 7),
        ]


def test_a_migration_that_is_cut_short_leaves_the_former_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = stored(1, tmp_path / "news")

    true_step = STEPS[1]

    def step(database: sqlite3.Connection) -> None:
        true_step(database)
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("reportedly.store.migrations.STEPS", {1: step})
    with pytest.raises(CollectionError, match="is full"):
        Collection.open(folder)
    monkeypatch.undo()
    assert Collection.open(folder).counts()["inputs"] == 7


def test_a_collection_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    folder = Collection.create(tmp_path / "news").folder
    with closing(sqlite3.connect(folder / "collection.db")) as database, database:
        database.execute("UPDATE facts SET value = ? WHERE name = 'format'", (FORMAT + 1,))
    with pytest.raises(CollectionError, match=f"format {FORMAT + 1}.*install a newer one"):
        Collection.open(folder)
