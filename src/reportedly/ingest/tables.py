"""Rows of JSON Lines, JSON, CSV and TSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.ingest.encodings import bom_encoding, decode, encoding_of
from reportedly.ingest.outcomes import Outcome, problem, row_outcome, too_large
from reportedly.ingest.streams import Opened, read_limited
from reportedly.records import Problem

# A file of many rows may be larger than a document; it is held in memory only where its
# format leaves no choice.
_WHOLE_FILE = 25
_DELIMITERS = (",", ";", "\t", "|")


def read_lines(opened: Opened, limit: int) -> Iterator[Outcome]:
    """JSON Lines: one row a line, empty lines left out; positions are line numbers."""
    encoding = bom_encoding(opened.head())
    if encoding is None or encoding == "utf-8-sig":
        yield from _rows_of_lines(opened.stream, opened.source, limit)
        return
    content = read_limited(opened.stream, limit * _WHOLE_FILE)
    text = decode(content) if content is not None else None
    if text is None:
        yield problem(opened.source, "unreadable encoding")
        return
    yield from _rows_of_lines(io.BytesIO(text.encode("utf-8")), opened.source, limit)


def _rows_of_lines(stream: BinaryIO, source: str, limit: int) -> Iterator[Outcome]:
    empty = True
    for number, line in enumerate(_bounded_lines(stream, limit), start=1):
        if line is None:
            empty = False
            yield problem(source, too_large(limit), position=number)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            empty = False
            yield _line_outcome(line, source, number, limit)
    if empty:
        yield problem(source, "no rows")


def _bounded_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream, None for each that is longer than the limit."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield None


def _line_outcome(line: bytes, source: str, number: int, limit: int) -> Outcome:
    text = decode(line)
    if text is None:
        return problem(source, "unreadable encoding", position=number)
    row = _parsed(text.lstrip("\ufeff"), source, number)
    return row if isinstance(row, Problem) else row_outcome(row, source, number, limit)


def _parsed(text: str, source: str, position: int | None) -> object:
    """The value of a JSON text, or the problem that says where it breaks."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"character {error.pos}" if position else f"line {error.lineno}"
        return problem(source, f"broken JSON at {where}: {error.msg}", position=position)
    except (ValueError, RecursionError) as error:
        reason = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return problem(source, f"broken JSON: {reason}", position=position)


def read_json(opened: Opened, limit: int) -> Iterator[Outcome]:
    """A JSON file: a list of rows, one row, or JSON Lines under the wrong ending."""
    source = opened.source
    content = read_limited(opened.stream, limit * _WHOLE_FILE)
    if content is None:
        yield problem(source, too_large(limit * _WHOLE_FILE))
        return
    text = decode(content)
    if text is None:
        yield problem(source, "unreadable encoding")
        return
    value = _parsed(text.lstrip("\ufeff"), source, None)
    if isinstance(value, Problem) and _is_lines(text, source):
        yield from _rows_of_lines(io.BytesIO(text.encode("utf-8")), source, limit)
    elif isinstance(value, Problem):
        yield value
    elif isinstance(value, list):
        if not value:
            yield problem(source, "no rows")
        for number, row in enumerate(value, start=1):
            yield row_outcome(row, source, number, limit)
    else:
        yield row_outcome(value, source, 1, limit)


def _is_lines(text: str, source: str) -> bool:
    """Whether a file named as JSON holds JSON Lines: its first line is a value by itself."""
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    return bool(rest.strip()) and isinstance(_parsed(first, source, 1), dict)


def read_table(opened: Opened, limit: int) -> Iterator[Outcome]:
    """CSV or TSV with a header row; positions are rows below it."""
    source = opened.source
    encoding = encoding_of(opened.head())
    lines = io.TextIOWrapper(opened.stream, encoding=encoding, newline="")
    try:
        header_line = lines.readline(limit)
        columns, delimiter = _header(header_line, opened.name)
        if "text" not in columns:
            there = ", ".join(column for column in columns if column) or "none"
            yield problem(source, f"no column 'text' (columns: {there})")
            return
        yield from _table_rows(lines, source, columns, delimiter, limit)
    except UnicodeDecodeError:
        yield problem(source, f"unreadable encoding: begins as {encoding}, goes on otherwise")


def _header(line: str, name: str) -> tuple[list[str], str]:
    """Column names (lower case) and the delimiter under which 'text' is among them."""
    line = line.lstrip("\ufeff")
    first = "\t" if name.lower().endswith(".tsv") else ","
    readings: list[tuple[list[str], str]] = []
    for delimiter in (first, *(d for d in _DELIMITERS if d != first)):
        row = next(csv.reader([line], delimiter=delimiter), [])
        columns = [column.strip().lower() for column in row]
        if "text" in columns:
            return columns, delimiter
        readings.append((columns, delimiter))
    return max(readings, key=lambda reading: len(reading[0]))


def _table_rows(
    lines: io.TextIOWrapper, source: str, columns: list[str], delimiter: str, limit: int
) -> Iterator[Outcome]:
    bounded = _RowLines(lines, limit)
    reader = csv.reader(bounded, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        bounded.begin_row()
        try:
            values = _next_row(reader, limit)
        except csv.Error as error:
            reason = f"broken row, the rest was not read: {error}"
            yield problem(source, reason, position=number)
            return
        if values is None:
            break
        if not any(value.strip() for value in values):
            continue
        if len(values) > len(columns):
            reason = f"row of {len(values)} fields under {len(columns)} columns"
            yield problem(source, reason, position=number)
            continue
        row = {column: value for column, value in zip(columns, values, strict=False) if column}
        yield row_outcome(row, source, number, limit)
    if number == 1:
        yield problem(source, "no rows")


class _RowLines:
    """Lines for the csv module, which would take a row of any size into memory."""

    def __init__(self, lines: io.TextIOWrapper, limit: int) -> None:
        self._lines = lines
        self._limit = limit
        self._left = limit

    def begin_row(self) -> None:
        """The lines that follow are of another row."""
        self._left = self._limit

    def __iter__(self) -> Iterator[str]:
        while line := self._lines.readline(self._left + 1):
            self._left -= len(line)
            if self._left < 0:
                raise csv.Error(too_large(self._limit))
            yield line


def _next_row(reader: Iterator[list[str]], limit: int) -> list[str] | None:
    """The next row; the field limit of the csv module is global, so it is put back."""
    before = csv.field_size_limit(limit)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(before)
