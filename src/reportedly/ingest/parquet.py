"""Rows of Parquet files; needs the extra `tables`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

import pyarrow
from pyarrow import parquet

from reportedly.ingest.outcomes import Outcome, problem, row_outcome

_AT_ONCE = 200  # rows that are held in memory


def read_parquet(stream: BinaryIO, source: str, limit: int) -> Iterator[Outcome]:
    """The rows of a Parquet file with the columns of other tables; positions count them from 1.

    A file that breaks within its rows gives those before, then one problem.
    """
    position = 0
    try:
        table = parquet.ParquetFile(stream)
        for batch in table.iter_batches(batch_size=_AT_ONCE):
            for row in batch.to_pylist():
                position += 1
                plain = {name.strip().lower(): _plain(value) for name, value in row.items()}
                yield row_outcome(plain, source, position, limit)
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        rest = ", the rest was not read" if position else ""
        yield problem(source, f"broken Parquet file{rest}: {error}", position=position + 1)
        return
    if not position:
        yield problem(source, "no rows")


def _plain(value: object) -> object:
    """A value as JSON has it: days and times in ISO form, anything unknown as its words."""
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, date):  # times are days too
        return value.isoformat()
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return str(value)
