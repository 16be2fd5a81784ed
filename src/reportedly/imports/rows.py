"""Rows of a data set as records of their own source."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from reportedly.export.codes import countries
from reportedly.imports.maps import ColumnMap
from reportedly.imports.tables import Cells, Fault, read_cells
from reportedly.records import CodedRow, Count, CountKind, Place, Precision

_MOST_NUMBER = 10_000_000


def read_rows(
    path: Path, columns: ColumnMap, *, source: str | None = None, encoding: str = "utf-8"
) -> Iterator[CodedRow | Fault]:
    """The rows of a file, each as a record or as a fault; streams, and never raises.

    Args:
        path: of a CSV file.
        columns: the map of the data set.
        source: under which name its rows are kept; the map's without one.
        encoding: of the file.
    """
    reader = _Reader(columns, source or columns.name, path.name)
    for cells in read_cells(path, columns.needed, encoding):
        if isinstance(cells, Fault):
            yield cells
            continue
        try:
            yield reader.row(cells)
        except _CellError as error:
            yield Fault(file=path.name, line=cells.line, reason=str(error))


class _CellError(Exception):
    """Why a row cannot be compared."""


class _Reader:
    """Reads rows by one map."""

    def __init__(self, columns: ColumnMap, source: str, file: str) -> None:
        self._map, self._source, self._file = columns, source, file
        self._types = {name.casefold(): types for name, types in columns.types.items()}
        self._countries = {c.name.casefold(): iso for iso, c in countries().items()}
        self._countries |= {iso.casefold(): iso for iso in countries()}

    def row(self, cells: Cells) -> CodedRow:
        values = cells.values
        words, types = self._types_of(values)
        earliest = self._day(values, "first_day")
        if earliest is None:
            raise _CellError(f"no day in {self._map.columns['first_day']}")
        latest = self._day(values, "last_day") or earliest
        if latest < earliest:
            raise _CellError(f"the last day {latest} is before the first {earliest}")
        named = json.dumps([self._source, sorted(values.items())])
        return CodedRow(
            row_id=hashlib.sha256(named.encode()).hexdigest(),
            source=self._source,
            file=self._file,
            line=cells.line,
            own_id=self._cell(values, "id") or None,
            types=types,
            type_words=words,
            earliest=earliest,
            latest=latest,
            place=self._place(values),
            actors=_names(values, self._map.actors),
            recipients=_names(values, self._map.recipients),
            counts=tuple(self._counts(values)),
            outlets=_split(self._cell(values, "outlets")),
            words=self._cell(values, "words") or None,
        )

    def _cell(self, values: Mapping[str, str], name: str) -> str:
        return values.get(self._map.columns.get(name, ""), "").strip()

    def _types_of(self, values: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
        main, sub = self._cell(values, "type"), self._cell(values, "sub_type")
        if not main and not sub:
            raise _CellError(f"no type in {self._map.columns['type']}")
        for word in (sub, main):
            if word.casefold() in self._types:
                return sub or main, self._types[word.casefold()]
        raise _CellError(f"the map has no type {(main or sub)[:60]!r}")

    def _day(self, values: Mapping[str, str], name: str) -> date | None:
        word = self._cell(values, name)
        if not word:
            return None
        try:
            return date.fromisoformat(word[:10] if word[10:11] in {"", "T", " "} else word)
        except ValueError:
            pass
        for form in self._map.day_formats:
            try:
                return datetime.strptime(word, form).date()
            except ValueError:
                continue
        raise _CellError(f"{self._map.columns[name]}: {word[:40]!r} is no day that the map knows")

    def _place(self, values: Mapping[str, str]) -> Place | None:
        name = self._cell(values, "place")
        lat, lon = self._degrees(values, "latitude", 90), self._degrees(values, "longitude", 180)
        given = self._cell(values, "country")
        country = self._countries.get(given.casefold())
        if not name and lat is None and not country:
            return None
        code = self._cell(values, "precision").removesuffix(".0")
        word = self._map.precision.get(code, "town" if name or lat is not None else "country")
        precision: Precision = next((p for p in get_args(Precision) if p == word), "town")
        point = lat is not None and lon is not None
        return Place(
            name=name or given,
            lat=lat if point else None,
            lon=lon if point else None,
            country=country,
            precision=precision,
        )

    def _degrees(self, values: Mapping[str, str], name: str, most: float) -> float | None:
        word = self._cell(values, name)
        if not word:
            return None
        try:
            degrees = float(word)
        except ValueError:
            degrees = most + 1
        if not -most <= degrees <= most:
            raise _CellError(f"{name} {word[:40]!r} is no number of degrees")
        return degrees

    def _counts(self, values: Mapping[str, str]) -> Iterator[Count]:
        for kind in get_args(CountKind):
            bounds = self._map.counts.get(kind)
            if bounds is None:
                continue
            found = {name: _number(values, column) for name, column in bounds.items()}
            best = found.get("best")
            if any(number is not None for number in found.values()):
                yield Count(
                    kind=kind,
                    low=found.get("low") if "low" in bounds else best,
                    best=best,
                    high=found.get("high") if "high" in bounds else best,
                    text="",
                )


def _number(values: Mapping[str, str], column: str) -> int | None:
    word = values.get(column, "").strip().removesuffix(".0")
    if not word:
        return None
    if not (word.isascii() and word.isdigit()) or len(word) > 8 or int(word) > _MOST_NUMBER:
        raise _CellError(f"{column}: {word[:40]!r} is no number of people")
    return int(word)


def _names(values: Mapping[str, str], columns: Sequence[str]) -> tuple[str, ...]:
    found = [name for column in columns for name in _split(values.get(column, ""))]
    return tuple(dict.fromkeys(found))


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
