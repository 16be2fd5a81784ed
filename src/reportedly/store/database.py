"""SQLite connections with the settings that a collection needs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

from reportedly.store.failures import clear_failures

_WAIT_SECONDS = 60.0
_SMALL_PAGE = 2048  # half of the usual


def connect(file: Path, *, durable: bool = False, small_pages: bool = False) -> sqlite3.Connection:
    """A connection for writing in explicit transactions.

    `small_pages` make a new database smaller by a tenth where it holds blobs of some kilobytes,
    each of which leaves half a page empty.

    With `durable` a commit is on the disk when it returns; otherwise a loss of power may cost
    the last commits (never the database), and the inputs can be read again.
    """
    database = sqlite3.connect(file, timeout=_WAIT_SECONDS, isolation_level=None)
    if small_pages:
        database.execute(f"PRAGMA page_size = {_SMALL_PAGE}")
    mode = database.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise sqlite3.OperationalError(f"no write-ahead log here, only '{mode}'")
    database.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
    return database


@contextmanager
def reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads.

    Raises:
        CollectionError: also for errors of the database inside the block.
    """
    uri = f"{file.absolute().as_uri()}?mode=rw"  # rw: a reader may have to clean up the log
    with clear_failures(file.parent):
        database = sqlite3.connect(uri, uri=True, timeout=_WAIT_SECONDS, check_same_thread=False)
        with closing(database):
            database.execute("PRAGMA query_only = ON")
            database.row_factory = sqlite3.Row
            yield database


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, whatever ends the block."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def remove_database(file: Path) -> None:
    """Remove a database with what SQLite keeps beside it; it need not be there."""
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)


def schema(name: str) -> str:
    """The tables of one of the databases of a collection."""
    return (files("reportedly.store") / f"{name}.sql").read_text(encoding="utf-8")


def create_tables(database: sqlite3.Connection, name: str, version: int) -> None:
    """Make the tables with their format version, in one transaction."""
    script = f"BEGIN IMMEDIATE; {schema(name)} INSERT INTO facts VALUES ('format', {version});"
    try:
        database.executescript(script + "COMMIT;")
    except BaseException:
        if database.in_transaction:
            database.execute("ROLLBACK")
        raise


def fact(database: sqlite3.Connection, name: str) -> int | None:
    """A fact of a database, None where it is not written."""
    row = database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def set_fact(database: sqlite3.Connection, name: str, value: int) -> None:
    """Write a fact of a database."""
    database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def storable(words: str) -> str:
    """Text for a column: file names of odd bytes are not always Unicode."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")
