"""Rows of other people's data sets, kept as records of their own source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from reportedly.codec import decode, encode
from reportedly.records import CodedRow
from reportedly.store.database import connect, reading, transaction
from reportedly.store.failures import clear_failures

_AT_A_TIME = 2000


class ImportedRows:
    """The table `imported`: nothing of ours is there, and nothing there counts as ours.

    Every method raises CollectionError, with one clear line, where the disk or database fails.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, rows: Iterable[CodedRow]) -> int:
        """Keep rows, in batches; gives how many are new. Equal rows are kept once."""
        new = 0
        waiting = iter(rows)
        while batch := list(islice(waiting, _AT_A_TIME)):
            data = [(row.row_id, row.source, json.dumps(encode(row))) for row in batch]
            with clear_failures(self._file.parent), closing(connect(self._file)) as database:
                before = database.total_changes
                with transaction(database):
                    database.executemany(
                        "INSERT OR IGNORE INTO imported (row_id, source, data) VALUES (?, ?, ?)",
                        data,
                    )
                new += database.total_changes - before
        return new

    def sources(self) -> dict[str, int]:
        """How many rows each source has."""
        with reading(self._file) as database:
            rows = database.execute(
                "SELECT source, count(*) FROM imported GROUP BY source ORDER BY source"
            )
            return dict(rows.fetchall())

    def newest(self) -> int:
        """The number of the newest row, 0 where there is none."""
        with reading(self._file) as database:
            return int(database.execute("SELECT max(number) FROM imported").fetchone()[0] or 0)

    def rows(self, source: str | None = None) -> Iterator[CodedRow]:
        """The rows of a source, or of all, in the order in which they came."""
        where, values = ("WHERE source = ?", (source,)) if source else ("", ())
        with reading(self._file) as database:
            for (data,) in database.execute(
                f"SELECT data FROM imported {where} ORDER BY number", values
            ):
                yield decode(CodedRow, json.loads(data))
