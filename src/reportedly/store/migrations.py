"""Older formats of collection.db brought up to date, one step at a time.

A step takes a database of its own format to the next one and nothing else: it reads no settings
and calls no code that may change later. tests/data holds a collection of each former format.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from reportedly.store.database import fact, set_fact, transaction

FORMAT = 5
"""The version of collection.db that this code reads and writes."""


def migrate(database: sqlite3.Connection) -> None:
    """Bring a database up to `FORMAT`, all steps in one transaction: whole or not at all."""
    with transaction(database):
        version = fact(database, "format") or 0
        while version < FORMAT:
            STEPS[version](database)
            version += 1
            set_fact(database, "format", version)


def _read_and_place(database: sqlite3.Connection) -> None:
    """1 → 2: outcomes tell their read and place, originals the address that they came from.

    The read of an article's outcome stands beside the article; other outcomes are of the read of
    the article before them. Places follow the order in which the outcomes were written.
    """
    database.execute("ALTER TABLE raws ADD COLUMN url TEXT")
    database.execute("ALTER TABLE outcomes ADD COLUMN read INTEGER NOT NULL DEFAULT 0")
    database.execute("ALTER TABLE outcomes ADD COLUMN place INTEGER NOT NULL DEFAULT 0")
    read = 1
    rows = database.execute(
        "SELECT o.number, a.read FROM outcomes o LEFT JOIN articles a ON o.kind = 'article'"
        " AND a.article_id = o.article_id AND a.text_id = o.text_id ORDER BY o.number"
    ).fetchall()
    for number, read_of_article in rows:
        read = max(read, read_of_article or 0)
        database.execute(
            "UPDATE outcomes SET read = ?, place = ? WHERE number = ?", (read, number, number)
        )


def _people_beside(database: sqlite3.Connection) -> None:
    """2 → 3: samples of audits, what coders entered of them, and rows of other data sets."""
    for statement in (
        "CREATE TABLE samples (number INTEGER PRIMARY KEY AUTOINCREMENT, data TEXT NOT NULL)",
        "CREATE TABLE codings (number INTEGER PRIMARY KEY AUTOINCREMENT,"
        " sample INTEGER NOT NULL, data TEXT NOT NULL)",
        "CREATE INDEX codings_of_samples ON codings (sample)",
        "CREATE TABLE imported (number INTEGER PRIMARY KEY AUTOINCREMENT,"
        " row_id TEXT UNIQUE NOT NULL, source TEXT NOT NULL, data TEXT NOT NULL)",
        "CREATE INDEX imported_of_sources ON imported (source)",
    ):
        database.execute(statement)


def _expunging(database: sqlite3.Connection) -> None:
    """3 → 4: what was expunged, how it is known again, and what it was in exports."""
    for statement in (
        "CREATE TABLE tombstones (tombstone TEXT PRIMARY KEY, at TEXT NOT NULL,"
        " kind TEXT NOT NULL, why TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE barred (digest BLOB PRIMARY KEY, tombstone TEXT NOT NULL,"
        " salt BLOB NOT NULL) WITHOUT ROWID",
        "CREATE TABLE gone (number INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,"
        " export TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL)",
    ):
        database.execute(statement)


def _columns(_database: sqlite3.Connection) -> None:
    """4 → 5: what is written from now on is packed by dictionaries, and analyses as columns.

    What is there stays as it is and stays readable (`packing`), for to write a large collection
    anew takes hours; `reanalyse` writes each analysis that it redoes in the new form.
    """


STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {
    1: _read_and_place,
    2: _people_beside,
    3: _expunging,
    4: _columns,
}
"""The step from each former format to the next."""
