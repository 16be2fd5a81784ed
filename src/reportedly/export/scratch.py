"""What an export must remember while it reads, on disk: memory does not grow with a collection."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from types import TracebackType

_CACHE = -8000  # KiB: what SQLite holds in memory before it uses its temporary file


class Scratch:
    """Notes in a temporary database that is gone at the end; use it as a context manager."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.execute(f"PRAGMA cache_size = {_CACHE}")
        self._database.execute("BEGIN")  # never committed: it is one heap of notes
        self._made = 0

    def notes(self) -> Notes:
        """A new, empty set of notes."""
        self._made += 1
        return Notes(self._database, f"notes_{self._made}")

    def __enter__(self) -> Scratch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._database.close()


class Notes:
    """Values by key, in the order in which they were noted; equal pairs once."""

    def __init__(self, database: sqlite3.Connection, table: str) -> None:
        self._database = database
        self._add = f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?)"
        self._of = f"SELECT value FROM {table} WHERE key = ? ORDER BY number"
        self._count = 0
        database.execute(
            f"CREATE TABLE {table} (key TEXT, value TEXT, number INTEGER,"
            " PRIMARY KEY (key, value)) WITHOUT ROWID"
        )

    def add(self, key: str, value: str) -> None:
        """Note a value of a key."""
        self._count += 1
        self._database.execute(self._add, (key, value, self._count))

    def add_all(self, keys: Iterable[str], value: str) -> None:
        """Note one value of several keys."""
        for key in keys:
            self.add(key, value)

    def of(self, key: str) -> list[str]:
        """The values of a key."""
        with closing(self._database.execute(self._of, (key,))) as rows:
            return [row[0] for row in rows]
