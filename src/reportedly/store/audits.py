"""Samples that were drawn for an audit, and what coders entered of them at the desk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from reportedly.codec import decode, encode
from reportedly.errors import OptionError
from reportedly.records import Coding, Sample
from reportedly.store.database import connect, reading
from reportedly.store.failures import clear_failures


class Audits:
    """The tables `samples` and `codings`; both only grow.

    Every method raises CollectionError, with one clear line, where the disk or database fails.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def add_sample(self, sample: Sample) -> int:
        """Keep a sample and give its number."""
        data = json.dumps(encode(sample))
        with clear_failures(self._file.parent), closing(connect(self._file)) as database:
            number = database.execute("INSERT INTO samples (data) VALUES (?)", (data,)).lastrowid
        assert number is not None
        return number

    def latest(self) -> int | None:
        """The number of the newest sample, None before the first."""
        with reading(self._file) as database:
            number = database.execute("SELECT max(number) FROM samples").fetchone()[0]
        return None if number is None else int(number)

    def sample(self, number: int) -> Sample:
        """A sample by its number.

        Raises:
            OptionError: if there is none.
        """
        with reading(self._file) as database:
            row = database.execute(
                "SELECT data FROM samples WHERE number = ?", (number,)
            ).fetchone()
        if row is None:
            raise OptionError(f"no sample {number} here: reportedly audit draws one")
        return decode(Sample, json.loads(row[0]))

    def add_coding(self, coding: Coding) -> int:
        """Keep a coding and give its number; when this returns it is on the disk."""
        data = json.dumps(encode(coding))
        with (
            clear_failures(self._file.parent),
            closing(connect(self._file, durable=True)) as database,
        ):
            number = database.execute(
                "INSERT INTO codings (sample, data) VALUES (?, ?)", (coding.sample, data)
            ).lastrowid
        assert number is not None
        return number

    def codings(self, sample: int, by: str | None = None) -> Iterator[tuple[int, Coding]]:
        """What stands of a sample, in order: without what its coders took back."""
        with reading(self._file) as database:
            rows = database.execute(
                "SELECT number, data FROM codings WHERE sample = ? ORDER BY number", (sample,)
            ).fetchall()
        found = [(number, decode(Coding, json.loads(data))) for number, data in rows]
        authors = {number: coding.by for number, coding in found}
        undone = {
            int(number)
            for _, coding in found
            if coding.kind == "undo"
            for name, number in coding.cells
            if name == "number" and number.isdigit() and authors.get(int(number)) == coding.by
        }
        for number, coding in found:
            if coding.kind != "undo" and number not in undone and by in (None, coding.by):
                yield number, coding
