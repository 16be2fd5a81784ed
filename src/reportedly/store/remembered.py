"""linking.db: what linking found before, so that only what is new or changed is worked out.

Each result lies under a key of all that it was made from, so none can be out of date; the file
is neither truth nor needed, and one that is damaged or of another format is made anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from reportedly.store.database import (
    connect,
    create_tables,
    fact,
    remove_database,
    set_fact,
    transaction,
)
from reportedly.store.failures import clear_failures

FORMAT = 1
# A file of which less than this share was of use in the last linking is made anew.
LEAST_USED = 0.4


class Remembered:
    """Results of one linking and those before it; get one by `LinkMemory.opened`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """For `LinkMemory`."""
        self._database = database
        self.recalled = 0
        self.made = 0

    def recall(self, kind: str, key: bytes) -> bytes | None:
        """What was kept under a key; None where nothing was."""
        query = "SELECT data FROM remembered WHERE kind = ? AND key = ?"
        row = self._database.execute(query, (kind, key)).fetchone()
        if row is None:
            return None
        self.recalled += 1
        found: bytes = row[0]
        return found

    def keep(self, kind: str, key: bytes, data: bytes) -> None:
        """Keep a result, over a former one of this key."""
        self._database.execute(
            "INSERT INTO remembered (kind, key, data) VALUES (?, ?, ?)"
            " ON CONFLICT (kind, key) DO UPDATE SET data = excluded.data",
            (kind, key, data),
        )
        self.made += 1


class LinkMemory:
    """The file; used by one linking at a time, under the lock of the collection."""

    def __init__(self, file: Path) -> None:
        """It need not be there."""
        self.file = file

    @contextmanager
    def opened(self) -> Iterator[Remembered]:
        """What former linkings found; what this one finds is written when the block ends."""
        with clear_failures(self.file.parent), closing(_opened(self.file)) as database:
            found = Remembered(database)
            with transaction(database):
                yield found
                set_fact(database, "used", found.recalled + found.made)

    def forget(self) -> None:
        """Remove the file: the next linking works everything out."""
        with clear_failures(self.file.parent):
            remove_database(self.file)


def _opened(file: Path) -> sqlite3.Connection:
    if file.exists():
        try:
            database = connect(file)
            if fact(database, "format") == FORMAT and _is_of_use(database):
                return database
            database.close()
        except sqlite3.DatabaseError:
            pass  # not a database, or cut off: it holds nothing that cannot be found again
        remove_database(file)
    database = connect(file)
    create_tables(database, "remembered", FORMAT)
    return database


def _is_of_use(database: sqlite3.Connection) -> bool:
    held = database.execute("SELECT count(*) FROM remembered").fetchone()[0]
    return bool((fact(database, "used") or 0) >= LEAST_USED * held)
